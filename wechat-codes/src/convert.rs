use crate::code_int::{Sealed, narrow};
use crate::error::{other_meaning, unknown_code};
use crate::{CodeTable, UnknownCode};

/// Converts between tables where `T` has every code of `S`.
#[inline]
pub fn convert<S: CodeTable, T: CodeTable>(code: S) -> T {
    T::__candidate(T::Code::wrapping_from(code.code().into()))
}

/// Converts between tables where `T`, which is called `table`, may lack the code. The strangers are
/// codes that both have, with different meanings.
///
/// # Errors
///
/// [`UnknownCode`] where `T` does not have the row.
#[inline]
pub fn try_convert<S: CodeTable, T: CodeTable>(
    code: S,
    table: &'static str,
    strangers: &[i128],
) -> Result<T, UnknownCode<S::Code>> {
    let wide: i128 = code.code().into();
    if strangers.contains(&wide) {
        return Err(other_meaning(code.code(), table));
    }
    narrow(wide).and_then(T::from_code).ok_or_else(|| unknown_code(code.code(), table))
}
