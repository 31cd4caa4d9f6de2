//! An SDK that extends the table of wechat-codes, and lets its users extend the SDK's table.
#![deny(warnings, missing_docs)]

pub use codes::{wechat_codes as code_table, CodeTable, ReturnCode as BaseCode, UnknownCode};

/// Logs in.
pub fn login() {}

codes::wechat_codes! {
    /// WeChat's codes and those of the SDK.
    #[non_exhaustive]
    pub enum SdkCode {
        ..codes::ReturnCode,
        /// Raised before the call to [`login`].
        ///
        /// ```
        /// assert_eq!(sdk::SdkCode::NotLoggedIn.code(), crate_of_the_sdk());
        /// # fn crate_of_the_sdk() -> i32 { 800_001 }
        /// ```
        #[doc = include_str!("not-logged-in.md")]
        800_001 => NotLoggedIn: "Log in first",
        #[cfg(feature = "beta")]
        800_002 => Beta: "The beta says no",
        #[cfg(not(feature = "beta"))]
        800_003 => Stable: "The stable version says no",
    }
}
