//! How the macro is called: `[$crate] [answers] table`, after an answer also `[$crate] [answers] ! table`
//! if the first call has reported errors.
//!
//! The facade calls the macro with the path of its own crate and without answers. If a table needs
//! something that only the compiler knows, the macro expands to a question: code that calls the macro
//! again, with one more answer and the same table, token for token. Every call finds every error
//! anew, so no call has to tell the next what it found; the first call alone tells that it has reported
//! the errors that need no answer.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

pub(crate) struct Call {
    /// The path of the facade crate; generated code names nothing else.
    pub(crate) krate: TokenStream,
    /// The answers so far, in the order of the questions; none at first.
    pub(crate) answers: Vec<Group>,
    /// Whether the first call has reported the errors that need no answer.
    pub(crate) has_reported: bool,
    pub(crate) table: TokenStream,
}

impl Call {
    pub(crate) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        // syn would copy the whole table.
        let mut tokens = tokens.into_iter().peekable();
        let krate = bracketed(tokens.next())?;
        let answers = bracketed(tokens.next())?.into_iter();
        let answers: Vec<Group> = answers.map(group).collect::<syn::Result<_>>()?;
        let is_mark =
            |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == '!');
        let has_reported = !answers.is_empty() && tokens.next_if(is_mark).is_some();
        Ok(Self { krate, answers, has_reported, table: tokens.collect() })
    }

    /// The arguments of the next call, in braces, to which [`answering_macro`] adds its answer.
    pub(crate) fn arguments(&self) -> TokenStream {
        let Self { krate, answers, has_reported, table } = self;
        let mark = has_reported.then(|| quote!(!));
        quote!({ [#krate] [#(#answers)*] #mark #table })
    }
}

fn bracketed(token: Option<TokenTree>) -> syn::Result<TokenStream> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => {
            Ok(group.stream())
        }
        other => Err(unexpected(other)),
    }
}

fn group(token: TokenTree) -> syn::Result<Group> {
    match token {
        TokenTree::Group(group) => Ok(group),
        other => Err(unexpected(Some(other))),
    }
}

fn unexpected(token: Option<TokenTree>) -> syn::Error {
    let place = token.map_or_else(Span::call_site, |token| token.span());
    syn::Error::new(place, "this macro is for the facade, `wechat_codes::wechat_codes!`")
}

/// Generates a macro that calls this one again, with an answer added to those it had.
pub(crate) fn answering_macro(name: &Ident, answer: &TokenStream) -> TokenStream {
    quote! {
        macro_rules! #name {
            ([$($krate:tt)*] [$($answers:tt)*] $($table:tt)*) => {
                $($krate)*::__private::wechat_codes! {
                    [$($krate)*] [$($answers)* { #answer }] $($table)*
                }
            };
        }
    }
}
