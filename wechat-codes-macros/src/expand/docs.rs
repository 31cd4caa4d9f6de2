//! The docs of the enum and its variants.

use crate::model::Parent;

/// Returns the first line of a variant's docs, as it stands after `///`: the code and the message.
pub(super) fn summary(code: i128, message: &str) -> String {
    format!(" `{code}`: {}", escape_markdown(message))
}

/// Returns the words that find a variant in the search of the docs, beside its name: its code and, if
/// rustc accepts it as an alias, its message.
pub(super) fn aliases(code: i128, name: &str, message: &str) -> Vec<String> {
    let code = code.to_string();
    let fits = !message.is_empty() // the placeholder has none
        && message.trim() == message
        && !message.contains(|c: char| matches!(c, '"' | '\'') || c.is_whitespace() && c != ' ')
        && message != name
        && message != code;
    let message = fits.then(|| message.to_owned());
    [Some(code), message].into_iter().flatten().collect()
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
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len());
    for (index, character) in line.char_indices() {
        let special = match character {
            // A bare URL would be a rustdoc warning in the user's crate.
            ':' => line[index..].starts_with("://"),
            // rustdoc turns several of these into a dash or an ellipsis.
            '-' | '.' => line[index + 1..].starts_with(character),
            other => r#"\`*_[]<>&~#|"'"#.contains(other),
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
    use super::{aliases, summary};

    #[test]
    fn a_message_is_an_alias_if_rustc_accepts_it() {
        assert_eq!(aliases(40013, "InvalidAppId", "Invalid App ID"), ["40013", "Invalid App ID"]);
        assert_eq!(aliases(1, "Closed", "closed (see: the door)"), ["1", "closed (see: the door)"]);
        for message in ["", "Closed", "1", " closed", "clo\tsed", "It's closed", r#"a "door""#] {
            assert_eq!(aliases(1, "Closed", message), ["1"], "{message:?}");
        }
    }

    #[test]
    fn plain_words_stand_as_they_are() {
        assert_eq!(summary(40013, "Invalid App ID"), " `40013`: Invalid App ID");
        assert_eq!(summary(-1, "Busy: (try later)."), " `-1`: Busy: (try later).");
    }

    #[test]
    fn markdown_is_escaped() {
        assert_eq!(
            summary(1, r#"a <b> [c] `d` *e_f* "\u" &lt;"#),
            r#" `1`: a \<b\> \[c\] \`d\` \*e\_f\* \"\\u\" \&lt;"#
        );
        assert_eq!(
            summary(2, "see https://mp.weixin.qq.com"),
            r" `2`: see https\://mp.weixin.qq.com"
        );
    }

    #[test]
    fn a_message_of_several_lines_is_one_line_of_docs() {
        assert_eq!(summary(3, "first\n\n    second\r\n"), " `3`: first second");
    }
}
