//! A stand-in for WeChat's API, on a loopback port that it picks itself.
//!
//! Its replies have the field names and the errmsg of WeChat's. What it answers is no chance: the
//! program says when it is busy, and when it drops a token.

use std::collections::{HashMap, VecDeque};
use std::future::pending;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The app ID that the stand-in knows.
pub const APP_ID: &str = "wx0123456789abcdef";
/// Its app secret.
pub const APP_SECRET: &str = "app-secret-of-the-stand-in";
/// What all access tokens begin with.
pub const TOKEN_PREFIX: &str = "stand-in-token-";
/// The users who follow the account.
pub const OPENIDS: [&str; 2] = ["otvxTs4dckWG7imySrJd6jSi0CWE", "otvxTs_JZ6SEiP0imdhpi50fuSZg"];
/// The media file that the stand-in has.
pub const MEDIA_ID: &str = "AmmC3o2NAeQ5MN0TzvnmR1gXfAZLUuhi";
/// The contents of the media file: an image of one pixel.
pub const MEDIA_FILE: &[u8] = b"\
    \x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\
    \0\0\0\nIDATx\x9cc\xf8\x0f\0\x01\x01\x01\0\xb18\xf6\x14\
    \0\0\0\0IEND\xaeB`\x82";

/// The stand-in. It stops when it is dropped.
pub struct StandIn {
    base_url: String,
    account: Arc<Mutex<Account>>,
    server: JoinHandle<io::Result<()>>,
}

/// How often each kind of call was made, refused ones included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calls {
    /// `GET /cgi-bin/token`
    pub token: u32,
    /// `GET /cgi-bin/user/get`
    pub users: u32,
    /// `POST /cgi-bin/message/custom/send`
    pub messages: u32,
    /// `GET /cgi-bin/media/get`
    pub media: u32,
}

/// An answer other than the usual one.
#[derive(Clone, Copy, Debug)]
pub enum Trouble {
    /// This errcode with this errmsg.
    Refuse(i32, &'static str),
    /// This HTTP status.
    Status(StatusCode),
    /// A page that is not WeChat's.
    Page,
    /// None, ever.
    Silence,
}

impl Trouble {
    /// What WeChat answers when it is busy.
    pub const BUSY: Self = Self::Refuse(-1, "system error");
}

impl StandIn {
    /// Starts to listen.
    ///
    /// # Errors
    ///
    /// Where there is no port to listen on.
    pub async fn start() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let base_url = format!("http://{}", listener.local_addr()?);
        let account = Arc::new(Mutex::new(Account::default()));
        let router = Router::new().fallback(answer).with_state(Arc::clone(&account));
        let server = tokio::spawn(async { axum::serve(listener, router).await });
        Ok(Self { base_url, account, server })
    }

    /// Where the API is.
    #[must_use]
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// How often each kind of call was made.
    #[must_use]
    pub fn calls(&self) -> Calls {
        lock(&self.account).calls
    }

    /// Lets the access token expire.
    pub fn expire_token(&self) {
        lock(&self.account).has_expired = true;
    }

    /// Gives another program a new access token, so that the last one is no longer valid.
    pub fn give_token_to_another(&self) {
        lock(&self.account).give_token();
    }

    /// Gives tokens for only so many seconds, from the next on.
    pub fn set_token_lifetime(&self, seconds: u32) {
        lock(&self.account).token_lifetime = seconds;
    }

    /// Answers the next calls of this path in these ways.
    pub fn trouble(&self, path: &'static str, troubles: impl IntoIterator<Item = Trouble>) {
        lock(&self.account).troubles.entry(path).or_default().extend(troubles);
    }

