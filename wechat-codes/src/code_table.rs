use core::error::Error;
use core::hash::Hash;
use core::str::FromStr;

use crate::{CodeInt, Iter, ParseCodeError, UnknownCode};

/// A table of codes, for code that is generic over tables: what [`wechat_codes!`] generates, as a
/// trait.
///
/// Only [`wechat_codes!`] implements it; items may be added in minor versions.
///
/// ```
/// use wechat_codes::{CodeTable, ReturnCode};
///
/// /// What to show a person for the code of a reply.
/// fn explain<C: CodeTable>(code: C::Code) -> String {
///     match C::from_code(code) {
///         Some(known) => format!("{} ({})", known.message(), known.name()),
///         None => format!("unknown return code {code}"),
///     }
/// }
///
/// assert_eq!(explain::<ReturnCode>(40013), "Invalid App ID (InvalidAppId)");
/// assert_eq!(explain::<ReturnCode>(12345), "unknown return code 12345");
/// ```
///
/// [`wechat_codes!`]: crate::wechat_codes
pub trait CodeTable:
    Copy
    + Error
    + FromStr<Err = ParseCodeError>
    + Hash
    + Into<<Self as CodeTable>::Code>
    + Ord
    + Send
    + Sync
    + TryFrom<<Self as CodeTable>::Code, Error = UnknownCode<<Self as CodeTable>::Code>>
    + 'static
{
    /// The integer type of the codes: the enum's `repr`.
    type Code: CodeInt;

    /// The number of codes in this table.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(<ReturnCode as CodeTable>::COUNT, 135);
    /// ```
    const COUNT: usize;

    /// The variant of a return code; `None` where the table has no such code.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let code = <ReturnCode as CodeTable>::from_code(40013);
    /// assert_eq!(code, Some(ReturnCode::InvalidAppId));
    /// ```
    fn from_code(code: Self::Code) -> Option<Self>;

    /// The variant of this name; `None` where the table has no such name.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let code = <ReturnCode as CodeTable>::from_name("InvalidAppId");
    /// assert_eq!(code, Some(ReturnCode::InvalidAppId));
    /// ```
    fn from_name(name: &str) -> Option<Self>;

    /// The numeric return code.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::code(ReturnCode::InvalidAppId), 40013);
    /// ```
    fn code(self) -> Self::Code;

    /// The variant's name.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::name(ReturnCode::InvalidAppId), "InvalidAppId");
    /// ```
    fn name(self) -> &'static str;

    /// What the code means.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::message(ReturnCode::InvalidAppId), "Invalid App ID");
    /// ```
    fn message(self) -> &'static str;

    /// Every variant, in the order of the table.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let first = <ReturnCode as CodeTable>::iter().next();
    /// assert_eq!(first, Some(ReturnCode::SystemBusy));
    /// ```
    fn iter() -> Iter<Self> {
        crate::iter::iter()
    }

    /// The variant of a code that is in the table; of another code, any variant.
    #[doc(hidden)]
    fn __candidate(code: Self::Code) -> Self;

    /// The codes in the order of the table.
    #[doc(hidden)]
    fn __codes() -> &'static [Self::Code];
}
