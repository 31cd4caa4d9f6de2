//! The crates that are compared, and the programs that they are built into.

use crate::rows::Row;

pub(crate) const OURS: &str = "wechat_codes";

/// Crates that together give an enum with lookups, names and messages.
pub(crate) struct Stack {
    /// The crates, separated by `+`.
    pub(crate) name: &'static str,
    /// The sets of measurements that this stack is part of.
    pub(crate) sets: &'static str,
    /// Writes the function `from_code` and what it returns.
    items: fn(&[Row]) -> String,
}

/// Ours comes first. The match knows nothing but the messages.
pub(crate) const STACKS: [Stack; 5] = [
    Stack { name: OURS, sets: "real made_up cold", items: our_items },
    Stack { name: "wechat_codes_without_phf", sets: "cold", items: our_items },
    Stack { name: "match", sets: "real", items: match_items },
    Stack { name: "strum+thiserror+phf", sets: "made_up cold", items: phf_items },
    Stack { name: "num_enum+strum+thiserror", sets: "made_up cold", items: num_enum_items },
];

impl Stack {
    pub(crate) fn dependencies(&self) -> String {
        let line = |krate| match krate {
            OURS => "wechat-codes.path = 'FACADE'\n",
            "wechat_codes_without_phf" => {
                "wechat-codes = { path = 'FACADE', default-features = false }\n"
            }
            "phf" => "phf = { version = '0.14', features = ['macros'] }\n",
            "strum" => "strum = { version = '0.28', features = ['derive'] }\n",
            "thiserror" => "thiserror = '2'\n",
            // Without its default features, it does not need a parser of TOML.
            "num_enum" => "num_enum = { version = '0.7', default-features = false }\n",
            _ => "",
        };
        let lines: String = self.name.split('+').map(line).collect();
        lines.replace("FACADE", concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
    }

    /// Writes a program that prints the name and message of a given code. It is not a library, so
    /// rustc generates machine code only for what is used. Most of the derived code is only checked.
    pub(crate) fn program(&self, rows: &[Row]) -> String {
        (self.items)(rows)
            + r#"fn main() {
                let code = std::env::args().nth(1).expect("a code").parse().expect("a number");
                from_code(code).map(|code| println!("{code:?}: {code}"));
            }"#
    }
}

fn our_items(rows: &[Row]) -> String {
    let row = |row: &Row| format!("{} => {}: {:?}{},", row.code, row.name, row.message, row.notes);
    format!(
        "wechat_codes::wechat_codes! {{ pub enum Code {{ {} }} }}
         fn from_code(code: i32) -> Option<Code> {{ Code::from_code(code) }}",
        lines(rows, row)
    )
}

fn match_items(rows: &[Row]) -> String {
    format!(
        "fn from_code(code: i32) -> Option<&'static str> {{ match code {{ {} _ => None }} }}",
        lines(rows, |row| format!("{} => Some({:?}),", row.code, row.message))
    )
}

fn phf_items(rows: &[Row]) -> String {
    format!(
        "{}
         static CODES: phf::Map<i32, Code> = phf::phf_map! {{ {} }};
         fn from_code(code: i32) -> Option<Code> {{ CODES.get(&code).copied() }}",
        peer_enum("", rows),
        lines(rows, |row| format!("{}i32 => Code::{},", row.code, row.name))
    )
}

fn num_enum_items(rows: &[Row]) -> String {
    peer_enum("num_enum::IntoPrimitive, num_enum::TryFromPrimitive, ", rows)
        + "fn from_code(code: i32) -> Option<Code> { Code::try_from(code).ok() }"
}

/// Writes the enum that both peers use. It has everything that our macro provides: the std traits,
/// an iterator, the name, the variant of a name, `Display` and `Error`. Only `Display` has the
/// message, because strum's `EnumMessage` would contain the same strings again. The variants have
/// docs and aliases because our macro writes them, too, and they take time to compile.
fn peer_enum(derives: &str, rows: &[Row]) -> String {
    let variant = |Row { code, name, message, .. }: &Row| {
        let docs = format!("/// `{code}`: {message}\n#[doc(alias = \"{code}\")]");
        format!("{docs}\n#[error({message:?})]\n{name} = {code},")
    };
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, {derives}
         strum::EnumIter, strum::EnumString, strum::IntoStaticStr, thiserror::Error)]
         #[repr(i32)]
         pub enum Code {{ {} }}\n",
        lines(rows, variant)
    )
}

/// Writes a line for each row.
fn lines(rows: &[Row], line: impl Fn(&Row) -> String) -> String {
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
