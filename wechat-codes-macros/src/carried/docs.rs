//! The docs of a row in a form that holds in the crates that spread the row.
//!
//! Code blocks are tests of the crate that declares the row, and links lead to that crate's items. So the
//! docs end before the first line that may begin a code block, and a link that is not an address becomes
//! plain text. This needs no parser of Markdown: a line that only looks like a code block costs the docs
//! behind it, and nothing else.

/// Returns docs as other crates can have them.
pub(super) fn carried(docs: &str) -> String {
    let indent = common_indent(docs);
    let mut kept = Vec::new();
    let mut after_blank = true;
    for line in docs.split('\n') {
        let text = line.get(indent..).unwrap_or_default();
        if begins_code_block(text, after_blank) {
            break;
        }
        after_blank = text.trim().is_empty();
        if !is_link_definition(text) {
            kept.push(line);
        }
    }
    while kept.last().is_some_and(|line| line.trim().is_empty()) {
        kept.pop();
    }
    without_item_links(&kept.join("\n"), docs)
}

/// Returns the number of spaces that all lines begin with, which rustdoc leaves out.
fn common_indent(docs: &str) -> usize {
    let lines = docs.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or(0)
}

/// Tells whether a line may begin a code block: by a fence, also within a list or a quotation, or by its
/// indent.
fn begins_code_block(line: &str, after_blank: bool) -> bool {
    let is_marker = |c: char| c.is_ascii_digit() || matches!(c, '>' | '-' | '*' | '+' | '.' | ')');
    let text = line.trim_start_matches(|c: char| c.is_whitespace() || is_marker(c));
    let before = &line[..line.len() - text.len()];
    let is_indented = before.starts_with("    ") || before.contains('\t');
    // A code block in a list item is indented behind the item's marker.
    let is_indented_item = before.contains(is_marker) && before.ends_with("     ");
    if after_blank && is_indented || is_indented_item {
        return true;
    }
    // Backticks behind the fence would make the line a span of code.
    text.starts_with("~~~")
        || text.starts_with("```") && !text.trim_start_matches('`').contains('`')
}

/// Tells whether a line is a definition such as `[name]: destination`, and the destination is not an
/// address.
fn is_link_definition(line: &str) -> bool {
    let Some((label, destination)) = line.trim().split_once("]:") else { return false };
    label.starts_with('[') && !label[1..].contains('[') && !is_address(destination.trim())
}

fn is_address(destination: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| destination.starts_with(scheme))
}

/// Writes links that are not addresses as plain text. Spans of code stay as they are.
fn without_item_links(text: &str, docs: &str) -> String {
    let mut output = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let taken = match character {
            '`' => code_span(rest),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            '[' => {
                if let Some(end) = closing_bracket(rest) {
                    let (shown, length) = link(&rest[1..end], &rest[end + 1..], docs);
                    output.push_str(&shown);
                    rest = &rest[end + 1 + length..];
                    continue;
                }
                output.push('\\');
                1
            }
            other => other.len_utf8(),
        };
        output.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    output
}

/// Returns the length of the span of code at the beginning of a text; the length of its backticks alone
/// if the span has no end.
fn code_span(text: &str) -> usize {
    let run = |text: &str| text.len() - text.trim_start_matches('`').len();
    let ticks = run(text);
    let mut from = ticks;
    while let Some(start) = text[from..].find('`').map(|start| from + start) {
        let length = run(&text[start..]);
        if length == ticks {
            return start + length;
        }
        from = start + length;
    }
    ticks
}

/// Returns the place of the bracket that closes the one at the beginning of a text.
fn closing_bracket(text: &str) -> Option<usize> {
    let (mut depth, mut place) = (0_u32, 0);
    while let Some(character) = text[place..].chars().next() {
        place += match character {
            '`' => code_span(&text[place..]),
            '\\' => 1 + text[place + 1..].chars().next().map_or(0, char::len_utf8),
            ']' if depth == 1 => return Some(place),
            other => {
                depth = match other {
                    '[' => depth + 1,
                    ']' => depth - 1,
                    _ => depth,
                };
                other.len_utf8()
            }
        };
    }
    None
}

/// Returns the text of a link, and the length of what belongs to the link behind its label.
fn link(label: &str, after: &str, docs: &str) -> (String, usize) {
    let plain = || without_item_links(label, docs);
    if let Some(end) = after.strip_prefix('(').and_then(|inner| inner.find(')')) {
        let (destination, length) = (&after[1..=end], end + 2);
        let kept = is_address(destination).then(|| format!("[{label}]({destination})"));
        return (kept.unwrap_or_else(plain), length);
    }
    let (reference, length) = match after.strip_prefix('[').and_then(|inner| inner.find(']')) {
        Some(0) => (label, 2),
        Some(end) => (&after[1..=end], end + 2),
        None => (label, 0),
    };
    let definition = format!("[{reference}]:");
    let defines =
        |line: &str| line.trim().strip_prefix(&*definition).map(str::trim).is_some_and(is_address);
    if docs.lines().any(defines) {
        (format!("[{label}]{}", &after[..length]), length)
    } else if length > 0 || label.starts_with('`') {
        (plain(), length)
    } else {
        (format!("\\[{}\\]", plain()), 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::carried;

    #[test]
    fn prose_is_carried_as_it_stands() {
        for docs in [
            "",
            " Plain prose with `code` and ``a ` b``.",
            " First\n second\n\n Third.",
            " ```inline``` code at the beginning of a line.",
            " - a list\n - of items\n   in two lines",
            " An address: [text](https://a.b) and [ref].\n\n [ref]: https://c.d",
            " Escaped \\[brackets\\].",
        ] {
            assert_eq!(carried(docs), docs);
        }
    }

    #[test]
    fn the_docs_end_before_a_code_block() {
        for block in [
            "```\n x\n ```",
            "~~~\n x\n ~~~",
            "~~~\n ```\n x\n ~~~",
            "````rust,no_run\n ```\n ````",
            "- ```\n   x\n   ```",
            "1. ~~~\n    x\n    ~~~",
            "> ```\n > x\n > ```",
            "> - ```\n x",
            "    indented",
            "-     indented in a list item",
        ] {
            let docs = format!(" Before.\n\n {block}\n\n After.");
            assert_eq!(carried(&docs), " Before.", "{docs}");
        }
        assert_eq!(carried(" Before.\n ```\n x"), " Before.");
        assert_eq!(carried("```\nx\n```"), "");
    }

    #[test]
    fn links_to_items_become_plain_text() {
        for (docs, plain) in [
            (" See [`login`].", " See `login`."),
            (" See [`login`](crate::login).", " See `login`."),
            (" See [the login](super::login \"title\") page.", " See the login page."),
            (" See [the `login`][login].\n\n [login]: crate::login", " See the `login`."),
            (" See [`login`][].", " See `login`."),
            (" An index [0] stays.", " An index \\[0\\] stays."),
            (" Code `[a](b)` stays.", " Code `[a](b)` stays."),
            (" An open [ bracket.", " An open \\[ bracket."),
        ] {
            assert_eq!(carried(docs), plain, "{docs}");
        }
    }

    proptest! {
        #[test]
        fn any_docs_are_carried_without_a_fence(docs in "([\\[\\]()`~> a:\\\\\n-]|系){0,40}") {
            let carried = carried(&docs);
            prop_assert!(!carried.lines().any(|line| line.trim_start().starts_with("~~~")));
        }
    }
}
