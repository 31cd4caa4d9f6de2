//! Extends the table of an SDK, which extends the table of wechat-codes.
#![deny(warnings, missing_docs)]

use sdk::code_table;

code_table! {
    /// The SDK's codes and the application's.
    pub enum AppCode {
        700_001 => OutOfTea: "The kettle is empty",
        ..sdk::SdkCode,
        #[cfg(feature = "beta")]
        700_002 => AppBeta: "The application's beta says no",
    }
}

code_table! {
    /// A few of WeChat's codes, taken from the base table instead of the SDK's.
    #[repr(u32)]
    pub enum TokenCode {
        ..sdk::BaseCode { InvalidAccessToken, 42001..=42003 },
    }
}

#[cfg(test)]
mod tests {
    use super::{AppCode, TokenCode};
    use sdk::{BaseCode, CodeTable, SdkCode, UnknownCode};

    #[test]
    fn rows_come_through_both_tables() {
        assert_eq!(AppCode::COUNT, BaseCode::COUNT + 4);
        for code in BaseCode::iter() {
            let here = AppCode::from_code(code.code()).expect("every row was spread");
            assert_eq!((here.name(), here.message()), (code.name(), code.message()));
        }
    }

    #[test]
    fn conditions_hold_where_the_row_is_declared() {
        assert_eq!(AppCode::from_code(800_002), None, "the SDK's feature is off");
        assert_eq!(AppCode::from_code(800_003), Some(AppCode::Stable));
        assert_eq!(AppCode::from_code(700_002), Some(AppCode::AppBeta), "the app's is on");
    }

    #[test]
    fn tables_convert_over_the_crates() {
        for code in SdkCode::iter() {
            let here = AppCode::from(code);
            assert_eq!((here.code(), here.name()), (code.code(), code.name()));
            assert_eq!(SdkCode::try_from(here), Ok(code));
        }
        let error: UnknownCode<i32> = SdkCode::try_from(AppCode::OutOfTea).unwrap_err();
        assert_eq!(error.to_string(), "700001 is not a code of SdkCode");

        assert_eq!(BaseCode::from(TokenCode::AccessTokenExpired), BaseCode::AccessTokenExpired);
        let error: UnknownCode<i32> = TokenCode::try_from(BaseCode::SystemBusy).unwrap_err();
        assert_eq!(error.to_string(), "-1 is not a code of TokenCode");
    }

    #[test]
    fn generic_code_takes_the_tables() {
        fn shown<C: CodeTable>(code: C) -> String {
            format!("{code:#}")
        }
        assert_eq!(shown(AppCode::OutOfTea), "700001: The kettle is empty");
        assert_eq!(shown(TokenCode::InvalidAccessToken), "40014: Invalid access token");
    }
}
