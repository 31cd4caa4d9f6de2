//! Notes, `override` and `!` picks, through two further tables: an SDK spreads `ReturnCode`, and an
//! application spreads the SDK's table.
#![allow(unreachable_pub)] // the modules stand for crates

use std::fmt::Debug;

use wechat_codes::{CodeTable, Remedy, ReturnCode, wechat_codes};

/// An SDK whose table has the code that the application overrides, and one whose table does not.
mod sdk {
    pub mod with_the_code {
        wechat_codes::wechat_codes! {
            #[non_exhaustive]
            pub enum SdkCode {
                ..wechat_codes::ReturnCode { !40016..=40017 },
                override 40013 => NoSuchApp: "No such app in this SDK" { zh: "SDK 中没有该应用" },
                override 45009 => InterfaceCallsOverLimit: "The SDK's quota" { remedy: SlowDown },
                800_001 => NotLoggedIn: "Log in first" { remedy: LogInAgain },
                900_001 => SdkQuota: "The quota of the SDK" { zh: "SDK 配额" },
            }
        }
    }

    pub mod without_the_code {
        wechat_codes::wechat_codes! {
            #[non_exhaustive]
            pub enum SdkCode {
                ..wechat_codes::ReturnCode { !40016..=40017 },
                override 40013 => NoSuchApp: "No such app in this SDK" { zh: "SDK 中没有该应用" },
                override 45009 => InterfaceCallsOverLimit: "The SDK's quota" { remedy: SlowDown },
                800_001 => NotLoggedIn: "Log in first" { remedy: LogInAgain },
            }
        }
    }
}

/// The application compiles with both.
macro_rules! app {
    ($app:ident, $sdk:path) => {
        mod $app {
            pub use $sdk as Sdk;

            wechat_codes::wechat_codes! {
                pub enum AppCode {
                    ..Sdk,
                    override 900_001 => AppQuota: "The quota of the app" { remedy: WaitForQuota },
                    override -1 => Busy: "Everyone is busy",
                }
            }
        }
    };
}

app!(with_the_code, super::sdk::with_the_code::SdkCode);
app!(without_the_code, super::sdk::without_the_code::SdkCode);

fn notes<C: CodeTable>(
    code: C,
) -> (&'static str, &'static str, Option<&'static str>, Option<Remedy>) {
    (code.name(), code.message(), code.message_zh(), code.remedy())
}

#[test]
fn a_row_says_the_same_in_every_table() {
    use with_the_code::{AppCode, Sdk};
    for code in ReturnCode::iter() {
        let overridden = [40013, 45009, -1].contains(&code.code());
        let excluded = [40016, 40017].contains(&code.code());
        assert_eq!(Sdk::from_code(code.code()).is_none(), excluded);
        assert_eq!(AppCode::from_code(code.code()).is_none(), excluded);
        if !overridden && !excluded {
            let app = AppCode::from_code(code.code()).expect("a row that was spread");
            assert_eq!(notes(app), notes(code));
        }
    }
}

#[test]
fn override_rows_keep_the_notes_that_they_do_not_give() {
    use with_the_code::{AppCode, Sdk};
    let zh_of = |code: ReturnCode| code.message_zh();
    assert_eq!(
        notes(Sdk::NoSuchApp),
        ("NoSuchApp", "No such app in this SDK", Some("SDK 中没有该应用"), Some(Remedy::FixSetup),)
    );
    assert_eq!(notes(AppCode::NoSuchApp), notes(Sdk::NoSuchApp));
    assert_eq!(
        notes(AppCode::InterfaceCallsOverLimit),
        (
            "InterfaceCallsOverLimit",
            "The SDK's quota",
            zh_of(ReturnCode::InterfaceCallsOverLimit),
            Some(Remedy::SlowDown),
        )
    );
    assert_eq!(
        notes(AppCode::Busy),
        ("Busy", "Everyone is busy", zh_of(ReturnCode::SystemBusy), Some(Remedy::Retry))
    );
    assert_eq!(
        notes(AppCode::AppQuota),
        ("AppQuota", "The quota of the app", Some("SDK 配额"), Some(Remedy::WaitForQuota))
    );
    assert_eq!(AppCode::NotLoggedIn.remedy(), Some(Remedy::LogInAgain));
}

#[test]
fn an_override_row_needs_no_row_to_stand_for() {
    use without_the_code::{AppCode, Sdk};
    assert_eq!(Sdk::from_code(900_001), None);
    assert_eq!(
        notes(AppCode::AppQuota),
        ("AppQuota", "The quota of the app", None, Some(Remedy::WaitForQuota))
    );
}

