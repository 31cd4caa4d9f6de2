//! Decodes the JSON of a reply into its payload or its error. Needs feature `json`.
//!
//! A reply is either the payload, with or without `"errcode":0,"errmsg":"ok"` in it, or an object with
//! an errcode that is not 0. One call tells them apart:
//!
//! ```
//! use serde::Deserialize;
//! use wechat_codes::{Remedy, json};
//!
//! #[derive(Deserialize)]
//! struct Token<'a> {
//!     access_token: &'a str,
//!     expires_in: u64,
//! }
//!
//! let token: Token = json::from_slice(br#"{"access_token":"ACCESS_TOKEN","expires_in":7200}"#)?;
//! assert_eq!((token.access_token, token.expires_in), ("ACCESS_TOKEN", 7200));
//!
//! let refused = json::from_slice::<Token>(br#"{"errcode":40013,"errmsg":"invalid appid"}"#);
//! assert_eq!(refused.err().and_then(|error| error.remedy()), Some(Remedy::FixSetup));
//! # Ok::<(), json::Error>(())
//! ```
//!
//! The two replies are those of the [documentation of access tokens].
//!
//! # Which function
//!
//! | the call answers | function | with the codes of any table |
//! | --- | --- | --- |
//! | a payload in JSON | [`from_slice`], [`from_str`] | [`from_slice_with_codes`], [`from_str_with_codes`] |
//! | nothing but `errcode` and `errmsg` | [`ack`] | [`ack_with_codes`] |
//! | a file, or JSON after an error | [`error_in`] | [`error_in_with_codes`] |
//!
//! The functions without a table read codes with [`ReturnCode`], which is for replies of Official
//! Accounts. WeCom's numbers mean other things: read WeCom's replies with the functions of
//! the last column.
//!
//! # What counts as an error of the API
//!
//! - An `errcode` in the outermost object, before, between or after other fields, that is an integer or
//!   a string of one (`-?[0-9]+`), and not 0. An errcode that is absent, null or 0 is success.
//! - A reply with an errcode of another kind, or with two errcodes, cannot be trusted: [`Error::Body`].
//!   Neither can a reply that is not JSON, whatever its errcode.
//! - If an `errmsg` is not a string, its JSON is kept. An absent or null errmsg is empty.
//!
//! # What the payload's type sees
//!
//! The type sees the whole body, with `errcode` and `errmsg`: it may have fields of these names, borrow
//! from the body, be flattened, untagged, a map or a `serde_json::Value`. But a type that is
//! `#[serde(deny_unknown_fields)]` must have both fields, or it refuses the replies that carry them. A
//! field for an errcode that may be null is an `Option`.
//!
//! A byte order mark before the body is skipped, and not counted in the columns of an error. Nested
//! values do not exhaust the stack: `serde_json` refuses a payload that is nested deeper than 127 times.
//!
//! # In other errors
//!
//! An error type of your own can hold an [`Error`] or an [`ApiError`] with `#[from]`. The guide's
//! recipes have samples for `thiserror`, `anyhow` and `axum`.
//!
//! [documentation of access tokens]: https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html

mod api_error;
mod error;
mod scan;

use alloc::string::String;

use serde_core::de::{Deserialize, IgnoredAny};

pub use self::api_error::ApiError;
pub use self::error::Error;
use crate::{CodeTable, ReturnCode};

/// The result of decoding a reply.
///
/// ```
/// use wechat_codes::json;
///
/// fn user_count(body: &[u8]) -> json::Result<u64> {
///     json::from_slice(body)
/// }
/// assert_eq!(user_count(b"7").unwrap(), 7);
/// ```
pub type Result<T, C = ReturnCode> = core::result::Result<T, Error<C>>;

/// Decodes a reply into its payload, or into the error that it reports with a code of [`ReturnCode`].
///
/// # Errors
///
/// [`Error::Api`] if the reply has an errcode that is not 0, [`Error::Body`] if the reply is not JSON or
/// not a `T`; the [module's docs](self) have the details.
///
/// ```
/// use wechat_codes::json;
///
/// let user: serde_json::Value = json::from_slice(br#"{"errcode":0,"errmsg":"ok","openid":"o1"}"#)?;
/// assert_eq!(user["openid"], "o1");
///
/// let error = json::from_slice::<serde_json::Value>(br#"{"errcode":40003}"#).unwrap_err();
/// assert_eq!(error.to_string(), "40003 InvalidOpenId: Invalid Open ID");
/// # Ok::<(), json::Error>(())
/// ```
pub fn from_slice<'de, T: Deserialize<'de>>(body: &'de [u8]) -> Result<T> {
    from_slice_with_codes(body)
}

/// Decodes a reply that is text already, as [`from_slice`] does.
///
/// # Errors
///
/// Those of [`from_slice`].
///
/// ```
/// use wechat_codes::json;
///
/// let ips: Vec<&str> = json::from_str(r#"["127.0.0.1","127.0.0.2"]"#)?;
/// assert_eq!(ips.len(), 2);
///
/// let error = json::from_str::<Vec<&str>>(r#"{"errcode":"-1"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "-1 SystemBusy: System busy");
/// # Ok::<(), json::Error>(())
/// ```
pub fn from_str<'de, T: Deserialize<'de>>(body: &'de str) -> Result<T> {
    from_str_with_codes(body)
}

