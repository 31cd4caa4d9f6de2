//! How the macro is called: `[$crate] [answers] table`, after an answer also `[$crate] [answers] ! table`
//! if the first call has reported errors.
//!
//! The facade calls the macro with the path of its own crate and without answers. If a table needs
//! something that only the compiler knows, the macro expands to a question: code that calls the macro
//! again, with one more answer and the same table, token for token. Every call finds every error
//! anew, so no call has to tell the next what it found; the first call alone tells that it has reported
//! the errors that need no answer.

use proc_macro2::{Group, Ident, TokenStream};
use quote::quote;
use syn::parse::{ParseStream, Parser};
use syn::{Token, bracketed};

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
        let parser = |input: ParseStream| {
            let (krate, answers);
            bracketed!(krate in input);
            bracketed!(answers in input);
            let mut groups = Vec::new();
            while !answers.is_empty() {
                groups.push(answers.parse()?);
            }
            let mark: Option<Token![!]> = if groups.is_empty() { None } else { input.parse()? };
            Ok(Self {
                krate: krate.parse()?,
                answers: groups,
                has_reported: mark.is_some(),
                table: input.parse()?,
            })
        };
        parser.parse2(tokens)
    }

    /// The arguments of the next call, in braces, to which [`answering_macro`] adds its answer.
    pub(crate) fn arguments(&self) -> TokenStream {
        let Self { krate, answers, has_reported, table } = self;
        let mark = has_reported.then(|| quote!(!));
        quote!({ [#krate] [#(#answers)*] #mark #table })
    }
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
