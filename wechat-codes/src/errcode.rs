use core::cmp::Ordering;
use core::fmt;

use crate::format::pad;
use crate::{CodeTable, ReturnCode};

/// A return code that may be none of the table `C`, so that no number is lost: WeChat answers with
/// codes that its documentation does not list.
///
/// It is ordered by the number. With feature `serde` it is serialized as the number, and deserialized
/// from any number of the code type or, where the format is for people to read, from such a number as
/// text.
///
/// ```
/// use wechat_codes::{Errcode, ReturnCode};
///
/// fn advice(errcode: Errcode) -> String {
///     match errcode {
///         Errcode::Known(ReturnCode::Success) => "go on".into(),
///         Errcode::Known(code) if code.is_transient() => "try again later".into(),
///         other => format!("give up: {other}"),
///     }
/// }
///
/// assert_eq!(advice(Errcode::new(-1)), "try again later");
/// assert_eq!(advice(Errcode::new(40013)), "give up: Invalid App ID");
/// assert_eq!(advice(Errcode::new(12345)), "give up: unknown return code 12345");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Errcode<C: CodeTable = ReturnCode> {
    /// A code of the table.
    Known(C),
    /// Another number; [`new`](Self::new) never makes it of a code that the table has.
    Unknown(C::Code),
}

impl<C: CodeTable> Errcode<C> {
    /// The table's variant of a code, or the number.
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

    /// The number.
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

    /// The table's variant; `None` where the table has no such code.
    ///
    /// ```
    /// use wechat_codes::{Errcode, ReturnCode};
    ///
    /// let busy: Errcode = Errcode::new(-1);
    /// assert!(busy.known().is_some_and(ReturnCode::is_transient));
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
}

/// What the table shows, also with `{:#}`, or `unknown return code 12345`.
impl<C: CodeTable> fmt::Display for Errcode<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(known) => fmt::Display::fmt(known, f),
            Self::Unknown(code) => pad(f, format_args!("unknown return code {code}")),
        }
    }
}

impl<C: CodeTable> From<C> for Errcode<C> {
    fn from(known: C) -> Self {
        Self::Known(known)
    }
}

impl<C: CodeTable> Ord for Errcode<C> {
    fn cmp(&self, other: &Self) -> Ordering {
        // The second: anyone can write `Unknown` with a code that the table has.
        self.code().cmp(&other.code()).then(self.known().cmp(&other.known()))
    }
}

impl<C: CodeTable> PartialOrd for Errcode<C> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
