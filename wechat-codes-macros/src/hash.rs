//! The perfect hash from code to slot: one multiplication, one displacement.
//!
//! A code is multiplied, wrapping at 64 bits. The product's top bits choose a bucket; the bits below
//! them, combined by XOR with the bucket's displacement, are the slot. The search finds a multiplier
//! and displacements that give every code of the table a slot of its own. It draws multipliers from
//! a fixed sequence, so the same codes always give the same hash.
//!
//! [`PerfectHash::slot`] is the definition; `expand` writes the same expression into the user's code.

use crate::check::Table;
use crate::errors::Errors;

/// Multipliers tried with a number of slots before that number is doubled.
const TRIES: usize = 32;
/// Times the number of slots is doubled before the search gives up.
const DOUBLINGS: u32 = 3;
/// Aimed at: more codes in a bucket make fewer displacements and a longer search.
const CODES_PER_BUCKET: usize = 3;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PerfectHash {
    pub(crate) multiplier: u64,
    /// The product, shifted right by this many bits, is the bucket.
    pub(crate) bucket_shift: u32,
    /// The product, shifted right by this many bits, ends in the slot before its displacement.
    pub(crate) slot_shift: u32,
    /// One for each bucket, each less than the number of slots.
    pub(crate) displacements: Vec<usize>,
    /// The index of the code that has the slot. Its length is a power of two, at least 2.
    pub(crate) slots: Vec<Option<usize>>,
}

/// The hash of a checked table's codes; without one, the error is pushed.
pub(crate) fn search_table(table: &Table, errors: &mut Errors) -> Option<PerfectHash> {
    let codes: Vec<u64> = table.rows.iter().map(|row| key(row.code)).collect();
    let hash = search(&codes);
    if hash.is_none() {
        errors.at(
            &table.ident,
            format_args!(
                "no perfect hash was found for the {} codes of this table; that is a limit of \
                 wechat-codes, not a mistake of yours: please report the table",
                codes.len(),
            ),
        );
    }
    hash
}

/// What a code is hashed as: the same bits as `code as u64` gives in the user's code.
fn key(code: i128) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the wrap is what `as` does
    let key = code as u64;
    key
}

/// Finds a perfect hash of distinct codes, or gives up after a fixed number of tries.
fn search(codes: &[u64]) -> Option<PerfectHash> {
    search_with(TRIES, codes)
}

fn search_with(tries: usize, codes: &[u64]) -> Option<PerfectHash> {
    let slot_bits = bits_for(codes.len());
    let bucket_bits = bits_for(codes.len() / CODES_PER_BUCKET);
    let mut multipliers = Multipliers(0);
    (0..=DOUBLINGS).find_map(|doubled| {
        (0..tries).find_map(|_| {
            let hash = PerfectHash::undisplaced(
                multipliers.draw(),
                bucket_bits + doubled,
                slot_bits + doubled,
            );
            hash.place(codes)
        })
    })
}

/// The least number of bits, at least 1, that count `n` things.
fn bits_for(n: usize) -> u32 {
    n.next_power_of_two().trailing_zeros().max(1)
}

impl PerfectHash {
    fn undisplaced(multiplier: u64, bucket_bits: u32, slot_bits: u32) -> Self {
        Self {
            multiplier,
            bucket_shift: u64::BITS - bucket_bits,
            slot_shift: u64::BITS - bucket_bits - slot_bits,
            displacements: vec![0; 1 << bucket_bits],
            slots: vec![None; 1 << slot_bits],
        }
    }

    /// The bucket of a code, and its slot before the bucket's displacement.
    fn bucket_and_base(&self, code: u64) -> (usize, usize) {
        let product = code.wrapping_mul(self.multiplier);
        let mask = self.slots.len() - 1;
        (to_index(product >> self.bucket_shift), to_index(product >> self.slot_shift) & mask)
    }