#[test]
fn override_rows_and_the_rows_that_they_replace_convert() {
    use with_the_code::{AppCode, Sdk};
    use without_the_code::{AppCode as AppWithMore, Sdk as SdkWithout};

    fn both_ways<A, B>(a: A, b: B)
    where
        A: CodeTable + TryFrom<B, Error: Debug>,
        B: CodeTable + TryFrom<A, Error: Debug>,
    {
        assert_eq!(A::try_from(b).expect("a row of both"), a);
        assert_eq!(B::try_from(a).expect("a row of both"), b);
    }
    both_ways(ReturnCode::InvalidAppId, Sdk::NoSuchApp);
    both_ways(Sdk::SdkQuota, AppCode::AppQuota);
    both_ways(Sdk::SystemBusy, AppCode::Busy);
    // Every row of the SDK has its counterpart, so these conversions cannot fail.
    assert_eq!(AppCode::from(Sdk::SystemBusy), AppCode::Busy);
    assert_eq!(Sdk::from(AppCode::AppQuota), Sdk::SdkQuota);

    assert_eq!(AppWithMore::from(SdkWithout::SystemBusy), AppWithMore::Busy);
    assert!(SdkWithout::try_from(AppWithMore::AppQuota).is_err());
}

#[test]
fn override_rows_stand_where_the_replaced_rows_stood() {
    use with_the_code::AppCode;
    let first: Vec<_> = AppCode::iter().take(2).collect();
    assert_eq!(first, [AppCode::Busy, AppCode::Success]);
    assert_eq!(AppCode::iter().last(), Some(AppCode::AppQuota));
    let without: Vec<_> =
        without_the_code::AppCode::iter().map(without_the_code::AppCode::code).collect();
    assert_eq!(without.last(), Some(&900_001));
}

#[test]
fn a_row_alike_is_the_row_of_the_spread() {
    wechat_codes! {
        enum Alike {
            40013 => InvalidAppId: "Invalid App ID" { zh: "没有该应用" },
            ..ReturnCode { 40013, -1..=0 },
        }
    }
    let order: Vec<_> = Alike::iter().map(Alike::code).collect();
    assert_eq!(order, [-1, 0, 40013]);
    assert_eq!(Alike::InvalidAppId.message_zh(), Some("没有该应用"));
    assert_eq!(Alike::InvalidAppId.remedy(), Some(Remedy::FixSetup));
    assert_eq!(ReturnCode::from(Alike::InvalidAppId), ReturnCode::InvalidAppId);
}

#[test]
fn picks_apply_in_the_order_written() {
    wechat_codes! { enum Some { ..ReturnCode { 40001..=40014, !40003..=40012, 40005, !InvalidAppId } } }
    let codes: Vec<_> = Some::iter().map(Some::code).collect();
    assert_eq!(codes, [40001, 40002, 40005, 40014]);
    wechat_codes! { enum Others { ..ReturnCode { !Success, !40001..=9_001_036, 40001 } } }
    let codes: Vec<_> = Others::iter().map(Others::code).collect();
    assert_eq!(codes, [-1, 40001]);
}

#[test]
fn notes_are_const_and_may_be_absent() {
    wechat_codes! {
        enum Bare { 0 => Done: "done", 1 => Lost: "Lost in transit" }
    }
    wechat_codes! {
        enum Noted { 0 => Done: "done" { zh: "完成" }, 1 => Lost: "Lost in transit" { remedy: Retry, } }
    }
    const NOTES: [(Option<&str>, Option<Remedy>, bool); 2] = [
        (Noted::Done.message_zh(), Noted::Done.remedy(), Noted::Done.is_success()),
        (Noted::Lost.message_zh(), Noted::Lost.remedy(), Noted::Lost.is_success()),
    ];
    assert_eq!(NOTES, [(Some("完成"), None, true), (None, Some(Remedy::Retry), false)]);
    for code in Bare::iter() {
        assert_eq!((code.message_zh(), code.remedy()), (None, None));
    }
    assert!(CodeTable::is_success(Bare::Done) && !CodeTable::is_success(Bare::Lost));
}

#[test]
fn every_remedy_can_be_noted() {
    wechat_codes! {
        enum All {
            1 => A: "a" { remedy: Retry },
            2 => B: "b" { remedy: SlowDown },
            3 => C: "c" { remedy: WaitForQuota },
            4 => D: "d" { remedy: RenewToken },
            5 => E: "e" { remedy: LogInAgain },
            6 => F: "f" { remedy: FixRequest },
            7 => G: "g" { remedy: CheckState },
            8 => H: "h" { remedy: FixSetup },
            9 => I: "i" { remedy: AskPermission },
        }
    }
    let noted: Vec<_> = All::iter().filter_map(All::remedy).collect();
    assert_eq!(noted, Remedy::ALL);
    for remedy in Remedy::ALL {
        assert_eq!(remedy.name().parse(), Ok(*remedy));
        assert!(!remedy.advice().is_empty() && !remedy.advice_zh().is_empty());
    }
}
