//! What was meant: the row that a broken one was meant to be, and the nearest name.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Lit, LitInt};

use crate::naming;

/// Writes a row with the code, the name and the message that can be made out in the tokens, and with
/// placeholders for missing parts.
pub(super) fn row_as_meant(tokens: TokenStream) -> String {
    let mut parts = Parts::default();
    parts.read(tokens);
    let Parts { is_override, code, name: cell, mut words, message, notes, .. } = parts;
    if code.is_none() && cell.is_none() && words.is_empty() && message.is_none() {
        return r#"40013 => InvalidAppId: "Invalid App ID""#.to_owned();
    }
    // Without a string, several words are the message; so is a single word that cannot begin a name.
    let are_message = message.is_none()
        && (words.len() > 1 || words.first().is_some_and(|word| !begins_name(word)));
    let message = if are_message { Some(words.join(" ")) } else { message };
    if are_message {
        words.clear();
    }
    let name = match words.as_slice() {
        _ if cell.is_some() => cell,
        [] => None,
        [word] => Some(word.clone()),
        words => naming::from_message(&words.join(" ")).ok(),
    };
    let code = code.as_deref().unwrap_or("<code>");
    let row = match (name, message) {
        (Some(name), Some(message)) => format!("{code} => {name}: {message:?}"),
        (Some(name), None) => format!("{code} => {name}: {MESSAGE_PLACEHOLDER:?}"),
        (None, Some(message)) if naming::from_message(&message).is_ok() => {
            format!("{code} => {message:?}")
        }
        (None, Some(message)) => format!("{code} => <Name>: {message:?}"),
        (None, None) => format!("{code} => <Name>: {MESSAGE_PLACEHOLDER:?}"),
    };
    let notes = notes.map(|notes| format!(" {notes}")).unwrap_or_default();
    format!("{}{row}{notes}", if is_override { "override " } else { "" })
}

/// Stands for the message in a suggested row.
pub(crate) const MESSAGE_PLACEHOLDER: &str = "<message>";

fn begins_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
}

#[derive(Default)]
struct Parts {
    is_override: bool,
    code: Option<String>,
    /// The name in a cell of its own.
    name: Option<String>,
    /// The words of the name.
    words: Vec<String>,
    message: Option<String>,
    /// The notes as they are written.
    notes: Option<String>,
    /// Whether the name was followed by a colon, so that no other word can be the name.
    name_is_sure: bool,
}

