//! WeChat's return codes as a Rust enum, and the macro that makes such an enum from any code table.
//!
//! - [`ReturnCode`]: the 135 codes of the Official Accounts documentation, ready to use.
//! - [`wechat_codes!`]: a table of your own.
//! - [`CodeTable`]: what every table can do, as a trait.
//!
//! ```
//! use wechat_codes::ReturnCode;
//!
//! let code = ReturnCode::from_code(42001).expect("a documented code");
//! assert_eq!(code, ReturnCode::AccessTokenExpired);
//! assert_eq!(code.message(), "access token timed out");
//! assert!(code.needs_new_access_token());
//! ```
#![no_std]
#![forbid(unsafe_code)]

#[doc(hidden)]
pub mod __private;
mod code_int;
mod code_table;
mod convert;
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
///
/// ```
/// use wechat_codes::wechat_codes;
///
/// wechat_codes! {
///     /// What the gateway answers.
///     pub enum GatewayCode {
///         0 => Success: "Request succeeded",
///         -1 => SystemBusy: "System busy",
///         /// Raised before the call reaches WeChat.
///         900_001 => QuotaExhausted: "The gateway's own quota is used up",
///         900_002 => "Upstream pool is draining",
///     }
/// }
///
/// assert_eq!(GatewayCode::from_code(900_001), Some(GatewayCode::QuotaExhausted));
/// assert_eq!(GatewayCode::UpstreamPoolIsDraining.code(), 900_002);
/// assert_eq!(GatewayCode::SystemBusy.to_string(), "System busy");
/// ```
///
/// # Grammar
///
/// ```text
/// Table   := Attr* Vis "enum" Ident "{" (Row ("," Row)* ","?)? "}"
/// Row     := Attr* Code "=>" (Ident ":" Message | Message)
/// Code    := "-"? integer literal (decimal, 0x, 0o, 0b, underscores)
/// Message := string literal (raw strings too)
/// ```
///
/// - Codes and names are distinct, and there is at least one row. The rows keep their order.
/// - The code type is the enum's `#[repr(..)]`: `i8` to `i64` or `u8` to `u64`; `i32` where none is
///   given.
/// - A row without a name is named after its message: the text before the first `(`, `:` or `.`, in
///   `UpperCamelCase`.
/// - The attributes of a row go to its variant, those of the enum to the enum. A derive of what the
///   macro implements already may be repeated. `#[cfg(..)]` on the enum holds for all of the table.
/// - The visibility of the enum is that of its methods too.
///
/// # What it expands to
///
/// For `pub enum T` with the code type `R`:
///
/// | item | notes |
/// | --- | --- |
/// | `const COUNT: usize` | the number of rows |
/// | `const fn from_code(code: R) -> Option<T>` | by a perfect hash |
/// | `const fn code(self) -> R` | also `T::V as R` |
/// | `const fn name(self) -> &'static str` | the variant's name |
/// | `const fn message(self) -> &'static str` | |
/// | `fn from_name(name: &str) -> Option<T>` | the exact name |
/// | `fn iter() -> Iter<T>` | in the order of the table; see [`Iter`] |
/// | `Clone`, `Copy`, `PartialEq`, `Eq`, `PartialOrd`, `Ord`, `Hash` | ordered by code |
/// | `Debug` | the name |
/// | `Display` | `{}` the message, `{:#}` the code and the message; width, fill and precision as for a string |
/// | [`core::error::Error`] | |
/// | `TryFrom<R>`, `From<T> for R` | the error is [`UnknownCode`] |
/// | `FromStr` | the exact name, or the code in decimal; the error is [`ParseCodeError`] |
/// | [`CodeTable`] | all of this, for generic code |
#[macro_export]
macro_rules! wechat_codes {
    ($($table:tt)*) => {
        $crate::__private::wechat_codes! { [$crate] [] $($table)* }
    };
}

/// The README's samples, as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
