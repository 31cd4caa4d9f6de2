//! The grammar within an item: rows, picks and their parts. The first mistake ends the reading.

use std::fmt::Display;

use proc_macro2::Group;
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Ident, Lit, LitInt, LitStr, Token, token};

use super::ast::{Attribute, Code, Message, Path, Pick, PickedRows, Row, Visibility};
use super::recover::begins_override;
use crate::source::read_string;

/// Returns an error at the next token. (syn's own adds words of its own at the end of the input.)
pub(super) fn error_at(input: ParseStream, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

impl Parse for Row {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attrs = input.call(parse_attributes)?;
        parse_row(attrs, input)
    }
}

/// Parses a row after its attributes.
pub(super) fn parse_row(attrs: Vec<Attribute>, input: ParseStream) -> syn::Result<Row> {
    if let (Some(attr), true) = (attrs.last(), input.is_empty() || input.peek(Token![,])) {
        return Err(syn::Error::new(attr.span(), "expected a row after its docs and attributes"));
    }
    let override_token = input.parse()?;
    let code: Code = input.parse()?;
    let continues = input.peek(Token![-]) && input.peek2(LitInt);
    if continues || input.peek(Token![..]) || input.peek(Token![|]) || input.peek(Token![+]) {
        return Err(error_at(input, "a code is one integer, and each code has a row of its own"));
    }
    if !input.peek(Token![=>]) {
        return Err(error_at(input, "expected `=>` after the code"));
    }
    input.parse::<Token![=>]>()?;
    let name = if input.peek(Ident::peek_any) && !begins_override(input) {
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
    let message = input.call(parse_message)?;
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        return Err(error_at(input, "a message is one string literal"));
    }
    if name.is_none() && input.peek(Token![:]) {
        return Err(error_at(input, "expected the name before the message"));
    }
    let notes = if input.peek(token::Brace) { Some(input.parse()?) } else { None };
    Ok(Row { attrs, override_token, code, name, message, notes })
}

fn parse_message(input: ParseStream) -> syn::Result<Message> {
    const EXPECTED: &str = "expected the message, one string literal";
    if let Some((literal, _)) = input.cursor().literal()
        && let Some(text) = read_string(&literal)
    {
        return Ok(Message { literal: input.parse()?, text });
    }
    if !input.peek(Lit) {
        return Err(error_at(input, EXPECTED));
    }
    match input.parse()? {
        Lit::Int(number) if !number.suffix().is_empty() => Err(syn::Error::new(
            number.span(),
            format_args!(
                "expected a name or a message; a name cannot begin with a digit: `{number}`"
            ),
        )),
        other => Err(syn::Error::new(other.span(), EXPECTED)),
    }
}

impl Parse for Code {
    fn parse(input: ParseStream) -> syn::Result<Self> {
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
            Lit::Int(literal) if literal.suffix().is_empty() => Ok(Self { minus, literal }),
            Lit::Str(text) => Err(syn::Error::new(text.span(), "a code is an integer, not text")),
            other => Err(syn::Error::new(other.span(), EXPECTED)),
        }
    }
}

impl Parse for Path {
    fn parse(input: ParseStream) -> syn::Result<Self> {
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
                return Ok(Self(tokens));
            }
            let colons = input.parse::<Token![::]>()?;
            if input.peek(Token![*]) || input.peek(token::Brace) {
                let path = Self(tokens);
                let message = format!(
                    "expected `..{path}` for all rows of the table, `..{path} {{ 40013 }}` for some"
                );
                return Err(error_at(input, message));
            }
            colons.to_tokens(&mut tokens);
        }
    }
}

impl Parse for Pick {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let exclamation: Option<Token![!]> = input.parse()?;
        if exclamation.is_some() && input.peek(Token![!]) {
            return Err(error_at(input, "a pick has at most one `!`"));
        }
        if exclamation.is_some() && (input.is_empty() || input.peek(Token![,])) {
            let message = "expected a code, a range of codes or a variant's name after `!`";
            return Err(error_at(input, message));
        }
        Ok(Self { exclamation, rows: input.parse()? })
    }
}

