//! A table of each size, in the form that each contender takes. The first two are those of the
//! facade, which another crate compiled.

#![allow(clippy::wildcard_imports)] // macros write the tables

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use wechat_codes_bench_rows::with_rows;

macro_rules! ours {
    ($($rows:tt)*) => {
        wechat_codes::wechat_codes! {
            pub enum Ours { $($rows)* }
        }
    };
}

macro_rules! peers {
    ($($code:literal => $name:ident: $message:literal,)*) => {
        pub const CODES: &[i32] = &[$($code),*];
        pub const NAMES: &[&str] = &[$(stringify!($name)),*];

        #[derive(
            Clone, Copy, strum::FromRepr, strum::EnumString, strum::EnumMessage, strum::IntoStaticStr,
        )]
        #[repr(i32)]
        pub enum Strum { $(#[strum(message = $message)] $name = $code),* }

        /// strum's `EnumString` over a phf map.
        #[derive(Clone, Copy, strum::EnumString)]
        #[strum(use_phf)]
        pub enum StrumPhf { $($name),* }

        #[derive(Clone, Copy, num_enum::TryFromPrimitive)]
        #[repr(i32)]
        pub enum NumEnum { $($name = $code),* }

        #[derive(Clone, Copy, thiserror::Error)]
        pub enum Thiserror { $(#[error($message)] $name),* }

        // A derived `Debug` takes minutes to compile for thousands of variants.
        impl std::fmt::Debug for Thiserror {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("Thiserror")
            }
        }

        pub const THISERROR: &[Thiserror] = &[$(Thiserror::$name),*];
    };
}

macro_rules! phf_map {
    ($($code:literal => $name:ident: $message:literal,)*) => {
        pub static PHF: phf::Map<i32, Strum> = phf::phf_map! { $($code => Strum::$name),* };
    };
}

/// Writes the tables that are built at run time.
macro_rules! run_time {
    () => {
        fn rows() -> impl Iterator<Item = (i32, Strum)> {
            CODES.iter().map(|&code| (code, Strum::from_repr(code).expect("a row's code")))
        }

        pub static STD: LazyLock<HashMap<i32, Strum>> = LazyLock::new(|| rows().collect());
        pub static FX: LazyLock<FxHashMap<i32, Strum>> = LazyLock::new(|| rows().collect());
        /// The rows are already in the order of their codes.
        pub static SORTED: LazyLock<Vec<(i32, Strum)>> = LazyLock::new(|| rows().collect());
    };
}

pub mod rows_225 {
    use super::*;

    pub use wechat_codes::ReturnCode as Ours;
    with_rows!(peers, 225);
    with_rows!(phf_map, 225, i32);
    run_time!();
}

pub mod rows_2044 {
    use super::*;

    pub use wechat_codes::WeixinCode as Ours;
    with_rows!(peers, 2044);
    with_rows!(phf_map, 2044, i32);
    run_time!();
}

pub mod rows_10000 {
    use super::*;

    with_rows!(ours, 10_000);
    with_rows!(peers, 10_000);
    with_rows!(phf_map, 10_000, i32);
    run_time!();
}
