//! Measures what it costs to decode a reply, beside decoders that people write by hand:
//! `cargo bench --package wechat-codes --features json --bench decode`.
//!
//! A call decodes the body into the payload or the error, and releases the result. The floor is
//! `serde_json`, which decodes the body straight into the payload and ignores errors. A contender
//! without a figure on a line cannot do what that line requires.

// Macros write the functions of the benchmarks.
#![allow(missing_docs, clippy::wildcard_imports)]

#[path = "decode/bodies.rs"]
mod bodies;
#[path = "decode/peers.rs"]
mod peers;
mod ratios;

use std::convert::identity;
use std::fmt::Debug;
use std::hint::black_box;
use std::process::ExitCode;

use divan::Bencher;
use peers::Refused;
use ratios::Report;

fn main() -> ExitCode {
    ratios::run(&Report {
        head: &format!("{:<20} {:<5}", "body", "as"),
        label: |path| {
            let [body, form] = path else { return None };
            Some(format!("{body:<20} {form:<5}"))
        },
        contenders: &[
            "floor",
            "wechat_codes",
            "value",
            "untagged",
            "untagged_err_first",
            "flatten",
        ],
        calls_a_pass: 1,
        compared: &["value"],
    })
}

/// Measures a contender on a body, after checking its answer.
fn measure<B, T, E>(
    bencher: Bencher<'_, '_>,
    body: &'static B,
    expected: &Result<T, Refused>,
    decode: fn(&'static B) -> Result<T, E>,
) where
    B: ?Sized,
    T: PartialEq + Debug,
    E: Into<Refused>,
{
    assert_eq!(&decode(black_box(body)).map_err(Into::into), expected);
    bencher.bench_local(|| {
        // The answer is released here, because that is part of its cost. Otherwise, divan would
        // release it after the measurement.
        let _ = black_box(decode(black_box(body)));
    });
}

/// Writes a module for each body. In it, there is a module for each form of the body: `bytes`, as
/// they come from the network, and `text`. These contain a function for each contender.
macro_rules! benchmarks {
    ($($body:ident: $payload:ty, $contenders:tt;)*) => {
        $(
            mod $body {
                use super::*;

                benchmarks!(bytes: str::as_bytes, $body, $payload, $contenders);
                benchmarks!(text: identity, $body, $payload, $contenders);
            }
        )*
    };
    ($form:ident: $get:path, $body:ident, $payload:ty, { $($contender:ident),* }) => {
        mod $form {
            use super::*;

            $(
                #[divan::bench(min_time = 0.2)]
                fn $contender(bencher: Bencher<'_, '_>) {
                    let (body, expected) = bodies::$body();
                    let decode = peers::$form::$contender::<$payload>;
                    measure(bencher, $get(body), &expected, decode);
                }
            )*
        }
    };
}

benchmarks! {
    error: bodies::Token<String>, { wechat_codes, value, untagged, untagged_err_first, flatten };
    success: bodies::Token<String>,
        { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
    success_errcode_0: bodies::Ticket<String>,
        { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
    followers_owned: bodies::Followers<String>,
        { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
    // A `Value` owns its strings, so a payload that is decoded from one cannot borrow from the
    // body.
    followers_borrowed: bodies::Followers<&'static str>,
        { floor, wechat_codes, untagged, untagged_err_first, flatten };
    members_owned: bodies::Members<String>,
        { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
}
