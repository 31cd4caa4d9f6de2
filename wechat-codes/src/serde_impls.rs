//! Serde's traits for tables and for [`Errcode`].

use core::fmt;

use serde_core::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde_core::ser::{Serialize, Serializer};

use crate::code_int::narrow;
use crate::error::unknown_number;
use crate::{CodeInt, CodeTable, Errcode};

/// Implements serde's traits for a table, with feature `serde`; else it expands to nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_impls {
    ($table:ident $name:literal) => {
        // A deprecated table may be named in its own impls; it is its use that warns.
        #[allow(deprecated)]
        #[automatically_derived]
        impl $crate::__private::Serialize for $table {
            fn serialize<__S: $crate::__private::Serializer>(
                &self,
                __serializer: __S,
            ) -> $crate::__private::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize_table(*self, __serializer)
            }
        }

        #[allow(deprecated)]
        #[automatically_derived]
        impl<'de> $crate::__private::Deserialize<'de> for $table {
            fn deserialize<__D: $crate::__private::Deserializer<'de>>(
                __deserializer: __D,
            ) -> $crate::__private::Result<Self, __D::Error> {
                $crate::__private::deserialize_table(__deserializer, $name)
            }
        }
    };
}

/// Serializes the number of a variant.
///
/// # Errors
///
/// The serializer's own.
pub fn serialize_table<C: CodeTable, S: Serializer>(
    code: C,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    code.code().serialize(serializer)
}

/// Deserializes a variant of the table that is called `table`.
///
/// # Errors
///
/// The deserializer's own, and where the number is no code of the table.
pub fn deserialize_table<'de, C: CodeTable, D: Deserializer<'de>>(
    deserializer: D,
    table: &'static str,
) -> Result<C, D::Error> {
    let number = number::<C::Code, D>(deserializer)?;
    let known = narrow(number).and_then(C::from_code);
    known.ok_or_else(|| D::Error::custom(unknown_number(number, table)))
}

impl<C: CodeTable> Serialize for Errcode<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.code().serialize(serializer)
    }
}

impl<'de, C: CodeTable> Deserialize<'de> for Errcode<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = number::<C::Code, D>(deserializer)?;
        let code = narrow(number).ok_or_else(|| {
            let code_type = core::any::type_name::<C::Code>();
            D::Error::custom(format_args!("{number} is out of the range of {code_type}"))
        })?;
        Ok(Self::new(code))
    }
}

/// A number, which may be out of range. Formats for people may have it as text; others must be told
/// the type.
fn number<'de, R: CodeInt, D: Deserializer<'de>>(deserializer: D) -> Result<i128, D::Error> {
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(NumberOrText)
    } else {
        R::deserialize(deserializer).map(Into::into)
    }
}

struct NumberOrText;

impl Visitor<'_> for NumberOrText {
    type Value = i128;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a return code: an integer or a numeric string")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i128, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i128, E> {
        Ok(number.into())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<i128, E> {
        Ok(number)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i128, E> {
        let number = if is_integer(text) { text.parse().ok() } else { None };
        number.ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// Whether it is digits, with or without a minus before them. Rust would also take a plus.
pub(crate) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
