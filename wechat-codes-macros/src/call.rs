//! How the macro is called: `[$crate] [answers] table`.
//!
//! The facade calls the macro with the path of its own crate and without answers. If a table needs
//! something that only the compiler knows, the macro expands to a question: code that calls the macro
//! again, with one more answer and the same table, token for token. Every call finds every error
//! anew, so no call has to tell the next what it found.

use proc_macro2::{Group, Ident, TokenStream};
use quote::quote;
use syn::bracketed;
use syn::parse::{ParseStream, Parser};

pub(crate) struct Call {
    /// The path of the facade crate; generated code names nothing else.
    pub(crate) krate: TokenStream,
    /// The answers so far, in the order of the questions; none at first.
    pub(crate) answers: Vec<Group>,
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
            Ok(Self { krate: krate.parse()?, answers: groups, table: input.parse()? })
        };
        parser.parse2(tokens)
    }

    /// The arguments of the next call, in braces, to which [`answering_macro`] adds its answer.
    pub(crate) fn arguments(&self) -> TokenStream {
        let Self { krate, answers, table } = self;
        quote!({ [#krate] [#(#answers)*] #table })
    }
}

/// Generates a macro that calls this one again, with an answer added to those it had.
pub(crate) fn answering_macro(name: &Ident, answer: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unused_macros)]
        macro_rules! #name {
            ([$($krate:tt)*] [$($answers:tt)*] $($table:tt)*) => {
                $($krate)*::__private::wechat_codes! {
                    [$($krate)*] [$($answers)* { #answer }] $($table)*
                }
            };
        }
    }
}
