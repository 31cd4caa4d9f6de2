//! The ways to decode a reply: ours, and those that people write by hand with serde.
//!
//! All are written with care: they look the errcode up, keep its message, and take a reply with an
//! errcode of 0 for a success.

use std::num::NonZeroI32;

use serde::de::{Deserialize, DeserializeOwned, Error as _};
use serde_json::Value;
use wechat_codes::{Errcode, json};

/// The API's error, which a reply has instead of a payload.
#[derive(Debug, PartialEq)]
pub(crate) struct Refused {
    pub(crate) errcode: Errcode,
    pub(crate) errmsg: String,
}

impl From<json::Error> for Refused {
    fn from(error: json::Error) -> Self {
        let error = error.api().expect("the benchmark's bodies are JSON");
        Self { errcode: error.errcode(), errmsg: error.errmsg().to_owned() }
    }
}

/// The peers' error.
pub(crate) enum Error {
    Api(Refused),
    Body(serde_json::Error),
}

impl Error {
    fn api(errcode: i32, errmsg: String) -> Self {
        Self::Api(Refused { errcode: Errcode::new(errcode), errmsg })
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Body(error)
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        match error {
            Error::Api(refused) => refused,
            Error::Body(error) => panic!("{error}"),
        }
    }
}

#[derive(serde::Deserialize)]
struct Failure {
    errcode: i32,
    #[serde(default)]
    errmsg: String,
}

/// Correct only for payloads that require a field which errors do not have.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Untagged<T> {
    Success(T),
    Failure(Failure),
}

#[derive(serde::Deserialize)]
struct NonZeroFailure {
    errcode: NonZeroI32,
    #[serde(default)]
    errmsg: String,
}

/// Correct for all payloads: a reply with an errcode of 0 is not a failure.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum UntaggedErrFirst<T> {
    Failure(NonZeroFailure),
    Success(T),
}

#[derive(serde::Deserialize)]
struct Flatten<T> {
    errcode: Option<i32>,
    errmsg: Option<String>,
    #[serde(flatten)]
    payload: Option<T>,
}

/// A form of the body: bytes or text.
pub(crate) trait Body {
    fn parse<'de, T: Deserialize<'de>>(&'de self) -> serde_json::Result<T>;
    fn parse_with_ours<'de, T: Deserialize<'de>>(&'de self) -> Result<T, json::Error>;
}

impl Body for [u8] {
    fn parse<'de, T: Deserialize<'de>>(&'de self) -> serde_json::Result<T> {
        serde_json::from_slice(self)
    }

    fn parse_with_ours<'de, T: Deserialize<'de>>(&'de self) -> Result<T, json::Error> {
        json::from_slice(self)
    }
}

impl Body for str {
    fn parse<'de, T: Deserialize<'de>>(&'de self) -> serde_json::Result<T> {
        serde_json::from_str(self)
    }

    fn parse_with_ours<'de, T: Deserialize<'de>>(&'de self) -> Result<T, json::Error> {
        json::from_str(self)
    }
}

pub(crate) fn floor<'de, B: Body + ?Sized, T: Deserialize<'de>>(body: &'de B) -> Result<T, Error> {
    Ok(body.parse()?)
}

pub(crate) fn wechat_codes<'de, B: Body + ?Sized, T: Deserialize<'de>>(
    body: &'de B,
) -> Result<T, json::Error> {
    body.parse_with_ours()
}

pub(crate) fn value<B: Body + ?Sized, T: DeserializeOwned>(body: &B) -> Result<T, Error> {
    let mut reply: Value = body.parse()?;
    let errcode = match reply.get("errcode") {
        None => 0,
        Some(errcode) => i32::deserialize(errcode)?,
    };
    if errcode == 0 {
        return Ok(serde_json::from_value(reply)?);
    }
    let errmsg = match reply.get_mut("errmsg").map(Value::take) {
        Some(Value::String(errmsg)) => errmsg,
        _ => String::new(),
    };
    Err(Error::api(errcode, errmsg))
}

pub(crate) fn untagged<'de, B: Body + ?Sized, T: Deserialize<'de>>(
    body: &'de B,
) -> Result<T, Error> {
    match body.parse()? {
        Untagged::Success(payload) => Ok(payload),
        Untagged::Failure(error) => Err(Error::api(error.errcode, error.errmsg)),
    }
}

pub(crate) fn untagged_err_first<'de, B: Body + ?Sized, T: Deserialize<'de>>(
    body: &'de B,
) -> Result<T, Error> {
    match body.parse()? {
        UntaggedErrFirst::Success(payload) => Ok(payload),
        UntaggedErrFirst::Failure(error) => Err(Error::api(error.errcode.get(), error.errmsg)),
    }
}

pub(crate) fn flatten<'de, B: Body + ?Sized, T: Deserialize<'de>>(
    body: &'de B,
) -> Result<T, Error> {
    let reply: Flatten<T> = body.parse()?;
    match (reply.errcode.unwrap_or(0), reply.payload) {
        (0, Some(payload)) => Ok(payload),
        (0, None) => Err(serde_json::Error::custom("not the payload").into()),
        (errcode, _) => Err(Error::api(errcode, reply.errmsg.unwrap_or_default())),
    }
}
