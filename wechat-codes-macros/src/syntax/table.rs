//! The grammar of a table and of its list of items. An item that cannot be read is reported and
//! skipped, so that one mistake neither hides the next nor takes the good rows with it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Token, braced, token};

use super::ast::{Attribute, Item, Path, Pick, Selection, Spread, Table, Visibility};
use super::parse::{error_at, parse_attributes, parse_row};
use super::recover::{
    begins_item, begins_pasted_line, skip_token, take_row, take_until_comma, with_right_row,
};
use super::suggest::row_as_meant;
use crate::errors::Errors;

/// A table written right, for messages.
const TABLE: &str = "`pub enum Name { 40013 => InvalidAppId: \"Invalid App ID\" }`";

/// Reads a table. Returns `None` if not even the enum's name could be read.
pub(crate) fn parse_table(tokens: TokenStream, errors: &mut Errors) -> Option<Table> {
    let last = tokens.clone().into_iter().last();
    let parser = |input: ParseStream| {
        table(input, errors).map_err(|error| match &last {
            // At the end there is no token to point at but the last.
            Some(last) if input.is_empty() => syn::Error::new(last.span(), error),
            _ => error,
        })
    };
    parser.parse2(tokens).map_err(|error| errors.push(&error)).ok()
}

fn table(input: ParseStream, errors: &mut Errors) -> syn::Result<Table> {
    let prefix =
        parse_attributes(input).and_then(|attrs| Ok((attrs, input.parse::<Visibility>()?)));
    let (attrs, vis) = match prefix {
        Ok(prefix) => prefix,
        Err(error) => {
            // The name can be read all the same.
            while !input.is_empty() && !input.peek(Token![enum]) {
                skip_token(input);
            }
            if input.is_empty() {
                return Err(error);
            }
            errors.push(&error);
            (Vec::new(), Visibility::default())
        }
    };
    enum_keyword(input, errors)?;
    if !input.peek(Ident) {
        return Err(error_at(input, "expected the name of the enum"));
    }
    let ident: Ident = input.parse()?;
    let mut items = Items::default();
    match body(input, &ident, &mut items, errors) {
        Ok(()) if input.is_empty() => {}
        Ok(()) => errors.push(&error_at(
            input,
            "expected nothing after the table; each table has a `wechat_codes!` of its own",
        )),
        Err(error) => {
            items.has_unread = true;
            errors.push(&error);
        }
    }
    input.parse::<TokenStream>()?;
    Ok(Table { attrs, vis, ident, items: items.read, has_unread_items: items.has_unread })
}

/// Parses the keyword, or skips what stands in its place before the table's name.
fn enum_keyword(input: ParseStream, errors: &mut Errors) -> syn::Result<()> {
    if input.peek(Ident) && input.peek2(Token![enum]) {
        let other: Ident = input.parse()?;
        errors.at(&other, format_args!("expected `pub` or nothing before `enum`, not `{other}`"));
    }
    if input.peek(Token![enum]) {
        return input.parse::<Token![enum]>().map(drop);
    }
    if input.peek(Token![struct]) || input.peek(Ident) && input.peek2(Ident) {
        let other = input.call(Ident::parse_any)?;
        errors
            .at(&other, format_args!("expected `enum`, not `{other}`; a table is written {TABLE}"));
    } else if input.peek(Ident) && input.peek2(token::Brace) {
        errors.push(&error_at(input, format_args!("expected `enum`; a table is written {TABLE}")));
    } else {
        return Err(error_at(input, format_args!("expected a table, written {TABLE}")));
    }
    Ok(())
}

/// The items of a table as far as they could be read.
#[derive(Default)]
struct Items {
    read: Vec<Item>,
    has_unread: bool,
    /// Whether the source has smart quotes. rustc reports them and takes them out, so a row lacks its
    /// message, which is the same mistake.
    has_smart_quotes: bool,
}

