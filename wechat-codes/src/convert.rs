use crate::code_int::{Sealed, narrow};
use crate::error::{other_meaning, unknown_code};
use crate::{CodeTable, UnknownCode};

/// Converts a row of `S` into the same row of `T`, which has every row of `S`.
#[inline]
pub fn convert<S: CodeTable, T: CodeTable>(code: S) -> T {
    T::__candidate(T::Code::wrapping_from(code.code().into()))
}

/// Converts a row of `S` into the same row of `T`, which is called `table` and may lack the row. The
/// conflicting codes are those that both tables have, with different meanings.
///
/// # Errors
///
/// [`UnknownCode`] if `T` does not have the row.
#[inline]
pub fn try_convert<S: CodeTable, T: CodeTable>(
    code: S,
    table: &'static str,
    conflicting_codes: &[i128],
) -> Result<T, UnknownCode<S::Code>> {
    let wide: i128 = code.code().into();
    if conflicting_codes.contains(&wide) {
        return Err(other_meaning(code.code(), table));
    }
    narrow(wide).and_then(T::from_code).ok_or_else(|| unknown_code(code.code(), table))
}
