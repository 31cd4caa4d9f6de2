//! The calls, and what is done about the errors they answer with.

use std::error::Error as StdError;
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Request, RequestBuilder};
use serde::Deserialize;
use serde::de::IgnoredAny;
use tokio::time::sleep;
use tracing::{info, warn};
use wechat_codes::{ReturnCode, json};

use crate::access_token::{AccessToken, SharedToken};
use crate::{Error, Retry};

/// A client of WeChat's API for one account. Share it: all callers then use one access token.
pub struct Client {
    http: reqwest::Client,
    base_url: String,
    app_id: String,
    app_secret: String,
    retry: Retry,
    access_token: SharedToken,
}

/// Followers of the account, up to 10 000 of them.
#[derive(Debug, Deserialize)]
pub struct UserList {
    /// How many there are in all.
    pub total: u64,
    /// Those of this reply. WeChat leaves them out where there are none.
    #[serde(default)]
    pub data: OpenIds,
}

/// The IDs that users have for this account.
#[derive(Debug, Default, Deserialize)]
pub struct OpenIds {
    /// One for each user.
    pub openid: Vec<String>,
}

/// Takes the body of a reply to what a call gives.
type Read<T> = fn(Vec<u8>) -> Result<T, json::Error>;

/// Not `Debug`, for what it has.
#[derive(Deserialize)]
struct TokenReply {
    access_token: String,
    /// In seconds.
    expires_in: u32,
}

impl Client {
    /// A client of the API at `base_url`, which begins with the scheme and has no `/` at its end.
    /// A reply that takes longer than `timeout` is not waited for.
    ///
    /// # Errors
    ///
    /// [`Error::Http`] where the HTTP client cannot be set up.
    pub fn new(
        base_url: &str,
        app_id: &str,
        app_secret: &str,
        timeout: Duration,
        retry: Retry,
    ) -> Result<Self, Error> {
        let http = reqwest::Client::builder()
            .timeout(timeout)
            // A redirect would tell another host the URL, access token and all, in its `Referer`.
            .redirect(Policy::none())
            // No proxy reaches the stand-in. For WeChat itself, leave this out.
            .no_proxy()
            .build()?;
        Ok(Self {
            http,
            base_url: base_url.into(),
            app_id: app_id.into(),
            app_secret: app_secret.into(),
            retry,
            access_token: SharedToken::default(),
        })
    }

    /// The first users who follow the account.
    ///
    /// # Errors
    ///
    /// Any [`Error`], as of all calls.
    pub async fn users(&self) -> Result<UserList, Error> {
        let request = self.http.get(self.url("/cgi-bin/user/get"));
        self.call(request, |body| json::from_slice(&body)).await
    }

    /// Sends a text to a user.
    ///
    /// # Errors
    ///
    /// Any [`Error`]. The user may have got the text, unless it is [`Error::Api`] or
    /// [`Error::RateLimited`].
    pub async fn send_text(&self, openid: &str, text: &str) -> Result<(), Error> {
        let message = serde_json::json!({
            "touser": openid, "msgtype": "text", "text": { "content": text },
        });
        let request = self.http.post(self.url("/cgi-bin/message/custom/send")).json(&message);
        // `json::check` would do, but takes the page of a gateway between for success.
        self.call(request, |body| json::from_slice(&body).map(|IgnoredAny| ())).await
    }

    /// The bytes of a media file.
    ///
    /// # Errors
    ///
    /// Any [`Error`].
    pub async fn media(&self, media_id: &str) -> Result<Vec<u8>, Error> {
        let url = self.url("/cgi-bin/media/get");
        let request = self.http.get(url).query(&[("media_id", media_id)]);
        self.call(request, |body| {
            // WeChat sends the file, or else JSON with an errcode.
            json::check(&body)?;
            Ok(body)
        })
        .await
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Makes a call with the access token, and once more with a new one where WeChat refuses that.
    async fn call<T>(&self, request: RequestBuilder, read: Read<T>) -> Result<T, Error> {
        let request = request.build()?;
        let token = self.access_token.get(None, self.fetch_token()).await?;
        match self.ask(&request, Some(&token), read).await {
            Err(error) if error.needs_new_access_token() => {
                info!("{} {} needs a new access token", request.method(), request.url().path());
                let token = self.access_token.get(Some(&token), self.fetch_token()).await?;
                self.ask(&request, Some(&token), read).await
            }
            result => result,
        }
    }

    /// Not by way of [`call`](Self::call): no new token helps where this is refused, with 40001 for
    /// a wrong app secret.
    async fn fetch_token(&self) -> Result<AccessToken, Error> {
        let request = self.http.get(self.url("/cgi-bin/token")).query(&[
            ("grant_type", "client_credential"),
            ("appid", &self.app_id),
            ("secret", &self.app_secret),
        ]);
        let read: Read<TokenReply> = |body| json::from_slice(&body);
        let reply = self.ask(&request.build()?, None, read).await?;
        Ok(AccessToken::new(&reply.access_token, Duration::from_secs(reply.expires_in.into())))
    }

    /// Sends a request until there is an answer, an error that repeating does not help, or no
    /// attempt left.
    async fn ask<T>(
        &self,
        request: &Request,
        token: Option<&AccessToken>,
        read: Read<T>,
    ) -> Result<T, Error> {
        let mut attempt = 1;
        loop {
            match self.ask_once(request, token, read).await {
                Err(error)
                    if attempt < self.retry.attempts && error.may_repeat(request.method()) =>
                {
                    let pause = self.retry.pause_after(attempt);
                    attempt += 1;
                    info!("attempt {attempt} of {} follows in {pause:.0?}", self.retry.attempts);
                    sleep(pause).await;
                }
                result => return result,
            }
        }
    }

    /// Sends a request, reads the reply, and logs how it went.
    async fn ask_once<T>(
        &self,
        request: &Request,
        token: Option<&AccessToken>,
        read: Read<T>,
    ) -> Result<T, Error> {
        let mut request = request.try_clone().expect("the body is bytes, or there is none");
        let call = format!("{} {}", request.method(), request.url().path());
        if let Some(token) = token {
            request.url_mut().query_pairs_mut().append_pair("access_token", token.text());
        }
        let reply = self.receive(request).await.and_then(|body| Ok(read(body)?));
        match &reply {
            Ok(_) => info!("{call}: ok"),
            Err(Error::Api(error) | Error::RateLimited(error)) => {
                let code = error.errcode().code();
                let name = error.known().map_or("(in no table)", ReturnCode::name);
                let rid = error.rid().unwrap_or("none");
                warn!("{call}: {code} {name}, rid {rid}");
            }
            Err(error) => warn!(error = error as &dyn StdError, "{call}"),
        }
        reply
    }

    async fn receive(&self, request: Request) -> Result<Vec<u8>, Error> {
        let response = self.http.execute(request).await?;
        // WeChat's own errors have the status of success.
        if !response.status().is_success() {
            return Err(Error::Status(response.status()));
        }
        Ok(response.bytes().await?.into())
    }
}
