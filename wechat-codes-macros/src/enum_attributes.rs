//! The rules of the enum's attributes.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::Parser;

use crate::ast::Attribute;
use crate::check::Row;
use crate::errors::Errors;
use crate::parse::parse_attribute;
use crate::repr::Repr;
use crate::resolve::ResolvedItem;
use crate::tokens::split_at_commas;

/// Derives whose traits the macro implements; a user may ask for them again.
const PROVIDED_DERIVES: [&str; 8] =
    ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// The one integer type of the enum's `#[repr(..)]`. After a mistake there, one that holds the codes,
/// so that they are not reported too.
pub(crate) fn check_repr(attrs: &[Attribute], items: &[ResolvedItem], errors: &mut Errors) -> Repr {
    let mut reprs = attrs.iter().filter(|attr| attr.is("repr"));
    let Some(attr) = reprs.next() else { return Repr::DEFAULT };
    for second in reprs {
        errors.at(second, "a second `repr`; a table has one code type");
    }
    let arguments = attr.arguments.clone().unwrap_or_default();
    if let [name] = split_at_commas(arguments.clone()).as_slice()
        && let Some(repr) = Repr::from_name(&name.to_string())
    {
        return repr;
    }
    let message = format!("a table's code type is one of {}", Repr::ALLOWED);
    if arguments.is_empty() {
        errors.at(attr, message);
    } else {
        errors.at(arguments, message);
    }
    let negative = items.iter().any(|item| match item {
        ResolvedItem::Row(row) => row.code.value() < Some(0),
        ResolvedItem::Spread(spread) => spread.parent.repr.min() < 0,
    });
    if negative { Repr::I64 } else { Repr::U64 }
}

/// An attribute as the generated enum carries it: without what the macro writes itself.
pub(crate) fn enum_attribute(attr: &Attribute) -> Option<TokenStream> {
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

/// Where the row with `#[default]` has an error, another has to have it, or `derive(Default)` fails too.
pub(crate) fn keep_default(attrs: &[Attribute], rows: &mut [Row]) {
    let derives_default = attrs.iter().filter(|attr| attr.is("derive")).any(|attr| {
        let paths = split_at_commas(attr.arguments.clone().unwrap_or_default());
        paths.iter().any(|path| path.to_string().ends_with("Default"))
    });
    let has_default = rows.iter().flat_map(|row| &row.attrs).any(|attr| attr.is("default"));
    if let (true, false, Some(first)) = (derives_default, has_default, rows.first_mut()) {
        first.attrs.extend(parse_attribute.parse2(quote!(#[default])));
    }
}

/// Whether a derive is one of the provided, by its name alone or its path in `core` or `std`.
fn is_provided(derive: &TokenStream) -> bool {
    let path = derive.to_string().replace(' ', "");
    let path = path.trim_start_matches("::");
    let name = path.rsplit("::").next().unwrap_or_default();
    (name == path || path.starts_with("core::") || path.starts_with("std::"))
        && PROVIDED_DERIVES.contains(&name)
}
