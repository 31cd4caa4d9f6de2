//! The rules on the names of variants, and the name that a message gives.

use heck::ToUpperCamelCase;

/// Names of the enum's associated items, which a variant of the same name would hide. Names that begin
/// with `__` are refused too, because generated code uses them.
const ASSOCIATED_ITEMS: [&str; 10] = [
    "COUNT",
    "from_code",
    "from_name",
    "code",
    "name",
    "message",
    "message_zh",
    "remedy",
    "is_success",
    "iter",
];

/// The text of a message before the first of these gives the name.
const ENDS: [char; 7] = ['(', ':', '.', '（', '：', '。', '，'];

/// Names a variant after its message: the text before the first `(`, `:` or `.`, or their full-width
/// forms, in `UpperCamelCase`.
///
/// # Errors
///
/// Says why the text gives no name.
pub(crate) fn from_message(message: &str) -> Result<String, &'static str> {
    let text = message.split(ENDS).next().unwrap_or_default();
    let name = text.to_upper_camel_case();
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        Err("does not begin with an ASCII letter")
    } else if !name.is_ascii() {
        Err("has a character that is not ASCII")
    } else if is_variant_name(&name) {
        Ok(name)
    } else {
        Err("is a keyword of Rust")
    }
}

/// Tells whether an enum can have a variant of this name: an identifier, neither a keyword nor raw.
///
/// syn takes `gen` for a keyword, which it is in edition 2024 only; there rustc says so.
pub(crate) fn is_variant_name(name: &str) -> bool {
    let is_ordinary = name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    // `Self` is the only keyword in upper case. syn need not read an ordinary name.
    if is_ordinary {
        return name != "Self";
    }
    !name.starts_with("r#") && (name == "gen" || syn::parse_str::<syn::Ident>(name).is_ok())
}

/// Returns why a variant of a table cannot have this name; `None` if it can.
pub(crate) fn problem(name: &str) -> Option<&'static str> {
    if ASSOCIATED_ITEMS.contains(&name) {
        Some("every table has an associated item of this name")
    } else if name.starts_with("__") {
        Some("generated code has names that begin with `__`")
    } else if name.starts_with("r#") {
        Some("it is a raw identifier")
    } else if name == "_" {
        Some("it names nothing")
    } else if !is_variant_name(name) {
        Some("it is a keyword")
    } else {
        None
    }
}

/// Returns a name to suggest instead of one with a problem.
pub(crate) fn suggestion(name: &str) -> String {
    from_message(name.trim_start_matches("r#"))
        .ok()
        .filter(|right| problem(right).is_none())
        .unwrap_or_else(|| "InvalidAppId".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{from_message, is_variant_name, problem, suggestion};

    #[test]
    fn a_message_gives_a_name() {
        for (message, name) in [
            ("Invalid Open ID", "InvalidOpenId"),
            ("access token timed out", "AccessTokenTimedOut"),
            ("POST request required", "PostRequestRequired"),
            ("Error while extracting JSON/XML contents", "ErrorWhileExtractingJsonXmlContents"),
            ("System error (system error)", "SystemError"),
            ("Invalid request characters: The character", "InvalidRequestCharacters"),
            ("System group cannot be changed.", "SystemGroupCannotBeChanged"),
            ("Invalid sub-menu levels", "InvalidSubMenuLevels"),
            ("Code 7 of 9", "Code7Of9"),
            ("Invalid openid（不属于该公众号）", "InvalidOpenid"),
            ("AppSecret：错误", "AppSecret"),
            ("IP not allowed，白名单", "IpNotAllowed"),
        ] {
            assert_eq!(from_message(message).as_deref(), Ok(name), "{message}");
        }
    }

    #[test]
    fn a_message_without_a_name_says_why() {
        for (reason, messages) in [
            (
                "does not begin with an ASCII letter",
                &["", "50% left", "(in brackets)", "系统繁忙", "…", "_", "9 lives", "Ölstand"][..],
            ),
            ("is a keyword of Rust", &["self", "Self (again)"]),
            (
                "has a character that is not ASCII",
                &["Größe falsch", "Size m²", "a²", "Post参数非法"],
            ),
        ] {
            for message in messages {
                assert_eq!(from_message(message), Err(reason), "{message}");
            }
        }
    }

    #[test]
    fn keywords_raw_identifiers_and_underscores_name_no_variant() {
        for name in ["Self", "self", "match", "_", "r#match", "r#Ok", "", "A B", "1A"] {
            assert!(!is_variant_name(name), "{name}");
            assert!(problem(name).is_some(), "{name}");
        }
        for name in ["Ok", "_Ok", "Größe", "gen"] {
            assert!(is_variant_name(name) && problem(name).is_none(), "{name}");
        }
    }

    #[test]
    fn names_of_generated_items_are_refused() {
        for name in ["COUNT", "code", "__product", "__NoRows", "__anything"] {
            assert!(problem(name).is_some(), "{name}");
        }
    }

    #[test]
    fn the_suggested_name_is_a_good_one() {
        for (name, right) in [
            ("r#match", "Match"),
            ("code", "Code"),
            ("Self", "InvalidAppId"),
            ("_", "InvalidAppId"),
            ("__slot", "Slot"),
        ] {
            assert_eq!(suggestion(name), right);
        }
    }
}
