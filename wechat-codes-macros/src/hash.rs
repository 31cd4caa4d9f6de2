//! The perfect hash from code to slot: one multiplication and, in all but small tables, one
//! displacement.
//!
//! A code is multiplied, wrapping. In a direct hash the product's top bits are the slot. In a displaced
//! hash, these bits are combined by XOR with the displacement of a bucket, which other bits of the
//! product choose. The search draws multipliers from a fixed sequence until every code of the table has
//! a slot of its own, so the same codes always give the same hash.
//!
//! [`PerfectHash::slot`] is the definition; `expand::lookups` writes the same expression into the
//! user's code.

use crate::int_type::IntType;

/// The most codes for which a direct hash is sought. A direct hash is faster, but takes more slots.
const DIRECT_CODES: usize = 256;
/// Slots for each code that a direct hash may take.
const DIRECT_SLOTS: usize = 4;
/// Multipliers tried with a number of slots of a direct hash. Most fail within a few codes.
const DIRECT_TRIES: usize = 4096;
/// Multipliers tried with a number of slots of a displaced hash before that number is doubled.
const DISPLACED_TRIES: usize = 32;
/// Times the number of slots is doubled before the search gives up.
const DOUBLINGS: u32 = 3;
/// Codes for each bucket: more make fewer displacements and a longer search.
const CODES_PER_BUCKET: usize = 3;
/// Displacements below this are tried first: an array of bytes has a better place in the cache.
const NARROW: usize = 256;
/// More slots than this are divided into parts.
pub(crate) const MOST_SLOTS_IN_ONE: usize = 2048;
pub(crate) const SLOTS_OF_A_PART: usize = 512;

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PerfectHash {
    /// The type of the product.
    pub(crate) word: Word,
    pub(crate) multiplier: u64,
    /// The product, shifted right by this many bits, ends in the slot before its displacement.
    pub(crate) slot_shift: u32,
    pub(crate) scheme: Scheme,
    /// The index of the code that has the slot. The length is a power of two, at least 2.
    pub(crate) slots: Vec<Option<usize>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Direct,
    Displaced {
        /// The product, shifted right by this many bits, ends in the bucket.
        bucket_shift: u32,
        /// One for each bucket, each less than the number of slots. The number of buckets is a power of
        /// two.
        displacements: Vec<usize>,
    },
}

/// The unsigned type in which codes are hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    U32,
    U64,
}

impl Word {
    pub(crate) fn of(code_type: IntType) -> Self {
        match code_type {
            IntType::I64 | IntType::U64 => Self::U64,
            _ => Self::U32,
        }
    }

    pub(crate) fn int_type(self) -> IntType {
        match self {
            Self::U32 => IntType::U32,
            Self::U64 => IntType::U64,
        }
    }

    fn bits(self) -> u32 {
        match self {
            Self::U32 => u32::BITS,
            Self::U64 => u64::BITS,
        }
    }

    /// Cuts a number to the bits of this type.
    fn cut(self, number: u64) -> u64 {
        number & (u64::MAX >> (u64::BITS - self.bits()))
    }
}

/// Finds a perfect hash of the distinct codes of a table, or gives up after a fixed number of tries.
pub(crate) fn search_table(
    code_type: IntType,
    codes: impl Iterator<Item = i128>,
) -> Option<PerfectHash> {
    let word = Word::of(code_type);
    let codes: Vec<u64> = codes.map(|code| key(word, code)).collect();
    search(word, &codes)
}

/// Returns the word that is hashed: the same bits as `code as u32` or `code as u64` gives in the user's
/// code.
fn key(word: Word, code: i128) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the wrap is what `as` does
    let key = code as u64;
    word.cut(key)
}

fn search(word: Word, codes: &[u64]) -> Option<PerfectHash> {
    search_direct(word, codes).or_else(|| search_displaced(word, DISPLACED_TRIES, codes))
}

fn search_direct(word: Word, codes: &[u64]) -> Option<PerfectHash> {
    if codes.len() > DIRECT_CODES {
        return None;
    }
    let least_bits = bits_for(codes.len());
    let most_bits = (DIRECT_SLOTS * codes.len()).ilog2();
    let mut multipliers = Multipliers::new(word);
    (least_bits..=most_bits).find_map(|slot_bits| {
        let slot_shift = word.bits() - slot_bits;
        // The number of the last try that used each slot. Comparing it with the current try avoids
        // clearing the array.
        let mut used_in = vec![0; 1 << slot_bits];
        (1..=DIRECT_TRIES).find_map(|this_try| {
            let multiplier = multipliers.draw();
            let slot = |code: u64| to_index(word.cut(code.wrapping_mul(multiplier)) >> slot_shift);
            let is_used =
                |&code: &u64| std::mem::replace(&mut used_in[slot(code)], this_try) == this_try;
            if codes.iter().any(is_used) {
                return None;
            }
            let mut slots = vec![None; 1 << slot_bits];
            for (index, &code) in codes.iter().enumerate() {
                slots[slot(code)] = Some(index);
            }
            Some(PerfectHash { word, multiplier, slot_shift, scheme: Scheme::Direct, slots })
        })
    })
}