fn body(
    input: ParseStream,
    name: &Ident,
    items: &mut Items,
    errors: &mut Errors,
) -> syn::Result<()> {
    if !input.peek(token::Brace) {
        let error = if input.peek(Token![::]) {
            let name = "a table's name is one identifier; the table is declared where it stands";
            error_at(input, name)
        } else if input.peek(Token![<]) {
            error_at(input, "a table has no generic parameters")
        } else if input.peek(Token![where]) {
            error_at(input, "a table has no `where` clause")
        } else if input.peek(Token![:]) {
            error_at(input, "a table's code type is written `#[repr(u16)]`, above the enum")
        } else {
            let place = if input.is_empty() { name.span() } else { input.span() };
            let message = format!("expected the rows in `{{ }}`; a table is written {TABLE}");
            syn::Error::new(place, message)
        };
        while !input.is_empty() && !input.peek(token::Brace) {
            skip_token(input);
        }
        if input.is_empty() {
            return Err(error);
        }
        errors.push(&error);
    }
    let rows;
    let brace = braced!(rows in input);
    let text = brace.span.join().source_text().unwrap_or_default();
    items.has_smart_quotes = text.contains(['“', '”']);
    parse_items(name, &rows, items, errors);
    Ok(())
}

fn parse_items(table: &Ident, body: ParseStream, items: &mut Items, errors: &mut Errors) {
    while !body.is_empty() {
        if body.peek(Token![,]) || body.peek(Token![;]) {
            let mark = if body.peek(Token![,]) { ',' } else { ';' };
            let message = format!("expected a row before this `{mark}`; leave the `{mark}` out");
            errors.push(&error_at(body, message));
            skip_token(body);
            continue;
        }
        // A row that cannot be read is read again, as tokens.
        let attempt = body.fork();
        let error = match parse_item(table, &attempt, errors) {
            Ok(item) => {
                body.advance_to(&attempt);
                items.read.push(item);
                None
            }
            Err(Unread::Other(error)) => {
                take_until_comma(body);
                Some(error)
            }
            Err(Unread::Row(_)) if items.has_smart_quotes => {
                take_row(body);
                items.has_unread = true;
                None
            }
            Err(Unread::Row(error)) => {
                let message = with_right_row(&error, take_row(body));
                Some(syn::Error::new(error.span(), message))
            }
        };
        if let Some(error) = error {
            items.has_unread = true;
            errors.push(&error);
            // The suggestion ends in a comma, so the missing comma needs no error of its own.
            if body.peek(Token![;]) {
                skip_token(body);
                continue;
            }
            if begins_item(body) || begins_pasted_line(body) {
                continue;
            }
        }
        after_item(body, items, errors);
    }
}

/// Parses the comma after an item, or reports what stands in its place.
fn after_item(body: ParseStream, items: &mut Items, errors: &mut Errors) {
    if body.is_empty() || body.peek(Token![,]) {
        skip_token(body);
    } else if body.peek(Token![;]) {
        let right = match items.read.last() {
            Some(Item::Row(row)) => format!("; write `{},`", row_as_meant(row.to_token_stream())),
            _ => String::new(),
        };
        errors.push(&error_at(body, format_args!("expected `,` between rows, not `;`{right}")));
        skip_token(body);
    } else if begins_item(body) {
        errors.push(&error_at(body, "expected `,` before this row"));
    } else {
        let what = if body.peek(token::Paren) {
            "a row has no fields, and its notes stand in `{ }`; "
        } else if body.peek(token::Brace) {
            "a row has no fields; "
        } else {
            ""
        };
        items.has_unread = true; // it may be a row
        errors.push(&error_at(body, format_args!("{what}expected `,` and the next row")));
        take_row(body);
        if body.peek(Token![,]) || body.peek(Token![;]) {
            skip_token(body);
        }
    }
}

/// The error of an item that cannot be read.
enum Unread {
    /// To be explained with the row written right.
    Row(syn::Error),
    Other(syn::Error),
}

fn parse_item(table: &Ident, input: ParseStream, errors: &mut Errors) -> Result<Item, Unread> {
    let attrs = parse_attributes(input).map_err(Unread::Other)?;
    if input.peek(Token![override]) && input.peek2(Token![..]) {
        let message = "`override` is for a row, such as `override 40013 => InvalidAppId: \"..\"`; a \
                       spread is `..path::Table`";
        return Err(Unread::Other(error_at(input, message)));
    }
    if input.peek(Token![..]) {
        parse_spread(attrs, table, input, errors).map(Item::Spread).map_err(Unread::Other)
    } else {
        parse_row(attrs, input).map(Item::Row).map_err(Unread::Row)
    }
}

