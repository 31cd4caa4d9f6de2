//! Finds the errcode and the errmsg of a reply. Most replies cost a search for one word; the others cost
//! a pass that stores nothing.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use memchr::{memchr, memmem};
use serde_core::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{ApiError, Result};
use crate::CodeTable;
use crate::serde_impls::is_integer;

/// Tells whether a reply reports no error.
///
/// # Errors
///
/// The API's error, or why the errcode cannot be trusted.
pub(super) fn succeeded<C: CodeTable>(body: &str) -> Result<(), C> {
    if may_report_failure(body.as_bytes())
        && let Some(failure) = scan(body, OneErrcode)?
    {
        return Err(failure.into_error().into());
    }
    Ok(())
}

/// Returns the first error that a body reports. Errcodes that cannot be trusted are passed over, and so
/// is a body that is not JSON.
pub(super) fn first_failure<C: CodeTable>(body: &[u8]) -> Option<ApiError<C>> {
    if !may_report_failure(body) {
        return None;
    }
    // A byte that is not UTF-8, in an errmsg for example, does not hide the errcode.
    scan(&String::from_utf8_lossy(body), FirstErrcode).ok().flatten().map(Failure::into_error)
}

fn scan<'de, V>(body: &'de str, visitor: V) -> serde_json::Result<Option<Failure<'de>>>
where
    V: Visitor<'de, Value = Option<Failure<'de>>>,
{
    let mut json = serde_json::Deserializer::from_str(body);
    let failure = json.deserialize_map(visitor)?;
    json.end()?;
    Ok(failure)
}

/// Returns false only for two kinds of body: without an errcode in an object, and with a single errcode
/// that comes first, as WeChat mostly writes it, and is 0.
fn may_report_failure(body: &[u8]) -> bool {
    body.trim_ascii_start()
        .strip_prefix(b"{")
        .is_some_and(|fields| may_have_errcode(after_success(fields).unwrap_or(fields)))
}

/// Returns what follows an errcode of 0 at the start.
fn after_success(fields: &[u8]) -> Option<&[u8]> {
    let value = fields.trim_ascii_start().strip_prefix(ERRCODE)?;
    let value = value.trim_ascii_start().strip_prefix(b":")?;
    let rest = value.trim_ascii_start().strip_prefix(b"0")?.trim_ascii_start();
    // Otherwise the 0 begins another number.
    rest.starts_with(b",").then_some(rest)
}

const ERRCODE: &[u8] = br#""errcode""#;

/// Tells whether the key may be in the fields, as it is or with escapes, which for its letters are
/// `\u00..`.
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

/// Up to this length, setting up a search costs more than looking at each byte.
const SHORT: usize = 256;
/// Each has 32 triples, and the first two bytes of the next block.
const BLOCK: usize = 34;

/// Tells whether three bytes of the key, plain or escaped, are in a block. Nothing is skipped, so that
/// the compiler can look at many bytes at once.
#[allow(clippy::needless_bitwise_bool)] // with `&&`, the compiler looks at one after the other
fn has_part_of_errcode(block: &[u8; BLOCK]) -> bool {
    block.windows(3).fold(false, |found, bytes| {
        let is_plain = (bytes[0] == b'r') & (bytes[1] == b'r') & (bytes[2] == b'c');
        let is_escape = (bytes[0] == b'\\') & (bytes[1] == b'u') & (bytes[2] == b'0');
        found | is_plain | is_escape
    })
}

/// An errcode that is not 0, and the errmsg beside it.
struct Failure<'de> {
    digits: Cow<'de, str>,
    errmsg: Option<&'de RawValue>,
}

impl Failure<'_> {
    fn into_error<C: CodeTable>(self) -> ApiError<C> {
        ApiError::of_digits(&self.digits, &self.errmsg.map(text).unwrap_or_default())
    }
}

/// Visits the outermost object and requires one errcode at most, which is a number.
struct OneErrcode;

impl<'de> Visitor<'de> for OneErrcode {
    type Value = Option<Failure<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> core::result::Result<Self::Value, A::Error> {
        let (mut has_errcode, mut found) = (false, None);
        let errmsg = visit_fields(map, |errcode| {
            let number = digits(errcode);
            if has_errcode {
                return Err(de::Error::duplicate_field("errcode"));
            }
            has_errcode = true;
            found = number.map_err(not_a_number)?;
            Ok(())
        })?;
        Ok(found.map(|digits| Failure { digits, errmsg }))
    }
}

fn not_a_number<E: de::Error>(what: &str) -> E {
    E::custom(format_args!("errcode is {what}, not an integer or a numeric string"))
}

/// Visits the outermost object and takes the first errcode that is a number and not 0.
struct FirstErrcode;

impl<'de> Visitor<'de> for FirstErrcode {
    type Value = Option<Failure<'de>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> core::result::Result<Self::Value, A::Error> {
        let mut found = None;
        let errmsg = visit_fields(map, |errcode| {
            if found.is_none() {
                found = digits(errcode).ok().flatten();
            }
            Ok(())
        })?;
        Ok(found.map(|digits| Failure { digits, errmsg }))
    }
}

/// Visits the fields of an object: gives each errcode to a function, and returns the last errmsg.
fn visit_fields<'de, A: MapAccess<'de>>(
    mut map: A,
    mut on_errcode: impl FnMut(&'de RawValue) -> core::result::Result<(), A::Error>,
) -> core::result::Result<Option<&'de RawValue>, A::Error> {
    let mut errmsg = None;
    while let Some(key) = map.next_key()? {
        match key {
            Key::Errcode => on_errcode(map.next_value()?)?,
            Key::Errmsg => errmsg = map.next_value()?,
            Key::Other => {
                map.next_value::<de::IgnoredAny>()?;
            }
        }
    }
    Ok(errmsg)
}

enum Key {
    Errcode,
    Errmsg,
    Other,
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
        struct AnyKey;

        impl Visitor<'_> for AnyKey {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, key: &str) -> core::result::Result<Key, E> {
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

/// Returns the digits of an errcode, with its minus if it has one, so that no digit is lost; `None` for 0
/// and null. Otherwise says what the value is instead.
fn digits(errcode: &RawValue) -> core::result::Result<Option<Cow<'_, str>>, &'static str> {
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

/// Returns the text of a string, with replacement characters for half of a surrogate pair. Any other
/// value gives its JSON.
fn text(value: &RawValue) -> Cow<'_, str> {
    let json = value.get();
    match json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        None => json.into(),
        Some(text) if !text.contains('\\') => text.into(),
        Some(_) => match serde_json::from_str::<Wtf8>(json) {
            Ok(Wtf8(bytes)) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
            Err(_) => json.into(),
        },
    }
}

/// The bytes of a string. `serde_json` gives them even if half of a surrogate pair is among them.
struct Wtf8(Vec<u8>);

impl<'de> Deserialize<'de> for Wtf8 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
        struct Bytes;

        impl Visitor<'_> for Bytes {
            type Value = Wtf8;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> core::result::Result<Wtf8, E> {
                Ok(Wtf8(bytes.into()))
            }
        }

        deserializer.deserialize_bytes(Bytes)
    }
}
