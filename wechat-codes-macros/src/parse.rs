//! Tokens to syntax.
//!
//! Only syntax is judged here. A row that cannot be read is reported and skipped up to the next
//! comma, so that one mistake neither hides the next nor takes the good rows with it.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitInt, LitStr, Token, braced, bracketed, token};

use crate::ast::{Attribute, Code, Item, Path, Pick, Row, Spread, Table, Visibility};
use crate::errors::Errors;

/// What the macro is called with: `[$crate] [answers] table`.
pub(crate) struct Input {
    /// The path of the facade crate; generated code names nothing else.
    pub(crate) krate: TokenStream,
    /// To the questions that `resolve` asked about this table; none at first.
    pub(crate) answers: Vec<Group>,
    pub(crate) table: Table,
}

/// A row written right, for messages.
const ROW: &str = "`40013 => InvalidAppId: \"Invalid App ID\"`";

/// Reads a table. `None` where not even the enum's name could be read.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Input> {
    let parser = |input: ParseStream| {
        let (krate, answers);
        bracketed!(krate in input);
        bracketed!(answers in input);
        let krate = krate.parse()?;
        let mut groups = Vec::new();
        while !answers.is_empty() {
            groups.push(answers.parse()?);
        }
        Ok(Input { krate, answers: groups, table: parse_table(input, errors)? })
    };
    parser.parse2(tokens).map_err(|error| errors.push(error)).ok()
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
    let attrs = parse_attributes(input)?;
    let vis = parse_visibility(input)?;
    if !input.peek(Token![enum]) {
        return Err(input.error(format_args!(
            "expected a table: `pub enum Name {{ {} }}`",
            ROW.trim_matches('`')
        )));
    }
    let enum_token = input.parse()?;
    if !input.peek(Ident) {
        return Err(input.error("expected the name of the enum"));
    }
    let ident = input.parse()?;
    if !input.peek(token::Brace) {
        return Err(input.error("expected the table's rows in `{ }`"));
    }
    let body;
    braced!(body in input);
    let items = parse_items(&body, errors);
    if !input.is_empty() {
        errors.push(input.error(
            "expected nothing after the table; each table has a `wechat_codes!` of its own",
        ));
        input.parse::<TokenStream>()?;
    }
    Ok(Table { attrs, vis, enum_token, ident, items })
}

fn parse_items(body: ParseStream, errors: &mut Errors) -> Vec<Item> {
    let mut items = Vec::new();
    while !body.is_empty() {
        match parse_item(body, errors) {
            Ok(item) => items.push(item),
            Err(error) => {
                errors.push(error);
                skip_to_comma(body);
            }
        }
        if body.is_empty() {
            break;
        }
        if body.peek(Token![,]) {
            skip_token(body);
            continue;
        }
        errors.push(body.error(format_args!("expected `,` after a row such as {ROW}")));
        // Where the next row begins here, only the comma is missing.
        if !begins_item(body) {
            skip_to_comma(body);
            skip_token(body);
        }
    }
    items
}

