//! WeChat's return codes as a Rust enum, and the macro that makes such an enum from any code table.
//!
//! - [`ReturnCode`]: the 135 codes of the Official Accounts documentation, ready to use.
//! - [`wechat_codes!`]: a subset of it, an extension, or a table of your own.
//! - [`CodeTable`]: what every table can do, as a trait.
//! - [`Errcode`]: a code that may be none of a table.
#![cfg_attr(
    feature = "json",
    doc = "- [`json`]: from the JSON of a reply to its payload, or to its error."
)]
//!
//! ```
//! use wechat_codes::ReturnCode;
//!
//! let code = ReturnCode::from_code(42001).expect("a documented code");
//! assert_eq!(code, ReturnCode::AccessTokenExpired);
//! assert_eq!(code.message(), "access token timed out");
//! assert!(code.needs_new_access_token());
//! ```
//!
//! # Features
//!
//! None is on unless asked for.
//!
//! - `serde`: `Serialize` and `Deserialize` for every table and for [`Errcode`]. A crate with a table of
//!   its own need not depend on serde for them, and should not write them itself: another crate of the
//!   same build may turn this on.
//! - `json`: the module `json`, and `ApiError`. It needs an allocator, and turns on `serde`.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "json")]
extern crate alloc;

#[doc(hidden)]
pub mod __private;
#[cfg(feature = "json")]
mod api_error;
mod code_int;
mod code_table;
mod convert;
mod errcode;
mod error;
mod format;
mod iter;
#[cfg(feature = "json")]
pub mod json;
mod names;
mod return_code;
#[cfg(feature = "serde")]
mod serde_impls;

#[cfg(feature = "json")]
pub use api_error::ApiError;
pub use code_int::CodeInt;
pub use code_table::CodeTable;
pub use errcode::Errcode;
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
/// Table     := Attr* Vis "enum" Ident "{" (Item ("," Item)* ","?)? "}"
/// Item      := Attr* Code "=>" (Ident ":" Message | Message)     a row
///            | Attr* ".." Path Selection?                        rows of another table, a spread
/// Selection := "{" (Pick ("," Pick)* ","?)? "}"                  only these of its rows
/// Pick      := Code | Code "..=" Code | Ident
/// Code      := "-"? integer literal (decimal, 0x, 0o, 0b, underscores)
/// Message   := string literal (raw strings too)
/// ```
///
/// - Codes and names are distinct, and there is at least one row. The rows keep their order.
/// - The code type is the enum's `#[repr(..)]`: `i8` to `i64` or `u8` to `u64`; `i32` where none is
///   given.
/// - A row without a name is named after its message: the text before the first `(`, `:` or `.`, in
///   `UpperCamelCase`.
/// - The attributes of a row go to its variant, those of the enum to the enum. A derive of what the
///   macro implements already may be repeated.
/// - `#[cfg(..)]` and `#[cfg_attr(..)]` may stand on the enum, a row or a spread. What is off is absent
///   from everything, and leaves its code and name to others.
/// - The visibility of the enum is that of its methods too.
///
/// # Spreads
///
/// `..path::Table` takes the rows of another table, `..path::Table { picks }` those with the codes, in
/// the inclusive ranges or of the names that are picked. They stand where the spread stands, in the
/// order of their table, and bring their docs (without running the code in them again) and
/// `#[deprecated]`. Rust resolves the path, through imports, renames and re-exports, into other crates,
/// and to tables declared later. The code types may differ where the codes fit.
///
/// What the path leads to is a hidden macro of the table's name. So it cannot go through a type alias
/// or `use path::Table::{self}`, which carry no macros; a table's name must not be that of another
/// macro or derive in its scope; and where a table hides another of its name (one that came through a
/// glob import, or from outside the function), Rust calls the name ambiguous: write `self::Table`, or
/// rename one. In a proc-macro crate, which can export no macros, tables are `pub(crate)`.
///
/// ```
/// use wechat_codes::{ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     /// What the calls on custom menus can answer, and two codes of our own.
///     #[repr(i64)]
///     pub enum MenuCode {
///         ..ReturnCode { SystemBusy, 0, 40015..=40028, 65301..=65317 },
///         900_001 => NoMenuService: "The menu service is not configured",
///         #[cfg(windows)]
///         900_002 => NoMenuBar: "This edition has no menu bar",
///     }
/// }
///
/// assert_eq!(MenuCode::from_code(40021), Some(MenuCode::InvalidMenuVersion));
/// assert_eq!(MenuCode::try_from(ReturnCode::Success), Ok(MenuCode::Success));
/// assert!(ReturnCode::try_from(MenuCode::NoMenuService).is_err());
/// ```
///
/// Rows that two spreads bring alike are one row. A row of the table's own that collides with a row of
/// a spread, or two spreads that give one code different names or messages, are errors:
///
/// ```compile_fail
/// use wechat_codes::{ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     pub enum GatewayCode {
///         ..ReturnCode,
///         // error: `ReturnCode` has the code 40013 already, as `InvalidAppId`; ..
///         40013 => WrongApp: "Not an app of this gateway",
///     }
/// }
/// ```
///
/// Each spread, and each different `#[cfg(..)]`, nests the macro's expansion two deeper, so that some
/// sixty of them in one table reach the default `recursion_limit`.
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
/// | `From<S> for T`, or `TryFrom<S> for T` | for each table S that is spread: `From` where T has all rows of S; the error is [`UnknownCode`] |
/// | `From<T> for S`, or `TryFrom<T> for S` | likewise: `From` where S has all rows of T |
/// | [`CodeTable`] | the rest of this, for generic code |
/// | `Serialize`, `Deserialize` | with feature `serde`: the number; where the format is for people to read, also from text of the pattern `-?[0-9]+` |
#[macro_export]
macro_rules! wechat_codes {
    () => {
        $crate::__private::compile_error!(
            "expected a table, written `pub enum Name { 40013 => InvalidAppId: \"Invalid App ID\" }`"
        );
    };
    ($($table:tt)*) => {
        $crate::__private::wechat_codes! { [$crate] [] [] $($table)* }
    };
}

/// Implements serde's traits for a table, with feature `serde`; else it expands to nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_impls {
    ($table:ident $name:literal) => {};
}

/// The README's samples, as tests; one of them needs the feature.
#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../README.md")]
struct Readme;
