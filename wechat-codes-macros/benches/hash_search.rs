//! Measures how long the search for a perfect hash takes:
//! `cargo test --package wechat-codes-macros --bench hash_search`. The command is `cargo test`,
//! because a user's macros are not optimised.

#[allow(dead_code, unused_imports)] // only the search is used; the tests are compiled, but not run
#[path = "../src/hash.rs"]
mod hash;
#[allow(dead_code, unused_imports)]
#[path = "../src/int_type.rs"]
mod int_type;

use std::time::Instant;

use crate::int_type::IntType;

fn main() {
    for rows in [135, 1_000, 2_000, 5_000, 10_000] {
        // WeChat's codes come in runs. Scattered codes are the hardest.
        print_time("in runs", rows, |row| 40_000 + row / 40 * 1_000 + row % 40);
        print_time("scattered", rows, scattered);
    }
}

/// Returns a different code for every row: the last step of `MurmurHash3`.
fn scattered(row: u32) -> u32 {
    let row = (row ^ (row >> 16)).wrapping_mul(0x85eb_ca6b);
    let row = (row ^ (row >> 13)).wrapping_mul(0xc2b2_ae35);
    row ^ (row >> 16)
}

fn print_time(kind: &str, rows: u32, code: impl Fn(u32) -> u32) {
    let start = Instant::now();
    let codes = (0..rows).map(|row| code(row).into());
    let hash = hash::search_table(IntType::U32, codes).expect("a hash");
    let (time, slots) = (start.elapsed(), hash.slots.len());
    println!("{rows:>6} codes {kind:<9}  {:>6.2} ms, {slots} slots", time.as_secs_f64() * 1e3);
}
