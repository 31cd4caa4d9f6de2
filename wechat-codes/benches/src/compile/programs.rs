//! The crates that are compared, and the programs that they are built into.

use std::fmt::Write as _;

use crate::rows::Row;

/// Crates that together give an enum with lookups, names and messages.
pub(crate) struct Stack {
    pub(crate) name: &'static str,
    /// Lines of a `Cargo.toml`.
    pub(crate) dependencies: &'static str,
    /// Writes the function `from_code` and what it returns.
    items: fn(&[Row]) -> String,
}

pub(crate) const OUR_DEPENDENCIES: &str =
    concat!("wechat-codes = { path = '", env!("CARGO_MANIFEST_DIR"), "/..' }");
const PHF_DEPENDENCIES: &str = r#"
phf = { version = "0.14", features = ["macros"] }
strum = { version = "0.28", features = ["derive"] }
thiserror = "2"
"#;
// Without its default features, num_enum does not need a parser of TOML.
const NUM_ENUM_DEPENDENCIES: &str = r#"
num_enum = { version = "0.7", default-features = false }
strum = { version = "0.28", features = ["derive"] }
thiserror = "2"
"#;

pub(crate) const OURS: Stack =
    Stack { name: "wechat_codes", dependencies: OUR_DEPENDENCIES, items: our_items };

/// Ours with all its notes, and a `match` that knows nothing but the messages.
pub(crate) const REAL: [Stack; 2] =
    [OURS, Stack { name: "match", dependencies: "", items: match_items }];

/// Ours, and the crates that provide a similar type.
pub(crate) const MADE_UP: [Stack; 3] = [
    OURS,
    Stack { name: "strum_thiserror_phf", dependencies: PHF_DEPENDENCIES, items: phf_items },
    Stack {
        name: "num_enum_strum_thiserror",
        dependencies: NUM_ENUM_DEPENDENCIES,
        items: num_enum_items,
    },
];

/// The names and dependencies of projects that have nothing else.
pub(crate) const COLD_BUILDS: [(&str, &str); 4] = [
    (OURS.name, OUR_DEPENDENCIES),
    (
        "wechat_codes_without_phf",
        concat!(
            "wechat-codes = { path = '",
            env!("CARGO_MANIFEST_DIR"),
            "/..', default-features = false }",
        ),
    ),
    ("strum_thiserror_phf", PHF_DEPENDENCIES),
    ("num_enum_strum_thiserror", NUM_ENUM_DEPENDENCIES),
];

impl Stack {
    /// Writes a program that prints the name and message of a given code. The program is not a
    /// library, so rustc generates machine code only for the items that are used. Most of the
    /// derived code is only checked.
    pub(crate) fn program(&self, rows: &[Row]) -> String {
        const MAIN: &str = r#"
fn main() {
    let code = std::env::args().nth(1).and_then(|code| code.parse().ok());
    match from_code(code.expect("a code")) {
        Some(code) => println!("{code:?}: {code}"),
        None => println!("unknown"),
    }
}
"#;
        (self.items)(rows) + MAIN
    }
}

fn our_items(rows: &[Row]) -> String {
    format!(
        "wechat_codes::wechat_codes! {{ pub enum Code {{\n{}}} }}
         fn from_code(code: i32) -> Option<Code> {{ Code::from_code(code) }}",
        lines(rows, |row| format!("{} => {}: {:?}{},", row.code, row.name, row.message, row.notes))
    )
}

fn match_items(rows: &[Row]) -> String {
    format!(
        "fn from_code(code: i32) -> Option<&'static str> {{ match code {{\n{}_ => None }} }}",
        lines(rows, |row| format!("{} => Some({:?}),", row.code, row.message))
    )
}

fn phf_items(rows: &[Row]) -> String {
    format!(
        "{}
         static CODES: phf::Map<i32, Code> = phf::phf_map! {{\n{}}};
         fn from_code(code: i32) -> Option<Code> {{ CODES.get(&code).copied() }}",
        peer_enum("", rows),
        lines(rows, |row| format!("{}i32 => Code::{},", row.code, row.name))
    )
}

fn num_enum_items(rows: &[Row]) -> String {
    format!(
        "{}
         fn from_code(code: i32) -> Option<Code> {{ Code::try_from(code).ok() }}",
        peer_enum("num_enum::IntoPrimitive, num_enum::TryFromPrimitive, ", rows)
    )
}

/// Writes the enum that both peers use. It has everything that our macro provides: the std traits,
/// an iterator, the name, the variant of a name, `Display` and `Error`. Only `Display` has the
/// message, because strum's `EnumMessage` would contain the same strings again. The variants have
/// docs and aliases because our macro writes them, too, and they take time to compile.
fn peer_enum(derives: &str, rows: &[Row]) -> String {
    let variant = |Row { code, name, message, .. }: &Row| {
        format!(
            "/// `{code}`: {message}\n#[doc(alias = \"{code}\")]\n#[error({message:?})]\n{name} = {code},"
        )
    };
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, {derives}
         strum::EnumIter, strum::EnumString, strum::IntoStaticStr, thiserror::Error)]
         #[repr(i32)]
         pub enum Code {{\n{}}}",
        lines(rows, variant)
    )
}

/// Writes a line for each row.
fn lines(rows: &[Row], line: impl Fn(&Row) -> String) -> String {
    rows.iter().fold(String::new(), |mut lines, row| {
        writeln!(lines, "{}", line(row)).expect("a String takes all");
        lines
    })
}
