//! The syntax of a table: tokens in, a tree with their spans out.
//!
//! Only syntax is judged here. A row that cannot be read is reported and skipped up to the next
//! comma, so that one mistake neither hides the next nor takes the good rows with it.

use std::fmt;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, Lit, LitInt, LitStr, Token, braced, bracketed, token};

use crate::errors::Errors;

/// What the macro is called with: `[$crate] #[attr] pub enum Name { rows }`.
pub(crate) struct Input {
    /// The path of the facade crate; generated code names nothing else.
    pub(crate) krate: TokenStream,
    pub(crate) table: Table,
}

pub(crate) struct Table {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) rows: Vec<Row>,
}

/// `#[attr] code => Name: "message"`
pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: Code,
    pub(crate) name: Option<Ident>,
    pub(crate) message: LitStr,
}

pub(crate) struct Code {
    minus: Option<Token![-]>,
    literal: LitInt,
}

/// An outer attribute, as tokens: most are handed on as they stand.
pub(crate) struct Attribute {
    pound: Token![#],
    brackets: Group,
    /// The first word in the brackets.
    name: Option<Ident>,
    /// What stands in the parentheses of `#[name(..)]`.
    pub(crate) arguments: Option<TokenStream>,
}

/// `pub`, `pub(..)` or nothing; handed on as it stands.
pub(crate) struct Visibility(TokenStream);

/// A row written right, for messages.
const ROW: &str = "`40013 => InvalidAppId: \"Invalid App ID\"`";

/// Reads a table. `None` where not even the enum's name could be read.
pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Input> {
    let parser = |input: ParseStream| Input::parse(input, errors);
    match parser.parse2(tokens) {
        Ok(input) => Some(input),
        Err(error) => {
            errors.push(error);
            None
        }
    }
}

impl Input {
    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        let krate;
        bracketed!(krate in input);
        Ok(Self { krate: krate.parse()?, table: Table::parse(input, errors)? })
    }
}

impl Table {
    fn parse(input: ParseStream, errors: &mut Errors) -> syn::Result<Self> {
        let attrs = Attribute::parse_all(input)?;
        let vis = Visibility::parse(input)?;
        if !input.peek(Token![enum]) {
            return Err(input.error(format_args!(
                "expected a table: `pub enum Name {{ 40013 => InvalidAppId: \"Invalid App ID\" }}`"
            )));
        }
        input.parse::<Token![enum]>()?;
        let ident = input.parse()?;
        if !input.peek(token::Brace) {
            return Err(input.error("expected the table's rows in `{ }`"));
        }
        let body;
        braced!(body in input);
        let rows = parse_rows(&body, errors);
        if !input.is_empty() {
            errors.push(input.error(
                "expected nothing after the table; each table has a `wechat_codes!` of its own",
            ));
            input.parse::<TokenStream>()?;
        }
        Ok(Self { attrs, vis, ident, rows })
    }
}

fn parse_rows(body: ParseStream, errors: &mut Errors) -> Vec<Row> {
    let mut rows = Vec::new();
    while !body.is_empty() {
        let row = Row::parse(body);
        let comma = match row {
            Ok(row) => {
                rows.push(row);
                parse_comma(body)
            }
            Err(error) => Err(error),
        };
        if let Err(error) = comma {
            errors.push(error);
            skip_past_comma(body);
        }
    }
    rows
}

fn parse_comma(body: ParseStream) -> syn::Result<()> {
    if body.is_empty() {
        return Ok(());
    }
    if !body.peek(Token![,]) {
        return Err(body.error(format_args!("expected `,` after a row such as {ROW}")));
    }
    body.parse::<Token![,]>().map(drop)
}

/// Drops tokens up to the next comma of this level, and the comma.
fn skip_past_comma(body: ParseStream) {
    while !body.is_empty() {
        let comma = body.peek(Token![,]);
        if body.parse::<TokenTree>().is_err() || comma {
            return;
        }
    }
}

impl Row {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let attrs = Attribute::parse_all(input)?;
        let code = Code::parse(input)?;
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
        Ok(Self { attrs, code, name, message: parse_message(input)? })
    }
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

impl Code {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        const EXPECTED: &str = "expected a code, an integer without a suffix such as 40013";
        let minus = input.parse()?;
        if !input.peek(Lit) {
            return Err(input.error(EXPECTED));
        }
        match input.parse()? {
            Lit::Int(literal) if literal.suffix().is_empty() => Ok(Self { minus, literal }),
            other => Err(syn::Error::new(other.span(), EXPECTED)),
        }
    }

    /// The number; `None` where it is beyond even `i128`.
    pub(crate) fn value(&self) -> Option<i128> {
        let magnitude: i128 = self.literal.base10_parse().ok()?;
        Some(if self.minus.is_some() { -magnitude } else { magnitude })
    }
}

/// The code in decimal.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.minus.is_some() { "-" } else { "" };
        write!(f, "{minus}{}", self.literal.base10_digits())
    }
}

impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.minus.to_tokens(tokens);
        self.literal.to_tokens(tokens);
    }
}

impl Attribute {
    fn parse_all(input: ParseStream) -> syn::Result<Vec<Self>> {
        let mut attrs = Vec::new();
        while input.peek(Token![#]) {
            attrs.push(Self::parse(input)?);
        }
        Ok(attrs)
    }

    fn parse(input: ParseStream) -> syn::Result<Self> {
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
        Ok(Self { pound, brackets, name, arguments })
    }

    /// Whether this is `#[name]`, `#[name(..)]` or `#[name = ..]`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.as_ref().is_some_and(|ident| ident == name)
    }

    /// Whether the word stands anywhere in the attribute, as in `#[cfg_attr(test, deprecated)]`.
    pub(crate) fn mentions(&self, word: &str) -> bool {
        mentions(self.brackets.stream(), word)
    }
}

fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.pound.to_tokens(tokens);
        tokens.append(self.brackets.clone());
    }
}

impl Visibility {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let public: Option<Token![pub]> = input.parse()?;
        let mut tokens = public.to_token_stream();
        if public.is_some() && input.peek(token::Paren) {
            tokens.append(input.parse::<Group>()?);
        }
        Ok(Self(tokens))
    }
}

impl ToTokens for Visibility {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.clone());
    }
}
