//! Tokens to syntax.
//!
//! Only syntax is judged here. A row that cannot be read is reported and skipped up to the next
//! comma, so that one mistake neither hides the next nor takes the good rows with it.

use std::fmt::Display;

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitInt, LitStr, Token, braced, bracketed, token};

use crate::ast::{Attribute, Code, Item, Path, Pick, Row, Spread, Table, Visibility};
use crate::errors::Errors;
use crate::meant::row_as_meant;

/// What the macro is called with: `[$crate] [answers] [errors] table`.
pub(crate) struct Input {
    /// The path of the facade crate; generated code names nothing else.
    pub(crate) krate: TokenStream,
    /// To the questions that `resolve` asked about this table; none at first.
    pub(crate) answers: Vec<Group>,
    pub(crate) table: Table,
}

/// A table written right, for messages.
const TABLE: &str = "`pub enum Name { 40013 => InvalidAppId: \"Invalid App ID\" }`";

/// Reads a table. `None` where not even the enum's name could be read.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Input> {
    let parser = |input: ParseStream| {
        let (krate, answers, earlier_errors);
        bracketed!(krate in input);
        bracketed!(answers in input);
        bracketed!(earlier_errors in input);
        let krate = krate.parse()?;
        let mut groups = Vec::new();
        while !answers.is_empty() {
            groups.push(answers.parse()?);
        }
        errors.append(Errors::parse(&earlier_errors)?);
        let beginning = input.fork();
        let table = parse_table(input, errors).map_err(|error| {
            // At the end there is no token to point at but the last.
            let last =
                beginning.parse::<TokenStream>().ok().and_then(|rest| rest.into_iter().last());
            match last {
                Some(last) if input.is_empty() => syn::Error::new(last.span(), error),
                _ => error,
            }
        })?;
        Ok(Input { krate, answers: groups, table })
    };
    parser.parse2(tokens).map_err(|error| errors.push(&error)).ok()
}

/// An error at the next token. (syn's own adds words of its own where there is none.)
fn error_at(input: ParseStream, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// Reads the rows that another table carries.
pub(crate) fn parse_carried_rows(tokens: TokenStream) -> syn::Result<Vec<Row>> {
    let parser = |input: ParseStream| {
        let mut rows = Vec::new();
        while !input.is_empty() {
            let attrs = parse_attributes(input)?;
            rows.push(parse_row(attrs, input)?);
            input.parse::<Token![,]>()?;
        }
        Ok(rows)
    };
    parser.parse2(tokens)
}

fn parse_table(input: ParseStream, errors: &mut Errors) -> syn::Result<Table> {
    let prefix = parse_attributes(input).and_then(|attrs| Ok((attrs, parse_visibility(input)?)));
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
            (Vec::new(), Visibility(TokenStream::new()))
        }
    };
    let enum_token = parse_enum_keyword(input, errors)?;
    if !input.peek(Ident) {
        return Err(error_at(input, "expected the name of the enum"));
    }
    let ident: Ident = input.parse()?;
    let items = match parse_body(input, &ident, errors) {
        Ok(items) => {
            if !input.is_empty() {
                errors.push(&error_at(
                    input,
                    "expected nothing after the table; each table has a `wechat_codes!` of its own",
                ));
            }
            items
        }
        Err(error) => {
            errors.push(&error);
            Vec::new()
        }
    };
    input.parse::<TokenStream>()?;
    Ok(Table { attrs, vis, enum_token, ident, items })
}

