//! The errors of one table, collected so that all are reported in one compile.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::LitStr;
use syn::parse::{ParseStream, Parser};

#[derive(Default)]
pub(crate) struct Errors(Vec<Mistake>);

struct Mistake {
    message: String,
    place: Place,
    /// Where a code or name that is used twice was used first.
    first: Option<Place>,
}

/// From the first token to the last.
#[derive(Clone, Copy)]
struct Place {
    start: Span,
    end: Span,
}

impl Errors {
    pub(crate) fn push(&mut self, error: &syn::Error) {
        let place = Place { start: error.span(), end: error.span() };
        self.0.push(Mistake { message: error.to_string(), place, first: None });
    }

    /// Reports `message` at `tokens`, from the first of them to the last.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl Display) {
        let place = Place::of(tokens);
        self.0.push(Mistake { message: message.to_string(), place, first: None });
    }

    /// Reports `message` at the second of two, with a pointer to the first.
    pub(crate) fn twice(
        &mut self,
        second: impl ToTokens,
        message: impl Display,
        first: impl ToTokens,
    ) {
        let (place, first) = (Place::of(second), Some(Place::of(first)));
        self.0.push(Mistake { message: message.to_string(), place, first });
    }

    pub(crate) fn append(&mut self, mut others: Self) {
        self.0.append(&mut others.0);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The errors as code, in the order of the places they are about.
    pub(crate) fn into_compile_errors(mut self) -> TokenStream {
        self.0.sort_by_cached_key(|mistake| {
            let start = mistake.place.start.start();
            (start.line, start.column)
        });
        let errors = self.0.iter().map(|Mistake { message, place, first }| {
            let mut error = syn::Error::new_spanned(place, message);
            if let Some(first) = first {
                error.combine(syn::Error::new_spanned(first, "first used here"));
            }
            error.into_compile_error()
        });
        errors.collect()
    }

    /// Reads the errors that an earlier call of the macro found.
    pub(crate) fn parse(input: ParseStream) -> syn::Result<Self> {
        let mut mistakes = Vec::new();
        while !input.is_empty() {
            let group: proc_macro2::Group = input.parse()?;
            mistakes.push(parse_mistake.parse2(group.stream())?);
        }
        Ok(Self(mistakes))
    }
}

/// For the next call of the macro: a group with the message and the places for each error.
impl ToTokens for Errors {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for Mistake { message, place, first } in &self.0 {
            quote!({ #message #place #first }).to_tokens(tokens);
        }
    }
}

fn parse_mistake(input: ParseStream) -> syn::Result<Mistake> {
    let message: LitStr = input.parse()?;
    let place = Place::parse(input)?;
    let first = if input.is_empty() { None } else { Some(Place::parse(input)?) };
    Ok(Mistake { message: message.value(), place, first })
}

impl Place {
    fn of(tokens: impl ToTokens) -> Self {
        let mut spans = tokens.into_token_stream().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self { start, end: spans.last().unwrap_or(start) }
    }

    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (start, end): (Ident, Ident) = (input.parse()?, input.parse()?);
        Ok(Self { start: start.span(), end: end.span() })
    }
}

/// Two tokens that stand at the start and the end.
impl ToTokens for Place {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for span in [self.start, self.end] {
            Ident::new("at", span).to_tokens(tokens);
        }
    }
}
