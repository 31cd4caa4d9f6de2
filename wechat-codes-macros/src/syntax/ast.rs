//! The syntax tree of a table, with the spans of the source.

use std::fmt;

use proc_macro2::{Group, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::{Ident, LitInt, Token};

pub(crate) struct Table {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) items: Vec<Item>,
    /// Whether there are items that could not be read, which were reported.
    pub(crate) has_unread_items: bool,
}

pub(crate) enum Item {
    Row(Row),
    Spread(Spread),
}

/// `#[attr] override code => Name: "message" { notes }`
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) override_token: Option<Token![override]>,
    pub(crate) code: Code,
    pub(crate) name: Option<Ident>,
    pub(crate) message: Message,
    /// The group of the notes, as tokens for the suggestion of a row.
    pub(crate) notes: Option<Group>,
}

/// The string literal of a row's message.
#[derive(Clone)]
pub(crate) struct Message {
    pub(crate) literal: Literal,
    pub(crate) text: String,
}

/// `key: value` of the notes behind a row's message.
pub(crate) struct Note {
    pub(crate) key: Ident,
    /// The tokens up to the next comma, which may be none.
    pub(crate) value: TokenStream,
}

/// `#[attr] ..path::Table { picks }`
pub(crate) struct Spread {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) dots: Token![..],
    pub(crate) path: Path,
    /// `None` for all rows of the table.
    pub(crate) selection: Option<Selection>,
}

pub(crate) struct Selection {
    pub(crate) picks: Vec<Pick>,
    /// Whether there are picks that could not be read, which were reported.
    pub(crate) has_unread_picks: bool,
}

/// `40013`, or `!40013` for all rows but this.
pub(crate) struct Pick {
    pub(crate) exclamation: Option<Token![!]>,
    pub(crate) rows: PickedRows,
}

pub(crate) enum PickedRows {
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
    /// The content of the parentheses of `#[name(..)]`.
    pub(crate) arguments: Option<TokenStream>,
}

/// `pub`, `pub(..)` or nothing; handed on as it stands.
#[derive(Clone, Default)]
pub(crate) struct Visibility(pub(crate) TokenStream);

/// A path to a table, `wechat_codes::ReturnCode` or `self::Table`; at least one word.
#[derive(Clone)]
pub(crate) struct Path(pub(crate) TokenStream);

impl Code {
    /// The number; `None` if it is beyond even `i128`.
    pub(crate) fn value(&self) -> Option<i128> {
        let magnitude: i128 = self.literal.base10_parse().ok()?;
        Some(if self.minus.is_some() { -magnitude } else { magnitude })
    }
}

/// Shows the code in decimal.
impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minus = if self.minus.is_some() { "-" } else { "" };
        write!(f, "{minus}{}", self.literal.base10_digits())
    }
}

impl Attribute {
    /// Tells whether this is `#[name]`, `#[name(..)]` or `#[name = ..]`.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// Tells whether this is `#[cfg(..)]` or `#[cfg_attr(..)]`.
    pub(crate) fn is_condition(&self) -> bool {
        self.is("cfg") || self.is("cfg_attr")
    }

    /// The span of its first token.
    pub(crate) fn span(&self) -> Span {
        self.pound.spans[0]
    }

    /// The arguments of `#[name(a, b)]`, split at the commas; a comma may stand after the last.
    pub(crate) fn argument_list(&self) -> Vec<TokenStream> {
        let mut arguments = vec![];
        let mut argument = vec![];
        for token in self.arguments.clone().unwrap_or_default() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ',' => {
                    arguments.push(argument.drain(..).collect());
                }
                other => argument.push(other),
            }
        }
        if !argument.is_empty() {
            arguments.push(argument.into_iter().collect());
        }
        arguments
    }
}

impl Path {
    /// Returns the last word of the path.
    pub(crate) fn last_word(&self) -> String {
        self.0.clone().into_iter().last().map(|token| token.to_string()).unwrap_or_default()
    }
}

impl Visibility {
    /// Tells whether this is `pub` without a restriction.
    pub(crate) fn is_public(&self) -> bool {
        self.0.clone().into_iter().count() == 1
    }
}

/// Shows the path as a person writes it: without the spaces that printed tokens have, and without the
/// `$crate` of a macro that wrote the table.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.clone().into_iter().try_for_each(|token| match token.to_string().as_str() {
            "$crate" => f.write_str("crate"),
            text => f.write_str(text),
        })
    }
}

impl ToTokens for Row {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { attrs, override_token, code, name, message, notes } = self;
        let colon = name.as_ref().map(|_| quote!(:));
        quote!(#(#attrs)* #override_token #code => #name #colon #message #notes).to_tokens(tokens);
    }
}

impl Pick {
    /// Tells whether the pick takes rows away.
    pub(crate) fn excludes(&self) -> bool {
        self.exclamation.is_some()
    }
}

impl Note {
    /// Returns the tokens at which to report a value that is wrong or missing.
    pub(crate) fn place(&self) -> TokenStream {
        if self.value.is_empty() { self.key.to_token_stream() } else { self.value.clone() }
    }
}

impl ToTokens for Pick {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.exclamation.to_tokens(tokens);
        self.rows.to_tokens(tokens);
    }
}

impl ToTokens for PickedRows {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Code(code) => code.to_tokens(tokens),
            Self::Range(first, last) => quote!(#first ..= #last).to_tokens(tokens),
            Self::Name(name) => name.to_tokens(tokens),
        }
    }
}

impl ToTokens for Message {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.literal.clone());
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
