//! Tests which parts of a reply `ApiError` keeps, and how it is displayed.

use std::error::Error;

use wechat_codes::{ApiError, CodeTable, Errcode, Remedy, ReturnCode, json, wechat_codes};

wechat_codes! {
    #[repr(i8)]
    enum Narrow { 0 => Done: "done", 7 => Lost: "Lost in transit", 127 => Last: "The last" }
}
wechat_codes! {
    #[repr(u64)]
    enum Wide { 0 => Done: "done", 7 => Lost: "Lost in transit" }
}

fn error_of<C: CodeTable>(body: &str) -> ApiError<C> {
    json::error_in_with_codes::<C>(body.as_bytes()).expect(body)
}

fn error(body: &str) -> ApiError {
    error_of(body)
}

#[test]
fn shown_with_code_name_and_errmsg() {
    let known = r#"{"errcode":40013,"errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4"}"#;
    assert_eq!(
        error(known).to_string(),
        "40013 InvalidAppId: invalid appid rid: 61725984-6126f6f9-040f19c4"
    );
    assert_eq!(error(r#"{"errcode":99999,"errmsg":"what"}"#).to_string(), "99999: what");
    assert_eq!(
        error(r#"{"errcode":-1,"errmsg":"系统繁忙"}"#).to_string(),
        "-1 SystemBusy: 系统繁忙"
    );
}

#[test]
fn shown_with_the_tables_message_where_errmsg_is_empty() {
    for errmsg in [r#","errmsg":"""#, r#","errmsg":" ""#, r#","errmsg":null"#, ""] {
        let known = error(&format!("{{\"errcode\":40013{errmsg}}}"));
        assert_eq!(known.to_string(), "40013 InvalidAppId: Invalid App ID");
        let unknown = error(&format!("{{\"errcode\":99999{errmsg}}}"));
        assert_eq!(unknown.to_string(), "unknown return code 99999");
    }
}

#[test]
fn shown_in_a_column() {
    let lost = error_of::<Narrow>(r#"{"errcode":7}"#);
    assert_eq!(format!("[{lost:24}]"), "[7 Lost: Lost in transit ]");
    assert_eq!(format!("[{lost:-^26}]"), "[-7 Lost: Lost in transit--]");
    assert_eq!(format!("[{lost:.6}]"), "[7 Lost]");
}

#[test]
fn errcode_of_a_number_as_text_is_the_number() {
    for body in
        [r#"{"errcode":"40013"}"#, r#"{"errcode":"0040013"}"#, r#"{"errcode":"4001\u0033"}"#]
    {
        let error = error(body);
        assert_eq!(error.errcode(), Errcode::Known(ReturnCode::InvalidAppId), "{body}");
        assert_eq!(error.to_string(), "40013 InvalidAppId: Invalid App ID", "{body}");
    }
}

#[test]
fn known_is_the_code_of_the_table() {
    let known = |digits| error_of::<Narrow>(&format!("{{\"errcode\":{digits}}}")).known();
    assert_eq!(known("7"), Some(Narrow::Lost));
    assert_eq!(known("8"), None);
    // The nearest number of the code type is another code of the table.
    assert_eq!(known("128"), None);
}

#[test]
fn errcode_beyond_the_code_type_is_kept_in_the_text() {
    let fifty_nines = "9".repeat(50);
    for digits in ["128", "4294967303", "9223372036854775808", &fifty_nines] {
        for minus in ["", "-"] {
            let digits = format!("{minus}{digits}");
            for body in
                [format!("{{\"errcode\":{digits}}}"), format!("{{\"errcode\":\"{digits}\"}}")]
            {
                let error = error_of::<Narrow>(&body);
                if digits == "-128" {
                    assert_eq!(error.errcode(), Errcode::Unknown(-128));
                    continue;
                }
                // Not 127, which is a code of the table.
                let nearest = if minus.is_empty() { 126 } else { i8::MIN };
                assert_eq!(error.errcode(), Errcode::Unknown(nearest), "{body}");
                assert_eq!((error.remedy(), error.message_zh()), (None, None));
                assert_eq!(error.to_string(), format!("unknown return code {digits}"));
            }
        }
    }
    let negative = error_of::<Wide>(r#"{"errcode":-7,"errmsg":"lost"}"#);
    assert_eq!(
        (negative.errcode(), &*negative.to_string()),
        (Errcode::Unknown(u64::MAX), "-7: lost")
    );
    let most = error_of::<Wide>(r#"{"errcode":18446744073709551615}"#);
    assert_eq!(most.errcode(), Errcode::Unknown(u64::MAX));
}

#[test]
fn a_stand_in_is_never_a_row_of_the_table_nor_0() {
    wechat_codes! {
        #[repr(u8)]
        enum Ends { 1 => First: "first", 254 => Last: "last", 255 => End: "end" }
    }
    let code = |digits: &str| error_of::<Ends>(&format!("{{\"errcode\":{digits}}}")).errcode();
    assert_eq!(code("-1"), Errcode::Unknown(253));
    assert_eq!(code("256"), Errcode::Unknown(253));
    assert_eq!(code("255"), Errcode::Known(Ends::End));
}

#[test]
fn made_of_a_code_and_an_errmsg() {
    let error: ApiError = ApiError::new(45009, "reach max api daily quota limit");
    assert_eq!(
        error,
        self::error(r#"{"errcode":45009,"errmsg":"reach max api daily quota limit"}"#)
    );
    assert_eq!(error.remedy(), Some(Remedy::WaitForQuota));
    assert!(error.message_zh().is_some());
    let unknown: ApiError = ApiError::new(99999, String::new());
    assert_eq!((unknown.remedy(), unknown.message_zh()), (None, None));
}

#[test]
fn serialized_with_what_a_log_needs() {
    for (body, json) in [
        (
            r#"{"errcode":40013,"errmsg":"a \"b\""}"#,
            r#"{"errcode":40013,"name":"InvalidAppId","errmsg":"a \"b\""}"#,
        ),
        (r#"{"errcode":"99999"}"#, r#"{"errcode":99999,"errmsg":""}"#),
        (r#"{"errcode":9000000001}"#, r#"{"errcode":9000000001,"errmsg":""}"#),
    ] {
        assert_eq!(serde_json::to_string(&error(body)).unwrap(), json);
    }
    let huge = format!("{{\"errcode\":{}}}", "9".repeat(50));
    let json = serde_json::to_value(error(&huge)).unwrap();
    assert_eq!(json["errcode"], "9".repeat(50));
}

#[test]
fn errmsg_is_kept_as_it_is() {
    let errmsg = |json| error(&format!("{{\"errcode\":1,\"errmsg\":{json}}}")).errmsg().to_owned();
    assert_eq!(errmsg(r#"" spaces \"and\" \u4e2d\/\n""#), " spaces \"and\" 中/\n");
    assert_eq!(errmsg("null"), "");
    // An errmsg that is not a string, or that has half of a surrogate pair, is kept as its JSON.
    assert_eq!(errmsg("12.50"), "12.50");
    assert_eq!(errmsg(r#"{ "a" : [true] }"#), r#"{ "a" : [true] }"#);
    // Half of a surrogate pair is no character.
    assert_eq!(errmsg(r#""half: \ud800 \u4e2d""#), "half: \u{fffd}\u{fffd}\u{fffd} 中");
}

#[test]
fn rid_is_the_request_id() {
    let rid = |errmsg: &str| {
        error(&format!("{{\"errcode\":1,\"errmsg\":{errmsg:?}}}")).rid().map(str::to_owned)
    };
    let id = "617682e0-09059ac5-34a8e2ea";
    for errmsg in [
        // The form in WeChat's documentation comes first, then forms that users of other SDKs
        // report.
        "reach max api daily quota limit rid: 617682e0-09059ac5-34a8e2ea",
        " rid: 617682e0-09059ac5-34a8e2ea",
        "invalid appsecret rid:617682e0-09059ac5-34a8e2ea",
        "invalid appid rid:  @617682e0-09059ac5-34a8e2ea",
        "rid: 617682e0-09059ac5-34a8e2ea, hint: [x]",
        "grid: too small, rid: 617682e0-09059ac5-34a8e2ea ",
        "无效rid: 617682e0-09059ac5-34a8e2ea",
    ] {
        assert_eq!(rid(errmsg).as_deref(), Some(id), "{errmsg}");
    }
    // WeCom's form comes first, then an older form of WeChat's.
    for (errmsg, id) in [
        (
            "invalid corpid, hint: [1649923862_123_a1b2c3d4], from ip: 1.2.3.4, more info at https://open.work.weixin.qq.com/devtool/query?e=40013",
            "1649923862_123_a1b2c3d4",
        ),
        ("invalid credential hint: [p6WuLa0634vr30!]", "p6WuLa0634vr30!"),
    ] {
        assert_eq!(rid(errmsg).as_deref(), Some(id), "{errmsg}");
    }
    for errmsg in ["hint: []", "hint: [a b]", "hint: [open", "hint: none"] {
        assert_eq!(rid(errmsg), None, "{errmsg}");
    }
    for errmsg in ["", "ok", "rid", "rid:", "rid: ", "rid: [none]", "grid: 12", "rid is error"] {
        assert_eq!(rid(errmsg), None, "{errmsg}");
    }
}

#[test]
fn an_error_as_others_are() {
    fn check<E: Error + Clone + PartialEq + Send + Sync + 'static>(error: &E) {
        assert_eq!(&error.clone(), error);
        assert!(error.source().is_none());
    }
    check(&error(r#"{"errcode":1}"#));
    assert_ne!(error(r#"{"errcode":1}"#), error(r#"{"errcode":2}"#));
    assert_ne!(error(r#"{"errcode":9999999999}"#), error(r#"{"errcode":9999999998}"#));
    assert!(size_of::<ApiError>() <= 5 * size_of::<usize>());
    assert!(size_of::<json::Error>() <= 6 * size_of::<usize>());
}
