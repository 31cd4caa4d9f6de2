//! Tests large tables. Their lookups use a match instead of an array of variants, and the lookups
//! of the largest tables divide the match into parts.

// The tests only call the methods of `CodeTable`, so the tables' own methods are unused.
#![allow(dead_code)]

use std::collections::HashSet;

use wechat_codes::CodeTable;
use wechat_codes_bench_rows::with_rows;

macro_rules! narrow {
    ($($code:literal => $name:ident: $message:literal,)*) => {
        wechat_codes::wechat_codes! {
            pub(crate) enum Table { $($code => $name: $message,)* }
        }
        pub(crate) const ROWS: &[(i64, &str, &str)] = &[$(($code, stringify!($name), $message)),*];
    };
}

macro_rules! wide {
    ($($code:literal => $name:ident: $message:literal,)*) => {
        wechat_codes::wechat_codes! {
            #[repr(i64)]
            pub(crate) enum Table { $($code => $name: $message,)* }
        }
        pub(crate) const ROWS: &[(i64, &str, &str)] = &[$(($code, stringify!($name), $message)),*];
    };
}

mod in_one_match {
    super::with_rows!(narrow, 900);
}

mod in_parts {
    super::with_rows!(narrow, 3000);
}

mod in_parts_of_wide_codes {
    super::with_rows!(wide, 2500);
}

fn has_these_rows<T: CodeTable<Code: TryFrom<i64>>>(rows: &[(i64, &str, &str)]) {
    let code = |code: i64| T::Code::try_from(code).ok().expect("in the range of the code type");
    assert_eq!(T::COUNT, rows.len());
    for (variant, &(number, name, message)) in T::iter().zip(rows) {
        assert_eq!(variant.code(), code(number));
        assert_eq!(T::from_code(code(number)), Some(variant));
        assert_eq!(T::from_name(name), Some(variant));
        assert_eq!((variant.name(), variant.message()), (name, message));
    }
    let codes: HashSet<i64> = rows.iter().map(|row| row.0).collect();
    let near = codes.iter().flat_map(|code| code - 40..code + 40);
    for stranger in near.filter(|number| !codes.contains(number)) {
        assert_eq!(T::from_code(code(stranger)), None, "{stranger}");
    }
}

#[test]
fn one_match() {
    has_these_rows::<in_one_match::Table>(in_one_match::ROWS);
}

#[test]
fn parts() {
    has_these_rows::<in_parts::Table>(in_parts::ROWS);
}

#[test]
fn parts_of_wide_codes() {
    has_these_rows::<in_parts_of_wide_codes::Table>(in_parts_of_wide_codes::ROWS);
}
