//! The integer types: of codes, and of the elements of generated arrays.

use std::fmt::Write;

use proc_macro2::{Ident, Span};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IntType {
    I8,
    I16,
    I32,
    I64,
    U8,
    U16,
    U32,
    U64,
}

impl IntType {
    pub(crate) const DEFAULT: Self = Self::I32;
    /// For error messages.
    pub(crate) const ALLOWED: &str = "i8, i16, i32, i64, u8, u16, u32, u64";

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "i8" => Self::I8,
            "i16" => Self::I16,
            "i32" => Self::I32,
            "i64" => Self::I64,
            "u8" => Self::U8,
            "u16" => Self::U16,
            "u32" => Self::U32,
            "u64" => Self::U64,
            _ => return None,
        })
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::U8 => "u8",
            Self::U16 => "u16",
            Self::U32 => "u32",
            Self::U64 => "u64",
        }
    }

    pub(crate) fn ident(self) -> Ident {
        Ident::new(self.name(), Span::mixed_site())
    }

    pub(crate) fn min(self) -> i128 {
        match self {
            Self::I8 => i8::MIN.into(),
            Self::I16 => i16::MIN.into(),
            Self::I32 => i32::MIN.into(),
            Self::I64 => i64::MIN.into(),
            Self::U8 | Self::U16 | Self::U32 | Self::U64 => 0,
        }
    }

    pub(crate) fn max(self) -> i128 {
        match self {
            Self::I8 => i8::MAX.into(),
            Self::I16 => i16::MAX.into(),
            Self::I32 => i32::MAX.into(),
            Self::I64 => i64::MAX.into(),
            Self::U8 => u8::MAX.into(),
            Self::U16 => u16::MAX.into(),
            Self::U32 => u32::MAX.into(),
            Self::U64 => u64::MAX.into(),
        }
    }

    pub(crate) fn bytes(self) -> usize {
        match self {
            Self::I8 | Self::U8 => 1,
            Self::I16 | Self::U16 => 2,
            Self::I32 | Self::U32 => 4,
            Self::I64 | Self::U64 => 8,
        }
    }

    /// Returns the type to suggest for a code that another type cannot hold: `i32` or wider.
    pub(crate) fn narrowest(code: i128) -> Option<Self> {
        [Self::I32, Self::I64, Self::U64].into_iter().find(|int| int.contains(code))
    }

    pub(crate) fn contains(self, code: i128) -> bool {
        (self.min()..=self.max()).contains(&code)
    }
}

/// Says that a code is out of a code type's range, and which type would hold the code.
pub(crate) fn out_of_range_message(code: &str, value: Option<i128>, code_type: IntType) -> String {
    let (name, min, max) = (code_type.name(), code_type.min(), code_type.max());
    let mut message =
        format!("the code {code} is out of range: this table's codes are {name}, {min} to {max}");
    if let Some(wider) = value.and_then(IntType::narrowest) {
        let wider = wider.name();
        let _ = write!(message, "; `#[repr({wider})]` on the enum would hold it");
    }
    message
}

#[cfg(test)]
mod tests {
    use super::IntType;

    #[test]
    fn names_round_trip() {
        for name in IntType::ALLOWED.split(", ") {
            assert_eq!(IntType::from_name(name).map(IntType::name), Some(name));
        }
        assert_eq!(IntType::from_name("isize"), None);
        assert_eq!(IntType::from_name("C"), None);
    }

    #[test]
    fn the_suggested_type_holds_the_code() {
        assert_eq!(IntType::narrowest(40_013), Some(IntType::I32));
        assert_eq!(IntType::narrowest(-3_000_000_000), Some(IntType::I64));
        assert_eq!(IntType::narrowest(u64::MAX.into()), Some(IntType::U64));
        assert_eq!(IntType::narrowest(i128::MAX), None);
    }

    #[test]
    fn ranges_end_at_the_extreme_codes() {
        assert!(IntType::I8.contains(-128) && IntType::I8.contains(127));
        assert!(!IntType::I8.contains(-129) && !IntType::I8.contains(128));
        assert!(IntType::U64.contains(0) && IntType::U64.contains(u64::MAX.into()));
        assert!(!IntType::U64.contains(-1) && !IntType::U64.contains(i128::from(u64::MAX) + 1));
    }
}
