//! The documentation of generated enums and variants.

use crate::check::Parent;

/// The first line of a variant's docs, as it stands after `///`: the code and the message.
pub(crate) fn summary(code: i128, message: &str) -> String {
    format!(" `{code}`: {}", escape_markdown(message))
}

/// The paragraph on the tables that a table spreads, if any.
pub(crate) fn parents(parents: &[Parent]) -> Option<String> {
    let parts = parents.iter().map(|Parent { path, wholly_here, .. }| {
        format!("{} rows of `{path}`", if *wholly_here { "all" } else { "some" })
    });
    let list = parts.collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| format!(" This table has {list}."))
}

/// A message as Markdown that shows it to the letter, on one line.
fn escape_markdown(message: &str) -> String {
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len());
    for (index, character) in line.char_indices() {
        let special = match character {
            // A bare URL would be a rustdoc warning in the user's crate.
            ':' => line[index..].starts_with("://"),
            // rustdoc makes dashes and an ellipsis of several.
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
    use super::summary;

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
