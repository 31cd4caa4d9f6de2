//! The tables that a table spreads, and how completely they convert into each other.

use std::collections::{HashMap, HashSet};

use crate::model::{Parent, Row};
use crate::resolve::ResolvedSpread;

/// Returns the tables spread, each once, however often and by however many paths it was spread.
///
/// If a row was dropped because of an error, the conversions are those of the complete table; otherwise
/// mending the error would turn `From` into `TryFrom`. An `override` row and the row that it replaces
/// count as one.
pub(super) fn parents(
    rows: &[Row],
    spreads: Vec<ResolvedSpread>,
    own_rows_are_missing: bool,
    overridden: &HashSet<i128>,
) -> Vec<Parent> {
    let mut seen = HashSet::new();
    let mut parents = Vec::new();
    for ResolvedSpread { path, parent, .. } in spreads {
        if !seen.insert(parent.identity.clone()) {
            continue;
        }
        let by_code: HashMap<i128, _> = parent.rows.iter().map(|row| (row.code, row)).collect();
        let (mut common, mut conflicting_codes) = (0, Vec::new());
        for row in rows {
            match by_code.get(&row.code) {
                Some(_) if overridden.contains(&row.code) => common += 1,
                Some(same) if row.name == same.name && row.message == same.message => common += 1,
                Some(_) => conflicting_codes.push(row.code),
                None => {}
            }
        }
        parents.push(Parent {
            path,
            name: parent.name.clone(),
            code_type: parent.code_type,
            is_contained: common == parent.rows.len(),
            contains_table: common == rows.len() && !own_rows_are_missing,
            conflicting_codes,
        });
    }
    parents
}
