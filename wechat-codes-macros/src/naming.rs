//! The variant's name, where the row gives none.

use heck::ToUpperCamelCase;

/// Names a variant after its message: the text before the first `(`, `:` or `.`, in
/// `UpperCamelCase`. `None` where that is no identifier that begins with an ASCII letter.
pub(crate) fn variant_name(message: &str) -> Option<String> {
    let name = message.split(['(', ':', '.']).next()?.to_upper_camel_case();
    (name.starts_with(|first: char| first.is_ascii_alphabetic()) && is_variant_name(&name))
        .then_some(name)
}

/// Whether an enum can have a variant of this name: an identifier, neither a keyword nor raw.
pub(crate) fn is_variant_name(name: &str) -> bool {
    !name.starts_with("r#") && syn::parse_str::<syn::Ident>(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{is_variant_name, variant_name};

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
            ("Größe falsch", "GrößeFalsch"),
        ] {
            assert_eq!(variant_name(message).as_deref(), Some(name), "{message}");
        }
    }

    #[test]
    fn a_message_without_an_ascii_letter_first_gives_none() {
        for message in ["", "50% left", "(in brackets)", "系统繁忙", "…", "_", "9 lives", "Ölstand"]
        {
            assert_eq!(variant_name(message), None, "{message}");
        }
    }

    #[test]
    fn a_message_that_gives_a_keyword_or_no_identifier_gives_none() {
        for message in ["self", "Self (again)", "Size m²"] {
            assert_eq!(variant_name(message), None, "{message}");
        }
    }

    #[test]
    fn keywords_raw_identifiers_and_underscores_name_no_variant() {
        for name in ["Self", "self", "match", "_", "r#match", "r#Ok", "", "A B", "1A"] {
            assert!(!is_variant_name(name), "{name}");
        }
        assert!(is_variant_name("Ok") && is_variant_name("_Ok") && is_variant_name("Größe"));
    }
}
