//! Everything that generated code names, so that it works under `no_implicit_prelude`, beside types of
//! the same names, and in a crate that does not depend on this one. Not a part of the public interface.

pub use core::clone::Clone;
pub use core::cmp::{Eq, Ord, PartialEq, PartialOrd};
pub use core::compile_error;
pub use core::convert::{From, TryFrom};
pub use core::error::Error;
pub use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
pub use core::hash::Hash;
pub use core::marker::Copy;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, i8, i16, i32, i64, str, u8, u16, u32, u64, usize};
pub use core::result::Result::{self, Err, Ok};
pub use core::str::FromStr;

#[cfg(feature = "phf")]
pub use phf;
pub use wechat_codes_macros::wechat_codes;

pub use crate::convert::{convert, try_convert};
pub use crate::error::{parse_code, unknown_code};
pub use crate::format::display;
pub use crate::iter::{Iter, iter};
#[cfg(not(feature = "phf"))]
pub use crate::names::variant_of_name;
pub use crate::remedy::remedy_of_number;

#[cfg(feature = "serde")]
pub use crate::serde_impls::{deserialize_table, serialize_table};
#[cfg(feature = "serde")]
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

/// Returns the part of `text` from byte `start` to byte `end`.
///
/// # Panics
///
/// If one of them is not on a character boundary; those of a generated table are.
#[inline]
#[must_use]
pub const fn slice(text: &'static str, start: usize, end: usize) -> &'static str {
    if let Some((to_end, _)) = text.split_at_checked(end)
        && let Some((_, slice)) = to_end.split_at_checked(start)
    {
        slice
    } else {
        no_boundary()
    }
}

/// Returns the bytes of an array of numbers, `WIDTH` of each.
///
/// # Panics
///
/// If there are fewer bytes; a generated array has all of its bytes.
#[must_use]
pub const fn chunks<const WIDTH: usize, const COUNT: usize>(
    bytes: &'static [u8],
) -> &'static [[u8; WIDTH]; COUNT] {
    bytes.as_chunks().0.first_chunk().expect("the bytes of all numbers")
}

/// Returns the same for numbers in pairs.
///
/// # Panics
///
/// If there are fewer bytes; a generated array has all of its bytes.
#[must_use]
pub const fn pairs<const WIDTH: usize, const COUNT: usize>(
    bytes: &'static [u8],
) -> &'static [[[u8; WIDTH]; 2]; COUNT] {
    bytes.as_chunks().0.as_chunks().0.first_chunk().expect("the bytes of all pairs")
}

#[cold]
#[inline(never)]
const fn no_boundary() -> ! {
    panic!("a name or a message begins and ends on a character boundary")
}
