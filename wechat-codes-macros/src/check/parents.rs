//! The tables that a table spreads, and how completely they convert into each other.

use std::collections::{HashMap, HashSet};

use crate::model::{NamedPick, Parent, Row};
use crate::resolve::ResolvedSpread;
use crate::syntax::PickedRows;

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
    let mut indices: HashMap<String, usize> = HashMap::new();
    let mut parents: Vec<Parent> = Vec::new();
    for spread in spreads {
        let named_picks = named_picks(&spread);
        let ResolvedSpread { path, parent, .. } = spread;
        if let Some(&known) = indices.get(&parent.identity) {
            parents[known].named_picks.extend(named_picks);
            continue;
        }
        indices.insert(parent.identity.clone(), parents.len());
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
            named_picks,
        });
    }
    parents
}

/// Returns the picks of a spread that name a variant of the parent.
fn named_picks(spread: &ResolvedSpread) -> Vec<NamedPick> {
    let ResolvedSpread { selection, parent, .. } = spread;
    let rows: HashMap<&str, _> = parent.rows.iter().map(|row| (row.name.as_str(), row)).collect();
    let picks = selection.iter().flat_map(|selection| &selection.picks);
    let named_picks = picks.filter_map(|pick| {
        let PickedRows::Name(name) = &pick.rows else { return None };
        let row = rows.get(name.to_string().as_str())?;
        let is_deprecated = row.attrs.iter().any(|attr| attr.is("deprecated"));
        Some(NamedPick { name: name.clone(), is_deprecated })
    });
    named_picks.collect()
}
