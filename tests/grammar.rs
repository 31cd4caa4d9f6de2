//! Tests each form that a table may have.
#![allow(uncommon_codepoints)] // one of the names has such a letter

use wechat_codes::wechat_codes;

#[test]
fn codes_in_every_notation() {
    wechat_codes! {
        enum Notations {
            40_013 => Decimal: "decimal",
            0x9c_4e => Hexadecimal: "hexadecimal",
            0o116_117 => Octal: "octal",
            0b1001_1100_0101_0000 => Binary: "binary",
            -0x1 => Negative: "negative",
        }
    }
    assert!(Notations::iter().map(Notations::code).eq([40013, 40014, 40015, 40016, -1]));
}

#[test]
fn messages_in_every_notation() {
    wechat_codes! {
        enum Messages {
            0 => Escapes: "tab \t quote \" newline \n snowman \u{2603} \
                           and a line that goes on",
            1 => Raw: r#"C:\path "quoted""#,
            2 => Braces: "{not} {{a}} {format} string",
            3 => Padded: " kept as it stands ",
            4 => Chinese: "系统繁忙,此时请开发者稍候再试",
        }
    }
    assert_eq!(
        Messages::Escapes.message(),
        "tab \t quote \" newline \n snowman ☃ and a line that goes on"
    );
    assert_eq!(Messages::Raw.message(), r#"C:\path "quoted""#);
    assert_eq!(Messages::Braces.to_string(), "{not} {{a}} {format} string");
    assert_eq!(format!("{:#}", Messages::Braces), "2: {not} {{a}} {format} string");
    assert_eq!(Messages::Padded.message(), " kept as it stands ");
    assert_eq!(Messages::Chinese.message(), "系统繁忙,此时请开发者稍候再试");
}

#[test]
fn variants_named_after_their_message() {
    wechat_codes! {
        enum Named {
            1 => "Invalid Open ID",
            2 => "System error (system error)",
            3 => "Invalid request characters: no such character",
            4 => "System group cannot be changed.",
            5 => Own: "Invalid Open ID",
        }
    }
    assert!(Named::iter().map(Named::name).eq([
        "InvalidOpenId",
        "SystemError",
        "InvalidRequestCharacters",
        "SystemGroupCannotBeChanged",
        "Own",
    ]));
    assert_eq!(Named::InvalidOpenId.code(), 1);
}

#[test]
fn commas() {
    wechat_codes! { enum Trailing { 1 => A: "a", 2 => B: "b", } }
    wechat_codes! { enum NotTrailing { 1 => A: "a", 2 => B: "b" } }
    assert_eq!((Trailing::COUNT, NotTrailing::COUNT), (2, 2));
}

#[test]
fn names_that_generated_code_uses_too() {
    wechat_codes! {
        #[allow(clippy::enum_variant_names)]
        enum Names {
            1 => Error: "e",
            2 => Err: "e",
            3 => Ok: "o",
            4 => Some: "s",
            5 => None: "n",
            6 => Code: "c",
            7 => Option: "o",
            8 => Self_: "s",
            9 => Names: "n",
            10 => ℘: "a letter that begins names though it is not alphabetic",
        }
    }
    assert_eq!(Names::try_from(1), Ok(Names::Error));
    assert_eq!(Names::from_name("None"), Some(Names::None));
    for name in Names::iter() {
        assert_eq!(name.name().parse(), Ok(name));
    }
}

#[derive(Debug, Default, PartialEq)]
struct Settings {
    on_failure: Action,
}

wechat_codes! {
    /// Repeats derives that the macro provides anyway, and adds `Default`.
    #[derive(Debug, Clone, Copy, Default)]
    #[derive(PartialEq, Eq, ::core::cmp::PartialOrd, std::cmp::Ord, core::hash::Hash)]
    #[must_use]
    #[repr(u8)]
    pub enum Action {
        /// Docs of a row.
        #[default]
        0 => Stop: "Stop",
        #[deprecated(note = "it never worked")]
        1 => Retry: "Retry",
        #[doc(alias = "GoOn", hidden)]
        #[allow(non_camel_case_types)]
        2 => go_on: "Go on",
    }
}

#[test]
fn attributes_go_where_they_stand() {
    assert_eq!(Settings::default(), Settings { on_failure: Action::Stop });
    #[expect(deprecated, reason = "the attribute arrived at the variant")]
    let retry = Action::Retry;
    assert_eq!(Action::from_code(1), Some(retry));
    assert_eq!(Action::go_on.name(), "go_on");
}

mod conditional {
    use wechat_codes::wechat_codes;

    wechat_codes! {
        /// Absent, with all its impls.
        #[cfg(any())]
        pub enum Table { 1 => A: "a" }
    }
    wechat_codes! {
        /// Present.
        #[cfg(not(any()))]
        pub enum Table { 2 => B: "b" }
    }
}

#[test]
fn a_conditional_table_comes_and_goes_as_a_whole() {
    assert!(conditional::Table::iter().eq([conditional::Table::B]));
}

#[test]
fn raw_enum_names() {
    wechat_codes! { enum r#Raw { 1 => A: "a" } }
    assert_eq!(Raw::try_from(2).unwrap_err().to_string(), "2 is not a code of Raw");
}

#[test]
fn a_deprecated_table_warns_where_it_is_used_and_nowhere_else() {
    mod inner {
        use wechat_codes::wechat_codes;

        wechat_codes! {
            #[deprecated]
            #[repr(u8,)]
            pub(super) enum Old { 1 => A: "a" }
        }
    }
    #[expect(deprecated)]
    let code = inner::Old::from_code(1).map(inner::Old::message);
    assert_eq!(code, Some("a"));
}

/// Writes a table, as a user's own macro may. Its fragments reach `wechat_codes!` in invisible
/// groups.
macro_rules! tables {
    (
        $(#[$attr:meta])*
        $vis:vis $table:ident: $repr:ident { $($code:literal $name:ident $message:literal)* }
    ) => {
        wechat_codes! {
            $(#[$attr])*
            #[repr($repr)]
            $vis enum $table { $($code => $name: $message,)* }
        }
    };
}

tables! {
    /// Docs.
    #[derive(Debug)]
    pub FromMacro: i16 { -1 Busy "busy" 7 Lucky "lucky" }
}

#[test]
fn a_macro_may_write_the_table() {
    assert_eq!(FromMacro::from_code(-1), Some(FromMacro::Busy));
}

#[test]
fn generated_items_have_the_visibility_of_the_enum() {
    mod inner {
        use wechat_codes::wechat_codes;

        wechat_codes! { pub(super) enum Parent { 1 => A: "a" } }
        wechat_codes! { pub(crate) enum Crate { 1 => A: "a" } }
    }
    assert_eq!(inner::Parent::from_code(1), Some(inner::Parent::A));
    assert_eq!(inner::Crate::from_code(1), Some(inner::Crate::A));
}
