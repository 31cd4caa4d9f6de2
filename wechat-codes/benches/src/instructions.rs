//! Counts the instructions of a lookup, which do not depend on how busy the machine is:
//! `cargo bench --package wechat-codes-benches --bench instructions`. Needs valgrind and
//! `gungraun-runner`.
//!
//! Each benchmark looks up 1,000 keys, so thousands of instructions are the instructions of a lookup.
//! The floor is the same loop without a lookup.

// Macros write the table and the benchmarks.
#![allow(missing_docs, unreachable_pub, clippy::wildcard_imports)]

#[allow(dead_code)] // `lookup` uses more kinds of keys
#[path = "lookup/keys.rs"]
mod keys;

use std::convert::identity;
use std::hint::black_box;

use gungraun::{
    Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main,
};
use wechat_codes::{ReturnCode, WeixinCode};
use wechat_codes_bench_rows::with_rows;

macro_rules! ours {
    ($($rows:tt)*) => {
        wechat_codes::wechat_codes! { pub enum MadeUp { $($rows)* } }
    };
}

with_rows!(ours, 10_000);

/// Writes the benchmark of one lookup. Its keys are made before the count begins.
macro_rules! benchmark {
    ($name:ident: $keys:expr, |$key:ident: $type:ty| $value:expr) => {
        #[library_benchmark]
        #[bench::pass($keys[..1000].to_vec().leak())]
        fn $name(keys: &'static [$type]) {
            for key in black_box(keys) {
                let $key = black_box(*key);
                black_box($value);
            }
        }
    };
}

/// Writes the benchmarks of one table.
macro_rules! benchmarks {
    ($module:ident, $table:ident, $group:ident) => {
        mod $module {
            use super::*;

            fn of_all<T>(of: fn($table) -> T) -> Vec<T> {
                $table::iter().map(of).collect()
            }

            fn codes() -> Vec<i32> {
                of_all($table::code)
            }

            benchmark!(floor: keys::uniform(&codes()), |code: i32| code);
            benchmark!(from_code: keys::uniform(&codes()), |code: i32| $table::from_code(code));
            benchmark!(miss: keys::near(&codes()), |code: i32| $table::from_code(code));
            benchmark!(message: keys::any_order(&of_all(identity)), |code: $table| code.message());
            benchmark!(name: keys::any_order(&of_all(identity)), |code: $table| code.name());
            benchmark!(
                from_name: keys::any_order(&of_all($table::name)),
                |name: &'static str| $table::from_name(name)
            );

            library_benchmark_group!(
                name = $group,
                benchmarks = [floor, from_code, miss, message, name, from_name]
            );
        }
        use $module::$group;
    };
}

benchmarks!(return_code, ReturnCode, rows_225);
benchmarks!(weixin_code, WeixinCode, rows_2044);
benchmarks!(made_up, MadeUp, rows_10000);
main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"]));
    library_benchmark_groups = rows_225, rows_2044, rows_10000
);
