//! The generated methods: those of the enum, and the same in its impl of `CodeTable`.

use std::fmt::Write as _;

use proc_macro2::{Literal, TokenStream};

use super::Expansion;
use super::lookups::Lookups;
use super::numbers::Numbers;
use super::quoting::{local, quote};
use crate::source;

impl Expansion<'_> {
    /// Generates the methods in an anonymous constant, with the functions that they call. Nothing else
    /// can name these functions.
    pub(super) fn methods(&self) -> TokenStream {
        let allow = &self.allow;
        let lookups = Lookups::new(
            self.table,
            self.hash,
            &self.ident,
            &self.private,
            &self.code_type,
            &self.names,
        );
        let functions = lookups.functions();
        let (inherent_impl, code_table_impl) =
            (self.inherent_impl(&lookups), self.code_table_impl());
        quote! {
            #allow
            const _: () = { #functions #inherent_impl #code_table_impl };
        }
    }

    fn inherent_impl(&self, lookups: &Lookups) -> TokenStream {
        let Self { private, ident, code_type, .. } = self;
        let vis = &self.table.vis;
        let count = Literal::usize_unsuffixed(self.rows().len());
        let from_name = self.lookup_by_name();
        let inline = lookups.inline();
        let (name, message) = (lookups.name(), lookups.message());
        let (message_zh, remedy) = (lookups.message_zh(), lookups.remedy());
        let krate = &self.table.krate;
        // The lint: the trait `CodeTable` has methods of the same names on purpose.
        quote! {
            #[allow(clippy::same_name_method)]
            impl #ident {
                /// The number of codes in this table.
                #vis const COUNT: #private::usize = #count;

                /// Returns the variant of a return code; `None` if the table has no such code.
                #inline
                #[must_use]
                #vis const fn from_code(__code: #code_type) -> #private::Option<Self> {
                    let __candidate = __candidate(__code);
                    if __candidate as #code_type == __code {
                        #private::Some(__candidate)
                    } else {
                        #private::None
                    }
                }

                #from_name

                /// Returns the numeric return code.
                #[inline]
                #[must_use]
                #vis const fn code(self) -> #code_type {
                    self as #code_type
                }

                /// Returns the variant's name.
                #[inline]
                #[must_use]
                #vis const fn name(self) -> &'static #private::str {
                    #name
                }

                /// Returns the meaning of the code, in English.
                #[inline]
                #[must_use]
                #vis const fn message(self) -> &'static #private::str {
                    #message
                }

                /// Returns the meaning of the code in Chinese; `None` if the row has no such note.
                #[inline]
                #[must_use]
                #vis const fn message_zh(self) -> #private::Option<&'static #private::str> {
                    #message_zh
                }

                /// Returns what a program does about the code; `None` if the row has no such note.
                #[inline]
                #[must_use]
                #vis const fn remedy(self) -> #private::Option<#krate::Remedy> {
                    #remedy
                }

                /// Tells whether the call succeeded, which is the code 0.
                #[inline]
                #[must_use]
                #vis const fn is_success(self) -> #private::bool {
                    self as #code_type == 0
                }

                /// Returns an iterator over every variant, in the order of the table.
                #[inline]
                #vis fn iter() -> #private::Iter<Self> {
                    #private::iter()
                }
            }
        }
    }

    fn lookup_by_name(&self) -> TokenStream {
        let Self { private, code_type, .. } = self;
        let krate = &self.table.krate;
        let vis = &self.table.vis;
        let mut entries = String::new();
        for (row, name) in self.rows().iter().zip(&self.names) {
            write!(entries, "{name:?}=>{},", row.code).expect("a String takes all");
        }
        let entries = source::tokens(&entries);
        quote! {
            /// Returns the variant of this name; `None` if the table has no such name.
            #[must_use]
            #vis fn from_name(__name: &#private::str) -> #private::Option<Self> {
                #krate::__variant_of_name!(__name, #code_type, #entries)
            }
        }
    }

    fn code_table_impl(&self) -> TokenStream {
        let Self { private, ident, code_type, .. } = self;
        let krate = &self.table.krate;
        let count = Literal::usize_unsuffixed(self.rows().len());
        let codes = Numbers::of(self.table.code_type, self.rows().iter().map(|row| row.code));
        let (array, value) = codes.array(private);
        let code = codes.get(private, &local("CODES"), &quote!(__index));
        quote! {
            #[automatically_derived]
            impl #krate::CodeTable for #ident {
                type Code = #code_type;

                const COUNT: #private::usize = #count;

                #[inline]
                fn from_code(__code: #code_type) -> #private::Option<Self> {
                    Self::from_code(__code)
                }

                fn from_name(__name: &#private::str) -> #private::Option<Self> {
                    Self::from_name(__name)
                }

                #[inline]
                fn code(self) -> #code_type {
                    Self::code(self)
                }

                #[inline]
                fn name(self) -> &'static #private::str {
                    Self::name(self)
                }

                #[inline]
                fn message(self) -> &'static #private::str {
                    Self::message(self)
                }

                #[inline]
                fn message_zh(self) -> #private::Option<&'static #private::str> {
                    Self::message_zh(self)
                }

                #[inline]
                fn remedy(self) -> #private::Option<#krate::Remedy> {
                    Self::remedy(self)
                }

                #[inline]
                fn is_success(self) -> #private::bool {
                    Self::is_success(self)
                }

                #[inline]
                fn __candidate(__code: #code_type) -> Self {
                    __candidate(__code)
                }

                fn __code(__index: #private::usize) -> #code_type {
                    static CODES: #array = *#value;
                    #code
                }
            }
        }
    }
}
