//! The access token, which all callers share.

use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

/// A token with which anybody can act for the account, as replies and queries have it. Deliberately
/// not `Debug`, so that nobody logs it by mistake.
#[derive(Clone, Deserialize, PartialEq, Serialize)]
pub(crate) struct AccessToken {
    access_token: String,
}

/// The token that all callers share. Only one token is fetched at a time, because WeChat limits the
/// number of tokens, and each new token invalidates the one before.
#[derive(Default)]
pub(crate) struct SharedToken(Mutex<Option<AccessToken>>);

impl SharedToken {
    /// Returns the current token. Fetches one if there is none, or if WeChat refused it. Meanwhile,
    /// other callers wait, and then get the same token.
    pub(crate) async fn get<E>(
        &self,
        refused: Option<&AccessToken>,
        fetch: impl Future<Output = Result<AccessToken, E>>,
    ) -> Result<AccessToken, E> {
        let mut current = self.0.lock().await;
        match &*current {
            Some(token) if refused != Some(token) => Ok(token.clone()),
            _ => Ok(current.insert(fetch.await?).clone()),
        }
    }
}
