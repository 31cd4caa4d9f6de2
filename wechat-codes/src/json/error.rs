use core::{error, fmt};

use super::ApiError;
use crate::{CodeTable, Remedy, ReturnCode};

/// The error of decoding a reply.
///
/// There are only these two kinds: the API refused the call, or the body is not the expected one. So a
/// `match` can be exhaustive. [`Display`](fmt::Display) shows all details, so
/// [`source`](error::Error::source) is not the error within, but the source of that error.
///
/// ```
/// use std::collections::HashMap;
/// use wechat_codes::{ReturnCode, json};
///
/// fn outcome(body: &[u8]) -> String {
///     match json::from_slice::<HashMap<String, u64>>(body) {
///         Ok(counts) => format!("{} counts", counts.len()),
///         Err(json::Error::Api(error)) => format!("refused: {error}"),
///         Err(json::Error::Body(error)) => format!("line {}: {error}", error.line()),
///     }
/// }
///
/// assert_eq!(outcome(br#"{"total":2,"count":1}"#), "2 counts");
/// assert_eq!(outcome(br#"{"errcode":-1}"#), "refused: -1 SystemBusy: System busy");
/// assert_eq!(outcome(b"<html>"), "line 1: expected value at line 1 column 1");
/// ```
#[derive(Debug)]
pub enum Error<C: CodeTable = ReturnCode> {
    /// The API refused the call.
    Api(ApiError<C>),
    /// The body is not JSON, or not the expected payload.
    Body(serde_json::Error),
}

impl<C: CodeTable> Error<C> {
    /// Returns the API's error; `None` if the body is at fault.
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":40013,"errmsg":"invalid appid"}"#).unwrap_err();
    /// assert_eq!(error.api().map(|api| api.errmsg()), Some("invalid appid"));
    ///
    /// let error = json::from_str::<u64>("<html>").unwrap_err();
    /// assert_eq!(error.api(), None);
    /// ```
    #[must_use]
    pub fn api(&self) -> Option<&ApiError<C>> {
        match self {
            Self::Api(error) => Some(error),
            Self::Body(_) => None,
        }
    }

    /// Returns the return code, if the API refused the call with a code of the table.
    ///
    /// ```
    /// use wechat_codes::{ReturnCode, json};
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":42001}"#).unwrap_err();
    /// assert_eq!(error.known(), Some(ReturnCode::AccessTokenExpired));
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<C> {
        self.api().and_then(ApiError::known)
    }

    /// Returns the meaning of the code in Chinese, if the API refused the call with a code whose row says
    /// it.
    ///
    /// ```
    /// use wechat_codes::json;
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":40163}"#).unwrap_err();
    /// assert_eq!(error.message_zh(), Some("OAuth code 已被使用过"));
    /// ```
    #[must_use]
    pub fn message_zh(&self) -> Option<&'static str> {
        self.api().and_then(ApiError::message_zh)
    }

    /// Returns what a program does about the error, if the API refused the call with a code whose row
    /// says it.
    ///
    /// ```
    /// use wechat_codes::{Remedy, json};
    ///
    /// let error = json::from_str::<u64>(r#"{"errcode":42001}"#).unwrap_err();
    /// assert_eq!(error.remedy(), Some(Remedy::RenewToken));
    /// ```
    #[must_use]
    pub fn remedy(&self) -> Option<Remedy> {
        self.api().and_then(ApiError::remedy)
    }
}

impl<C: CodeTable> fmt::Display for Error<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::Body(error) => write!(f, "unexpected reply: {error}"),
        }
    }
}

impl<C: CodeTable> error::Error for Error<C> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Api(error) => error.source(),
            Self::Body(error) => error.source(),
        }
    }
}

impl<C: CodeTable> From<ApiError<C>> for Error<C> {
    fn from(error: ApiError<C>) -> Self {
        Self::Api(error)
    }
}

impl<C: CodeTable> From<serde_json::Error> for Error<C> {
    fn from(error: serde_json::Error) -> Self {
        Self::Body(error)
    }
}
