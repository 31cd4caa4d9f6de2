//! An array of numbers in generated code, in the narrowest type that holds them.

use crate::int_type::IntType;

pub(crate) struct Numbers {
    pub(crate) element: IntType,
    pub(crate) numbers: Vec<usize>,
}

impl Numbers {
    pub(crate) fn new(numbers: impl Into<Vec<usize>>) -> Self {
        let numbers = numbers.into();
        let element = match numbers.iter().max() {
            Some(0x1_0000..) => IntType::U32,
            Some(0x100..) => IntType::U16,
            _ => IntType::U8,
        };
        Self { element, numbers }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.numbers.len() * self.element.bytes()
    }
}
