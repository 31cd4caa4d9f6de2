//! The errors of one table, collected so that all are reported in one compile.

use std::collections::HashSet;
use std::fmt::Display;

use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

#[derive(Clone, Default)]
pub(crate) struct Errors(Vec<Mistake>);

#[derive(Clone)]
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

    /// Removes the errors that are among others: same message, same place.
    pub(crate) fn remove(&mut self, others: &Self) {
        let keys: HashSet<_> = others.0.iter().map(Mistake::key).collect();
        self.0.retain(|mistake| !keys.contains(&mistake.key()));
    }

    /// Tells whether there are no errors.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Turns the errors into code, in the order of their places.
    ///
    /// The code imports `compile_error!` through the path of the facade: edition 2015 has no `::core`. A call
    /// by that path itself would make rustc add a note on the macro to each error.
    pub(crate) fn into_compile_errors(mut self, krate: &TokenStream) -> TokenStream {
        if self.0.is_empty() {
            return TokenStream::new();
        }
        self.0.sort_by_cached_key(|mistake| mistake.place.line_and_column());
        let mut errors = Vec::new();
        for Mistake { message, place, first } in &self.0 {
            errors.push(place.compile_error(message));
            errors.extend(first.map(|first| first.compile_error("first used here")));
        }
        // rustc expands calls that wait for an import from the last to the first.
        errors.reverse();
        quote! {
            const _: () = {
                use #krate::__private::compile_error as __compile_error;
                #(#errors)*
            };
        }
    }
}

impl Mistake {
    fn key(&self) -> (&str, (usize, usize)) {
        (&self.message, self.place.line_and_column())
    }
}

impl Place {
    fn of(tokens: impl ToTokens) -> Self {
        let mut spans = tokens.into_token_stream().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        Self { start, end: spans.last().unwrap_or(start) }
    }

    fn line_and_column(&self) -> (usize, usize) {
        let start = self.start.start();
        (start.line, start.column)
    }

    /// Generates an error that rustc shows from the first token to the last: rustc takes a macro call from
    /// its path to its closing brace.
    fn compile_error(&self, message: &str) -> TokenStream {
        let message = Literal::string(message);
        let path = quote_spanned!(self.start=> __compile_error!);
        let mut braces = Group::new(Delimiter::Brace, quote_spanned!(self.end=> #message));
        braces.set_span(self.end);
        quote!(#path #braces)
    }
}
