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

/// Names and messages.
pub(super) struct Strings {
    /// All names and messages, each message behind its name.
    pub(super) string: String,
    /// The start of each name and of its message, in turn, then the end of the last message.
    pub(super) starts: Numbers,
    pub(super) order: Order,
}

impl Strings {
    pub(super) fn new(rows: &[Row], hash: &PerfectHash, code_type: IntType) -> Self {
        let by_slot = Self::of(rows_in(&Order::Slots, rows, hash), Order::Slots);
        let displacements = match &hash.scheme {
            Scheme::Direct => 0,
            Scheme::Displaced { displacements, .. } => Numbers::new(&**displacements).bytes(),
        };
        let slots = hash.slots.len() * code_type.bytes();
        if slots + displacements + by_slot.starts.bytes() <= BYTES_A_ROW * rows.len() {
            return by_slot;
        }
        let rows_of_slots = hash.slots.iter().map(|row| row.unwrap_or(0));
        let order = Order::Rows(Numbers::new(rows_of_slots.collect::<Vec<_>>()));
        Self::of(rows_in(&order, rows, hash), order)
    }

    fn of(rows: Vec<Option<&Row>>, order: Order) -> Self {
        let mut string = String::from(PAD);
        let mut starts = Vec::new();
        for row in rows {
            starts.push(string.len());
            string.extend(row.map(|row| row.name.to_string()));
            starts.push(string.len());
            string.extend(row.map(|row| row.message.as_str()));
        }
        starts.extend([string.len(); 2]); // once for each of a pair
        string.push_str(PAD);
        Self { string, starts: Numbers::new(starts), order }
    }
}

/// Returns the row at each place; `None` for an empty slot.
pub(super) fn rows_in<'a>(
    order: &Order,
    rows: &'a [Row],
    hash: &PerfectHash,
) -> Vec<Option<&'a Row>> {
    match order {
        Order::Slots => hash.slots.iter().map(|row| row.map(|row| &rows[row])).collect(),
        Order::Rows(_) => rows.iter().map(Some).collect(),
    }
}