    /// The slot of a code; of a code that is not in the table, any slot.
    #[cfg(test)]
    fn slot(&self, code: u64) -> usize {
        let (bucket, base) = self.bucket_and_base(code);
        base ^ self.displacements[bucket]
    }

    /// Displaces the buckets, the fullest first, so that no two codes share a slot.
    fn place(mut self, codes: &[u64]) -> Option<Self> {
        let mut buckets = vec![Vec::new(); self.displacements.len()];
        for (index, &code) in codes.iter().enumerate() {
            let (bucket, base) = self.bucket_and_base(code);
            buckets[bucket].push((base, index));
        }
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));

        let mut first_free = 0;
        let mut last_found = 0;
        for bucket in order {
            let displacement = match buckets[bucket].as_mut_slice() {
                [] => break,
                // A lone code fits into any free slot, so it need not search for one.
                [(base, _)] => {
                    while self.slots[first_free].is_some() {
                        first_free += 1;
                    }
                    *base ^ first_free
                }
                members => {
                    members.sort_unstable();
                    if members.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                        return None; // no displacement parts them
                    }
                    // From where the last search ended: codes in regular steps have buckets that
                    // are alike, and fill the displacements tried so far alike.
                    let slots = self.slots.len();
                    last_found = (last_found..slots).chain(0..last_found).find(|displacement| {
                        members.iter().all(|(base, _)| self.slots[base ^ displacement].is_none())
                    })?;
                    last_found
                }
            };
            self.displacements[bucket] = displacement;
            for &(base, index) in &buckets[bucket] {
                self.slots[base ^ displacement] = Some(index);
            }
        }
        Some(self)
    }
}

/// A product's low bits as an index; tables have far fewer slots than `usize` counts.
fn to_index(bits: u64) -> usize {
    #[allow(clippy::cast_possible_truncation)] // the user's code truncates alike, then masks
    let index = bits as usize;
    index
}

/// An endless, fixed sequence of odd numbers with well-mixed bits (`SplitMix64`).
struct Multipliers(u64);

