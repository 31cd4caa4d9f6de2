//! The generated lookups: from a code to its slot, from there to the variant, and from a variant to its
//! name and message.

use std::fmt::Write as _;

use proc_macro2::{Ident, Literal, TokenStream};

use super::numbers::Numbers;
use super::quoting::{int_path, local, quote};
use super::strings::{self, Order, Strings};
use crate::hash::{MOST_SLOTS_IN_ONE, PerfectHash, SLOTS_OF_A_PART, Scheme, Word};
use crate::model::Table;
use crate::remedy::Remedy;
use crate::source::{self, write_string};

/// The product of slots and rows up to which rustc checks an array of variants within milliseconds,
/// though in quadratic time.
const SMALL: usize = 1 << 18;

/// A table with the fragments that several of its lookups need.
pub(super) struct Lookups<'a> {
    table: &'a Table,
    hash: &'a PerfectHash,
    /// The enum's name, the facade's hidden module and the code type, as generated items use them.
    ident: &'a Ident,
    private: &'a TokenStream,
    code_type: &'a TokenStream,
    /// Whether the lookups go by arrays of constants; see `array_of_variants`.
    is_small: bool,
    /// The names of the variants, by row.
    names: &'a [String],
    order: Order,
    strings: Strings,
}

impl<'a> Lookups<'a> {
    pub(super) fn new(
        table: &'a Table,
        hash: &'a PerfectHash,
        ident: &'a Ident,
        private: &'a TokenStream,
        code_type: &'a TokenStream,
        names: &'a [String],
    ) -> Self {
        let is_small = hash.slots.len() * table.rows.len() <= SMALL;
        let (order, strings) = strings::stored(&table.rows, names, hash, table.code_type);
        Self { table, hash, ident, private, code_type, is_small, names, order, strings }
    }

