//! From the JSON of a reply to its payload, or to its error. Needs feature `json`.
//!
//! A reply of WeChat's is either the payload, with or without `"errcode":0,"errmsg":"ok"` in it, or an
//! object with an errcode that is not 0. One call tells them apart:
//!
//! ```
//! use serde::Deserialize;
//! use wechat_codes::{ReturnCode, json};
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
//! assert_eq!(refused.err().and_then(|error| error.known()), Some(ReturnCode::InvalidAppId));
//! # Ok::<(), json::Error>(())
//! ```
//!
//! The two replies are those of the [documentation of access tokens].
//!
//! # What counts as an error of the API
//!
//! - An `errcode` in the outermost object, before, between or after other fields, that is an integer
//!   or a string of one (`-?[0-9]+`), and not 0. One that is absent, null or 0 is success.
//! - An errcode of another kind, and two of them, are no reply that can be trusted:
//!   [`Error::Body`]. So is all that is not JSON, whatever its errcode.
//! - Of an `errmsg` that is no string, the JSON is kept; an absent or null one is empty.
//!
//! # What the payload's type sees
//!
//! The whole body, `errcode` and `errmsg` with it: it may have fields of these names, borrow from the
//! body, be flattened, untagged, a map or a `serde_json::Value`. But a type that is
//! `#[serde(deny_unknown_fields)]` must have both fields, or it refuses the replies that carry them; and
//! a field for an errcode that may be null is an `Option`.
//!
//! A byte order mark before the body is skipped, and not counted in the columns of an error. Nested
//! values do not exhaust the stack: `serde_json` refuses a payload that is nested deeper than 127 times.
//!
//! [documentation of access tokens]: https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html

use alloc::borrow::Cow;
use alloc::string::String;
use core::{error, fmt};

use memchr::{memchr, memmem};
use serde_core::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::serde_impls::is_integer;
use crate::{ApiError, CodeTable, ReturnCode};

/// The error of decoding a reply.
///
/// There is no third kind: a body is refused by the API, or not what was expected. So it can be
/// matched exhaustively. It is shown with all details, so [`source`](error::Error::source) is not the
/// error within, but that one's source.
///
/// ```
/// use std::collections::HashMap;
/// use wechat_codes::{ReturnCode, json};
///
/// fn advice(body: &[u8]) -> String {
///     match json::from_slice::<HashMap<String, u64>>(body) {
///         Ok(counts) => format!("{} counts", counts.len()),
///         Err(json::Error::Api(error)) => format!("refused: {error}"),
///         Err(json::Error::Body(error)) => format!("line {}: {error}", error.line()),
///     }
/// }
///
/// assert_eq!(advice(br#"{"total":2,"count":1}"#), "2 counts");
/// assert_eq!(advice(br#"{"errcode":-1}"#), "refused: -1 SystemBusy: System busy");
/// assert_eq!(advice(b"<html>"), "line 1: expected value at line 1 column 1");
/// ```
#[derive(Debug)]
pub enum Error<C: CodeTable = ReturnCode> {
    /// The API refused the call.
    Api(ApiError<C>),
    /// The body is not JSON, or not the payload that was asked for.
    Body(serde_json::Error),
}

impl<C: CodeTable> Error<C> {
    /// The API's error; `None` where the body is at fault.
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":40013,"errmsg":"invalid appid"}"#).unwrap_err();
    /// assert_eq!(error.api().map(|api| api.errmsg()), Some("invalid appid"));
    ///
    /// let error = json::from_str::<u64>("<html>").unwrap_err();
    /// assert_eq!(error.api(), None);
    /// ```
    #[must_use]
    pub fn api(&self) -> Option<&ApiError<C>> {
        match self {
            Self::Api(error) => Some(error),
            Self::Body(_) => None,
        }
    }

    /// The return code, where the API refused the call with one of the table.
    ///
    /// ```
    /// use wechat_codes::{ReturnCode, json};
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":42001}"#).unwrap_err();
    /// assert!(error.known().is_some_and(ReturnCode::needs_new_access_token));
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.api().and_then(ApiError::known)
    }
}

impl<C: CodeTable> fmt::Display for Error<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Body(error) => write!(f, "unexpected reply: {error}"),
        }
    }
}

impl<C: CodeTable> error::Error for Error<C> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Api(error) => error.source(),
            Self::Body(error) => error.source(),
        }
    }
}

impl<C: CodeTable> From<ApiError<C>> for Error<C> {
    fn from(error: ApiError<C>) -> Self {
        Self::Api(error)
    }
}

impl<C: CodeTable> From<serde_json::Error> for Error<C> {
    fn from(error: serde_json::Error) -> Self {
        Self::Body(error)
    }
}

