//! The rules. One pass finds every error of a table, and makes a table of the good rows that can no
//! longer be wrong.

mod attributes;
mod collisions;
mod notes;
mod parents;
mod picks;
mod rows;
mod spreads;

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::model::{Notes, Row, Table};
use crate::resolve::{Resolved, ResolvedItem};
use crate::syntax::{self, Attribute};
use collisions::Collisions;
use rows::Checked;
use spreads::Spreads;

/// Checks a table. If no good row is left, the table gets a placeholder: the code that uses the enum and
/// its API then compiles, and the errors of the table stand alone.
pub(crate) fn check(resolved: Resolved, errors: &mut Errors) -> Table {
    let Resolved { krate, attrs, vis, ident, items, has_missing_items } = resolved;
    let code_type = attributes::code_type(&attrs, &items, errors);
    let has_items = has_missing_items || !items.is_empty();
    if !has_items {
        errors.at(
            &ident,
            format_args!(
                "`{ident}` has no rows; write one such as `40013 => InvalidAppId: \"Invalid App ID\"`"
            ),
        );
    }

    // The spreads come first. If an own row collides with one of theirs, the mistake is in the own row,
    // be it before or after the spread.
    let mut collisions = Collisions::default();
    let overridden: HashSet<i128> = items.iter().filter_map(overridden_code).collect();
    let mut spreads = Spreads { code_type, overridden: &overridden, brought: HashSet::new() };
    let mut parents = Vec::new();
    let mut places = Vec::new();
    let mut is_incomplete = has_missing_items || !has_items;
    for item in items {
        places.push(match item {
            ResolvedItem::Row(row) => Place::Own(row),
            ResolvedItem::Spread(spread) => {
                let added = spreads.add(&spread, &mut collisions, errors);
                is_incomplete |= added.is_incomplete;
                parents.push(spread);
                Place::Rows(added.rows)
            }
        });
    }
    let brought = spreads.brought;

    let mut own_rows_are_missing = has_missing_items;
    let mut replacements = HashMap::new();
    let mut rows = Vec::new();
    for place in places {
        match place {
            Place::Rows(new_rows) => rows.extend(new_rows),
            Place::Own(row) => {
                let is_override = row.override_token.is_some();
                match rows::check(row, code_type, &mut collisions, errors) {
                    None => own_rows_are_missing = true,
                    Some(Checked { row, is_row_of_spread })
                        if is_row_of_spread || is_override && brought.contains(&row.code) =>
                    {
                        replacements.insert(row.code, row);
                    }
                    Some(Checked { row, .. }) => rows.push(row),
                }
            }
        }
    }
    is_incomplete |= own_rows_are_missing;
    let mut rows: Vec<Row> = rows
        .into_iter()
        .filter_map(|row| match replacements.remove(&row.code) {
            Some(own) => Some(Row { notes: own.notes.or(row.notes), ..own }),
            // The row of a spread stays if its `override` row has an error, but not beside another row
            // of its name.
            None if brought.contains(&row.code) => {
                collisions.name_is_free(&row.name.to_string(), row.code).then_some(row)
            }
            None => Some(row),
        })
        .collect();

    let parents = parents::parents(&rows, parents, own_rows_are_missing, &overridden);
    let is_placeholder = rows.is_empty();
    if is_placeholder {
        let name = Ident::new("__NoRows", Span::mixed_site());
        rows.push(Row {
            place: Span::mixed_site(),
            attrs: Vec::new(),
            code: 0,
            name,
            message: String::new(),
            notes: Notes::default(),
        });
    }
    attributes::check_default(&attrs, &mut rows, is_incomplete, errors);
    let mut all_attrs = attrs.iter().chain(rows.iter().flat_map(|row| &row.attrs));
    let deprecated = all_attrs.any(|attr| attr.is("deprecated"));
    Table {
        krate,
        deprecated,
        attrs: attrs.iter().filter_map(attributes::enum_attribute).collect(),
        allowed: attrs.into_iter().filter(|attr| attr.is("allow")).collect(),
        vis,
        name: ident.unraw().to_string(),
        ident,
        code_type,
        rows,
        is_placeholder,
        is_incomplete,
        parents,
    }
}

/// Checks what can be checked before any question to the compiler: the rows without a `#[cfg(..)]`, each by
/// itself. An enum that has one may be off, and its rows with it.
pub(crate) fn check_unconditional_rows(table: &syntax::Table, errors: &mut Errors) {
    if table.attrs.iter().any(Attribute::is_condition) {
        return;
    }
    for item in &table.items {
        if let syntax::Item::Row(row) = item
            && !row.attrs.iter().any(Attribute::is_condition)
        {
            rows::check_alone(row, errors);
        }
    }
}

