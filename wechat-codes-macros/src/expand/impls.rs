//! The generated impls of the other traits: formatting, errors, conversions, serde.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::Expansion;
use super::quoting::{int_path, integer, quote};
use crate::model::Table;

impl Expansion<'_> {
    pub(super) fn formatting(&self) -> TokenStream {
        let Self { private, ident, allow, .. } = self;
        quote! {
            #allow
            #[automatically_derived]
            impl #private::Debug for #ident {
                fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                    __f.write_str(Self::name(*self))
                }
            }

            #allow
            #[automatically_derived]
            impl #private::Display for #ident {
                fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                    #private::display(__f, Self::code(*self), Self::message(*self))
                }
            }

            #allow
            #[automatically_derived]
            impl #private::Error for #ident {}
        }
    }

    pub(super) fn conversions(&self) -> TokenStream {
        let Self { private, ident, code_type, allow, .. } = self;
        let krate = &self.table.krate;
        let table = &self.table.name;
        quote! {
            #allow
            #[automatically_derived]
            impl #private::TryFrom<#code_type> for #ident {
                type Error = #krate::UnknownCode<#code_type>;

                #[inline]
                fn try_from(
                    __code: #code_type,
                ) -> #private::Result<Self, #krate::UnknownCode<#code_type>> {
                    match Self::from_code(__code) {
                        #private::Some(__known) => #private::Ok(__known),
                        #private::None => #private::Err(#private::unknown_code(__code, #table)),
                    }
                }
            }

            #allow
            #[automatically_derived]
            impl #private::From<#ident> for #code_type {
                #[inline]
                fn from(__code: #ident) -> Self {
                    #ident::code(__code)
                }
            }

            #allow
            #[automatically_derived]
            impl #private::FromStr for #ident {
                type Err = #krate::ParseCodeError;

                fn from_str(
                    __text: &#private::str,
                ) -> #private::Result<Self, #krate::ParseCodeError> {
                    #private::parse_code(__text, #table)
                }
            }
        }
    }

    /// Generates the conversions between this table and those that it spreads.
    pub(super) fn parent_conversions(&self) -> TokenStream {
        let Self { ident, code_type, .. } = self;
        let both_ways = self.table.parents.iter().map(|parent| {
            let path = parent.path.to_token_stream();
            let parent_type = int_path(&self.private, parent.code_type);
            let here =
                Converted { table: ident.to_token_stream(), code_type, name: &self.table.name };
            let there = Converted { table: path, code_type: &parent_type, name: &parent.name };
            let conflicting_codes = &parent.conflicting_codes;
            let from_parent =
                self.conversion(&there, &here, parent.is_contained, conflicting_codes);
            let into_parent =
                self.conversion(&here, &there, parent.contains_table, conflicting_codes);
            quote!(#from_parent #into_parent)
        });
        both_ways.collect()
    }

    /// Generates `From` if every variant has its counterpart, and `TryFrom` otherwise.
    fn conversion(
        &self,
        from: &Converted,
        into: &Converted,
        total: bool,
        conflicting_codes: &[i128],
    ) -> TokenStream {
        let Self { private, allow, .. } = self;
        let krate = &self.table.krate;
        let (from_table, from_type) = (&from.table, from.code_type);
        let (into_table, into_name) = (&into.table, into.name);
        let item = if total {
            quote! {
                impl #private::From<#from_table> for #into_table {
                    fn from(__code: #from_table) -> Self {
                        #private::convert(__code)
                    }
                }
            }
        } else {
            let conflicting_codes = conflicting_codes.iter().copied().map(integer);
            quote! {
                impl #private::TryFrom<#from_table> for #into_table {
                    type Error = #krate::UnknownCode<#from_type>;

                    fn try_from(
                        __code: #from_table,
                    ) -> #private::Result<Self, #krate::UnknownCode<#from_type>> {
                        #private::try_convert(__code, #into_name, &[#(#conflicting_codes),*])
                    }
                }
            }
        };
        quote!(#allow #[automatically_derived] #item)
    }

    /// Generates the impls of serde's traits, by a macro of the facade that writes none without its feature
    /// `serde`. A `cfg` in the expansion would ask for a feature of the user's crate.
    pub(super) fn serde_impls(&self) -> TokenStream {
        let Self { ident, allow, .. } = self;
        let Table { krate, name, .. } = self.table;
        quote!(#krate::__serde_impls! { #ident #name #allow })
    }
}

/// One side of a conversion.
struct Converted<'a> {
    table: TokenStream,
    code_type: &'a TokenStream,
    name: &'a str,
}
