//! The prebuilt table against a copy of the documentation's.

use std::collections::BTreeSet;

use wechat_codes::ReturnCode;

struct Row {
    code: i32,
    name: &'static str,
    message: &'static str,
}

fn documented() -> Vec<Row> {
    let rows = include_str!("official-accounts.tsv").lines().skip(1);
    rows.map(|line| {
        let mut fields = line.split('\t');
        let mut field = || fields.next().expect(line);
        Row { code: field().parse().expect(line), name: field(), message: field() }
    })
    .collect()
}

#[test]
fn every_documented_row_is_in_the_table() {
    let rows = documented();
    assert_eq!(rows.len(), 135);
    for Row { code, name, message } in rows {
        let variant = ReturnCode::from_code(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!(variant.code(), code);
        assert_eq!(variant as i32, code);
        assert_eq!(variant.name(), name, "{code}");
        assert_eq!(variant.message(), message, "{code}");
        assert_eq!(ReturnCode::from_name(name), Some(variant), "{code}");
    }
}

#[test]
fn every_row_of_the_table_is_documented_in_the_same_order() {
    let table: Vec<_> = ReturnCode::iter().map(|c| (c.code(), c.name(), c.message())).collect();
    let documented: Vec<_> = documented().iter().map(|r| (r.code, r.name, r.message)).collect();
    assert_eq!(table, documented);
    assert_eq!(ReturnCode::COUNT, documented.len());
}

#[test]
fn a_variant_is_found_by_no_name_but_its_own() {
    for name in ["", "invalidappid", "InvalidAppI", "InvalidAppIdd", "40013", "Invalid App ID"] {
        assert_eq!(ReturnCode::from_name(name), None, "{name}");
    }
}

/// The codes for which a predicate holds.
fn codes(predicate: fn(ReturnCode) -> bool) -> BTreeSet<i32> {
    ReturnCode::iter().filter(|&code| predicate(code)).map(ReturnCode::code).collect()
}

#[test]
fn predicates_hold_for_their_codes_and_no_others() {
    assert_eq!(codes(ReturnCode::is_success), [0].into());
    assert_eq!(codes(ReturnCode::is_transient), [-1, 61450, 9_001_002].into());
    assert_eq!(codes(ReturnCode::needs_new_access_token), [40001, 40014, 42001].into());
    assert_eq!(codes(ReturnCode::is_rate_limited), [45009].into());
}

#[test]
fn predicates_are_const() {
    const ALL: [bool; 4] = [
        ReturnCode::Success.is_success(),
        ReturnCode::SystemBusy.is_transient(),
        ReturnCode::AccessTokenExpired.needs_new_access_token(),
        ReturnCode::InterfaceCallsOverLimit.is_rate_limited(),
    ];
    assert_eq!(ALL, [true; 4]);
}
