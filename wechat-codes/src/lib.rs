// The README is the front page of these docs. Its links lead to docs.rs, and to files of the
// repository. Of two definitions of a link the first one counts, so in the docs these hold:
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

/// Turns a code table into an enum with lookups, names, messages, remedies and conversions.
///
/// ```
/// use wechat_codes::{Remedy, wechat_codes};
///
/// wechat_codes! {
///     /// What the gateway answers.
///     pub enum GatewayCode {
///         0 => Success: "Request succeeded",
///         -1 => SystemBusy: "System busy" { zh: "系统繁忙", remedy: Retry },
///         /// Raised before the call reaches WeChat.
///         900_001 => QuotaExhausted: "The quota is used up" { remedy: WaitForQuota },
///         900_002 => "Upstream pool is draining",
///     }
/// }
///
/// assert_eq!(GatewayCode::from_code(900_001), Some(GatewayCode::QuotaExhausted));
/// assert_eq!(GatewayCode::UpstreamPoolIsDraining.code(), 900_002);
/// assert_eq!(GatewayCode::SystemBusy.to_string(), "System busy");
/// assert_eq!(GatewayCode::SystemBusy.message_zh(), Some("系统繁忙"));
/// assert_eq!(GatewayCode::SystemBusy.remedy(), Some(Remedy::Retry));
/// ```
///
/// # Grammar
///
/// ```text
/// Table     := Attr* Vis "enum" Ident "{" (Item ("," Item)* ","?)? "}"
/// Item      := Attr* "override"? Code "=>" (Ident ":")? Message Notes?   a row
///            | Attr* ".." Path Selection?                                a spread
/// Notes     := "{" (Note ("," Note)* ","?)? "}"
/// Note      := "zh" ":" string literal | "remedy" ":" Ident
/// Selection := "{" (Pick ("," Pick)* ","?)? "}"
/// Pick      := "!"? (Code | Code "..=" Code | Ident)
/// Code      := "-"? integer literal (decimal, 0x, 0o, 0b, underscores)
/// Message   := string literal (raw strings too)
/// ```
///
/// | piece | what it means |
/// | --- | --- |
/// | Table | one enum. Its attributes go to the enum, and its visibility is that of its methods, too. A table has at least one row |
/// | Item | a row, or rows of another table, which is called a spread. Items stand in the order written |
/// | Code | an integer of the code type. No two rows have the same code |
/// | Message | what the code means. `message()` and `Display` give the message as it stands. It is not empty |
/// | a row with a name | the variant's name. No two rows have the same name. A keyword or a raw identifier is an error |
/// | a row without a name | named after its message: the text before the first `(`, `:`, `.` or their full-width forms `（：。，`, in `UpperCamelCase`. If that is not ASCII or does not begin with a letter, the row needs a name of its own: `-1 => SystemBusy: "系统繁忙"` |
/// | Notes | what the row says beside its message. Each note stands once at most |
/// | `zh` | the Chinese message, which `message_zh()` returns |
/// | `remedy` | a variant of [`Remedy`], without a path, which `remedy()` returns |
/// | `override` | the row stands in place of a spread's row of this code; see [spreads](#spreads) |
/// | Selection | which rows of the other table to take, in that table's order and each once. Without a selection, all |
/// | Pick | the row with this code, the rows with a code from the first to the last, or the row of this name. A pick that picks nothing is an error |
/// | `!` | takes these rows away. A selection that begins with `!` starts from all rows, any other from none. Picks apply in the order written. A `!` pick that removes nothing is an error |
/// | attributes of a row | they go to its variant: docs, `#[deprecated]`, `#[default]`, `#[allow(..)]`, `#[doc(alias = "..")]` and the like |
/// | attributes of a spread | only `#[cfg(..)]` and `#[cfg_attr(..)]` |
/// | `#[repr(..)]` | the code type, `i8` to `i64` or `u8` to `u64`; without one, `i32` |
/// | `#[derive(..)]` | derived as on any enum. What the macro implements already may be repeated |
/// | `#[cfg(..)]`, `#[cfg_attr(..)]` | on the enum, a row or a spread. What is off is absent from everything, and leaves its code and name to others |
/// | `#[non_exhaustive]` | as on any enum: a `match` in another crate needs a `_` arm |
///
/// # Spreads
///
/// A spread's rows bring their notes, their docs (without running the code in them again) and
/// `#[deprecated]`. Rust resolves the path, through imports, renames and re-exports, into other
/// crates, and to tables declared later. The code types may differ if the codes fit.
///
/// ```
/// use wechat_codes::{ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     /// What the calls on custom menus can answer, and two codes of our own.
///     #[repr(i64)]
///     enum MenuCode {
///         ..ReturnCode { SystemBusy, 0, 40015..=40028, !40017, 46002..=46003, 65301..=65317 },
///         900_001 => NoMenuService: "The menu service is not configured" { remedy: FixSetup },
///         #[cfg(windows)]
///         900_002 => NoMenuBar: "This edition has no menu bar",
///     }
/// }
///
/// assert_eq!(MenuCode::from_code(40021), Some(MenuCode::InvalidMenuVersion));
/// assert_eq!(MenuCode::from_code(40017), None);
/// assert_eq!(MenuCode::try_from(ReturnCode::Success), Ok(MenuCode::Success));
/// assert!(ReturnCode::try_from(MenuCode::NoMenuService).is_err());
/// ```
///
/// A table may spread several tables, and a table that spreads others. A row of a spread may meet
/// another row of the same code or name:
///
/// | the other row | what happens |
/// | --- | --- |
/// | a row of yours under `override`, with this code | yours stands in place of the spread's row. Notes that it does not give are those of that row. In the conversions, the two are one row |
/// | a row of yours, alike in code, name and message | they are one row. If the notes differ, yours stand |
/// | any other row of yours | an error, which names `override` and `!` as the ways out |
/// | a row of another spread, alike in code, name and message | they are one row. If the notes differ, those of the first spread stand |
/// | any other row of another spread | an error: pick rows of one of the two, or write `override` |
///
/// `override` needs no spread to have the code: a table goes on compiling when a later version of
/// the spread table has the code, too. An `override` row stands at the place of the row that it
/// replaces.
///
/// ```
/// use wechat_codes::{Remedy, ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     pub enum GatewayCode {
///         ..ReturnCode { !40016..=40017 },
///         override 40013 => NoSuchApp: "No such app on this gateway" { zh: "网关上没有该应用" },
///     }
/// }
///
/// assert_eq!(GatewayCode::try_from(ReturnCode::InvalidAppId), Ok(GatewayCode::NoSuchApp));
/// assert_eq!(GatewayCode::NoSuchApp.remedy(), Some(Remedy::FixSetup)); // as in ReturnCode
/// ```
///
/// Without `override`, this row is an error:
///
/// ```compile_fail
/// use wechat_codes::{ReturnCode, wechat_codes};
///
/// wechat_codes! {
///     pub enum GatewayCode {
///         ..ReturnCode,
///         40013 => NoSuchApp: "No such app on this gateway",
///     }
/// }
/// ```
///
/// # Limits
///
/// - Codes are integers, not text as WeChat Pay has them. A variant has one code and no fields.
/// - A table converts to the tables that it spreads, and not to the tables that those spread. To
///   convert to both, spread both.
/// - A spread's path leads to a hidden macro of the table's name. So the path cannot go through a
///   type alias or `use path::Table::{self}`, which carry no macros. A table's name must not be
///   that of another macro or derive in its scope.
/// - If a table hides another table of its name, which came through a glob import or from outside
///   the function, Rust calls the name ambiguous, and `self::Table` does not help. Rename one of
///   them, or import by name instead of by glob.
/// - "cannot find macro `Table`" means that the table of this name is not imported.
/// - A row's docs travel to other tables up to their first code block, and links to items become
///   plain text.
/// - Generated code allows `clippy::pub_use`, `clippy::same_name_method` and, if a row is deprecated,
///   `deprecated`. To keep these lints, write `deny` and not `forbid`.
/// - A `pub` table in a function exports a macro, on which rustc warns (`non_local_definitions`).
///   Leave the `pub` out there.
/// - In an editor, a row is renamed with its uses and with the picks that name it. A table that
///   spreads the row has a variant of its own, whose uses keep the old name, and the compiler points
///   at them. A row that is named after its message cannot be renamed. With a nightly compiler,
///   rust-analyzer offers the hidden macro beside the enum.
/// - In a proc-macro crate, which can export no macros, tables are `pub(crate)`.
/// - Each spread, and each different `#[cfg(..)]`, nests the macro's expansion two deeper. Some
///   sixty of them in one table reach the default `recursion_limit`.
/// - A crate with a table should not implement serde's traits for the table. Another crate of the
///   same build may turn feature `serde` on, and the table would then have them twice.
///
/// # A table from nothing
///
#[doc = include_str!("../docs/own-table.md")]
///
/// # What it expands to
///
#[doc = include_str!("../docs/expansion.md")]
///
/// The signatures are those of [`CodeTable`], which names the errors, too. [`ReturnCode`] shows
/// them as methods: this macro makes it.
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
