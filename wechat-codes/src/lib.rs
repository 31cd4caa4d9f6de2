//! WeChat's return codes as a Rust enum, and a macro for code tables of your own.
#![no_std]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub mod __private;
mod code_int;
mod code_table;
mod error;
mod format;
mod iter;
mod return_code;

pub use code_int::CodeInt;
pub use code_table::CodeTable;
pub use error::{ParseCodeError, UnknownCode};
pub use iter::Iter;
pub use return_code::ReturnCode;

/// Turns a code table into an enum with lookups, names, messages and conversions.
#[macro_export]
macro_rules! wechat_codes {
    ($($table:tt)*) => {
        $crate::__private::wechat_codes! { [$crate] $($table)* }
    };
}
