use core::error::Error;
use core::hash::Hash;
use core::str::FromStr;

use crate::{CodeInt, Iter, ParseCodeError, Remedy, UnknownCode};

/// A table of codes: the API that [`wechat_codes!`] generates, for code that is generic over tables.
///
/// Only [`wechat_codes!`] implements it; items may be added in minor versions.
///
/// ```
/// use wechat_codes::{CodeTable, ReturnCode};
///
/// /// Explains the code of a reply to a person.
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
    /// assert_eq!(<ReturnCode as CodeTable>::COUNT, ReturnCode::iter().len());
    /// ```
    const COUNT: usize;

    /// Returns the variant of a return code; `None` if the table has no such code.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let code = <ReturnCode as CodeTable>::from_code(40013);
    /// assert_eq!(code, Some(ReturnCode::InvalidAppId));
    /// ```
    fn from_code(code: Self::Code) -> Option<Self>;

    /// Returns the variant of this name; `None` if the table has no such name.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let code = <ReturnCode as CodeTable>::from_name("InvalidAppId");
    /// assert_eq!(code, Some(ReturnCode::InvalidAppId));
    /// ```
    fn from_name(name: &str) -> Option<Self>;

    /// Returns the numeric return code.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::code(ReturnCode::InvalidAppId), 40013);
    /// ```
    fn code(self) -> Self::Code;

    /// Returns the variant's name.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::name(ReturnCode::InvalidAppId), "InvalidAppId");
    /// ```
    fn name(self) -> &'static str;

    /// Returns the meaning of the code, in English.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::message(ReturnCode::InvalidAppId), "Invalid App ID");
    /// ```
    fn message(self) -> &'static str;

    /// Returns the meaning of the code in Chinese; `None` if the row has no such note.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert_eq!(CodeTable::message_zh(ReturnCode::OAuthCodeUsed), Some("OAuth code 已被使用过"));
    /// ```
    fn message_zh(self) -> Option<&'static str>;

    /// Returns what a program does about the code; `None` if the row has no such note.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, Remedy, ReturnCode};
    /// assert_eq!(CodeTable::remedy(ReturnCode::SystemBusy), Some(Remedy::Retry));
    /// ```
    fn remedy(self) -> Option<Remedy>;

    /// Tells whether the call succeeded, which is the code 0.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// assert!(CodeTable::is_success(ReturnCode::Success));
    /// ```
    fn is_success(self) -> bool;

    /// Returns an iterator over every variant, in the order of the table.
    ///
    /// ```
    /// use wechat_codes::{CodeTable, ReturnCode};
    /// let first = <ReturnCode as CodeTable>::iter().next();
    /// assert_eq!(first, Some(ReturnCode::SystemBusy));
    /// ```
    fn iter() -> Iter<Self> {
        crate::iter::iter()
    }

    /// Returns the variant of a code in the table; for any other code, some variant.
    #[doc(hidden)]
    fn __candidate(code: Self::Code) -> Self;

    /// Returns the code at an index in the order of the table.
    ///
    /// # Panics
    ///
    /// If the index is not less than `COUNT`.
    #[doc(hidden)]
    fn __code(index: usize) -> Self::Code;
}
