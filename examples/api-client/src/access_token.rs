//! The access token, which all callers share.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

use crate::Error;

/// Whoever has it acts for the account. It has no `Debug`, so that none can log it by mistake.
#[derive(Clone)]
pub(crate) struct AccessToken {
    text: Arc<str>,
    renew_at: Instant,
}

impl AccessToken {
    /// A token that WeChat has just given for this time.
    pub(crate) fn new(text: &str, lifetime: Duration) -> Self {
        // Some time before it expires, so that no call is refused for it.
        Self { text: text.into(), renew_at: Instant::now() + lifetime / 10 * 9 }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// At most one token is being fetched at a time: WeChat has a quota for that too, and each new
/// token makes the last one invalid.
#[derive(Default)]
pub(crate) struct SharedToken {
    current: Mutex<Option<AccessToken>>,
}

impl SharedToken {
    /// The current token, unless it is the one that WeChat refused; else one that is fetched now.
    ///
    /// Callers who come while it is fetched wait, and get the same. Those who come late with a
    /// refused token find that it is no longer the current one. Where the fetch fails, the next who
    /// waits tries again.
    pub(crate) async fn get(
        &self,
        refused: Option<&AccessToken>,
        fetch: impl Future<Output = Result<AccessToken, Error>>,
    ) -> Result<AccessToken, Error> {
        let mut current = self.current.lock().await;
        if let Some(token) = &*current
            && Instant::now() < token.renew_at
            && refused.is_none_or(|refused| refused.text != token.text)
        {
            return Ok(token.clone());
        }
        let token = fetch.await?;
        *current = Some(token.clone());
        Ok(token)
    }
}
