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
    // Two letters are at most eight bytes.
    let near = candidates.into_iter().filter(|other| other.len().abs_diff(name.len()) <= 8);
    let distances = near.map(|other| (edit_distance(name, other), other));
    // The first in the alphabet of several that are as near.
    let (distance, nearest) = distances.min()?;
    (distance <= 2).then_some(nearest)
}

/// How many letters to insert, delete or replace to make one text the other (Levenshtein).
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    // The distances from what was read of `a` to each beginning of `b`.
    let mut distances: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = distances[0];
        distances[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != *other);
            diagonal = distances[j + 1];
            distances[j + 1] = replaced.min(diagonal + 1).min(distances[j] + 1);
        }
    }
    distances[b.len()]
}

#[cfg(test)]
mod tests {
    use super::{edit_distance, is_variant_name, nearest, variant_name};

    #[test]
    fn edit_distances() {
        for (a, b, distance) in [
            ("", "", 0),
            ("", "abc", 3),
            ("InvalidAppId", "InvalidAppId", 0),
            ("InvalidAppID", "InvalidAppId", 1),
            ("InvaldAppId", "InvalidAppId", 1),
            ("InvlaidAppId", "InvalidAppId", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!((edit_distance(a, b), edit_distance(b, a)), (distance, distance), "{a} {b}");
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
