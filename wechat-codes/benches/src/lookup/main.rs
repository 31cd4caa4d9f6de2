//! Measures what a lookup costs, and compares it with the peers:
//! `cargo bench --package wechat-codes-benches --bench lookup`.
//!
//! Each benchmark looks up 4,096 keys. The floor is the same loop without a lookup. The groups are
//! named `lookup-keys-rows`, which `report` relies on.

// Macros write the tables and the functions of the benchmarks.
#![allow(missing_docs, unreachable_pub)]

mod keys;
mod tables;

use std::fmt::Write as _;
use std::hint::black_box;
use std::str::FromStr as _;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use num_enum::TryFromPrimitive as _;
use strum::EnumMessage as _;

criterion_group! {
    name = lookups;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .sample_size(20)
        .nresamples(10_000);
    targets = rows_225, rows_2044, rows_10000
}
criterion_main!(lookups);

/// Writes the groups of one lookup: one for each kind of keys, with each contender. The lookup is in
/// the loop itself, as in a user's program, and not in a closure.
macro_rules! groups {
    ($lookup:ident($($keys:ident),*), $criterion:ident, $rows:expr, $contenders:tt) => {
        $(groups!($lookup, $keys, $criterion, $rows, $contenders);)*
    };
    ($lookup:ident, $keys:ident, $criterion:ident, $rows:expr, {
        $($contender:ident($key:pat in $table:expr) $value:expr;)*
    }) => {
        let name = concat!(stringify!($lookup), "-", stringify!($keys));
        let mut group = $criterion.benchmark_group(format!("{name}-{}", $rows));
        group.throughput(Throughput::Elements(keys::PASS as u64));
        $(
            let keys = keys::$keys($table);
            group.bench_function(stringify!($contender), |bencher| {
                bencher.iter(|| {
                    for key in black_box(&*keys) {
                        let $key = black_box(*key);
                        let _ = black_box($value);
                    }
                });
            });
        )*
        group.finish();
    };
}

/// Writes the function that measures all lookups of each table.
macro_rules! functions {
    ($($rows:ident),*) => { $(
        fn $rows(criterion: &mut Criterion) {
            use tables::$rows::{
                CODES, FX, NAMES, NumEnum, Ours, PHF, SORTED, STD, Strum, StrumPhf, THISERROR,
            };

            let rows = CODES.len();
            let variants: Vec<Ours> = Ours::iter().collect();
            let strum: Vec<Strum> =
                CODES.iter().filter_map(|&code| Strum::from_repr(code)).collect();
            assert!(CODES.iter().all(|&code| Ours::from_code(code).is_some()));
            assert_eq!((variants.len(), strum.len()), (rows, rows));

            groups!(from_code(uniform, skewed, near, anywhere), criterion, rows, {
                floor(code in CODES) code;
                wechat_codes(code in CODES) Ours::from_code(code);
                phf(code in CODES) PHF.get(&code).copied();
                strum(code in CODES) Strum::from_repr(code);
                num_enum(code in CODES) NumEnum::try_from_primitive(code).ok();
                std_HashMap(code in CODES) STD.get(&code).copied();
                FxHashMap(code in CODES) FX.get(&code).copied();
                binary_search(code in CODES) {
                    let row = SORTED.binary_search_by_key(&code, |&(code, _)| code);
                    row.ok().map(|row| SORTED[row].1)
                };
            });
            groups!(message(in_order, any_order), criterion, rows, {
                floor(code in CODES) code;
                wechat_codes(code in &variants) code.message();
                strum(code in &strum) code.get_message();
            });
            groups!(name(in_order, any_order), criterion, rows, {
                floor(code in CODES) code;
                wechat_codes(code in &variants) code.name();
                strum(code in &strum) <&'static str>::from(code);
            });
            groups!(from_name(any_order, misspelt), criterion, rows, {
                floor(name in NAMES) name;
                wechat_codes(name in NAMES) Ours::from_name(name);
                strum(name in NAMES) Strum::from_str(name).ok();
                strum_phf(name in NAMES) StrumPhf::from_str(name).ok();
            });
            let mut text = String::with_capacity(256);
            groups!(display(in_order, any_order), criterion, rows, {
                floor(code in CODES) { text.clear(); code };
                wechat_codes(code in &variants) { text.clear(); write!(text, "{code}") };
                thiserror(code in THISERROR) { text.clear(); write!(text, "{code}") };
            });
            // The table of 10,000 rows has no notes.
            if variants.iter().any(|code| code.remedy().is_some()) {
                groups!(message_zh(any_order), criterion, rows, {
                    floor(code in CODES) code;
                    wechat_codes(code in &variants) code.message_zh();
                });
                groups!(remedy(any_order), criterion, rows, {
                    floor(code in CODES) code;
                    wechat_codes(code in &variants) code.remedy();
                });
            }

            // A user's lookup is often in a closure, which the compiler may treat in another way.
            let mut group = criterion.benchmark_group(format!("message-in_closure-{rows}"));
            group.throughput(Throughput::Elements(keys::PASS as u64));
            let (codes, ours, strum) =
                (keys::any_order(CODES), keys::any_order(&variants), keys::any_order(&strum));
            group.bench_function("floor", |bencher| {
                bencher.iter(|| black_box(&*codes).iter().map(black_box).for_each(drop));
            });
            group.bench_function("wechat_codes", |bencher| {
                bencher.iter(|| {
                    black_box(&*ours).iter().map(|code| code.message()).map(black_box).for_each(drop);
                });
            });
            group.bench_function("strum", |bencher| {
                bencher.iter(|| {
                    black_box(&*strum).iter().map(|code| code.get_message()).map(black_box)
                        .for_each(drop);
                });
            });
            group.finish();
        }
    )* };
}

functions!(rows_225, rows_2044, rows_10000);
