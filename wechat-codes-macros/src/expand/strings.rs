//! How the texts of a table are stored.
//!
//! A large table has one string, with the places of each row. A slice for each row would cost a pointer,
//! which the loader of a program has to relocate. A small table has slices, which a lookup need not cut out.

use super::numbers::Numbers;
use crate::hash::{PerfectHash, Scheme};
use crate::int_type::IntType;
use crate::model::Row;

/// The most rows whose texts are stored as slices.
const MOST_SLICES: usize = 256;

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
pub(super) enum Strings {
    /// A slice for each.
    Slices,
    Joined {
        /// All names and messages, each message behind its name.
        string: String,
        /// The start of each name and of its message, in turn, then the end of the last message.
        starts: Numbers,
    },
}

/// Returns how the texts are stored, and in which order.
pub(super) fn stored(
    rows: &[Row],
    names: &[String],
    hash: &PerfectHash,
    code_type: IntType,
) -> (Order, Strings) {
    if rows.len() <= MOST_SLICES {
        return (Order::Slots, Strings::Slices);
    }
    let (string, starts) = joined(rows, names, hash, &Order::Slots);
    let displacements = match &hash.scheme {
        Scheme::Direct => 0,
        Scheme::Displaced { displacements, .. } => {
            Numbers::new(displacements.iter().copied()).bytes()
        }
    };
    let slots = hash.slots.len() * code_type.bytes();
    if slots + displacements + starts.bytes() <= BYTES_A_ROW * rows.len() {
        return (Order::Slots, Strings::Joined { string, starts });
    }
    let order = Order::Rows(Numbers::new(hash.slots.iter().map(|row| row.unwrap_or(0))));
    let (string, starts) = joined(rows, names, hash, &order);
    (order, Strings::Joined { string, starts })
}

/// Returns one string of all texts, and the places in it.
fn joined(rows: &[Row], names: &[String], hash: &PerfectHash, order: &Order) -> (String, Numbers) {
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
    (string, Numbers::new(starts))
}
