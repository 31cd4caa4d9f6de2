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

/// Checks that one row has `#[default]` if the enum derives `Default`, and no row otherwise. Mends the
/// rows, so that rustc does not report the same.
pub(super) fn check_default(
    attrs: &[Attribute],
    rows: &mut [Row],
    is_incomplete: bool,
    errors: &mut Errors,
) {
    let derives = attrs.iter().filter(|attr| attr.is("derive"));
    let derives: Vec<TokenStream> = derives.flat_map(Attribute::argument_list).collect();
    let std_default = derives.iter().find(|path| is_of_std(path, &["Default"]));
    // `#[default]` may be an attribute of another derive.
    let others = || derives.iter().any(|path| !is_provided(path));

    let is_default = |attr: &Attribute| attr.is("default");
    let mut first: Option<Attribute> = None;
    for row in &mut *rows {
        let Some(attr) = row.attrs.iter().find(|attr| is_default(attr)).cloned() else { continue };
        match (&std_default, &first) {
            (Some(_), Some(first)) => errors.twice(
                &attr,
                "a second `#[default]`; `derive(Default)` needs one row with this attribute",
                first,
            ),
            (None, _) if !others() => {
                errors.at(&attr, "`#[default]` needs `#[derive(Default)]` on the enum");
            }
            _ => {
                first = Some(attr);
                continue;
            }
        }
        row.attrs.retain(|attr| !is_default(attr));
    }
    if let (Some(derive), None) = (std_default, first) {
        // The row that had it may be missing.
        if !is_incomplete {
            errors.at(
                derive,
                "`derive(Default)` needs `#[default]` above one row of the table's own",
            );
        }
        if let Some(row) = rows.first_mut() {
            row.attrs.extend(syn::parse2::<Attribute>(quote!(#[default])));
        }
    }
}

/// Tells whether the macro implements the trait of a derive.
fn is_provided(derive: &TokenStream) -> bool {
    is_of_std(derive, &PROVIDED_DERIVES)
}

/// Tells whether a derive is one of these, by its name alone or its path in `core` or `std`.
fn is_of_std(derive: &TokenStream, names: &[&str]) -> bool {
    let path = derive.to_string().replace(' ', "");
    let path = path.trim_start_matches("::");
    let name = path.rsplit("::").next().unwrap_or_default();
    (name == path || path.starts_with("core::") || path.starts_with("std::"))
        && names.contains(&name)
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
