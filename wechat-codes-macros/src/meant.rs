//! What a row that cannot be read was meant to be.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Lit, LitInt};

use crate::naming;

/// The code, the name and the message that can be made out in the tokens, as a row; with
/// placeholders for what is not there.
pub(crate) fn row_as_meant(tokens: TokenStream) -> String {
    let mut parts = Parts::default();
    parts.read(tokens);
    let Parts { code, mut words, message, .. } = parts;
    if code.is_none() && words.is_empty() && message.is_none() {
        return r#"40013 => InvalidAppId: "Invalid App ID""#.to_owned();
    }
    // Several words without a message are the message, and so is one that no name begins like.
    let are_message = message.is_none()
        && (words.len() > 1 || words.first().is_some_and(|word| !begins_name(word)));
    let message = if are_message { Some(words.join(" ")) } else { message };
    if are_message {
        words.clear();
    }
    let name = match words.as_slice() {
        [] => None,
        [word] => Some(word.clone()),
        words => naming::variant_name(&words.join(" ")),
    };
    let code = code.as_deref().unwrap_or("<code>");
    match (name, message) {
        (Some(name), Some(message)) => format!("{code} => {name}: {message:?}"),
        (Some(name), None) => format!("{code} => {name}: {MESSAGE:?}"),
        (None, Some(message)) if naming::variant_name(&message).is_some() => {
            format!("{code} => {message:?}")
        }
        (None, Some(message)) => format!("{code} => <Name>: {message:?}"),
        (None, None) => format!("{code} => <Name>: {MESSAGE:?}"),
    }
}

/// The placeholder for a message.
pub(crate) const MESSAGE: &str = "<message>";

fn begins_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
}

#[derive(Default)]
struct Parts {
    code: Option<String>,
    /// The words of the name.
    words: Vec<String>,
    message: Option<String>,
    /// The name was followed by a colon, so that no other is.
    name_is_sure: bool,
}

impl Parts {
    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        // What was read just before: a minus, a word.
        let (mut after_minus, mut after_word) = (false, false);
        while let Some(token) = tokens.next() {
            let (minus, in_name) = (after_minus, after_word);
            (after_minus, after_word) = (false, false);
            match token {
                TokenTree::Punct(punct) => match punct.as_char() {
                    // An attribute: its brackets.
                    '#' => drop(tokens.next()),
                    '-' => (after_minus, after_word) = (true, in_name),
                    // Of a path, the last word.
                    ':' if is_punct(tokens.peek(), ':') => drop(tokens.next()),
                    ':' => self.name_is_sure |= in_name,
                    _ => {}
                },
                // A macro's name, `!` and arguments.
                TokenTree::Ident(_) if is_punct(tokens.peek(), '!') => {
                    tokens.next();
                    tokens.next();
                }
                TokenTree::Ident(word) => {
                    self.read_word(&word.to_string(), in_name);
                    after_word = true;
                }
                TokenTree::Literal(literal) => self.read_literal(Lit::new(literal), minus),
                TokenTree::Group(group) => {
                    self.name_is_sure |= !self.words.is_empty();
                    self.read(group.stream());
                }
            }
        }
    }

    /// Of several names the last is taken, and of one in several words all.
    fn read_word(&mut self, word: &str, in_name: bool) {
        if self.name_is_sure {
            return;
        }
        if !in_name {
            // A keyword is no name, but may be a word of one.
            if !naming::is_variant_name(word) {
                return;
            }
            self.words.clear();
        }
        self.words.push(word.to_owned());
    }

    fn read_literal(&mut self, literal: Lit, minus: bool) {
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

/// The number in the notation of the source.
fn without_suffix(number: &LitInt) -> String {
    let text = number.to_string();
    text.strip_suffix(number.suffix()).unwrap_or(&text).trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::row_as_meant;

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
    fn what_is_missing_has_a_placeholder() {
        for (row, meant) in [
            ("40013: InvalidAppId", r#"40013 => InvalidAppId: "<message>""#),
            ("InvalidAppId = 0x9c4d", r#"0x9c4d => InvalidAppId: "<message>""#),
            (r#"40013 "Invalid App ID""#, r#"40013 => "Invalid App ID""#),
            (r#"-1 "系统繁忙""#, r#"-1 => <Name>: "系统繁忙""#),
            (r#"InvalidAppId: "Invalid App ID""#, r#"<code> => InvalidAppId: "Invalid App ID""#),
            (r#"40013 => A: concat!("a", "b")"#, r#"40013 => A: "<message>""#),
            ("40013 => InvalidAppId: MESSAGE", r#"40013 => InvalidAppId: "<message>""#),
            ("40013 invalid App ID", r#"40013 => "invalid App ID""#),
            ("40013 => invalid type of file", r#"40013 => "invalid type of file""#),
            (r#""BUSY" => "系统繁忙""#, r#"<code> => BUSY: "系统繁忙""#),
            ("0: 系统繁忙", r#"0 => <Name>: "系统繁忙""#),
            ("--7", r#"-7 => <Name>: "<message>""#),
            ("", r#"40013 => InvalidAppId: "Invalid App ID""#),
            ("=> : ,", r#"40013 => InvalidAppId: "Invalid App ID""#),
        ] {
            assert_eq!(row_as_meant(row.parse().expect("tokens")), meant, "{row}");
        }
    }
}
