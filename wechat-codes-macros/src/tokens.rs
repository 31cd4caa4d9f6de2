//! Small tools on tokens.

use proc_macro2::{TokenStream, TokenTree};

/// The parts between the commas of this level; a comma may stand after the last.
pub(crate) fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![];
    let mut part = vec![];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => {
                parts.push(part.drain(..).collect());
            }
            other => part.push(other),
        }
    }
    if !part.is_empty() {
        parts.push(part.into_iter().collect());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::split_at_commas;

    fn split(text: &str) -> Vec<String> {
        let parts = split_at_commas(text.parse().expect("tokens"));
        parts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn commas_of_the_outermost_level_split() {
        assert!(split("").is_empty());
        assert_eq!(split("a"), ["a"]);
        assert_eq!(split("a,"), ["a"]);
        assert_eq!(split("all(a, b), c"), ["all (a , b)", "c"]);
        assert_eq!(split("a,,b"), ["a", "", "b"]);
    }
}
