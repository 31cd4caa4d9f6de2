//! What the command says if it does not find something.

use crate::args::COMMAND;
use crate::lang::Lang;
use crate::ranges::nearest;
use crate::reply::NotAReply;
use crate::table::{Entry, Row, Table, rows_of_code, rows_that};

/// Says that no table has a code, what the codes near it are about, and what else may help.
pub(super) fn unknown_code(code: &str, tables: &[Table], lang: Lang) -> String {
    let names: Vec<_> = tables.iter().map(|table| table.name()).collect();
    let names = names.join(lang.pick(", ", "、"));
    let problem = match (lang, tables.len()) {
        (Lang::En, 1) => format!("the table {names} does not have the code {code}"),
        (Lang::Zh, 1) => format!("{names} 表中没有错误码 {code}"),
        (Lang::En, count) if count == Table::ALL.len() => format!("no table has the code {code}"),
        (Lang::Zh, count) if count == Table::ALL.len() => format!("各表均无错误码 {code}"),
        (Lang::En, _) => format!("none of the tables {names} has the code {code}"),
        (Lang::Zh, _) => format!("{names} 表中均无错误码 {code}"),
    };
    let mut lines = vec![problem];
    if let Some(elsewhere) = elsewhere(code, lang) {
        lines.push(elsewhere);
    }
    lines.push(lang.pick("nearest ranges:", "相近号段：").into());
    // A number beyond 128 bits is beyond all ranges.
    let furthest = if code.starts_with('-') { i128::MIN } else { i128::MAX };
    for near in nearest(tables, code.parse().unwrap_or(furthest)) {
        // The ranges of the table return-code are those of everything on api.weixin.qq.com.
        let table = if near.table == Table::ReturnCode { Table::Weixin } else { near.table };
        let (numbers, topic, product) =
            (near.range.numbers(lang), near.range.topic(lang), table.product(lang));
        lines.push(lang.pick(
            format!("  {numbers}: {topic} ({product})"),
            format!("  {numbers}：{topic}（{product}）"),
        ));
    }
    lines.push(
        lang.pick(
            "New codes appear: read the errmsg; a newer version of this command may know more",
            "微信会新增错误码：可先看返回的 errmsg，本命令的新版本或已收录",
        )
        .into(),
    );
    lines.join("\n  ")
}

/// Says which tables have a code, if any.
fn elsewhere(code: &str, lang: Lang) -> Option<String> {
    let entries = rows_of_code(&Table::ALL, code.parse().ok()?);
    let names: Vec<_> = entries.iter().map(Entry::table_names).collect();
    if names.is_empty() {
        return None;
    }
    let names = names.join(",");
    let first = names.split(',').next().unwrap_or_default();
    Some(lang.pick(
        format!("it is in {names}: try --table {first}"),
        format!("{names} 中有该码，可用 --table {first}"),
    ))
}

/// Says that no row has a name, and which names are like it.
pub(super) fn unknown_name(name: &str, tables: &[Table], lang: Lang) -> String {
    let mut lines = vec![
        lang.pick(format!("no code has the name `{name}`"), format!("没有名为 `{name}` 的错误码")),
    ];
    let alike = alike(name, tables);
    if alike.is_empty() {
        // The text comes from the user, so it is not put into a command to copy.
        lines.push(lang.pick(
            format!("to find words in names and messages, write {COMMAND} search WORD"),
            format!("按关键词查找：{COMMAND} search 关键词"),
        ));
    } else {
        let list = alike.join(lang.pick(", ", "、"));
        lines.push(lang.pick(format!("similar names: {list}"), format!("相近名称：{list}")));
    }
    lines.join("\n  ")
}

/// Returns the names that are like a name, the most alike first.
fn alike(name: &str, tables: &[Table]) -> Vec<&'static str> {
    const SHOWN: usize = 3;
    const ALIKE: f64 = 0.7;
    let wanted = super::letters(name);
    let likeness =
        |row: &Row| strsim::normalized_damerau_levenshtein(&wanted, &row.name.to_lowercase());
    let entries = rows_that(tables, |row| likeness(row) >= ALIKE);
    let mut alike: Vec<_> =
        entries.iter().map(|entry| (likeness(&entry.row), entry.row.name)).collect();
    alike.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut names: Vec<_> = alike.into_iter().map(|(_, name)| name).collect();
    names.dedup();
    names.truncate(SHOWN);
    names
}

/// Says why JSON is not a reply.
pub(super) fn not_a_reply(problem: &NotAReply, lang: Lang) -> String {
    let NotAReply { problem, beginning } = problem;
    lang.pick(
        format!(
            "`{beginning}` is not a reply: {problem}; a reply is a JSON object such as \
             {{\"errcode\":40013,\"errmsg\":\"..\"}}"
        ),
        format!(
            "`{beginning}` 不是接口返回：{problem}；应为 JSON 对象，如 \
             {{\"errcode\":40013,\"errmsg\":\"..\"}}"
        ),
    )
}

/// Says that standard input is empty.
pub(super) fn nothing(lang: Lang) -> String {
    lang.pick(
        "standard input is empty: expected a reply, such as {\"errcode\":40013,\"errmsg\":\"..\"}",
        "标准输入为空：应为接口返回，如 {\"errcode\":40013,\"errmsg\":\"..\"}",
    )
    .into()
}

#[cfg(test)]
mod tests {
    use super::{alike, unknown_code};
    use crate::lang::Lang;
    use crate::table::Table;

    #[test]
    fn names_with_a_slip_have_similar_names() {
        assert_eq!(alike("InvaldAppId", &Table::ALL)[0], "InvalidAppId");
        assert_eq!(alike("invalid_app_idd", &Table::ALL)[0], "InvalidAppId");
        assert_eq!(alike("菜单", &Table::ALL), [""; 0]);
    }

    #[test]
    fn a_code_of_another_table_is_pointed_out() {
        let problem = unknown_code("640001", &[Table::Weixin], Lang::En);
        assert!(problem.contains("it is in wecom: try --table wecom"), "{problem}");
    }

    #[test]
    fn numbers_of_any_size_have_nearest_ranges() {
        for code in ["-99999999999999999999999999999999999999999999", "2147483648", "12345678"] {
            let problem = unknown_code(code, &Table::ALL, Lang::Zh);
            assert!(problem.contains("号段"), "{problem}");
        }
    }
}
