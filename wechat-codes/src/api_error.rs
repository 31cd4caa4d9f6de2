use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

use crate::code_int::{Sealed, narrow};
use crate::format::pad;
use crate::{CodeTable, Errcode, ReturnCode};

/// The error of a call that WeChat refused: the errcode and the errmsg of its reply. Needs feature
/// `json`, whose functions give it.
///
/// It is shown with all that is known: the code, its name, and what the API said, or, where it said
/// nothing, what the table says.
///
/// ```
/// use wechat_codes::{Errcode, ReturnCode, json};
///
/// let reply = br#"{"errcode":40013,"errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4"}"#;
/// let error = json::check(reply).unwrap_err();
/// assert_eq!(error.errcode(), Errcode::Known(ReturnCode::InvalidAppId));
/// assert_eq!(
///     error.to_string(),
///     "40013 InvalidAppId: invalid appid rid: 61725984-6126f6f9-040f19c4"
/// );
///
/// let error = json::check(br#"{"errcode":99999,"errmsg":"no such thing"}"#).unwrap_err();
/// assert_eq!(error.to_string(), "99999: no such thing");
///
/// let error = json::check(br#"{"errcode":40013}"#).unwrap_err();
/// assert_eq!(error.to_string(), "40013 InvalidAppId: Invalid App ID");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiError<C: CodeTable = ReturnCode> {
    errcode: Errcode<C>,
    /// The errcode as the reply has it, where the code type does not.
    beyond_range: Option<Box<str>>,
    errmsg: Box<str>,
}

impl<C: CodeTable> ApiError<C> {
    /// The error of these digits, which may begin with a minus.
    pub(crate) fn new(digits: &str, errmsg: &str) -> Self {
        let furthest = if digits.starts_with('-') { i128::MIN } else { i128::MAX };
        let number = digits.parse().unwrap_or(furthest);
        let (errcode, beyond_range) = match narrow(number) {
            Some(code) => (Errcode::new(code), None),
            None => (Errcode::Unknown(C::Code::nearest_failure(number)), Some(digits.into())),
        };
        Self { errcode, beyond_range, errmsg: errmsg.into() }
    }

    /// The return code.
    ///
    /// One beyond the code type's range is the [`Unknown`](Errcode::Unknown) of the nearest number
    /// that the type has and that is not 0; the text of the error shows it as it was.
    ///
    /// ```
    /// use wechat_codes::{Errcode, json};
    ///
    /// let error = json::check(br#"{"errcode":9000000001,"errmsg":"what now"}"#).unwrap_err();
    /// assert_eq!(error.errcode(), Errcode::Unknown(i32::MAX));
    /// assert_eq!(error.to_string(), "9000000001: what now");
    /// ```
    #[must_use]
    pub fn errcode(&self) -> Errcode<C> {
        self.errcode
    }

    /// The return code, where it is one of the table.
    ///
    /// ```
    /// use wechat_codes::{ReturnCode, json};
    ///
    /// let error = json::check(br#"{"errcode":42001}"#).unwrap_err();
    /// assert!(error.known().is_some_and(ReturnCode::needs_new_access_token));
    ///
    /// let error = json::check(br#"{"errcode":99999}"#).unwrap_err();
    /// assert_eq!(error.known(), None);
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.errcode.known()
    }

    /// What the API said, with the request id; empty where it said nothing. Of an errmsg that is no
    /// string, the JSON.
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// let error = json::check(br#"{"errcode":40013,"errmsg":"invalid appid"}"#).unwrap_err();
    /// assert_eq!(error.errmsg(), "invalid appid");
    /// ```
    #[must_use]
    pub fn errmsg(&self) -> &str {
        &self.errmsg
    }

    /// The id of the request, which WeChat appends to an errmsg as `rid: ..`. For seven days it tells
    /// [what the request was].
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// // The reply in WeChat's documentation.
    /// let reply = br#"{"errcode":45009,"errmsg":"reach max api daily quota limit rid: 617682e0-09059ac5-34a8e2ea"}"#;
    /// let error = json::check(reply).unwrap_err();
    /// assert_eq!(error.rid(), Some("617682e0-09059ac5-34a8e2ea"));
    /// ```
    ///
    /// [what the request was]: https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html
    #[must_use]
    pub fn rid(&self) -> Option<&str> {
        let (before, after) = self.errmsg.rsplit_once("rid:")?;
        // An `@` was seen: https://github.com/EasyAbp/WeChatManagement/issues/27
        let after = after.trim_start().trim_start_matches('@');
        let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
        let end = after.find(|character| !is_part(character)).unwrap_or(after.len());
        // Not of another word, such as `grid:`.
        (end > 0 && !before.ends_with(is_part)).then_some(&after[..end])
    }
}

impl<C: CodeTable> fmt::Display for ApiError<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.errcode.code();
        let code: &dyn fmt::Display = match &self.beyond_range {
            Some(digits) => digits,
            None => &number,
        };
        match (self.errcode, self.errmsg.trim()) {
            (Errcode::Known(known), errmsg) => {
                let message = if errmsg.is_empty() { known.message() } else { errmsg };
                pad(f, format_args!("{code} {}: {message}", known.name()))
            }
            (Errcode::Unknown(_), "") => pad(f, format_args!("unknown return code {code}")),
            (Errcode::Unknown(_), errmsg) => pad(f, format_args!("{code}: {errmsg}")),
        }
    }
}

impl<C: CodeTable> Error for ApiError<C> {}
