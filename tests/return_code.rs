//! Compares the prebuilt table with a copy of the documentation's table.

use std::collections::BTreeSet;

use wechat_codes::{Remedy, ReturnCode};

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
fn the_codes_ascend() {
    assert!(ReturnCode::iter().is_sorted());
    assert!(ReturnCode::COUNT > documented().len());
}

#[test]
fn a_variant_is_found_by_no_name_but_its_own() {
    for name in ["", "invalidappid", "InvalidAppI", "InvalidAppIdd", "40013", "Invalid App ID"] {
        assert_eq!(ReturnCode::from_name(name), None, "{name}");
    }
}

/// Returns the codes of a remedy.
fn codes(remedy: Remedy) -> BTreeSet<i32> {
    let rows = ReturnCode::iter().filter(|code| code.remedy() == Some(remedy));
    rows.map(ReturnCode::code).collect()
}

#[test]
fn a_client_acts_by_itself_on_these_codes_alone() {
    assert_eq!(codes(Remedy::RenewToken), [40001, 40014, 42001].into());
    assert!(codes(Remedy::Retry).is_superset(&[-1, 61450, 9_001_002].into()));
    assert!(codes(Remedy::WaitForQuota).contains(&45009));
}

#[test]
fn every_row_has_chinese_and_every_failure_a_remedy() {
    for code in ReturnCode::iter() {
        assert!(code.message_zh().is_some(), "{code:?}");
        assert_eq!(code.remedy().is_none(), code.is_success(), "{code:?}");
    }
    assert_eq!(ReturnCode::iter().filter(|code| code.is_success()).count(), 1);
}

#[test]
fn notes_are_const() {
    const NOTES: (Option<&str>, Option<Remedy>, bool) = (
        ReturnCode::SystemBusy.message_zh(),
        ReturnCode::SystemBusy.remedy(),
        ReturnCode::Success.is_success(),
    );
    assert_eq!(NOTES, (Some("系统繁忙"), Some(Remedy::Retry), true));
}
