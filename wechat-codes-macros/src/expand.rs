//! The code a table becomes. What the table is, the steps before decided; here and in `lookups` it is
//! only written down.
//!
//! Generated code names nothing but `$crate`, so that it works wherever the facade's macro does, and
//! carries mixed-site spans, so that the user's lints leave it alone. Its locals begin with `__`
//! (but for parameters that the docs show): no hygiene parts them from constants, statics and unit
//! structs in the user's scope.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::ToTokens;

use crate::check::{Row, Table};
use crate::docs;
use crate::hash::PerfectHash;
use crate::lookups::Lookups;
use crate::quoting::{code_type, generated, integer, local, quote};
use crate::resolve::answering_macro;

pub(crate) fn expand(table: &Table, hash: &PerfectHash) -> TokenStream {
    let expansion = Expansion::new(table, hash);
    [
        expansion.definition(),
        expansion.inherent_impl(),
        expansion.formatting(),
        expansion.conversions(),
        expansion.parent_conversions(),
        expansion.code_table_impl(),
        expansion.serde_impls(),
        expansion.carrier(),
    ]
    .into_iter()
    .collect()
}

/// A table with the fragments that several of its items need.
struct Expansion<'a> {
    table: &'a Table,
    hash: &'a PerfectHash,
    /// The enum's name as generated items use it.
    ident: Ident,
    /// The facade's hidden module, which has all that generated code needs.
    private: TokenStream,
    repr: TokenStream,
    /// A deprecated table or variant may be named in its own impls; it is its use that warns.
    allow_deprecated: Option<TokenStream>,
}

impl<'a> Expansion<'a> {
    fn new(table: &'a Table, hash: &'a PerfectHash) -> Self {
        let krate = &table.krate;
        let private = quote!(#krate::__private);
        Self {
            table,
            hash,
            ident: generated(&table.ident),
            repr: code_type(&private, table.repr),
            private,
            allow_deprecated: table.deprecated.then(|| quote!(#[allow(deprecated)])),
        }
    }

    fn rows(&self) -> &'a [Row] {
        &self.table.rows
    }

    fn definition(&self) -> TokenStream {
        let Self { table, private, .. } = self;
        let Table { attrs, vis, ident, .. } = table;
        let repr = table.repr.ident();
        let variants = self.rows().iter().map(|row| {
            let Row { attrs, code, name, message } = row;
            let summary = docs::summary(*code, message);
            let blank_line = attrs.iter().any(|attr| attr.is("doc")).then(|| quote!(#[doc = ""]));
            let aliases = docs::aliases(*code, &name.to_string(), message);
            let code = integer(*code);
            quote! {
                #[doc = #summary]
                #blank_line
                #(#attrs)*
                #(#[doc(alias = #aliases)])*
                #name = #code
            }
        });
        let parents =
            docs::parents(&table.parents).map(|parents| quote!(#[doc = ""] #[doc = #parents]));
        // The lint: names follow the documentation, so `InvalidThis`, `InvalidThat` is no slip of the
        // user's.
        quote! {
            #(#attrs)*
            #parents
            #[allow(clippy::enum_variant_names)]
            #[derive(
                #private::Clone, #private::Copy, #private::PartialEq, #private::Eq,
                #private::PartialOrd, #private::Ord, #private::Hash,
            )]
            #[repr(#repr)]
            #vis enum #ident { #(#variants),* }
        }
    }

    fn inherent_impl(&self) -> TokenStream {
        let Self { private, ident, repr, allow_deprecated, .. } = self;
        let vis = &self.table.vis;
        let count = Literal::usize_unsuffixed(self.rows().len());
        let from_name = self.lookup_by_name();
        let lookups = Lookups::new(self.table, self.hash, &self.ident, &self.private, &self.repr);
        let inline = lookups.inline();
        let lookups = lookups.functions();
        // The trait `CodeTable` has methods of the same names on purpose.
        quote! {
            #allow_deprecated
            #[allow(clippy::same_name_method)]
            impl #ident {
                /// The number of codes in this table.
                #vis const COUNT: #private::usize = #count;

                /// The variant of a return code; `None` where the table has no such code.
                #inline
                #[must_use]
                #vis const fn from_code(code: #repr) -> #private::Option<Self> {
                    let __candidate = Self::__candidate(code);
                    if __candidate as #repr == code {
                        #private::Some(__candidate)
                    } else {
                        #private::None
                    }
                }

                #from_name

                /// The numeric return code.
                #[inline]
                #[must_use]
                #vis const fn code(self) -> #repr {
                    self as #repr
                }

                /// The variant's name.
                #[inline]
                #[must_use]
                #vis const fn name(self) -> &'static #private::str {
                    let (__text, __start, __end, _) = self.__text();
                    #private::slice(__text, __start, __end)
                }

                /// What the code means.
                #[inline]
                #[must_use]
                #vis const fn message(self) -> &'static #private::str {
                    let (__text, _, __start, __end) = self.__text();
                    #private::slice(__text, __start, __end)
                }

                /// Every variant, in the order of the table.
                #[inline]
                #vis fn iter() -> #private::Iter<Self> {
                    #private::iter()
                }