fn parse_spread(
    attrs: Vec<Attribute>,
    table: &Ident,
    input: ParseStream,
    errors: &mut Errors,
) -> syn::Result<Spread> {
    if input.peek(Token![...]) {
        return Err(error_at(input, "expected two dots, `..path::Table`"));
    }
    let dots = input.parse()?;
    let path: Path = input.parse()?;
    if input.peek(Token![.]) || input.peek(Token![:]) {
        return Err(wrong_path_separator(&path, input));
    }
    if input.peek(Token![<]) {
        let message = format!("a table has no generic arguments; write `..{path}`");
        return Err(error_at(input, message));
    }
    if input.peek(token::Paren) || input.peek(token::Bracket) {
        let message =
            format!("expected the codes and names to take in `{{ }}`: `..{path} {{ 40013 }}`");
        return Err(error_at(input, message));
    }
    let selection = if input.peek(token::Brace) {
        let picks;
        braced!(picks in input);
        Some(parse_selection(&picks, errors))
    } else {
        None
    };
    if *table == path.to_string() {
        let message =
            "a table cannot spread itself; if another table has this name, write its path";
        return Err(syn::Error::new_spanned(path, message));
    }
    Ok(Spread { attrs, dots, path, selection })
}

/// Returns the error of a path that is written with `.` or `:` between its words.
fn wrong_path_separator(path: &Path, input: ParseStream) -> syn::Error {
    let (place, mut right) = (input.span(), path.to_string());
    while input.peek(Token![.]) || input.peek(Token![:]) {
        skip_token(input);
        match input.call(Ident::parse_any) {
            Ok(word) => right = format!("{right}::{word}"),
            Err(_) => break,
        }
    }
    syn::Error::new(place, format_args!("a path is written with `::`; write `..{right}`"))
}

fn parse_selection(input: ParseStream, errors: &mut Errors) -> Selection {
    let (mut picks, mut has_unread_picks) = (Vec::new(), false);
    while !input.is_empty() {
        match input.parse::<Pick>() {
            Ok(pick) => picks.push(pick),
            Err(error) => {
                has_unread_picks = true;
                errors.push(&error);
                take_until_comma(input);
            }
        }
        if !input.is_empty() && !input.peek(Token![,]) {
            has_unread_picks = true;
            errors.push(&error_at(input, "expected `,` after a code, a range or a name"));
            take_until_comma(input);
        }
        skip_token(input);
    }
    Selection { picks, has_unread_picks }
}

#[cfg(test)]
mod tests {
    use super::{Item, Table, parse_table};
    use crate::errors::Errors;

    fn parse(text: &str) -> (Option<Table>, Vec<String>) {
        let mut errors = Errors::default();
        let table = parse_table(text.parse().expect("tokens"), &mut errors);
        (table, errors.messages().into_iter().map(str::to_owned).collect())
    }

    /// Parses a table whose name can be read; returns its items in short and the errors.
    fn items_and_errors(text: &str) -> (Vec<String>, Vec<String>) {
        let (table, errors) = parse(text);
        let table = table.unwrap_or_else(|| panic!("a table with {errors:?}"));
        let items = table.items.iter().map(|item| match item {
            Item::Row(row) => row.code.to_string(),
            Item::Spread(spread) => match &spread.selection {
                None => format!("..{}", spread.path),
                Some(selection) => format!("..{} {}", spread.path, selection.picks.len()),
            },
        });
        (items.collect(), errors)
    }

    #[test]
    fn good_tables() {
        for (body, items) in [
            ("", &[][..]),
            ("1 => A: \"a\"", &["1"]),
            ("-1 => A: \"a\", 0x2_0 => r\"b\",", &["-1", "32"]),
            ("..a::B, #[cfg(x)] ..::c { D, 1, -2..=3 },", &["..a::B", "..::c 3"]),
        ] {
            let (read, errors) = items_and_errors(&format!("enum T {{ {body} }}"));
            assert_eq!((read, errors), (items.iter().map(ToString::to_string).collect(), vec![]));
        }
    }

