//! Writes the index of each table's codes, which the docs of the table include, and checks that the
//! committed index is that of the table.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use wechat_codes::{ChannelsCode, CodeTable, ReturnCode, WeComCode, WeixinCode};

/// The rows of a table that stand under one comment in the table's file.
struct Section {
    title: String,
    codes: Vec<i32>,
}

/// Reads the sections of a table's file, in their order. Rows of another table are a section, too.
fn sections<C: CodeTable<Code = i32>>(source: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in source.lines().map(str::trim) {
        if let Some(comment) = line.strip_prefix("// ") {
            sections.push(Section { title: title(comment), codes: Vec::new() });
        } else if line.starts_with("..ReturnCode") {
            let codes = C::iter().map(C::code).filter(|code| !has_row(source, *code)).collect();
            sections.push(Section { title: "Rows of `ReturnCode`".to_owned(), codes });
        } else if let Some((code, _)) = line.split_once(" => ")
            && let Ok(code) = code.parse()
        {
            sections.last_mut().expect("a comment before the first row").codes.push(code);
        }
    }
    let rows: usize = sections.iter().map(|section| section.codes.len()).sum();
    assert_eq!(rows, C::COUNT, "each row has one line in the file");
    sections
}

fn has_row(source: &str, code: i32) -> bool {
    source.contains(&format!("\n        {code} => "))
}

/// Returns the words of a section's comment after the range, such as `40xxx-44xxx` or `Below
/// 40000`.
fn title(comment: &str) -> String {
    let is_range = |word: &str| {
        ["Below", "and", "to"].contains(&word)
            || word.bytes().all(|byte| byte.is_ascii_digit() || b"x,-".contains(&byte))
    };
    let words = comment.split(' ').skip_while(|word| is_range(word)).map(|word| {
        // The name of a parameter, perhaps with punctuation.
        let name = word.trim_matches(|c: char| c.is_ascii_punctuation());
        if name.contains('_') { word.replace(name, &format!("`{name}`")) } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Returns a link to the variant of a code.
fn link<C: CodeTable<Code = i32>>(code: i32, text: &str) -> String {
    let variant = C::from_code(code).expect("a row of the table");
    format!("[{text}](Self::{})", variant.name())
}

/// Returns an index with a link to each code.
fn index_of_codes<C: CodeTable<Code = i32>>(source: &str) -> String {
    let mut index = String::from("| range | codes |\n| --- | --- |\n");
    for Section { title, codes } in sections::<C>(source) {
        let links: Vec<_> = codes.iter().map(|code| link::<C>(*code, &code.to_string())).collect();
        writeln!(index, "| {title} | {} |", links.join(" ")).expect("a string takes all text");
    }
    index
}

/// Returns an index with a link to the first code of each section.
fn index_of_sections<C: CodeTable<Code = i32>>(source: &str) -> String {
    let links: Vec<_> = sections::<C>(source)
        .iter()
        .map(|Section { title, codes }| {
            let first = codes[0];
            link::<C>(first, &format!("{first} {title}"))
        })
        .collect();
    links.join(" ·\n") + "\n"
}

/// Compares an index with the committed file, or writes the file if the variable is set.
fn check(table: &str, index: impl FnOnce(&str) -> String) {
    let facade = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wechat-codes");
    let source = facade.join(format!("src/tables/{table}.rs"));
    let index = index(&fs::read_to_string(source).expect("the table's file"));
    let file = facade.join(format!("docs/codes/{table}.md"));
    if std::env::var_os("UPDATE_CODE_INDEX").is_some() {
        fs::write(&file, &index).expect("a folder to write to");
    }
    // Git may write other line ends on Windows.
    let committed = fs::read_to_string(file).expect("the index").replace('\r', "");
    assert!(committed == index, "{table}: set UPDATE_CODE_INDEX=1 to write the index anew");
}

#[test]
fn the_docs_have_an_index_of_each_table() {
    check("return_code", index_of_codes::<ReturnCode>);
    check("weixin", index_of_sections::<WeixinCode>);
    check("wecom", index_of_sections::<WeComCode>);
    check("channels", index_of_sections::<ChannelsCode>);
}
