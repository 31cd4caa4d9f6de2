//! An array of numbers in generated code.
//!
//! The array is one byte string, in chunks of little-endian bytes. rustc checks each number of an ordinary
//! array as an expression of its own.

use proc_macro2::{Ident, Literal, TokenStream};

use super::quoting::{int_path, quote};
use crate::int_type::IntType;

pub(super) struct Numbers {
    element: IntType,
    bytes: Vec<u8>,
}

impl Numbers {
    /// Stores indices, in the narrowest type that holds them.
    pub(super) fn new(numbers: impl IntoIterator<Item = usize>) -> Self {
        let numbers: Vec<i128> = numbers.into_iter().map(|number| number as i128).collect();
        let element = match numbers.iter().max() {
            Some(0x1_0000..) => IntType::U32,
            Some(0x100..) => IntType::U16,
            _ => IntType::U8,
        };
        Self::of(element, numbers)
    }

    /// Stores numbers of a type that holds them.
    pub(super) fn of(element: IntType, numbers: impl IntoIterator<Item = i128>) -> Self {
        let width = element.bytes();
        let mut bytes = Vec::new();
        for number in numbers {
            bytes.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        Self { element, bytes }
    }

    /// Returns the size of the array.
    pub(super) fn bytes(&self) -> usize {
        self.bytes.len()
    }

    /// Generates the type of the array and its value, a reference.
    pub(super) fn array(&self, private: &TokenStream) -> (TokenStream, TokenStream) {
        let width = self.element.bytes();
        let (number, bytes) = (bytes_of(private, width), Literal::byte_string(&self.bytes));
        let len = Literal::usize_unsuffixed(self.bytes.len() / width);
        (quote!([#number; #len]), quote!(#private::chunks(#bytes)))
    }

    /// Generates the same for the numbers in pairs.
    pub(super) fn array_of_pairs(&self, private: &TokenStream) -> (TokenStream, TokenStream) {
        let width = self.element.bytes();
        let (number, bytes) = (bytes_of(private, width), Literal::byte_string(&self.bytes));
        let len = Literal::usize_unsuffixed(self.bytes.len() / width / 2);
        (quote!([[#number; 2]; #len]), quote!(#private::pairs(#bytes)))
    }

    /// Generates the type of a number.
    pub(super) fn element(&self, private: &TokenStream) -> TokenStream {
        int_path(private, self.element)
    }

    /// Generates the number at an index, in its own type.
    pub(super) fn get(
        &self,
        private: &TokenStream,
        array: &Ident,
        index: &TokenStream,
    ) -> TokenStream {
        let element = self.element(private);
        quote!(#element::from_le_bytes(#array[#index]))
    }
}

/// Generates the type of a number's bytes.
fn bytes_of(private: &TokenStream, width: usize) -> TokenStream {
    let width = Literal::usize_unsuffixed(width);
    quote!([#private::u8; #width])
}
