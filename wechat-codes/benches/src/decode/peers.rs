//! The ways to decode a reply that people write by hand with serde. Each is a type to decode, and a
//! function that makes a result of it. All look the errcode up, keep its message, and take a reply
//! with an errcode of 0 for a success.

use std::num::NonZeroI32;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wechat_codes::{Errcode, json};

/// The API's error, which a reply has instead of a payload.
#[derive(Debug, PartialEq)]
pub(crate) struct Refused {
    errcode: Errcode,
    errmsg: String,
}

type Answer<T> = Result<T, Refused>;

fn refused<T>(errcode: i32, errmsg: String) -> Answer<T> {
    Err(Refused { errcode: Errcode::new(errcode), errmsg })
}

impl From<json::Error> for Refused {
    fn from(error: json::Error) -> Self {
        let error = error.api().expect("the benchmark's bodies are JSON");
        Self { errcode: error.errcode(), errmsg: error.errmsg().to_owned() }
    }
}

#[allow(clippy::unnecessary_wraps)] // as the others
pub(crate) fn floor<T>(payload: T) -> Answer<T> {
    Ok(payload)
}

pub(crate) fn value<T: DeserializeOwned>(mut reply: Value) -> Answer<T> {
    let errcode = match reply.get("errcode") {
        None => 0,
        Some(errcode) => i32::deserialize(errcode).expect("a number"),
    };
    if errcode == 0 {
        return Ok(serde_json::from_value(reply).expect("the payload"));
    }
    match reply.get_mut("errmsg").map(Value::take) {
        Some(Value::String(errmsg)) => refused(errcode, errmsg),
        _ => refused(errcode, String::new()),
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Either<A, B> {
    First(A),
    Second(B),
}

#[derive(Deserialize)]
pub(crate) struct Failure<C> {
    errcode: C,
    #[serde(default)]
    errmsg: String,
}

/// Correct only for payloads that require a field which errors do not have.
pub(crate) fn untagged<T>(reply: Either<T, Failure<i32>>) -> Answer<T> {
    match reply {
        Either::First(payload) => Ok(payload),
        Either::Second(error) => refused(error.errcode, error.errmsg),
    }
}

/// Correct for all payloads: a reply with an errcode of 0 is not a failure.
pub(crate) fn untagged_err_first<T>(reply: Either<Failure<NonZeroI32>, T>) -> Answer<T> {
    match reply {
        Either::First(error) => refused(error.errcode.get(), error.errmsg),
        Either::Second(payload) => Ok(payload),
    }
}

#[derive(Deserialize)]
pub(crate) struct Flatten<T> {
    errcode: Option<i32>,
    errmsg: Option<String>,
    #[serde(flatten)]
    payload: Option<T>,
}

pub(crate) fn flatten<T>(reply: Flatten<T>) -> Answer<T> {
    match reply.errcode.unwrap_or(0) {
        0 => Ok(reply.payload.expect("the payload")),
        errcode => refused(errcode, reply.errmsg.unwrap_or_default()),
    }
}
