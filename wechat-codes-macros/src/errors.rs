//! The errors of one table, collected so that all are reported in one compile.

use std::fmt::Display;

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;

#[derive(Default)]
pub(crate) struct Errors(Vec<Mistake>);

struct Mistake {
    message: String,
    place: Place,
    /// The place of the first use, if a code or name is used twice.
    first: Option<Place>,
}

/// The spans of the first token and the last.
#[derive(Clone, Copy)]
struct Place {
    start: Span,
    end: Span,
}

impl Errors {
    /// Adds an error of syn's.
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

    /// Returns the messages, in the order in which they were found.
    #[cfg(test)]
    pub(crate) fn messages(&self) -> Vec<&str> {
        self.0.iter().map(|mistake| mistake.message.as_str()).collect()
    }

    /// Turns the errors into code, in the order of their places.
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
}

impl Place {
    fn of(tokens: impl ToTokens) -> Self {
        let mut spans = tokens.into_token_stream().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self { start, end: spans.last().unwrap_or(start) }
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
