//! The keys that the benchmarks look up: 4,096 of each kind, from a fixed sequence, so that they
//! are the same for each contender.

use std::collections::HashSet;

/// The number of keys in a pass.
pub(crate) const PASS: usize = 4096;

/// Returns random codes of the table, all equally likely.
pub(crate) fn uniform(codes: &[i32]) -> Vec<i32> {
    let mut random = Random::default();
    keys(|| random.pick(codes))
}

/// Returns the codes that a client meets: 80 % success, 15 % the five most common errors, and 5 %
/// any code of the table.
pub(crate) fn skewed(codes: &[i32]) -> Vec<i32> {
    const COMMON: [i32; 5] = [-1, 40001, 40013, 40029, 42001];
    let common: Vec<i32> = codes.iter().copied().filter(|code| COMMON.contains(code)).collect();
    let mut random = Random::default();
    keys(|| match random.below(100) {
        0..80 => 0,
        80..95 => random.pick(&common),
        _ => random.pick(codes),
    })
}

/// Returns numbers that are not codes, but differ from one by at most eight.
pub(crate) fn near(codes: &[i32]) -> Vec<i32> {
    let mut random = Random::default();
    misses(codes, || {
        let away = i32::try_from(random.below(17)).expect("at most 16") - 8;
        random.pick(codes) + away
    })
}

/// Returns random numbers that are not codes.
pub(crate) fn anywhere(codes: &[i32]) -> Vec<i32> {
    let mut random = Random::default();
    misses(codes, || {
        #[allow(clippy::cast_possible_truncation)] // any 32 bits will do
        let number = random.next() as i32;
        number
    })
}

/// Returns the elements of the table in order, over and over.
pub(crate) fn in_order<T: Copy>(table: &[T]) -> Vec<T> {
    table.iter().copied().cycle().take(PASS).collect()
}

/// Returns random elements of the table, all equally likely.
pub(crate) fn any_order<T: Copy>(table: &[T]) -> Vec<T> {
    let mut random = Random::default();
    keys(|| random.pick(table))
}

/// Returns random names with one letter changed.
pub(crate) fn misspelt(names: &[&'static str]) -> Vec<&'static str> {
    let mut random = Random::default();
    keys(|| {
        let mut name = random.pick(names).to_owned();
        let place = random.below(name.len());
        name.replace_range(place..=place, "#");
        &*name.leak()
    })
}

fn misses(codes: &[i32], mut key: impl FnMut() -> i32) -> Vec<i32> {
    let codes: HashSet<i32> = codes.iter().copied().collect();
    keys(|| {
        loop {
            let key = key();
            if !codes.contains(&key) {
                break key;
            }
        }
    })
}

fn keys<T>(mut key: impl FnMut() -> T) -> Vec<T> {
    std::iter::repeat_with(&mut key).take(PASS).collect()
}

/// The random number generator `SplitMix64`.
#[derive(Default)]
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a usize has at most 64 bits");
        usize::try_from(self.next() % bound).expect("less than the bound")
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}
