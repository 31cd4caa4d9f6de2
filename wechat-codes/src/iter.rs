use core::iter::FusedIterator;
use core::slice;

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
    codes: slice::Iter<'static, T::Code>,
}

/// Returns every variant of a table, in the order of the table.
pub fn iter<T: CodeTable>() -> Iter<T> {
    Iter { codes: T::__codes().iter() }
}

fn variant<T: CodeTable>(code: &T::Code) -> T {
    T::__candidate(*code)
}

impl<T: CodeTable> Iterator for Iter<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        self.codes.next().map(variant)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.codes.size_hint()
    }

    fn nth(&mut self, n: usize) -> Option<T> {
        self.codes.nth(n).map(variant)
    }

    fn count(self) -> usize {
        self.codes.len()
    }

    fn last(mut self) -> Option<T> {
        self.next_back()
    }
}

impl<T: CodeTable> DoubleEndedIterator for Iter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.codes.next_back().map(variant)
    }

    fn nth_back(&mut self, n: usize) -> Option<T> {
        self.codes.nth_back(n).map(variant)
    }
}

impl<T: CodeTable> ExactSizeIterator for Iter<T> {}

impl<T: CodeTable> FusedIterator for Iter<T> {}
