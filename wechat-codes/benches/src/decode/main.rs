//! Measures what it costs to decode a reply, beside decoders that people write by hand:
//! `cargo bench --package wechat-codes-benches --bench decode`.
//!
//! A call decodes the body into the payload or the error, and releases the result. The floor is
//! `serde_json`, which decodes the body straight into the payload and ignores errors.

mod bodies;
mod peers;

use std::hint::black_box;
use std::time::Duration;

use bodies::{Followers, Members, Token};
use criterion::{Criterion, criterion_group, criterion_main};
use peers::Refused;
use wechat_codes::json;

criterion_group! {
    name = decode;
    config = Criterion::default().sample_size(20).nresamples(10_000)
        .warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(400));
    targets = bodies
}
criterion_main!(decode);

/// Writes the groups of each body: one for each form, with ours and the peers that can decode it.
macro_rules! groups {
    ($($name:ident of $body:ident: $payload:ty, [$($peer:ident),*];)*) => {
        fn bodies(criterion: &mut Criterion) {
            $(
                let text: &str = bodies::$body().leak();
                let bytes = text.as_bytes();
                groups!(criterion, $name, "bytes", from_slice(bytes), $payload,
                    [$($peer,)* untagged, untagged_err_first, flatten]);
                groups!(criterion, $name, "text", from_str(text), $payload,
                    [$($peer,)* untagged, untagged_err_first, flatten]);
            )*
        }
    };
    ($criterion:ident, $name:ident, $form:literal, $parse:ident($input:ident), $payload:ty,
        [$($peer:ident),*]) => {
        let name = concat!("decode-", stringify!($name), "-", $form);
        let mut group = $criterion.benchmark_group(name);
        let ours = || json::$parse::<$payload>(black_box($input));
        group.bench_function("wechat_codes", |bencher| bencher.iter(|| drop(black_box(ours()))));
        $(
            let peer = || peers::$peer::<$payload>(
                serde_json::$parse(black_box($input)).expect("a reply")
            );
            assert_eq!(peer(), ours().map_err(Refused::from), "the contenders agree");
            let name = stringify!($peer);
            group.bench_function(name, |bencher| bencher.iter(|| drop(black_box(peer()))));
        )*
        group.finish();
    };
}

groups! {
    error of error: Token, [value];
    success of success: Token, [floor, value];
    success_errcode_0 of success_errcode_0: Token, [floor, value];
    followers_owned of followers: Followers<String>, [floor, value];
    // A `Value` owns its strings, so a payload that is decoded from one cannot borrow from a body.
    followers_borrowed of followers: Followers<&str>, [floor];
    members of members: Members, [floor, value];
}
