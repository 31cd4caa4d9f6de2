//! Tests `Errcode`, which also holds numbers that are not codes of its table.

use std::collections::{BTreeSet, HashSet};

use wechat_codes::{Errcode, Remedy, ReturnCode, wechat_codes};

wechat_codes! {
    #[repr(u8)]
    enum Sample { 0 => Done: "done", 7 => Size: "Größe", 255 => Last: "the last" { zh: "最后一个", remedy: CheckState } }
}

#[test]
fn every_number_is_kept() {
    for code in u8::MIN..=u8::MAX {
        let errcode = Errcode::<Sample>::new(code);
        assert_eq!(errcode.code(), code);
        assert_eq!(errcode.known(), Sample::from_code(code));
        assert_eq!(errcode.known().is_none(), errcode == Errcode::Unknown(code));
    }
}

#[test]
fn from_a_variant() {
    assert_eq!(Errcode::from(Sample::Last), Errcode::new(255));
    let errcode: Errcode = ReturnCode::SystemBusy.into();
    assert_eq!(errcode.code(), -1);
}

#[test]
fn the_number_is_always_shown() {
    let size = Errcode::Known(Sample::Size);
    assert_eq!(format!("{size}"), "7 Size: Größe");
    assert_eq!(format!("{size:#}"), "7 Size: Größe");
    assert_eq!(format!("[{size:*^15}]"), "[*7 Size: Größe*]");
    assert_eq!(format!("[{size:.6}]"), "[7 Size]");
    assert_eq!(format!("{size:?}"), "Known(Size)");

    let unknown = Errcode::<Sample>::new(8);
    assert_eq!(format!("{unknown}"), "unknown return code 8");
    assert_eq!(format!("{unknown:#}"), "unknown return code 8");
    assert_eq!(format!("[{unknown:>23}]"), "[  unknown return code 8]");
    assert_eq!(format!("[{unknown:.7}]"), "[unknown]");
    assert_eq!(format!("{unknown:?}"), "Unknown(8)");
}

#[test]
fn what_the_table_says() {
    let last = Errcode::Known(Sample::Last);
    assert_eq!((last.name(), last.message()), (Some("Last"), Some("the last")));
    assert_eq!((last.message_zh(), last.remedy()), (Some("最后一个"), Some(Remedy::CheckState)));
    let size = Errcode::Known(Sample::Size);
    assert_eq!((size.message_zh(), size.remedy()), (None, None));
    let unknown = Errcode::<Sample>::new(8);
    assert_eq!((unknown.name(), unknown.message()), (None, None));
    assert_eq!((unknown.message_zh(), unknown.remedy()), (None, None));
}

#[test]
fn success_is_0_in_every_table() {
    wechat_codes! {
        enum NoSuccess { 7 => Only: "the only one" }
    }
    assert_eq!(Errcode::<Sample>::default(), Errcode::Known(Sample::Done));
    assert_eq!(Errcode::<NoSuccess>::default(), Errcode::Unknown(0));
    assert!(Errcode::<Sample>::default().is_success());
    assert!(Errcode::<NoSuccess>::default().is_success());
    assert!(!Errcode::Known(Sample::Size).is_success());
    assert!(!Errcode::<Sample>::new(8).is_success());
}

#[test]
fn parsed_from_a_name_or_a_number() {
    let parse = str::parse::<Errcode<Sample>>;
    assert_eq!(parse("7"), Ok(Errcode::Known(Sample::Size)));
    assert_eq!(parse("Size"), Ok(Errcode::Known(Sample::Size)));
    assert_eq!(parse("8"), Ok(Errcode::Unknown(8)));
    for text in ["", "-1", "256", "size", " 7"] {
        assert!(parse(text).is_err(), "{text:?}");
    }
    assert_eq!(parse("256").unwrap_err().to_string(), "256 is not a code of Sample");
}

#[test]
fn compared_with_and_made_from_numbers() {
    let errcode: Errcode<Sample> = 7.into();
    assert_eq!(errcode, Errcode::Known(Sample::Size));
    assert_eq!(errcode, 7);
    assert_eq!(7, errcode);
    assert_ne!(errcode, 8);
    // A disguised code is the same number.
    assert!(Errcode::<Sample>::Unknown(7) == 7);
}

#[test]
fn ordered_by_number_and_hashed() {
    let errcodes = [255, 3, 7, 0, 3].map(Errcode::<Sample>::new);
    let sorted: Vec<_> = BTreeSet::from(errcodes).into_iter().map(Errcode::code).collect();
    assert_eq!(sorted, [0, 3, 7, 255]);
    assert_eq!(HashSet::from(errcodes).len(), 4);

    // A pattern tells the two apart, so they must not be equal, and a set must keep both.
    let (known, disguised) = (Errcode::Known(Sample::Size), Errcode::Unknown(7));
    assert_ne!(known, disguised);
    assert_eq!(BTreeSet::from([known, disguised]).len(), 2);
}