fn begins_item(body: ParseStream) -> bool {
    body.peek(Token![#])
        || body.peek(Token![..])
        || body.peek(Lit)
        || body.peek(Token![-]) && body.peek2(Lit)
}

fn skip_to_comma(body: ParseStream) {
    while !body.is_empty() && !body.peek(Token![,]) {
        skip_token(body);
    }
}

fn skip_token(body: ParseStream) {
    let _: syn::Result<TokenTree> = body.parse();
}

fn parse_item(input: ParseStream, errors: &mut Errors) -> syn::Result<Item> {
    let attrs = parse_attributes(input)?;
    if input.peek(Token![..]) {
        parse_spread(attrs, input, errors).map(Item::Spread)
    } else {
        parse_row(attrs, input).map(Item::Row)
    }
}

fn parse_row(attrs: Vec<Attribute>, input: ParseStream) -> syn::Result<Row> {
    if let (Some(attr), true) = (attrs.last(), input.is_empty() || input.peek(Token![,])) {
        return Err(syn::Error::new_spanned(
            attr,
            format_args!("expected a row such as {ROW} after its docs and attributes"),
        ));
    }
    let code = parse_code(input)?;
    if !input.peek(Token![=>]) {
        return Err(input.error(format_args!("expected `=>`: a row is written {ROW}")));
    }
    input.parse::<Token![=>]>()?;
    let name = if input.peek(Ident::peek_any) {
        let name = input.call(Ident::parse_any)?;
        if !input.peek(Token![:]) {
            return Err(input.error(format_args!("expected `:` and the message of `{name}`")));
        }
        input.parse::<Token![:]>()?;
        Some(name)
    } else {
        None
    };
    Ok(Row { attrs, code, name, message: parse_message(input)? })
}

fn parse_message(input: ParseStream) -> syn::Result<LitStr> {
    const EXPECTED: &str = "expected the message, a string literal such as \"Invalid App ID\"";
    if !input.peek(Lit) {
        return Err(input.error(EXPECTED));
    }
    match input.parse()? {
        Lit::Str(message) if message.suffix().is_empty() => Ok(message),
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

fn parse_code(input: ParseStream) -> syn::Result<Code> {
    const EXPECTED: &str = "expected a code, an integer without a suffix such as 40013";
    let minus = input.parse()?;
    // syn would read a second minus as part of the literal.
    if !input.peek(Lit) || input.peek(Token![-]) {
        return Err(input.error(EXPECTED));
    }
    match input.parse()? {
        Lit::Int(literal) if literal.suffix().is_empty() => Ok(Code { minus, literal }),
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

fn parse_spread(
    attrs: Vec<Attribute>,
    input: ParseStream,
    errors: &mut Errors,
) -> syn::Result<Spread> {
    input.parse::<Token![..]>()?;
    let path = parse_path(input)?;
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
        if !input.peek(Ident::peek_any) {
            return Err(
                input.error("expected the path of a table, such as `wechat_codes::ReturnCode`")
            );
        }
        tokens.append(input.call(Ident::parse_any)?);
        if !input.peek(Token![::]) {
            return Ok(Path(tokens));
        }
        input.parse::<Token![::]>()?.to_tokens(&mut tokens);
    }
}

fn parse_picks(input: ParseStream, errors: &mut Errors) -> Vec<Pick> {
    let mut picks = Vec::new();
    while !input.is_empty() {
        match parse_pick(input) {
            Ok(pick) => picks.push(pick),
            Err(error) => {
                errors.push(error);
                skip_to_comma(input);
            }
        }
        if !input.is_empty() && !input.peek(Token![,]) {
            errors.push(input.error("expected `,` after a code, a range or a name"));
            skip_to_comma(input);
        }
        skip_token(input);
    }
    picks
}

fn parse_pick(input: ParseStream) -> syn::Result<Pick> {
    if input.peek(Ident::peek_any) {
        return input.call(Ident::parse_any).map(Pick::Name);
    }
    if !input.peek(LitInt) && !input.peek(Token![-]) {
        return Err(input.error(
            "expected a code `40013`, a range of codes `40001..=40014` or a variant's name \
             `InvalidAppId`",
        ));
    }
    let first = parse_code(input)?;
    if input.peek(Token![..=]) {
        input.parse::<Token![..=]>()?;
        Ok(Pick::Range(first, parse_code(input)?))
    } else if input.peek(Token![..]) {
        Err(input.error(format_args!("expected a range with its last code, `{first}..=40014`")))
    } else {
        Ok(Pick::Code(first))
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
    let pound = input.parse()?;
    if !input.peek(token::Bracket) {
        return Err(input.error("expected an attribute such as `#[deprecated]`"));
    }
    let brackets: Group = input.parse()?;
    let content = |content: ParseStream| {
        let name = content.call(Ident::parse_any).ok();
        let arguments = if content.peek(token::Paren) {
            Some(content.parse::<Group>()?.stream())
        } else {
            None
        };
        content.parse::<TokenStream>()?;
        Ok((name, arguments))
    };
    let (name, arguments) = content.parse2(brackets.stream())?;
    Ok(Attribute { pound, brackets, name, arguments })
}

fn parse_visibility(input: ParseStream) -> syn::Result<Visibility> {
    let public: Option<Token![pub]> = input.parse()?;
    let mut tokens = public.to_token_stream();
    if public.is_some() && input.peek(token::Paren) {
        tokens.append(input.parse::<Group>()?);
    }
    Ok(Visibility(tokens))
}
