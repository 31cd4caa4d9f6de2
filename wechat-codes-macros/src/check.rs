//! The rules. One pass finds every error of a table, and makes a table of the good rows that can no
//! longer be wrong.

mod attributes;
mod collisions;
mod parents;
mod picks;
mod rows;
mod spreads;

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use crate::errors::Errors;
use crate::model::{Row, Table};
use crate::resolve::{Resolved, ResolvedItem};
use crate::syntax;
use collisions::Collisions;

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
    let mut spreads = Vec::new();
    let mut places = Vec::new();
    let mut is_incomplete = has_missing_items || !has_items;
    for item in items {
        places.push(match item {
            ResolvedItem::Row(row) => Place::Row(row),
            ResolvedItem::Spread(spread) => {
                let added = spreads::add(&spread, code_type, &mut collisions, errors);
                is_incomplete |= added.is_incomplete;
                spreads.push(spread);
                Place::Spread(added.rows)
            }
        });
    }
    let mut rows = Vec::new();
    let mut own_rows_are_missing = has_missing_items;
    for place in places {
        match place {
            Place::Row(row) => {
                let row = rows::check(row, code_type, &mut collisions, errors);
                own_rows_are_missing |= row.is_none();
                rows.extend(row);
            }
            Place::Spread(new_rows) => rows.extend(new_rows),
        }
    }
    is_incomplete |= own_rows_are_missing;

    let parents = parents::parents(&rows, spreads, own_rows_are_missing);
    let is_placeholder = rows.is_empty();
    if is_placeholder {
        let name = Ident::new("__NoRows", Span::mixed_site());
        rows.push(Row { attrs: Vec::new(), code: 0, name, message: String::new() });
    }
    if is_incomplete {
        attributes::keep_default(&attrs, &mut rows);
    }
    let mut all_attrs = attrs.iter().chain(rows.iter().flat_map(|row| &row.attrs));
    let deprecated = all_attrs.any(|attr| attr.is("deprecated"));
    Table {
        krate,
        deprecated,
        attrs: attrs.iter().filter_map(attributes::enum_attribute).collect(),
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

/// The place of rows in the table.
enum Place {
    Row(syntax::Row),
    /// The rows that no earlier spread has brought.
    Spread(Vec<Row>),
}

#[cfg(test)]
mod tests {
    use super::check;
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
            ("enum T { ..P, 1 => X: \"x\" }", &[PARENT], &["`P` has the code 1 already, as `A`"]),
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
}
