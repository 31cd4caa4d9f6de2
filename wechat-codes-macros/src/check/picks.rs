//! Rules on the selection of a spread: which rows of the other table it takes.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::carried::CarriedRow;
use crate::errors::Errors;
use crate::resolve::ResolvedSpread;
use crate::syntax::{Path, Pick, nearest};

/// The rows of a parent that a spread takes, in the parent's order.
pub(super) struct Picked<'a> {
    pub(super) rows: Vec<&'a CarriedRow>,
    /// Whether rows are missing because of errors, of this table or of the parent.
    pub(super) is_incomplete: bool,
}

/// Selects the rows of the parent that a spread takes.
pub(super) fn select<'a>(spread: &'a ResolvedSpread, errors: &mut Errors) -> Picked<'a> {
    let ResolvedSpread { path, selection, parent, .. } = spread;
    let mut is_incomplete = parent.is_incomplete;
    let rows = parent.rows.iter();
    let Some(selection) = selection else { return Picked { rows: rows.collect(), is_incomplete } };
    if selection.picks.is_empty() && !selection.has_unread_picks {
        is_incomplete = true;
        errors.at(
            path,
            format_args!(
                "this takes no row of `{path}`; leave out the `{{ }}` to take all of them"
            ),
        );
    }
    is_incomplete |= selection.has_unread_picks;

    let by_name: HashMap<&String, i128> = rows.clone().map(|row| (&row.name, row.code)).collect();
    let codes: BTreeSet<i128> = rows.clone().map(|row| row.code).collect();
    let mut picked = HashSet::new();
    let mut hints = HINTS;
    for pick in &selection.picks {
        let Some(codes) = picked_by(pick, &by_name, &codes, errors) else {
            is_incomplete = true;
            continue;
        };
        // A row that is missing from a table with errors may be one of those with an error.
        if codes.is_empty() && !parent.is_incomplete {
            is_incomplete = true;
            errors.at(pick, nothing_picked(pick, path, &by_name, &mut hints));
        }
        picked.extend(codes);
    }
    Picked { rows: rows.filter(|row| picked.contains(&row.code)).collect(), is_incomplete }
}

/// Returns the codes of the rows that a pick names; `None` after an error.
fn picked_by(
    pick: &Pick,
    by_name: &HashMap<&String, i128>,
    codes: &BTreeSet<i128>,
    errors: &mut Errors,
) -> Option<Vec<i128>> {
    let (first, last) = match pick {
        Pick::Code(code) => {
            return Some(code.value().into_iter().filter(|code| codes.contains(code)).collect());
        }
        Pick::Name(name) => {
            return Some(by_name.get(&name.to_string()).copied().into_iter().collect());
        }
        Pick::Range(first, last) => (first, last),
    };
    match (first.value(), last.value()) {
        (Some(first_code), Some(last_code)) if first_code > last_code => errors
            .at(pick, format_args!("the range {first}..={last} is empty; write {last}..={first}")),
        (Some(first_code), Some(last_code)) => {
            return Some(codes.range(first_code..=last_code).copied().collect());
        }
        (first_code, _) => {
            let huge = if first_code.is_none() { first } else { last };
            errors.at(huge, format_args!("no table has a code like {huge}"));
        }
    }
    None
}

/// How many misspelt names of a spread get a hint; each is compared with all names of the parent.
const HINTS: u32 = 20;

fn nothing_picked(
    pick: &Pick,
    path: &Path,
    by_name: &HashMap<&String, i128>,
    hints: &mut u32,
) -> String {
    match pick {
        Pick::Code(code) => format!("`{path}` has no code {code}"),
        Pick::Range(first, last) => format!("`{path}` has no code from {first} to {last}"),
        Pick::Name(name) => {
            let near = hints.checked_sub(1).and_then(|left| {
                *hints = left;
                nearest(&name.to_string(), by_name.keys().copied())
            });
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            format!("`{path}` has no variant `{name}`{hint}")
        }
    }
}