    /// Takes only so many more calls for the user list.
    pub fn set_users_quota(&self, calls: u32) {
        lock(&self.account).users_quota = calls;
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn lock(account: &Mutex<Account>) -> MutexGuard<'_, Account> {
    account.lock().expect("nothing panics while it has the lock")
}

async fn answer(
    State(account): State<Arc<Mutex<Account>>>,
    method: Method,
    uri: Uri,
    Query(query): Query<HashMap<String, String>>,
    body: Bytes,
) -> Response {
    let answer = lock(&account).answer(&method, uri.path(), &query, &body);
    match answer {
        Ok(response) => response,
        Err(Trouble::Refuse(errcode, errmsg)) => {
            let rid = lock(&account).next_rid();
            let errmsg = format!("{errmsg} rid: {rid}");
            json!({ "errcode": errcode, "errmsg": errmsg }).to_string().into_response()
        }
        Err(Trouble::Status(status)) => status.into_response(),
        Err(Trouble::Page) => {
            "<html><body>Please log in to this network</body></html>".into_response()
        }
        Err(Trouble::Silence) => pending().await,
    }
}

fn is_to_user(message: &[u8]) -> bool {
    serde_json::from_slice::<Value>(message)
        .is_ok_and(|message| OPENIDS.iter().any(|openid| message["touser"] == *openid))
}

/// What WeChat knows of the account.
struct Account {
    calls: Calls,
    troubles: HashMap<&'static str, VecDeque<Trouble>>,
    /// Only the last token that was given is valid.
    tokens_given: u32,
    has_expired: bool,
    token_lifetime: u32,
    users_quota: u32,
    refusals: u32,
}

impl Default for Account {
    fn default() -> Self {
        Self {
            calls: Calls::default(),
            troubles: HashMap::new(),
            tokens_given: 0,
            has_expired: false,
            token_lifetime: 7200,
            users_quota: u32::MAX,
            refusals: 0,
        }
    }
}

impl Account {
    fn answer(
        &mut self,
        method: &Method,
        path: &str,
        query: &HashMap<String, String>,
        body: &[u8],
    ) -> Result<Response, Trouble> {
        let calls = match (method.as_str(), path) {
            ("GET", "/cgi-bin/token") => &mut self.calls.token,
            ("GET", "/cgi-bin/user/get") => &mut self.calls.users,
            ("POST", "/cgi-bin/message/custom/send") => &mut self.calls.messages,
            ("GET", "/cgi-bin/media/get") => &mut self.calls.media,
            _ => return Err(Trouble::Status(StatusCode::NOT_FOUND)),
        };
        *calls += 1;
        if let Some(trouble) = self.troubles.get_mut(path).and_then(VecDeque::pop_front) {
            return Err(trouble);
        }
        let value = |key| query.get(key).map_or("", String::as_str);
        if path == "/cgi-bin/token" {
            if value("appid") != APP_ID {
                return Err(Trouble::Refuse(40013, "invalid appid"));
            }
            if value("secret") != APP_SECRET {
                return Err(Trouble::Refuse(40001, "invalid credential"));
            }
            let token = self.give_token();
            let reply = json!({ "access_token": token, "expires_in": self.token_lifetime });
            return Ok(reply.to_string().into_response());
        }
        self.check_token(value("access_token"))?;
        match path {
            "/cgi-bin/user/get" => {
                self.users_quota = self
                    .users_quota
                    .checked_sub(1)
                    .ok_or(Trouble::Refuse(45009, "reach max api daily quota limit"))?;
                let reply = json!({
                    "total": 2, "count": 2,
                    "data": { "openid": OPENIDS }, "next_openid": OPENIDS[1],
                });
                Ok(reply.to_string().into_response())
            }
            "/cgi-bin/media/get" if value("media_id") == MEDIA_ID => Ok(MEDIA_FILE.into_response()),
            "/cgi-bin/media/get" => Err(Trouble::Refuse(40007, "invalid media_id")),
            _ if !is_to_user(body) => Err(Trouble::Refuse(40003, "invalid openid")),
            _ => Ok(json!({ "errcode": 0, "errmsg": "ok" }).to_string().into_response()),
        }
    }

    fn give_token(&mut self) -> String {
        self.tokens_given += 1;
        self.has_expired = false;
        self.last_token()
    }

    fn last_token(&self) -> String {
        format!("{TOKEN_PREFIX}{}", self.tokens_given)
    }

    fn check_token(&self, token: &str) -> Result<(), Trouble> {
        if token != self.last_token() {
            let errmsg = "invalid credential, access_token is invalid or not latest";
            Err(Trouble::Refuse(40001, errmsg))
        } else if self.has_expired {
            Err(Trouble::Refuse(42001, "access_token expired"))
        } else {
            Ok(())
        }
    }

    fn next_rid(&mut self) -> String {
        self.refusals += 1;
        // The first part of WeChat's is the time; the others only have to differ.
        format!("61725984-6126f6f9-{:08x}", self.refusals.wrapping_mul(0x9e37_79b1))
    }
}
