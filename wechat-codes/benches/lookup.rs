//! Measures what a lookup costs, and compares it with the peers:
//! `cargo bench --package wechat-codes --bench lookup`.
//!
//! Every benchmark looks up 4,096 keys. The floor is the same loop without a lookup.

// Macros write the tables and the functions of the benchmarks.
#![allow(missing_docs, unreachable_pub, clippy::wildcard_imports)]

mod keys;
mod ratios;
mod tables;

use std::fmt::Write as _;
use std::hint::black_box;
use std::process::ExitCode;
use std::str::FromStr as _;

use divan::Bencher;
use num_enum::TryFromPrimitive as _;
use ratios::Report;
use strum::EnumMessage as _;

fn main() -> ExitCode {
    const CONTENDERS: [&str; 10] = [
        "floor",
        "wechat_codes",
        "phf",
        "strum",
        "strum_phf",
        "num_enum",
        "thiserror",
        "std_HashMap",
        "FxHashMap",
        "binary_search",
    ];
    ratios::run(&Report {
        head: &format!("{:<10} {:>5}  {:<9}", "lookup", "rows", "keys"),
        label: |path| {
            let [rows, lookup, keys] = path else { return None };
            let rows = rows.trim_start_matches("rows_");
            Some(format!("{lookup:<10} {rows:>5}  {keys:<9}"))
        },
        contenders: &CONTENDERS,
        calls_a_pass: keys::PASS,
        compared: &[],
    })
}

/// Writes the benchmarks of one lookup: a module for each kind of keys, with a function for each
/// contender. The lookup is in the loop itself, as in a user's program, and not in a closure.
macro_rules! benchmarks {
    ($lookup:ident($($keys:ident),*) $contenders:tt) => {
        mod $lookup {
            use super::*;

            $(
                mod $keys {
                    use super::*;

                    benchmarks!($keys $contenders);
                }
            )*
        }
    };
    ($keys:ident {
        $($contender:ident($key:pat in $table:expr $(, with $buffer:ident)?) $lookup:expr;)*
    }) => {
        $(
            #[divan::bench(min_time = 0.05)]
            #[allow(non_snake_case)] // `FxHashMap`
            fn $contender(bencher: Bencher) {
                let keys = keys::$keys($table);
                assert_eq!(keys.len(), keys::PASS);
                $(let mut $buffer = String::with_capacity(256);)?
                bencher.bench_local(|| {
                    for key in black_box(&*keys) {
                        $($buffer.clear();)?
                        let $key = black_box(*key);
                        let _ = black_box($lookup);
                    }
                });
            }
        )*
    };
}

/// Writes all benchmarks for each size of table.
macro_rules! benchmarks_of_tables {
    ($($size:ident),*) => {
        $(
            mod $size {
                use super::*;
                use tables::$size::*;

                /// Returns every variant in the order of the table.
                fn variants() -> Vec<Ours> {
                    Ours::iter().collect()
                }

                fn strum_variants() -> Vec<Strum> {
                    CODES.iter().filter_map(|&code| Strum::from_repr(code)).collect()
                }

                benchmarks!(from_code(uniform, skewed, near, anywhere) {
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

                benchmarks!(message(in_order, any_order) {
                    floor(code in CODES) code;
                    wechat_codes(code in &variants()) code.message();
                    strum(code in &strum_variants()) code.get_message();
                });

                benchmarks!(name(in_order, any_order) {
                    floor(code in CODES) code;
                    wechat_codes(code in &variants()) code.name();
                    strum(code in &strum_variants()) <&'static str>::from(code);
                });

                benchmarks!(from_name(any_order, misspelt) {
                    wechat_codes(name in NAMES) Ours::from_name(name);
                    strum(name in NAMES) Strum::from_str(name).ok();
                    strum_phf(name in NAMES) StrumPhf::from_str(name).ok();
                });

                benchmarks!(display(in_order, any_order) {
                    wechat_codes(code in &variants(), with buffer) write!(buffer, "{code}");
                    thiserror(code in THISERROR, with buffer) write!(buffer, "{code}");
                });
            }
        )*
    };
}

benchmarks_of_tables!(rows_135, rows_2000, rows_10000);
