//! The grammar of the notes behind a row's message, `{ zh: "..", remedy: Retry }`.

use proc_macro2::{Group, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Token};

use super::ast::Note;
use super::parse::error_at;
use crate::errors::Errors;
use crate::remedy::Remedy;

/// Reads the notes of a row. A note that cannot be read is reported and skipped.
pub(crate) fn parse_notes(group: &Group, errors: &mut Errors) -> Vec<Note> {
    let mut notes = Vec::new();
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            match input.call(parse_note) {
                Ok(note) => notes.push(note),
                Err(error) => {
                    errors.push(&error);
                    take_value(input);
                }
            }
            if !input.is_empty() && !input.peek(Token![,]) {
                errors.push(&error_at(input, "expected `,` between notes"));
            } else {
                let _: syn::Result<TokenTree> = input.parse();
            }
        }
        Ok(())
    };
    parser.parse2(group.stream()).expect("every token is read");
    notes
}

fn parse_note(input: ParseStream) -> syn::Result<Note> {
    if !input.peek(Ident::peek_any) {
        let right = match input.fork().parse::<LitStr>() {
            Ok(text) => format!("zh: {:?}", text.value()),
            Err(_) => "zh: \"..\"".to_owned(),
        };
        let message = format!("expected a note: write `{right}` or `remedy: Retry`");
        return Err(error_at(input, message));
    }
    let key = input.call(Ident::parse_any)?;
    if !input.peek(Token![:]) || input.peek(Token![::]) {
        let place = if input.is_empty() { key.span() } else { input.span() };
        let message = match Remedy::from_name(&key.to_string()) {
            Some(remedy) => format!("expected a note: write `remedy: {}`", remedy.name()),
            None => {
                format!("expected `:` after `{key}`: a note is `zh: \"..\"` or `remedy: Retry`")
            }
        };
        return Err(syn::Error::new(place, message));
    }
    input.parse::<Token![:]>()?;
    Ok(Note { key, value: take_value(input) })
}

/// Takes the tokens up to a comma, or up to the next note if the comma before it is missing.
fn take_value(input: ParseStream) -> TokenStream {
    let mut value = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        let next_note = input.peek(Ident) && input.peek2(Token![:]) && !input.peek2(Token![::]);
        if !value.is_empty() && next_note {
            break;
        }
        value.extend(input.parse::<TokenTree>());
    }
    value
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
