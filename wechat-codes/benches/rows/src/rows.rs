//! The rows of the benchmarks' tables.

use wechat_codes::{CodeTable, ReturnCode, WeixinCode};

/// One return code.
pub(crate) struct Row {
    pub(crate) code: i32,
    pub(crate) name: String,
    pub(crate) message: String,
    /// The Chinese message and the remedy as `wechat_codes!` takes them, or nothing.
    #[allow(dead_code)] // only the benchmark `compile` has programs with notes
    pub(crate) notes: String,
}

/// Returns the rows of `ReturnCode` if their number is asked for, and otherwise the first rows of
/// `WeixinCode`. They are in the order of their codes.
pub(crate) fn real(count: usize) -> Vec<Row> {
    if count == ReturnCode::COUNT { first::<ReturnCode>(count) } else { first::<WeixinCode>(count) }
}

fn first<T: CodeTable<Code = i32>>(count: usize) -> Vec<Row> {
    let row = |row: T| {
        let zh = row.message_zh().map(|zh| format!("zh: {zh:?},"));
        let remedy = row.remedy().map(|remedy| format!("remedy: {remedy:?},"));
        let notes: String = [zh, remedy].into_iter().flatten().collect();
        let notes = if notes.is_empty() { notes } else { format!(" {{ {notes} }}") };
        Row { code: row.code(), name: row.name().into(), message: row.message().into(), notes }
    };
    let mut rows: Vec<Row> = T::iter().take(count).map(row).collect();
    rows.sort_by_key(|row| row.code);
    rows
}

/// Makes rows like WeChat's, but without notes. The codes form blocks near round numbers, with some
/// gaps. Most names have 15 to 28 characters, and most messages 28 to 41.
pub(crate) fn made_up(count: usize) -> Vec<Row> {
    let subjects = "AppId AccessToken MenuButton MediaFile OpenId Template UserGroup Url";
    let subjects: Vec<&str> = subjects.split(' ').collect();
    let problems = ["Invalid", "Missing", "Oversized", "Unauthorized", "Expired"];
    let row = |code, name: &str, message: &str| {
        let (name, message, notes) = (name.into(), message.into(), String::new());
        Row { code, name, message, notes }
    };
    let mut rows =
        vec![row(-1, "SystemBusy", "System busy"), row(0, "Success", "Request succeeded")];
    let mut code = 40_000;
    for number in 0..count.saturating_sub(rows.len()) {
        // A gap follows every 7th row, and a new block every 40th. Every 10th block is far away.
        code += if number % 7 == 6 { 3 } else { 1 };
        if number % 40 == 39 {
            code = (code / 1000 + 1) * 1000 + 1;
        }
        let far = if number / 40 % 10 == 9 { 9_000_000 } else { 0 };
        let (subject, problem) = (subjects[number % 8], problems[number / 8 % 5]);
        let message = format!("{problem} {subject} in request {number:05}");
        rows.push(row(code + far, &format!("{problem}{subject}{number:05}"), &message));
    }
    rows.sort_by_key(|row| row.code);
    rows.truncate(count);
    rows
}
