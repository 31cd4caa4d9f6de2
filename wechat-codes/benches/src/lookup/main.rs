//! Measures what a lookup costs, and compares it with the peers:
//! `cargo bench --package wechat-codes-benches --bench lookup`.
//!
//! Each benchmark looks up 4,096 keys. The floor is the same loop without a lookup. `report` relies
//! on the names of the groups, `lookup-keys-rows`.

// Macros write the tables and the functions of the benchmarks.
#![allow(missing_docs, unreachable_pub, clippy::wildcard_imports)]

mod keys;
mod tables;

use std::collections::HashMap;
use std::fmt::Write as _;
use std::hint::black_box;
use std::iter::zip;
use std::str::FromStr as _;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use num_enum::TryFromPrimitive as _;
use rustc_hash::FxHashMap;
use strum::EnumMessage as _;

criterion_group! {
    name = lookups;
    config = Criterion::default().sample_size(20).nresamples(10_000)
        .warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(400));
    targets = rows_225, rows_2044, rows_10000
}
criterion_main!(lookups);

/// Writes the groups of one lookup: one for each kind of keys, with the floor and each contender.
macro_rules! groups {
    ($criterion:ident, $lookup:ident($($keys:ident),* in $floor:ident) $contenders:tt) => {
        $(groups!($criterion, $lookup, $keys in $floor, for, $contenders);)*
    };
    ($criterion:ident, $lookup:ident, $keys:ident in $floor:ident, $loop:tt, {
        $($contender:ident($key:pat in $table:expr) $value:expr;)*
    }) => {
        let name = concat!(stringify!($lookup), "-", stringify!($keys));
        let mut group = $criterion.benchmark_group(format!("{name}-{}", CODES.len()));
        group.throughput(Throughput::Elements(keys::PASS as u64));
        let keys = keys::$keys($floor);
        let floor = || pass!($loop, key in black_box(&*keys), key);
        group.bench_function("floor", |bencher| bencher.iter(floor));
        $(
            let keys = keys::$keys($table);
            group.bench_function(stringify!($contender), |bencher| {
                bencher.iter(|| pass!($loop, $key in black_box(&*keys), $value));
            });
        )*
        group.finish();
    };
}

/// Writes a pass over the keys. The lookup is in the loop itself, or in a closure of a user, which
/// the compiler may treat in another way.
macro_rules! pass {
    (for, $key:pat in $keys:expr, $value:expr) => {
        for key in $keys {
            let $key = black_box(*key);
            let _ = black_box($value);
        }
    };
    (map, $key:pat in $keys:expr, $value:expr) => {
        $keys.iter().map(|&$key| $value).map(black_box).for_each(drop)
    };
}

/// Writes the function that measures all lookups of a table.
macro_rules! measure {
    ($($rows:ident),*) => { $(
        fn $rows(criterion: &mut Criterion) {
            use tables::$rows::*;

            let ours: Vec<Ours> = Ours::iter().collect();
            let strum: Vec<_> = CODES.iter().filter_map(|&code| Strum::from_repr(code)).collect();
            let sorted: Vec<(i32, Strum)> = zip(CODES.iter().copied(), strum.clone()).collect();
            let std_map: HashMap<i32, Strum> = sorted.iter().copied().collect();
            let fx_map: FxHashMap<i32, Strum> = sorted.iter().copied().collect();
            let mut text = String::with_capacity(256);
            assert!(CODES.is_sorted() && CODES.iter().all(|&code| Ours::from_code(code).is_some()));

            groups!(criterion, from_code(any_order, skewed, near, anywhere in CODES) {
                wechat_codes(code in CODES) Ours::from_code(code);
                phf(code in CODES) PHF.get(&code).copied();
                strum(code in CODES) Strum::from_repr(code);
                num_enum(code in CODES) NumEnum::try_from_primitive(code).ok();
                std_HashMap(code in CODES) std_map.get(&code).copied();
                FxHashMap(code in CODES) fx_map.get(&code).copied();
                binary_search(code in CODES) {
                    let row = sorted.binary_search_by_key(&code, |&(code, _)| code);
                    row.ok().map(|row| sorted[row].1)
                };
            });
            groups!(criterion, message(any_order in CODES) {
                wechat_codes(code in &ours) code.message();
                strum(code in &strum) code.get_message();
            });
            groups!(criterion, message_in_closure, any_order in CODES, map, {
                wechat_codes(code in &ours) code.message();
                strum(code in &strum) code.get_message();
            });
            groups!(criterion, name(any_order in CODES) {
                wechat_codes(code in &ours) code.name();
                strum(code in &strum) <&'static str>::from(code);
            });
            groups!(criterion, from_name(any_order, misspelt in NAMES) {
                wechat_codes(name in NAMES) Ours::from_name(name);
                strum(name in NAMES) Strum::from_str(name).ok();
                strum_phf(name in NAMES) StrumPhf::from_str(name).ok();
            });
            groups!(criterion, display(any_order in CODES) {
                wechat_codes(code in &ours) { text.clear(); write!(text, "{code}") };
                thiserror(code in THISERROR) { text.clear(); write!(text, "{code}") };
            });
            // The table of 10,000 rows has no notes.
            if CODES.len() == 10_000 { return; }
            groups!(criterion, message_zh(any_order in CODES) {
                wechat_codes(code in &ours) code.message_zh();
            });
            groups!(criterion, remedy(any_order in CODES) {
                wechat_codes(code in &ours) code.remedy();
            });
        }
    )* };
}

measure!(rows_225, rows_2044, rows_10000);