fn search_displaced(word: Word, tries: usize, codes: &[u64]) -> Option<PerfectHash> {
    let bucket_bits = bits_for(codes.len() / CODES_PER_BUCKET);
    let mut slot_bits = bits_for(codes.len());
    if word == Word::U32 && 1 << slot_bits > MOST_SLOTS_IN_ONE && codes.len() > 3 << (slot_bits - 2)
    {
        slot_bits += 1; // else some part would have more codes than slots
    }
    let mut multipliers = Multipliers::new(Word::U64);
    (0..=DOUBLINGS).find_map(|doubled| {
        (0..tries).find_map(|_| {
            let (bucket_bits, slot_bits) = (bucket_bits + doubled, slot_bits + doubled);
            Placement::new(word, multipliers.draw(), bucket_bits, slot_bits).place(codes)
        })
    })
}

/// Returns the least number of bits, at least 1, that count `n` things.
fn bits_for(n: usize) -> u32 {
    n.next_power_of_two().trailing_zeros().max(1)
}

impl PerfectHash {
    /// Returns the slot of a code; for a code that is not in the table, any slot.
    #[cfg(test)]
    fn slot(&self, code: u64) -> usize {
        let product = self.word.cut(code.wrapping_mul(self.multiplier));
        let base = to_index(product >> self.slot_shift) & (self.slots.len() - 1);
        match &self.scheme {
            Scheme::Direct => base,
            Scheme::Displaced { bucket_shift, displacements } => {
                let bucket = to_index(product >> bucket_shift) & (displacements.len() - 1);
                base ^ displacements[bucket]
            }
        }
    }

    /// Returns a number that all displacements are less than. If it is the number of slots of a part,
    /// the product alone tells the part.
    pub(crate) fn displacement_limit(&self) -> usize {
        displacement_limit(self.slot_shift, self.slots.len())
    }
}

fn displacement_limit(slot_shift: u32, slots: usize) -> usize {
    // The top bits of the product depend on all bits of the code.
    let base_is_well_mixed = u64::BITS - slot_shift == slots.trailing_zeros();
    if base_is_well_mixed && slots > MOST_SLOTS_IN_ONE { SLOTS_OF_A_PART } else { slots }
}

/// A displaced hash while its codes are being placed.
struct Placement {
    multiplier: u64,
    slot_shift: u32,
    bucket_shift: u32,
    displacements: Vec<usize>,
    slots: Vec<Option<usize>>,
}

impl Placement {
    fn new(word: Word, multiplier: u64, bucket_bits: u32, slot_bits: u32) -> Self {
        let (slot_shift, bucket_shift) = match word {
            // The top bits of the product, and those of its lower half, into which such a code mixes
            // well enough: neither takes a mask.
            Word::U32 => (u64::BITS - slot_bits, u32::BITS - bucket_bits),
            // The top bits are the bucket: if the codes differ in few bits, the bucket must have them.
            Word::U64 => (u64::BITS - bucket_bits - slot_bits, u64::BITS - bucket_bits),
        };
        Self {
            multiplier,
            slot_shift,
            bucket_shift,
            displacements: vec![0; 1 << bucket_bits],
            slots: vec![None; 1 << slot_bits],
        }
    }

    /// Returns the slot of a code before its displacement.
    fn base(&self, code: u64) -> usize {
        to_index(code.wrapping_mul(self.multiplier) >> self.slot_shift) & (self.slots.len() - 1)
    }

    fn bucket(&self, code: u64) -> usize {
        let shifted = code.wrapping_mul(self.multiplier) >> self.bucket_shift;
        to_index(shifted) & (self.displacements.len() - 1)
    }

    /// Displaces the buckets, the fullest first, so that no two codes share a slot.
    fn place(mut self, codes: &[u64]) -> Option<PerfectHash> {
        let mut buckets = vec![Vec::new(); self.displacements.len()];
        for (index, &code) in codes.iter().enumerate() {
            buckets[self.bucket(code)].push((self.base(code), index));
        }
        let mut order: Vec<usize> = (0..buckets.len()).collect();
        order.sort_by_key(|&bucket| std::cmp::Reverse(buckets[bucket].len()));

        let limit = displacement_limit(self.slot_shift, self.slots.len());
        let narrow = limit.min(NARROW);
        let mut last_found = narrow;
        let mut first_free = 0;
        for bucket in order {
            let members = buckets[bucket].as_mut_slice();
            if members.is_empty() {
                break;
            }
            members.sort_unstable();
            if members.windows(2).any(|pair| pair[0].0 == pair[1].0) {
                return None; // no displacement parts two equal bases
            }
            let fits = |&displacement: &usize| {
                members.iter().all(|(base, _)| self.slots[base ^ displacement].is_none())
            };
            let displacement = match ((0..narrow).find(fits), &*members) {
                (Some(displacement), _) => displacement,
                // A lone code fits into any free slot, so it need not search for one.
                (None, [(base, _)]) if limit == self.slots.len() => {
                    while self.slots[first_free].is_some() {
                        first_free += 1;
                    }
                    *base ^ first_free
                }
                // Starts at the end of the last search. Codes in regular steps have similar buckets, so
                // the displacements tried so far are taken for this bucket too.
                (None, _) => {
                    last_found = (last_found..limit).chain(narrow..last_found).find(fits)?;
                    last_found
                }
            };
            self.displacements[bucket] = displacement;
            for &(base, index) in &*members {
                self.slots[base ^ displacement] = Some(index);
            }
        }
        let Self { multiplier, slot_shift, bucket_shift, displacements, slots } = self;
        let scheme = Scheme::Displaced { bucket_shift, displacements };
        Some(PerfectHash { word: Word::U64, multiplier, slot_shift, scheme, slots })
    }
}