impl Parts {
    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        // Whether the token just before was a minus, a word or a string.
        let (mut after_minus, mut after_word, mut after_text) = (false, false, false);
        while let Some(token) = tokens.next() {
            let (minus, in_name, in_text) = (after_minus, after_word, after_text);
            (after_minus, after_word, after_text) = (false, false, false);
            match token {
                TokenTree::Punct(punct) => match punct.as_char() {
                    // An attribute: skip its brackets.
                    '#' => drop(tokens.next()),
                    '-' => (after_minus, after_word) = (true, in_name),
                    // A path: its last word counts.
                    ':' if is_punct(tokens.peek(), ':') => drop(tokens.next()),
                    ':' => self.name_is_sure |= in_name,
                    // A tag of HTML.
                    '<' => {
                        tokens
                            .by_ref()
                            .take_while(|token| !is_punct(Some(token), '>'))
                            .for_each(drop);
                    }
                    // The end of a cell in a Markdown table.
                    '|' => self.end_cell(),
                    _ => {}
                },
                // A macro's name, `!` and arguments.
                TokenTree::Ident(_) if is_punct(tokens.peek(), '!') => {
                    tokens.next();
                    tokens.next();
                }
                TokenTree::Ident(word) if word == "override" => self.is_override = true,
                TokenTree::Ident(word) => {
                    self.read_word(&word.to_string(), in_name);
                    after_word = true;
                }
                TokenTree::Literal(literal) => {
                    let literal = Lit::new(literal);
                    after_text = matches!(literal, Lit::Str(_));
                    self.read_literal(literal, minus, in_text);
                }
                TokenTree::Group(group)
                    if group.delimiter() == Delimiter::Brace && self.message.is_some() =>
                {
                    let text = group.span().source_text();
                    self.notes = Some(text.unwrap_or_else(|| group.to_string()));
                }
                TokenTree::Group(group) => {
                    self.name_is_sure |= !self.words.is_empty();
                    self.read(group.stream());
                }
            }
        }
    }

    /// Takes the first cell of one word as the name, and any other cell of words as the message.
    fn end_cell(&mut self) {
        match self.words.as_slice() {
            [] => {}
            [word] if self.name.is_none() && begins_name(word) => self.name = self.words.pop(),
            words => drop(self.message.get_or_insert(words.join(" "))),
        }
        self.words.clear();
    }

    /// Takes the last of several names, and all words of a name in several words.
    fn read_word(&mut self, word: &str, in_name: bool) {
        if self.name_is_sure {
            return;
        }
        if !in_name {
            // A keyword cannot be a name, but may be a word in one.
            if !naming::is_variant_name(word) {
                return;
            }
            self.words.clear();
        }
        self.words.push(word.to_owned());
    }

    fn read_literal(&mut self, literal: Lit, minus: bool, in_text: bool) {
        match literal {
            Lit::Int(number) if self.code.is_none() => {
                let minus = if minus { "-" } else { "" };
                self.code = Some(format!("{minus}{}", without_suffix(&number)));
            }
            Lit::Str(text) => {
                let text = text.value();
                match self.message.take() {
                    None if self.code.is_none() && text.parse::<i128>().is_ok() => {
                        self.code = Some(text);
                    }
                    None => self.message = Some(text),
                    // The name in quotes, before the message.
                    Some(name) if self.words.is_empty() && naming::is_variant_name(&name) => {
                        self.words.push(name);
                        self.message = Some(text);
                    }
                    // A string in two parts, as in C.
                    Some(first) if in_text => self.message = Some(first + &text),
                    Some(first) => self.message = Some(first),
                }
            }
            _ => {}
        }
    }
}

fn is_punct(token: Option<&TokenTree>, character: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

/// Returns the number in the notation of the source.
fn without_suffix(number: &LitInt) -> String {
    let text = number.to_string();
    text.strip_suffix(number.suffix()).unwrap_or(&text).trim_end_matches('_').to_owned()
}

/// Returns the candidate that a misspelt name was meant to be: the nearest one, if it is at most two
/// letters off.
pub(crate) fn nearest<'a>(
    name: &str,
    candidates: impl IntoIterator<Item = &'a String>,
) -> Option<&'a String> {
    let near = candidates.into_iter().filter_map(|other| {
        let is_near = |&edits: &usize| is_within(name.as_bytes(), other.as_bytes(), edits);
        (0..=2).find(is_near).map(|edits| (edits, other))
    });
    // Of several at one distance, the first in the alphabet.
    near.min().map(|(_, nearest)| nearest)
}

