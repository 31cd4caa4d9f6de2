//! Explains codes, names and replies.

mod problems;

use crate::args::Format;
use crate::lang::Lang;
use crate::output::json::{self, Explained};
use crate::output::paint::Paint;
use crate::output::width::{padding, width, wrapped};
use crate::output::{Outcome, Screen};
use crate::query::Query;
use crate::reply::Reply;
use crate::table::{Entry, Table, rows_of_code, rows_that, selected};

/// What was found about a number: a row, or none, and the reply that has the number.
struct Found<'a> {
    code: String,
    entry: Option<Entry>,
    reply: Option<&'a Reply>,
}

/// Explains each query.
pub(crate) fn explain(
    queries: &[Query],
    table: Option<Table>,
    format: Format,
    lang: Lang,
    screen: Screen,
) -> Outcome {
    let answers = queries.iter().map(|query| answer(query, table, lang));
    let (all, problems): (Vec<_>, Vec<_>) = answers.unzip();
    let all: Vec<Found<'_>> = all.into_iter().flatten().collect();
    let output = match format {
        Format::Text => {
            // An unknown code without a reply has nothing to show but its problem.
            let shown = all.iter().filter(|found| found.entry.is_some() || found.reply.is_some());
            let texts: Vec<_> = shown.map(|found| found.text(lang, screen)).collect();
            texts.join("\n")
        }
        Format::Json => json(&all, lang),
    };
    Outcome { output, problems: problems.into_iter().flatten().collect() }
}

/// Returns what is found for a query, and what to say if it is not a row.
fn answer(query: &Query, table: Option<Table>, lang: Lang) -> (Vec<Found<'_>>, Option<String>) {
    match query {
        Query::Code(code) => of_code(code, &selected(table), None, lang),
        Query::Reply(reply) => {
            let tables = table.map_or_else(|| reply.tables(), |table| vec![table]);
            of_code(&reply.code, &tables, Some(reply), lang)
        }
        Query::Name(name) => of_name(name, &selected(table), lang),
        Query::NotAReply(problem) => (Vec::new(), Some(problems::not_a_reply(problem, lang))),
        Query::Nothing => (Vec::new(), Some(problems::nothing(lang))),
    }
}

/// Returns the rows of a number. If there is none, returns the number alone and a problem.
fn of_code<'a>(
    code: &str,
    tables: &[Table],
    reply: Option<&'a Reply>,
    lang: Lang,
) -> (Vec<Found<'a>>, Option<String>) {
    let entries = code.parse().map_or_else(|_| Vec::new(), |code| rows_of_code(tables, code));
    if entries.is_empty() {
        let alone = Found { code: code.into(), entry: None, reply };
        return (vec![alone], Some(problems::unknown_code(code, tables, lang)));
    }
    (entries.into_iter().map(|entry| Found::of(entry, reply)).collect(), None)
}

/// Returns the rows of a name, or a problem. If no row has exactly this name, other ways to write
/// it count too, such as `INVALID_APP_ID`.
fn of_name(name: &str, tables: &[Table], lang: Lang) -> (Vec<Found<'static>>, Option<String>) {
    let mut entries = rows_that(tables, |row| row.name == name);
    if entries.is_empty() {
        let letters = letters(name);
        entries = rows_that(tables, |row| letters == row.name.to_lowercase());
    }
    let problem = entries.is_empty().then(|| problems::unknown_name(name, tables, lang));
    (entries.into_iter().map(|entry| Found::of(entry, None)).collect(), problem)
}

/// Returns a name without what sets different ways to write it apart.
fn letters(name: &str) -> String {
    name.to_lowercase().replace(['_', '-', ' '], "")
}

impl<'a> Found<'a> {
    fn of(entry: Entry, reply: Option<&'a Reply>) -> Self {
        Self { code: entry.row.code.to_string(), entry: Some(entry), reply }
    }

    /// Returns the product's page about the code. If no table has the code, a reply may still name
    /// the product.
    fn page(&self) -> Option<String> {
        match (&self.entry, self.reply) {
            (Some(entry), _) => entry.page(),
            (None, Some(reply)) => {
                let [table] = reply.tables()[..] else { return None };
                table.page(self.code.parse().ok()?)
            }
            (None, None) => None,
        }
    }

    /// Returns a paragraph for a person to read.
    fn text(&self, lang: Lang, screen: Screen) -> String {
        let mut heading = Paint::Code.on(&self.code);
        let mut fields = Vec::new();
        if let Some(entry) = &self.entry {
            heading.push(' ');
            heading.push_str(&Paint::Name.on(entry.row.name));
            fields.push((lang.pick("product", "产品"), entry.products(lang)));
            let english = (lang.pick("meaning", "英文"), entry.row.message.to_owned());
            let chinese =
                entry.row.message_zh.map(|zh| (lang.pick("Chinese", "含义"), zh.to_owned()));
            match lang {
                Lang::En => fields.extend([Some(english), chinese].into_iter().flatten()),
                Lang::Zh => fields.extend([chinese, Some(english)].into_iter().flatten()),
            }
            if let Some(remedy) = entry.row.remedy {
                let colon = lang.pick(": ", "：");
                let text = format!("{}{colon}{}", remedy.name(), lang.advice(remedy));
                fields.push((lang.pick("remedy", "处理"), text));
            }
        }
        if let Some(reply) = self.reply {
            if !reply.errmsg.is_empty() {
                fields.push(("errmsg", reply.errmsg.clone()));
            }
            if let Some(rid) = &reply.rid {
                fields.push(("rid", rid.clone()));
            }
        }
        if let Some(page) = self.page() {
            fields.push((lang.pick("page", "详情"), page));
        }
        format!("{heading}\n{}", lines(&fields, screen))
    }
}

/// Returns a line for each field, with the texts aligned.
fn lines(fields: &[(&str, String)], screen: Screen) -> String {
    let label_width = fields.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    let margin = 2 + label_width + 2;
    let mut output = String::new();
    for (label, text) in fields {
        output.push_str("  ");
        output.push_str(&Paint::Label.on(label));
        output.push_str(&padding(label, label_width + 2));
        let text = wrapped(text, margin, screen.columns);
        output.push_str(&text.join(&format!("\n{}", " ".repeat(margin))));
        output.push('\n');
    }
    output
}

/// Returns what was found as an array of objects.
fn json(all: &[Found<'_>], lang: Lang) -> String {
    let objects = all.iter().map(|found| Explained {
        code: &found.code,
        entry: found.entry.as_ref(),
        page: found.page(),
        reply: found.reply,
        lang,
    });
    json::array(&objects.collect::<Vec<_>>())
}
