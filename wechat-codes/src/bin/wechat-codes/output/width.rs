//! Text in columns. A Chinese character takes two columns of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Returns the columns that a text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// Returns the spaces that fill a text up to a width.
pub(crate) fn padding(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(width(text)))
}

/// The least width that is worth wrapping text to.
const LEAST: usize = 20;

/// Breaks a text into lines that fit between a margin and the edge of the screen. If there is no
/// edge, or if hardly any room is left, the text is one line.
pub(crate) fn wrapped(text: &str, margin: usize, columns: Option<usize>) -> Vec<String> {
    let room = columns.map_or(0, |columns| columns.saturating_sub(margin));
    if room < LEAST || width(text) <= room { vec![text.into()] } else { lines(text, room) }
}

/// Breaks a text into lines of a width. A single word that is wider stays whole, so that a link can
/// be copied.
fn lines(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut().expect("there is a line from the start");
        // The space at the end of a piece may stand beyond the edge.
        if !line.is_empty() && width(line) + width(piece.trim_end()) > room {
            lines.push(piece.into());
        } else {
            line.push_str(piece);
        }
    }
    lines.into_iter().map(|line| line.trim_end().into()).collect()
}

/// Cuts a text where a line may end: after spaces, and between characters if one of them is wide.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut begin = 0;
    for ((_, before), (place, after)) in text.char_indices().zip(text.char_indices().skip(1)) {
        let may_break = match (before, after) {
            (_, ' ') => false,
            (' ', _) => true,
            _ => (is_wide(before) || is_wide(after)) && !ends(after) && !begins(before),
        };
        if may_break {
            pieces.push(&text[begin..place]);
            begin = place;
        }
    }
    pieces.push(&text[begin..]);
    pieces
}

fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

/// Tells whether a character belongs to what stands before it, so that it does not begin a line.
fn ends(character: char) -> bool {
    "，。、；：？！）》」』”’％,.;:?!)]}%".contains(character)
}

/// Tells whether a character belongs to what stands after it, so that it does not end a line.
fn begins(character: char) -> bool {
    "（《「『“‘([{".contains(character)
}

#[cfg(test)]
mod tests {
    use super::{padding, width, wrapped};

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(width("AppID 无效"), 10);
        assert_eq!(width("（公众号）"), 10);
        assert_eq!(padding("无效", 6), "  ");
        assert_eq!(padding("无效", 3), "");
    }

    #[test]
    fn english_is_broken_at_spaces() {
        let text = "Fetch a new token of the kind that the call was made with";
        let expected = ["Fetch a new token of", "the kind that the", "call was made with"];
        assert_eq!(wrapped(text, 2, Some(22)), expected);
        assert_eq!(wrapped(text, 2, None), [text]);
        assert_eq!(wrapped(text, 30, Some(40)), [text]);
        assert_eq!(wrapped("short", 2, Some(80)), ["short"]);
    }

    #[test]
    fn chinese_is_broken_anywhere_but_at_punctuation() {
        let text = "当日或更长周期的额度已用完，等待额度恢复（或提升额度）";
        for columns in 20..60 {
            let lines = wrapped(text, 0, Some(columns));
            assert_eq!(lines.concat(), text);
            for line in lines {
                assert!(width(&line) <= columns, "{columns}: {line}");
                assert!(!line.starts_with(['，', '）']) && !line.ends_with('（'), "{line}");
            }
        }
    }

    #[test]
    fn a_long_word_stays_whole() {
        let link = "https://open.work.weixin.qq.com/devtool/query?e=40013";
        assert_eq!(wrapped(&format!("see {link}"), 0, Some(20)), ["see", link]);
    }
}
