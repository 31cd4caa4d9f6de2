//! Rules on the rows that come from other tables.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};

use super::attributes;
use super::collisions::{Collisions, Owner};
use super::picks;
use crate::carried::CarriedRow;
use crate::errors::Errors;
use crate::int_type::{IntType, out_of_range_message};
use crate::model::Row;
use crate::resolve::ResolvedSpread;
use crate::syntax::Path;

/// Adds the rows of spreads to a table.
pub(super) struct Spreads<'a> {
    pub(super) code_type: IntType,
    /// The codes of the table's `override` rows, which stand in place of a spread's.
    pub(super) overridden: &'a HashSet<i128>,
    /// The overridden codes that a spread has brought.
    pub(super) brought: HashSet<i128>,
}

/// What a spread adds to a table.
pub(super) struct Added {
    /// The rows that no earlier spread has brought.
    pub(super) rows: Vec<Row>,
    /// Whether rows are missing because of errors.
    pub(super) is_incomplete: bool,
}

impl Spreads<'_> {
    /// Checks the rows that a spread takes, and adds them to the index.
    pub(super) fn add(
        &mut self,
        spread: &ResolvedSpread,
        collisions: &mut Collisions,
        errors: &mut Errors,
    ) -> Added {
        attributes::check_spread(&spread.attrs, errors);
        let path = &spread.path;
        let picked = picks::select(spread, errors);
        let mut rows = Vec::new();
        // One error for all rows of a spread that have the same mistake.
        let (mut out_of_range, mut collision, mut more_collisions) = (None, None, 0);
        for row in picked.rows {
            if !self.code_type.contains(row.code) {
                out_of_range = out_of_range.or(Some(row.code));
            } else if self.overridden.contains(&row.code) {
                // The `override` row owns code and name.
                if self.brought.insert(row.code) {
                    rows.push(of_this_table(row, spread));
                }
            } else if let Some(problem) = find_collision(path, row, collisions) {
                more_collisions += usize::from(collision.is_some());
                collision.get_or_insert(problem);
            } else if collisions.of_code(row.code).is_none() {
                let owner = Owner::Spread { path: path.clone(), row: row.clone() };
                collisions.add(Some(row.code), Some(row.name.clone()), owner);
                rows.push(of_this_table(row, spread));
            }
        }
        let is_incomplete = picked.is_incomplete || out_of_range.is_some() || collision.is_some();
        if let Some(code) = out_of_range {
            let code_of_path = format!("{code} of `{path}`");
            errors.at(path, out_of_range_message(&code_of_path, Some(code), self.code_type));
        }
        if let Some(Collision { problem, way_out }) = collision {
            let more = match more_collisions {
                0 => String::new(),
                more => format!(" (and {more} more)"),
            };
            errors.at(path, format_args!("{problem}{more}; {way_out}"));
        }
        Added { rows, is_incomplete }
    }
}

/// Returns a carried row as a row of the table that spreads it. The variant stands at the dots of the
/// spread. An editor would show each variant that stands at the path to one who asks about the path.
fn of_this_table(row: &CarriedRow, spread: &ResolvedSpread) -> Row {
    let span = spread.dots.spans[0].resolved_at(Span::mixed_site());
    Row {
        place: span,
        attrs: row.attrs.clone(),
        code: row.code,
        name: Ident::new(&row.name, span),
        message: row.message.clone(),
        notes: row.notes.clone(),
    }
}

struct Collision {
    problem: String,
    way_out: String,
}

/// Finds how a row collides with the rows that other spreads have brought, if it does. Rows alike but
/// for their notes are one row.
fn find_collision(path: &Path, row: &CarriedRow, collisions: &Collisions) -> Option<Collision> {
    let CarriedRow { code, name, message, .. } = row;
    if let Some(Owner::Spread { path: first, row: known }) = collisions.of_code(*code) {
        let difference = if known.name != *name {
            format!("as `{}` and as `{name}`", known.name)
        } else if known.message != *message {
            format!("both as `{name}`, with different messages")
        } else {
            return None;
        };
        return Some(Collision {
            problem: format!("`{first}` and `{path}` both bring the code {code}, {difference}"),
            way_out: format!(
                "take each row from only one of them, such as `..{path} {{ !{code} }}`, or write an \
                 `override {code} => ..` row"
            ),
        });
    }
    match collisions.of_name(name)? {
        Owner::Spread { path: first, row: other } => Some(Collision {
            problem: format!(
                "`{first}` brings the name `{name}` for {}, `{path}` for {code}",
                other.code
            ),
            way_out: format!(
                "leave one of these rows out, such as `..{path} {{ !{code} }}`, or write an \
                 `override {code} => AnotherName: \"..\"` row"
            ),
        }),
        Owner::Own { .. } => None, // own rows come after the spreads
    }
}
