//! The code a table becomes. Quotation only: every decision fell in the steps before.
//!
//! Generated code names nothing but `$crate`, so that it works wherever the facade's macro does, and
//! carries mixed-site spans, so that the user's lints leave it alone. Its locals begin with `__`
//! (but for parameters that the docs show): no hygiene parts them from constants, statics and unit
//! structs in the user's scope.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::check::{Row, Table};
use crate::docs;
use crate::hash::{MOST_SLOTS_IN_ONE, PerfectHash, SLOTS_OF_A_PART};
use crate::numbers::Numbers;
use crate::repr::Repr;
use crate::resolve::answering_macro;
use crate::text::Text;

/// Slots times rows up to which rustc checks an array of variants, in quadratic time, within
/// milliseconds.
const SMALL: usize = 1 << 18;

/// `quote!` whose own tokens resolve where the macro is called, but are of the macro's own expansion.
macro_rules! quote {
    ($($tokens:tt)*) => { quote_spanned! { Span::mixed_site() => $($tokens)* } };
}

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
    /// Whether its lookups go by arrays of constants; see `array_of_variants`.
    is_small: bool,
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
            is_small: hash.slots.len() * table.rows.len() <= SMALL,
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
            let alias = code.to_string();
            let code = integer(*code);
            quote! {
                #[doc = #summary]
                #blank_line
                #(#attrs)*
                #[doc(alias = #alias)]
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
        let slot = self.slot();
        let candidate = self.candidate();
        let inline = self.inline_lookup();
        let text = self.text();
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

                #slot
                #candidate
                #text
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

    /// The perfect hash; `PerfectHash::slot` defines it.
    fn slot(&self) -> TokenStream {
        let Self { private, table, hash, repr, .. } = self;
        let multiplier = Literal::u64_unsuffixed(hash.multiplier);
        let slot_shift = Literal::u32_unsuffixed(hash.slot_shift);
        let word = code_type(private, hash.word);
        // By way of the unsigned type of the code's own width, so that no sign is extended. rustc has
        // a lint against the cast of a type to itself.
        let mut key = quote!(__code);
        let mut key_type = table.repr;
        for wider in [table.repr.word(), hash.word] {
            if key_type != wider {
                let wider = code_type(private, wider);
                key = quote!((#key as #wider));
            }
            key_type = wider;
        }
        let slot = if hash.displacements.is_empty() {
            quote!((__product >> #slot_shift) as #private::usize)
        } else {
            let displacements = self.array("DISPLACEMENTS", Numbers::new(&*hash.displacements));
            let bucket = self.bucket();
            let mask = Literal::usize_unsuffixed(hash.slots.len() - 1);
            quote! {
                #displacements
                let __displacement = DISPLACEMENTS[#bucket] as #private::usize;
                ((__product >> #slot_shift) as #private::usize ^ __displacement) & #mask
            }
        };
        quote! {
            #[inline]
            const fn __product(__code: #repr) -> #word {
                #key.wrapping_mul(#multiplier)
            }

            #[inline]
            const fn __slot(__code: #repr) -> #private::usize {
                let __product = Self::__product(__code);
                #slot
            }
        }
    }

    fn bucket(&self) -> TokenStream {
        let Self { private, hash, .. } = self;
        let bucket_bits = hash.displacements.len().trailing_zeros();
        let shift = Literal::u32_unsuffixed(hash.bucket_shift);
        if hash.bucket_shift + bucket_bits == u32::BITS {
            quote!((__product as #private::u32 >> #shift) as #private::usize)
        } else {
            let mask = Literal::usize_unsuffixed(hash.displacements.len() - 1);
            quote!((__product >> #shift) as #private::usize & #mask)
        }
    }

    fn candidate(&self) -> TokenStream {
        let Self { private, repr, .. } = self;
        let variants = self.variants_by_slot();
        let variant = if self.is_small {
            self.array_of_variants(&variants)
        } else if variants.len() <= MOST_SLOTS_IN_ONE {
            self.match_of_variants(&quote!(__slot), &variants)
        } else {
            self.matches_of_variants(&variants)
        };
        let inline = self.inline_lookup();
        quote! {
            /// The variant in the slot of a code: of a code in the table its own, of others any.
            #inline
            const fn __candidate(__code: #repr) -> Self {
                let __slot: #private::usize = Self::__slot(__code);
                #variant
            }
        }
    }

    /// For small tables only: rustc takes quadratic time to check the array, as it seeks each variant
    /// in it among all.
    fn array_of_variants(&self, variants: &[Ident]) -> TokenStream {
        let Self { ident, .. } = self;
        let len = Literal::usize_unsuffixed(variants.len());
        let array = self.array_of(
            &local("VARIANTS"),
            &quote!([#ident; #len]),
            &quote!([#(#ident::#variants),*]),
        );
        quote!(#array VARIANTS[__slot])
    }

    /// LLVM makes it an array. No index is left to the wildcard, so no bounds are checked.
    fn match_of_variants(&self, index: &TokenStream, variants: &[Ident]) -> TokenStream {
        let Self { ident, .. } = self;
        let mut arms = Vec::new();
        let mut indices = 0..;
        for same in variants.chunk_by(|a, b| a == b) {
            let indices = indices.by_ref().take(same.len()).map(Literal::usize_unsuffixed);
            let variant = &same[0];
            arms.push(quote!(#(#indices)|* => #ident::#variant,));
        }
        let any = &variants[0];
        quote! {
            match #index {
                #(#arms)*
                _ => #ident::#any,
            }
        }
    }

    /// For large tables: rustc and LLVM take quadratic time for one match. LLVM makes an array of
    /// each, and one of those.
    fn matches_of_variants(&self, variants: &[Ident]) -> TokenStream {
        let Self { private, ident, .. } = self;
        let parts = variants.chunks(SLOTS_OF_A_PART);
        let names = (0..parts.len()).map(|part| local(&format!("__part_{part}")));
        let names: Vec<Ident> = names.collect();
        let functions = names.iter().zip(parts).map(|(name, variants)| {
            let variant = self.match_of_variants(&quote!(__index), variants);
            quote! {
                #[inline(always)]
                const fn #name(__index: #private::usize) -> #ident { #variant }
            }
        });
        let (last, others) = names.split_last().expect("several parts");
        let numbers = (0..others.len()).map(Literal::usize_unsuffixed);
        let part_size = Literal::usize_unsuffixed(SLOTS_OF_A_PART);
        let part = if self.hash.displacement_limit() == SLOTS_OF_A_PART {
            // The part needs not wait for the displacement.
            let shift = self.hash.slot_shift + SLOTS_OF_A_PART.trailing_zeros();
            let shift = Literal::u32_unsuffixed(shift);
            quote!((Self::__product(__code) >> #shift) as #private::usize)
        } else {
            quote!(__slot / #part_size)
        };
        quote! {
            #(#functions)*
            let __index = __slot % #part_size;
            match #part {
                #(#numbers => #others(__index),)*
                _ => #last(__index),
            }
        }
    }

    /// LLVM takes a match of many arms for much code until it has made it an array, which is too late
    /// for its choice of what to inline.
    fn inline_lookup(&self) -> TokenStream {
        if self.is_small { quote!(#[inline]) } else { quote!(#[inline(always)]) }
    }

    /// A variant for each slot; an empty slot has that of the one before.
    fn variants_by_slot(&self) -> Vec<Ident> {
        let mut latest = 0;
        let variants = self.hash.slots.iter().map(|row| {
            latest = row.unwrap_or(latest);
            generated(&self.rows()[latest].name)
        });
        variants.collect()
    }

    fn text(&self) -> TokenStream {
        let Self { private, table, hash, repr, .. } = self;
        let Text { string, starts, rows_of_slots } = Text::new(&table.rows, hash, table.repr);
        let element = code_type(private, starts.repr);
        let pairs = Literal::usize_unsuffixed(starts.numbers.len() / 2);
        let starts = starts.numbers.chunks(2).map(|pair| {
            let pair = pair.iter().copied().map(Literal::usize_unsuffixed);
            quote!([#(#pair),*])
        });
        let starts = self.array_of(
            &local("STARTS"),
            &quote!([[#element; 2]; #pairs]),
            &quote!([#(#starts),*]),
        );
        let mut place = quote!(Self::__slot(self as #repr));
        let rows_of_slots = rows_of_slots.map(|rows| {
            place = quote!(ROWS[#place] as #private::usize);
            self.array("ROWS", rows)
        });
        let text_storage = if self.is_small { quote!(const) } else { quote!(static) };
        quote! {
            /// All names and messages; where in it this variant's name starts, where it ends and its
            /// message starts, and where that ends.
            #[inline]
            const fn __text(
                self,
            ) -> (&'static #private::str, #private::usize, #private::usize, #private::usize) {
                #text_storage TEXT: &#private::str = #string;
                #starts
                #rows_of_slots
                let __place = #place;
                let [__name, __message] = STARTS[__place];
                let [__end, _] = STARTS[__place + 1];
                (
                    TEXT,
                    __name as #private::usize,
                    __message as #private::usize,
                    __end as #private::usize,
                )
            }
        }
    }

    /// A constant or static array, named as the generated code around it refers to it.
    fn array(&self, name: &str, numbers: Numbers) -> TokenStream {
        let element = code_type(&self.private, numbers.repr);
        let len = Literal::usize_unsuffixed(numbers.numbers.len());
        let numbers = numbers.numbers.into_iter().map(Literal::usize_unsuffixed);
        self.array_of(&local(name), &quote!([#element; #len]), &quote!([#(#numbers),*]))
    }

    /// A small table's arrays are constants, which LLVM knows wherever a lookup is inlined; a large
    /// table's are statics, so that there is one of each in a program.
    fn array_of(&self, name: &Ident, array: &TokenStream, elements: &TokenStream) -> TokenStream {
        if self.is_small {
            quote!(const #name: &#array = &#elements;)
        } else {
            quote!(static #name: #array = #elements;)
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
        let Self { ident, .. } = self;
        let Table { krate, name, .. } = self.table;
        quote!(#krate::__serde_impls! { #ident #name })
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

/// A code type, as generated code refers to it.
fn code_type(private: &TokenStream, repr: Repr) -> TokenStream {
    let repr = repr.ident();
    quote!(#private::#repr)
}

/// One side of a conversion.
struct Converted<'a> {
    table: TokenStream,
    repr: &'a TokenStream,
    name: &'a str,
}

/// A user's name as generated code refers to it: found where the user wrote it, but no concern of
/// the user's lints.
fn generated(ident: &Ident) -> Ident {
    let mut ident = ident.clone();
    ident.set_span(ident.span().resolved_at(Span::mixed_site()));
    ident
}

/// A name that generated code gives.
fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// A number without a suffix. `Literal` has no negative numbers of its own.
fn integer(number: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#magnitude) } else { magnitude.into_token_stream() }
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
