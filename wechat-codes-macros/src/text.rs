//! How a table's names and messages are stored: in one string, with a place for each row. A string
//! slice for each would cost a pointer, which the loader of a program has to relocate.

use crate::check::Row;
use crate::hash::PerfectHash;
use crate::numbers::Numbers;
use crate::repr::Repr;

/// What the lookups of a row may cost beside its text: the slots with their codes, the displacements
/// and the places.
const BYTES_A_ROW: usize = 24;

/// Stands before and behind all names and messages: a slice of a string from its beginning or to its
/// end is a case of its own, which LLVM then rules out in a small table.
const PAD: &str = " ";

pub(crate) struct Text {
    /// All names and messages, each message behind its name.
    pub(crate) string: String,
    /// Where each name starts and where its message does, in turn, then where the last message ends.
    pub(crate) starts: Numbers,
    /// The row of each slot, where names and messages stand in the order of the rows; else they stand
    /// in that of the slots, which is faster to look up and, where many slots are empty, larger.
    pub(crate) rows_of_slots: Option<Numbers>,
}

impl Text {
    pub(crate) fn new(rows: &[Row], hash: &PerfectHash, repr: Repr) -> Self {
        let by_slot = Self::of(hash.slots.iter().map(|row| row.map(|row| &rows[row])));
        let displacements = Numbers::new(&*hash.displacements).bytes();
        let slots = hash.slots.len() * repr.bytes();
        if slots + displacements + by_slot.starts.bytes() <= BYTES_A_ROW * rows.len() {
            return by_slot;
        }
        let rows_of_slots = hash.slots.iter().map(|row| row.unwrap_or(0));
        Self {
            rows_of_slots: Some(Numbers::new(rows_of_slots.collect::<Vec<_>>())),
            ..Self::of(rows.iter().map(Some))
        }
    }

    fn of<'a>(rows: impl Iterator<Item = Option<&'a Row>>) -> Self {
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
        Self { string, starts: Numbers::new(starts), rows_of_slots: None }
    }
}
