//! What the client does about each kind of answer, by the number of its calls.

use std::sync::Arc;
use std::time::Duration;

use api_client::stand_in::{
    APP_ID, APP_SECRET, Calls, MEDIA_FILE, MEDIA_ID, OPENIDS, StandIn, Trouble,
};
use api_client::{Client, Error, Retry};
use axum::http::StatusCode;
use tokio::task::JoinSet;
use wechat_codes::{Errcode, ReturnCode};

const TOKEN: &str = "/cgi-bin/token";
const USERS: &str = "/cgi-bin/user/get";
const MESSAGES: &str = "/cgi-bin/message/custom/send";

const RETRY: Retry = Retry { attempts: 4, first_pause: Duration::from_millis(1) };
const NO_CALLS: Calls = Calls { token: 0, users: 0, messages: 0, media: 0 };

async fn start() -> (StandIn, Client) {
    start_with_timeout(Duration::from_secs(10)).await
}

async fn start_with_timeout(timeout: Duration) -> (StandIn, Client) {
    let wechat = StandIn::start().await.expect("a free port");
    let client = Client::new(wechat.base_url(), APP_ID, APP_SECRET, timeout, RETRY).unwrap();
    (wechat, client)
}

/// The return code of a call that WeChat refused.
fn refusal<T>(reply: Result<T, Error>) -> Errcode {
    match reply {
        Err(Error::Api(error)) => error.errcode(),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("success"),
    }
}

async fn twenty_callers(client: &Arc<Client>) {
    let mut callers = JoinSet::new();
    for _ in 0..20 {
        let client = Arc::clone(client);
        callers.spawn(async move { client.users().await.map(|users| users.total) });
    }
    for total in callers.join_all().await {
        assert_eq!(total.unwrap(), 2);
    }
}

#[tokio::test]
async fn concurrent_callers_fetch_one_token() {
    let (wechat, client) = start().await;
    twenty_callers(&Arc::new(client)).await;
    assert_eq!(wechat.calls(), Calls { token: 1, users: 20, ..NO_CALLS });
}

#[tokio::test]
async fn concurrent_callers_renew_an_expired_token_once() {
    let (wechat, client) = start().await;
    let client = Arc::new(client);
    client.users().await.unwrap();
    wechat.expire_token();
    // On a runtime of one thread all of them take the old token before any is refused.
    twenty_callers(&client).await;
    assert_eq!(wechat.calls(), Calls { token: 2, users: 1 + 2 * 20, ..NO_CALLS });
}

#[tokio::test]
async fn a_token_that_another_program_replaced_is_renewed() {
    let (wechat, client) = start().await;
    client.users().await.unwrap();
    wechat.give_token_to_another();
    client.users().await.unwrap();
    assert_eq!(wechat.calls(), Calls { token: 2, users: 3, ..NO_CALLS });
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let (wechat, client) = start().await;
    wechat.set_token_lifetime(0);
    client.users().await.unwrap();
    client.users().await.unwrap();
    assert_eq!(wechat.calls(), Calls { token: 2, users: 2, ..NO_CALLS });
}

#[tokio::test]
async fn a_new_token_that_is_refused_too_is_the_end() {
    let (wechat, client) = start().await;
    wechat.trouble(USERS, [Trouble::Refuse(40014, "invalid access_token"); 10]);
    assert_eq!(refusal(client.users().await), ReturnCode::InvalidAccessToken.into());
    assert_eq!(wechat.calls(), Calls { token: 2, users: 2, ..NO_CALLS });
}

#[tokio::test]
async fn a_wrong_secret_is_tried_once() {
    let (wechat, _) = start().await;
    let timeout = Duration::from_secs(10);
    let client = Client::new(wechat.base_url(), APP_ID, "wrong", timeout, RETRY).unwrap();
    assert_eq!(refusal(client.users().await), ReturnCode::VerificationFailed.into());
    assert_eq!(wechat.calls(), Calls { token: 1, ..NO_CALLS });
}

#[tokio::test]
async fn a_busy_api_is_asked_again() {
    let (wechat, client) = start().await;
    wechat.trouble(MESSAGES, [Trouble::BUSY; 2]);
    client.send_text(OPENIDS[0], "a text").await.unwrap();
    assert_eq!(wechat.calls(), Calls { token: 1, messages: 3, ..NO_CALLS });
}

#[tokio::test]
async fn a_busy_api_is_asked_again_for_a_token() {
    let (wechat, client) = start().await;
    wechat.trouble(TOKEN, [Trouble::BUSY; 2]);
    client.users().await.unwrap();
    assert_eq!(wechat.calls(), Calls { token: 3, users: 1, ..NO_CALLS });
}

