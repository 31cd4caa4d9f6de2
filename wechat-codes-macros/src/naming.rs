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

/// The name that a misspelt one was meant to be: the nearest of the candidates, where it is at most
/// two letters off.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a String>,
) -> Option<&'a String> {
    let near = candidates.into_iter().filter_map(|other| {
        let is_near = |&edits: &usize| is_within(name.as_bytes(), other.as_bytes(), edits);
        (0..=2).find(is_near).map(|edits| (edits, other))
    });
    // The first in the alphabet of several that are as near.
    near.min().map(|(_, nearest)| nearest)
}

/// Whether so many insertions, deletions and replacements of letters make one name the other. (Of
/// bytes, that is, which are letters in nearly all names.)
fn is_within(a: &[u8], b: &[u8], edits: usize) -> bool {
    let common = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    match (&a[common..], &b[common..]) {
        ([], rest) | (rest, []) => rest.len() <= edits,
        _ if edits == 0 => false,
        (a @ [_, a_rest @ ..], b @ [_, b_rest @ ..]) => {
            a.len().abs_diff(b.len()) <= edits
                && [(a_rest, b_rest), (a_rest, b), (a, b_rest)]
                    .into_iter()
                    .any(|(a, b)| is_within(a, b, edits - 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_variant_name, is_within, nearest, variant_name};

    #[test]
    fn edits_between_names() {
        for (a, b, edits) in [
            ("", "", 0),
            ("", "abc", 3),
            ("InvalidAppId", "InvalidAppId", 0),
            ("InvalidAppID", "InvalidAppId", 1),
            ("InvaldAppId", "InvalidAppId", 1),
            ("InvlaidAppId", "InvalidAppId", 2),
            ("kitten", "sitting", 3),
        ] {
            for tried in 0..5 {
                let (a, b) = (a.as_bytes(), b.as_bytes());
                assert_eq!(is_within(a, b, tried), edits <= tried, "{a:?} {b:?} {tried}");
                assert_eq!(is_within(b, a, tried), edits <= tried, "{b:?} {a:?} {tried}");
            }
        }
    }

    #[test]
    fn the_nearest_name_is_at_most_two_letters_off() {
        let names = ["SystemBusy", "Success", "InvalidAppId"].map(String::from);
        assert_eq!(nearest("InvalidAppID", &names), Some(&names[2]));
        assert_eq!(nearest("Sucess", &names), Some(&names[1]));
        assert_eq!(nearest("Failure", &names), None);
        assert_eq!(nearest("Success", []), None);
    }

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
