//! The syntax tree of a table: what stands in the source, with its spans.

use std::fmt;

use proc_macro2::{Group, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Ident, LitInt, LitStr, Token};

pub(crate) struct Table {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) enum_token: Token![enum],
    pub(crate) ident: Ident,
    pub(crate) items: Vec<Item>,
}

pub(crate) enum Item {
    Row(Row),
    Spread(Spread),
}

/// `#[attr] code => Name: "message"`
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: Code,
    pub(crate) name: Option<Ident>,
    pub(crate) message: LitStr,
}

/// `#[attr] ..path::Table { picks }`
pub(crate) struct Spread {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) path: Path,
    /// `None` for all rows of the table.
    pub(crate) selection: Option<Vec<Pick>>,
}

#[derive(Clone)]
pub(crate) enum Pick {
    Code(Code),
    Range(Code, Code),
    Name(Ident),
}

#[derive(Clone)]
pub(crate) struct Code {
    pub(crate) minus: Option<Token![-]>,
    pub(crate) literal: LitInt,
}

/// An outer attribute, as tokens: most are handed on as they stand.
#[derive(Clone)]
pub(crate) struct Attribute {
    pub(crate) pound: Token![#],
    pub(crate) brackets: Group,
    /// Its path: `derive`, `rustfmt::skip`.
    pub(crate) name: String,
    /// What stands in the parentheses of `#[name(..)]`.
    pub(crate) arguments: Option<TokenStream>,
}

/// `pub`, `pub(..)` or nothing; handed on as it stands.
#[derive(Clone)]
pub(crate) struct Visibility(pub(crate) TokenStream);

/// A path to a table, `wechat_codes::ReturnCode` or `self::Table`; at least one word.
#[derive(Clone)]
pub(crate) struct Path(pub(crate) TokenStream);

impl Code {
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

impl Attribute {
    /// Whether this is `#[name]`, `#[name(..)]` or `#[name = ..]`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Where it begins.
    pub(crate) fn span(&self) -> Span {
        self.pound.spans[0]
    }
}

impl Path {
    /// Where it begins.
    pub(crate) fn span(&self) -> Span {
        self.0.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
    }
}

impl Visibility {
    /// Whether this is `pub` without a restriction.
    pub(crate) fn is_public(&self) -> bool {
        self.0.clone().into_iter().count() == 1
    }
}

/// The path as a person writes it: without the spaces that printed tokens have, and without the
/// `$crate` of a macro that wrote the table.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.clone().into_iter().try_for_each(|token| match token.to_string().as_str() {
            "$crate" => f.write_str("crate"),
            text => f.write_str(text),
        })
    }
}

impl ToTokens for Table {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, vis, enum_token, ident, items } = self;
        quote!(#(#attrs)* #vis #enum_token #ident { #(#items,)* }).to_tokens(tokens);
    }
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Row(row) => row.to_token_stream(),
            Self::Spread(Spread { attrs, path, selection }) => {
                let selection = selection.as_ref().map(|picks| quote!({ #(#picks),* }));
                quote!(#(#attrs)* .. #path #selection)
            }
        }
        .to_tokens(tokens);
    }
}

impl ToTokens for Row {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, code, name, message } = self;
        let colon = name.as_ref().map(|_| quote!(:));
        quote!(#(#attrs)* #code => #name #colon #message).to_tokens(tokens);
    }
}

impl ToTokens for Pick {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Code(code) => code.to_tokens(tokens),
            Self::Range(first, last) => quote!(#first ..= #last).to_tokens(tokens),
            Self::Name(name) => name.to_tokens(tokens),
        }
    }
}

impl ToTokens for Code {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.minus.to_tokens(tokens);
        self.literal.to_tokens(tokens);
    }
}

impl ToTokens for Attribute {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.pound.to_tokens(tokens);
        tokens.append(self.brackets.clone());
    }
}

impl ToTokens for Visibility {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}

impl ToTokens for Path {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.to_tokens(tokens);
    }
}
