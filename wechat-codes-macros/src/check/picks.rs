//! Rules on the selection of a spread: which rows of the other table it takes.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::carried::CarriedRow;
use crate::errors::Errors;
use crate::resolve::ResolvedSpread;
use crate::syntax::{Path, Pick, PickedRows, nearest};

/// The rows of a parent that a spread takes, in the parent's order.
pub(super) struct Picked<'a> {
    pub(super) rows: Vec<&'a CarriedRow>,
    /// Whether rows are missing because of errors, of this table or of the parent.
    pub(super) is_incomplete: bool,
}

/// Selects the rows of the parent that a spread takes.
pub(super) fn select<'a>(spread: &'a ResolvedSpread, errors: &mut Errors) -> Picked<'a> {
    let ResolvedSpread { path, selection, parent, .. } = spread;
    let rows = parent.rows.iter();
    let Some(selection) = selection else {
        return Picked { rows: rows.collect(), is_incomplete: parent.is_incomplete };
    };
    let index = Index {
        by_name: rows.clone().map(|row| (&row.name, row.code)).collect(),
        codes: rows.clone().map(|row| row.code).collect(),
    };
    let starts_with_all = selection.picks.first().is_some_and(Pick::excludes);
    let mut picked: HashSet<i128> =
        if starts_with_all { index.codes.iter().copied().collect() } else { HashSet::new() };
    let mut has_errors = selection.has_unread_picks;
    // The effect of a pick depends on all picks before it, and on rows that the parent may lack.
    let mut is_sure = !selection.has_unread_picks && !parent.is_incomplete;
    let mut hints = HINTS;
    for pick in &selection.picks {
        let Some(codes) = index.codes_of(pick, errors) else {
            has_errors = true;
            is_sure = false;
            continue;
        };
        let in_parent = !codes.is_empty();
        let mut has_effect = in_parent;
        if pick.excludes() {
            has_effect = codes.iter().filter(|code| picked.remove(code)).count() > 0;
        } else {
            picked.extend(codes);
        }
        if has_effect || parent.is_incomplete {
            continue;
        }
        if !in_parent {
            has_errors = true;
            // Half typed or misspelt, it may be the pick that a later one takes away.
            is_sure &= pick.excludes();
            errors.at(pick, index.not_in_parent(pick, path, &mut hints));
        } else if is_sure {
            has_errors = true;
            errors.at(pick, "this removes nothing: the picks before it have not taken this row");
        }
    }
    if picked.is_empty() && is_sure && !has_errors {
        has_errors = true;
        let right = if selection.picks.is_empty() {
            "leave out the `{ }` to take all of them"
        } else {
            "leave the spread out, or take fewer rows away"
        };
        errors.at(path, format_args!("this takes no row of `{path}`; {right}"));
    }
    let is_incomplete = parent.is_incomplete || has_errors;
    Picked { rows: rows.filter(|row| picked.contains(&row.code)).collect(), is_incomplete }
}

/// The rows of a parent by name and by code.
struct Index<'a> {
    by_name: HashMap<&'a String, i128>,
    codes: BTreeSet<i128>,
}

/// How many misspelt names of a spread get a hint; each is compared with all names of the parent.
const HINTS: u32 = 20;

impl Index<'_> {
    /// Returns the codes of the parent's rows that a pick names; `None` after an error.
    fn codes_of(&self, pick: &Pick, errors: &mut Errors) -> Option<Vec<i128>> {
        let (first, last) = match &pick.rows {
            PickedRows::Code(code) => {
                let code = code.value().filter(|code| self.codes.contains(code));
                return Some(code.into_iter().collect());
            }
            PickedRows::Name(name) => {
                let code = self.by_name.get(&name.to_string()).copied();
                return Some(code.into_iter().collect());
            }
            PickedRows::Range(first, last) => (first, last),
        };
        match (first.value(), last.value()) {
            (Some(first_code), Some(last_code)) if first_code > last_code => errors.at(
                &pick.rows,
                format_args!("the range {first}..={last} is empty; write {last}..={first}"),
            ),
            (Some(first_code), Some(last_code)) => {
                return Some(self.codes.range(first_code..=last_code).copied().collect());
            }
            (first_code, _) => {
                let huge = if first_code.is_none() { first } else { last };
                errors.at(huge, format_args!("no table has a code like {huge}"));
            }
        }
        None
    }

    /// Says that the parent has no row that a pick names.
    fn not_in_parent(&self, pick: &Pick, path: &Path, hints: &mut u32) -> String {
        match &pick.rows {
            PickedRows::Code(code) => {
                let hint = match code.value() {
                    Some(value) if value < 0 && self.codes.contains(&-value) => {
                        format!("; `!{}` takes the row of {} away", -value, -value)
                    }
                    _ => String::new(),
                };
                format!("`{path}` has no code {code}{hint}")
            }
            PickedRows::Range(first, last) => {
                format!("`{path}` has no code from {first} to {last}")
            }
            PickedRows::Name(name) => {
                let near = hints.checked_sub(1).and_then(|left| {
                    *hints = left;
                    nearest(&name.to_string(), self.by_name.keys().copied())
                });
                let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
                format!("`{path}` has no variant `{name}`{hint}")
            }
        }
    }
}