impl Parse for PickedRows {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) {
            return input.call(parse_picked_name).map(Self::Name);
        }
        if !input.peek(LitInt) && !input.peek(Token![-]) {
            return Err(error_at(
                input,
                "expected a code `40013`, a range of codes `40001..=40014` or a variant's name \
                 `InvalidAppId`",
            ));
        }
        let first: Code = input.parse()?;
        if input.peek(Token![..=]) {
            input.parse::<Token![..=]>()?;
            return Ok(Self::Range(first, input.parse()?));
        }
        if !input.peek(Token![..]) && !input.peek(Token![-]) {
            return Ok(Self::Code(first));
        }
        let (place, mut last) = (input.span(), "<last code>".to_owned());
        while input.peek(Token![.]) || input.peek(Token![..]) || input.peek(Token![-]) {
            input.parse::<proc_macro2::TokenTree>()?;
        }
        if let Ok(code) = input.parse::<Code>()
            && code.value() >= first.value()
        {
            last = code.to_string();
        }
        let message = format!("expected a range with its last code, `{first}..={last}`");
        Err(syn::Error::new(place, message))
    }
}

fn parse_picked_name(input: ParseStream) -> syn::Result<Ident> {
    let start = input.span();
    let mut name = input.call(Ident::parse_any)?;
    if !input.peek(Token![::]) {
        return Ok(name);
    }
    while input.peek(Token![::]) {
        input.parse::<Token![::]>()?;
        name = input.call(Ident::parse_any)?;
    }
    Err(syn::Error::new(start, format_args!("expected a variant's name alone, `{name}`")))
}

pub(super) fn parse_attributes(input: ParseStream) -> syn::Result<Vec<Attribute>> {
    let mut attrs = Vec::new();
    while input.peek(Token![#]) {
        attrs.push(input.parse()?);
    }
    Ok(attrs)
}

impl Parse for Attribute {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        const EXPECTED: &str = "expected an attribute such as `#[deprecated]`";
        let pound = input.parse()?;
        if input.peek(Token![!]) {
            return Err(error_at(
                input,
                "inner docs and attributes cannot stand in a table; write `///` instead of `//!`, \
                 `#[..]` instead of `#![..]`",
            ));
        }
        if !input.peek(token::Bracket) {
            return Err(error_at(input, EXPECTED));
        }
        let brackets: Group = input.parse()?;
        let content = |content: ParseStream| {
            let path: Path = content.parse()?;
            let mut arguments = None;
            if content.peek(Token![=]) {
                content.parse::<Token![=]>()?;
                parse_attribute_value(content)?;
            } else if !content.is_empty() {
                arguments = Some(content.parse::<Group>()?.stream());
            }
            if content.is_empty() { Ok((path, arguments)) } else { Err(content.error(EXPECTED)) }
        };
        // rustc would reject the whole enum because of a malformed attribute, and then every use of the
        // enum.
        let (path, arguments) = content
            .parse2(brackets.stream())
            .map_err(|_| syn::Error::new_spanned(&brackets, EXPECTED))?;
        Ok(Self { pound, brackets, name: path.to_string(), arguments })
    }
}

/// Parses a literal, or a macro such as `include_str!("..")`.
fn parse_attribute_value(input: ParseStream) -> syn::Result<()> {
    if input.peek(Lit) {
        return input.parse::<Lit>().map(drop);
    }
    input.parse::<Path>()?;
    input.parse::<Token![!]>()?;
    input.parse::<Group>().map(drop)
}

impl Parse for Visibility {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let public: Option<Token![pub]> = input.parse()?;
        let mut tokens = public.to_token_stream();
        if public.is_some() && input.peek(token::Paren) {
            let restriction: Group = input.parse()?;
            let path = |path: ParseStream| {
                let is_path = path.parse::<Option<Token![in]>>()?.is_some();
                let is_keyword = !path.peek(Ident);
                let parsed: Path = path.parse()?;
                let alone = parsed.to_token_stream().into_iter().count() == 1;
                if is_path || is_keyword && alone {
                    Ok(())
                } else {
                    Err(path.error("not a module"))
                }
            };
            path.parse2(restriction.stream()).map_err(|_| {
                let expected = "expected `(crate)`, `(super)` or `(in path)` after `pub`";
                syn::Error::new_spanned(&restriction, expected)
            })?;
            tokens.append(restriction);
        }
        Ok(Self(tokens))
    }
}
