// The README is the front page of these docs. Its links lead to docs.rs, and to files of the repository.
// Of two definitions of a link the first one counts, so in the docs these hold:
//! [`ReturnCode`]: enum@ReturnCode
#![cfg_attr(feature = "weixin", doc = "[`WeixinCode`]: enum@WeixinCode")]
#![cfg_attr(feature = "wecom", doc = "[`WeComCode`]: enum@WeComCode")]
#![cfg_attr(feature = "channels", doc = "[`ChannelsCode`]: enum@ChannelsCode")]
#![cfg_attr(feature = "json", doc = "[`json`]: mod@json")]
//! [macro]: macro@wechat_codes
//! [Recipes]: guide::recipes
//! [versions]: guide::versions
//! [guide]: mod@guide
//! [`examples/api-client`]: guide::programs
//! [examples]: guide::programs
//! [changes]: guide::changes
//! [contributing]: guide::programs#contributing
//!
// One of the README's samples needs feature `json`.
#![cfg_attr(not(all(doctest, not(feature = "json"))), doc = include_str!("../README.md"))]
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "json")]
extern crate alloc;

#[doc(hidden)]
pub mod __private;
mod code_int;
mod code_table;
mod convert;
mod errcode;
mod error;
mod format;
#[cfg(doc)]
pub mod guide;
mod iter;
#[cfg(feature = "json")]
pub mod json;
mod names;
mod remedy;
#[cfg(feature = "serde")]
mod serde_impls;
mod tables;

pub use code_int::CodeInt;
pub use code_table::CodeTable;
pub use errcode::Errcode;
pub use error::{ParseCodeError, UnknownCode};
pub use iter::Iter;
#[cfg(feature = "json")]
#[doc(inline)]
pub use json::ApiError;
pub use remedy::{ParseRemedyError, Remedy};
// A glob, because rustdoc then leaves out the hidden macros of the tables' names.
pub use tables::*;

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
/// | piece | what it means |
/// | --- | --- |
/// | Table | one enum; its attributes go to the enum, and its visibility is that of its methods too. It has at least one row |
/// | Item | the rows stand in the order they are written in, those of a spread where it stands |
/// | Selection | the rows of the other table that are picked, in that table's order and each once; without one, all. A pick that picks nothing is an error |
/// | Pick | the row with this code, the rows with a code from the first to the last, or the row of this name |
/// | Code | an integer of the code type, and no other row's |
/// | Message | what the code means, which `message()` and `Display` give as it stands. It is not empty |
/// | a row with a name | the variant's name, and no other row's; no keyword, and not raw |
/// | a row without a name | named after its message: the text before the first `(`, `:` or `.`, in `UpperCamelCase`. That has to begin with an ASCII letter: `-1 => "系统繁忙"` is an error, `-1 => SystemBusy: "系统繁忙"` is none |
/// | attributes of a row | they go to its variant: docs, `#[deprecated]`, `#[default]`, `#[allow(..)]` and the like |
/// | attributes of a spread | only `#[cfg(..)]` and `#[cfg_attr(..)]` |
/// | `#[repr(..)]` | the code type, `i8` to `i64` or `u8` to `u64`; without one, `i32` |
/// | `#[derive(..)]` | derived as on any enum; what the macro implements already may be repeated |
/// | `#[cfg(..)]`, `#[cfg_attr(..)]` | on the enum, a row or a spread: what is off is absent from everything, and leaves its code and name to others |
/// | `#[non_exhaustive]` | as on any enum: matches in other crates need a `_` arm |
///
/// # Spreads
///
/// A spread's rows bring their docs (without running the code in them again) and `#[deprecated]`. Rust
/// resolves the path, through imports, renames and re-exports, into other crates, and to tables
/// declared later. The code types may differ where the codes fit.
///
/// ```
/// use wechat_codes::{ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     /// What the calls on custom menus can answer, and two codes of our own.
///     #[repr(i64)]
///     pub enum MenuCode {
///         ..ReturnCode { SystemBusy, 0, 40015..=40028, 46002..=46003, 65301..=65317 },
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
/// # Limits
///
/// - Codes are integers, not text, and a variant has one code and no fields.
/// - What a spread's path leads to is a hidden macro of the table's name. So it cannot go through a type
///   alias or `use path::Table::{self}`, which carry no macros; a table's name must not be that of
///   another macro or derive in its scope; and where a table hides another of its name (one that came
///   through a glob import, or from outside the function), Rust calls the name ambiguous: write
///   `self::Table`, or rename one.
/// - In a proc-macro crate, which can export no macros, tables are `pub(crate)`.
/// - Each spread, and each different `#[cfg(..)]`, nests the macro's expansion two deeper, so that some
///   sixty of them in one table reach the default `recursion_limit`.
///
/// # What it expands to
///
#[doc = include_str!("../docs/expansion.md")]
///
/// The signatures are those of [`CodeTable`], which names the errors too. [`ReturnCode`] shows them as
/// methods: it is made by this macro.
#[macro_export]
macro_rules! wechat_codes {
    () => {
        $crate::__private::compile_error!(
            "expected a table, written `pub enum Name { 40013 => InvalidAppId: \"Invalid App ID\" }`"
        );
    };
    ($($table:tt)*) => {
        $crate::__private::wechat_codes! { [$crate] [] $($table)* }
    };
}

/// Implements serde's traits for a table, with feature `serde`; else it expands to nothing.
#[cfg(not(feature = "serde"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __serde_impls {
    ($($table:tt)*) => {};
}
