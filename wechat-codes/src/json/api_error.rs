use alloc::boxed::Box;
use core::error::Error;
use core::fmt;

use serde_core::ser::{Serialize, SerializeStruct, Serializer};

use crate::code_int::{Sealed, narrow};
use crate::format::pad;
use crate::{CodeTable, Errcode, Remedy, ReturnCode};

/// The error of a call that WeChat refused: the errcode and the errmsg of its reply. Needs feature
/// `json`.
///
/// [`Display`](fmt::Display) shows all that is known: the code, its name, and the errmsg, or the table's
/// message if the errmsg is empty. It is serialized as an object, for structured logs.
///
/// ```
/// use wechat_codes::{ApiError, Errcode, ReturnCode, json};
///
/// let reply = br#"{"errcode":40013,"errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4"}"#;
/// let error = json::error_in(reply).unwrap();
/// assert_eq!(error.errcode(), Errcode::Known(ReturnCode::InvalidAppId));
/// assert_eq!(
///     error.to_string(),
///     "40013 InvalidAppId: invalid appid rid: 61725984-6126f6f9-040f19c4"
/// );
///
/// // In a test:
/// let error: ApiError = ApiError::new(40013, "invalid appid");
/// assert_eq!(
///     serde_json::to_string(&error)?,
///     r#"{"errcode":40013,"name":"InvalidAppId","errmsg":"invalid appid"}"#
/// );
/// let error: ApiError = ApiError::new(99999, "no such thing");
/// assert_eq!(error.to_string(), "99999: no such thing");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ApiError<C: CodeTable = ReturnCode> {
    errcode: Errcode<C>,
    /// The errcode as the reply has it, if it is beyond the code type.
    beyond_range: Option<Box<str>>,
    errmsg: Box<str>,
}

impl<C: CodeTable> ApiError<C> {
    /// Makes the error of a code and an errmsg, as a test or a fake server needs it.
    ///
    /// ```
    /// use wechat_codes::{ApiError, Remedy};
    ///
    /// let error: ApiError = ApiError::new(45009, "reach max api daily quota limit");
    /// assert_eq!(error.remedy(), Some(Remedy::WaitForQuota));
    /// ```
    #[must_use]
    pub fn new(code: C::Code, errmsg: impl Into<Box<str>>) -> Self {
        Self { errcode: Errcode::new(code), beyond_range: None, errmsg: errmsg.into() }
    }

    /// Makes the error of these digits, which may begin with a minus.
    pub(crate) fn of_digits(digits: &str, errmsg: &str) -> Self {
        let furthest = if digits.starts_with('-') { i128::MIN } else { i128::MAX };
        let number = digits.parse().unwrap_or(furthest);
        match narrow(number) {
            Some(code) => Self::new(code, errmsg),
            None => Self {
                errcode: Errcode::Unknown(stand_in::<C>(number)),
                beyond_range: Some(digits.into()),
                errmsg: errmsg.into(),
            },
        }
    }

    /// Returns the return code.
    ///
    /// An errcode beyond the code type's range is the [`Unknown`](Errcode::Unknown) of a number at that end of
    /// the range that is neither 0 nor a code of the table. The text of the error shows the errcode as it was.
    ///
    /// ```
    /// use wechat_codes::{Errcode, json};
    ///
    /// let error = json::error_in(br#"{"errcode":9000000001,"errmsg":"what now"}"#).unwrap();
    /// assert_eq!(error.errcode(), Errcode::Unknown(i32::MAX));
    /// assert_eq!(error.to_string(), "9000000001: what now");
    /// ```
    #[must_use]
    pub fn errcode(&self) -> Errcode<C> {
        self.errcode
    }

