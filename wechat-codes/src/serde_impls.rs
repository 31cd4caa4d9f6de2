//! Serde's traits for tables, for [`Errcode`] and for [`Remedy`].

use core::{any, fmt};

use serde_core::de::{
    Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor,
};
use serde_core::ser::{Serialize, Serializer};

use crate::code_int::narrow;
use crate::{CodeInt, CodeTable, Errcode, Remedy};

/// Implements serde's traits for a table, with feature `serde`; otherwise expands to nothing.
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_impls {
    ($table:ident $name:literal $(#[$attr:meta])*) => {
        $(#[$attr])*
        #[automatically_derived]
        impl $crate::__private::Serialize for $table {
            fn serialize<__S: $crate::__private::Serializer>(
                &self,
                __serializer: __S,
            ) -> $crate::__private::Result<__S::Ok, __S::Error> {
                $crate::__private::serialize_table(*self, __serializer)
            }
        }

        $(#[$attr])*
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
/// Those of the serializer.
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
/// Those of the deserializer, and if the number is not a code of the table.
pub fn deserialize_table<'de, C: CodeTable, D: Deserializer<'de>>(
    deserializer: D,
    table: &'static str,
) -> Result<C, D::Error> {
    let convert = |number| narrow(number).and_then(C::from_code);
    deserialize::<C::Code, _, _>(deserializer, convert, "is not a code of", table)
}

impl<C: CodeTable> Serialize for Errcode<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.code().serialize(serializer)
    }
}

impl<'de, C: CodeTable> Deserialize<'de> for Errcode<C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let convert = |number| narrow(number).map(Self::new);
        let code_type = any::type_name::<C::Code>();
        deserialize::<C::Code, _, _>(deserializer, convert, "is out of the range of", code_type)
    }
}

/// Serializes the name.
impl Serialize for Remedy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Deserializes from the exact name.
impl<'de> Deserialize<'de> for Remedy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Name;

        impl Visitor<'_> for Name {
            type Value = Remedy;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a remedy")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Remedy, E> {
                name.parse().map_err(|_| E::invalid_value(Unexpected::Str(name), &self))
            }
        }

        deserializer.deserialize_str(Name)
    }
}

/// Deserializes a number and converts it. Formats for people may have the number as text; others must be
/// told its type.
fn deserialize<'de, R: CodeInt, T, D: Deserializer<'de>>(
    deserializer: D,
    convert: impl FnOnce(i128) -> Option<T>,
    otherwise: &'static str,
    place: &'static str,
) -> Result<T, D::Error> {
    let code = Code { convert, otherwise, place };
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(code)
    } else {
        code.visit_i128(R::deserialize(deserializer)?.into())
    }
}

/// A visitor that converts the number itself, so that a format can say at which place an error is.
struct Code<F> {
    convert: F,
    /// What to say of a number that does not convert, before the name of the place.
    otherwise: &'static str,
    place: &'static str,
}

impl<'de, T, F: FnOnce(i128) -> Option<T>> Visitor<'de> for Code<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a return code: an integer or a numeric string")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.visit_i128(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.visit_i128(number.into())
    }

    fn visit_i128<E: Error>(self, number: i128) -> Result<T, E> {
        let Self { convert, otherwise, place } = self;
        convert(number).ok_or_else(|| E::custom(format_args!("{number} {otherwise} {place}")))
    }

    /// Visits an XML element, which formats show as a map with the text under the key `$text`.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut text = None;
        while let Some(key) = map.next_key::<ElementKey>()? {
            match key {
                ElementKey::Text if text.is_none() => text = Some(map.next_value::<Number>()?.0),
                ElementKey::Text | ElementKey::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match text {
            Some(number) => self.visit_i128(number),
            None => Err(A::Error::invalid_type(Unexpected::Map, &self)),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        match text.parse() {
            Ok(number) if is_integer(text) => self.visit_i128(number),
            _ => Err(E::invalid_value(Unexpected::Str(text), &self)),
        }
    }
}

/// A key in an XML element: that of its text, or an attribute's.
enum ElementKey {
    Text,
    Other,
}

impl<'de> Deserialize<'de> for ElementKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Key;

        impl Visitor<'_> for Key {
            type Value = ElementKey;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, key: &str) -> Result<ElementKey, E> {
                Ok(if key == "$text" { ElementKey::Text } else { ElementKey::Other })
            }
        }

        deserializer.deserialize_str(Key)
    }
}

/// An integer or a numeric string.
struct Number(i128);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Code { convert: Some, otherwise: "is out of the range of", place: "i128" };
        deserializer.deserialize_any(code).map(Number)
    }
}

/// Tells whether text is digits, with or without a minus before them. Rust's own parser would also
/// accept a plus.
pub(crate) fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
