//! What a lookup costs, beside the peers: `cargo bench --package wechat-codes --bench lookup`.
//!
//! Every benchmark goes over 4,096 keys. The floor is the same loop with no lookup in it.

// The tables and the modules of benchmarks are written by macros.
#![allow(missing_docs, unreachable_pub, clippy::wildcard_imports)]

mod keys;
mod ratios;
mod tables;

use std::fmt::Write as _;
use std::hint::black_box;
use std::str::FromStr as _;

use divan::Bencher;
use num_enum::TryFromPrimitive as _;
use strum::EnumMessage as _;

fn main() {
    ratios::run("lookup");
}

/// Goes over the keys once an iteration.
fn pass<K: Copy + Sync, V>(bencher: Bencher, keys: &[K], lookup: impl Fn(K) -> V + Sync) {
    assert_eq!(keys.len(), keys::PASS);
    bencher.bench(|| {
        for &key in black_box(keys) {
            black_box(lookup(key));
        }
    });
}

/// Like `pass`, with a buffer that the lookup writes its text to.
fn writing_pass<K: Copy + Sync>(
    bencher: Bencher,
    keys: &[K],
    write: impl Fn(&mut String, K) -> std::fmt::Result + Sync,
) {
    bencher.with_inputs(|| String::with_capacity(256)).bench_refs(|buffer| {
        for &key in black_box(keys) {
            buffer.clear();
            black_box(write(buffer, key)).expect("a String takes all");
            black_box(buffer.as_bytes());
        }
    });
}

/// A benchmark for each contender, in a module for each kind of keys.
macro_rules! contenders {
    ($pass:ident, { $($keys:ident),* }, $contenders:tt) => {
        $(
            pub mod $keys {
                use super::*;

                contenders!($pass, $keys, $contenders);
            }
        )*
    };
    ($pass:ident, $keys:ident, { $($contender:ident: $table:expr, $lookup:expr;)* }) => {
        $(
            #[divan::bench(min_time = 0.05)]
            fn $contender(bencher: Bencher) {
                $pass(bencher, &keys::$keys($table), $lookup);
            }
        )*
    };
}

/// All benchmarks of a table's size.
macro_rules! benchmarks {
    ($($size:ident),*) => {
        $(
            mod $size {
                use super::*;
                use tables::$size::*;

                /// Every variant, in the order of the table.
                fn variants() -> Vec<Ours> {
                    Ours::iter().collect()
                }

                fn strum_variants() -> Vec<Strum> {
                    CODES.iter().filter_map(|&code| Strum::from_repr(code)).collect()
                }

                mod from_code {
                    use super::*;

                    contenders!(pass, { uniform, skewed, near, anywhere }, {
                        floor: CODES, |code| code;
                        wechat_codes: CODES, Ours::from_code;
                        phf: CODES, |code| PHF.get(&code).copied();
                        strum: CODES, Strum::from_repr;
                        num_enum: CODES, |code| NumEnum::try_from_primitive(code).ok();
                        std_hash_map: CODES, |code| STD.get(&code).copied();
                        fx_hash_map: CODES, |code| FX.get(&code).copied();
                        binary_search: CODES, |code| {
                            let row = SORTED.binary_search_by_key(&code, |&(code, _)| code);
                            row.ok().map(|row| SORTED[row].1)
                        };
                    });
                }

                mod message {
                    use super::*;

                    contenders!(pass, { in_order, any_order }, {
                        floor: CODES, |code| code;
                        wechat_codes: &variants(), Ours::message;
                        strum: &strum_variants(), |code| code.get_message();
                    });
                }

                mod name {
                    use super::*;

                    contenders!(pass, { in_order, any_order }, {
                        floor: CODES, |code| code;
                        wechat_codes: &variants(), Ours::name;
                        strum: &strum_variants(), |code| -> &'static str { code.into() };
                    });
                }

                mod from_name {
                    use super::*;

                    contenders!(pass, { any_order, misspelt }, {
                        wechat_codes: NAMES, Ours::from_name;
                        strum: NAMES, |name| Strum::from_str(name).ok();
                        strum_phf: NAMES, |name| StrumPhf::from_str(name).ok();
                    });
                }

                mod display {
                    use super::*;

                    contenders!(writing_pass, { in_order, any_order }, {
                        wechat_codes: &variants(), |to, code| write!(to, "{code}");
                        thiserror: THISERROR, |to, code| write!(to, "{code}");
                    });
                }
            }
        )*
    };
}

benchmarks!(rows_135, rows_2000, rows_10000);
