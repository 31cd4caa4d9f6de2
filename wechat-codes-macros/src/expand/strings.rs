//! How the texts of a table are stored: in one string, with the places of each row. A string slice for
//! each would cost a pointer, which the loader of a program has to relocate.

use super::numbers::Numbers;
use crate::hash::{PerfectHash, Scheme};
use crate::int_type::IntType;
use crate::model::Row;

/// The bytes that the lookups of a row may cost beside its text: the slots with their codes, the
/// displacements and the places.
const BYTES_A_ROW: usize = 24;

/// Stands before and behind all names and messages, so that no slice begins at the string's beginning
/// or ends at its end. LLVM would treat these two cases apart in each lookup.
const PAD: &str = " ";

/// The order in which what is stored of the rows stands.
pub(super) enum Order {
    /// That of the slots, which is faster to look up, but larger if many slots are empty.
    Slots,
    /// That of the rows, with the row of each slot.
    Rows(Numbers),
}

impl Order {
    /// Returns the row at each place. Returns `None` for an empty slot.
    pub(super) fn rows(&self, hash: &PerfectHash, rows: usize) -> Vec<Option<usize>> {
        match self {
            Self::Slots => hash.slots.clone(),
            Self::Rows(_) => (0..rows).map(Some).collect(),
        }
    }
}

/// Names and messages.
pub(super) struct Strings {
    /// All names and messages, each message behind its name.
    pub(super) string: String,
    /// The start of each name and of its message, in turn, then the end of the last message.
    pub(super) starts: Numbers,
    pub(super) order: Order,
}

impl Strings {
    pub(super) fn new(
        rows: &[Row],
        names: &[String],
        hash: &PerfectHash,
        code_type: IntType,
    ) -> Self {
        let by_slot = Self::of(rows, names, hash, Order::Slots);
        let displacements = match &hash.scheme {
            Scheme::Direct => 0,
            Scheme::Displaced { displacements, .. } => {
                Numbers::new(displacements.iter().copied()).bytes()
            }
        };
        let slots = hash.slots.len() * code_type.bytes();
        if slots + displacements + by_slot.starts.bytes() <= BYTES_A_ROW * rows.len() {
            return by_slot;
        }
        let rows_of_slots = hash.slots.iter().map(|row| row.unwrap_or(0));
        let order = Order::Rows(Numbers::new(rows_of_slots));
        Self::of(rows, names, hash, order)
    }

    fn of(rows: &[Row], names: &[String], hash: &PerfectHash, order: Order) -> Self {
        let mut string = String::from(PAD);
        let mut starts = Vec::new();
        for row in order.rows(hash, rows.len()) {
            starts.push(string.len());
            string.extend(row.map(|row| &*names[row]));
            starts.push(string.len());
            string.extend(row.map(|row| &*rows[row].message));
        }
        starts.extend([string.len(); 2]); // once for each of a pair
        string.push_str(PAD);
        Self { string, starts: Numbers::new(starts), order }
    }
}
