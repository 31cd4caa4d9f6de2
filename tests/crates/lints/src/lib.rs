//! Has tables of every kind, and denies every lint that is not about the crate's own few lines.
#![no_std]
#![deny(
    warnings,
    unused,
    nonstandard_style,
    future_incompatible,
    let_underscore,
    keyword_idents,
    refining_impl_trait,
    rust_2018_idioms,
    rust_2018_compatibility,
    rust_2021_compatibility,
    rust_2024_compatibility,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    closure_returning_async_block,
    deprecated_in_future,
    explicit_outlives_requirements,
    ffi_unwind_calls,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    non_local_definitions,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unexpected_cfgs,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unsafe_code,
    unstable_features,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::restriction
)]
#![allow(
    clippy::blanket_clippy_restriction_lints,
    clippy::needless_return,
    reason = "the group of restrictions is what is meant, and it contradicts the others"
)]

/// Tables that a module keeps for its parent.
mod inner {
    wechat_codes::wechat_codes! {
        /// A private table that is used.
        #[repr(i8)]
        pub(super) enum Inner {
            0 => Zero: "zero",
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
        -900_000 => Offline: "Offline: see https://mp.weixin.qq.com <or> [ask] `us` *now*",
        ..ReturnCode,
        #[deprecated(note = "there is no quota any more")]
        900_001 => QuotaExhausted: "The gateway's own quota is used up",
        #[cfg(feature = "extra")]
        900_002 => Extra: "extra",
        #[cfg(not(feature = "extra"))]
        900_003 => "Upstream pool is draining",
        #[cfg_attr(feature = "extra", deprecated)]
        #[cfg_attr(not(feature = "extra"), doc = "Not deprecated.")]
        900_004 => SometimesOld: "sometimes old",
        #[cfg(feature = "extra")]
        ..ReturnCode { 0 },
    }
}

wechat_codes! {
    /// Rows of another crate's table. Their names all begin alike.
    #[non_exhaustive]
    #[repr(u16)]
    pub enum Invalid {
        ..ReturnCode { 40003..=40012 },
    }
}

wechat_codes! {
    /// A table with a deprecated row from another table.
    #[non_exhaustive]
    #[repr(i64)]
    pub enum Child {
        ..Public { QuotaExhausted, -1..=0 },
        ..Invalid,
    }
}

wechat_codes! {
    /// A deprecated table.
    #[deprecated]
    #[non_exhaustive]
    #[repr(u64)]
    pub enum Old {
        1 => One: "one",
        0xffff_ffff_ffff_ffff => Most: "most",
    }
}

wechat_codes! {
    /// A private table that nothing uses.
    enum Unused {
        1 => One: "one",
        ..ReturnCode { 0 },
    }
}

/// Uses the private table.
#[inline]
#[must_use]
pub fn local() -> &'static str {
    wechat_codes! {
        /// A table in a function.
        #[repr(i8)]
        enum Local { ..inner::Inner { One }, 2 => Two: "two" }
    }
    return inner::Inner::try_from(Local::Two).map_or("none", inner::Inner::message);
}
