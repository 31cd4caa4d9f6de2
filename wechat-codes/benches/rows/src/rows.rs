//! The rows of the benchmarks' tables: at 135 those of `ReturnCode`, else made in their likeness.

use std::fmt::Write as _;

/// One return code.
pub(crate) struct Row {
    pub(crate) code: i32,
    pub(crate) name: String,
    pub(crate) message: String,
}

/// The table with this number of rows, in the order of the codes.
pub(crate) fn rows(count: usize) -> Vec<Row> {
    let documented = documented();
    if count == documented.len() { documented } else { likeness(count) }
}

/// The rows as `wechat_codes!` takes them, a line each; the codes with a suffix for who needs one.
pub(crate) fn table(rows: &[Row], suffix: &str) -> String {
    rows.iter().fold(String::new(), |mut table, Row { code, name, message }| {
        writeln!(table, "{code}{suffix} => {name}: {message:?},").expect("a String takes all");
        table
    })
}

/// The rows of `ReturnCode`.
fn documented() -> Vec<Row> {
    let source = include_str!("../../../src/return_code.rs");
    let row = |line: &str| {
        let (code, rest) = line.trim().split_once(" => ")?;
        let (name, message) = rest.split_once(": \"")?;
        let message = message.strip_suffix("\",")?;
        Some(Row { code: code.parse().ok()?, name: name.into(), message: message.into() })
    };
    source.lines().filter_map(row).collect()
}

/// Codes stand in blocks at round numbers, with a gap here and there; names are of 13 to 28 letters
/// and messages of 26 to 42, about as WeChat's are.
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
        // A gap after every 7th row, a new block after every 40th; the 10th of the blocks is far off.
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
