//! The rules of the rows that come from other tables.

use std::collections::{BTreeSet, HashMap, HashSet};

use proc_macro2::{Ident, Span};

use crate::ast::{self, Path, Pick};
use crate::check::{Parent, Row};
use crate::errors::Errors;
use crate::naming;
use crate::repr::{Repr, out_of_range_message};
use crate::resolve::ResolvedSpread;

/// The rows that spreads have brought so far.
#[derive(Default)]
pub(crate) struct SpreadRows {
    pub(crate) spreads: Vec<ResolvedSpread>,
    pub(crate) by_code: HashMap<i128, SpreadRow>,
    pub(crate) code_by_name: HashMap<String, i128>,
}

pub(crate) struct SpreadRow {
    pub(crate) name: String,
    message: String,
    /// Which spread brought it first.
    source: usize,
}

impl SpreadRows {
    /// The path of the spread that brought a code first.
    pub(crate) fn path(&self, code: i128) -> &Path {
        &self.spreads[self.by_code[&code].source].path
    }

    /// What is wrong with a row, if anything, beside those that other spreads have brought.
    fn collision(&self, path: &Path, code: i128, name: &str, message: &str) -> Option<String> {
        if let Some(known) = self.by_code.get(&code) {
            let first = self.path(code);
            let difference = if known.name != name {
                format!("as `{}` and as `{name}`", known.name)
            } else if known.message != message {
                format!("both as `{name}`, with different messages")
            } else {
                return None;
            };
            return Some(format!(
                "`{first}` and `{path}` both bring the code {code}, {difference}"
            ));
        }
        let other = *self.code_by_name.get(name)?;
        let first = self.path(other);
        Some(format!("`{first}` brings the name `{name}` for {other}, `{path}` for {code}"))
    }

    /// Takes the rows of a spread; returns those that are new.
    pub(crate) fn add(
        &mut self,
        spread: ResolvedSpread,
        repr: Repr,
        errors: &mut Errors,
    ) -> Vec<Row> {
        let source = self.spreads.len();
        let path = &spread.path;
        let mut new = Vec::new();
        // One error for all rows of a spread that have the same mistake.
        let (mut out_of_range, mut collision, mut more_collisions) = (None, None, 0);
        for (row, code) in select(&spread, errors) {
            let (name, message) = (variant_name(row), row.message.value());
            if !repr.contains(code) {
                out_of_range = out_of_range.or(Some(code));
            } else if let Some(problem) = self.collision(path, code, &name, &message) {
                more_collisions += usize::from(collision.is_some());
                collision.get_or_insert(problem);
            } else if !self.by_code.contains_key(&code) {
                let ident = Ident::new(&name, path.span().resolved_at(Span::mixed_site()));
                new.push(Row {
                    attrs: row.attrs.clone(),
                    code,
                    name: ident,
                    message: message.clone(),
                });
                self.code_by_name.insert(name.clone(), code);
                self.by_code.insert(code, SpreadRow { name, message, source });
            }
        }
        if let Some(code) = out_of_range {
            let code_of_path = format!("{code} of `{path}`");
            errors.at(path, out_of_range_message(&code_of_path, Some(code), repr));
        }
        if let Some(problem) = collision {
            let more = match more_collisions {
                0 => String::new(),
                more => format!(" (and {more} more)"),
            };
            errors.at(
                path,
                format_args!(
                    "{problem}{more}; take each row from only one of them: `..{path} {{ .. }}` \
                     with the codes, ranges or names that are wanted"
                ),
            );
        }
        self.spreads.push(spread);
        new
    }
}