/// Decodes a reply: its payload, or the error it reports with a code of [`ReturnCode`].
///
/// # Errors
///
/// [`Error::Api`] where the reply has an errcode that is not 0, [`Error::Body`] where it is not JSON
/// or not a `T`; the [module's docs](self) have the details.
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
pub fn from_slice<'de, T: Deserialize<'de>>(body: &'de [u8]) -> Result<T, Error> {
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
pub fn from_str<'de, T: Deserialize<'de>>(body: &'de str) -> Result<T, Error> {
    from_str_with_codes(body)
}

/// Whether a call without a payload succeeded, or one that answers a success with something else than
/// JSON, such as a media file.
///
/// Only a body that begins with `{` is looked into. So a gateway's HTML page with status 200 passes for
/// a success. Where that is always JSON, as the `{"errcode":0}` of a `POST` without a payload, rather
/// decode it, and ignore what it says:
///
/// ```
/// use serde::de::IgnoredAny;
/// use wechat_codes::json;
///
/// let page = b"<html>Bad gateway</html>";
/// assert!(json::check(page).is_ok());
/// assert!(json::from_slice::<IgnoredAny>(page).is_err());
///
/// let IgnoredAny = json::from_slice(br#"{"errcode":0,"errmsg":"ok"}"#)?;
/// # Ok::<(), json::Error>(())
/// ```
///
/// # Errors
///
/// [`ApiError`] where the body is a JSON object with an errcode that [counts](self) and is not 0; of
/// several, the first such. Everything else is success, also JSON that is cut off.
///
/// ```
/// use wechat_codes::json;
///
/// assert!(json::check(br#"{"errcode":0,"errmsg":"ok"}"#).is_ok());
/// assert!(json::check(b"\x89PNG\r\n\x1a\n").is_ok());
///
/// let error = json::check(br#"{"errcode":40007,"errmsg":"invalid media_id"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "40007 InvalidMediaFileId: invalid media_id");
/// ```
pub fn check(body: &[u8]) -> Result<(), ApiError> {
    check_with_codes(body)
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
pub fn from_slice_with_codes<'de, T, C>(body: &'de [u8]) -> Result<T, Error<C>>
where
    T: Deserialize<'de>,
    C: CodeTable,
{
    // As a whole, a body is checked for UTF-8 faster than string by string. One that is not UTF-8 may
    // still be a `T` that ignores the bad strings.
    if let Ok(text) = str::from_utf8(body) {
        return from_str_with_codes(text);
    }
    let body = without_byte_order_mark(body);
    succeeded(&String::from_utf8_lossy(body), OnOddErrcode::Refuse)?;
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
pub fn from_str_with_codes<'de, T, C>(body: &'de str) -> Result<T, Error<C>>
where
    T: Deserialize<'de>,
    C: CodeTable,
{
    let body = body.strip_prefix('\u{feff}').unwrap_or(body);
    succeeded(body, OnOddErrcode::Refuse)?;
    Ok(serde_json::from_str(body)?)
}

/// Whether a call succeeded, as [`check`] tells, with the codes of any table.
///
/// # Errors
///
/// Those of [`check`].
///
/// ```
/// use wechat_codes::{json, wechat_codes};
///
/// wechat_codes! {
///     enum ParcelCode { 0 => Done: "done", 100 => NobodyHome: "Nobody was at home" }
/// }
///
/// let error = json::check_with_codes::<ParcelCode>(br#"{"errcode":100}"#).unwrap_err();
/// assert_eq!(error.to_string(), "100 NobodyHome: Nobody was at home");
/// ```
pub fn check_with_codes<C: CodeTable>(body: &[u8]) -> Result<(), ApiError<C>> {
    let body = without_byte_order_mark(body);
    if !may_report_failure(body) {
        return Ok(());
    }
    // A byte that is not UTF-8, in an errmsg say, does not hide the errcode.
    match succeeded(&String::from_utf8_lossy(body), OnOddErrcode::GoOn) {
        Err(Error::Api(error)) => Err(error),
        Ok(()) | Err(Error::Body(_)) => Ok(()),
    }
}

fn without_byte_order_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body)
}

/// What to do about an errcode that is a second one, or neither an integer nor a numeric string.
#[derive(Clone, Copy, PartialEq)]
enum OnOddErrcode {
    Refuse,
    GoOn,
}

/// Whether a reply reports no error. This costs most replies a search for one word, the others a pass
/// that stores nothing.
fn succeeded<C: CodeTable>(body: &str, on_odd_errcode: OnOddErrcode) -> Result<(), Error<C>> {
    if !may_report_failure(body.as_bytes()) {
        return Ok(());
    }
    let mut json = serde_json::Deserializer::from_str(body);
    let Outermost { errcode, errmsg } = json.deserialize_map(Scan { on_odd_errcode })?;
    json.end()?;
    match errcode {
        Some(digits) => Err(ApiError::new(&digits, &errmsg.map(text).unwrap_or_default()).into()),
        None => Ok(()),
    }
}

/// False only of bodies that are no object with an errcode, or have a single one that comes first, as
/// WeChat mostly writes it, and is 0.
fn may_report_failure(body: &[u8]) -> bool {
    body.trim_ascii_start()
        .strip_prefix(b"{")
        .is_some_and(|fields| may_have_errcode(after_success(fields).unwrap_or(fields)))
}

