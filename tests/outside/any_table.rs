//! Compiles random tables and looks every row up again.

use std::collections::BTreeMap;
use std::fmt::Write;

use proptest::prelude::*;

use crate::cargo::{cargo, succeed, write_crate};

/// The repr of a table, and its rows of code, name and message.
type Table = (&'static str, Vec<(i128, String, String)>);

/// The function with which a generated program checks each of its tables.
const CHECK: &str = r#"
use std::collections::HashSet;
use std::fmt::Debug;
use wechat_codes::CodeTable;

fn check<T: CodeTable>(rows: &[(i128, &str, &str)])
where
    T::Code: TryFrom<i128, Error: Debug>,
{
    assert_eq!(T::COUNT, rows.len());
    let codes: HashSet<i128> = rows.iter().map(|row| row.0).collect();
    let mut iter = T::iter();
    for &(wide, name, message) in rows {
        let variant = iter.next().expect("a variant for each row");
        let code = T::Code::try_from(wide).expect("a code within the repr");
        assert_eq!(variant.code(), code);
        assert_eq!(T::from_code(code), Some(variant), "{wide}");
        assert_eq!((variant.name(), variant.message()), (name, message), "{wide}");
        assert_eq!(T::from_name(name), Some(variant), "{name}");
        assert_eq!(name.parse(), Ok(variant), "{name}");
        assert_eq!(wide.to_string().parse(), Ok(variant), "{wide}");
        assert_eq!(variant.to_string(), message);
        assert_eq!(format!("{variant:#}"), format!("{wide}: {message}"));
        for absent in [wide - 1, wide + 1, wide ^ 0x8000, -wide, wide * 2] {
            if let (false, Ok(code)) = (codes.contains(&absent), T::Code::try_from(absent)) {
                assert_eq!(T::from_code(code), None, "{absent}");
            }
        }
    }
    assert!(iter.next().is_none());
}
"#;

/// Writes a program that declares each table with `wechat_codes!` and checks all of them.
fn program(tables: &[Table]) -> String {
    let mut program = CHECK.to_owned();
    for (index, (repr, rows)) in tables.iter().enumerate() {
        writeln!(program, "wechat_codes::wechat_codes! {{ #[repr({repr})] enum T{index} {{")
            .unwrap();
        for (code, name, message) in rows {
            writeln!(program, "    {code} => {name}: {message:?},").unwrap();
        }
        program.push_str("} }\n");
    }
    program.push_str("fn main() {\n");
    for (index, (_, rows)) in tables.iter().enumerate() {
        writeln!(program, "    check::<T{index}>(&{rows:?});").unwrap();
    }
    program.push_str("    println!(\"all round-trip\");\n}\n");
    program
}

fn assert_round_trip(name: &str, tables: &[Table]) {
    let krate = write_crate(name, &program(tables));
    assert_eq!(succeed(&mut cargo("run", &krate)), "all round-trip\n");
}

/// Generates tables of one repr, with codes anywhere in its range, close together, and at its ends.
fn codes(repr: &'static str, min: i128, max: i128) -> impl Strategy<Value = Table> {
    let near = (min..=max, 0..300_i128).prop_map(move |(start, offset)| (start + offset).min(max));
    let code = prop_oneof![
        (min..=max).boxed(),
        Just(min).boxed(),
        Just(max).boxed(),
        near.boxed(),
        (0..=max.min(100)).boxed(),
    ];
    let message = prop_oneof!["[ -~]{1,40}", "\\PC{1,20}"]
        .prop_filter("a message is not blank", |message| !message.trim().is_empty());
    prop::collection::btree_map(code, message, 1..120)
        .prop_flat_map(|rows: BTreeMap<i128, String>| {
            Just(rows.into_iter().collect::<Vec<_>>()).prop_shuffle()
        })
        .prop_map(move |rows| {
            let named = rows.into_iter().enumerate();
            (repr, named.map(|(i, (code, message))| (code, format!("V{i}"), message)).collect())
        })
}

fn any_table() -> impl Strategy<Value = Table> {
    prop_oneof![
        codes("i8", i8::MIN.into(), i8::MAX.into()),
        codes("i16", i16::MIN.into(), i16::MAX.into()),
        codes("i32", i32::MIN.into(), i32::MAX.into()),
        codes("i64", i64::MIN.into(), i64::MAX.into()),
        codes("u8", u8::MIN.into(), u8::MAX.into()),
        codes("u16", u16::MIN.into(), u16::MAX.into()),
        codes("u32", u32::MIN.into(), u32::MAX.into()),
        codes("u64", u64::MIN.into(), u64::MAX.into()),
    ]
}

proptest! {
    // Each case is a compilation, so it has many tables. PROPTEST_CASES sets the number of cases.
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").map_or(2, |cases| cases.parse().expect("a number")),
        max_shrink_iters: 30,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_distinct_codes_round_trip(tables in prop::collection::vec(any_table(), 24)) {
        assert_round_trip("any-distinct-codes", &tables);
    }
}

/// Returns two thousand rows whose codes form groups of a hundred, as WeChat's codes do.
fn two_thousand_rows() -> Table {
    let row = |index: i128| {
        let code = 40_000 + index / 100 * 1_000 + index % 100;
        (code, format!("Code{code}"), format!("What the code {code} means"))
    };
    ("i32", (0..2_000).map(row).collect())
}

#[test]
fn two_thousand_rows_round_trip() {
    assert_round_trip("two-thousand-rows", &[two_thousand_rows()]);
}

#[test]
fn two_thousand_rows_round_trip_through_two_spreads() {
    let (repr, rows) = two_thousand_rows();
    let first = program(&[(repr, rows.clone())]);
    let (tables, main) = first.split_once("fn main() {").expect("a main function");
    let main = main.replace("check::<T0>", "check::<Grandchild>");
    let spreads = "wechat_codes::wechat_codes! { enum Child { ..T0 } }\n\
                   wechat_codes::wechat_codes! { enum Grandchild { ..Child } }\n";
    let krate =
        write_crate("two-thousand-rows-spread", &format!("{tables}{spreads}fn main() {{{main}"));
    assert_eq!(succeed(&mut cargo("run", &krate)), "all round-trip\n");
}
