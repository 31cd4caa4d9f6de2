//! Where to go on after a mistake, and what to say of a row that cannot be read.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitInt, Token, token};

use super::ast::Path;
use super::suggest::row_as_meant;

/// Tells whether the next tokens begin a row or a spread.
pub(super) fn begins_item(body: ParseStream) -> bool {
    body.peek(Token![#])
        || body.peek(Token![..])
        || body.peek(Token![override])
        || body.peek(LitInt)
        || body.peek(Token![-]) && body.peek2(LitInt)
}

/// Takes the tokens of a row that cannot be read, up to the comma that ends the row. In
/// `40013, InvalidAppId, ".."` that is not the first comma.
pub(super) fn take_row(body: ParseStream) -> TokenStream {
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

/// The part of a row that one word between commas can be.
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

/// Takes the tokens up to a comma or `;`. If the comma before the next row is missing, takes those up
/// to the next row: up to a code and its arrow, or to the beginning of a row on another line.
pub(super) fn take_until_comma(body: ParseStream) -> TokenStream {
    let mut tokens = TokenStream::new();
    // The attributes of a row may stand on lines of their own.
    while body.peek(Token![#]) && body.peek2(token::Bracket) {
        tokens.extend(body.parse::<TokenTree>());
        tokens.extend(body.parse::<TokenTree>());
    }
    let line = body.span().start().line;
    let (mut has_literal, mut last) = (false, None);
    while !body.is_empty() && !body.peek(Token![,]) && !body.peek(Token![;]) {
        // A row cannot end between the codes of `40001-40014 =>`, nor in punctuation, unless it ends in
        // its arrow or in the colon of its name while someone types it.
        let may_end = match &last {
            None => false,
            Some(TokenTree::Punct(punct)) => {
                matches!(punct.as_char(), '>' | ':') && begins_row(body)
            }
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

/// Tells whether a code and its arrow come next, or `override` and a code.
fn begins_row(body: ParseStream) -> bool {
    body.peek(LitInt) && body.peek2(Token![=>])
        || body.peek(Token![-]) && body.peek2(LitInt) && body.peek3(Token![=>])
        || begins_override(body)
}

/// Tells whether `override` and a code come next.
pub(super) fn begins_override(body: ParseStream) -> bool {
    body.peek(Token![override])
        && (body.peek2(LitInt) || body.peek2(Token![-]) && body.peek3(LitInt))
}

pub(super) fn skip_token(body: ParseStream) {
    let _: syn::Result<TokenTree> = body.parse();
}

/// Adds to an error what to write instead of a row that cannot be read.
pub(super) fn with_right_row(error: &syn::Error, row: TokenStream) -> String {
    let spread = |input: ParseStream| {
        let path: Path = input.parse()?;
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
