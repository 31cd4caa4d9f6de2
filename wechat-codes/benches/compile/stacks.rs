//! The three stacks of crates that provide the same type.

use std::fmt::Write as _;

use crate::rows::{Row, table};

/// Crates that together give an enum with lookups, names and messages.
#[derive(Clone, Copy)]
pub(crate) struct Stack {
    pub(crate) name: &'static str,
    /// Lines of a `Cargo.toml`.
    pub(crate) dependencies: &'static str,
    /// Writes the type `Code` and the function `from_code`.
    items: fn(&[Row]) -> String,
}

const OURS: &str = "wechat_codes";
const OUR_DEPENDENCIES: &str =
    concat!("wechat-codes = { path = '", env!("CARGO_MANIFEST_DIR"), "' }");
const OUR_DEPENDENCIES_WITHOUT_PHF: &str = concat!(
    "wechat-codes = { path = '",
    env!("CARGO_MANIFEST_DIR"),
    "', default-features = false }",
);
const PHF_STACK: &str = "strum_thiserror_phf";
const PHF_STACK_DEPENDENCIES: &str = r#"
phf = { version = "0.14", features = ["macros"] }
strum = { version = "0.28", features = ["derive"] }
thiserror = "2"
"#;
const NUM_ENUM_STACK: &str = "num_enum_strum_thiserror";
const NUM_ENUM_STACK_DEPENDENCIES: &str = r#"
num_enum = "0.7"
strum = { version = "0.28", features = ["derive"] }
thiserror = "2"
"#;

/// The stacks that are compared.
pub(crate) const STACKS: [Stack; 3] = [
    Stack { name: OURS, dependencies: OUR_DEPENDENCIES, items: our_items },
    Stack { name: PHF_STACK, dependencies: PHF_STACK_DEPENDENCIES, items: phf_items },
    Stack {
        name: NUM_ENUM_STACK,
        dependencies: NUM_ENUM_STACK_DEPENDENCIES,
        items: num_enum_items,
    },
];

/// The projects that have nothing but dependencies. Each has a name and lines of a `Cargo.toml`.
/// The others are compared with the first.
pub(crate) const COLD_BUILDS: [(&str, &str); 5] = [
    (OURS, OUR_DEPENDENCIES),
    ("wechat_codes_without_phf", OUR_DEPENDENCIES_WITHOUT_PHF),
    (PHF_STACK, PHF_STACK_DEPENDENCIES),
    (NUM_ENUM_STACK, NUM_ENUM_STACK_DEPENDENCIES),
    // num_enum parses Cargo.toml to find its own name, unless its default features are off.
    (
        "num_enum_no_features_strum_thiserror",
        r#"
num_enum = { version = "0.7", default-features = false }
strum = { version = "0.28", features = ["derive"] }
thiserror = "2"
"#,
    ),
];

impl Stack {
    /// Returns whether this is our stack, with which the others are compared.
    pub(crate) fn is_ours(&self) -> bool {
        self.name == OURS
    }

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
        format!("{}{MAIN}", (self.items)(rows))
    }
}

fn our_items(rows: &[Row]) -> String {
    format!(
        "wechat_codes::wechat_codes! {{ pub enum Code {{\n{}}} }}
         fn from_code(code: i32) -> Option<Code> {{ Code::from_code(code) }}",
        table(rows, "")
    )
}

fn phf_items(rows: &[Row]) -> String {
    let entries = rows.iter().fold(String::new(), |mut entries, Row { code, name, .. }| {
        writeln!(entries, "{code}i32 => Code::{name},").expect("a String takes all");
        entries
    });
    format!(
        "{}
         static CODES: phf::Map<i32, Code> = phf::phf_map! {{\n{entries}}};
         fn from_code(code: i32) -> Option<Code> {{ CODES.get(&code).copied() }}",
        peer_enum("", rows)
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
    let mut source = format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, {derives}\
         strum::EnumIter, strum::EnumString, strum::IntoStaticStr, thiserror::Error)]
         #[repr(i32)]
         pub enum Code {{\n"
    );
    for Row { code, name, message } in rows {
        writeln!(
            source,
            "/// `{code}`: {message}\n#[doc(alias = \"{code}\")]\n#[error({message:?})]\n{name} = {code},"
        )
        .expect("a String takes all");
    }
    source + "}"
}