/// Converts a product's low bits to an index; tables have far fewer slots than `usize` counts.
fn to_index(bits: u64) -> usize {
    #[allow(clippy::cast_possible_truncation)] // the user's code truncates alike, then masks
    let index = bits as usize;
    index
}

/// An endless, fixed sequence of odd words with well-mixed bits (`SplitMix64`).
struct Multipliers {
    state: u64,
    surplus_bits: u32,
}

impl Multipliers {
    fn new(word: Word) -> Self {
        Self { state: 0, surplus_bits: u64::BITS - word.bits() }
    }

    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) >> self.surplus_bits) | 1
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::iter;

    use proptest::prelude::*;

    use super::{Multipliers, PerfectHash, Scheme, Word, key, search, search_displaced};
    use crate::int_type::IntType;

    /// Each code has a slot of its own, and the slot knows it.
    fn assert_perfect(codes: &[u64], hash: &PerfectHash) {
        for (index, &code) in codes.iter().enumerate() {
            assert_eq!(hash.slots[hash.slot(code)], Some(index), "{code}");
        }
        assert_eq!(hash.slots.iter().flatten().count(), codes.len());
        assert!(hash.slots.len().is_power_of_two() && hash.slots.len() >= 2);
        if let Scheme::Displaced { displacements, .. } = &hash.scheme {
            assert!(displacements.iter().all(|&displacement| displacement < hash.slots.len()));
        }
    }

    fn assert_found(codes: impl IntoIterator<Item = i128>) {
        let codes: Vec<i128> = codes.into_iter().collect();
        let fit = |int: IntType| codes.iter().all(|&code| int.contains(code));
        if fit(IntType::I32) || fit(IntType::U32) {
            assert_found_in(Word::U32, &codes);
        }
        assert_found_in(Word::U64, &codes);
    }

    fn assert_found_in(word: Word, codes: &[i128]) {
        let codes: Vec<u64> = codes.iter().map(|&code| key(word, code)).collect();
        let hash = search(word, &codes).unwrap_or_else(|| panic!("none for {} codes", codes.len()));
        assert_perfect(&codes, &hash);
        let slots = hash.slots.len();
        let most = 4 * codes.len().max(1);
        assert!(slots <= most, "{slots} slots for {} codes", codes.len());
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

    /// The tables that a direct hash is for: small ones, of codes in runs.
    #[test]
    fn a_small_table_of_codes_in_runs_has_a_direct_hash() {
        let documented =
            [-1..=0, 40_001..=40_033, 42_001..=42_003, 65_301..=65_317, 9_001_001..=9_001_036];
        let codes: Vec<u64> =
            documented.into_iter().flatten().map(|code| key(Word::U32, code)).collect();
        let hash = search(Word::U32, &codes).expect("a hash");
        assert_perfect(&codes, &hash);
        assert_eq!(hash.scheme, Scheme::Direct);
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
        assert_eq!(search(Word::U64, &codes), search(Word::U64, &codes));
    }

    /// If one multiplier is not enough, more slots must be.
    #[test]
    fn the_slots_are_doubled_if_all_tries_fail() {
        let doubled = (1..200_u64).map(|step| {
            let codes: Vec<u64> = (0..64).map(|i| i * i * step).collect();
            let hash = search_displaced(Word::U64, 1, &codes).expect("a hash with more slots");
            assert_perfect(&codes, &hash);
            hash.slots.len() > 64
        });
        assert!(doubled.collect::<BTreeSet<_>>().len() == 2, "both happened");
    }

    /// The check step lets no such table through; the search must end all the same.
    #[test]
    fn one_code_twice_gives_none() {
        assert_eq!(search(Word::U32, &[7, 7]), None);
        let mut codes: Vec<u64> = (0..10_000).collect();
        codes.push(5_000);
        assert_eq!(search(Word::U32, &codes), None);
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
            let mut random = Multipliers { state: seed, surplus_bits: 0 };
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
