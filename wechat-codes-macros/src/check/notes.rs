//! Rules on the notes of a row, `{ zh: "..", remedy: Retry }`.

use proc_macro2::{Group, TokenStream, TokenTree};
use syn::LitStr;

use crate::errors::Errors;
use crate::model::Notes;
use crate::remedy::Remedy;
use crate::source::read_string;
use crate::syntax::{MESSAGE_PLACEHOLDER, Note, Path, nearest, parse_notes};

/// The notes that a row can have.
const KEYS: [&str; 2] = ["zh", "remedy"];

/// Checks the notes of a row. A note with an error is left out.
pub(super) fn check(group: &Group, errors: &mut Errors) -> Notes {
    let notes = parse_notes(group, errors);
    let mut checked = Notes::default();
    for (index, note) in notes.iter().enumerate() {
        let (key, value) = (&note.key, &note.value);
        if let Some(first) = notes[..index].iter().find(|first| first.key == *key) {
            errors.twice(key, format_args!("the note `{key}` is given twice"), &first.key);
        } else if key == "zh" {
            checked.message_zh = chinese_message(value, note, errors);
        } else if key == "remedy" {
            checked.remedy = remedy(value, note, errors);
        } else {
            let near = did_you_mean(&key.to_string(), &KEYS);
            errors.at(
                key,
                format_args!("a row has no note `{key}`, only `zh: \"..\"` and `remedy: ..`{near}"),
            );
        }
    }
    checked
}

fn chinese_message(value: &TokenStream, note: &Note, errors: &mut Errors) -> Option<String> {
    if let Some(TokenTree::Literal(literal)) = only(value)
        && let Some(text) = read_string(&literal)
    {
        if !text.trim().is_empty() && text != MESSAGE_PLACEHOLDER {
            return Some(text);
        }
        errors.at(value, "the Chinese message is empty; write what the code means, or no `zh`");
        return None;
    }
    errors.at(note.place(), "expected the Chinese message, one string literal: `zh: \"..\"`");
    None
}

fn remedy(value: &TokenStream, note: &Note, errors: &mut Errors) -> Option<Remedy> {
    if let Some(TokenTree::Ident(word)) = only(value) {
        let name = word.to_string();
        let remedy = Remedy::from_name(&name);
        if remedy.is_none() {
            let near = did_you_mean(&name, &Remedy::NAMES);
            let all = Remedy::NAMES.join(", ");
            errors
                .at(value, format_args!("`{name}` is not a remedy; the remedies are {all}{near}"));
        }
        return remedy;
    }
    if let Ok(path) = syn::parse2::<Path>(value.clone())
        && let name = path.last_word()
        && Remedy::from_name(&name).is_some()
    {
        let message = format!("a remedy is written without a path: `remedy: {name}`");
        errors.at(value, message);
        return None;
    }
    let quoted = syn::parse2::<LitStr>(value.clone()).ok();
    let right =
        quoted.and_then(|text| Remedy::from_name(&text.value())).map_or("Retry", Remedy::name);
    errors.at(
        note.place(),
        format_args!("expected a remedy, one word without quotes: `remedy: {right}`"),
    );
    None
}

/// Returns the token of a value that has only one.
fn only(value: &TokenStream) -> Option<TokenTree> {
    let mut tokens = value.clone().into_iter();
    tokens.next().filter(|_| tokens.next().is_none())
}

/// Returns the end of a message on an unknown word.
fn did_you_mean(word: &str, candidates: &[&str]) -> String {
    let candidates: Vec<String> = candidates.iter().map(ToString::to_string).collect();
    let exact = candidates.iter().find(|candidate| candidate.eq_ignore_ascii_case(word));
    let near = exact.or_else(|| nearest(word, &candidates));
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
