//! A reply of an API, given as JSON.

use std::collections::BTreeMap;

use serde_json::value::RawValue;
use wechat_codes::json;

use crate::table::{Table, selected};

/// The errcode of a reply, and what the reply says beside it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    /// The errcode in decimal, which may be beyond the codes of every table; 0 if the reply reports
    /// no error.
    pub(crate) code: String,
    /// What the API said; empty if it said nothing, or reports no error.
    pub(crate) errmsg: String,
    /// The id of the request.
    pub(crate) rid: Option<String>,
}

/// Why JSON is not a reply.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotAReply {
    /// What the parser says, in English.
    pub(crate) problem: String,
    /// The beginning of the text.
    pub(crate) beginning: String,
}

impl NotAReply {
    /// Makes the error of a parser's error and the text that it is about.
    pub(crate) fn of(error: &serde_json::Error, text: &str) -> Self {
        const SHOWN: usize = 40;
        let mut beginning: String = text.chars().take(SHOWN).collect();
        if beginning.len() < text.len() {
            beginning.push_str("..");
        }
        Self { problem: error.to_string(), beginning }
    }
}

impl Reply {
    /// Reads a reply. The tables do not matter here, so that of the library's defaults does: the
    /// errcode is kept as it is written.
    pub(crate) fn read(body: &str) -> Result<Self, NotAReply> {
        let fields: BTreeMap<String, &RawValue> =
            serde_json::from_str(body).map_err(|error| NotAReply::of(&error, body))?;
        match json::ack(body.as_bytes()) {
            Ok(()) => Ok(Self { code: "0".into(), errmsg: String::new(), rid: None }),
            Err(json::Error::Api(error)) => {
                let written =
                    fields.get("errcode").map_or("", |value| value.get().trim_matches('"'));
                Ok(Self {
                    // More than 128 bits are kept as they are.
                    code: written.parse().map_or(written.into(), |code: i128| code.to_string()),
                    errmsg: error.errmsg().trim().into(),
                    rid: error.rid().map(Into::into),
                })
            }
            Err(json::Error::Body(error)) => Err(NotAReply::of(&error, body)),
        }
    }

    /// Returns the tables that the errcode may be of. WeCom's errmsg has a `hint: [..]` and a link
    /// to WeCom's page about the code; the errmsg of the other products has a `rid: ..`.
    pub(crate) fn tables(&self) -> Vec<Table> {
        let has = |sign| self.errmsg.contains(sign);
        if has("open.work.weixin.qq.com") || self.rid.is_some() && has("hint:") && !has("rid:") {
            vec![Table::WeCom]
        } else if self.rid.is_some() && has("rid:") {
            vec![Table::ReturnCode, Table::Weixin, Table::Channels]
        } else {
            selected(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reply, Table};

    #[test]
    fn a_reply_has_an_errcode_an_errmsg_and_a_rid() {
        let reply = Reply::read(
            r#"{"errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4","errcode":"40013"}"#,
        );
        let reply = reply.expect("a reply");
        assert_eq!(reply.code, "40013");
        assert_eq!(reply.rid.as_deref(), Some("61725984-6126f6f9-040f19c4"));
        assert_eq!(reply.tables(), [Table::ReturnCode, Table::Weixin, Table::Channels]);

        let wecom = r#"{"errcode":40013,"errmsg":"invalid corpid, hint: [1503719217_87_a54f0],
            see https://open.work.weixin.qq.com/devtool/query?e=40013"}"#;
        let reply = Reply::read(&wecom.replace('\n', "")).expect("a reply");
        assert_eq!(reply.rid.as_deref(), Some("1503719217_87_a54f0"));
        assert_eq!(reply.tables(), [Table::WeCom]);
    }

    #[test]
    fn a_reply_without_an_error_has_code_0() {
        for body in [r#"{"errcode":0,"errmsg":"ok"}"#, r#"{"access_token":"A1"}"#, "{}"] {
            assert_eq!(Reply::read(body).expect(body).code, "0");
            assert_eq!(Reply::read(body).expect(body).tables(), Table::ALL);
        }
    }

    #[test]
    fn no_digit_of_an_errcode_is_lost() {
        let code =
            |errcode: &str| Reply::read(&format!("{{\"errcode\":{errcode}}}")).expect(errcode).code;
        assert_eq!(code("9000000001"), "9000000001");
        assert_eq!(code("\"-0099\""), "-99");
        let long = "9".repeat(60);
        assert_eq!(code(&long), long);
    }

    #[test]
    fn what_is_not_a_reply_is_refused() {
        for body in
            ["{", "[]", "[{\"errcode\":1}]", r#"{"errcode":{}}"#, r#"{"errcode":1,"errcode":2}"#]
        {
            assert!(Reply::read(body).is_err(), "{body}");
        }
    }
}
