//! Tests every item that a table expands to.

use std::collections::{BTreeSet, HashSet};
use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::iter::FusedIterator;

use wechat_codes::{CodeTable, Iter, ParseCodeError, ReturnCode, UnknownCode, wechat_codes};

wechat_codes! {
    /// Neither the codes nor the names are in order.
    pub enum Sample {
        40013 => InvalidAppId: "Invalid App ID",
        -1 => SystemBusy: "System busy",
        7 => Umlaut: "Größe",
        0 => Success: "Request succeeded",
    }
}

#[test]
fn count_is_the_number_of_rows() {
    const COUNT: usize = Sample::COUNT;
    assert_eq!(COUNT, 4);
}

#[test]
fn discriminants_are_the_codes() {
    assert_eq!(Sample::InvalidAppId as i32, 40013);
    assert_eq!(Sample::SystemBusy as i32, -1);
    assert_eq!(size_of::<Sample>(), size_of::<i32>());
    assert_eq!(size_of::<Option<Sample>>(), size_of::<i32>());
}

#[test]
fn lookups_are_const() {
    const FOUND: Option<Sample> = Sample::from_code(40013);
    const ABSENT: Option<Sample> = Sample::from_code(40014);
    const CODE: i32 = Sample::SystemBusy.code();
    const NAME: &str = Sample::SystemBusy.name();
    const MESSAGE: &str = Sample::Umlaut.message();
    assert_eq!(FOUND, Some(Sample::InvalidAppId));
    assert_eq!(ABSENT, None);
    assert_eq!((CODE, NAME, MESSAGE), (-1, "SystemBusy", "Größe"));
}

#[test]
fn constants_are_patterns() {
    const BUSY: Sample = Sample::SystemBusy;
    assert!(matches!(Sample::from_code(-1), Some(BUSY)));
}

#[test]
fn from_name_knows_the_exact_names() {
    for code in Sample::iter() {
        assert_eq!(Sample::from_name(code.name()), Some(code));
    }
    for name in ["", "systembusy", "SystemBus", "SystemBusyy", " SystemBusy", "-1"] {
        assert_eq!(Sample::from_name(name), None, "{name}");
    }
}

#[test]
fn iter_follows_the_table_from_both_ends() {
    const ORDER: [Sample; 4] =
        [Sample::InvalidAppId, Sample::SystemBusy, Sample::Umlaut, Sample::Success];
    assert!(Sample::iter().eq(ORDER));
    assert!(Sample::iter().rev().eq(ORDER.into_iter().rev()));

    let mut iter: Iter<Sample> = Sample::iter();
    assert_eq!((iter.len(), iter.size_hint()), (4, (4, Some(4))));
    assert_eq!(iter.next(), Some(Sample::InvalidAppId));
    assert_eq!(iter.next_back(), Some(Sample::Success));
    assert_eq!(iter.len(), 2);
    let rest = iter.clone();
    assert_eq!(iter.nth(1), Some(Sample::Umlaut));
    assert_eq!((iter.next(), iter.next_back(), iter.next()), (None, None, None));
    assert!(rest.clone().eq([Sample::SystemBusy, Sample::Umlaut]), "a clone goes on by itself");
    assert_eq!(rest.clone().nth_back(1), Some(Sample::SystemBusy));
    assert_eq!(rest.clone().nth(2), None);
    assert_eq!((rest.clone().count(), rest.last()), (2, Some(Sample::Umlaut)));
}

#[test]
fn iter_is_what_users_ask_of_iterators() {
    fn check<I: FusedIterator + DoubleEndedIterator + ExactSizeIterator + Clone + Debug>(_: I) {}
    check(Sample::iter());
}

#[test]
fn variants_are_ordered_by_code_and_hashed() {
    let sorted: Vec<_> = Sample::iter().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(sorted, [Sample::SystemBusy, Sample::Success, Sample::Umlaut, Sample::InvalidAppId]);
    assert!(Sample::SystemBusy < Sample::Success);
    assert_eq!(Sample::iter().chain(Sample::iter()).collect::<HashSet<_>>().len(), 4);
}

#[test]
fn debug_is_the_name() {
    assert_eq!(format!("{:?}", Sample::InvalidAppId), "InvalidAppId");
    assert_eq!(format!("{:#?}", Some(Sample::Success)), "Some(\n    Success,\n)");
    // As with a derived `Debug`, the precision applies to the number beside the code, not to the
    // name.
    assert_eq!(format!("{:.1?}", (1.25, Sample::Success)), "(1.2, Success)");
}

#[test]
fn display_is_the_message() {
    assert_eq!(Sample::InvalidAppId.to_string(), "Invalid App ID");
    assert_eq!(format!("[{:8}]", Sample::Umlaut), "[Größe   ]");
    assert_eq!(format!("[{:>8}]", Sample::Umlaut), "[   Größe]");
    assert_eq!(format!("[{:*^8}]", Sample::Umlaut), "[*Größe**]");
    assert_eq!(format!("[{:.3}]", Sample::Umlaut), "[Grö]");
    assert_eq!(format!("[{:-<5.3}]", Sample::Umlaut), "[Grö--]");
    assert_eq!(format!("[{:2}]", Sample::Umlaut), "[Größe]");
}

