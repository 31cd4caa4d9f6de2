//! Rules on the attributes of the enum and of a spread.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::errors::Errors;
use crate::int_type::IntType;
use crate::model::Row;
use crate::resolve::ResolvedItem;
use crate::syntax::Attribute;

/// Derives whose traits the macro implements; a user may ask for them again.
const PROVIDED_DERIVES: [&str; 8] =
    ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Returns the one integer type of the enum's `#[repr(..)]`. After a mistake there, returns a type that
/// holds the codes, so that the codes are not reported too.
pub(super) fn code_type(
    attrs: &[Attribute],
    items: &[ResolvedItem],
    errors: &mut Errors,
) -> IntType {
    let mut reprs = attrs.iter().filter(|attr| attr.is("repr"));
    let Some(attr) = reprs.next() else { return IntType::DEFAULT };
    for second in reprs {
        errors.at(second, "a second `repr`; a table has one code type");
    }
    if let [name] = attr.argument_list().as_slice()
        && let Some(code_type) = IntType::from_name(&name.to_string())
    {
        return code_type;
    }
    let message = format!("a table's code type is one of {}", IntType::ALLOWED);
    match &attr.arguments {
        Some(arguments) if !arguments.is_empty() => errors.at(arguments, message),
        _ => errors.at(attr, message),
    }
    let has_negative_codes = items.iter().any(|item| match item {
        ResolvedItem::Row(row) => row.code.value().is_some_and(|code| code < 0),
        ResolvedItem::Spread(spread) => spread.parent.code_type.min() < 0,
    });
    if has_negative_codes { IntType::I64 } else { IntType::U64 }
}

/// Returns an attribute as the generated enum carries it, without what the macro writes itself.
pub(super) fn enum_attribute(attr: &Attribute) -> Option<TokenStream> {
    if attr.is("repr") {
        return None;
    }
    if attr.is("derive") && attr.arguments.is_some() {
        let paths = attr.argument_list();
        let kept: Vec<_> = paths.iter().filter(|path| !is_provided(path)).collect();
        return (!kept.is_empty()).then(|| quote!(#[derive(#(#kept),*)]));
    }
    Some(attr.to_token_stream())
}

/// Gives `#[default]` to the first row if the row that had it was dropped; otherwise `derive(Default)`
/// would fail too.
pub(super) fn keep_default(attrs: &[Attribute], rows: &mut [Row]) {
    let derives_default = attrs
        .iter()
        .filter(|attr| attr.is("derive"))
        .any(|attr| attr.argument_list().iter().any(|path| path.to_string().ends_with("Default")));
    let has_default = rows.iter().flat_map(|row| &row.attrs).any(|attr| attr.is("default"));
    if let (true, false, Some(first)) = (derives_default, has_default, rows.first_mut()) {
        first.attrs.extend(syn::parse2::<Attribute>(quote!(#[default])));
    }
}

/// Tells whether a derive is one of the provided, by its name alone or its path in `core` or `std`.
fn is_provided(derive: &TokenStream) -> bool {
    let path = derive.to_string().replace(' ', "");
    let path = path.trim_start_matches("::");
    let name = path.rsplit("::").next().unwrap_or_default();
    (name == path || path.starts_with("core::") || path.starts_with("std::"))
        && PROVIDED_DERIVES.contains(&name)
}

/// Checks the attributes of a spread, of which the conditions have been resolved.
pub(super) fn check_spread(attrs: &[Attribute], errors: &mut Errors) {
    if let Some(attr) = attrs.first() {
        errors.at(
            attr,
            "only `#[cfg(..)]` can stand on a spread; its rows bring their own docs and attributes",
        );
    }
}
