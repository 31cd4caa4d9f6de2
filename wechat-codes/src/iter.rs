use core::iter::FusedIterator;
use core::marker::PhantomData;
use core::ops::Range;

use crate::CodeTable;

/// An iterator over the variants of a table, in the order of the table. The `iter()` of a table returns
/// it.
///
/// ```
/// use wechat_codes::{Remedy, ReturnCode};
///
/// let about_tokens: Vec<_> = ReturnCode::iter()
///     .filter(|code| code.remedy() == Some(Remedy::RenewToken))
///     .map(ReturnCode::code)
///     .collect();
/// assert_eq!(about_tokens, [40001, 40014, 42001]);
/// assert_eq!(ReturnCode::iter().len(), ReturnCode::COUNT);
/// ```
#[derive(Clone, Debug)]
#[must_use = "iterators do nothing unless they are consumed"]
pub struct Iter<T: CodeTable> {
    indices: Range<usize>,
    table: PhantomData<fn() -> T>,
}

/// Returns every variant of a table, in the order of the table.
pub fn iter<T: CodeTable>() -> Iter<T> {
    Iter { indices: 0..T::COUNT, table: PhantomData }
}

fn variant<T: CodeTable>(index: usize) -> T {
    T::__candidate(T::__code(index))
}

impl<T: CodeTable> Iterator for Iter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.indices.next().map(variant)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.indices.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<T> {
        self.indices.nth(n).map(variant)
    }

    fn count(self) -> usize {
        self.indices.len()
    }

    fn last(mut self) -> Option<T> {
        self.next_back()
    }
}

impl<T: CodeTable> DoubleEndedIterator for Iter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.indices.next_back().map(variant)
    }

    fn nth_back(&mut self, n: usize) -> Option<T> {
        self.indices.nth_back(n).map(variant)
    }
}

impl<T: CodeTable> ExactSizeIterator for Iter<T> {}

impl<T: CodeTable> FusedIterator for Iter<T> {}
