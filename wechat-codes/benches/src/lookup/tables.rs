//! A table of each size, in the form that each contender takes. The facade has our first two.

macro_rules! ours {
    ($($rows:tt)*) => { wechat_codes::wechat_codes! { pub enum Ours { $($rows)* } } };
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

        pub static PHF: phf::Map<i32, Strum> = phf::phf_map! { $($code => Strum::$name),* };

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
            fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) }
        }

        pub const THISERROR: &[Thiserror] = &[$(Thiserror::$name),*];
    };
}

pub mod rows_225 {
    pub use wechat_codes::ReturnCode as Ours;
    wechat_codes_bench_rows::with_rows!(peers, 225, i32);
}

pub mod rows_2044 {
    pub use wechat_codes::WeixinCode as Ours;
    wechat_codes_bench_rows::with_rows!(peers, 2044, i32);
}

pub mod rows_10000 {
    wechat_codes_bench_rows::with_rows!(ours, 10_000);
    wechat_codes_bench_rows::with_rows!(peers, 10_000, i32);
}
