//! Tests that names are found in both layouts of phf's maps.
#![deny(warnings, missing_docs)]

use wechat_codes::{ReturnCode, wechat_codes};

/// A map with the layout of `ptrhash`.
pub static OTHER: phf::Map<&'static str, u8> = phf::phf_map! { "one" => 1, "two" => 2 };

wechat_codes! {
    /// A table that is compiled with `ptrhash` on.
    pub enum Extended {
        ..ReturnCode,
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
    }
}

#[cfg(test)]
mod tests {
    use super::{Extended, OTHER, ReturnCode};

    #[test]
    fn every_name_is_found_and_no_other() {
        assert_eq!(OTHER.get("two"), Some(&2));
        for code in ReturnCode::iter() {
            assert_eq!(ReturnCode::from_name(code.name()), Some(code));
        }
        for code in Extended::iter() {
            assert_eq!(Extended::from_name(code.name()), Some(code));
        }
        assert_eq!(ReturnCode::from_name("QuotaExhausted"), None);
        assert_eq!(Extended::from_name("quotaExhausted"), None);
    }
}
