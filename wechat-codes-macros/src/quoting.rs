//! What generated code is quoted with.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::ToTokens;

use crate::repr::Repr;

/// `quote!` whose own tokens resolve where the macro is called, but are of the macro's own expansion.
macro_rules! quote {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned! { ::proc_macro2::Span::mixed_site() => $($tokens)* }
    };
}

pub(crate) use quote;

/// A code type, as generated code refers to it.
pub(crate) fn code_type(private: &TokenStream, repr: Repr) -> TokenStream {
    let repr = repr.ident();
    quote!(#private::#repr)
}

/// A user's name as generated code refers to it: found where the user wrote it, but no concern of
/// the user's lints.
pub(crate) fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::mixed_site()));
    ident
}

/// A name that generated code gives.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// A number without a suffix. `Literal` has no negative numbers of its own.
pub(crate) fn integer(number: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#magnitude) } else { magnitude.into_token_stream() }
}
