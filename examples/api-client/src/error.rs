//! Why a call failed.

use std::{error, fmt};

use reqwest::{Method, StatusCode};
use wechat_codes::{ApiError, ReturnCode, json};

/// The error of a call, after all that the client could do about it.
///
/// Its text does not repeat its `source`. Neither has the access token or the app secret.
#[derive(Debug)]
pub enum Error {
    /// WeChat refused the call.
    Api(ApiError),
    /// WeChat takes no more calls of this kind until the quota is reset.
    RateLimited(ApiError),
    /// The reply is not JSON, or not what the call answers with.
    Body(serde_json::Error),
    /// The HTTP status was not one of success.
    Status(StatusCode),
    /// The request could not be sent, or no whole reply came in time.
    Http(reqwest::Error),
}

impl Error {
    /// Whether the same call may succeed later.
    pub(crate) fn may_repeat(&self, method: &Method) -> bool {
        match self {
            Self::Api(error) => error.known().is_some_and(ReturnCode::is_transient),
            Self::RateLimited(_) | Self::Body(_) => false,
            // Perhaps WeChat has done what was asked. A message would be sent twice.
            Self::Status(status) => status.is_server_error() && method.is_safe(),
            Self::Http(error) => error.is_connect() || (!error.is_builder() && method.is_safe()),
        }
    }

    pub(crate) fn needs_new_access_token(&self) -> bool {
        matches!(
            self,
            Self::Api(error) if error.known().is_some_and(ReturnCode::needs_new_access_token)
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Api(error) => error.fmt(f),
            Self::RateLimited(_) => f.write_str(
                "the quota of this call is used up: WeChat takes no more until it resets the quota",
            ),
            Self::Body(_) => f.write_str("not the reply that was expected"),
            Self::Status(status) => write!(f, "HTTP status {status}"),
            Self::Http(_) => f.write_str("no reply"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Api(_) | Self::Status(_) => None,
            Self::RateLimited(error) => Some(error),
            Self::Body(error) => Some(error),
            Self::Http(error) => Some(error),
        }
    }
}

impl From<json::Error> for Error {
    fn from(error: json::Error) -> Self {
        match error {
            json::Error::Api(error) if error.known().is_some_and(ReturnCode::is_rate_limited) => {
                Self::RateLimited(error)
            }
            json::Error::Api(error) => Self::Api(error),
            json::Error::Body(error) => Self::Body(error),
        }
    }
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Self {
        // The URL has the access token, or the app secret.
        Self::Http(error.without_url())
    }
}
