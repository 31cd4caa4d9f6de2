//! The rules. Every error of a table is found in one pass; what comes out is a table of the good
//! rows that can no longer be wrong.

use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use syn::ext::IdentExt;

use crate::ast::{self, Attribute, Path, Visibility};
use crate::enum_attributes::{check_repr, enum_attribute, keep_default};
use crate::errors::Errors;
use crate::own_rows::OwnRows;
use crate::repr::Repr;
use crate::resolve::{Resolved, ResolvedItem, ResolvedSpread};
use crate::spread_rows::{SpreadRows, parents};

pub(crate) struct Table {
    pub(crate) krate: TokenStream,
    /// The enum's attributes, without its `repr` and the derives that the macro provides.
    pub(crate) attrs: Vec<TokenStream>,
    /// Whether an attribute deprecates the enum or a variant.
    pub(crate) deprecated: bool,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The table's name at run time.
    pub(crate) name: String,
    /// The same wherever the table is seen from, and unlike that of every other table.
    pub(crate) identity: String,
    pub(crate) repr: Repr,
    /// At least one; codes and names are distinct.
    pub(crate) rows: Vec<Row>,
    /// Whether the only row is a placeholder, after an error.
    pub(crate) is_placeholder: bool,
    /// Whether rows are missing that have errors.
    pub(crate) is_incomplete: bool,
    /// The tables spread, each once.
    pub(crate) parents: Vec<Parent>,
}

pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: i128,
    pub(crate) name: Ident,
    pub(crate) message: String,
}

/// A table whose rows this one has, all or some.
pub(crate) struct Parent {
    pub(crate) path: Path,
    pub(crate) name: String,
    pub(crate) repr: Repr,
    /// Whether the table has every row of the parent.
    pub(crate) wholly_here: bool,
    /// Whether the parent has every row of the table.
    pub(crate) all_of_the_table: bool,
    /// Codes that both have, with different names or messages.
    pub(crate) strangers: Vec<i128>,
}

/// Checks a table. Where no good row is left, it has a placeholder, so that the enum and its API are
/// there for the code that uses them, and the errors of the table stand alone.
pub(crate) fn check(resolved: Resolved, errors: &mut Errors) -> Table {
    let Resolved { krate, attrs, vis, ident, items } = resolved;
    let repr = check_repr(&attrs, &items, errors);
    let (mut rows, spreads, own_rows_are_missing) = check_items(items, repr, errors);
    // A table whose rows all have errors brings none, and has been reported.
    let parents_are_good = spreads.iter().all(|spread| !spread.parent.rows.is_empty());
    if rows.is_empty() && errors.is_empty() && parents_are_good {
        errors.at(
            &ident,
            format_args!(
                "`{ident}` has no rows; write one such as `40013 => InvalidAppId: \"Invalid App ID\"`"
            ),
        );
    }
    let parents = parents(&rows, spreads, own_rows_are_missing);
    let is_placeholder = rows.is_empty();
    if is_placeholder {
        let name = Ident::new("__NoRows", Span::mixed_site());
        rows.push(Row { attrs: Vec::new(), code: 0, name, message: String::new() });
    }
    if !errors.is_empty() {
        keep_default(&attrs, &mut rows);
    }
    let mut all_attrs = attrs.iter().chain(rows.iter().flat_map(|row| &row.attrs));
    let deprecated = all_attrs.any(|attr| attr.is("deprecated"));
    Table {
        krate,
        deprecated,
        attrs: attrs.iter().filter_map(enum_attribute).collect(),
        vis,
        name: ident.unraw().to_string(),
        identity: identity(&ident),
        ident,
        repr,
        rows,
        is_placeholder,
        is_incomplete: !errors.is_empty(),
        parents,
    }
}

/// A number for the table. Neither the place of its name nor that of the macro call would do, as a
/// macro may write several tables of one name; but each call is an expansion of its own.
fn identity(ident: &Ident) -> String {
    let krate = ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_CRATE_NAME"].map(std::env::var_os);
    // Of a span, only `Debug` tells the expansion: `#4 bytes(21..25)`.
    let place = format!("{:?} {:?}", ident.span(), Span::call_site());
    let mut hasher = DefaultHasher::new();
    (krate, ident.to_string(), place).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The good rows in table order, the spreads, and whether rows of the table's own are missing for their
/// errors.
fn check_items(
    items: Vec<ResolvedItem>,
    repr: Repr,
    errors: &mut Errors,
) -> (Vec<Row>, Vec<ResolvedSpread>, bool) {
    // The spreads first: where a row of the table collides with one of theirs, the mistake is in the
    // row, be it before or after the spread.
    let mut spread_rows = SpreadRows::default();
    let mut slots = Vec::new();
    for item in items {
        slots.push(match item {
            ResolvedItem::Row(row) => Slot::Row(row),
            ResolvedItem::Spread(spread) => Slot::Spread(spread_rows.add(spread, repr, errors)),
        });
    }
    let mut own = OwnRows::default();
    let (mut rows, mut own_rows_are_missing) = (Vec::new(), false);
    for slot in slots {
        match slot {
            Slot::Row(row) => {
                let row = own.check(row, repr, &spread_rows, errors);
                own_rows_are_missing |= row.is_none();
                rows.extend(row);
            }
            Slot::Spread(new_rows) => rows.extend(new_rows),
        }
    }
    (rows, spread_rows.spreads, own_rows_are_missing)
}

enum Slot {
    Row(ast::Row),
    /// The rows that no spread before has brought.
    Spread(Vec<Row>),
}