    #[test]
    fn a_mistake_costs_one_row() {
        for (body, items, error) in [
            ("1 => A: \"a\", 2 -> B: \"b\", 3 => C: \"c\"", &["1", "3"][..], "expected `=>`"),
            ("1 => A, 2 => B: \"b\"", &["2"], "expected `:` after the name `A`"),
            ("1 => A: \"a\"; 2 => B: \"b\"", &["1", "2"], "expected `,` between rows, not `;`"),
            ("1 => A: \"a\" 2 => B: \"b\"", &["1", "2"], "expected `,` before this row"),
            (", 1 => A: \"a\"", &["1"], "expected a row before this `,`"),
            ("1 => A: \"a\" (x), 2 => B: \"b\"", &["1", "2"], "a row has no fields"),
            ("override ..P, 1 => A: \"a\"", &["1"], "`override` is for a row"),
            ("1 => A: \"a\" override 2 => B: \"b\"", &["1", "2"], "expected `,` before this row"),
            // Half-typed rows before a row; an editor's server knows no lines.
            ("1 => 2 => B: \"b\"", &["2"], "expected the message"),
            ("1 => A: -2 => B: \"b\"", &["-2"], "expected the message"),
            ("1 override 2 => B: \"b\"", &["2"], "expected `=>` after the code"),
            ("1 => override 2 => B: \"b\"", &["2"], "expected the message"),
            ("1 => A override 2 => B: \"b\"", &["2"], "expected `:` after the name `A`"),
            ("override 1 => A: override 2 => B: \"b\"", &["2"], "expected the message"),
            ("..P { !!1, 3 }", &["..P 1"], "a pick has at most one `!`"),
            ("..P { !, 3 }", &["..P 1"], "expected a code, a range"),
            ("..., 1 => A: \"a\"", &["1"], "expected two dots"),
            ("..P { 1..2, 3 }", &["..P 1"], "expected a range with its last code, `1..=2`"),
            ("..P { a::B, 3 }", &["..P 1"], "expected a variant's name alone, `B`"),
        ] {
            let (read, errors) = items_and_errors(&format!("enum T {{ {body} }}"));
            assert_eq!(read, items, "{body}");
            assert!(errors.len() == 1 && errors[0].starts_with(error), "{body}: {errors:?}");
        }
    }

    #[test]
    fn a_mistake_before_the_rows_does_not_hide_them() {
        for (head, error) in [
            ("#[derive] #![x] enum T", "inner docs and attributes cannot stand in a table"),
            ("pub(somewhere) enum T", "expected `(crate)`"),
            ("public enum T", "expected `pub` or nothing before `enum`, not `public`"),
            ("struct T", "expected `enum`, not `struct`"),
            ("T", "expected `enum`; a table is written"),
            ("enum T<A>", "a table has no generic parameters"),
            ("enum T: u16", "a table's code type is written"),
            ("enum T where A: B", "a table has no `where` clause"),
        ] {
            let (read, errors) = items_and_errors(&format!("{head} {{ 1 => A: \"a\" }}"));
            assert_eq!(read, ["1"], "{head}");
            assert!(errors.len() == 1 && errors[0].starts_with(error), "{head}: {errors:?}");
        }
    }

    #[test]
    fn without_a_name_there_is_no_table() {
        for text in ["", "enum", "1 => A: \"a\"", "pub", "#[doc = \"\"]"] {
            let (table, errors) = parse(text);
            assert!(table.is_none() && errors.len() == 1, "{text}: {errors:?}");
        }
    }

    #[test]
    fn unread_parts_are_remembered() {
        let (table, _) = parse("enum T { 1 -> A: \"a\", ..B { 1..2 } }");
        let table = table.expect("a table");
        assert!(table.has_unread_items);
        let [Item::Spread(spread)] = table.items.as_slice() else { panic!("one spread") };
        assert!(spread.selection.as_ref().is_some_and(|selection| selection.has_unread_picks));
        let (table, _) = parse("enum T { 1 => A: \"a\", ..B { 1 } }");
        assert!(!table.expect("a table").has_unread_items);
    }
}
