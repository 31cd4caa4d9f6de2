//! Tests tables beside user items that have the names which generated code uses, and tables in
//! unusual places.
#![allow(dead_code, unreachable_pub)] // the items only have to exist

mod hostile {
    //! Items with the names of the prelude, and with names that generated code declares in
    //! functions.

    pub struct Option;
    pub struct Some;
    pub struct None;
    pub struct Result;
    pub struct Ok;
    pub struct Err;
    pub struct From;
    pub struct TryFrom;
    pub struct FromStr;
    pub struct Error;
    pub struct Debug;
    pub struct Display;
    pub struct Formatter;
    pub struct Clone;
    pub struct Copy;
    pub struct PartialEq;
    pub struct Iterator;
    #[allow(non_camel_case_types)]
    pub struct str;
    #[allow(non_camel_case_types)]
    pub struct i32;
    #[allow(non_camel_case_types)]
    pub struct u8;
    #[allow(non_camel_case_types)]
    pub struct u16;
    #[allow(non_camel_case_types)]
    pub struct u64;
    #[allow(non_camel_case_types)]
    pub struct usize;

    pub mod core {}
    pub mod std {}
    pub mod phf {}
    pub mod wechat_codes {}

    pub const DISPLACEMENTS: u128 = 0;
    pub const CODES: u128 = 0;

    // Hygiene does not keep a function's parameters apart from constants, statics and unit structs.
    #[allow(non_upper_case_globals)]
    pub const candidate: u128 = 0;
    #[allow(non_upper_case_globals)]
    pub const known: u128 = 0;
    #[allow(non_upper_case_globals)]
    pub static f: u128 = 0;
    #[allow(non_upper_case_globals)]
    pub static text: u128 = 0;
    // actix-web's `#[get] async fn code()` makes such a struct.
    #[allow(non_camel_case_types)]
    pub struct code;
    #[allow(non_upper_case_globals)]
    pub const name: u128 = 0;
    #[allow(non_camel_case_types)]
    pub struct bool;
    pub struct Remedy;
    pub const TEXT: u128 = 0;
    pub static STARTS: u128 = 0;
    pub const REMEDIES: u128 = 0;
    pub const ROWS: u128 = 0;
    #[allow(non_camel_case_types)]
    pub struct slot;
    #[allow(non_camel_case_types)]
    pub struct start;

    // Generated code must not call a method of a trait in scope instead of the table's own method.
    pub trait Methods {
        fn code(&self) -> u128 {
            panic!("not the table's")
        }
        fn name(&self) -> u128 {
            panic!("not the table's")
        }
        fn message(&self) -> u128 {
            panic!("not the table's")
        }
    }
    impl<T> Methods for T {}

    ::wechat_codes::wechat_codes! {
        pub enum Table {
            40013 => InvalidAppId: "Invalid App ID",
            -1 => SystemBusy: "System busy",
        }
    }
}

#[test]
fn beside_items_of_the_same_names() {
    use hostile::Table;

    assert_eq!(Table::from_code(40013), Some(Table::InvalidAppId));
    assert_eq!(Table::from_name("SystemBusy"), Some(Table::SystemBusy));
    assert_eq!(Table::try_from(-1), Ok(Table::SystemBusy));
    assert_eq!("-1".parse(), Ok(Table::SystemBusy));
    assert_eq!(
        format!("{0} {0:#} {0:?}", Table::SystemBusy),
        "System busy -1: System busy SystemBusy"
    );
    assert_eq!(Table::iter().count(), 2);
}

#[test]
fn in_function_bodies_blocks_and_closures() {
    wechat_codes::wechat_codes! {
        enum Body { 1 => A: "a" }
    }
    let in_block = {
        wechat_codes::wechat_codes! {
            enum Body { 2 => B: "b" }
        }
        Body::B.code()
    };
    let in_closure = || {
        use wechat_codes::wechat_codes as table;
        table! { enum Body { 3 => C: "c" } }
        Body::C.code()
    };
    assert_eq!((Body::A.code(), in_block, in_closure()), (1, 2, 3));
}

mod renamed {
    use wechat_codes as wx;

    wx::wechat_codes! {
        pub enum Table { 1 => A: "a" }
    }
}

#[test]
fn by_another_path_to_the_macro() {
    assert_eq!(renamed::Table::from_code(1), Some(renamed::Table::A));
}

mod allowed {
    //! The lints that a table allows, for the questions to the compiler too.
    #![deny(unexpected_cfgs, deprecated)]

    wechat_codes::wechat_codes! {
        #[deprecated]
        #[non_exhaustive]
        pub enum Old { 1 => One: "one" }
    }
    wechat_codes::wechat_codes! {
        #[allow(unexpected_cfgs, deprecated)]
        pub enum New {
            ..Old,
            #[cfg(no_such_condition)]
            2 => Two: "two",
            #[cfg(not(no_such_condition))]
            3 => Three: "three",
        }
    }
}

#[test]
fn the_lints_that_a_table_allows_are_allowed_everywhere() {
    assert_eq!(allowed::New::iter().map(allowed::New::code).collect::<Vec<_>>(), [1, 3]);
    // Also within a function, and beside another such table.
    wechat_codes::wechat_codes! {
        #[allow(unexpected_cfgs)]
        enum Local {
            1 => One: "one",
            #[cfg(no_such_condition)]
            2 => Two: "two",
        }
    }
    wechat_codes::wechat_codes! {
        #[allow(unexpected_cfgs)]
        enum Other { 1 => One: "one", #[cfg(no_such_condition)] 2 => Two: "two" }
    }
    assert_eq!((Local::COUNT, Other::COUNT), (1, 1));
}
