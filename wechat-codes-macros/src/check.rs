//! The rules. Every error of a table is found in one pass; what comes out is a table of the good
//! rows that can no longer be wrong.

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::errors::Errors;
use crate::naming;
use crate::parse::{self, Attribute, Visibility};
use crate::repr::Repr;
use crate::resolve::Resolved;

pub(crate) struct Table {
    pub(crate) krate: TokenStream,
    /// The enum's attributes, without its `repr` and the derives that the macro provides.
    pub(crate) attrs: Vec<TokenStream>,
    /// The enum's `#[cfg(..)]`, which hold for its impls too.
    pub(crate) cfgs: Vec<TokenStream>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) repr: Repr,
    /// At least one; codes and names are distinct.
    pub(crate) rows: Vec<Row>,
}

pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: i128,
    pub(crate) name: Ident,
    pub(crate) message: String,
}

/// Derives whose traits the macro implements; a user may ask for them again.
const PROVIDED_DERIVES: [&str; 8] =
    ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Associated items of every table. A variant of the same name would hide them.
const TAKEN_NAMES: [&str; 7] =
    ["COUNT", "from_code", "code", "name", "message", "from_name", "iter"];

/// Checks a table. `None` where no good row is left.
pub(crate) fn check(resolved: Resolved, errors: &mut Errors) -> Option<Table> {
    let Resolved { krate, attrs, vis, ident, rows } = resolved;
    if rows.is_empty() && errors.is_empty() {
        errors.at(
            &ident,
            format_args!(
                "`{ident}` has no rows; write one such as `40013 => InvalidAppId: \"Invalid App ID\"`"
            ),
        );
    }
    let repr = check_repr(&attrs, errors);
    let rows = check_rows(rows, repr, errors);
    let cfgs = attrs.iter().filter(|attr| attr.is("cfg")).map(ToTokens::to_token_stream).collect();
    let attrs = attrs.iter().filter_map(enum_attribute).collect();
    (!rows.is_empty()).then_some(Table { krate, attrs, cfgs, vis, ident, repr, rows })
}

/// The one integer type of the enum's `#[repr(..)]`.
fn check_repr(attrs: &[Attribute], errors: &mut Errors) -> Repr {
    let mut found = None;
    for attr in attrs.iter().filter(|attr| attr.is("repr")) {
        let name = attr.arguments.as_ref().map(TokenStream::to_string).unwrap_or_default();
        match Repr::from_name(&name) {
            Some(repr) if found.is_none() => found = Some(repr),
            Some(_) => errors.at(attr, "a second `repr`: a table has one code type"),
            None => errors
                .at(attr, format_args!("the code type is one integer type of {}", Repr::ALLOWED)),
        }
    }
    found.unwrap_or(Repr::DEFAULT)
}

/// An attribute as the generated enum carries it: without what the macro writes itself.
fn enum_attribute(attr: &Attribute) -> Option<TokenStream> {
    if attr.is("repr") {
        return None;
    }
    match &attr.arguments {
        Some(arguments) if attr.is("derive") => {
            let paths = split_at_commas(arguments.clone());
            let kept: Vec<_> = paths.iter().filter(|path| !is_provided(path)).collect();
            (!kept.is_empty()).then(|| quote!(#[derive(#(#kept),*)]))
        }
        _ => Some(attr.to_token_stream()),
    }
}

fn split_at_commas(tokens: TokenStream) -> Vec<TokenStream> {
    let mut parts = vec![TokenStream::new()];
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            other => parts.last_mut().expect("starts with one part").extend([other]),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a derive is one of the provided, by its name alone or its path in `core` or `std`.
fn is_provided(derive: &TokenStream) -> bool {
    let path = derive.to_string().replace(' ', "");
    let path = path.trim_start_matches("::");
    let name = path.rsplit("::").next().unwrap_or_default();
    (name == path || path.starts_with("core::") || path.starts_with("std::"))
        && PROVIDED_DERIVES.contains(&name)
}

fn check_rows(rows: Vec<parse::Row>, repr: Repr, errors: &mut Errors) -> Vec<Row> {
    let mut checked: Vec<(Row, parse::Code)> = Vec::new();
    let mut by_code: HashMap<i128, usize> = HashMap::new();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    for row in rows {
        // Not `?`: a row with two mistakes gets two errors.
        let code = check_code(&row.code, repr, errors);
        let message = check_message(&row.message, errors);
        let name = check_name(&row, errors);
        let (Some(code), Some(message), Some(name)) = (code, message, name) else {
            continue;
        };

        let mut good = true;
        if let Some((first, first_code)) = by_code.get(&code).map(|&index| &checked[index]) {
            let twice = format!("the code {code} is used twice: `{}` has it already", first.name);
            errors.push(with_first(&row.code, twice, first_code));
            good = false;
        }
        if let Some((first, _)) = by_name.get(&name.to_string()).map(|&index| &checked[index]) {
            let twice = name_twice(&row, first, code, &name);
            errors.push(with_first(&name, twice, &first.name));
            good = false;
        }
        if good {
            by_code.insert(code, checked.len());
            by_name.insert(name.to_string(), checked.len());
            checked.push((Row { attrs: row.attrs, code, name, message }, row.code));
        }
    }
    checked.into_iter().map(|(row, _)| row).collect()
}

/// An error at the second of two, with a pointer to the first.
fn with_first(second: impl ToTokens, message: String, first: impl ToTokens) -> syn::Error {
    let mut error = syn::Error::new_spanned(second, message);
    error.combine(syn::Error::new_spanned(first, "first used here"));
    error
}

fn name_twice(row: &parse::Row, first: &Row, code: i128, name: &Ident) -> String {
    let first = first.code;
    if row.name.is_some() {
        format!("the name `{name}` is used twice: {first} has it already, so {code} needs another")
    } else {
        format!(
            "the message of {code} gives the name `{name}`, which {first} has already; \
             write `{code} => AnotherName: \"..\"`"
        )
    }
}

fn check_code(code: &parse::Code, repr: Repr, errors: &mut Errors) -> Option<i128> {
    let value = code.value().filter(|&value| repr.contains(value));
    if value.is_none() {
        let (name, min, max) = (repr.name(), repr.min(), repr.max());
        errors.at(
            code,
            format_args!(
                "the code {code} is out of range: this table's codes are {name}, {min} to {max}"
            ),
        );
    }
    value
}

fn check_message(message: &syn::LitStr, errors: &mut Errors) -> Option<String> {
    let text = message.value();
    if text.trim().is_empty() {
        errors.at(message, "the message is empty; write what the code means");
        return None;
    }
    Some(text)
}

/// The variant's name: the row's own, else the one its message gives.
fn check_name(row: &parse::Row, errors: &mut Errors) -> Option<Ident> {
    let Some(name) = &row.name else {
        let text = row.message.value();
        let name = naming::variant_name(&text);
        if name.is_none() && !text.trim().is_empty() {
            let code = &row.code;
            errors.at(
                &row.message,
                format_args!(
                    "this message gives no variant name; write `{code} => Name: {text:?}`"
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
    errors.at(
        name,
        format_args!(
            "`{text}` cannot name a variant: {problem}; write a name such as `InvalidAppId`"
        ),
    );
    None
}
