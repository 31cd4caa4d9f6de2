//! Where to go on after a mistake, and what to say of a row that cannot be read.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use syn::parse::discouraged::Speculative;
use syn::parse::{ParseStream, Parser};
use syn::{Lit, LitInt, Token, token};

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
/// `40013, InvalidAppId, ".."` and `40013 => InvalidAppId, ".."` that is not the first comma.
pub(super) fn take_row(body: ParseStream) -> TokenStream {
    let mut row = take_until_comma(body);
    let mut parts = RowPart::all_of(&row);
    while !parts.is_empty() && (body.peek(Token![,]) || body.peek(Token![;])) {
        let rest = body.fork();
        skip_token(&rest);
        let more = take_until_comma(&rest);
        let more_parts = RowPart::all_of(&more);
        if more_parts.is_empty() || more_parts.iter().any(|part| parts.contains(part)) {
            break;
        }
        parts.extend(more_parts);
        body.advance_to(&rest);
        row.extend(more);
    }
    row
}

/// A part of a row.
#[derive(PartialEq)]
enum RowPart {
    Code,
    Name,
    Message,
}

impl RowPart {
    /// Returns the parts in the tokens, each once; none if there are other tokens than parts and the
    /// punctuation that can be meant to stand between parts.
    fn all_of(tokens: &TokenStream) -> Vec<Self> {
        let mut parts = Vec::new();
        for token in tokens.clone() {
            let part = match token {
                TokenTree::Ident(_) => Self::Name,
                TokenTree::Literal(literal) => match Lit::new(literal) {
                    Lit::Int(_) => Self::Code,
                    Lit::Str(_) => Self::Message,
                    _ => return Vec::new(),
                },
                TokenTree::Punct(punct) if "=>:-".contains(punct.as_char()) => continue,
                _ => return Vec::new(),
            };
            if parts.contains(&part) {
                return Vec::new();
            }
            parts.push(part);
        }
        parts
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
    let (line, is_pasted) = (body.span().start().line, begins_pasted_line(body));
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
        let on_another_line = last.is_some() && body.span().start().line > line;
        let next_row = may_end && (on_another_line && begins_item(body) || has_literal && begins_row(body))
            // Also after punctuation: a whole row, or a line like the first one, as in a pasted table.
            || on_another_line && (has_literal && begins_row(body) || is_pasted && begins_pasted_line(body));
        if next_row {
            break;
        }
        last = body.parse().ok();
        has_literal |= matches!(last, Some(TokenTree::Literal(_)));
        tokens.extend(last.clone());
    }
    tokens
}

/// Tells whether the next token begins a line of a table that was pasted, of Markdown or HTML.
pub(super) fn begins_pasted_line(body: ParseStream) -> bool {
    body.peek(Token![|]) || body.peek(Token![<])
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
