//! An Official Account and WeCom in one program, each with its own table:
//! `cargo run --example two_platforms --features two-platforms`.
//!
//! WeCom gives the same numbers other meanings. The replies are canned, so the program needs no
//! network.

use serde::Deserialize;
use thiserror::Error;
use wechat_codes::{ApiError, CodeTable, Remedy, json};

/// A client of `api.weixin.qq.com`. The functions of `json` read its codes with `ReturnCode`.
mod official_account {
    use super::{Followers, json};

    pub(crate) fn followers(reply: &[u8]) -> json::Result<Followers> {
        json::from_slice(reply)
    }
}

/// A client of `qyapi.weixin.qq.com`. It names its table once.
mod wecom {
    use wechat_codes::{WeComCode, json};

    pub(crate) type Error = json::Error<WeComCode>;

    pub(crate) fn send_message(reply: &[u8]) -> Result<(), Error> {
        json::ack_with_codes(reply)
    }
}

#[derive(Deserialize)]
struct Followers {
    total: u64,
}

/// The errors of both platforms.
#[derive(Debug, Error)]
enum Error {
    #[error("Official Account: {0}")]
    OfficialAccount(#[from] json::Error),
    #[error("WeCom: {0}")]
    WeCom(#[from] wecom::Error),
}

impl Error {
    /// Returns what the program does about the error.
    fn remedy(&self) -> Option<Remedy> {
        match self {
            Self::OfficialAccount(error) => error.remedy(),
            Self::WeCom(error) => error.remedy(),
        }
    }

    /// Returns a line for the log, in Chinese.
    fn log_line(&self) -> String {
        match self {
            Self::OfficialAccount(error) => log_line("公众号", error),
            Self::WeCom(error) => log_line("企业微信", error),
        }
    }
}

/// Returns a line for the log of one platform. It works with every table.
fn log_line<C: CodeTable>(platform: &str, error: &json::Error<C>) -> String {
    let Some(api) = error.api() else {
        return format!("[{platform}] 响应无法解析：{error}");
    };
    let code = api.errcode().code();
    let meaning = api.message_zh().unwrap_or(api.errmsg());
    let advice = api.remedy().map_or("返回码未收录，以官方文档为准", Remedy::advice_zh);
    let rid = ApiError::rid(api).unwrap_or("无");
    format!("[{platform}] {code} {meaning}。{advice}（请求 ID：{rid}）")
}

/// Tells the members of the company in WeCom how many followers its Official Account has.
fn report_followers(account: &[u8], company: &[u8]) -> Result<u64, Error> {
    let followers = official_account::followers(account)?;
    wecom::send_message(company)?;
    Ok(followers.total)
}

fn main() {
    const FOLLOWERS: &[u8] = br#"{"total":23,"count":0}"#;
    const SENT: &[u8] = br#"{"errcode":0,"errmsg":"ok","msgid":"m1"}"#;
    const ACCOUNT_REFUSES: &[u8] =
        br#"{"errcode":40001,"errmsg":"invalid credential rid: 61725984-6126f6f9-040f19c4"}"#;
    const COMPANY_REFUSES: &[u8] =
        br#"{"errcode":40001,"errmsg":"invalid credential, hint: [1649923862_123_a1b2c3d4]"}"#;

    for (account, company) in [
        (FOLLOWERS, SENT),
        (ACCOUNT_REFUSES, SENT),
        (FOLLOWERS, COMPANY_REFUSES),
        (FOLLOWERS, b"<html>".as_slice()),
    ] {
        match report_followers(account, company) {
            Ok(total) => println!("{total} followers"),
            Err(error) => {
                let remedy = error.remedy().map_or("none", Remedy::name);
                println!("{}\n    remedy: {remedy}", error.log_line());
            }
        }
    }
}
