//! Counts the instructions of a lookup, which do not depend on how busy the machine is:
//! `cargo bench --package wechat-codes-benches --bench instructions`. Needs valgrind and
//! `gungraun-runner`.
//!
//! Each benchmark looks up 1,000 keys, so a lookup needs a thousandth of the instructions. The floor
//! is the same loop without a lookup.

// Macros write a table and the benchmarks.
#![allow(missing_docs, unreachable_pub, unused_qualifications)]

#[allow(dead_code)] // `lookup` uses more kinds of keys
#[path = "lookup/keys.rs"]
mod keys;

use std::hint::black_box;

use gungraun::Callgrind;
use gungraun::prelude::*;
use wechat_codes::{CodeTable, ReturnCode, WeixinCode};

macro_rules! ours {
    ($($rows:tt)*) => { wechat_codes::wechat_codes! { pub enum MadeUp { $($rows)* } } };
}

wechat_codes_bench_rows::with_rows!(ours, 10_000);

#[library_benchmark]
#[benches::rows_225(setup = lookups::<ReturnCode>,
    args = ["floor", "from_code", "miss", "message", "name", "from_name"])]
#[benches::rows_2044(setup = lookups::<WeixinCode>,
    args = ["floor", "from_code", "miss", "message", "name", "from_name"])]
#[benches::rows_10000(setup = lookups::<MadeUp>,
    args = ["floor", "from_code", "miss", "message", "name", "from_name"])]
fn pass(lookups: Box<dyn Fn()>) -> Box<dyn Fn()> {
    lookups();
    lookups
}

library_benchmark_group!(name = lookup, benchmarks = [pass]);
main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"]));
    library_benchmark_groups = lookup
);

/// Makes the keys and returns a pass over them.
fn lookups<T: CodeTable<Code = i32>>(name: &str) -> Box<dyn Fn()> {
    let variants: Vec<T> = T::iter().collect();
    let codes: Vec<i32> = variants.iter().map(|code| code.code()).collect();
    let names: Vec<&'static str> = variants.iter().map(|code| code.name()).collect();
    match name {
        "floor" => over(keys::any_order(&codes), |code| code),
        "from_code" => over(keys::any_order(&codes), T::from_code),
        "miss" => over(keys::near(&codes), T::from_code),
        "message" => over(keys::any_order(&variants), T::message),
        "name" => over(keys::any_order(&variants), T::name),
        "from_name" => over(keys::any_order(&names), T::from_name),
        _ => unreachable!("one of the lookups"),
    }
}

fn over<K: Copy + 'static, V>(keys: Vec<K>, lookup: impl Fn(K) -> V + 'static) -> Box<dyn Fn()> {
    Box::new(move || {
        keys[..1000].iter().for_each(|key| drop(black_box(lookup(black_box(*key)))));
    })
}
