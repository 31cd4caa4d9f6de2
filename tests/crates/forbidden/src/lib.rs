//! Has tables of every kind, and forbids lints, so that no `allow` in generated code may name them.
#![no_std]
#![forbid(
    warnings,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    rust_2018_compatibility,
    rust_2021_compatibility,
    rust_2024_compatibility,
    let_underscore,
    deprecated,
    deprecated_in_future,
    missing_docs,
    non_ascii_idents,
    non_local_definitions,
    redundant_imports,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unexpected_cfgs,
    unreachable_pub,
    unsafe_code,
    unused_imports,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_macros,
    unused_qualifications,
    unused_results,
    dead_code
)]

/// Tables that a module keeps for its parent.
mod inner {
    wechat_codes::wechat_codes! {
        /// A private table that is used.
        #[repr(i8)]
        pub(super) enum Inner {
            0 => Zero: "zero" { zh: "零", remedy: Retry },
            1 => One: "one",
        }
    }
}

use wechat_codes::{ReturnCode, wechat_codes};

wechat_codes! {
    /// A public table with all kinds of rows.
    #[non_exhaustive]
    #[repr(i64)]
    pub enum Public {
        /// A row before a spread.
        -900_000 => Offline: "Offline",
        ..ReturnCode { !0 },
        override 40013 => NoApp: "No such app",
        #[cfg(feature = "extra")]
        900_002 => Extra: "extra",
    }
}

wechat_codes! {
    /// Rows of another table of this crate.
    #[non_exhaustive]
    pub enum Child {
        ..Public { NoApp, -1 },
    }
}

/// Uses a private table.
#[must_use]
pub const fn used() -> bool {
    inner::Inner::Zero.is_success()
}

/// Uses a table within a function.
#[must_use]
pub fn in_a_function() -> Option<i32> {
    wechat_codes! {
        enum Local { ..ReturnCode { 0, 40013 } }
    }
    Local::iter().map(Local::code).next_back()
}