/// What follows an errcode of 0 at the start.
fn after_success(fields: &[u8]) -> Option<&[u8]> {
    let value = fields.trim_ascii_start().strip_prefix(ERRCODE)?;
    let value = value.trim_ascii_start().strip_prefix(b":")?;
    let rest = value.trim_ascii_start().strip_prefix(b"0")?.trim_ascii_start();
    // Else the 0 begins another number.
    rest.starts_with(b",").then_some(rest)
}

const ERRCODE: &[u8] = br#""errcode""#;

/// Whether the key may be in there, as it is or with escapes, which for its letters are `\u00..`.
fn may_have_errcode(fields: &[u8]) -> bool {
    let has_escaped_letters = || {
        let first_escape = memchr(b'\\', fields)?;
        memmem::find(&fields[first_escape..], br"\u00")
    };
    fields.trim_ascii_start().starts_with(ERRCODE)
        || match fields.last_chunk() {
            Some(last) if fields.len() <= SHORT => {
                let blocks = fields.windows(BLOCK).step_by(BLOCK - 2);
                blocks.filter_map(<[u8]>::first_chunk).chain([last]).any(has_part_of_errcode)
            }
            _ => memmem::find(fields, b"errcode").is_some() || has_escaped_letters().is_some(),
        }
}

/// Up to this length, to set up a search costs more than to look at each byte.
const SHORT: usize = 256;
/// Each has 32 triples, and the first two bytes of the next block.
const BLOCK: usize = 34;

/// Whether three bytes of the key, plain or escaped, are in there. Nothing is skipped, so that the
/// compiler can look at many at once.
#[allow(clippy::needless_bitwise_bool)] // with `&&`, it looks at one after the other
fn has_part_of_errcode(block: &[u8; BLOCK]) -> bool {
    block.windows(3).fold(false, |found, bytes| {
        let is_plain = (bytes[0] == b'r') & (bytes[1] == b'r') & (bytes[2] == b'c');
        let is_escape = (bytes[0] == b'\\') & (bytes[1] == b'u') & (bytes[2] == b'0');
        found | is_plain | is_escape
    })
}

/// What the fields of the outermost object tell about an error.
struct Outermost<'de> {
    /// The digits of an errcode that is not 0.
    errcode: Option<Cow<'de, str>>,
    errmsg: Option<&'de RawValue>,
}

struct Scan {
    on_odd_errcode: OnOddErrcode,
}

impl<'de> Visitor<'de> for Scan {
    type Value = Outermost<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Outermost<'de>, A::Error> {
        let refuses = self.on_odd_errcode == OnOddErrcode::Refuse;
        let mut found = Outermost { errcode: None, errmsg: None };
        let mut has_errcode = false;
        while let Some(key) = map.next_key()? {
            match key {
                Key::Errcode => {
                    let number = digits(map.next_value()?);
                    if refuses && has_errcode {
                        return Err(de::Error::duplicate_field("errcode"));
                    }
                    has_errcode = true;
                    match number {
                        Ok(number) => found.errcode = found.errcode.or(number),
                        Err(what) if refuses => return Err(not_a_number(what)),
                        Err(_) => {}
                    }
                }
                Key::Errmsg => found.errmsg = map.next_value()?,
                Key::Other => {
                    map.next_value::<de::IgnoredAny>()?;
                }
            }
        }
        Ok(found)
    }
}

fn not_a_number<E: de::Error>(what: &str) -> E {
    E::custom(format_args!("errcode is {what}, not an integer or a numeric string"))
}

enum Key {
    Errcode,
    Errmsg,
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyKey;

        impl Visitor<'_> for AnyKey {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, key: &str) -> Result<Key, E> {
                Ok(match key {
                    "errcode" => Key::Errcode,
                    "errmsg" => Key::Errmsg,
                    _ => Key::Other,
                })
            }
        }

        deserializer.deserialize_str(AnyKey)
    }
}

/// The digits of an errcode, with a minus where it has one, so that none is lost; `None` of 0 and of
/// null. Else what the value is instead.
fn digits(errcode: &RawValue) -> Result<Option<Cow<'_, str>>, &'static str> {
    let json = errcode.get();
    let (number, otherwise) = match json.as_bytes()[0] {
        b'n' => return Ok(None),
        b'"' => (text(errcode), "a string that is not a number"),
        b'{' => return Err("an object"),
        b'[' => return Err("an array"),
        b't' | b'f' => return Err("a boolean"),
        _ => (json.into(), "a number with a fraction or an exponent"),
    };
    if !is_integer(&number) {
        return Err(otherwise);
    }
    let is_zero = number.bytes().all(|byte| matches!(byte, b'-' | b'0'));
    Ok(if is_zero { None } else { Some(number) })
}

/// The text of a string. Of any other value, and of one that Rust's strings cannot hold (it has half
/// of a surrogate pair), the JSON.
fn text(value: &RawValue) -> Cow<'_, str> {
    let json = value.get();
    match json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        None => json.into(),
        Some(text) if !text.contains('\\') => text.into(),
        Some(_) => serde_json::from_str(json).map_or(json.into(), Cow::Owned),
    }
}
