//! Checks what the client does about each remedy, by counting its calls.

mod stand_in;

use std::fs::{self, File};
use std::sync::Arc;
use std::time::{Duration, Instant};

use api_client::{Client, ErrorKind, Policy};
use serde_json::Value;
use stand_in::Trouble::{BadGateway, Page, Refuse, Silence};
use stand_in::{MEDIA, MESSAGES, StandIn, TOKEN, USERS};
use tokio::task::JoinSet;
use tracing::Level;
use wechat_codes::{CodeTable, ReturnCode, wechat_codes};

fn client<C: CodeTable>(url: &str, timeout: u64) -> Client<C> {
    let [first_pause, window, timeout] = [1, 50, timeout].map(Duration::from_millis);
    let policy = Policy { repeats: 3, first_pause, window, timeout };
    Client::new(url, "wx1", "secret-of-the-app", policy).unwrap()
}

/// Starts a stand-in and a client. The client is leaked, so that spawned tasks can borrow it.
async fn start<C: CodeTable>() -> (Arc<StandIn>, &'static Client<C>) {
    let wechat = StandIn::start().await.expect("a free port");
    (Arc::clone(&wechat), Box::leak(Box::new(client(&wechat.url, 900))))
}

async fn users<C: CodeTable>(client: &Client<C>) -> Result<(), ErrorKind> {
    client.get::<Value>(USERS).await.map(drop).map_err(|error| error.kind)
}

#[tokio::test]
async fn concurrent_callers_share_a_token_and_its_renewal() {
    let (wechat, client) = start::<ReturnCode>().await;
    // The runtime has one thread, so all callers take the old token before WeChat refuses any call.
    for calls in [[1, 20], [2, 60]] {
        let callers: JoinSet<_> = (0..20).map(|_| users(client)).collect();
        assert_eq!(callers.join_all().await, [Ok(()); 20]);
        assert_eq!(wechat.calls([TOKEN, USERS]), calls);
        wechat.expire_token();
    }
}

#[tokio::test]
async fn a_refused_token_is_renewed_only_once() {
    let (wechat, client) = start::<ReturnCode>().await;
    wechat.trouble(USERS, [40014; 3].map(Refuse));
    assert_eq!(users(client).await, Err(ErrorKind::AlertOperator));
    assert_eq!(wechat.calls([TOKEN, USERS]), [2, 2]);

    // WeChat refuses a wrong app secret with a code of this remedy, too.
    wechat.expire_token();
    wechat.trouble(TOKEN, [40001; 3].map(Refuse));
    assert_eq!(users(client).await, Err(ErrorKind::AlertOperator));
    assert_eq!(wechat.calls([TOKEN, USERS]), [3, 3]);
}

#[tokio::test]
async fn a_busy_api_is_called_again_up_to_the_limit() {
    let (wechat, client) = start::<ReturnCode>().await;
    wechat.trouble(TOKEN, [-1; 2].map(Refuse));
    wechat.trouble(USERS, [-1; 9].map(Refuse));
    assert_eq!(users(client).await, Err(ErrorKind::TryLater));
    assert_eq!(wechat.calls([TOKEN, USERS]), [3, 4]);
}

#[tokio::test]
async fn too_many_calls_wait_for_the_window() {
    let (wechat, client) = start::<ReturnCode>().await;
    wechat.trouble(MESSAGES, [Refuse(45011)]);
    let start = Instant::now();
    client.post(MESSAGES, &()).await.unwrap();
    assert!(start.elapsed().as_millis() >= 50);
    assert_eq!(wechat.calls([MESSAGES]), [2]);
}

#[tokio::test]
async fn other_refusals_are_errors_at_once() {
    let (wechat, client) = start::<ReturnCode>().await;
    for (calls, errcode, kind) in [
        (1, 45009, ErrorKind::QuotaUsedUp),
        (2, 40029, ErrorKind::AskUser),
        (3, 40013, ErrorKind::AlertOperator),
        (4, 48001, ErrorKind::AlertOperator),
        (5, 40003, ErrorKind::Caller),
        (6, 46003, ErrorKind::Caller),
        (7, 12345, ErrorKind::Caller),
    ] {
        wechat.trouble(USERS, [Refuse(errcode)]);
        assert_eq!(users(client).await, Err(kind), "{errcode}");
        assert_eq!(wechat.calls([USERS]), [calls]);
    }
}

wechat_codes! {
    /// WeChat's codes and one of our gateway.
    enum GatewayCode {
        ..ReturnCode,
        900_001 => PoolDraining: "The pool is draining" { zh: "连接池正在排空", remedy: Retry },
    }
}

#[tokio::test]
async fn a_table_of_ones_own_decides_too() {
    let (wechat, client) = start::<GatewayCode>().await;
    wechat.trouble(USERS, [900_001, 42001].map(Refuse));
    assert_eq!(users(client).await, Ok(()));
    assert_eq!(wechat.calls([TOKEN, USERS]), [2, 3]);
}

#[tokio::test]
async fn what_may_have_been_done_is_not_repeated() {
    let (wechat, client) = start::<ReturnCode>().await;
    wechat.trouble(MESSAGES, [BadGateway, Silence]);
    for _ in 0..2 {
        assert_eq!(client.post(MESSAGES, &()).await.unwrap_err().kind, ErrorKind::Caller);
    }
    wechat.trouble(USERS, [BadGateway]);
    assert_eq!(users(client).await, Ok(()));
    assert_eq!(wechat.calls([MESSAGES, USERS]), [2, 2]);
}

#[tokio::test]
async fn an_html_page_is_an_error() {
    let (wechat, client) = start::<ReturnCode>().await;
    wechat.trouble(MESSAGES, [Page]);
    assert!(client.post(MESSAGES, &()).await.is_err());
    wechat.trouble(MEDIA, [Page]);
    assert!(client.download(MEDIA).await.is_err());
    assert!(client.download(MEDIA).await.is_ok());
}

#[tokio::test]
async fn secrets_are_not_in_logs_and_errors() {
    let log = concat!(env!("CARGO_TARGET_TMPDIR"), "/secrets.log");
    let file = Arc::new(File::create(log).unwrap());
    // At this level, the log includes the HTTP client's own messages. Other tests may log too.
    tracing_subscriber::fmt().with_max_level(Level::TRACE).with_writer(file).init();

    let wechat = StandIn::start().await.unwrap();
    let mut texts = String::new();
    // No server listens on port 1, and the last URL is not a URL at all.
    for url in [&wechat.url, "http://127.0.0.1:1", "no URL"] {
        for path in [TOKEN, USERS] {
            wechat.trouble(path, [Silence, Silence, Silence, Silence]);
            let error = client::<ReturnCode>(url, 50).get::<Value>(USERS).await.unwrap_err();
            texts.extend([error.to_string(), format!("{error:?}")]);
        }
    }
    texts += &fs::read_to_string(log).unwrap();
    let has = |text| texts.contains(text);
    assert!(has("GET /cgi-bin/token") && has("reqwest"), "{texts}");
    assert!(!has("secret-of-the-app") && !has("token-of-the-stand-in"), "{texts}");
}
