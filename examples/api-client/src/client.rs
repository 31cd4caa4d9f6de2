//! The client's calls, and the loop that follows the policy.
#![allow(clippy::missing_errors_doc, reason = "all calls fail with an `Error`, which has the docs")]

use std::marker::PhantomData;

use reqwest::{RequestBuilder, header::CONTENT_TYPE, redirect};
use serde::{Serialize, de::DeserializeOwned};
use tokio::time::sleep;
use tracing::warn;
use wechat_codes::{CodeTable, ReturnCode, json};

use crate::policy::{Attempts, Next};
use crate::token::{AccessToken, SharedToken};
use crate::{Cause, Error, ErrorKind, Policy};

/// A client of WeChat's API for one account. It reads the return codes with the table `C`.
///
/// Share the client, so that all callers use one access token. Deliberately not `Debug`: it would
/// print the app secret.
pub struct Client<C: CodeTable = ReturnCode> {
    http: reqwest::Client,
    base_url: String,
    credential: [(&'static str, String); 2],
    policy: Policy,
    token: SharedToken,
    codes: PhantomData<C>,
}

/// Turns the body of a reply into the result of a call.
type Read<T, C> = fn(&[u8]) -> json::Result<T, C>;

impl<C: CodeTable> Client<C> {
    /// Creates a client of the API at this URL, which does not end with `/`.
    pub fn new(url: &str, app_id: &str, app_secret: &str, policy: Policy) -> reqwest::Result<Self> {
        let http = reqwest::Client::builder()
            .timeout(policy.timeout)
            // A redirect would send the URL, which contains the token, to another host.
            .redirect(redirect::Policy::none())
            // A proxy cannot reach the stand-in. For WeChat itself, leave this out.
            .no_proxy()
            .build()?;
        let credential = [("appid", app_id.into()), ("secret", app_secret.into())];
        let (base_url, token, codes) = (url.into(), SharedToken::default(), PhantomData);
        Ok(Self { http, base_url, credential, policy, token, codes })
    }

    /// Makes a call that reads something, and returns the payload.
    pub async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Error<C>> {
        self.call(self.http.get(self.url(path)), |body| json::from_slice_with_codes(body)).await
    }

    /// Makes a call that does something, such as sending a message.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Result<(), Error<C>> {
        self.call(self.http.post(self.url(path)).json(body), json::ack_with_codes).await
    }

    /// Makes a call that reads a file, and returns its bytes.
    pub async fn download(&self, path: &str) -> Result<Vec<u8>, Error<C>> {
        let read: Read<_, C> = |body| match json::error_in_with_codes(body) {
            Some(error) => Err(error.into()),
            None => Ok(body.into()),
        };
        self.call(self.http.get(self.url(path)), read).await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Makes a call with the shared token.
    async fn call<T>(&self, request: RequestBuilder, read: Read<T, C>) -> Result<T, Error<C>> {
        let token = self.token.get(None, self.fetch_token()).await?;
        self.repeat(request, Some(token), read).await
    }

    async fn fetch_token(&self) -> Result<AccessToken, Error<C>> {
        let url = self.url("/cgi-bin/token?grant_type=client_credential");
        let request = self.http.get(url).query(&self.credential);
        self.repeat(request, None, |body| json::from_slice_with_codes(body)).await
    }

    /// Sends a request until it succeeds or the policy gives up.
    async fn repeat<T>(
        &self,
        request: RequestBuilder,
        mut token: Option<AccessToken>,
        read: Read<T, C>,
    ) -> Result<T, Error<C>> {
        let unsent = |error: reqwest::Error| Error { kind: ErrorKind::Caller, cause: error.into() };
        let request = request.build().map_err(unsent)?;
        let (method, path) = (request.method(), request.url().path());
        let mut attempts = Attempts { policy: self.policy, repeats: 0, may_renew: token.is_some() };
        loop {
            let copy = request.try_clone().expect("the body is bytes, or there is none");
            let copy = RequestBuilder::from_parts(self.http.clone(), copy).query(&token);
            let cause = match send(copy, read).await {
                Ok(result) => return Ok(result),
                Err(cause) => cause,
            };
            let next = attempts.next(cause.remedy(method));
            let zh = match &cause {
                Cause::Reply(error) => error.known().and_then(C::message_zh).unwrap_or_default(),
                _ => "",
            };
            warn!("{method} {path}: {cause} {zh} => {next:?}");
            match next {
                Next::RenewToken => {
                    // The future is boxed, because fetching a token calls `repeat` in turn.
                    let fetch = Box::pin(self.fetch_token());
                    token = Some(self.token.get(token.as_ref(), fetch).await?);
                }
                Next::RepeatAfter(pause) => sleep(pause).await,
                Next::GiveUp(kind) => return Err(Error { kind, cause }),
            }
        }
    }
}

/// Sends a request once, and reads the reply.
async fn send<T, C: CodeTable>(request: RequestBuilder, read: Read<T, C>) -> Result<T, Cause<C>> {
    let response = request.send().await?;
    let content_type = response.headers().get(CONTENT_TYPE);
    let is_page = content_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    // WeChat's own replies are not pages. Even its errors come with a status that means success.
    if is_page || !response.status().is_success() {
        return Err(Cause::Gateway(response.status()));
    }
    Ok(read(&response.bytes().await?)?)
}
