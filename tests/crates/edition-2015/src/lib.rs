//! Has a table in the oldest edition, where a path begins at the root of the crate.
#![deny(missing_docs)]

#[macro_use]
extern crate wechat_codes;

wechat_codes! {
    /// A table.
    pub enum Old {
        ..wechat_codes::ReturnCode,
        override 40013 => NoSuchApp: "No such app",
    }
}

#[cfg(feature = "mistake")]
wechat_codes! {
    /// A table with two mistakes.
    pub enum Bad { 1 -> One: "one", 2 => Two: "" }
}