/// The keyword, or what stands in its place before the table's name.
fn parse_enum_keyword(input: ParseStream, errors: &mut Errors) -> syn::Result<Token![enum]> {
    if input.peek(Token![enum]) {
        return input.parse();
    }
    let span = input.span();
    if input.peek(Ident) && input.peek2(Token![enum]) {
        let other: Ident = input.parse()?;
        errors.at(&other, format_args!("expected `pub` or nothing before `enum`, not `{other}`"));
        return input.parse();
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
    Ok(Token![enum](span))
}

fn parse_body(input: ParseStream, name: &Ident, errors: &mut Errors) -> syn::Result<Vec<Item>> {
    if !input.peek(token::Brace) {
        let error = if input.peek(Token![<]) {
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
    let body;
    braced!(body in input);
    Ok(parse_items(&body, errors))
}

fn parse_items(body: ParseStream, errors: &mut Errors) -> Vec<Item> {
    let mut items = Vec::new();
    while !body.is_empty() {
        if body.peek(Token![,]) {
            errors.push(&error_at(body, "expected a row before this `,`; leave the `,` out"));
            skip_token(body);
            continue;
        }
        // A row that cannot be read is read again, as tokens.
        let attempt = body.fork();
        let error = match parse_item(&attempt, errors) {
            Ok(item) => {
                body.advance_to(&attempt);
                items.push(item);
                None
            }
            Err(Unread::Other(error)) => {
                skip_to_comma(body);
                Some(error)
            }
            Err(Unread::Row(error)) => {
                let message = with_right_row(&error, take_row(body));
                Some(syn::Error::new(error.span(), message))
            }
        };
        if let Some(error) = error {
            errors.push(&error);
            // What to write ends in a comma, so that no more is said of it.
            if body.peek(Token![;]) {
                skip_token(body);
                continue;
            }
            if begins_item(body) {
                continue;
            }
        }
        if body.is_empty() || body.peek(Token![,]) {
            skip_token(body);
        } else if body.peek(Token![;]) {
            let right = match items.last() {
                Some(Item::Row(row)) => {
                    format!("; write `{},`", row_as_meant(row.to_token_stream()))
                }
                _ => String::new(),
            };
            errors.push(&error_at(body, format_args!("expected `,` between rows, not `;`{right}")));
            skip_token(body);
        } else if begins_item(body) {
            errors.push(&error_at(body, "expected `,` before this row"));
        } else {
            let fields = body.peek(token::Brace) || body.peek(token::Paren);
            let what = if fields { "a row has no fields; " } else { "" };
            errors.push(&error_at(body, format_args!("{what}expected `,` and the next row")));
            take_row(body);
            skip_token(body);
        }
    }
    items
}

fn begins_item(body: ParseStream) -> bool {
    body.peek(Token![#])
        || body.peek(Token![..])
        || body.peek(LitInt)
        || body.peek(Token![-]) && body.peek2(LitInt)
}

/// The tokens of a row that cannot be read: up to a comma that ends it, which in
/// `40013, InvalidAppId, ".."` is not the first.
fn take_row(body: ParseStream) -> TokenStream {
    let mut row = take_until_comma(body);
    let mut parts: Vec<RowPart> = RowPart::of(&row).into_iter().collect();
    while !parts.is_empty() && body.peek(Token![,]) {
        let rest = body.fork();
        skip_token(&rest);
        let part = take_until_comma(&rest);
        match RowPart::of(&part) {
            Some(kind) if !parts.contains(&kind) => parts.push(kind),
            _ => break,
        }
        body.advance_to(&rest);
        row.extend(part);
    }
    row
}

/// What one word between commas can be of a row.
#[derive(PartialEq)]
enum RowPart {
    Code,
    Name,
    Message,
}

impl RowPart {
    fn of(tokens: &TokenStream) -> Option<Self> {
        let part = |input: ParseStream| {
            let minus: Option<Token![-]> = input.parse()?;
            if minus.is_none() && input.peek(Ident::peek_any) {
                input.call(Ident::parse_any)?;
                return Ok(Self::Name);
            }
            match input.parse()? {
                Lit::Int(_) => Ok(Self::Code),
                Lit::Str(_) if minus.is_none() => Ok(Self::Message),
                other => Err(syn::Error::new(other.span(), "no part of a row")),
            }
        };
        part.parse2(tokens.clone()).ok()
    }
}

/// The tokens up to a comma or `;`, or up to the next row where the comma before it is missing: up to a
/// code and its arrow, or what begins a row on another line.
fn take_until_comma(body: ParseStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    // The attributes of a row may stand on lines of their own.
    while body.peek(Token![#]) && body.peek2(token::Bracket) {
        tokens.extend(body.parse::<TokenTree>());
        tokens.extend(body.parse::<TokenTree>());
    }
    let line = body.span().start().line;
    let (mut has_literal, mut last) = (false, None);
    while !body.is_empty() && !body.peek(Token![,]) && !body.peek(Token![;]) {
        // A row cannot end in punctuation, nor between the codes of `40001-40014 =>`.
        let may_end = match &last {
            None | Some(TokenTree::Punct(_)) => false,
            Some(TokenTree::Literal(literal)) if body.peek(Token![-]) => !is_integer(literal),
            Some(_) => true,
        };
        let on_another_line = body.span().start().line > line;
        let next_row = on_another_line && begins_item(body) || has_literal && begins_row(body);
        if may_end && next_row {
            break;
        }
        last = body.parse().ok();
        has_literal |= matches!(last, Some(TokenTree::Literal(_)));
        tokens.extend(last.clone());
    }
    tokens
}

fn is_integer(literal: &Literal) -> bool {
    matches!(Lit::new(literal.clone()), Lit::Int(_))
}

/// A code and its arrow.
fn begins_row(body: ParseStream) -> bool {
    body.peek(LitInt) && body.peek2(Token![=>])
        || body.peek(Token![-]) && body.peek2(LitInt) && body.peek3(Token![=>])
}

fn skip_to_comma(body: ParseStream) {
    take_until_comma(body);
}

fn skip_token(body: ParseStream) {
    let _: syn::Result<TokenTree> = body.parse();
}

/// What is wrong with a row, and what to write.
fn with_right_row(error: &syn::Error, row: TokenStream) -> String {
    let spread = |input: ParseStream| {
        let path = parse_path(input)?;
        let picks = if input.peek(token::Brace) { Some(input.parse::<Group>()?) } else { None };
        Ok((path, picks))
    };
    match spread.parse2(row.clone()) {
        Ok((path, Some(_))) => {
            format!("{error}; for rows of another table write `..{path} {{ .. }},`")
        }
        Ok((path, None)) => {
            let row = row_as_meant(row);
            format!("{error}; write `{row},`; or for the rows of another table `..{path},`")
        }
        Err(_) => format!("{error}; write `{},`", row_as_meant(row)),
    }
}

/// The error of an item that cannot be read.
enum Unread {
    /// To be explained with the row written right.
    Row(syn::Error),
    Other(syn::Error),
}

fn parse_item(input: ParseStream, errors: &mut Errors) -> Result<Item, Unread> {
    let attrs = parse_attributes(input).map_err(Unread::Other)?;
    if input.peek(Token![..]) {
        parse_spread(attrs, input, errors).map(Item::Spread).map_err(Unread::Other)
    } else {
        parse_row(attrs, input).map(Item::Row).map_err(Unread::Row)
    }
}

fn parse_row(attrs: Vec<Attribute>, input: ParseStream) -> syn::Result<Row> {
    if let (Some(attr), true) = (attrs.last(), input.is_empty() || input.peek(Token![,])) {
        return Err(syn::Error::new(attr.span(), "expected a row after its docs and attributes"));
    }
    let code = parse_code(input)?;
    let continues = input.peek(Token![-]) && input.peek2(LitInt);
    if continues || input.peek(Token![..]) || input.peek(Token![|]) || input.peek(Token![+]) {
        return Err(error_at(input, "a code is one integer, and each code has a row of its own"));
    }
    if !input.peek(Token![=>]) {
        return Err(error_at(input, "expected `=>` after the code"));
    }
    input.parse::<Token![=>]>()?;
    let name = if input.peek(Ident::peek_any) {
        let name = input.call(Ident::parse_any)?;
        if input.peek(Ident) || input.peek(Token![::]) || input.peek(Token![-]) {
            return Err(error_at(input, "a name is one identifier"));
        }
        if !input.peek(Token![:]) {
            return Err(error_at(input, format_args!("expected `:` after the name `{name}`")));
        }
        input.parse::<Token![:]>()?;
        Some(name)
    } else {
        None
    };
    let message = parse_message(input)?;
    if name.is_none() && input.peek(Token![:]) {
        return Err(error_at(input, "expected the name before the message"));
    }
    Ok(Row { attrs, code, name, message })
}

fn parse_message(input: ParseStream) -> syn::Result<LitStr> {
    const EXPECTED: &str = "expected the message, one string literal";
    if !input.peek(Lit) {
        return Err(error_at(input, EXPECTED));
    }
    match input.parse()? {
        Lit::Str(message) if message.suffix().is_empty() => Ok(message),
        Lit::Int(number) if !number.suffix().is_empty() => Err(syn::Error::new(
            number.span(),
            format_args!(
                "expected a name or a message; a name cannot begin with a digit: `{number}`"
            ),
        )),
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

fn parse_code(input: ParseStream) -> syn::Result<Code> {
    const EXPECTED: &str = "expected a code, an integer without a suffix";
    if input.peek(Token![+]) {
        return Err(error_at(input, "a code has no `+`"));
    }
    let minus: Option<Token![-]> = input.parse()?;
    // syn would read a second minus as part of the literal.
    if input.peek(Token![-]) {
        return Err(error_at(input, "a code has at most one `-`"));
    }
    if !input.peek(Lit) {
        return Err(error_at(input, EXPECTED));
    }
    match input.parse()? {
        Lit::Int(literal) if literal.suffix().is_empty() => Ok(Code { minus, literal }),
        Lit::Str(text) => Err(syn::Error::new(text.span(), "a code is an integer, not text")),
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

fn parse_spread(
    attrs: Vec<Attribute>,
    input: ParseStream,
    errors: &mut Errors,
) -> syn::Result<Spread> {
    if input.peek(Token![...]) {
        return Err(error_at(input, "expected two dots, `..path::Table`"));
    }
    input.parse::<Token![..]>()?;
    let path = parse_path(input)?;
    if input.peek(token::Paren) || input.peek(token::Bracket) {
        let message =
            format!("expected the codes and names to take in `{{ }}`: `..{path} {{ 40013 }}`");
        return Err(error_at(input, message));
    }
    let selection = if input.peek(token::Brace) {
        let picks;
        braced!(picks in input);
        Some(parse_picks(&picks, errors))
    } else {
        None
    };
    Ok(Spread { attrs, path, selection })
}

fn parse_path(input: ParseStream) -> syn::Result<Path> {
    let mut tokens = input.parse::<Option<Token![::]>>()?.into_token_stream();
    loop {
        let is_word = input.peek(Ident)
            || input.peek(Token![self])
            || input.peek(Token![super])
            || input.peek(Token![crate]);
        if !is_word {
            return Err(error_at(
                input,
                "expected the path of a table, such as `wechat_codes::ReturnCode`",
            ));
        }
        tokens.append(input.call(Ident::parse_any)?);
        if !input.peek(Token![::]) {
            return Ok(Path(tokens));
        }
        let colons = input.parse::<Token![::]>()?;
        if input.peek(Token![*]) || input.peek(token::Brace) {
            let path = Path(tokens);
            let message = format!(
                "expected `..{path}` for all rows of the table, `..{path} {{ 40013 }}` for some"
            );
            return Err(error_at(input, message));
        }
        colons.to_tokens(&mut tokens);
    }
}

fn parse_picks(input: ParseStream, errors: &mut Errors) -> Vec<Pick> {
    let mut picks = Vec::new();
    while !input.is_empty() {
        match parse_pick(input) {
            Ok(pick) => picks.push(pick),
            Err(error) => {
                errors.push(&error);
                skip_to_comma(input);
            }
        }
        if !input.is_empty() && !input.peek(Token![,]) {
            errors.push(&error_at(input, "expected `,` after a code, a range or a name"));
            skip_to_comma(input);
        }
        skip_token(input);
    }
    picks
}

fn parse_pick(input: ParseStream) -> syn::Result<Pick> {
    if input.peek(Ident::peek_any) {
        let start = input.span();
        let mut name = input.call(Ident::parse_any)?;
        let is_path = input.peek(Token![::]);
        while input.peek(Token![::]) {
            input.parse::<Token![::]>()?;
            name = input.call(Ident::parse_any)?;
        }
        if is_path {
            return Err(syn::Error::new(
                start,
                format_args!("expected a variant's name alone, `{name}`"),
            ));
        }
        return Ok(Pick::Name(name));
    }
    if !input.peek(LitInt) && !input.peek(Token![-]) {
        return Err(error_at(
            input,
            "expected a code `40013`, a range of codes `40001..=40014` or a variant's name \
             `InvalidAppId`",
        ));
    }
    let first = parse_code(input)?;
    if input.peek(Token![..=]) {
        input.parse::<Token![..=]>()?;
        Ok(Pick::Range(first, parse_code(input)?))
    } else if input.peek(Token![..]) || input.peek(Token![-]) {
        let error = |last| {
            error_at(input, format_args!("expected a range with its last code, `{first}..={last}`"))
        };
        let rest = input.fork();
        skip_range_dots(&rest);
        Err(match parse_code(&rest) {
            Ok(last) if last.value() >= first.value() => error(last.to_string()),
            _ => error("<last code>".to_owned()),
        })
    } else {
        Ok(Pick::Code(first))
    }
}

/// Skips `..` or `-`.
fn skip_range_dots(input: ParseStream) {
    while input.peek(Token![.]) || input.peek(Token![..]) || input.peek(Token![-]) {
        skip_token(input);
    }
}

fn parse_attributes(input: ParseStream) -> syn::Result<Vec<Attribute>> {
    let mut attrs = Vec::new();
    while input.peek(Token![#]) {
        attrs.push(parse_attribute(input)?);
    }
    Ok(attrs)
}

pub(crate) fn parse_attribute(input: ParseStream) -> syn::Result<Attribute> {
    const EXPECTED: &str = "expected an attribute such as `#[deprecated]`";
    let pound = input.parse()?;
    if input.peek(Token![!]) {
        let expected =
            "expected an attribute of what follows: `///` for `//!`, `#[..]` for `#![..]`";
        return Err(error_at(input, expected));
    }
    if !input.peek(token::Bracket) {
        return Err(error_at(input, EXPECTED));
    }
    let brackets: Group = input.parse()?;
    let content = |content: ParseStream| {
        let path = parse_path(content)?;
        let mut arguments = None;
        if content.peek(Token![=]) {
            content.parse::<Token![=]>()?;
            parse_attribute_value(content)?;
        } else if !content.is_empty() {
            arguments = Some(content.parse::<Group>()?.stream());
        }
        if content.is_empty() { Ok((path, arguments)) } else { Err(content.error(EXPECTED)) }
    };
    // Were it handed on, the enum would be no item, and all that uses it would fail.
    let (path, arguments) = content
        .parse2(brackets.stream())
        .map_err(|_| syn::Error::new_spanned(&brackets, EXPECTED))?;
    Ok(Attribute { pound, brackets, name: path.to_string(), arguments })
}

/// A literal, or a macro such as `include_str!("..")`.
fn parse_attribute_value(input: ParseStream) -> syn::Result<()> {
    if input.peek(Lit) {
        return input.parse::<Lit>().map(drop);
    }
    parse_path(input)?;
    input.parse::<Token![!]>()?;
    input.parse::<Group>().map(drop)
}

fn parse_visibility(input: ParseStream) -> syn::Result<Visibility> {
    let public: Option<Token![pub]> = input.parse()?;
    let mut tokens = public.to_token_stream();
    if public.is_some() && input.peek(token::Paren) {
        let restriction: Group = input.parse()?;
        let path = |path: ParseStream| {
            let is_path = path.parse::<Option<Token![in]>>()?.is_some();
            let is_word = !path.peek(Ident);
            let parsed = parse_path(path)?;
            let alone = parsed.to_token_stream().into_iter().count() == 1;
            if is_path || is_word && alone { Ok(()) } else { Err(path.error("not a module")) }
        };
        path.parse2(restriction.stream()).map_err(|_| {
            let expected = "expected `(crate)`, `(super)` or `(in path)` after `pub`";
            syn::Error::new_spanned(&restriction, expected)
        })?;
        tokens.append(restriction);
    }
    Ok(Visibility(tokens))
}
