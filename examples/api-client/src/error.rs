//! The error of the client's calls.

use reqwest::{Method, StatusCode};
use wechat_codes::{CodeTable, Remedy, ReturnCode, json};

use crate::ErrorKind;

/// The error of a call that failed, although the client did what it could. Neither its text nor its
/// `Debug` output contains the access token or the app secret.
#[derive(Debug, thiserror::Error)]
#[error("{kind:?}: {cause}")]
pub struct Error<C: CodeTable = ReturnCode> {
    /// Who has to do what.
    pub kind: ErrorKind,
    /// What happened.
    pub cause: Cause<C>,
}

/// What happened to a call that failed.
#[derive(Debug, thiserror::Error)]
pub enum Cause<C: CodeTable = ReturnCode> {
    /// The API refused the call, or the reply is not the expected one.
    #[error(transparent)]
    Reply(#[from] json::Error<C>),
    /// The reply is an HTML page or has a status of failure, so it is not the API's own.
    #[error("reply of a gateway with HTTP status {0}")]
    Gateway(StatusCode),
    /// The request could not be sent, or no whole reply came in time.
    #[error("no reply: {0:?}")]
    Http(reqwest::Error),
}

impl<C: CodeTable> Cause<C> {
    /// Returns the remedy of the code. An HTTP failure has the remedy `Retry`, if repeating the
    /// request does no harm.
    pub(crate) fn remedy(&self, method: &Method) -> Option<Remedy> {
        let is_harmless = match self {
            Self::Reply(error) => return error.remedy(),
            // WeChat may have done what the request asks for. A message could be sent twice.
            Self::Gateway(status) => status.is_server_error() && method.is_safe(),
            Self::Http(error) => error.is_connect() || (!error.is_builder() && method.is_safe()),
        };
        is_harmless.then_some(Remedy::Retry)
    }
}

impl<C: CodeTable> From<reqwest::Error> for Cause<C> {
    fn from(error: reqwest::Error) -> Self {
        // The URL contains the access token or the app secret.
        Self::Http(error.without_url())
    }
}
