//! What a table carries to the tables that spread it, in its hidden macro: written and read here.
//!
//! `"version" "Name" i32 "identity" "rows" incomplete`, the last word only if rows are missing. The
//! rows are one string in the grammar of the table, as rustc takes less time for it than for tokens.

mod docs;

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Group, Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{LitStr, Token};

use crate::errors::Errors;
use crate::int_type::IntType;
use crate::model::{self, Notes};
use crate::remedy::Remedy;
use crate::source::{self, read_string, write_string};
use crate::syntax::{Attribute, Row, parse_notes};

/// Conversions between tables of different versions of the crate cannot work, as each version has a
/// `CodeTable` of its own.
const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) struct CarriedTable {
    pub(crate) name: String,
    pub(crate) code_type: IntType,
    /// The same by every path to one table, and different for any two tables.
    pub(crate) identity: String,
    pub(crate) rows: Vec<CarriedRow>,
    /// Whether rows are missing because of errors.
    pub(crate) is_incomplete: bool,
}

#[derive(Clone)]
pub(crate) struct CarriedRow {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: i128,
    pub(crate) name: String,
    pub(crate) message: String,
    pub(crate) notes: Notes,
}

/// Writes what a table carries. Returns it with the table's identity.
pub(crate) fn write(table: &model::Table) -> (TokenStream, String) {
    // A placeholder is for the code that uses this table, not for tables that spread it.
    let rows = if table.is_placeholder { &[][..] } else { &table.rows };
    let rows: String = rows.iter().map(write_row).collect();
    let identity = identity(&table.ident, &rows);
    let (name, code_type) = (&table.name, table.code_type.ident());
    let incomplete = table.is_incomplete.then(|| quote!(incomplete));
    let carried_rows = source::tokens(&write_string(&rows));
    (quote!(#VERSION #name #code_type #identity #carried_rows #incomplete), identity)
}

fn write_row(row: &model::Row) -> String {
    let model::Row { attrs, code, name, message, notes, .. } = row;
    let attrs: TokenStream = carried_attributes(attrs).into_iter().collect();
    let attrs = if attrs.is_empty() { String::new() } else { format!("{attrs} ") };
    let notes = write_notes(notes);
    format!("{attrs}{code} => {name}: {}{notes},\n", write_string(message))
}

fn write_notes(notes: &Notes) -> String {
    let zh = notes.message_zh.as_ref().map(|zh| format!("zh: {}", write_string(zh)));
    let remedy = notes.remedy.map(|remedy| format!("remedy: {}", remedy.name()));
    let notes: Vec<String> = zh.into_iter().chain(remedy).collect();
    if notes.is_empty() { String::new() } else { format!(" {{ {} }}", notes.join(", ")) }
}

/// Returns a number for a table. Neither the place of the table's name nor that of the macro call would
/// do, because a macro may write several tables of one name; but each call is an expansion of its own.
/// Without Cargo's variables, two crates may agree in both, so the rows count too.
fn identity(ident: &Ident, rows: &str) -> String {
    let krate = ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_CRATE_NAME"].map(std::env::var_os);
    // Only the `Debug` of a span tells the expansion: `#4 bytes(21..25)`.
    let place = format!("{:?} {:?}", ident.span(), Span::call_site());
    let mut hasher = DefaultHasher::new();
    (krate, ident.to_string(), place, rows).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// Reads what a table carries. Returns `None` if another version of the crate wrote it.
pub(crate) fn read(tokens: TokenStream) -> Option<CarriedTable> {
    parse_table.parse2(tokens).ok()
}

fn parse_table(input: ParseStream) -> syn::Result<CarriedTable> {
    let version: LitStr = input.parse()?;
    if version.value() != VERSION {
        return Err(input.error("another version"));
    }
    let name: LitStr = input.parse()?;
    let code_type: Ident = input.parse()?;
    let identity: LitStr = input.parse()?;
    let rows: Literal = input.parse()?;
    let rows = read_string(&rows).ok_or_else(|| input.error("expected the rows"))?;
    let is_incomplete: Option<Ident> = input.parse()?;
    let code_type = IntType::from_name(&code_type.to_string());
    Ok(CarriedTable {
        name: name.value(),
        code_type: code_type.ok_or_else(|| input.error("unknown code type"))?,
        identity: identity.value(),
        rows: parse_rows.parse2(source::tokens(&rows))?,
        is_incomplete: is_incomplete.is_some(),
    })
}

fn parse_rows(input: ParseStream) -> syn::Result<Vec<CarriedRow>> {
    let mut rows = Vec::new();
    while !input.is_empty() {
        rows.push(input.parse()?);
        input.parse::<Token![,]>()?;
    }
    Ok(rows)
}

impl Parse for CarriedRow {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let Row { attrs, code, name, message, notes, .. } = input.parse()?;
        let incomplete = || input.error("a carried row has a code and a name");
        Ok(Self {
            attrs,
            code: code.value().ok_or_else(incomplete)?,
            name: name.ok_or_else(incomplete)?.to_string(),
            message: message.text,
            notes: read_notes(notes.as_ref())?,
        })
    }
}

fn read_notes(group: Option<&Group>) -> syn::Result<Notes> {
    let mut notes = Notes::default();
    let written = group.map(|group| parse_notes(group, &mut Errors::default()));
    for note in written.unwrap_or_default() {
        if note.key == "zh" {
            let literal: Literal = syn::parse2(note.value)?;
            notes.message_zh = read_string(&literal);
        } else {
            notes.remedy = Remedy::from_name(&note.value.to_string());
        }
    }
    Ok(notes)
}

/// Returns the attributes that a row keeps in the tables that spread it: its docs, in a form that holds
/// in other crates, and `#[deprecated]`. Other attributes may be meant for a derive of the enum that
/// declares the row.
fn carried_attributes(attrs: &[Attribute]) -> Vec<TokenStream> {
    if attrs.is_empty() {
        return Vec::new();
    }
    // `include_str!("..")` would look for a file beside another crate's source.
    let lines: Vec<String> = attrs.iter().filter_map(doc_text).collect();
    let docs = docs::carried(&lines.join("\n"));
    let docs = (!docs.is_empty()).then(|| quote!(#[doc = #docs]));
    let is_kept =
        |attr: &&Attribute| attr.is("doc") && attr.arguments.is_some() || attr.is("deprecated");
    docs.into_iter().chain(attrs.iter().filter(is_kept).map(ToTokens::to_token_stream)).collect()
}

/// Returns the text of `#[doc = ".."]`.
fn doc_text(attr: &Attribute) -> Option<String> {
    let text = |content: ParseStream| {
        content.parse::<Ident>()?;
        content.parse::<Token![=]>()?;
        content.parse::<LitStr>()
    };
    let content = attr.is("doc").then(|| attr.brackets.stream())?;
    Some(text.parse2(content).ok()?.value())
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Ident, Span, TokenStream};
    use proptest::prelude::*;
    use quote::ToTokens;
    use syn::parse::Parser;

    use super::{Attribute, CarriedTable, Notes, Remedy, VERSION, identity, read, write};
    use crate::int_type::IntType;
    use crate::model;
    use crate::syntax::Visibility;

    fn table(rows: Vec<model::Row>) -> model::Table {
        model::Table {
            krate: TokenStream::new(),
            attrs: Vec::new(),
            allowed: Vec::new(),
            deprecated: false,
            vis: Visibility::default(),
            ident: Ident::new("Table", Span::call_site()),
            name: "Table".to_owned(),
            code_type: IntType::I64,
            rows,
            is_placeholder: false,
            is_incomplete: false,
            parents: Vec::new(),
        }
    }

    fn row(code: i128, name: &str, message: &str, text: &str) -> model::Row {
        let attrs = |input: syn::parse::ParseStream| {
            let mut attrs = Vec::new();
            while !input.is_empty() {
                attrs.push(input.parse::<Attribute>()?);
            }
            Ok(attrs)
        };
        model::Row {
            place: Span::call_site(),
            attrs: attrs.parse_str(text).expect("attributes"),
            code,
            name: Ident::new(name, Span::call_site()),
            message: message.to_owned(),
            notes: Notes::default(),
        }
    }

    fn notes() -> impl Strategy<Value = Notes> {
        let remedy = prop::sample::select(&Remedy::NAMES[..]).prop_map(Remedy::from_name);
        (any::<Option<String>>(), prop_oneof![Just(None), remedy])
            .prop_map(|(message_zh, remedy)| Notes { message_zh, remedy })
    }

    fn read_back(table: &model::Table) -> CarriedTable {
        read(write(table).0).expect("what was written")
    }

    proptest! {
        #[test]
        fn a_table_is_read_as_it_was_written(
            rows in prop::collection::vec((any::<i64>(), "[A-Z][A-Za-z0-9]{0,8}[a-z]x", any::<String>(), notes()), 0..20),
            is_incomplete: bool,
        ) {
            let rows = rows.into_iter().map(|(code, name, message, notes)| model::Row {
                notes,
                ..row(code.into(), &name, &message, "")
            });
            let table = model::Table { is_incomplete, ..table(rows.collect()) };
            let carried = read_back(&table);
            prop_assert_eq!(carried.name, "Table");
            prop_assert_eq!(carried.code_type, IntType::I64);
            prop_assert_eq!(carried.is_incomplete, is_incomplete);
            prop_assert_eq!(carried.identity, write(&table).1);
            prop_assert_eq!(carried.rows.len(), table.rows.len());
            for (carried, written) in carried.rows.iter().zip(&table.rows) {
                prop_assert_eq!(carried.code, written.code);
                prop_assert_eq!(&carried.name, &written.name.to_string());
                prop_assert_eq!(&carried.message, &written.message);
                prop_assert_eq!(&carried.notes, &written.notes);
            }
        }
    }

    #[test]
    fn docs_and_deprecations_are_carried() {
        let attrs = r#"
            #[doc = " Docs."] #[doc(hidden)] #[doc = include_str!("a.md")] #[deprecated(note = "n")]
            #[allow(dead_code)] #[default]
        "#;
        let carried = read_back(&table(vec![row(1, "Row", "message", attrs)]));
        let attrs: Vec<_> =
            carried.rows[0].attrs.iter().map(|attr| attr.to_token_stream().to_string()).collect();
        assert_eq!(
            attrs,
            ["# [doc = \" Docs.\"]", "# [doc (hidden)]", "# [deprecated (note = \"n\")]"]
        );
    }

    #[test]
    fn a_placeholder_is_not_carried() {
        let table =
            model::Table { is_placeholder: true, ..table(vec![row(0, "__NoRows", "", "")]) };
        assert!(read_back(&table).rows.is_empty());
    }

    #[test]
    fn tables_that_differ_in_rows_alone_are_two() {
        let ident = Ident::new("Table", Span::call_site());
        assert_eq!(identity(&ident, "1 => A: \"a\","), identity(&ident, "1 => A: \"a\","));
        assert_ne!(identity(&ident, "1 => A: \"a\","), identity(&ident, "1 => A: \"b\","));
    }

    #[test]
    fn other_versions_and_nonsense_are_not_read() {
        for text in [
            // The format before it had a version.
            r#""Table" i32 "identity" "1 => A: \"a\",""#,
            r#""0.0.9" "Table" i32 "identity" "1 => A: \"a\",""#,
            r#""9.0.0" { anything else }"#,
            "",
            "on",
            &format!(r#""{VERSION}" "Table" i32 "identity" "1 => ,""#),
            &format!(r#""{VERSION}" "Table" f32 "identity" """#),
        ] {
            assert!(read(text.parse().expect("tokens")).is_none(), "{text}");
        }
    }
}
