//! Who has a code or a name already: one index of all rows, own ones and those of spreads.

use std::collections::HashMap;

use proc_macro2::Ident;

use crate::carried::CarriedRow;
use crate::syntax::{Code, Path};

/// The first row of each code and of each name, whether the row is otherwise good or not.
#[derive(Default)]
pub(super) struct Collisions {
    rows: Vec<Owner>,
    by_code: HashMap<i128, usize>,
    by_name: HashMap<String, usize>,
}

/// A row that has a code or a name.
pub(super) enum Owner {
    /// A row of the table's own, as written.
    Own { code: Code, name: Option<Ident> },
    /// A row that a spread brought first.
    Spread { path: Path, row: CarriedRow },
}

impl Collisions {
    pub(super) fn of_code(&self, code: i128) -> Option<&Owner> {
        Some(&self.rows[*self.by_code.get(&code)?])
    }

    pub(super) fn of_name(&self, name: &str) -> Option<&Owner> {
        Some(&self.rows[*self.by_name.get(name)?])
    }

    /// Tells whether a row of this code can have this name.
    pub(super) fn name_is_free(&self, name: &str, code: i128) -> bool {
        match self.of_name(name) {
            None => true,
            Some(Owner::Own { code: owner, .. }) => owner.value() == Some(code),
            Some(Owner::Spread { row, .. }) => row.code == code,
        }
    }

    /// Gives the code of a spread's row to an own row.
    pub(super) fn take_over(&mut self, code: i128, owner: Owner) {
        self.by_code.insert(code, self.rows.len());
        self.rows.push(owner);
    }

    /// Adds a row. What has an owner already stays with that owner.
    pub(super) fn add(&mut self, code: Option<i128>, name: Option<String>, owner: Owner) {
        let index = self.rows.len();
        self.rows.push(owner);
        if let Some(code) = code {
            self.by_code.entry(code).or_insert(index);
        }
        if let Some(name) = name {
            self.by_name.entry(name).or_insert(index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Collisions, Owner};

    fn own(text: &str) -> Owner {
        Owner::Own { code: syn::parse_str(text).expect("a code"), name: None }
    }

    fn code_of(owner: Option<&Owner>) -> Option<String> {
        match owner? {
            Owner::Own { code, .. } => Some(code.to_string()),
            Owner::Spread { row, .. } => Some(row.code.to_string()),
        }
    }

    #[test]
    fn the_first_owner_stays() {
        let mut collisions = Collisions::default();
        collisions.add(Some(1), Some("A".to_owned()), own("1"));
        collisions.add(Some(1), Some("B".to_owned()), own("0x1"));
        collisions.add(Some(2), Some("A".to_owned()), own("2"));
        collisions.add(None, Some("C".to_owned()), own("3"));
        assert_eq!(code_of(collisions.of_code(1)).as_deref(), Some("1"));
        assert_eq!(code_of(collisions.of_code(2)).as_deref(), Some("2"));
        assert_eq!(code_of(collisions.of_code(3)), None);
        assert_eq!(code_of(collisions.of_name("A")).as_deref(), Some("1"));
        assert_eq!(code_of(collisions.of_name("C")).as_deref(), Some("3"));
        assert_eq!(code_of(collisions.of_name("D")), None);
    }
}
