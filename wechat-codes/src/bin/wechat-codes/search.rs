//! Searches the tables for words.

use crate::args::Format;
use crate::lang::Lang;
use crate::list::columns;
use crate::output::json::{self, Explained};
use crate::output::{Outcome, Screen};
use crate::table::{Row, Table, rows_that, selected};

/// Shows the rows that have all the words.
pub(crate) fn search(
    words: &[String],
    table: Option<Table>,
    format: Format,
    lang: Lang,
    screen: Screen,
) -> Outcome {
    let wanted: Vec<_> = words.iter().map(|word| word.trim().to_lowercase()).collect();
    let entries = rows_that(&selected(table), |row| has_all(row, &wanted));
    let output = match format {
        Format::Text => columns(&entries, table.is_none(), lang, screen),
        Format::Json => {
            let codes: Vec<_> = entries.iter().map(|entry| entry.row.code.to_string()).collect();
            let objects = entries.iter().zip(&codes).map(|(entry, code)| Explained {
                code,
                entry: Some(entry),
                page: entry.page(),
                reply: None,
                lang,
            });
            json::array(&objects.collect::<Vec<_>>())
        }
    };
    let mut outcome = Outcome::found(output);
    if entries.is_empty() {
        outcome.problems.push(not_found(words, lang));
    }
    outcome
}

/// Tells whether a row has each of some words, which are in lower case, in one of its texts.
fn has_all(row: &Row, words: &[String]) -> bool {
    let texts = [row.name, row.message, row.message_zh.unwrap_or_default()].map(str::to_lowercase);
    words.iter().all(|word| texts.iter().any(|text| text.contains(word.as_str())))
}

fn not_found(words: &[String], lang: Lang) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    let list = quoted.join(lang.pick(", ", "、"));
    match (lang, &quoted[..]) {
        (Lang::En, [word]) => format!("no row has the word {word}"),
        (Lang::En, _) => format!("no row has all of the words {list}; try fewer of them"),
        (Lang::Zh, [word]) => format!("没有包含{word}的条目"),
        (Lang::Zh, _) => format!("没有同时包含{list}的条目，可减少关键词"),
    }
}

#[cfg(test)]
mod tests {
    use super::search;
    use crate::args::Format;
    use crate::lang::Lang;
    use crate::output::{Outcome, Screen};
    use crate::table::Table;

    fn found(words: &[&str]) -> Outcome {
        let words: Vec<_> = words.iter().map(|word| String::from(*word)).collect();
        let screen = Screen { columns: None };
        search(&words, Some(Table::ReturnCode), Format::Text, Lang::En, screen)
    }

    #[test]
    fn words_may_be_in_the_name_and_in_both_messages() {
        for words in [&["invalidappid"][..], &["app id", "无效"], &["APPID", "Invalid"]] {
            let outcome = found(words);
            assert!(outcome.output.contains("InvalidAppId"), "{words:?}: {outcome:?}");
            assert_eq!(outcome.problems, [""; 0], "{words:?}");
        }
    }

    #[test]
    fn all_words_are_needed() {
        assert!(!found(&["menu"]).output.is_empty());
        assert_eq!(found(&["menu", "nonsense"]).output, "");
        assert_eq!(found(&["nonsense"]).problems, ["no row has the word `nonsense`"]);
    }
}
