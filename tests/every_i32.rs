//! Compares `from_code` with the list of codes for all 2^32 numbers.

use std::thread;

use wechat_codes::ReturnCode;

/// Returns the codes of the table in ascending order, as a list beside it has them.
fn listed() -> Vec<i64> {
    include_str!("codes/return_code.txt").lines().map(|code| code.parse().expect(code)).collect()
}

/// Checks the numbers from `first` to `last` in steps of `step`, and all listed codes in this
/// range. Returns the number of variants found.
fn sweep(first: i64, last: i64, step: usize) -> usize {
    let listed_codes = listed();
    let mut expected = listed_codes.iter().copied().skip_while(|&code| code < first).peekable();
    let mut found = 0;
    let mut check = |code: i64, listed: bool| {
        let code = i32::try_from(code).expect("the sweep stays within i32");
        match ReturnCode::from_code(code) {
            Some(variant) => {
                assert!(listed, "{code} gives {variant:?}");
                assert_eq!(variant.code(), code);
                found += 1;
            }
            None => assert!(!listed, "{code} gives nothing"),
        }
    };
    for code in (first..=last).step_by(step) {
        while let Some(listed) = expected.next_if(|&listed| listed < code) {
            check(listed, true);
        }
        check(code, expected.next_if_eq(&code).is_some());
    }
    for listed in expected.take_while(|&listed| listed <= last) {
        check(listed, true);
    }
    found
}

#[test]
fn from_code_knows_the_listed_codes_and_no_other_i32() {
    // A sweep over all numbers takes a minute in a debug build, so there only a sample is checked
    // and, below, the numbers around the listed codes. .ci/run sweeps all numbers in release.
    let step = if cfg!(debug_assertions) { 1_009 } else { 1 };
    let (first, last) = (i64::from(i32::MIN), i64::from(i32::MAX));
    let found = thread::scope(|scope| {
        let lower = scope.spawn(|| sweep(first, -1, step));
        sweep(0, last, step) + lower.join().expect("the other half of the sweep")
    });
    assert_eq!(found, ReturnCode::COUNT);

    let near = listed().into_iter().flat_map(|code| code - 100..=code + 100);
    for code in near {
        sweep(code, code, 1);
    }
}
