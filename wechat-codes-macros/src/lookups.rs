//! The generated code's lookups: from a code to its slot, from there to the variant, and from a variant
//! to its name and message.

use proc_macro2::{Ident, Literal, TokenStream};

use crate::check::Table;
use crate::hash::{MOST_SLOTS_IN_ONE, PerfectHash, SLOTS_OF_A_PART};
use crate::numbers::Numbers;
use crate::quoting::{code_type, generated, local, quote};
use crate::text::Text;

/// Slots times rows up to which rustc checks an array of variants, in quadratic time, within
/// milliseconds.
const SMALL: usize = 1 << 18;

/// A table with the fragments that several of its lookups need.
pub(crate) struct Lookups<'a> {
    table: &'a Table,
    hash: &'a PerfectHash,
    /// The enum's name, the facade's hidden module and the code type, as generated items use them.
    ident: &'a Ident,
    private: &'a TokenStream,
    repr: &'a TokenStream,
    /// Whether the lookups go by arrays of constants; see `array_of_variants`.
    is_small: bool,
}

impl<'a> Lookups<'a> {
    pub(crate) fn new(
        table: &'a Table,
        hash: &'a PerfectHash,
        ident: &'a Ident,
        private: &'a TokenStream,
        repr: &'a TokenStream,
    ) -> Self {
        let is_small = hash.slots.len() * table.rows.len() <= SMALL;
        Self { table, hash, ident, private, repr, is_small }
    }

    /// The private functions that the enum's methods call.
    pub(crate) fn functions(&self) -> TokenStream {
        let (slot, candidate, text) = (self.slot(), self.candidate(), self.text());
        quote!(#slot #candidate #text)
    }

    /// The perfect hash; `PerfectHash::slot` defines it.
    fn slot(&self) -> TokenStream {
        let Self { private, table, hash, repr, .. } = self;
        let multiplier = Literal::u64_unsuffixed(hash.multiplier);
        let slot_shift = Literal::u32_unsuffixed(hash.slot_shift);
        let word = code_type(private, hash.word);
        // As `hash::key` has it: of 32 bits first, so that no sign goes into the upper half. rustc has a
        // lint against the cast of a type to itself.
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
        let inline = self.inline();
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
    pub(crate) fn inline(&self) -> TokenStream {
        if self.is_small { quote!(#[inline]) } else { quote!(#[inline(always)]) }
    }

    /// A variant for each slot; an empty slot has that of the one before.
    fn variants_by_slot(&self) -> Vec<Ident> {
        let mut latest = 0;
        let variants = self.hash.slots.iter().map(|row| {
            latest = row.unwrap_or(latest);
            generated(&self.table.rows[latest].name)
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
        let element = code_type(self.private, numbers.repr);
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
}
