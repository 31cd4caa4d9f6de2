//! Tests tables that take rows from other tables.
#![allow(missing_docs, unreachable_pub)] // the tests are about `pub` tables

use wechat_codes::ReturnCode as Wx;
use wechat_codes::{CodeTable, ReturnCode, UnknownCode, wechat_codes};

wechat_codes! {
    pub enum MenuCode {
        ..ReturnCode { SystemBusy, 0, 40015..=40028, 65301..=65317 },
    }
}

wechat_codes! {
    #[non_exhaustive]
    #[repr(i64)]
    pub enum GatewayCode {
        -900_000 => Offline: "The gateway is offline",
        ..ReturnCode,
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

#[test]
fn rows_stand_where_the_spread_stands_in_the_order_of_their_table() {
    let menu: Vec<_> = ReturnCode::iter()
        .filter(|code| matches!(code.code(), -1 | 0 | 40015..=40028 | 65301..=65317))
        .collect();
    assert!(MenuCode::iter().map(MenuCode::code).eq(menu.iter().map(|code| code.code())));
    assert_eq!(MenuCode::COUNT, 32);

    let gateway: Vec<_> = GatewayCode::iter().collect();
    assert_eq!(gateway.len(), ReturnCode::COUNT + 2);
    assert_eq!(gateway[0], GatewayCode::Offline);
    assert_eq!(gateway[1], GatewayCode::SystemBusy);
    assert_eq!(gateway.last(), Some(&GatewayCode::QuotaExhausted));
}

#[test]
fn rows_keep_code_name_and_message() {
    for code in ReturnCode::iter() {
        let here = GatewayCode::from_code(code.code().into()).expect("every row was spread");
        assert_eq!((here.name(), here.message()), (code.name(), code.message()));
        assert_eq!(GatewayCode::from_name(code.name()), Some(here));
    }
}

/// Checks one direction of the conversion between a table and one that it spreads, for every row.
/// Common rows are converted to the row with the same code, name and message. Any other row gives
/// an error that names the code and the table.
fn assert_converts<S, T>(from: impl Fn(S) -> Result<T, UnknownCode<S::Code>>, common: &[i128])
where
    S: CodeTable,
    T: CodeTable,
{
    let table = std::any::type_name::<T>().rsplit("::").next().expect("a name");
    for code in S::iter() {
        let number: i128 = code.code().into();
        match from(code) {
            Ok(there) => {
                assert!(common.contains(&number), "{code:?}");
                assert_eq!(there.code().into(), number);
                assert_eq!((there.name(), there.message()), (code.name(), code.message()));
            }
            Err(error) => {
                assert!(!common.contains(&number), "{code:?}");
                assert_eq!((error.code(), error.table()), (code.code(), table));
                let both_have_it = codes::<T>().contains(&number);
                let reason =
                    if both_have_it { "has another meaning in" } else { "is not a code of" };
                assert_eq!(error.to_string(), format!("{number} {reason} {table}"));
            }
        }
    }
}

fn codes<T: CodeTable>() -> Vec<i128> {
    T::iter().map(|code| code.code().into()).collect()
}

#[test]
fn a_full_spread_converts_from_the_parent_and_tries_into_it() {
    let common = codes::<ReturnCode>();
    assert_converts(|code: ReturnCode| Ok(GatewayCode::from(code)), &common);
    assert_converts(|code: GatewayCode| ReturnCode::try_from(code), &common);
}

#[test]
fn a_selection_tries_from_the_parent_and_converts_into_it() {
    let common = codes::<MenuCode>();
    assert_converts(|code: ReturnCode| MenuCode::try_from(code), &common);
    assert_converts(|code: MenuCode| Ok(ReturnCode::from(code)), &common);
}

#[test]
fn a_union_converts_with_each_of_its_tables() {
    wechat_codes! {
        enum TokenCode { ..ReturnCode { 40001, 40014, 42001..=42003 } }
    }
    wechat_codes! {
        enum CommonCode { ..ReturnCode { -1..=0, 40001 } }
    }
    wechat_codes! {
        /// Two of these tables have 40001, but the union has it once.
        enum Union { ..TokenCode, ..CommonCode, ..MenuCode { SystemBusy } }
    }
    assert_eq!(codes::<Union>(), [40001, 40014, 42001, 42002, 42003, -1, 0]);
    assert_converts(|code: TokenCode| Ok(Union::from(code)), &codes::<TokenCode>());
    assert_converts(|code: CommonCode| Ok(Union::from(code)), &codes::<CommonCode>());
    assert_converts(|code: Union| TokenCode::try_from(code), &codes::<TokenCode>());
    assert_converts(|code: Union| CommonCode::try_from(code), &codes::<CommonCode>());
    // `MenuCode` has the success row, too, so the row is converted although `CommonCode` brought
    // it.
    assert_converts(|code: Union| MenuCode::try_from(code), &[-1, 0]);
    assert_converts(|code: MenuCode| Union::try_from(code), &[-1, 0]);
}

#[test]
fn a_table_that_is_its_parent_again_converts_both_ways() {
    wechat_codes! {
        #[repr(i16)]
        enum Again { ..Small }
    }
    wechat_codes! {
        #[repr(u8)]
        enum Small { 1 => One: "one", 2 => Two: "two" }
    }
    assert_eq!(Again::from(Small::Two), Again::Two);
    assert_eq!(Small::from(Again::One), Small::One);
}

#[test]
fn a_table_spread_twice_by_two_paths_is_one_parent() {
    wechat_codes! {
        enum Twice { ..ReturnCode { 0 }, ..Wx { -1 }, ..wechat_codes::ReturnCode { -1..=0 } }
    }
    assert_eq!(codes::<Twice>(), [0, -1]);
    assert_eq!(ReturnCode::from(Twice::SystemBusy), ReturnCode::SystemBusy);
    assert_eq!(Twice::try_from(ReturnCode::Success), Ok(Twice::Success));
}

#[test]
fn a_code_with_another_meaning_is_not_converted() {
    wechat_codes! {
        enum Other {
            ..ReturnCode { 0 },
            40013 => Unlucky: "Not what WeChat means by it",
            40014 => InvalidAccessToken: "Not how WeChat says it",
        }
    }
    assert_converts(|code: Other| ReturnCode::try_from(code), &[0]);
    assert_converts(|code: ReturnCode| Other::try_from(code), &[0]);
}

#[test]
fn narrower_and_wider_code_types() {
    wechat_codes! {
        #[repr(i64)]
        enum Wide { 1 => One: "one", 257 => Many: "many", 4_294_967_297 => Most: "most" }
    }
    wechat_codes! {
        #[repr(u8)]
        enum Narrow { ..Wide { One }, 2 => Two: "two" }
    }
    // The low bits of 257 and 4294967297 equal 1, which is a code of the narrow table. The
    // conversion must not confuse them with that code.
    assert_converts(|code: Wide| Narrow::try_from(code), &[1]);
    assert_converts(|code: Narrow| Wide::try_from(code), &[1]);
}

#[test]
fn a_spread_of_a_spread_of_a_spread() {
    wechat_codes! { enum A { 1 => One: "one" } }
    wechat_codes! { enum B { ..A, 2 => Two: "two" } }
    wechat_codes! { enum C { 3 => Three: "three", ..B } }
    wechat_codes! { enum D { ..C { One, 3 } } }
    assert_eq!(codes::<D>(), [3, 1]);
    assert_eq!(C::from(B::from(A::One)), C::One);
    assert_eq!(C::from(D::One), C::One);
}

#[allow(unused_qualifications)] // the paths are longer than necessary on purpose
mod paths {
    //! Tables of the same name in two modules, which are spread before they are declared.

    wechat_codes::wechat_codes! {
        pub(crate) enum Early {
            ..self::late::Table,
            ..super::paths::other::Table,
            ..crate::MenuCode { 0 },
            ..Here,
        }
    }

    mod late {
        wechat_codes::wechat_codes! {
            pub(super) enum Table { 1 => Late: "declared later in the file" }
        }
    }

    mod other {
        wechat_codes::wechat_codes! {
            pub(in crate::paths) enum Table { 2 => Other: "of another module" }
        }
    }

    wechat_codes::wechat_codes! {
        enum Here { 3 => Private: "private" }
    }

    pub(crate) mod inner {
        wechat_codes::wechat_codes! {
            pub(crate) enum Inner { ..super::Here, ..super::super::ReturnCode { 0 } }
        }
    }
}

#[test]
fn paths_of_every_kind() {
    assert_eq!(codes::<paths::Early>(), [1, 2, 0, 3]);
    assert_eq!(codes::<paths::inner::Inner>(), [3, 0]);
}

mod hidden {
    wechat_codes::wechat_codes! {
        pub enum Table { 1 => A: "a" }
    }
}
pub use hidden::Table as Shown;

#[test]
fn by_the_path_of_a_reexport() {
    wechat_codes! { enum Child { ..Shown, ..Wx { Success } } }
    assert_eq!(Child::from(Shown::A), Child::A);
    assert_eq!(ReturnCode::try_from(Child::Success), Ok(Wx::Success));
}

#[test]
fn in_a_function_body() {
    wechat_codes! { #[allow(non_local_definitions)] pub enum Public { 1 => A: "a" } }
    wechat_codes! { enum Child { ..Public, ..later::Table, 3 => C: "c" } }
    mod later {
        wechat_codes::wechat_codes! { pub(super) enum Table { 2 => B: "b" } }
    }
    assert_eq!(codes::<Child>(), [1, 2, 3]);
    {
        wechat_codes! { enum Child2 { ..Child { C } } }
        assert_eq!(Child2::C.code(), 3);
    }
}

/// Writes several tables of the same name, which all have the same position in the source.
macro_rules! modules {
    ($($module:ident $code:literal)*) => {
        $(
            pub mod $module {
                wechat_codes::wechat_codes! {
                    pub enum Table { $code => A: "a" }
                }
            }
        )*
    };
}
modules! { first 1 second 2 }

#[test]
fn tables_of_one_name_from_one_macro() {
    wechat_codes! { enum First { ..first::Table } }
    wechat_codes! { enum Second { ..second::Table } }
    assert_eq!((First::A.code(), Second::A.code()), (1, 2));
}

/// Writes a spread, as a user's own macro may.
macro_rules! subset {
    ($name:ident: $path:path { $($code:literal)* }) => {
        wechat_codes! { enum $name { ..$path { $($code),* } } }
    };
}

#[test]
fn a_macro_may_write_the_spread() {
    subset!(Subset: Wx { 0 -1 });
    assert_eq!(codes::<Subset>(), [-1, 0]);
}

mod conditional {
    wechat_codes::wechat_codes! {
        #[cfg_attr(all(), derive(Debug, Default), repr(i16))]
        #[cfg_attr(any(), derive(NoSuchDerive))]
        pub enum Parent {
            #[cfg(all())]
            #[cfg_attr(all(), default, doc = "Present.")]
            1 => On: "on",
            #[cfg(any())]
            2 => Off: "off",
            // The code and the name of a row that is off can be used again.
            #[cfg(not(any()))]
            2 => NotOff: "not off",
            #[cfg(any())]
            3 => On: "the name again",
            #[cfg_attr(all(), cfg_attr(all(), cfg(any())))]
            4 => OffWithin: "off within",
            #[cfg(all())]
            #[cfg(any())]
            5 => OffBySecond: "off by the second condition",
            #[cfg_attr(all(), cfg(all()), deprecated)]
            6 => Old: "old",
            #[cfg(any())]
            ..crate::no::such::Table,
            #[cfg(all())]
            ..crate::ReturnCode { 0 },
        }
    }
    wechat_codes::wechat_codes! {
        pub enum Child { ..Parent }
    }
    wechat_codes::wechat_codes! {
        #[cfg(any())]
        pub enum Absent { 1 => A: "a", ..crate::no::such::Table }
    }
    /// Has the name of the table above, which is off.
    pub struct Absent;
}

#[test]
fn what_is_off_is_absent_everywhere() {
    use conditional::{Child, Parent};

    assert_eq!(codes::<Parent>(), [1, 2, 6, 0]);
    assert_eq!(codes::<Child>(), [1, 2, 6, 0], "and from the carried rows");
    assert_eq!((Parent::COUNT, Parent::default()), (4, Parent::On));
    assert_eq!(size_of::<Parent>(), size_of::<i16>());
    for code in [3, 4, 5] {
        assert_eq!(Parent::from_code(code), None);
    }
    for name in ["Off", "OffWithin", "OffBySecond"] {
        assert_eq!(Parent::from_name(name), None);
    }
    assert_eq!(ReturnCode::try_from(Parent::Success), Ok(ReturnCode::Success));
    let conditional::Absent = conditional::Absent;
}

#[test]
fn attributes_of_rows_come_along() {
    #[expect(deprecated, reason = "the parent's row is deprecated")]
    let old = conditional::Child::Old;
    assert_eq!(old.code(), 6);
}
