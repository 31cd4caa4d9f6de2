//! Two versions of one table: what an upgrade changes for the tables and programs that use it. What
//! no longer compiles is in the docs, on the guide's page on versions.

use wechat_codes::{CodeTable, Errcode, Iter, Remedy, wechat_codes};

mod v1 {
    wechat_codes::wechat_codes! {
        #[non_exhaustive]
        pub enum ServiceCode {
            0 => Success: "Request succeeded",
            1 => Busy: "The service is busy" { remedy: Retry },
            5 => Locked: "The door is locked",
        }
    }
}

/// A minor version: it has a new row, and the row of 5 has another name, another message and a
/// note.
mod v2 {
    wechat_codes::wechat_codes! {
        #[non_exhaustive]
        pub enum ServiceCode {
            0 => Success: "Request succeeded",
            1 => Busy: "The service is busy" { remedy: Retry },
            5 => DoorLocked: "The service's door is locked" { remedy: CheckState },
            7 => Closed: "The service is closed" { remedy: AskPermission },
        }
    }
}

/// One program, with each version of the table.
macro_rules! program {
    ($program:ident, $version:ident) => {
        mod $program {
            pub(super) use super::$version::ServiceCode;

            wechat_codes::wechat_codes! {
                /// The program knew 7 before the service's table did.
                #[non_exhaustive]
                pub(super) enum Override {
                    ..ServiceCode,
                    override 7 => NotOpen: "We are not open" { remedy: WaitForQuota },
                    100 => NobodyHome: "Nobody was at home",
                }
            }
            wechat_codes::wechat_codes! {
                pub(super) enum SingleCodes { ..ServiceCode { 0, 5 } }
            }
            wechat_codes::wechat_codes! {
                pub(super) enum Range { ..ServiceCode { 1..=9 } }
            }

            pub(super) fn counts() -> [usize; 3] {
                [Override::COUNT, SingleCodes::COUNT, Range::COUNT]
            }
        }
    };
}

program!(with_v1, v1);
program!(with_v2, v2);

#[test]
fn a_row_under_override_says_the_same_with_both() {
    fn check<C: CodeTable<Code = i32>>(mut codes: Iter<C>) {
        let code = C::from_code(7).expect("a row of the program's");
        assert_eq!(
            (code.name(), code.message(), code.remedy()),
            ("NotOpen", "We are not open", Some(Remedy::WaitForQuota))
        );
        assert!(codes.any(|other| other == code));
    }
    check(with_v1::Override::iter());
    check(with_v2::Override::iter());
    // The row that it replaces converts to it.
    assert_eq!(with_v2::Override::from(v2::ServiceCode::Closed), with_v2::Override::NotOpen);
}

#[test]
fn a_selection_of_single_codes_does_not_grow_and_a_range_does() {
    let codes: Vec<_> = with_v1::SingleCodes::iter().map(with_v1::SingleCodes::code).collect();
    assert_eq!(codes, [0, 5]);
    let codes: Vec<_> = with_v2::SingleCodes::iter().map(with_v2::SingleCodes::code).collect();
    assert_eq!(codes, [0, 5]);
    assert_eq!(with_v1::Range::iter().len() + 1, with_v2::Range::iter().len());
    assert_eq!((with_v1::counts(), with_v2::counts()), ([5, 2, 2], [5, 2, 3]));
}

#[test]
fn a_number_stays_what_it_is_and_a_pattern_does_not() {
    let with_v1: Errcode<v1::ServiceCode> = Errcode::new(7);
    let with_v2: Errcode<v2::ServiceCode> = Errcode::new(7);
    assert!(with_v1 == 7 && with_v2 == 7);
    assert_eq!((with_v1.code(), with_v2.code()), (7, 7));
    assert!(matches!(with_v1, Errcode::Unknown(7)));
    assert!(!matches!(with_v2, Errcode::Unknown(7)));
}

#[test]
fn a_row_of_another_name_is_found_by_its_number_only() {
    assert!(v1::ServiceCode::from_name("Locked").is_some());
    assert!(v2::ServiceCode::from_name("Locked").is_none());
    assert_eq!(v2::ServiceCode::from_code(5), Some(v2::ServiceCode::DoorLocked));
}

#[test]
fn a_row_that_repeats_the_old_one_needs_override() {
    // With the first version, the two rows are alike. With the second, they differ.
    wechat_codes! { enum Alike { ..v1::ServiceCode, 5 => Locked: "The door is locked" } }
    wechat_codes! { enum Differs { ..v2::ServiceCode, override 5 => Locked: "The door is locked" } }
    assert_eq!(Alike::Locked.message(), Differs::Locked.message());
    assert_eq!(Differs::Locked.remedy(), Some(Remedy::CheckState));
}