/// The rows of the parent that a spread takes, with their codes, in the parent's order.
fn select<'a>(spread: &'a ResolvedSpread, errors: &mut Errors) -> Vec<(&'a ast::Row, i128)> {
    let ResolvedSpread { path, selection, parent } = spread;
    let rows: Vec<_> =
        parent.rows.iter().filter_map(|row| Some((row, row.code.value()?))).collect();
    let Some(picks) = selection else { return rows };
    // A pick that could not be read was reported.
    if picks.is_empty() && errors.is_empty() {
        errors.at(
            path,
            format_args!(
                "this takes no row of `{path}`; leave out the `{{ }}` to take all of them"
            ),
        );
    }
    let by_name: HashMap<String, i128> =
        rows.iter().map(|&(row, code)| (variant_name(row), code)).collect();
    let codes: BTreeSet<i128> = rows.iter().map(|&(_, code)| code).collect();
    let mut picked = HashSet::new();
    let mut hints = HINTS;
    for pick in picks {
        let found = match pick {
            Pick::Code(code) => code.value().filter(|code| codes.contains(code)),
            Pick::Name(name) => by_name.get(&name.to_string()).copied(),
            Pick::Range(first, last) => match (first.value(), last.value()) {
                (Some(first_code), Some(last_code)) if first_code > last_code => {
                    errors.at(
                        pick,
                        format_args!("the range {first}..={last} is empty; write {last}..={first}"),
                    );
                    continue;
                }
                (Some(first_code), Some(last_code)) => {
                    let mut in_range = codes.range(first_code..=last_code).copied();
                    let found = in_range.next();
                    picked.extend(in_range);
                    found
                }
                (first_code, _) => {
                    let huge = if first_code.is_none() { first } else { last };
                    errors.at(huge, format_args!("no table has a code like {huge}"));
                    continue;
                }
            },
        };
        picked.extend(found);
        // What is missing in a table with errors may be what has the error.
        if found.is_none() && !parent.is_incomplete {
            errors.at(pick, nothing_picked(pick, path, &by_name, &mut hints));
        }
    }
    rows.into_iter().filter(|(_, code)| picked.contains(code)).collect()
}

/// How many misspelt names of a spread get a hint; each is compared with all names of the parent.
const HINTS: u32 = 20;

fn nothing_picked(
    pick: &Pick,
    path: &Path,
    by_name: &HashMap<String, i128>,
    hints: &mut u32,
) -> String {
    match pick {
        Pick::Code(code) => format!("`{path}` has no code {code}"),
        Pick::Range(first, last) => format!("`{path}` has no code from {first} to {last}"),
        Pick::Name(name) => {
            let near = hints.checked_sub(1).and_then(|left| {
                *hints = left;
                naming::nearest(&name.to_string(), by_name.keys())
            });
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            format!("`{path}` has no variant `{name}`{hint}")
        }
    }
}

/// The name of a carried row; they all have one.
fn variant_name(row: &ast::Row) -> String {
    row.name.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// The tables spread, each once, however often and by however many paths it was spread.
///
/// Where own rows are missing for their errors, the conversions are those of the table with them.
pub(crate) fn parents(
    rows: &[Row],
    spreads: Vec<ResolvedSpread>,
    own_rows_are_missing: bool,
) -> Vec<Parent> {
    let mut seen = HashSet::new();
    let first_spreads =
        spreads.into_iter().filter(|spread| seen.insert(spread.parent.identity.clone()));
    first_spreads
        .map(|ResolvedSpread { path, parent, .. }| {
            let by_code: HashMap<_, _> =
                parent.rows.iter().map(|row| (row.code.value(), row)).collect();
            let (mut common, mut strangers) = (0, Vec::new());
            for row in rows {
                match by_code.get(&Some(row.code)) {
                    Some(same)
                        if row.name == variant_name(same)
                            && row.message == same.message.value() =>
                    {
                        common += 1;
                    }
                    Some(_) => strangers.push(row.code),
                    None => {}
                }
            }
            Parent {
                path,
                name: parent.name.clone(),
                repr: parent.repr,
                wholly_here: common == parent.rows.len(),
                all_of_the_table: common == rows.len() && !own_rows_are_missing,
                strangers,
            }
        })
        .collect()
}