    /// Returns the return code if it is one of the table.
    ///
    /// ```
    /// use wechat_codes::{ApiError, ReturnCode};
    ///
    /// let error: ApiError = ApiError::new(42001, "access_token expired");
    /// assert_eq!(error.known(), Some(ReturnCode::AccessTokenExpired));
    ///
    /// let error: ApiError = ApiError::new(99999, "");
    /// assert_eq!(error.known(), None);
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.errcode.known()
    }

    /// Returns the meaning of the code in Chinese, if the table has it.
    ///
    /// ```
    /// use wechat_codes::ApiError;
    ///
    /// let error: ApiError = ApiError::new(40163, "code been used");
    /// assert_eq!(error.message_zh(), Some("OAuth code 已被使用过"));
    /// ```
    #[must_use]
    pub fn message_zh(&self) -> Option<&'static str> {
        self.errcode.message_zh()
    }

    /// Returns what a program does about the error, if the table says it.
    ///
    /// ```
    /// use wechat_codes::{ApiError, Remedy};
    ///
    /// let error: ApiError = ApiError::new(42001, "access_token expired");
    /// assert_eq!(error.remedy(), Some(Remedy::RenewToken));
    /// ```
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        self.errcode.remedy()
    }

    /// Returns what the API said, with the request id; empty if it said nothing. If the errmsg is not a
    /// string, returns its JSON.
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// let error = json::error_in(br#"{"errcode":40013,"errmsg":"invalid appid"}"#).unwrap();
    /// assert_eq!(error.errmsg(), "invalid appid");
    /// ```
    #[must_use]
    pub fn errmsg(&self) -> &str {
        &self.errmsg
    }

    /// Returns the id of the request, which WeChat appends to an errmsg as `rid: ..` and WeCom as
    /// `hint: [..]`.
    ///
    /// For seven days, WeChat tells [what the request of a rid was].
    ///
    /// ```
    /// use wechat_codes::ApiError;
    ///
    /// // The errmsg in WeChat's documentation.
    /// let error: ApiError = ApiError::new(
    ///     45009,
    ///     "reach max api daily quota limit rid: 617682e0-09059ac5-34a8e2ea",
    /// );
    /// assert_eq!(error.rid(), Some("617682e0-09059ac5-34a8e2ea"));
    /// ```
    ///
    /// [what the request of a rid was]: https://developers.weixin.qq.com/doc/offiaccount/openApi/get_rid_info.html
    #[must_use]
    pub fn rid(&self) -> Option<&str> {
        after_rid(&self.errmsg).or_else(|| in_hint(&self.errmsg))
    }
}

/// Returns a number to stand for an errcode beyond the code type: at that end of the range, the first
/// that is neither 0 nor a code of the table. If a table has every number, the end itself.
fn stand_in<C: CodeTable>(number: i128) -> C::Code {
    let (min, max) = C::Code::ENDS;
    let lowest: i128 = min.into();
    // An unsigned type has no negative end, so its upper end stands for both.
    let (end, inward) = if number < 0 && lowest != 0 { (min, 1) } else { (max, -1) };
    let mut code = end;
    loop {
        let wide: i128 = code.into();
        if wide != 0 && C::from_code(code).is_none() {
            return code;
        }
        match narrow(wide + inward) {
            Some(next) => code = next,
            None => return end,
        }
    }
}

fn after_rid(errmsg: &str) -> Option<&str> {
    let (before, after) = errmsg.rsplit_once("rid:")?;
    // An `@` was seen: https://github.com/EasyAbp/WeChatManagement/issues/27
    let after = after.trim_start().trim_start_matches('@');
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
    let end = after.find(|character| !is_part(character)).unwrap_or(after.len());
    // Not the end of another word, such as `grid:`.
    (end > 0 && !before.ends_with(is_part)).then_some(&after[..end])
}

fn in_hint(errmsg: &str) -> Option<&str> {
    let (_, after) = errmsg.split_once("hint:")?;
    let (id, _) = after.trim_start().strip_prefix('[')?.split_once(']')?;
    (!id.is_empty() && !id.contains(char::is_whitespace)).then_some(id)
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

/// Serializes `errcode`, `name` (if the table has the code) and `errmsg`. An errcode beyond the code
/// type is serialized as it was: as a number, or as text if it is beyond 128 bits.
impl<C: CodeTable> Serialize for ApiError<C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let name = self.errcode.name();
        let fields = if name.is_some() { 3 } else { 2 };
        let mut error = serializer.serialize_struct("ApiError", fields)?;
        match &self.beyond_range {
            None => error.serialize_field("errcode", &self.errcode)?,
            Some(digits) => match digits.parse::<i128>() {
                Ok(number) => error.serialize_field("errcode", &number)?,
                Err(_) => error.serialize_field("errcode", digits)?,
            },
        }
        match name {
            Some(name) => error.serialize_field("name", name)?,
            None => error.skip_field("name")?,
        }
        error.serialize_field("errmsg", &*self.errmsg)?;
        error.end()
    }
}
