//! The grammar of the notes behind a row's message, `{ zh: "..", remedy: Retry }`.

use std::iter::Peekable;

use proc_macro2::{Group, Spacing, TokenStream, TokenTree, token_stream};
use syn::LitStr;

use super::ast::Note;
use crate::errors::Errors;
use crate::remedy::Remedy;

/// Reads the notes of a row. A note that cannot be read is reported and skipped.
///
/// The tokens are read one after the other, as a large table has thousands of notes, and users' macros
/// are not optimised.
pub(crate) fn parse_notes(group: &Group, errors: &mut Errors) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut tokens = group.stream().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(key) => {
                if next_is(&mut tokens, ':') {
                    tokens.next();
                    notes.push(Note { key, value: take_value(&mut tokens) });
                } else {
                    let place = tokens.peek().map_or(key.span(), TokenTree::span);
                    let message = match Remedy::from_name(&key.to_string()) {
                        Some(remedy) => {
                            format!("expected a note: write `remedy: {}`", remedy.name())
                        }
                        None => format!(
                            "expected `:` after `{key}`: a note is `zh: \"..\"` or `remedy: Retry`"
                        ),
                    };
                    errors.push(&syn::Error::new(place, message));
                    take_value(&mut tokens);
                }
            }
            other => {
                let right = match syn::parse2::<LitStr>(other.clone().into()) {
                    Ok(text) => format!("zh: {:?}", text.value()),
                    Err(_) => "zh: \"..\"".to_owned(),
                };
                let is_comma = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == ',');
                let message = format!("expected a note: write `{right}` or `remedy: Retry`");
                errors.at(other, message);
                if is_comma {
                    continue;
                }
                take_value(&mut tokens);
            }
        }
        match tokens.peek() {
            Some(token) if !next_is_comma(token) => errors.at(token, "expected `,` between notes"),
            _ => drop(tokens.next()),
        }
    }
    notes
}

type Tokens = Peekable<token_stream::IntoIter>;

fn next_is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',')
}

/// Tells whether the next token is this mark, alone.
fn next_is(tokens: &mut Tokens, mark: char) -> bool {
    let is_mark = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == mark && punct.spacing() == Spacing::Alone,
        _ => false,
    };
    tokens.peek().is_some_and(is_mark)
}

/// Takes the tokens up to a comma, or up to the next note if the comma before it is missing.
fn take_value(tokens: &mut Tokens) -> TokenStream {
    let mut value = Vec::new();
    while let Some(token) = tokens.peek() {
        let ends_value = matches!(value.last(), Some(TokenTree::Literal(_) | TokenTree::Ident(_)));
        let begins_note = matches!(token, TokenTree::Ident(_));
        if next_is_comma(token) || ends_value && begins_note {
            break;
        }
        value.extend(tokens.next());
    }
    value.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::parse_notes;
    use crate::errors::Errors;

    #[test]
    fn notes_and_their_mistakes() {
        for (text, keys, errors) in [
            ("", &[][..], &[][..]),
            ("zh: \"a\", remedy: Retry,", &["zh", "remedy"], &[]),
            ("zh: \"a\" remedy: Retry", &["zh", "remedy"], &["expected `,` between notes"]),
            ("zh = \"a\", remedy: Retry", &["remedy"], &["expected `:` after `zh`"]),
            (
                "\"系统繁忙\", remedy: Retry",
                &["remedy"],
                &["expected a note: write `zh: \"系统繁忙\"`"],
            ),
            ("Retry, zh: \"a\"", &["zh"], &["expected a note: write `remedy: Retry`"]),
            ("zh", &[], &["expected `:` after `zh`"]),
            ("zh::x, remedy: Retry", &["remedy"], &["expected `:` after `zh`"]),
            (", zh: \"a\"", &["zh"], &["expected a note"]),
            ("other: 1 + 2, zh:", &["other", "zh"], &[]),
        ] {
            let mut found = Errors::default();
            let group = syn::parse_str(&format!("{{ {text} }}")).expect("a group");
            let notes = parse_notes(&group, &mut found);
            let read: Vec<_> = notes.iter().map(|note| note.key.to_string()).collect();
            assert_eq!(read, keys, "{text}");
            let found = found.messages();
            let same = found.len() == errors.len()
                && found.iter().zip(errors).all(|(found, error)| found.starts_with(error));
            assert!(same, "{text}: {found:?}");
        }
    }
}