#[test]
fn alternate_display_has_the_code_before_the_message() {
    assert_eq!(format!("{:#}", Sample::InvalidAppId), "40013: Invalid App ID");
    assert_eq!(format!("{:#}", Sample::SystemBusy), "-1: System busy");
    assert_eq!(format!("[{:#12}]", Sample::Umlaut), "[7: Größe    ]");
    assert_eq!(format!("[{:>#12}]", Sample::Umlaut), "[    7: Größe]");
    assert_eq!(format!("[{:·^#13}]", Sample::Umlaut), "[··7: Größe···]");
    assert_eq!(format!("[{:#.6}]", Sample::Umlaut), "[7: Grö]");
    assert_eq!(format!("[{:#.1}]", Sample::Umlaut), "[7]");
    assert_eq!(format!("[{:#.0}]", Sample::Umlaut), "[]");
    assert_eq!(format!("[{:_>#9.6}]", Sample::Umlaut), "[___7: Grö]");
    assert_eq!(format!("[{:#3}]", Sample::Umlaut), "[7: Größe]");
}

/// Compares `{:#}` of a code with `{}` of its text, for many widths, alignments and precisions.
#[test]
fn alternate_display_pads_as_a_string_does() {
    for code in Sample::iter() {
        let text = format!("{code:#}");
        for width in 0..30 {
            assert_eq!(format!("{code:<#width$}"), format!("{text:<width$}"));
            assert_eq!(format!("{code:é>#width$}"), format!("{text:é>width$}"));
            for precision in 0..25 {
                assert_eq!(
                    format!("{code:^#width$.precision$}"),
                    format!("{text:^width$.precision$}")
                );
            }
        }
    }
}

#[test]
fn conversions_to_and_from_the_number() {
    assert_eq!(Sample::try_from(40013), Ok(Sample::InvalidAppId));
    assert_eq!(i32::from(Sample::SystemBusy), -1);
    let number: i32 = Sample::Umlaut.into();
    assert_eq!(number, 7);

    let error: UnknownCode<i32> = Sample::try_from(8).unwrap_err();
    assert_eq!((error.code(), error.table()), (8, "Sample"));
    assert_eq!(error.to_string(), "8 is not a code of Sample");
}

#[test]
fn parsing_takes_an_exact_name_or_a_decimal_code() {
    for code in Sample::iter() {
        assert_eq!(code.name().parse(), Ok(code));
        assert_eq!(code.code().to_string().parse(), Ok(code));
    }
    assert_eq!("+7".parse(), Ok(Sample::Umlaut), "what i32 parses");
    assert_eq!("007".parse(), Ok(Sample::Umlaut), "what i32 parses");

    let message = |text: &str| text.parse::<Sample>().unwrap_err().to_string();
    assert_eq!(message("8"), "8 is not a code of Sample");
    assert_eq!(message("-2147483648"), "-2147483648 is not a code of Sample");
    assert_eq!(message("2147483648"), "2147483648 is not a code of Sample");
    for text in ["", " 7", "7 ", "0x7", "7.0", "-", "umlaut", "Größe", "系统繁忙"] {
        assert_eq!(message(text), "neither a name nor a decimal code of Sample", "{text}");
    }
    assert_eq!("".parse::<Sample>().unwrap_err().table(), "Sample");
}

#[test]
fn a_code_is_an_error() {
    fn fails() -> Result<(), Box<dyn Error + Send + Sync>> {
        Err(Sample::SystemBusy)?;
        Ok(())
    }
    let error = fails().unwrap_err();
    assert_eq!(error.to_string(), "System busy");
    assert!(error.source().is_none());
    assert_eq!(error.downcast_ref::<Sample>(), Some(&Sample::SystemBusy));
}

#[test]
fn errors_are_what_users_ask_of_errors() {
    fn error<E: Error + Display + Debug + Clone + PartialEq + Send + Sync + 'static>() {}
    error::<UnknownCode<i32>>();
    error::<UnknownCode<u64>>();
    error::<ParseCodeError>();
    error::<Sample>();
}

#[test]
fn generic_code_has_the_same_api() {
    fn check<T: CodeTable + Debug + Display + Hash>() {
        assert_eq!(T::iter().len(), T::COUNT);
        for variant in T::iter() {
            let code: T::Code = variant.into();
            assert_eq!(code, variant.code());
            assert_eq!(T::from_code(code), Some(variant));
            assert_eq!(T::try_from(code), Ok(variant));
            assert_eq!(T::from_name(variant.name()), Some(variant));
            assert_eq!(variant.to_string(), variant.message());
            assert_eq!(format!("{variant:?}"), variant.name());
            assert_eq!(code.to_string().parse(), Ok(variant));
            let wide: i128 = code.into();
            assert_eq!(wide.to_string(), code.to_string());
        }
    }
    check::<Sample>();
    check::<ReturnCode>();
}

#[test]
fn variants_can_be_shared_between_threads() {
    fn check<T: Send + Sync + Unpin + 'static>() {}
    check::<Sample>();
    check::<Iter<Sample>>();
}
