//! Rules on the rows that come from other tables.

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

/// What a spread adds to a table.
pub(super) struct Added {
    /// The rows that no earlier spread has brought.
    pub(super) rows: Vec<Row>,
    /// Whether rows are missing because of errors.
    pub(super) is_incomplete: bool,
}

/// Checks the rows that a spread takes, and adds them to the index.
pub(super) fn add(
    spread: &ResolvedSpread,
    code_type: IntType,
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
        let CarriedRow { attrs, code, name, message } = row;
        if !code_type.contains(*code) {
            out_of_range = out_of_range.or(Some(code));
        } else if let Some(problem) = find_collision(path, row, collisions) {
            more_collisions += usize::from(collision.is_some());
            collision.get_or_insert(problem);
        } else if collisions.of_code(*code).is_none() {
            let owner = Owner::Spread {
                path: path.clone(),
                code: *code,
                name: name.clone(),
                message: message.clone(),
            };
            collisions.add(Some(*code), Some(name.clone()), owner);
            rows.push(Row {
                attrs: attrs.clone(),
                code: *code,
                name: Ident::new(name, path.span().resolved_at(Span::mixed_site())),
                message: message.clone(),
            });
        }
    }
    let is_incomplete = picked.is_incomplete || out_of_range.is_some() || collision.is_some();
    if let Some(code) = out_of_range {
        let code_of_path = format!("{code} of `{path}`");
        errors.at(path, out_of_range_message(&code_of_path, Some(*code), code_type));
    }
    if let Some(problem) = collision {
        let more = match more_collisions {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        errors.at(
            path,
            format_args!(
                "{problem}{more}; take each row from only one of them: `..{path} {{ .. }}` with \
                 the codes, ranges or names that are wanted"
            ),
        );
    }
    Added { rows, is_incomplete }
}

/// Says how a row collides with the rows that other spreads have brought; `None` if it does not.
fn find_collision(path: &Path, row: &CarriedRow, collisions: &Collisions) -> Option<String> {
    let CarriedRow { code, name, message, .. } = row;
    if let Some(Owner::Spread { path: first, name: known, message: known_message, .. }) =
        collisions.of_code(*code)
    {
        let difference = if known != name {
            format!("as `{known}` and as `{name}`")
        } else if known_message != message {
            format!("both as `{name}`, with different messages")
        } else {
            return None;
        };
        return Some(format!("`{first}` and `{path}` both bring the code {code}, {difference}"));
    }
    match collisions.of_name(name)? {
        Owner::Spread { path: first, code: other, .. } => {
            Some(format!("`{first}` brings the name `{name}` for {other}, `{path}` for {code}"))
        }
        Owner::Own { .. } => None, // own rows come after the spreads
    }
}