                #lookups
            }
        }
    }

    fn lookup_by_name(&self) -> TokenStream {
        let Self { private, repr, .. } = self;
        let krate = &self.table.krate;
        let vis = &self.table.vis;
        let entries = self.rows().iter().map(|row| {
            let name = row.name.to_string();
            let code = integer(row.code);
            quote!(#name => #code)
        });
        quote! {
            /// The variant of this name; `None` where the table has no such name.
            #[must_use]
            #vis fn from_name(name: &#private::str) -> #private::Option<Self> {
                #krate::__variant_of_name!(name, #repr, #(#entries),*)
            }
        }
    }

    fn formatting(&self) -> TokenStream {
        let Self { private, ident, allow_deprecated, .. } = self;
        quote! {
            #allow_deprecated
            #[automatically_derived]
            impl #private::Debug for #ident {
                fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                    __f.write_str(Self::name(*self))
                }
            }

            #allow_deprecated
            #[automatically_derived]
            impl #private::Display for #ident {
                fn fmt(&self, __f: &mut #private::Formatter<'_>) -> #private::FmtResult {
                    #private::display(__f, Self::code(*self), Self::message(*self))
                }
            }

            #allow_deprecated
            #[automatically_derived]
            impl #private::Error for #ident {}
        }
    }

    fn conversions(&self) -> TokenStream {
        let Self { private, ident, repr, allow_deprecated, .. } = self;
        let krate = &self.table.krate;
        let table = &self.table.name;
        quote! {
            #allow_deprecated
            #[automatically_derived]
            impl #private::TryFrom<#repr> for #ident {
                type Error = #krate::UnknownCode<#repr>;

                #[inline]
                fn try_from(
                    __code: #repr,
                ) -> #private::Result<Self, #krate::UnknownCode<#repr>> {
                    match Self::from_code(__code) {
                        #private::Some(__known) => #private::Ok(__known),
                        #private::None => #private::Err(#private::unknown_code(__code, #table)),
                    }
                }
            }

            #allow_deprecated
            #[automatically_derived]
            impl #private::From<#ident> for #repr {
                #[inline]
                fn from(__code: #ident) -> Self {
                    #ident::code(__code)
                }
            }

            #allow_deprecated
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

    /// The conversions between this table and those it spreads.
    fn parent_conversions(&self) -> TokenStream {
        let Self { ident, repr, .. } = self;
        let both_ways = self.table.parents.iter().map(|parent| {
            let path = parent.path.to_token_stream();
            let parent_repr = code_type(&self.private, parent.repr);
            let here = Converted { table: ident.to_token_stream(), repr, name: &self.table.name };
            let there = Converted { table: path, repr: &parent_repr, name: &parent.name };
            let strangers = &parent.strangers;
            let from_parent = self.conversion(&there, &here, parent.wholly_here, strangers);
            let into_parent = self.conversion(&here, &there, parent.all_of_the_table, strangers);
            quote!(#from_parent #into_parent)
        });
        both_ways.collect()
    }

    /// `From` where every variant has its counterpart, else `TryFrom`.
    fn conversion(
        &self,
        from: &Converted,
        into: &Converted,
        total: bool,
        strangers: &[i128],
    ) -> TokenStream {
        let Self { private, allow_deprecated, .. } = self;
        let krate = &self.table.krate;
        let (from_table, from_repr) = (&from.table, from.repr);
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
            let strangers = strangers.iter().copied().map(integer);
            quote! {
                impl #private::TryFrom<#from_table> for #into_table {
                    type Error = #krate::UnknownCode<#from_repr>;

                    fn try_from(
                        __code: #from_table,
                    ) -> #private::Result<Self, #krate::UnknownCode<#from_repr>> {
                        #private::try_convert(__code, #into_name, &[#(#strangers),*])
                    }
                }
            }
        };
        quote!(#allow_deprecated #[automatically_derived] #item)
    }

    fn code_table_impl(&self) -> TokenStream {
        let Self { private, ident, repr, allow_deprecated, .. } = self;
        let krate = &self.table.krate;
        let count = Literal::usize_unsuffixed(self.rows().len());
        let codes = self.rows().iter().map(|row| integer(row.code));
        quote! {
            #allow_deprecated
            #[automatically_derived]
            impl #krate::CodeTable for #ident {
                type Code = #repr;

                const COUNT: #private::usize = #count;

                #[inline]
                fn from_code(__code: #repr) -> #private::Option<Self> {
                    Self::from_code(__code)
                }

                fn from_name(__name: &#private::str) -> #private::Option<Self> {
                    Self::from_name(__name)
                }

                #[inline]
                fn code(self) -> #repr {
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
                fn __candidate(__code: #repr) -> Self {
                    Self::__candidate(__code)
                }

                fn __codes() -> &'static [#repr] {
                    static CODES: [#repr; #count] = [#(#codes),*];
                    &CODES
                }
            }
        }
    }

    /// The impls of serde's traits: from a macro of the facade's, which writes none without its feature
    /// `serde`. A `cfg` here would ask for a feature of the user's crate.
    fn serde_impls(&self) -> TokenStream {
        let Self { ident, allow_deprecated, .. } = self;
        let Table { krate, name, .. } = self.table;
        quote!(#krate::__serde_impls! { #ident #name #allow_deprecated })
    }

    /// The hidden macro of the table's own name that answers the spreads of other tables, wherever
    /// the table's path leads; `resolve` calls it.
    fn carrier(&self) -> TokenStream {
        let Table { vis, ident, name, identity, repr, rows, is_placeholder, is_incomplete, .. } =
            self.table;
        // A placeholder is for the code that uses this table, not for tables that spread it.
        let good_rows = if *is_placeholder { &[][..] } else { rows };
        let carried = good_rows.iter().map(|Row { attrs, code, name, message }| {
            let attrs = docs::carried_attributes(attrs);
            let (attrs, message) = (quote!(#(#attrs)*), Literal::string(message));
            format!("{attrs} {code} => {name}: {message},\n")
        });
        let carried: String = carried.collect();
        let repr = repr.ident();
        let macro_name = format!("__wechat_codes_{name}_{identity}");
        let macro_name = local(&macro_name);
        let incomplete = is_incomplete.then(|| quote!(incomplete));
        let answer = quote!(#name #repr #identity #carried #incomplete);
        let macro_definition = answering_macro(&macro_name, &answer);
        let export = vis.is_public().then(|| quote!(#[macro_export]));
        let alias = generated(ident);
        quote! {
            #[doc(hidden)]
            #[allow(non_local_definitions)]
            #export
            #macro_definition

            #[doc(hidden)]
            #[allow(unused_imports, clippy::pub_use)]
            #vis use #macro_name as #alias;
        }
    }
}

/// One side of a conversion.
struct Converted<'a> {
    table: TokenStream,
    repr: &'a TokenStream,
    name: &'a str,
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    /// What the macro writes, formatted; without `$crate::__private::` before each name of `core`,
    /// for the reader's sake, and without the part of the hidden macro's name that varies.
    fn expansion(input: &str) -> String {
        // Only a compiler knows `$crate`.
        let input: TokenStream = format!("[wechat_codes] {input}").parse().expect("tokens");
        let output = crate::steps::run(input).to_string();
        let mut output = output.replace("wechat_codes :: __private :: ", "");
        if let Some((_, identity)) = output.split_once("macro_rules ! __wechat_codes_GatewayCode_")
        {
            output = output.replace(&identity[..16].to_owned(), "identity");
        }
        prettyplease::unparse(&syn::parse_str(&output).expect("items"))
    }

    #[test]
    fn a_small_table() {
        insta::assert_snapshot!(expansion(
            r#"[] []
            /// What the gateway answers.
            #[derive(Debug, Default)]
            #[non_exhaustive]
            pub enum GatewayCode {
                /// All is well.
                #[default]
                0 => Success: "Request succeeded",
                -1 => SystemBusy: "System busy",
                900_001 => "Quota exhausted (per day)",
            }"#
        ));
    }

    const SPREAD: &str = r#"
        #[repr(i64)]
        enum GatewayCode {
            900_001 => QuotaExhausted: "Quota exhausted",
            #[cfg(feature = "more")]
            ..wechat_codes::ReturnCode { 40014, Success },
        }
    "#;

    #[test]
    fn a_question_on_a_condition() {
        insta::assert_snapshot!(expansion(&format!("[] [] {SPREAD}")));
    }

    #[test]
    fn a_question_on_a_table() {
        insta::assert_snapshot!(expansion(&format!("[{{on}}] [] {SPREAD}")));
    }

    #[test]
    fn a_table_with_the_rows_of_another() {
        let rows = r#"
            "0 => Success: \"Request succeeded\",
            40013 => InvalidAppId: \"Invalid App ID\",
            #[doc = \" Docs.\"] 40014 => InvalidAccessToken: \"Invalid access token\","
        "#;
        let answers = format!(r#"[{{on}} {{ "ReturnCode" i32 "parent" {rows} }}]"#);
        insta::assert_snapshot!(expansion(&format!("{answers} [] {SPREAD}")));
    }
}
