//! `Errcode`: a code that may be none of its table.

use std::collections::{BTreeSet, HashSet};

use wechat_codes::{Errcode, ReturnCode, wechat_codes};

wechat_codes! {
    #[repr(u8)]
    enum Sample { 0 => Done: "done", 7 => Size: "Größe", 255 => Last: "the last" }
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
fn a_known_code_is_shown_as_by_its_table() {
    let size = Errcode::Known(Sample::Size);
    assert_eq!(format!("{size}"), "Größe");
    assert_eq!(format!("{size:#}"), "7: Größe");
    assert_eq!(format!("[{size:*^#10}]"), "[*7: Größe*]");
    assert_eq!(format!("{size:?}"), "Known(Size)");
}

#[test]
fn an_unknown_code_is_shown_as_such() {
    let unknown = Errcode::<Sample>::new(8);
    assert_eq!(format!("{unknown}"), "unknown return code 8");
    assert_eq!(format!("{unknown:#}"), "unknown return code 8");
    assert_eq!(format!("[{unknown:>23}]"), "[  unknown return code 8]");
    assert_eq!(format!("[{unknown:.7}]"), "[unknown]");
    assert_eq!(format!("{unknown:?}"), "Unknown(8)");
}

#[test]
fn ordered_by_number_and_hashed() {
    let errcodes = [255, 3, 7, 0, 3].map(Errcode::<Sample>::new);
    let sorted: Vec<_> = BTreeSet::from(errcodes).into_iter().map(Errcode::code).collect();
    assert_eq!(sorted, [0, 3, 7, 255]);
    assert_eq!(HashSet::from(errcodes).len(), 4);

    // Different to match on, so neither equal nor one in a set.
    let (known, disguised) = (Errcode::Known(Sample::Size), Errcode::Unknown(7));
    assert_ne!(known, disguised);
    assert_eq!(BTreeSet::from([known, disguised]).len(), 2);
}
