use core::error::Error;
use core::fmt;

use crate::code_int::narrow;
use crate::{CodeInt, CodeTable};

/// The error of a conversion into a table that has no such code. A conversion from another table also
/// fails if the code has another name or message there.
///
/// ```
/// use wechat_codes::{ReturnCode, UnknownCode};
///
/// let error: UnknownCode<i32> = ReturnCode::try_from(12345).unwrap_err();
/// assert_eq!(error.code(), 12345);
/// assert_eq!(error.to_string(), "12345 is not a code of ReturnCode");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct UnknownCode<R> {
    code: R,
    table: &'static str,
    /// Whether the table has the code, but with another name or message than the table of origin.
    has_another_meaning: bool,
}

impl<R: CodeInt> UnknownCode<R> {
    /// Returns the code that was looked up.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert_eq!(ReturnCode::try_from(-7).unwrap_err().code(), -7);
    /// ```
    #[must_use]
    pub const fn code(&self) -> R {
        self.code
    }

    /// Returns the name of the table that does not have the code.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert_eq!(ReturnCode::try_from(-7).unwrap_err().table(), "ReturnCode");
    /// ```
    #[must_use]
    pub const fn table(&self) -> &'static str {
        self.table
    }
}

impl<R: CodeInt> fmt::Display for UnknownCode<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.has_another_meaning {
            write!(f, "{} has another meaning in {}", self.code, self.table)
        } else {
            write!(f, "{} is not a code of {}", self.code, self.table)
        }
    }
}

impl<R: CodeInt> Error for UnknownCode<R> {}

/// Returns the error of looking up `code` in the table that is called `table`.
#[must_use]
pub const fn unknown_code<R: CodeInt>(code: R, table: &'static str) -> UnknownCode<R> {
    UnknownCode { code, table, has_another_meaning: false }
}

/// Returns the error of converting a code into a table that has the code for another row.
pub(crate) const fn other_meaning<R: CodeInt>(code: R, table: &'static str) -> UnknownCode<R> {
    UnknownCode { code, table, has_another_meaning: true }
}

/// The error of parsing text that is neither a name nor a code of the table.
///
/// ```
/// use wechat_codes::{ParseCodeError, ReturnCode};
///
/// let error: ParseCodeError = "NoSuchName".parse::<ReturnCode>().unwrap_err();
/// assert_eq!(error.to_string(), "neither a name nor a decimal code of ReturnCode");
///
/// let error = "12345".parse::<ReturnCode>().unwrap_err();
/// assert_eq!(error.to_string(), "12345 is not a code of ReturnCode");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseCodeError {
    /// The number, if the text was one; it may be out of the code type's range.
    code: Option<i128>,
    table: &'static str,
}

impl ParseCodeError {
    /// Returns the name of the table in which the text was looked up.
    ///
    /// ```
    /// use wechat_codes::ReturnCode;
    /// assert_eq!("".parse::<ReturnCode>().unwrap_err().table(), "ReturnCode");
    /// ```
    #[must_use]
    pub const fn table(&self) -> &'static str {
        self.table
    }
}

impl fmt::Display for ParseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.code {
            Some(code) => write!(f, "{code} is not a code of {}", self.table),
            None => write!(f, "neither a name nor a decimal code of {}", self.table),
        }
    }
}

impl Error for ParseCodeError {}

/// Parses a name or a decimal code of the table `T`, which is called `table`.
///
/// # Errors
///
/// [`ParseCodeError`] if the text is neither.
pub fn parse_code<T: CodeTable>(text: &str, table: &'static str) -> Result<T, ParseCodeError> {
    // Every code begins with a digit or a sign, and no name does.
    let known = if text.starts_with(|first: char| first.is_ascii_digit() || "+-".contains(first)) {
        // Also `-0`, which an unsigned type would refuse.
        text.parse().ok().and_then(narrow).and_then(T::from_code)
    } else {
        T::from_name(text)
    };
    known.ok_or_else(|| ParseCodeError { code: text.parse().ok(), table })
}
