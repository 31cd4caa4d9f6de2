//! The rows of the benchmarks' tables. The table of 135 rows is the documentation's, and tables of other
//! sizes resemble it.

use std::fmt::Write as _;

/// One return code.
pub(crate) struct Row {
    pub(crate) code: i32,
    pub(crate) name: String,
    pub(crate) message: String,
}

/// Returns the rows of the table of this size, in the order of their codes.
pub(crate) fn rows(count: usize) -> Vec<Row> {
    let documented = documented();
    if count == documented.len() { documented } else { likeness(count) }
}

/// Writes the rows as `wechat_codes!` takes them, one on each line, with a suffix after each code.
pub(crate) fn table(rows: &[Row], suffix: &str) -> String {
    rows.iter().fold(String::new(), |mut table, Row { code, name, message }| {
        writeln!(table, "{code}{suffix} => {name}: {message:?},").expect("a String takes all");
        table
    })
}

/// Reads the rows of the documentation, which are most of `ReturnCode`.
fn documented() -> Vec<Row> {
    let rows = include_str!("../../../../tests/official-accounts.tsv").lines().skip(1);
    rows.map(|line| {
        let mut fields = line.split('\t');
        let mut field = || fields.next().expect("three fields");
        Row {
            code: field().parse().expect("a code"),
            name: field().into(),
            message: field().into(),
        }
    })
    .collect()
}

/// Makes rows like WeChat's. The codes form blocks near round numbers, with some gaps. Most names
/// have 15 to 28 characters, and most messages 28 to 41.
fn likeness(count: usize) -> Vec<Row> {
    const SUBJECTS: [&str; 8] = [
        "AppId",
        "AccessToken",
        "MenuButton",
        "MediaFile",
        "OpenId",
        "Template",
        "UserGroup",
        "Url",
    ];
    const PROBLEMS: [&str; 5] = ["Invalid", "Missing", "Oversized", "Unauthorized", "Expired"];
    let mut rows = vec![
        Row { code: -1, name: "SystemBusy".into(), message: "System busy".into() },
        Row { code: 0, name: "Success".into(), message: "Request succeeded".into() },
    ];
    let mut code = 40_000;
    for number in 0.. {
        if rows.len() >= count {
            break;
        }
        // A gap follows every 7th row, and a new block every 40th. Every 10th block is far from the
        // others.
        code += if number % 7 == 6 { 3 } else { 1 };
        if number % 40 == 39 {
            code = (code / 1000 + 1) * 1000 + 1;
        }
        let far = if number / 40 % 10 == 9 { 9_000_000 } else { 0 };
        let (subject, problem) = (SUBJECTS[number % 8], PROBLEMS[number / 8 % 5]);
        rows.push(Row {
            code: code + far,
            name: format!("{problem}{subject}{number:05}"),
            message: format!("{problem} {subject} in request {number:05}"),
        });
    }
    rows.sort_by_key(|row| row.code);
    rows.truncate(count);
    rows
}
