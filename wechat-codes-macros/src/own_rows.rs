//! The rules of the rows that a table declares itself.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use proc_macro2::Ident;

use crate::ast;
use crate::check::Row;
use crate::errors::Errors;
use crate::meant::MESSAGE;
use crate::naming;
use crate::repr::{Repr, out_of_range_message};
use crate::spread_rows::SpreadRows;

/// Associated items of every table. A variant of the same name would hide them.
const TAKEN_NAMES: [&str; 10] = [
    "COUNT",
    "from_code",
    "code",
    "name",
    "message",
    "from_name",
    "iter",
    "__slot",
    "__candidate",
    "__text",
];

/// Where each code and name of the table's own rows was used first, be the row otherwise good or
/// not.
#[derive(Default)]
pub(crate) struct OwnRows {
    codes: HashMap<i128, (ast::Code, Option<Ident>)>,
    names: HashMap<String, (Ident, ast::Code)>,
}

impl OwnRows {
    /// Checks a row; `None` where it has an error.
    pub(crate) fn check(
        &mut self,
        row: ast::Row,
        repr: Repr,
        spread_rows: &SpreadRows,
        errors: &mut Errors,
    ) -> Option<Row> {
        let code = check_code(&row.code, repr, errors);
        let message = check_message(&row.message, errors);
        let name = check_name(&row, errors);
        let unused_code = code.is_some_and(|code| {
            if let Some(known) = spread_rows.by_code.get(&code) {
                let path = spread_rows.path(code);
                errors.at(
                    &row.code,
                    format_args!(
                        "`{path}` has the code {code} already, as `{}`; leave this row out, or \
                         spread only the rows that are wanted: `..{path} {{ .. }}`",
                        known.name
                    ),
                );
                return false;
            }
            match self.codes.entry(code) {
                Entry::Occupied(first) => code_twice(&row.code, first.get(), errors),
                Entry::Vacant(entry) => {
                    entry.insert((row.code.clone(), name.clone()));
                    return true;
                }
            }
            false
        });
        let unused_name = name.as_ref().is_some_and(|name| {
            let text = name.to_string();
            if let Some(&other) = spread_rows.code_by_name.get(&text) {
                // A row with the same code and name is one mistake, and was reported above.
                if code != Some(other) {
                    let path = spread_rows.path(other);
                    let code = &row.code;
                    errors.at(
                        name,
                        format_args!(
                            "`{path}` has the name `{name}` already, for {other}; write \
                             `{code} => AnotherName: \"..\"`"
                        ),
                    );
                }
                return false;
            }
            match self.names.entry(text) {
                // A whole row twice is one mistake, and was reported above.
                Entry::Occupied(first) if first.get().1.value() == row.code.value() => {}
                Entry::Occupied(first) => name_twice(&row, name, first.get(), errors),
                Entry::Vacant(entry) => {
                    entry.insert((name.clone(), row.code.clone()));
                    return true;
                }
            }
            false
        });
        if unused_code && unused_name {
            Some(Row { attrs: row.attrs, code: code?, name: name?, message: message? })
        } else {
            None
        }
    }
}

fn code_twice(code: &ast::Code, first: &(ast::Code, Option<Ident>), errors: &mut Errors) {
    let (first_code, first_name) = first;
    let owner = match first_name {
        Some(name) => format!(": `{name}` has it already"),
        None => String::new(),
    };
    errors.twice(code, format_args!("the code {code} is used twice{owner}"), first_code);
}

fn name_twice(row: &ast::Row, name: &Ident, first: &(Ident, ast::Code), errors: &mut Errors) {
    let (first_name, first_code) = first;
    let code = &row.code;
    let message = if row.name.is_some() {
        format!("the name `{name}` is used twice: {first_code} has it, so {code} needs another")
    } else {
        format!(
            "the message of {code} gives the name `{name}`, which {first_code} has already; \
             write `{code} => AnotherName: \"..\"`"
        )
    };
    errors.twice(name, message, first_name);
}

fn check_code(code: &ast::Code, repr: Repr, errors: &mut Errors) -> Option<i128> {
    let value = code.value().filter(|&value| repr.contains(value));
    if value.is_none() {
        errors.at(code, out_of_range_message(&code.to_string(), code.value(), repr));
    }
    value
}

fn check_message(message: &syn::LitStr, errors: &mut Errors) -> Option<String> {
    let text = message.value();
    if text.trim().is_empty() || text == MESSAGE {
        errors.at(message, "the message is empty; write what the code means");
        return None;
    }
    Some(text)
}

/// The variant's name: the row's own, else the one its message gives.
fn check_name(row: &ast::Row, errors: &mut Errors) -> Option<Ident> {
    let Some(name) = &row.name else {
        let text = row.message.value();
        let name = naming::variant_name(&text);
        if name.is_none() && !text.trim().is_empty() {
            let code = &row.code;
            errors.at(
                &row.message,
                format_args!(
                    "this message gives no variant name, as it does not begin with an ASCII letter, \
                     or is a keyword; write `{code} => <Name>: {text:?}`"
                ),
            );
        }
        return Some(Ident::new(&name?, row.message.span()));
    };
    let text = name.to_string();
    let problem = if TAKEN_NAMES.contains(&text.as_str()) {
        "every table has an associated item of this name"
    } else if text.starts_with("r#") {
        "it is a raw identifier"
    } else if text == "_" {
        "it names nothing"
    } else if !naming::is_variant_name(&text) {
        "it is a keyword"
    } else {
        return Some(name.clone());
    };
    let right = naming::variant_name(text.trim_start_matches("r#"))
        .filter(|right| !TAKEN_NAMES.contains(&right.as_str()))
        .unwrap_or_else(|| "InvalidAppId".to_owned());
    errors.at(
        name,
        format_args!("`{text}` cannot name a variant: {problem}; write a name such as `{right}`"),
    );
    None
}
