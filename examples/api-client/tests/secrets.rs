//! Neither the access token nor the app secret gets into the log or an error.

use std::error::Error;
use std::fmt::Write;
use std::fs::{self, File};
use std::sync::Arc;
use std::time::Duration;

use api_client::stand_in::{APP_ID, APP_SECRET, StandIn, TOKEN_PREFIX, Trouble};
use api_client::{Client, Retry};
use axum::http::StatusCode;
use tracing::Level;

/// All that a person could be shown of an error.
fn all_texts(error: &dyn Error) -> String {
    let mut texts = format!("{error:?}");
    let mut cause = Some(error);
    while let Some(error) = cause {
        write!(texts, "\n{error}").expect("a String takes all");
        cause = error.source();
    }
    texts
}

#[tokio::test]
async fn secrets_are_in_no_log_and_no_error() {
    let log = concat!(env!("CARGO_TARGET_TMPDIR"), "/secrets.log");
    let file = Arc::new(File::create(log).unwrap());
    // Also what the HTTP client logs.
    tracing_subscriber::fmt().with_max_level(Level::TRACE).with_writer(file).init();

    let wechat = StandIn::start().await.unwrap();
    let retry = Retry { attempts: 2, first_pause: Duration::from_millis(1) };
    let client_of = |base_url| {
        let timeout = Duration::from_millis(500);
        Client::new(base_url, APP_ID, APP_SECRET, timeout, retry).unwrap()
    };
    let client = client_of(wechat.base_url());
    let mut errors = Vec::new();

    client.users().await.unwrap();
    wechat.expire_token();
    client.users().await.unwrap();
    for trouble in [
        Trouble::BUSY,
        Trouble::Refuse(40013, "invalid appid"),
        Trouble::Status(StatusCode::BAD_GATEWAY),
        Trouble::Page,
        Trouble::Silence,
    ] {
        wechat.trouble("/cgi-bin/user/get", [trouble; 2]);
        errors.push(client.users().await.unwrap_err());
        // What is left of the trouble, where that was not asked twice.
        let _ = client.users().await;
    }
    wechat.trouble("/cgi-bin/token", [Trouble::Silence; 2]);
    errors.push(client_of(wechat.base_url()).users().await.unwrap_err());
    // Nobody listens there, and that is no URL.
    errors.push(client_of("http://127.0.0.1:1").users().await.unwrap_err());
    errors.push(client_of("no URL").users().await.unwrap_err());

    let log = fs::read_to_string(log).unwrap();
    for text in ["/cgi-bin/token: ok", "42001 AccessTokenExpired", "reqwest"] {
        assert!(log.contains(text), "no `{text}` in the log:\n{log}");
    }
    for secret in [TOKEN_PREFIX, APP_SECRET] {
        assert!(!log.contains(secret), "in the log:\n{log}");
        for error in &errors {
            let texts = all_texts(error);
            assert!(!texts.contains(secret), "{texts}");
        }
    }
}
