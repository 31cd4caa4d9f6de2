//! The keys that the benchmarks look up: 4,096 of each kind, from a fixed sequence, so that they
//! are the same for each contender.

use std::collections::HashSet;
use std::iter::repeat_with;

use fastrand::Rng;

/// The number of keys in a pass.
pub(crate) const PASS: usize = 4096;

/// Returns random elements of the table, all equally likely.
pub(crate) fn any_order<T: Copy>(table: &[T]) -> Vec<T> {
    keys(|random| pick(random, table))
}

/// Returns the codes that a client meets: 80 % success, 15 % the five most common errors, and 5 %
/// any code of the table.
pub(crate) fn skewed(codes: &[i32]) -> Vec<i32> {
    keys(|random| match random.u8(0..100) {
        0..80 => 0,
        80..95 => pick(random, &[-1, 40001, 40013, 40029, 42001]),
        _ => pick(random, codes),
    })
}

/// Returns numbers that are not codes, but differ from one by at most eight.
pub(crate) fn near(codes: &[i32]) -> Vec<i32> {
    misses(codes, |random| pick(random, codes) + random.i32(-8..=8))
}

/// Returns random numbers that are not codes.
pub(crate) fn anywhere(codes: &[i32]) -> Vec<i32> {
    misses(codes, |random| random.i32(..))
}

/// Returns random names with one letter changed.
pub(crate) fn misspelt(names: &[&'static str]) -> Vec<&'static str> {
    keys(|random| {
        let mut name = pick(random, names).to_owned();
        let place = random.usize(..name.len());
        name.replace_range(place..=place, "#");
        &*name.leak()
    })
}

fn misses(codes: &[i32], mut key: impl FnMut(&mut Rng) -> i32) -> Vec<i32> {
    let codes: HashSet<i32> = codes.iter().copied().collect();
    keys(|random| repeat_with(|| key(random)).find(|key| !codes.contains(key)).expect("endless"))
}

fn keys<T>(mut key: impl FnMut(&mut Rng) -> T) -> Vec<T> {
    let mut random = Rng::with_seed(1);
    repeat_with(|| key(&mut random)).take(PASS).collect()
}

fn pick<T: Copy>(random: &mut Rng, from: &[T]) -> T {
    from[random.usize(..from.len())]
}
