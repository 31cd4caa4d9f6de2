//! Numbers that generated code keeps in an array, in the narrowest type that holds them.

use crate::repr::Repr;

pub(crate) struct Numbers {
    pub(crate) repr: Repr,
    pub(crate) numbers: Vec<usize>,
}

impl Numbers {
    pub(crate) fn new(numbers: impl Into<Vec<usize>>) -> Self {
        let numbers = numbers.into();
        let repr = match numbers.iter().max() {
            Some(0x1_0000..) => Repr::U32,
            Some(0x100..) => Repr::U16,
            _ => Repr::U8,
        };
        Self { repr, numbers }
    }

    pub(crate) fn bytes(&self) -> usize {
        self.numbers.len() * self.repr.bytes()
    }
}
