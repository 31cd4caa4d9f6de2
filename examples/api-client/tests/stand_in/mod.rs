//! A stand-in for WeChat's API on loopback. It counts calls, and makes trouble if it is told to.
#![allow(dead_code, reason = "the program does not use all of it")]

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::{future, io};

use axum::http::{StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use axum::{Router, extract::State};
use tokio::net::TcpListener;

pub(crate) const TOKEN: &str = "/cgi-bin/token";
pub(crate) const USERS: &str = "/cgi-bin/user/get";
pub(crate) const MESSAGES: &str = "/cgi-bin/message/custom/send";
pub(crate) const MEDIA: &str = "/cgi-bin/media/get?media_id=m1";

/// An answer other than the usual one.
pub(crate) enum Trouble {
    Refuse(i32),
    BadGateway,
    Page,
    Silence,
}

#[derive(Default)]
pub(crate) struct StandIn {
    pub(crate) url: String,
    calls: Mutex<Vec<String>>,
    troubles: Mutex<Vec<(&'static str, Trouble)>>,
    /// The number of the only token that is valid.
    token: AtomicU32,
}

impl StandIn {
    pub(crate) async fn start() -> io::Result<Arc<Self>> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let wechat = Arc::new(Self { url, ..Self::default() });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&wechat));
        tokio::spawn(async { axum::serve(listener, router).await });
        Ok(wechat)
    }

    /// Answers the next calls of this path with these troubles, one each.
    pub(crate) fn trouble(&self, path: &'static str, troubles: impl IntoIterator<Item = Trouble>) {
        self.troubles.lock().unwrap().extend(troubles.into_iter().map(|trouble| (path, trouble)));
    }

    pub(crate) fn expire_token(&self) {
        self.token.fetch_add(1, Relaxed);
    }

    /// Returns the number of calls of these paths, including refused calls.
    pub(crate) fn calls<const N: usize>(&self, paths: [&str; N]) -> [usize; N] {
        let calls = self.calls.lock().unwrap();
        paths.map(|path| calls.iter().filter(|call| call.starts_with(path)).count())
    }

    fn next_trouble(&self, call: &str) -> Option<Trouble> {
        let mut troubles = self.troubles.lock().unwrap();
        let next = troubles.iter().position(|(path, _)| call.starts_with(path))?;
        Some(troubles.remove(next).1)
    }
}

async fn answer(State(wechat): State<Arc<StandIn>>, uri: Uri) -> Response {
    let call = uri.to_string();
    wechat.calls.lock().unwrap().push(call.clone());
    let valid_token = format!("token-of-the-stand-in-{}", wechat.token.load(Relaxed));
    let refuse = |code: i32| format!(r#"{{"errcode":{code},"errmsg":"rid: 6172-040f"}}"#);
    match wechat.next_trouble(&call) {
        Some(Trouble::Refuse(errcode)) => refuse(errcode).into_response(),
        Some(Trouble::BadGateway) => StatusCode::BAD_GATEWAY.into_response(),
        Some(Trouble::Page) => Html("<html>Please log in to this network</html>").into_response(),
        Some(Trouble::Silence) => future::pending().await,
        None if call.starts_with(TOKEN) => {
            format!(r#"{{"access_token":"{valid_token}","expires_in":7200}}"#).into_response()
        }
        None if !call.ends_with(&valid_token) => refuse(42001).into_response(),
        None => r#"{"errcode":0,"errmsg":"ok","total":2}"#.into_response(),
    }
}
