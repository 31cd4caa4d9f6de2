//! The docs of the enum and its variants.

use std::fmt::Write as _;

use crate::model::{Parent, Row};
use crate::source::write_string;

/// Writes the doc attributes of a variant, its docs first. If the row has docs of its own, an empty line
/// parts these from them.
pub(super) fn write(source: &mut String, row: &Row) {
    let aliases =
        aliases(row).iter().map(|alias| write_string(alias)).collect::<Vec<_>>().join(",");
    let blank_line = if row.attrs.iter().any(|attr| attr.is("doc")) { "#[doc=\"\"]" } else { "" };
    let docs = write_string(&of_variant(row));
    write!(source, "#[doc={docs}]{blank_line}#[doc(alias({aliases}))]")
        .expect("a String takes all");
}

/// Returns a variant's docs: the code and the message, the Chinese message, and the remedy. They are one
/// string, as rustc takes time for each attribute.
fn of_variant(row: &Row) -> String {
    let mut docs = format!(" `{}`: {}", row.code, escape_markdown(&row.message));
    if let Some(zh) = &row.notes.message_zh {
        docs.push_str("\n\n ");
        docs.push_str(&escape_markdown(zh));
    }
    if let Some(remedy) = row.notes.remedy {
        docs.push_str("\n\n Remedy: `");
        docs.push_str(remedy.name());
        docs.push('`');
    }
    docs
}

/// Returns the words that find a variant in the search of the docs, beside its name: its code, and its
/// messages if rustc accepts them as aliases.
fn aliases(row: &Row) -> Vec<String> {
    let mut aliases = vec![row.code.to_string()];
    for message in [Some(&row.message), row.notes.message_zh.as_ref()].into_iter().flatten() {
        let fits = !message.is_empty() // the placeholder has none
            && message.trim() == message
            && !message.contains(|c: char| matches!(c, '"' | '\'') || c.is_whitespace() && c != ' ')
            && row.name != message
            && !aliases.contains(message);
        if fits {
            aliases.push(message.clone());
        }
    }
    aliases
}

/// Returns the paragraph on the tables that a table spreads, if there are any.
pub(super) fn parents(parents: &[Parent]) -> Option<String> {
    let parts = parents.iter().map(|Parent { path, is_contained, .. }| {
        format!("{} rows of `{path}`", if *is_contained { "all" } else { "some" })
    });
    let list = parts.collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| format!(" This table has {list}."))
}

/// Returns a message as Markdown that shows it to the letter, on one line.
fn escape_markdown(message: &str) -> String {
    // Most messages need no closer look.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b',');
    if message.bytes().all(is_plain) {
        return message.to_owned();
    }
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len());
    for (index, character) in line.char_indices() {
        let special = match character {
            // A bare URL would be a rustdoc warning in the user's crate.
            ':' => line[index..].starts_with("://"),
            // rustdoc turns several of these into a dash or an ellipsis.
            '-' | '.' => line[index + 1..].starts_with(character),
            other => matches!(
                other,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '#' | '|' | '"' | '\''
            ),
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span};

    use super::{aliases, of_variant};
    use crate::model::{Notes, Row};
    use crate::remedy::Remedy;

    fn row(code: i128, name: &str, message: &str) -> Row {
        Row {
            place: Span::call_site(),
            attrs: Vec::new(),
            code,
            name: Ident::new(name, Span::call_site()),
            message: message.to_owned(),
            notes: Notes::default(),
        }
    }

    fn docs(code: i128, message: &str) -> String {
        of_variant(&row(code, "Name", message))
    }

    fn with_notes(zh: &str) -> Row {
        let remedy = Remedy::from_name("FixSetup");
        let notes = Notes { message_zh: Some(zh.to_owned()), remedy };
        Row { notes, ..row(40013, "InvalidAppId", "Invalid App ID") }
    }

    #[test]
    fn a_message_is_an_alias_if_rustc_accepts_it() {
        let aliases_of = |code, message| aliases(&row(code, "Closed", message));
        assert_eq!(aliases_of(40013, "Invalid App ID"), ["40013", "Invalid App ID"]);
        assert_eq!(aliases_of(1, "closed (see: the door)"), ["1", "closed (see: the door)"]);
        for message in ["", "Closed", "1", " closed", "clo\tsed", "It's closed", r#"a "door""#] {
            assert_eq!(aliases_of(1, message), ["1"], "{message:?}");
        }
        assert_eq!(aliases(&with_notes("appid 无效")), ["40013", "Invalid App ID", "appid 无效"]);
        assert_eq!(aliases(&with_notes("Invalid App ID")), ["40013", "Invalid App ID"]);
    }

    #[test]
    fn the_notes_are_shown() {
        assert_eq!(
            of_variant(&with_notes("appid 无效")),
            " `40013`: Invalid App ID\n\n appid 无效\n\n Remedy: `FixSetup`"
        );
    }

    #[test]
    fn plain_words_stand_as_they_are() {
        assert_eq!(docs(40013, "Invalid App ID"), " `40013`: Invalid App ID");
        assert_eq!(docs(-1, "Busy: (try later)."), " `-1`: Busy: (try later).");
    }

    #[test]
    fn markdown_is_escaped() {
        assert_eq!(
            docs(1, r#"a <b> [c] `d` *e_f* "\u" &lt;"#),
            r#" `1`: a \<b\> \[c\] \`d\` \*e\_f\* \"\\u\" \&lt;"#
        );
        assert_eq!(docs(2, "see https://mp.weixin.qq.com"), r" `2`: see https\://mp.weixin.qq.com");
    }

    #[test]
    fn a_message_of_several_lines_is_one_line_of_docs() {
        assert_eq!(docs(3, "first\n\n    second\r\n"), " `3`: first second");
    }
}
