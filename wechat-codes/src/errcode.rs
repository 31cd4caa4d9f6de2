use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use crate::code_int::narrow;
use crate::format::pad;
use crate::{CodeTable, ParseCodeError, Remedy, ReturnCode};

/// A return code that may not be in the table `C`, so that no number is lost: WeChat answers with codes
/// that its documentation does not list.
///
/// Codes are ordered by their number. [`Display`](fmt::Display) always shows the number. With feature
/// `serde` a code is serialized as the number, and deserialized from any number of the code type or, if
/// the format is for people to read, from such a number as text.
///
/// ```
/// use wechat_codes::{Errcode, Remedy};
///
/// fn next_step(errcode: Errcode) -> String {
///     match errcode.remedy() {
///         None if errcode.is_success() => "go on".into(),
///         Some(Remedy::Retry) => "try again later".into(),
///         _ => format!("give up: {errcode}"),
///     }
/// }
///
/// assert_eq!(next_step(Errcode::new(0)), "go on");
/// assert_eq!(next_step(Errcode::new(-1)), "try again later");
/// assert_eq!(next_step(Errcode::new(40013)), "give up: 40013 InvalidAppId: Invalid App ID");
/// assert_eq!(next_step(Errcode::new(12345)), "give up: unknown return code 12345");
/// ```
///
/// A `match` on [`Unknown`](Self::Unknown) with a number changes its meaning when a later version of the
/// table has the code. A comparison with the number does not:
///
/// ```
/// use wechat_codes::Errcode;
///
/// let errcode: Errcode = 12345.into();
/// assert!(errcode == 12345);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Errcode<C: CodeTable = ReturnCode> {
    /// A code of the table.
    Known(C),
    /// Another number. [`new`](Self::new) never makes it of a code that the table has.
    Unknown(C::Code),
}

impl<C: CodeTable> Errcode<C> {
    /// Looks a code up in the table, and keeps the number if the table does not have it.
    ///
    /// ```
    /// use wechat_codes::{Errcode, ReturnCode};
    ///
    /// assert_eq!(Errcode::new(40013), Errcode::Known(ReturnCode::InvalidAppId));
    ///
    /// let unknown: Errcode = Errcode::new(12345);
    /// assert_eq!(unknown, Errcode::Unknown(12345));
    /// ```
    #[must_use]
    pub fn new(code: C::Code) -> Self {
        C::from_code(code).map_or(Self::Unknown(code), Self::Known)
    }

    /// Returns the number.
    ///
    /// ```
    /// use wechat_codes::{Errcode, ReturnCode};
    ///
    /// assert_eq!(Errcode::Known(ReturnCode::InvalidAppId).code(), 40013);
    /// assert_eq!(Errcode::<ReturnCode>::Unknown(12345).code(), 12345);
    /// ```
    #[must_use]
    pub fn code(self) -> C::Code {
        match self {
            Self::Known(known) => known.code(),
            Self::Unknown(code) => code,
        }
    }

    /// Returns the table's variant; `None` if the table has no such code.
    ///
    /// ```
    /// use wechat_codes::{Errcode, ReturnCode};
    ///
    /// let busy: Errcode = Errcode::new(-1);
    /// assert_eq!(busy.known(), Some(ReturnCode::SystemBusy));
    ///
    /// let unknown: Errcode = Errcode::new(12345);
    /// assert_eq!(unknown.known(), None);
    /// ```
    #[must_use]
    pub fn known(self) -> Option<C> {
        match self {
            Self::Known(known) => Some(known),
            Self::Unknown(_) => None,
        }
    }