    /// Generates the private functions that the enum's methods call. They are no methods, because an editor
    /// would offer them wherever it offers the methods.
    pub(super) fn functions(&self) -> TokenStream {
        let (slot, candidate, place, text) =
            (self.slot(), self.candidate(), self.place(), self.text());
        quote!(#slot #candidate #place #text)
    }

    /// Generates the perfect hash, which `PerfectHash::slot` defines.
    fn slot(&self) -> TokenStream {
        let Self { private, table, hash, code_type, .. } = self;
        let multiplier = Literal::u64_unsuffixed(hash.multiplier);
        let slot_shift = Literal::u32_unsuffixed(hash.slot_shift);
        let word = int_path(private, hash.word.int_type());
        // As in `hash::key`, the cast to 32 bits comes first, so that no sign goes into the upper half.
        // rustc has a lint against the cast of a type to itself.
        let mut key = quote!(__code);
        let mut key_type = table.code_type;
        for wider in [Word::of(table.code_type), hash.word] {
            let wider = wider.int_type();
            if key_type != wider {
                let wider = int_path(private, wider);
                key = quote!((#key as #wider));
            }
            key_type = wider;
        }
        let slot = match &hash.scheme {
            Scheme::Direct => quote!((__product >> #slot_shift) as #private::usize),
            Scheme::Displaced { bucket_shift, displacements } => {
                let bucket = self.bucket(*bucket_shift, displacements.len());
                let numbers = Numbers::new(displacements.iter().copied());
                let name = local("DISPLACEMENTS");
                let displacements = self.array(&name, numbers.array(private));
                let displacement = numbers.get(private, &name, &bucket);
                let mask = Literal::usize_unsuffixed(hash.slots.len() - 1);
                quote! {
                    #displacements
                    let __displacement = #displacement as #private::usize;
                    ((__product >> #slot_shift) as #private::usize ^ __displacement) & #mask
                }
            }
        };
        quote! {
            #[inline]
            const fn __product(__code: #code_type) -> #word {
                #key.wrapping_mul(#multiplier)
            }

            #[inline]
            const fn __slot(__code: #code_type) -> #private::usize {
                let __product = __product(__code);
                #slot
            }
        }
    }

    fn bucket(&self, bucket_shift: u32, buckets: usize) -> TokenStream {
        let Self { private, .. } = self;
        let shift = Literal::u32_unsuffixed(bucket_shift);
        if bucket_shift + buckets.trailing_zeros() == u32::BITS {
            quote!((__product as #private::u32 >> #shift) as #private::usize)
        } else {
            let mask = Literal::usize_unsuffixed(buckets - 1);
            quote!((__product >> #shift) as #private::usize & #mask)
        }
    }

    fn candidate(&self) -> TokenStream {
        let Self { private, ident, code_type, .. } = self;
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
            /// Returns the variant of a code in the table; for any other code, some variant.
            #inline
            const fn __candidate(__code: #code_type) -> #ident {
                let __slot: #private::usize = __slot(__code);
                #variant
            }
        }
    }

    /// Generates an array, for small tables only: rustc checks the array in quadratic time, because it
    /// searches all variants for each element.
    fn array_of_variants(&self, variants: &[&str]) -> TokenStream {
        let Self { ident, .. } = self;
        let len = Literal::usize_unsuffixed(variants.len());
        let mut elements = String::new();
        for variant in variants {
            write!(elements, "{ident}::{variant},").expect("a String takes all");
        }
        let elements = source::tokens(&elements);
        let array = self.array(&local("VARIANTS"), (quote!([#ident; #len]), quote!(&[#elements])));
        quote!(#array VARIANTS[__slot])
    }

    /// Generates a match, which LLVM turns into an array. No index is left to the wildcard, so LLVM checks
    /// no bounds.
    fn match_of_variants(&self, index: &TokenStream, variants: &[&str]) -> TokenStream {
        let Self { ident, .. } = self;
        let mut arms = String::new();
        let mut indices = 0..variants.len();
        for same in variants.chunk_by(|a, b| a == b) {
            let indices: Vec<String> =
                indices.by_ref().take(same.len()).map(|index| index.to_string()).collect();
            let (indices, variant) = (indices.join("|"), same[0]);
            write!(arms, "{indices}=>{ident}::{variant},").expect("a String takes all");
        }
        write!(arms, "_=>{ident}::{}", variants[0]).expect("a String takes all");
        let arms = source::tokens(&arms);
        quote!(match #index { #arms })
    }

    /// Generates several matches, for large tables: rustc and LLVM take quadratic time for one match. LLVM
    /// turns each match into an array, and these into one.
    fn matches_of_variants(&self, variants: &[&str]) -> TokenStream {
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
            // The part does not depend on the displacement, so its load need not be awaited.
            let shift = self.hash.slot_shift + SLOTS_OF_A_PART.trailing_zeros();
            let shift = Literal::u32_unsuffixed(shift);
            quote!((__product(__code) >> #shift) as #private::usize)
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

    /// Returns the `inline` attribute of lookups. LLVM's inliner runs before a match becomes a lookup table
    /// and overestimates its size, so large tables need `inline(always)`.
    pub(super) fn inline(&self) -> TokenStream {
        if self.is_small { quote!(#[inline]) } else { quote!(#[inline(always)]) }
    }

    /// Returns a variant for each slot; an empty slot has the variant of the slot before.
    fn variants_by_slot(&self) -> Vec<&'a str> {
        let mut latest = 0;
        let variants = self.hash.slots.iter().map(|row| {
            latest = row.unwrap_or(latest);
            &*self.names[latest]
        });
        variants.collect()
    }

    /// Generates the place of a variant in the arrays that hold what its row says.
    fn place(&self) -> TokenStream {
        let Self { private, ident, code_type, .. } = self;
        let mut place = quote!(__slot(__code as #code_type));
        let mut array = None;
        if let Order::Rows(rows_of_slots) = &self.order {
            let name = local("ROWS");
            array = Some(self.array(&name, rows_of_slots.array(private)));
            let row = rows_of_slots.get(private, &name, &place);
            place = quote!(#row as #private::usize);
        }
        quote! {
            #[inline]
            const fn __place(__code: #ident) -> #private::usize {
                #array
                #place
            }
        }
    }

    /// Generates the body of `name`.
    pub(super) fn name(&self) -> TokenStream {
        self.name_or_message(|row| &self.names[row], &quote!((__text, __start, __end, _)))
    }

    /// Generates the body of `message`.
    pub(super) fn message(&self) -> TokenStream {
        let message = |row: usize| &*self.table.rows[row].message;
        self.name_or_message(message, &quote!((__text, _, __start, __end)))
    }

    /// Generates the body of `name` or `message`, from the text of each row and the pattern that takes the
    /// text's place from `__text`.
    fn name_or_message(&self, text: impl Fn(usize) -> &'a str, place: &TokenStream) -> TokenStream {
        match &self.strings {
            Strings::Slices => self.slice(text),
            Strings::Joined { .. } => {
                let private = self.private;
                quote! {
                    let #place = __text(self);
                    #private::slice(__text, __start, __end)
                }
            }
        }
    }

    /// Generates the text of a variant from the texts of the rows.
    fn slice(&self, text: impl Fn(usize) -> &'a str) -> TokenStream {
        let private = self.private;
        let rows = self.order.rows(self.hash, self.table.rows.len());
        let texts: Vec<String> =
            rows.into_iter().map(|row| write_string(row.map_or("", &text))).collect();
        let len = Literal::usize_unsuffixed(texts.len());
        let texts = source::tokens(&texts.join(","));
        quote! {
            const TEXTS: &[&#private::str; #len] = &[#texts];
            TEXTS[__place(self)]
        }
    }

    /// Generates the function that finds the name and the message of a variant in one string.
    fn text(&self) -> Option<TokenStream> {
        let Self { private, ident, .. } = self;
        let Strings::Joined { string, starts, .. } = &self.strings else { return None };
        let element = starts.element(private);
        let starts = self.array(&local("STARTS"), starts.array_of_pairs(private));
        let text = self.string("TEXT", string);
        Some(quote! {
            /// Returns the string of all names and messages, and three places in it: the start of a
            /// variant's name, the start of its message, and the end of the message.
            #[inline]
            const fn __text(
                __code: #ident,
            ) -> (&'static #private::str, #private::usize, #private::usize, #private::usize) {
                #text
                #starts
                let __place = __place(__code);
                let [__name, __message] = STARTS[__place];
                let [__end, _] = STARTS[__place + 1];
                (
                    TEXT,
                    #element::from_le_bytes(__name) as #private::usize,
                    #element::from_le_bytes(__message) as #private::usize,
                    #element::from_le_bytes(__end) as #private::usize,
                )
            }
        })
    }

    /// Generates the body of `message_zh`. The Chinese messages stand apart from the other texts, so that
    /// a program that does not ask for them does not carry them.
    pub(super) fn message_zh(&self) -> TokenStream {
        let Self { private, table, hash, .. } = self;
        if table.rows.iter().all(|row| row.notes.message_zh.is_none()) {
            return quote!(#private::None);
        }
        let mut string = String::new();
        let mut starts = vec![0];
        for row in self.order.rows(hash, table.rows.len()) {
            string.extend(row.and_then(|row| table.rows[row].notes.message_zh.as_deref()));
            starts.push(string.len());
        }
        let text = self.string("TEXT", &string);
        let (name, numbers) = (local("STARTS"), Numbers::new(starts));
        let starts = self.array(&name, numbers.array(private));
        let start = numbers.get(private, &name, &quote!(__place));
        let end = numbers.get(private, &name, &quote!(__place + 1));
        quote! {
            #text
            #starts
            let __place = __place(self);
            let (__start, __end) = (#start, #end);
            if __start == __end {
                #private::None
            } else {
                #private::Some(
                    #private::slice(TEXT, __start as #private::usize, __end as #private::usize),
                )
            }
        }
    }

    /// Generates the body of `remedy`. The remedies stand apart for the same reason.
    pub(super) fn remedy(&self) -> TokenStream {
        let Self { private, table, hash, .. } = self;
        if table.rows.iter().all(|row| row.notes.remedy.is_none()) {
            return quote!(#private::None);
        }
        let number = |row: usize| table.rows[row].notes.remedy.map_or(0, Remedy::number);
        let rows = self.order.rows(hash, table.rows.len());
        let numbers: Vec<u8> = rows.into_iter().map(|row| row.map_or(0, number)).collect();
        let len = Literal::usize_unsuffixed(numbers.len());
        let numbers = Literal::byte_string(&numbers);
        let storage = self.storage();
        quote! {
            #storage REMEDIES: &[#private::u8; #len] = #numbers;
            #private::remedy_of_number(REMEDIES[__place(self)])
        }
    }

    fn string(&self, name: &str, string: &str) -> TokenStream {
        let (private, name, storage) = (self.private, local(name), self.storage());
        let string = source::tokens(&write_string(string));
        quote!(#storage #name: &#private::str = #string;)
    }

    fn storage(&self) -> TokenStream {
        if self.is_small { quote!(const) } else { quote!(static) }
    }

    /// Generates a constant or static array, from its type and a reference to its value. A small table's
    /// arrays are constants, which LLVM knows wherever a lookup is inlined. A large table's are statics, so
    /// that a program has one of each.
    fn array(&self, name: &Ident, (array, value): (TokenStream, TokenStream)) -> TokenStream {
        if self.is_small {
            quote!(const #name: &#array = #value;)
        } else {
            quote!(static #name: #array = *#value;)
        }
    }
}