/// Tells whether this number of insertions, deletions and replacements of bytes turns one name into the
/// other. (In nearly all names a byte is a letter.)
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
    use super::{is_within, nearest, row_as_meant};

    #[test]
    fn what_can_be_made_out_is_kept() {
        const RIGHT: &str = r#"40013 => InvalidAppId: "Invalid App ID""#;
        for row in [
            r#"40013: InvalidAppId: "Invalid App ID""#,
            r#"40013 = InvalidAppId: "Invalid App ID""#,
            r#"InvalidAppId = 40013, "Invalid App ID""#,
            r#"InvalidAppId => 40013: "Invalid App ID""#,
            r#"40013 => InvalidAppId("Invalid App ID")"#,
            r#"40013 => InvalidAppId { message: "Invalid App ID" }"#,
            r#"40013, InvalidAppId, "Invalid App ID""#,
            r#"(40013, InvalidAppId, "Invalid App ID")"#,
            r#""40013" => InvalidAppId: "Invalid App ID""#,
            r#"40013i32 => InvalidAppId: "Invalid App ID""#,
            r#"40013_u16 => InvalidAppId: "Invalid App ID""#,
            r#"40013 => Invalid AppId: "Invalid App ID""#,
            r#"40013 => Invalid-App-Id: "Invalid App ID""#,
            r#"40013 => invalid app id: "Invalid App ID""#,
            r#"40013 => Code::InvalidAppId: "Invalid App ID""#,
            r#"40013 => "InvalidAppId": "Invalid App ID""#,
            r#""InvalidAppId" => 40013: "Invalid App ID""#,
            r#"40013 => "Invalid App ID": InvalidAppId"#,
            r#"#[doc = "Docs"] InvalidAppId => 40013: "Invalid App ID""#,
            r#"CODE => InvalidAppId: 40013, "Invalid App ID""#,
        ] {
            assert_eq!(row_as_meant(row.parse().expect("tokens")), RIGHT, "{row}");
        }
    }

    #[test]
    fn override_and_notes_are_kept() {
        const RIGHT: &str =
            r#"override 40013 => InvalidAppId: "Invalid App ID" { zh: "无效", remedy: FixSetup }"#;
        for row in [
            r#"override 40013: InvalidAppId: "Invalid App ID" { zh: "无效", remedy: FixSetup }"#,
            r#"40013 override => InvalidAppId: "Invalid App ID" { zh: "无效", remedy: FixSetup }"#,
            r#"40013 => override InvalidAppId = "Invalid App ID" { zh: "无效", remedy: FixSetup }"#,
        ] {
            assert_eq!(row_as_meant(row.parse().expect("tokens")), RIGHT, "{row}");
        }
    }

    #[test]
    fn what_is_missing_has_a_placeholder() {
        for (row, meant) in [
            ("40013: InvalidAppId", r#"40013 => InvalidAppId: "<message>""#),
            ("InvalidAppId = 0x9c4d", r#"0x9c4d => InvalidAppId: "<message>""#),
            (r#"40013 "Invalid App ID""#, r#"40013 => "Invalid App ID""#),
            (
                r#"40013 => InvalidAppId: "Invalid " "App ID""#,
                r#"40013 => InvalidAppId: "Invalid App ID""#,
            ),
            (r#"-1 "系统繁忙""#, r#"-1 => <Name>: "系统繁忙""#),
            (r#"InvalidAppId: "Invalid App ID""#, r#"<code> => InvalidAppId: "Invalid App ID""#),
            (r#"40013 => A: concat!("a", "b")"#, r#"40013 => A: "<message>""#),
            ("40013 => InvalidAppId: MESSAGE", r#"40013 => InvalidAppId: "<message>""#),
            ("40013 invalid App ID", r#"40013 => "invalid App ID""#),
            ("40013 => invalid type of file", r#"40013 => "invalid type of file""#),
            (r#""BUSY" => "系统繁忙""#, r#"<code> => BUSY: "系统繁忙""#),
            ("0: 系统繁忙", r#"0 => <Name>: "系统繁忙""#),
            (
                "| 40001 | InvalidCredential | invalid credential |",
                r#"40001 => InvalidCredential: "invalid credential""#,
            ),
            (
                "<tr><td>40001</td><td>invalid credential</td></tr>",
                r#"40001 => "invalid credential""#,
            ),
            ("| 40001 | invalid credential |", r#"40001 => "invalid credential""#),
            ("--7", r#"-7 => <Name>: "<message>""#),
            ("", r#"40013 => InvalidAppId: "Invalid App ID""#),
            ("=> : ,", r#"40013 => InvalidAppId: "Invalid App ID""#),
        ] {
            assert_eq!(row_as_meant(row.parse().expect("tokens")), meant, "{row}");
        }
    }

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
}