/// Decodes the reply to a call without a payload, which answers `{"errcode":0,"errmsg":"ok"}`.
///
/// The reply must be JSON. For a call that answers a file, [`error_in`] is right.
///
/// # Errors
///
/// Those of [`from_slice`].
///
/// ```
/// use wechat_codes::json;
///
/// json::ack(br#"{"errcode":0,"errmsg":"ok"}"#)?;
///
/// let error = json::ack(br#"{"errcode":40016,"errmsg":"invalid button size"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "40016 InvalidButtonQuantity: invalid button size");
///
/// // A gateway's page does not pass for a success.
/// assert!(json::ack(b"<html>Bad gateway</html>").unwrap_err().api().is_none());
/// # Ok::<(), json::Error>(())
/// ```
pub fn ack(body: &[u8]) -> Result<()> {
    ack_with_codes(body)
}

/// Returns the error that the reply to a download reports: a body that may be a file, such as an image.
///
/// Only a body that begins with `{` is searched. `None` therefore also stands for a gateway's HTML page
/// with status 200; look at the content type too. For a reply that is always JSON, [`ack`] and
/// [`from_slice`] are right.
///
/// The error is returned if the body is a JSON object with an errcode that [counts](self) and is not 0.
/// Of several errcodes the first such counts. JSON that is cut off is not an error.
///
/// ```
/// use wechat_codes::json;
///
/// assert!(json::error_in(b"\x89PNG\r\n\x1a\n").is_none());
///
/// let error = json::error_in(br#"{"errcode":40007,"errmsg":"invalid media_id"}"#).unwrap();
/// assert_eq!(error.to_string(), "40007 InvalidMediaFileId: invalid media_id");
/// ```
#[must_use]
pub fn error_in(body: &[u8]) -> Option<ApiError> {
    error_in_with_codes(body)
}

/// Decodes a reply as [`from_slice`] does, with the codes of any table.
///
/// # Errors
///
/// Those of [`from_slice`].
///
/// ```
/// use wechat_codes::{ReturnCode, json, wechat_codes};
///
/// wechat_codes! {
///     /// WeChat's codes and those of our gateway.
///     enum GatewayCode { ..ReturnCode, 900_001 => QuotaExhausted: "The quota is used up" }
/// }
///
/// let reply = json::from_slice_with_codes::<u64, GatewayCode>(br#"{"errcode":900001}"#);
/// assert_eq!(reply.unwrap_err().known(), Some(GatewayCode::QuotaExhausted));
/// ```
pub fn from_slice_with_codes<'de, T, C>(body: &'de [u8]) -> Result<T, C>
where
    T: Deserialize<'de>,
    C: CodeTable,
{
    // As a whole, a body is checked for UTF-8 faster than string by string. A body that is not UTF-8 may
    // still be a `T` that ignores the bad strings.
    if let Ok(text) = str::from_utf8(body) {
        return from_str_with_codes(text);
    }
    let body = without_byte_order_mark(body);
    scan::succeeded(&String::from_utf8_lossy(body))?;
    Ok(serde_json::from_slice(body)?)
}

/// Decodes a reply that is text already as [`from_slice`] does, with the codes of any table.
///
/// # Errors
///
/// Those of [`from_slice`].
///
/// ```
/// use wechat_codes::{json, wechat_codes};
///
/// wechat_codes! {
///     enum ParcelCode { 0 => Done: "done", 100 => NobodyHome: "Nobody was at home" }
/// }
///
/// let reply = json::from_str_with_codes::<u64, ParcelCode>(r#"{"errcode":100}"#);
/// assert_eq!(reply.unwrap_err().known(), Some(ParcelCode::NobodyHome));
/// ```
pub fn from_str_with_codes<'de, T, C>(body: &'de str) -> Result<T, C>
where
    T: Deserialize<'de>,
    C: CodeTable,
{
    let body = body.strip_prefix('\u{feff}').unwrap_or(body);
    scan::succeeded(body)?;
    Ok(serde_json::from_str(body)?)
}

/// Decodes the reply to a call without a payload as [`ack`] does, with the codes of any table.
///
/// # Errors
///
/// Those of [`from_slice`].
///
/// ```
/// use wechat_codes::{json, wechat_codes};
///
/// wechat_codes! {
///     enum ParcelCode { 0 => Done: "done", 100 => NobodyHome: "Nobody was at home" }
/// }
///
/// let error = json::ack_with_codes::<ParcelCode>(br#"{"errcode":100}"#).unwrap_err();
/// assert_eq!(error.to_string(), "100 NobodyHome: Nobody was at home");
/// ```
pub fn ack_with_codes<C: CodeTable>(body: &[u8]) -> Result<(), C> {
    from_slice_with_codes(body).map(|IgnoredAny| ())
}

/// Returns the error that the reply to a download reports as [`error_in`] does, with the codes of any
/// table.
///
/// ```
/// use wechat_codes::{json, wechat_codes};
///
/// wechat_codes! {
///     enum ParcelCode { 0 => Done: "done", 100 => NobodyHome: "Nobody was at home" }
/// }
///
/// let error = json::error_in_with_codes::<ParcelCode>(br#"{"errcode":100}"#).unwrap();
/// assert_eq!(error.to_string(), "100 NobodyHome: Nobody was at home");
/// ```
#[must_use]
pub fn error_in_with_codes<C: CodeTable>(body: &[u8]) -> Option<ApiError<C>> {
    scan::first_failure(without_byte_order_mark(body))
}

fn without_byte_order_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}