#[tokio::test]
async fn an_api_that_stays_busy_is_given_up() {
    let (wechat, client) = start().await;
    wechat.trouble(USERS, [Trouble::BUSY; 10]);
    assert_eq!(refusal(client.users().await), ReturnCode::SystemBusy.into());
    assert_eq!(wechat.calls(), Calls { token: 1, users: RETRY.attempts, ..NO_CALLS });
}

#[tokio::test]
async fn the_end_of_the_quota_is_the_end() {
    let (wechat, client) = start().await;
    wechat.set_users_quota(1);
    client.users().await.unwrap();
    let error = client.users().await.unwrap_err();
    assert!(error.to_string().contains("the quota of this call is used up"));
    let Error::RateLimited(error) = error else { panic!("{error}") };
    assert_eq!(error.errcode(), ReturnCode::InterfaceCallsOverLimit.into());
    assert_eq!(wechat.calls(), Calls { token: 1, users: 2, ..NO_CALLS });
}

#[tokio::test]
async fn a_media_file_comes_as_it_is() {
    let (wechat, client) = start().await;
    assert_eq!(client.media(MEDIA_ID).await.unwrap(), MEDIA_FILE);
    assert_eq!(wechat.calls(), Calls { token: 1, media: 1, ..NO_CALLS });
}

#[tokio::test]
async fn an_error_in_place_of_a_media_file_is_found() {
    let (wechat, client) = start().await;
    assert_eq!(refusal(client.media("none").await), ReturnCode::InvalidMediaFileId.into());
    assert_eq!(wechat.calls(), Calls { token: 1, media: 1, ..NO_CALLS });
}

#[tokio::test]
async fn an_error_that_is_the_callers_is_not_asked_again() {
    let (wechat, client) = start().await;
    let reply = client.send_text("no user", "a text").await;
    assert_eq!(refusal(reply), ReturnCode::InvalidOpenId.into());
    assert_eq!(wechat.calls(), Calls { token: 1, messages: 1, ..NO_CALLS });
}

#[tokio::test]
async fn a_code_that_is_in_no_table_reaches_the_caller() {
    let (wechat, client) = start().await;
    wechat.trouble(USERS, [Trouble::Refuse(89503, "this IP must be confirmed")]);
    assert_eq!(refusal(client.users().await), Errcode::Unknown(89503));
    assert_eq!(wechat.calls(), Calls { token: 1, users: 1, ..NO_CALLS });
}

#[tokio::test]
async fn what_may_have_been_done_is_asked_again_only_where_it_does_no_harm() {
    let (wechat, client) = start().await;
    wechat.trouble(USERS, [Trouble::Status(StatusCode::BAD_GATEWAY); 2]);
    client.users().await.unwrap();
    wechat.trouble(MESSAGES, [Trouble::Status(StatusCode::BAD_GATEWAY)]);
    let error = client.send_text(OPENIDS[0], "a text").await.unwrap_err();
    assert!(matches!(error, Error::Status(StatusCode::BAD_GATEWAY)));
    assert_eq!(wechat.calls(), Calls { token: 1, users: 3, messages: 1, ..NO_CALLS });
}

#[tokio::test]
async fn silence_is_not_waited_out() {
    let (wechat, client) = start_with_timeout(Duration::from_millis(200)).await;
    wechat.trouble(USERS, [Trouble::Silence]);
    client.users().await.unwrap();
    wechat.trouble(MESSAGES, [Trouble::Silence]);
    let error = client.send_text(OPENIDS[0], "a text").await.unwrap_err();
    assert!(matches!(&error, Error::Http(error) if error.is_timeout()), "{error}");
    assert_eq!(wechat.calls().messages, 1);
}

#[tokio::test]
async fn a_status_that_stays_is_not_asked_again() {
    let (wechat, client) = start().await;
    wechat.trouble(USERS, [Trouble::Status(StatusCode::NOT_FOUND)]);
    let error = client.users().await.unwrap_err();
    assert!(matches!(error, Error::Status(StatusCode::NOT_FOUND)));
    assert_eq!(wechat.calls(), Calls { token: 1, users: 1, ..NO_CALLS });
}

#[tokio::test]
async fn a_page_is_no_success() {
    let (wechat, client) = start().await;
    wechat.trouble(MESSAGES, [Trouble::Page]);
    let error = client.send_text(OPENIDS[0], "a text").await.unwrap_err();
    assert!(matches!(error, Error::Body(_)));
    assert_eq!(wechat.calls(), Calls { token: 1, messages: 1, ..NO_CALLS });
}
