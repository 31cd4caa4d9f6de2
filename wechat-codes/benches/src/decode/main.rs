//! Measures what it costs to decode a reply, beside decoders that people write by hand:
//! `cargo bench --package wechat-codes-benches --bench decode`.
//!
//! A call decodes the body into the payload or the error, and releases the result. The floor is
//! `serde_json`, which decodes the body straight into the payload and ignores errors. A body that is
//! `bytes` is as it comes from the network. The groups are named `decode-body-form`.

mod bodies;
mod peers;

use std::convert::identity;
use std::fmt::Debug;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use peers::Refused;
use serde::de::Deserialize;
use wechat_codes::{Errcode, ReturnCode};

criterion_group! {
    name = decode;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .sample_size(20)
        .nresamples(10_000);
    targets = bodies
}
criterion_main!(decode);

/// Writes the groups of each body: one for each form, with each contender.
macro_rules! groups {
    ($criterion:ident, $($body:ident: $payload:ty, $contenders:tt;)*) => {
        $(
            groups!($criterion, $body, "bytes", str::as_bytes, $payload, $contenders);
            groups!($criterion, $body, "text", identity, $payload, $contenders);
        )*
    };
    ($criterion:ident, $body:ident, $form:literal, $get:path, $payload:ty, {
        $($contender:ident),*
    }) => {
        let name = concat!("decode-", stringify!($body), "-", $form);
        let mut group = $criterion.benchmark_group(name);
        let body = bodies::$body();
        $(
            let decode = peers::$contender::<_, $payload>;
            check(decode($get(body)), body);
            group.bench_function(stringify!($contender), |bencher| {
                bencher.iter(|| drop(black_box(decode(black_box($get(body))))));
            });
        )*
        group.finish();
    };
}

fn bodies(criterion: &mut Criterion) {
    use bodies::{Followers, Members, Ticket, Token};

    groups! { criterion,
        error: Token, { wechat_codes, value, untagged, untagged_err_first, flatten };
        success: Token, { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
        success_errcode_0: Ticket,
            { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
        followers_owned: Followers<String>,
            { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
        // A `Value` owns its strings, so a payload that is decoded from one cannot borrow from the
        // body.
        followers_borrowed: Followers<&'static str>,
            { floor, wechat_codes, untagged, untagged_err_first, flatten };
        members_owned: Members,
            { floor, wechat_codes, value, untagged, untagged_err_first, flatten };
    }
}

/// Panics unless this is the right answer: the error, or what the floor returns for a success.
fn check<T, E>(answer: Result<T, E>, body: &'static str)
where
    T: Deserialize<'static> + PartialEq + Debug,
    E: Into<Refused>,
{
    let expected = if body == bodies::error() {
        let errmsg = "invalid appid rid: 61725984-6126f6f9-040f19c4".to_owned();
        Err(Refused { errcode: Errcode::Known(ReturnCode::InvalidAppId), errmsg })
    } else {
        Ok(peers::floor(body).ok().expect("the payload"))
    };
    assert_eq!(answer.map_err(Into::into), expected);
}