impl Multipliers {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) | 1
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::iter;

    use proptest::prelude::*;

    use super::{Multipliers, PerfectHash, key, search, search_with};

    /// Each code has a slot of its own, and the slot knows it.
    fn assert_perfect(codes: &[u64], hash: &PerfectHash) {
        for (index, &code) in codes.iter().enumerate() {
            assert_eq!(hash.slots[hash.slot(code)], Some(index), "{code}");
        }
        assert_eq!(hash.slots.iter().flatten().count(), codes.len());
        assert!(hash.slots.len().is_power_of_two() && hash.slots.len() >= 2);
        assert!(hash.displacements.iter().all(|&displacement| displacement < hash.slots.len()));
    }

    fn assert_found(codes: impl IntoIterator<Item = i128>) {
        let codes: Vec<u64> = codes.into_iter().map(key).collect();
        let hash = search(&codes).unwrap_or_else(|| panic!("no hash of {} codes", codes.len()));
        assert_perfect(&codes, &hash);
        assert!(
            hash.slots.len() <= 2 * codes.len().next_power_of_two().max(2),
            "{} slots for {} codes",
            hash.slots.len(),
            codes.len(),
        );
    }

    #[test]
    fn small_tables() {
        assert_found([0]);
        assert_found([-1]);
        assert_found([i128::from(u64::MAX)]);
        assert_found([-1, 0]);
        assert_found([-1, 0, 40_013]);
        assert_found([i64::MIN.into(), -1, 0, 1, i64::MAX.into()]);
    }

    #[test]
    fn every_number_of_rows_dense() {
        for rows in 1..=1_100 {
            assert_found(0..rows);
        }
    }

    #[test]
    fn whole_integer_types() {
        assert_found(i8::MIN.into()..=i8::MAX.into());
        assert_found(u16::MIN.into()..=u16::MAX.into());
    }

    #[test]
    fn codes_in_steps_and_in_high_bits_only() {
        for step in [2, 3, 10, 100, 1_000, 1 << 16, 0x9e37_79b9] {
            assert_found((0..3_000).map(|i| i * step));
        }
        for shift in [20, 32, 40, 48, 52] {
            assert_found((0..1 << 12).map(|i| i << shift));
        }
        assert_found((0..64).map(|bit| 1 << bit));
        assert_found(
            (0..64)
                .flat_map(|bit| [1 << bit, 3 << bit])
                .collect::<BTreeSet<_>>()
                .into_iter()
                .filter(|&code| code <= i128::from(u64::MAX)),
        );
    }

    #[test]
    fn a_hundred_thousand_codes() {
        assert_found((0..100_000).map(|i| 40_000 + i));
        // Spread over all of u64.
        assert_found(
            iter::successors(Some(1_u64), |x| Some(x.wrapping_mul(6_364_136_223_846_793_005) + 1))
                .take(100_000)
                .map(i128::from),
        );
    }

    #[test]
    fn the_same_codes_give_the_same_hash() {
        let codes: Vec<u64> = (0..500).map(|i| i * i).collect();
        assert_eq!(search(&codes), search(&codes));
    }

    /// Where one multiplier is not enough, a larger table must do.
    #[test]
    fn the_slots_are_doubled_where_all_tries_fail() {
        let doubled = (1..200_u64).map(|step| {
            let codes: Vec<u64> = (0..64).map(|i| i * i * step).collect();
            let hash = search_with(1, &codes).expect("a hash with more slots");
            assert_perfect(&codes, &hash);
            hash.slots.len() > 64
        });
        assert!(doubled.collect::<BTreeSet<_>>().len() == 2, "both happened");
    }

    /// The check step lets no such table through; the search must end all the same.
    #[test]
    fn one_code_twice_gives_none() {
        assert_eq!(search(&[7, 7]), None);
        let mut codes: Vec<u64> = (0..10_000).collect();
        codes.push(5_000);
        assert_eq!(search(&codes), None);
    }

    fn codes_of_any_repr() -> impl Strategy<Value = BTreeSet<i128>> {
        let codes = prop_oneof![
            any::<i8>().prop_map(i128::from).boxed(),
            any::<u16>().prop_map(i128::from).boxed(),
            any::<i32>().prop_map(i128::from).boxed(),
            any::<i64>().prop_map(i128::from).boxed(),
            any::<u64>().prop_map(i128::from).boxed(),
            (39_000_i128..50_000).boxed(),
        ];
        // A set of signed and unsigned codes could hold two that are one as u64.
        (any::<bool>(), prop::collection::btree_set(codes, 1..2_000)).prop_map(|(signed, set)| {
            set.into_iter()
                .filter(|&code| if signed { i64::try_from(code).is_ok() } else { code >= 0 })
                .chain(iter::once(0))
                .collect()
        })
    }

    proptest! {
        #[test]
        fn any_codes_have_a_hash(codes in codes_of_any_repr()) {
            assert_found(codes);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(8))]

        #[test]
        fn any_large_table_has_a_hash(
            seed: u64,
            rows in prop_oneof![Just(65_536_usize), 50_000..=100_000_usize],
            bits in 17..=64_u32,
            shift in 0..48_u32,
        ) {
            // Random codes of that many bits, somewhere in u64.
            let shift = shift.min(64 - bits);
            let mut random = Multipliers(seed);
            let mut codes = BTreeSet::new();
            while codes.len() < rows {
                codes.insert(i128::from(random.draw() >> (64 - bits) << shift));
            }
            assert_found(codes);
        }

        #[test]
        fn any_large_progression_has_a_hash(seed: u64, step: u64, rows in 50_000..=100_000_u64) {
            // An odd step visits every u64 once before it repeats.
            let codes = (0..rows).map(|i| seed.wrapping_add(i.wrapping_mul(step | 1)));
            assert_found(codes.map(i128::from));
        }
    }
}
