//! The bodies to decode, in the form of WeChat's documentation, and their payloads.

use std::iter::repeat_with;

use fastrand::Rng;
use serde::Deserialize;

/// The payload of `GET /cgi-bin/token`, and of `GET /cgi-bin/ticket/getticket`, which comes with an
/// errcode of 0.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Token {
    #[serde(alias = "ticket")]
    access_token: String,
    expires_in: u32,
}

/// The payload of `GET /cgi-bin/user/get`, which is a part of a list. All its fields are read.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Followers<S> {
    total: u32,
    count: u32,
    data: OpenIds<S>,
    next_openid: S,
}

#[derive(Debug, PartialEq, Deserialize)]
struct OpenIds<S> {
    openid: Vec<S>,
}

/// The payload of WeCom's `GET /cgi-bin/user/list`. A client reads only some fields of each member.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Members {
    userlist: Vec<Member>,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Member {
    userid: String,
    name: String,
    department: Vec<u32>,
    status: u8,
}

pub(crate) fn error() -> String {
    r#"{"errcode":40013,"errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4"}"#.into()
}

pub(crate) fn success() -> String {
    format!(r#"{{"access_token":"{}","expires_in":7200}}"#, random_text(136, 0))
}

pub(crate) fn success_errcode_0() -> String {
    let ticket = random_text(86, 0);
    format!(r#"{{"errcode":0,"errmsg":"ok","ticket":"{ticket}","expires_in":7200}}"#)
}

/// Returns 100 kB of JSON, as `members` does. WeChat sends up to 10,000 IDs.
pub(crate) fn followers() -> String {
    let ids: Vec<String> = (0..3_225).map(|id| format!("o{}", random_text(27, id))).collect();
    let (last, ids) = (&ids[ids.len() - 1], ids.join(r#"",""#));
    format!(
        r#"{{"total":23000,"count":3225,"data":{{"openid":["{ids}"]}},"next_openid":"{last}"}}"#
    )
}

pub(crate) fn members() -> String {
    let members: Vec<String> = (0..136).map(member).collect();
    format!(r#"{{"errcode":0,"errmsg":"ok","userlist":[{}]}}"#, members.join(","))
}

/// Writes a member with the fields of WeCom's documentation, in the order of the documentation.
fn member(id: u64) -> String {
    let (department, avatar) = (id % 7 + 2, random_text(64, id));
    format!(
        r#"{{"userid":"member{id}","name":"李四","department":[1,{department}],"order":[1,2],"position":"后台工程师","mobile":"13800000000","gender":"1","email":"member{id}@example.com","biz_mail":"member{id}@example.com","is_leader_in_dept":[1,0],"direct_leader":["lisi"],"avatar":"http://avatar.example.com/{avatar}/0","thumb_avatar":"http://avatar.example.com/{avatar}/100","telephone":"020-123456","alias":"jackzhang","status":1,"address":"广州市海珠区新港中路","english_name":"jacky","open_userid":"{open_userid}","main_department":1,"qr_code":"https://open.example.com/wwopen/userQRCode?vcode={vcode}"}}"#,
        open_userid = random_text(32, id),
        vcode = random_text(16, id),
    )
}

/// Returns random text like that of tokens and IDs. It is always the same for the same seed.
fn random_text(length: usize, seed: u64) -> String {
    let mut random = Rng::with_seed(seed);
    repeat_with(|| random.alphanumeric()).take(length).collect()
}
