//! `from_code` against the documentation's table, for all 2^32 codes.

use std::thread;

use wechat_codes::ReturnCode;

/// The documented codes, ascending.
fn documented() -> Vec<i64> {
    let rows = include_str!("official-accounts.tsv").lines().skip(1);
    let mut codes: Vec<i64> = rows
        .map(|row| row.split('\t').next().and_then(|code| code.parse().ok()).expect(row))
        .collect();
    codes.sort_unstable();
    codes
}

/// Checks the codes from `first` to `last` in steps, and those of the table among them; counts the
/// variants found.
fn sweep(first: i64, last: i64, step: usize) -> usize {
    let documented = documented();
    let mut expected = documented.iter().copied().skip_while(|&code| code < first).peekable();
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
fn from_code_knows_the_documented_codes_and_no_other_i32() {
    // All of them take a minute unoptimised, so there the sweep is a sample, and the codes around
    // the table's; .ci/run sweeps all in release.
    let step = if cfg!(debug_assertions) { 1_009 } else { 1 };
    let (first, last) = (i64::from(i32::MIN), i64::from(i32::MAX));
    let found = thread::scope(|scope| {
        let lower = scope.spawn(|| sweep(first, -1, step));
        sweep(0, last, step) + lower.join().expect("the other half of the sweep")
    });
    assert_eq!(found, 135);

    let near = documented().into_iter().flat_map(|code| code - 100..=code + 100);
    for code in near {
        sweep(code, code, 1);
    }
}