/// Rows at their place in the table.
enum Place {
    Own(syntax::Row),
    /// The rows that a spread brings, and no earlier spread.
    Rows(Vec<Row>),
}

/// Returns the code of an `override` row.
fn overridden_code(item: &ResolvedItem) -> Option<i128> {
    match item {
        ResolvedItem::Row(row) if row.override_token.is_some() => row.code.value(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{check, check_unconditional_rows};
    use crate::call::Call;
    use crate::errors::Errors;
    use crate::model::Table;
    use crate::resolve::{Resolution, resolve};
    use crate::syntax;

    /// The answers to the spreads of a table, in their order.
    fn carried(rows: &[&str]) -> String {
        let version = env!("CARGO_PKG_VERSION");
        let answer =
            |(n, rows)| format!("{{ {version:?} \"P{n}\" i32 \"identity {n}\" {rows:?} }}");
        rows.iter().enumerate().map(answer).collect::<Vec<_>>().join(" ")
    }

    fn checked(table: &str, parents: &[&str]) -> (Table, Vec<String>) {
        let call = format!("[wechat_codes] [{}] {table}", carried(parents));
        let call = Call::parse(call.parse().expect("tokens")).expect("a call");
        let mut errors = Errors::default();
        let table = syntax::parse_table(call.table.clone(), &mut errors).expect("a table");
        let Resolution::Resolved(resolved) = resolve(&call, table, &mut errors) else {
            panic!("the table has all answers")
        };
        let table = check(resolved, &mut errors);
        (table, errors.messages().into_iter().map(str::to_owned).collect())
    }

    /// Returns the rows of a checked table in short, and the errors.
    fn rows_and_errors(table: &str, parents: &[&str]) -> (Vec<String>, Vec<String>) {
        let (table, errors) = checked(table, parents);
        let rows = table.rows.iter().filter(|_| !table.is_placeholder);
        (rows.map(|row| format!("{} {}", row.code, row.name)).collect(), errors)
    }

    const PARENT: &str = r#"0 => Success: "ok", 1 => A: "a", 2 => B: "b","#;

    #[test]
    fn only_rows_that_are_there_are_checked_before_questions() {
        for (table, mistakes) in [
            ("enum T { 1 => Self: \"a\", ..P }", 1),
            ("enum T { #[cfg(x)] 1 => Self: \"a\", ..P }", 0),
            ("#[cfg(x)] enum T { 1 => Self: \"a\", ..P }", 0),
        ] {
            let mut errors = Errors::default();
            let parsed = syntax::parse_table(table.parse().expect("tokens"), &mut errors);
            check_unconditional_rows(&parsed.expect("a table"), &mut errors);
            assert_eq!(errors.messages().len(), mistakes, "{table}");
        }
    }

    #[test]
    fn rows_stand_in_the_order_of_the_table() {
        for (body, parents, rows) in [
            ("2 => B: \"b\", 1 => \"a b\"", &[][..], &["2 B", "1 AB"][..]),
            (
                "9 => Z: \"z\", ..P, 8 => Y: \"y\"",
                &[PARENT],
                &["9 Z", "0 Success", "1 A", "2 B", "8 Y"],
            ),
            ("..P { B, 0 }", &[PARENT], &["0 Success", "2 B"]),
            ("..P { 1..=7 }, ..Q", &[PARENT, PARENT], &["1 A", "2 B", "0 Success"]),
        ] {
            let (read, errors) = rows_and_errors(&format!("enum T {{ {body} }}"), parents);
            assert_eq!((read, errors), (rows.iter().map(ToString::to_string).collect(), vec![]));
        }
    }

    #[test]
    #[allow(clippy::too_many_lines)] // a line or two for each mistake
    fn every_mistake_is_reported() {
        for (table, parents, errors) in [
            ("enum T {}", &[][..], &["`T` has no rows"][..]),
            ("enum T { 1 => A: \"\" }", &[], &["the message is empty"]),
            ("#[repr(u8)] enum T { 256 => A: \"a\" }", &[], &["the code 256 is out of range"]),
            (
                "enum T { 1 => match: \"a\" }",
                &[],
                &["`match` cannot name a variant: it is a keyword"],
            ),
            ("enum T { 1 => __product: \"a\" }", &[], &["`__product` cannot name a variant"]),
            (
                "enum T { 1 => \"a²\" }",
                &[],
                &["this message gives no variant name, because its text has"],
            ),
            (
                "enum T { 1 => \"self\" }",
                &[],
                &["this message gives no variant name, because its text is"],
            ),
            (
                "enum T { 1 => A: \"a\", 0x1 => A: \"\", 2 => A: \"c\" }",
                &[],
                &[
                    "the message is empty",
                    "the code 1 is used twice: `A` has",
                    "the name `A` is used twice",
                ],
            ),
            ("enum T { ..P {} }", &[PARENT], &["this takes no row of `P`"]),
            // A mistake in the code type hides neither an empty selection nor a missing row.
            (
                "#[repr(u7)] enum T { ..P {} }",
                &[PARENT],
                &["a table's code type", "this takes no row"],
            ),
            ("#[repr(u7)] enum T { }", &[], &["a table's code type", "`T` has no rows"]),
            (
                "#[repr(u7)] enum T { ..P { C } }",
                &[PARENT],
                &["a table's code type", "`P` has no variant `C`"],
            ),
            (
                "enum T { ..P { 1, 3..=2, 7, Bx } }",
                &[PARENT],
                &[
                    "the range 3..=2 is empty",
                    "`P` has no code 7",
                    "`P` has no variant `Bx`; did you mean `B`?",
                ],
            ),
            (
                "enum T { ..P, 1 => X: \"x\" }",
                &[PARENT],
                &["`P` has the code 1 already, as `A`; write `override 1 => ..`"],
            ),
            ("enum T { ..P, 1 => A: \"x\" }", &[PARENT], &["`P` has the code 1 already"]),
            (
                "enum T { ..P, 1 => A: \"a\", 1 => A: \"a\" }",
                &[PARENT],
                &["the code 1 is used twice"],
            ),
            (
                "enum T { ..P, override 1 => A: \"x\", override 1 => X: \"x\" }",
                &[PARENT],
                &["the code 1 is used twice"],
            ),
            (
                "enum T { ..P, override 1 => B: \"x\" }",
                &[PARENT],
                &["`P` has the name `B` already, for 2"],
            ),
            (
                "enum T { ..P, override 1 => X: \"\", 7 => A: \"a\" }",
                &[PARENT],
                &["the message is empty"],
            ),
            ("enum T { ..P { !7 } }", &[PARENT], &["`P` has no code 7"]),
            ("enum T { ..P { 1, !2 } }", &[PARENT], &["this removes nothing"]),
            ("enum T { ..P { !1, !1..=1 } }", &[PARENT], &["this removes nothing"]),
            (
                "enum T { ..P { !0..=9 } }",
                &[PARENT],
                &["this takes no row of `P`; leave the spread out"],
            ),
            (
                "enum T { ..P { -1 } }",
                &[PARENT],
                &["`P` has no code -1; `!1` takes the row of 1 away"],
            ),
            (
                "enum T { 1 => A: \"a\" { zh: \"甲\", zh: \"乙\" } }",
                &[],
                &["the note `zh` is given twice"],
            ),
            ("enum T { 1 => A: \"a\" { cn: \"甲\" } }", &[], &["a row has no note `cn`, only"]),
            (
                "enum T { 1 => A: \"a\" { remdy: Retry } }",
                &[],
                &[
                    "a row has no note `remdy`, only `zh: \"..\"` and `remedy: ..`; did you mean `remedy`?",
                ],
            ),
            (
                "enum T { 1 => A: \"a\" { remedy: Rety } }",
                &[],
                &["`Rety` is not a remedy; the remedies are Retry, SlowDown,"],
            ),
            (
                "enum T { 1 => A: \"a\" { remedy: Remedy::Retry } }",
                &[],
                &["a remedy is written without a path: `remedy: Retry`"],
            ),
            (
                "enum T { 1 => A: \"a\" { remedy: \"SlowDown\" } }",
                &[],
                &["expected a remedy, one word without quotes: `remedy: SlowDown`"],
            ),
            ("enum T { 1 => A: \"a\" { zh: } }", &[], &["expected the Chinese message"]),
            (
                "enum T { 1 => A: \"a\" { zh: Retry, remedy: 7 } }",
                &[],
                &["expected the Chinese message", "expected a remedy"],
            ),
            ("enum T { 1 => A: \"a\" { zh: \" \" } }", &[], &["the Chinese message is empty"]),
            ("enum T { 7 => A: \"x\", ..P }", &[PARENT], &["`P` has the name `A` already, for 1"]),
            (
                "enum T { ..P, ..Q }",
                &[PARENT, "1 => A: \"other\", 2 => C: \"b\","],
                &[
                    "`P` and `Q` both bring the code 1, both as `A`, with different messages (and 1 more)",
                ],
            ),
            (
                "enum T { ..P, ..Q }",
                &[PARENT, "7 => A: \"a\","],
                &["`P` brings the name `A` for 1, `Q` for 7"],
            ),
            (
                "#[repr(u8)] enum T { ..P }",
                &["-1 => N: \"n\","],
                &["the code -1 of `P` is out of range"],
            ),
            (
                "enum T { #[deprecated] ..P }",
                &[PARENT],
                &["only `#[cfg(..)]` can stand on a spread"],
            ),
        ] {
            let (_, read) = checked(table, parents);
            let same = read.len() == errors.len()
                && read.iter().zip(errors).all(|(read, error)| read.starts_with(error));
            assert!(same, "{table}: {read:#?}");
        }
    }

    #[test]
    fn override_rows_stand_in_place_of_those_of_spreads() {
        for (body, parents, rows) in [
            ("..P, override 1 => X: \"x\"", &[PARENT][..], &["0 Success", "1 X", "2 B"][..]),
            ("override 1 => X: \"x\", ..P", &[PARENT], &["0 Success", "1 X", "2 B"]),
            // The name of the replaced row is free.
            (
                "..P, override 1 => X: \"x\", 7 => A: \"a\"",
                &[PARENT],
                &["0 Success", "1 X", "2 B", "7 A"],
            ),
            // No spread has the code, or has it any more.
            ("override 7 => X: \"x\", ..P", &[PARENT], &["7 X", "0 Success", "1 A", "2 B"]),
            ("..P { !1 }, override 1 => X: \"x\"", &[PARENT], &["0 Success", "2 B", "1 X"]),
            // Two spreads that differ there.
            (
                "..P, override 1 => X: \"x\", ..Q",
                &[PARENT, "1 => Other: \"other\", 9 => Z: \"z\","],
                &["0 Success", "1 X", "2 B", "9 Z"],
            ),
            // A row alike is the row of the spread.
            ("1 => A: \"a\", ..P", &[PARENT], &["0 Success", "1 A", "2 B"]),
            ("..P { !0..=1, 1 }", &[PARENT], &["1 A", "2 B"]),
        ] {
            let (read, errors) = rows_and_errors(&format!("enum T {{ {body} }}"), parents);
            assert_eq!(
                (read, errors),
                (rows.iter().map(ToString::to_string).collect(), vec![]),
                "{body}"
            );
        }
    }

    #[test]
    fn a_bad_override_row_leaves_the_row_of_the_spread() {
        let (rows, _) = rows_and_errors("enum T { ..P, override 1 => X: \"\" }", &[PARENT]);
        assert_eq!(rows, ["0 Success", "1 A", "2 B"]);
        let (rows, _) =
            rows_and_errors("enum T { ..P, override 1 => X: \"\", 7 => A: \"a\" }", &[PARENT]);
        assert_eq!(rows, ["0 Success", "2 B", "7 A"]);
    }

    #[test]
    fn notes_that_a_row_does_not_give_are_those_of_the_row_it_replaces() {
        const NOTED: &str = r#"1 => A: "a" { zh: "甲", remedy: Retry }, 2 => B: "b" { zh: "乙" },"#;
        const OTHER: &str = r#"1 => A: "a" { zh: "另", remedy: FixSetup },"#;
        for (body, parents, zh, remedy) in [
            ("..P", &[NOTED][..], Some("甲"), Some("Retry")),
            ("..P { A }", &[NOTED], Some("甲"), Some("Retry")),
            ("..P, override 1 => X: \"x\"", &[NOTED], Some("甲"), Some("Retry")),
            ("..P, override 1 => X: \"x\" { zh: \"新\" }", &[NOTED], Some("新"), Some("Retry")),
            (
                "..P, override 1 => X: \"x\" { remedy: SlowDown }",
                &[NOTED],
                Some("甲"),
                Some("SlowDown"),
            ),
            ("..P { !1 }, override 1 => X: \"x\"", &[NOTED], None, None),
            ("1 => A: \"a\" { remedy: FixSetup }, ..P", &[NOTED], Some("甲"), Some("FixSetup")),
            // The first spread's notes stand.
            ("..P, ..Q", &[NOTED, OTHER], Some("甲"), Some("Retry")),
            ("..P, ..Q", &[OTHER, NOTED], Some("另"), Some("FixSetup")),
            ("1 => A: \"a\" { zh: \"甲\", remedy: Retry }", &[], Some("甲"), Some("Retry")),
            ("1 => A: \"a\"", &[], None, None),
        ] {
            let (table, errors) = checked(&format!("enum T {{ {body} }}"), parents);
            assert!(errors.is_empty(), "{body}: {errors:?}");
            let notes = &table.rows.iter().find(|row| row.code == 1).expect("the row of 1").notes;
            assert_eq!(notes.message_zh.as_deref(), zh, "{body}");
            assert_eq!(notes.remedy.map(crate::remedy::Remedy::name), remedy, "{body}");
        }
    }

    /// After a mistake in the code type, the type holds every code, also one beyond `i128`.
    #[test]
    fn a_mistake_in_the_code_type_does_not_make_codes_negative() {
        let huge = "340282366920938463463374607431768211456";
        for (rows, negative) in
            [("-1 => A: \"a\"".to_owned(), true), (format!("{huge} => A: \"a\""), false)]
        {
            let (table, errors) = checked(&format!("#[repr(u7)] enum T {{ {rows} }}"), &[]);
            assert_eq!(table.code_type.min() < 0, negative);
            assert_eq!(errors.len(), if negative { 1 } else { 2 }, "{errors:?}");
        }
    }

    #[test]
    fn conversions_are_total_if_every_row_has_its_counterpart() {
        for (body, is_contained, contains_table, conflicting) in [
            ("..P", true, true, 0),
            ("..P { 1 }", false, true, 0),
            ("..P, 9 => Z: \"z\"", true, false, 0),
            ("..P { 1 }, 2 => C: \"c\"", false, false, 1),
            // An `override` row and the row that it replaces count as one.
            ("..P, override 1 => X: \"x\"", true, true, 0),
            ("..P { !1 }, override 1 => X: \"x\"", true, true, 0),
            ("..P, override 9 => X: \"x\"", true, false, 0),
            // Mending the row would not change the conversions.
            ("..P, 9 => Z: \"\"", true, false, 0),
        ] {
            let (table, _) = checked(&format!("enum T {{ {body} }}"), &[PARENT]);
            let [parent] = table.parents.as_slice() else { panic!("one parent") };
            assert_eq!(parent.is_contained, is_contained, "{body}");
            assert_eq!(parent.contains_table, contains_table, "{body}");
            assert_eq!(parent.conflicting_codes.len(), conflicting, "{body}");
        }
    }

    #[test]
    fn a_table_with_errors_is_incomplete_if_rows_are_missing() {
        for (table, is_incomplete) in [
            ("enum T { 1 => A: \"a\" }", false),
            ("enum T { 1 => A: \"a\", 2 -> B: \"b\" }", true),
            ("enum T { 1 => A: \"a\", 2 => B: \"\" }", true),
            ("enum T { }", true),
            ("#[repr(u7)] enum T { 1 => A: \"a\" }", false),
            ("enum T { ..P { 1, 7 } }", true),
        ] {
            assert_eq!(checked(table, &[PARENT]).0.is_incomplete, is_incomplete, "{table}");
        }
    }

    /// A pick of codes below 8: whether it excludes, and its first and last code.
    fn picks() -> impl Strategy<Value = Vec<(bool, u8, u8)>> {
        prop::collection::vec((any::<bool>(), 0..8_u8, 0..8_u8), 1..8)
    }

    proptest! {
        #[test]
        fn picks_take_what_a_plain_loop_takes(picks in picks()) {
            let parent: Vec<_> = (0..8).map(|code| format!("{code} => R{code}: \"r\",")).collect();
            let mut taken = [picks[0].0; 8];
            let (mut text, mut is_good) = (String::new(), true);
            for &(excludes, a, b) in &picks {
                let (first, last) = (a.min(b), a.max(b));
                let range = usize::from(first)..=usize::from(last);
                is_good &= !excludes || taken[range.clone()].contains(&true);
                taken[range].fill(!excludes);
                let mark = if excludes { "!" } else { "" };
                text += &[mark, &first.to_string(), "..=", &last.to_string(), ", "].concat();
            }
            is_good &= taken.contains(&true);
            let (rows, errors) = rows_and_errors(&format!("enum T {{ ..P {{ {text} }} }}"), &[&parent.join(" ")]);
            prop_assert_eq!(errors.is_empty(), is_good, "{}: {:?}", text, errors);
            let expected: Vec<_> =
                (0..8).filter(|&code| taken[code]).map(|code| format!("{code} R{code}")).collect();
            prop_assert_eq!(rows, expected, "{}", text);
        }
    }
}
