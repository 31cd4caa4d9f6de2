//! Spans and paths of generated code.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::ToTokens;

use crate::int_type::IntType;

/// Quotes tokens that resolve at the call of the macro, but belong to the macro's own expansion.
macro_rules! quote {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned! { ::proc_macro2::Span::mixed_site() => $($tokens)* }
    };
}

pub(super) use quote;

/// Returns the path of an integer type.
pub(super) fn int_path(private: &TokenStream, int: IntType) -> TokenStream {
    let int = int.ident();
    quote!(#private::#int)
}

/// Returns a user's name as generated code refers to it: it resolves as the user's own does, but the
/// user's lints leave it alone. It does not stand at the place of the user's own, because an editor
/// would take it for a use of the name at the call of the macro, and rename that.
pub(super) fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(Span::mixed_site());
    ident
}

/// Returns a name that generated code defines.
pub(super) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// Returns a number without a suffix. `Literal` has no negative numbers of its own.
pub(super) fn integer(number: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#magnitude) } else { magnitude.into_token_stream() }
}
