//! Source text: tokens from source, and string literals from text and back.
//!
//! A table has thousands of rows, and the macro is not optimised in a user's dev build, but rustc is. So
//! rustc turns source into tokens, and a text that needs no escapes is taken whole: syn and
//! `Literal::string` would go through it character by character.

use std::str::FromStr as _;

use proc_macro2::{Literal, TokenStream};
use syn::LitStr;

/// Turns source that this crate has written into tokens.
pub(crate) fn tokens(source: &str) -> TokenStream {
    const IS_RUST: &str = "written source is Rust";
    if proc_macro::is_available() {
        // proc_macro2 would first read the source by itself, as a check.
        proc_macro::TokenStream::from_str(source).expect(IS_RUST).into()
    } else {
        source.parse().expect(IS_RUST)
    }
}

/// Returns the text of a string literal. Returns `None` for any other literal, and for one with a suffix.
pub(crate) fn read_string(literal: &Literal) -> Option<String> {
    let source = literal.to_string();
    let raw = source.strip_prefix('r').map(|rest| rest.trim_matches('#'));
    let quoted = raw.unwrap_or(&source).strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    if let Some(text) = quoted
        && (raw.is_some() || !has(text, b'\\'))
        && !has(text, b'\r')
    {
        return Some(text.to_owned());
    }
    let literal: LitStr = syn::parse_str(&source).ok()?;
    literal.suffix().is_empty().then(|| literal.value())
}

/// Returns the source of a string literal with this text.
pub(crate) fn write_string(text: &str) -> String {
    // rustc denies some characters of bidirectional texts, whose first byte this is, unless they are
    // escaped.
    let must_be_escaped = has(text, b'\r') || has(text, 0xe2);
    if !must_be_escaped && !has(text, b'"') && !has(text, b'\\') {
        format!("\"{text}\"")
    } else if !must_be_escaped && !text.contains("\"#") {
        format!("r#\"{text}\"#")
    } else {
        Literal::string(text).to_string()
    }
}

fn has(text: &str, byte: u8) -> bool {
    text.as_bytes().contains(&byte)
}

#[cfg(test)]
mod tests {
    use proc_macro2::Literal;
    use proptest::prelude::*;

    use super::{read_string, write_string};

    fn read_source(source: &str) -> Option<String> {
        read_string(&source.parse::<Literal>().expect("a literal"))
    }

    #[test]
    fn literals_of_every_kind() {
        for (source, text) in [
            (r#""plain""#, Some("plain")),
            (r#""""#, Some("")),
            (r#""a \"b\" \u{7cfb}\n""#, Some("a \"b\" 系\n")),
            ("\"a\\\n    b\"", Some("ab")),
            (r#"r"a\b""#, Some(r"a\b")),
            (r###"r##"a "# b"##"###, Some("a \"# b")),
            (r#""text"suffix"#, None),
            (r#"b"bytes""#, None),
            (r#"c"text""#, None),
            ("'c'", None),
            ("5", None),
        ] {
            assert_eq!(read_source(source).as_deref(), text, "{source}");
        }
    }

    #[test]
    fn a_text_is_escaped_if_it_must_be() {
        for (text, source) in [
            ("系统繁忙", "\"系统繁忙\""),
            (r#"a "b" \c"#, r##"r#"a "b" \c"#"##),
            ("\"#", r##""\"#""##),
            ("a\rb", r#""a\rb""#),
            ("\u{202e}", r#""\u{202e}""#),
        ] {
            assert_eq!(write_string(text), source);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(text: String, special in "[\"#\\\\\r\n\u{202e}a]{0,6}") {
            let text = text + &special;
            prop_assert_eq!(read_source(&write_string(&text)), Some(text));
        }
    }
}
