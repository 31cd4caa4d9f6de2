//! Counts the instructions of a lookup. The count does not depend on how busy the machine is:
//! `cargo bench --package wechat-codes --bench instructions`. Needs valgrind.
//!
//! Each lookup runs under callgrind in two processes of its own. The first makes one pass over the
//! 4,096 keys, and the second makes two. The difference between their counts is the cost of one
//! pass.

// A macro writes the tables.
#![allow(missing_docs, unreachable_pub)]

#[allow(dead_code)] // `lookup` uses more kinds of keys
mod keys;

use std::env;
use std::hint::black_box;
use std::io::ErrorKind;
use std::process::Command;

use wechat_codes::CodeTable;
use wechat_codes_bench_rows::with_rows;

macro_rules! ours {
    ($($rows:tt)*) => {
        wechat_codes::wechat_codes! {
            pub enum Ours { $($rows)* }
        }
    };
}

mod rows_2000 {
    super::with_rows!(ours, 2000);
}

mod rows_10000 {
    super::with_rows!(ours, 10_000);
}

const ROWS: [&str; 3] = ["135", "2000", "10000"];
const LOOKUPS: [&str; 6] = ["floor", "from_code", "miss", "message", "name", "from_name"];

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [rows, lookup, passes] = arguments.as_slice() {
        let passes = passes.parse().expect("a number of passes");
        match rows.as_str() {
            "2000" => run::<rows_2000::Ours>(lookup, passes),
            "10000" => run::<rows_10000::Ours>(lookup, passes),
            _ => run::<wechat_codes::ReturnCode>(lookup, passes),
        }
    } else {
        print_counts();
    }
}

fn print_counts() {
    print!("instructions");
    for lookup in LOOKUPS {
        print!("  {lookup:>9}");
    }
    println!();
    for rows in ROWS {
        print!("{rows:>12}");
        for lookup in LOOKUPS {
            let Some([once, twice]) = counts(rows, lookup) else {
                println!("\nvalgrind is not installed, so nothing was counted");
                return;
            };
            #[allow(clippy::cast_precision_loss)] // some millions
            let a_lookup = (twice - once) as f64 / keys::PASS as f64;
            print!("  {a_lookup:>9.1}");
        }
        println!();
    }
}

/// Returns the instructions of one pass and of two, including those of starting the program.
/// Returns `None` if valgrind is not installed.
fn counts(rows: &str, lookup: &str) -> Option<[u64; 2]> {
    let count = |passes: &str| {
        let output = Command::new("valgrind")
            .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
            .arg(env::current_exe().expect("the benchmark's own path"))
            .args([rows, lookup, passes])
            .output();
        let output = match output {
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            output => output.expect("valgrind runs"),
        };
        let log = String::from_utf8_lossy(&output.stderr);
        let collected = log.lines().find_map(|line| line.split_once("Collected : "));
        Some(collected.expect("callgrind's count").1.trim().parse().expect("a number"))
    };
    Some([count("1")?, count("2")?])
}

fn run<T: CodeTable<Code = i32>>(lookup: &str, passes: usize) {
    let variants: Vec<T> = T::iter().collect();
    let codes: Vec<i32> = variants.iter().map(|code| code.code()).collect();
    let names: Vec<&'static str> = variants.iter().map(|code| code.name()).collect();
    match lookup {
        "floor" => pass(passes, &keys::uniform(&codes), |code| code),
        "from_code" => pass(passes, &keys::uniform(&codes), T::from_code),
        "miss" => pass(passes, &keys::near(&codes), T::from_code),
        "message" => pass(passes, &keys::any_order(&variants), T::message),
        "name" => pass(passes, &keys::any_order(&variants), T::name),
        "from_name" => pass(passes, &keys::any_order(&names), T::from_name),
        _ => unreachable!("one of the lookups"),
    }
}

fn pass<K: Copy, V>(passes: usize, keys: &[K], lookup: impl Fn(K) -> V) {
    for _ in 0..passes {
        for key in black_box(keys) {
            black_box(lookup(black_box(*key)));
        }
    }
}