    /// Returns the variant's name; `None` if the table has no such code.
    ///
    /// ```
    /// use wechat_codes::Errcode;
    ///
    /// let code: Errcode = Errcode::new(40013);
    /// assert_eq!(code.name(), Some("InvalidAppId"));
    /// ```
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.known().map(C::name)
    }

    /// Returns the meaning of the code in English; `None` if the table has no such code.
    ///
    /// ```
    /// use wechat_codes::Errcode;
    ///
    /// let code: Errcode = Errcode::new(40013);
    /// assert_eq!(code.message(), Some("Invalid App ID"));
    /// ```
    #[must_use]
    pub fn message(self) -> Option<&'static str> {
        self.known().map(C::message)
    }

    /// Returns the meaning of the code in Chinese; `None` if the table does not say it.
    ///
    /// ```
    /// use wechat_codes::Errcode;
    ///
    /// let code: Errcode = Errcode::new(40163);
    /// assert_eq!(code.message_zh(), Some("OAuth code 已被使用过"));
    /// ```
    #[must_use]
    pub fn message_zh(self) -> Option<&'static str> {
        self.known().and_then(C::message_zh)
    }

    /// Returns what a program does about the code; `None` if the table does not say it.
    ///
    /// ```
    /// use wechat_codes::{Errcode, Remedy};
    ///
    /// let code: Errcode = Errcode::new(45009);
    /// assert_eq!(code.remedy(), Some(Remedy::WaitForQuota));
    /// ```
    #[must_use]
    pub fn remedy(self) -> Option<Remedy> {
        self.known().and_then(C::remedy)
    }

    /// Tells whether the call succeeded, which is the code 0, whether or not the table has it.
    ///
    /// ```
    /// use wechat_codes::Errcode;
    ///
    /// assert!(Errcode::<wechat_codes::ReturnCode>::new(0).is_success());
    /// assert!(!Errcode::<wechat_codes::ReturnCode>::new(12345).is_success());
    /// ```
    #[must_use]
    pub fn is_success(self) -> bool {
        self.code() == C::Code::default()
    }
}

/// The code 0, which is success: a reply without an errcode.
impl<C: CodeTable> Default for Errcode<C> {
    fn default() -> Self {
        Self::new(C::Code::default())
    }
}

/// Shows `40013 InvalidAppId: Invalid App ID`, or `unknown return code 12345`. Honours width, fill and
/// precision.
impl<C: CodeTable> fmt::Display for Errcode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(known) => {
                let (code, name, message) = (known.code(), known.name(), known.message());
                pad(f, format_args!("{code} {name}: {message}"))
            }
            Self::Unknown(code) => pad(f, format_args!("unknown return code {code}")),
        }
    }
}

/// Parses the exact name of a variant, or any number of the code type in decimal.
impl<C: CodeTable> FromStr for Errcode<C> {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<Self, ParseCodeError> {
        match text.parse::<C>() {
            Ok(known) => Ok(Self::Known(known)),
            Err(error) => text.parse().ok().and_then(narrow).map(Self::Unknown).ok_or(error),
        }
    }
}

impl<C: CodeTable> From<C> for Errcode<C> {
    fn from(known: C) -> Self {
        Self::Known(known)
    }
}

macro_rules! numbers {
    ($($int:ty)*) => {
        $(
            impl<C: CodeTable<Code = $int>> From<$int> for Errcode<C> {
                fn from(code: $int) -> Self {
                    Self::new(code)
                }
            }

            impl<C: CodeTable<Code = $int>> PartialEq<$int> for Errcode<C> {
                fn eq(&self, code: &$int) -> bool {
                    self.code() == *code
                }
            }

            impl<C: CodeTable<Code = $int>> PartialEq<Errcode<C>> for $int {
                fn eq(&self, errcode: &Errcode<C>) -> bool {
                    *self == errcode.code()
                }
            }
        )*
    };
}

numbers!(i8 i16 i32 i64 u8 u16 u32 u64);

impl<C: CodeTable> Ord for Errcode<C> {
    fn cmp(&self, other: &Self) -> Ordering {
        // The second comparison is for an `Unknown` with a code that the table has, which anyone can
        // write.
        self.code().cmp(&other.code()).then(self.known().cmp(&other.known()))
    }
}

impl<C: CodeTable> PartialOrd for Errcode<C> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
