//! Lists whole tables.

use crate::args::ListFormat;
use crate::lang::Lang;
use crate::output::json::{self, Listed};
use crate::output::paint::Paint;
use crate::output::width::{padding, width, wrapped};
use crate::output::{Outcome, Screen};
use crate::table::{Entry, Row, Table, rows_that, selected};

/// Lists a table, or all tables.
pub(crate) fn list(
    table: Option<Table>,
    format: ListFormat,
    lang: Lang,
    screen: Screen,
) -> Outcome {
    let tables = selected(table);
    let entries = || rows_that(&tables, |_| true);
    Outcome::found(match format {
        ListFormat::Table => columns(&entries(), table.is_none(), lang, screen),
        ListFormat::Tsv => tsv(&entries()),
        ListFormat::Markdown => markdown(&entries(), table.is_none()),
        ListFormat::Json => {
            // Each table is complete, so that a program can pick the rows of one.
            let rows = |table: &Table| {
                let table = *table;
                table.rows().into_iter().map(move |row| Listed { row, table })
            };
            json::array(&tables.iter().flat_map(rows).collect::<Vec<_>>())
        }
    })
}

/// Returns rows in aligned columns: code, name, remedy, tables if asked for, and message.
pub(crate) fn columns(entries: &[Entry], with_tables: bool, lang: Lang, screen: Screen) -> String {
    struct Cells {
        code: String,
        name: &'static str,
        remedy: &'static str,
        tables: String,
        message: &'static str,
    }
    let cells = |entry: &Entry| Cells {
        code: entry.row.code.to_string(),
        name: entry.row.name,
        remedy: remedy(&entry.row),
        tables: if with_tables { entry.table_names() } else { String::new() },
        message: entry.row.message_in(lang),
    };
    let rows: Vec<_> = entries.iter().map(cells).collect();
    let widest =
        |cell: fn(&Cells) -> &str| rows.iter().map(|row| width(cell(row))).max().unwrap_or(0);
    let code_width = widest(|row| &row.code);
    let name_width = widest(|row| row.name);
    let remedy_width = widest(|row| row.remedy);
    let tables_width = widest(|row| &row.tables);

    let mut output = String::new();
    for row in &rows {
        let mut margin = code_width + 2 + name_width + 2 + remedy_width + 2;
        output.push_str(&padding(&row.code, code_width));
        output.push_str(&Paint::Code.on(&row.code));
        output.push_str("  ");
        output.push_str(&Paint::Name.on(row.name));
        output.push_str(&padding(row.name, name_width + 2));
        output.push_str(&Paint::Remedy.on(row.remedy));
        output.push_str(&padding(row.remedy, remedy_width + 2));
        if with_tables {
            output.push_str(&Paint::Label.on(&row.tables));
            output.push_str(&padding(&row.tables, tables_width + 2));
            margin += tables_width + 2;
        }
        let lines = wrapped(row.message, margin, screen.columns);
        output.push_str(&lines.join(&format!("\n{}", " ".repeat(margin))));
        output.push('\n');
    }
    output
}

/// Returns rows as tab-separated values. No text has a tab or a line break in it.
fn tsv(entries: &[Entry]) -> String {
    let mut output = String::from("code\tname\tmessage\tmessage_zh\tremedy\n");
    for Entry { row, .. } in entries {
        let zh = row.message_zh.unwrap_or_default();
        let cells = [&row.code.to_string(), row.name, row.message, zh, remedy(row)];
        output.push_str(&cells.join("\t"));
        output.push('\n');
    }
    output
}

/// Returns rows as a table for a Markdown document.
fn markdown(entries: &[Entry], with_tables: bool) -> String {
    let mut header = vec!["code", "name", "message", "message_zh", "remedy"];
    if with_tables {
        header.push("table");
    }
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let mut output = line(&header);
    output.push_str(&line(&vec!["---"; header.len()]));
    for entry in entries {
        let row = &entry.row;
        let code = row.code.to_string();
        let (message, zh) = (plain(row.message), plain(row.message_zh.unwrap_or_default()));
        let tables = entry.table_names();
        let cells = [&code, row.name, &message, &zh, remedy(row), &tables];
        output.push_str(&line(&cells[..header.len()]));
    }
    output
}

/// Returns a text that Markdown shows as it is.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for character in text.chars() {
        if matches!(character, '|' | '\\' | '*' | '_' | '`' | '<' | '[' | ']' | '~') {
            plain.push('\\');
        }
        plain.push(character);
    }
    plain
}

fn remedy(row: &Row) -> &'static str {
    row.remedy.map_or("", wechat_codes::Remedy::name)
}

#[cfg(test)]
mod tests {
    use super::{columns, markdown, plain, tsv};
    use crate::lang::Lang;
    use crate::output::Screen;
    use crate::output::width::width;
    use crate::table::{Table, rows_of_code, rows_that};

    #[test]
    fn every_format_has_a_line_for_each_row() {
        let entries = rows_that(&[Table::WeCom], |_| true);
        let count = Table::WeCom.rows().len();
        assert_eq!(tsv(&entries).lines().count(), 1 + count);
        assert!(tsv(&entries).lines().all(|line| line.split('\t').count() == 5));
        assert_eq!(markdown(&entries, true).lines().count(), 2 + count);
        let screen = Screen { columns: None };
        assert_eq!(columns(&entries, true, Lang::Zh, screen).lines().count(), count);
    }

    #[test]
    fn long_messages_go_on_below_their_column() {
        let entries = rows_of_code(&[Table::ReturnCode], 89506);
        let output = columns(&entries, false, Lang::En, Screen { columns: Some(60) });
        let output = anstream::adapter::strip_str(&output).to_string();
        assert!(output.lines().count() > 2, "{output}");
        assert!(output.lines().all(|line| width(line) <= 60), "{output}");
        let margin = " ".repeat("89506  IpBannedForDay  FixSetup  ".len());
        assert!(output.lines().skip(1).all(|line| line.starts_with(&margin)), "{output}");
    }

    #[test]
    fn markdown_shows_signs_as_they_are() {
        assert_eq!(plain("a|b_c"), r"a\|b\_c");
    }
}
