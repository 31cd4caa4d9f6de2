//! Tests `json` with each kind of reply that a program can meet.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fmt::Debug;

use anyhow::Context;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::{Value, json};
use wechat_codes::{ApiError, Errcode, Remedy, ReturnCode, json, wechat_codes};

#[derive(Debug, PartialEq, Deserialize)]
struct Token {
    access_token: String,
    expires_in: u32,
}

fn token() -> Token {
    Token { access_token: "TOKEN".into(), expires_in: 7200 }
}

/// Returns the payload of a body, and checks that all functions agree on it.
#[track_caller]
fn accepted<T: DeserializeOwned + Debug + PartialEq>(body: &str) -> T {
    assert_eq!(json::error_in(body.as_bytes()), None);
    let payload = json::from_slice(body.as_bytes()).expect("a payload");
    assert_eq!(json::from_str::<T>(body).expect("the same payload"), payload);
    payload
}

/// Returns the API's error in a body, and checks that all functions agree on it.
#[track_caller]
fn refused(body: &str) -> ApiError {
    let error = json::error_in(body.as_bytes()).expect("an error");
    for result in [json::from_slice::<Token>(body.as_bytes()), json::from_str(body)] {
        assert_eq!(result.expect_err("an error").api(), Some(&error));
    }
    error
}

/// Returns the error of a body that cannot be decoded, and checks that both functions agree on it.
#[track_caller]
fn not_decoded<T: DeserializeOwned + Debug>(body: &str) -> String {
    let text = |result: Result<T, json::Error>| match result {
        Err(json::Error::Body(error)) => error.to_string(),
        other => panic!("{other:?}"),
    };
    let error = text(json::from_slice(body.as_bytes()));
    assert_eq!(text(json::from_str(body)), error);
    error
}

#[test]
fn errcode_before_between_or_after_the_fields() {
    for body in [
        r#"{"errcode":42001,"errmsg":"expired","access_token":"TOKEN","expires_in":7200}"#,
        r#"{"access_token":"TOKEN","errcode":42001,"expires_in":7200,"errmsg":"expired"}"#,
        r#"{"access_token":"TOKEN","expires_in":7200,"errmsg":"expired","errcode":42001}"#,
    ] {
        assert_eq!(refused(body).to_string(), "42001 AccessTokenExpired: expired", "{body}");
        assert_eq!(accepted::<Token>(&body.replace("42001", "0")), token(), "{body}");
    }
}

#[test]
fn absent_errcode() {
    assert_eq!(accepted::<Token>(r#"{"access_token":"TOKEN","expires_in":7200}"#), token());
    assert_eq!(
        accepted::<Token>(r#"{"errmsg":"x","access_token":"TOKEN","expires_in":7200}"#),
        token()
    );
    assert_eq!(accepted::<Value>("{}"), json!({}));
}

#[test]
fn errcode_0_with_and_without_errmsg() {
    for head in [r#""errcode":0,"errmsg":"ok""#, r#""errcode":0"#, r#""errcode" : -0 "#] {
        let body = format!(r#"{{{head},"access_token":"TOKEN","expires_in":7200}}"#);
        assert_eq!(accepted::<Token>(&body), token());
    }
}

#[test]
fn errcode_as_a_string() {
    assert_eq!(
        refused(r#"{"errcode":"-1","errmsg":"busy"}"#).errcode(),
        Errcode::Known(ReturnCode::SystemBusy)
    );
    for zero in ["0", "-0", "000"] {
        let body = format!(r#"{{"errcode":"{zero}","access_token":"TOKEN","expires_in":7200}}"#);
        assert_eq!(accepted::<Token>(&body), token());
    }
}

#[test]
fn null_errcode_is_success() {
    assert_eq!(
        accepted::<Token>(r#"{"errcode":null,"access_token":"TOKEN","expires_in":7200}"#),
        token()
    );
}

#[test]
fn null_and_absent_errmsg() {
    assert_eq!(refused(r#"{"errcode":40013,"errmsg":null}"#).errmsg(), "");
    assert_eq!(refused(r#"{"errcode":40013}"#).errmsg(), "");
}

#[test]
fn duplicate_errcodes() {
    for body in [
        r#"{"errcode":0,"errcode":0}"#,
        r#"{"errcode":0,"a":1,"errcode":40013}"#,
        r#"{"errcode":40013,"errcode":0}"#,
        r#"{"errcode":null,"errcode":40013}"#,
        r#"{"errcode":0,"err\u0063ode":40013}"#,
    ] {
        let error = not_decoded::<Value>(body);
        assert_eq!(error, format!("duplicate field `errcode` at line 1 column {}", body.len()));
        // `error_in` reports the first errcode that is a number other than 0.
        let code = json::error_in(body.as_bytes()).map(|error| error.errcode().code());
        assert_eq!(code, body.contains("40013").then_some(40013), "{body}");
    }
    let several = json::error_in(br#"{"errcode":true,"errcode":40001,"errcode":40002}"#);
    assert_eq!(several.map(|error| error.errcode().code()), Some(40001));
}

#[test]
fn an_errcode_of_0_first_hides_nothing_behind_it() {
    for rest in [r#","errcode":40013"#, r#", "a":[1], "errcod\u0065" : "40013""#] {
        let error = not_decoded::<Value>(&format!(r#" {{ "errcode" : 0 {rest}}}"#));
        assert!(error.starts_with("duplicate field `errcode`"), "{error}");
    }
    for number in ["00", "0x1", "0 1"] {
        let body = format!(r#"{{"errcode":{number},"a":1}}"#);
        assert!(not_decoded::<Value>(&body).contains(" at line 1 column "), "{body}");
    }
    let body = r#"{"errcode":0,"data":{"errcode":40013},"text":"errcode"}"#;
    assert_eq!(accepted::<Value>(body)["data"]["errcode"], 40013);
}

#[test]
fn errcode_beyond_the_code_types_range() {
    // A cast to `i32` would make this number 0, which means success.
    let error = refused(r#"{"errcode":4294967296,"errmsg":"what"}"#);
    assert_eq!(error.to_string(), "4294967296: what");
    assert_eq!(error.errcode(), Errcode::Unknown(i32::MAX));
    let error = refused(r#"{"errcode":-99999999999999999999999999999999999999999,"errmsg":""}"#);
    assert_eq!(error.to_string(), "unknown return code -99999999999999999999999999999999999999999");
    assert_eq!(error.errcode(), Errcode::Unknown(i32::MIN));
}

#[test]
fn errcode_of_another_kind() {
    for (errcode, what) in [
        ("40013.0", "a number with a fraction or an exponent"),
        ("4e4", "a number with a fraction or an exponent"),
        ("0.0", "a number with a fraction or an exponent"),
        ("0e0", "a number with a fraction or an exponent"),
        ("true", "a boolean"),
        ("false", "a boolean"),
        ("{}", "an object"),
        ("[40013]", "an array"),
        (r#""""#, "a string that is not a number"),
        (r#""+1""#, "a string that is not a number"),
        (r#"" 1""#, "a string that is not a number"),
        (r#""SUCCESS""#, "a string that is not a number"),
    ] {
        let line = format!(r#"  "errcode": {errcode}"#);
        let body = format!("{{\n{line},\n  \"errmsg\": \"ok\"\n}}");
        let what = format!("errcode is {what}, not an integer or a numeric string");
        let place = format!("at line 2 column {}", line.len());
        assert_eq!(not_decoded::<Value>(&body), format!("{what} {place}"));
        assert_eq!(json::error_in(body.as_bytes()), None, "{body}");
    }
}

#[test]
fn only_the_outermost_errcode_counts() {
    let nested = json!({ "data": { "errcode": 40013 }, "list": [{ "errcode": 40013 }] });
    assert_eq!(accepted::<Value>(&nested.to_string()), nested);
    let text = json!({ "text": "\"errcode\":40013", "errcodes": 1, "Errcode": 1, "err code": 1 });
    assert_eq!(accepted::<Value>(&text.to_string()), text);
    assert_eq!(refused(r#"{"data":{"errcode":0},"errcode":40013}"#).errcode().code(), 40013);
}

#[test]
fn errcode_with_escaped_letters() {
    let spelt = r"\u0065\u0072\u0072\u0063\u006F\u0064\u0065";
    assert_eq!(refused(&format!("{{\"{spelt}\":40013}}")).errcode().code(), 40013);
    assert_eq!(refused(r#"{"\u0065rrcode":40013}"#).errcode().code(), 40013);
    assert_eq!(accepted::<Value>(r#"{"\u4e2d":1}"#), json!({ "中": 1 }));
    assert_eq!(accepted::<Value>(r#"{"\u0041":1}"#), json!({ "A": 1 }));
}

#[test]
fn errcode_at_the_end_of_bodies_of_any_length() {
    let mut spellings = vec!["errcode".to_owned()];
    // Each further spelling has one escaped letter.
    spellings.extend((0..7).map(|at| {
        let (before, rest) = "errcode".split_at(at);
        format!("{before}\\u{:04x}{}", rest.as_bytes()[0], &rest[1..])
    }));
    for length in 0..1100 {
        let text = "x".repeat(length);
        for spelling in &spellings {
            let body = format!(r#"{{"text":"{text}","{spelling}":40013}}"#);
            assert_eq!(refused(&body).known(), Some(ReturnCode::InvalidAppId), "{body}");
        }
    }
}

#[test]
fn a_payload_with_an_errcode_and_errmsg_of_its_own() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Payload {
        errcode: Errcode,
        errmsg: Option<String>,
        id: u32,
    }
    let payload = |code, errmsg: Option<&str>| Payload {
        errcode: Errcode::new(code),
        errmsg: errmsg.map(str::to_owned),
        id: 1,
    };
    assert_eq!(
        accepted::<Payload>(r#"{"errcode":0,"errmsg":"ok","id":1}"#),
        payload(0, Some("ok"))
    );
    assert_eq!(accepted::<Payload>(r#"{"id":1,"errcode":"0"}"#), payload(0, None));
}

#[test]
fn a_payload_with_borrowed_fields() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Borrowed<'a> {
        name: &'a str,
        #[serde(borrow)]
        text: Cow<'a, str>,
    }
    let body = r#"{"errcode":0,"name":"Ü","text":"a\nb"}"#.to_owned();
    let expected = Borrowed { name: "Ü", text: "a\nb".into() };
    let from_slice: Borrowed = json::from_slice(body.as_bytes()).unwrap();
    let from_str: Borrowed = json::from_str(&body).unwrap();
    assert_eq!((&from_slice, &from_str), (&expected, &expected));
    assert!(body.as_bytes().as_ptr_range().contains(&from_slice.name.as_ptr()));
    assert!(body.as_bytes().as_ptr_range().contains(&from_str.name.as_ptr()));
}

#[test]
fn a_flattened_payload() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Flat {
        id: u32,
        #[serde(flatten)]
        token: Token,
        #[serde(flatten)]
        rest: BTreeMap<String, Value>,
    }
    let body = r#"{"errcode":0,"id":1,"access_token":"TOKEN","expires_in":7200}"#;
    // The remaining fields include the errcode.
    let rest = [("errcode".to_owned(), json!(0))].into();
    assert_eq!(accepted::<Flat>(body), Flat { id: 1, token: token(), rest });
    assert_eq!(refused(&body.replace(":0", ":-1")).errcode().code(), -1);
}

#[test]
fn an_untagged_payload() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Token(Token),
        Ticket { ticket: String },
        List(Vec<u32>),
    }
    let body = r#"{"errcode":0,"access_token":"TOKEN","expires_in":7200}"#;
    assert_eq!(accepted::<Either>(body), Either::Token(token()));
    let ticket = Either::Ticket { ticket: "T".into() };
    assert_eq!(accepted::<Either>(r#"{"ticket":"T","errcode":0}"#), ticket);
    assert_eq!(accepted::<Either>("[1,2]"), Either::List(vec![1, 2]));
}

#[test]
fn a_map_or_a_value_as_payload() {
    let body = r#"{"errcode":0,"total":2}"#;
    let map: HashMap<String, u32> = accepted(body);
    assert_eq!(map, [("errcode".to_owned(), 0), ("total".to_owned(), 2)].into());
    assert_eq!(accepted::<Value>(body), json!({ "errcode": 0, "total": 2 }));
}

#[test]
fn a_payload_that_denies_unknown_fields() {
    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {
        id: u32,
    }
    assert_eq!(accepted::<Strict>(r#"{"id":1}"#), Strict { id: 1 });
    let error = not_decoded::<Strict>(r#"{"errcode":0,"id":1}"#);
    assert_eq!(error, "unknown field `errcode`, expected `id` at line 1 column 10");
}

#[test]
fn arrays_and_scalars_as_bodies() {
    assert_eq!(accepted::<Vec<u32>>(" [1, 2]"), [1, 2]);
    assert_eq!(accepted::<String>(r#""errcode""#), "errcode");
    assert_eq!(accepted::<Option<u32>>("null"), None);
    assert_eq!(accepted::<i8>("-1"), -1);
    assert_eq!(accepted::<Value>(r#"[{"errcode":40013}]"#), json!([{ "errcode": 40013 }]));
}

#[test]
fn an_empty_body() {
    for body in ["", " \n", "\u{feff}"] {
        let error = not_decoded::<Value>(body);
        assert!(error.starts_with("EOF while parsing a value at line "), "{body:?}: {error}");
        assert_eq!(json::error_in(body.as_bytes()), None);
    }
}

#[test]
fn a_body_that_is_cut_off() {
    for whole in [
        r#"{"errcode":40013,"errmsg":"invalid appid \u4e2d","a":[1,{"b":null}]}"#,
        r#"{"a":[1,{"b":null}],"errmsg":"ok","errcode":"0"}"#,
    ] {
        for end in 0..whole.len() {
            let error = not_decoded::<Value>(&whole[..end]);
            assert!(error.starts_with("EOF while parsing"), "{}: {error}", &whole[..end]);
            assert_eq!(json::error_in(&whole.as_bytes()[..end]), None);
        }
    }
}

#[test]
fn junk_after_the_body() {
    for body in [r#"{"errcode":40013} x"#, r#"{"errcode":0}{}"#, r#"{"a":0}]"#] {
        assert!(not_decoded::<Value>(body).starts_with("trailing characters at line 1 column"));
        assert_eq!(json::error_in(body.as_bytes()), None);
    }
}

#[test]
fn a_body_that_is_not_json() {
    let html = "<html>errcode 502 Bad Gateway</html>";
    assert_eq!(not_decoded::<Token>(html), "expected value at line 1 column 1");
    for body in [b"\xff\xfe".as_slice(), b"{\"total\":\"\xff\"}", b"{\xff}"] {
        assert!(matches!(json::from_slice::<Value>(body), Err(json::Error::Body(_))), "{body:?}");
        assert_eq!(json::error_in(body), None, "{body:?}");
    }
}

/// A server that answers in GBK sends such bodies.
#[test]
fn an_errcode_counts_beside_text_that_is_not_utf_8() {
    for body in [
        b"{\"errcode\":40013,\"errmsg\":\"\xc4\xe3\"}".as_slice(),
        b"{\"errmsg\":\"\xc4\xe3\",\"errcode\":40013}",
        b"{\"nickname\":\"\xc4\xe3\",\"errcode\":40013}",
    ] {
        let error = json::error_in(body).unwrap();
        assert_eq!(error.errcode().known(), Some(ReturnCode::InvalidAppId), "{body:?}");
        let decoded = json::from_slice::<Value>(body);
        assert_eq!(decoded.unwrap_err().api(), Some(&error), "{body:?}");
    }
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(
        accepted::<Token>("\u{feff}{\"access_token\":\"TOKEN\",\"expires_in\":7200}"),
        token()
    );
    assert_eq!(refused("\u{feff} {\"errcode\":40013}").errcode().code(), 40013);
    // The mark does not count as a column.
    assert_eq!(not_decoded::<Token>("\u{feff}x"), "expected value at line 1 column 1");
    // Only one mark is skipped, and a second one is not JSON.
    assert_eq!(not_decoded::<Token>("\u{feff}\u{feff}{}"), "expected value at line 1 column 1");
}

#[test]
fn line_and_column_are_of_the_whole_body() {
    let body =
        "{\n  \"errcode\": 0,\n  \"access_token\": \"TOKEN\",\n  \"expires_in\": \"soon\"\n}";
    let error = json::from_str::<Token>(body).unwrap_err();
    let json::Error::Body(inner) = &error else { panic!("{error:?}") };
    assert_eq!((inner.line(), inner.column()), (4, 22));
    assert_eq!(
        error.to_string(),
        "unexpected reply: invalid type: string \"soon\", expected u32 at line 4 column 22"
    );
    let cut = not_decoded::<Token>("{\n  \"errcode\": 40013,\n  \"errmsg\": \"inv");
    assert_eq!(cut, "EOF while parsing a string at line 3 column 16");
    let twice = not_decoded::<Token>("{\n\"errcode\": 1,\n\"errcode\": 1,\n\"a\":1}");
    assert_eq!(twice, "duplicate field `errcode` at line 3 column 12");
}

#[test]
fn ten_megabytes() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Users {
        openid: Vec<String>,
    }
    let users: Vec<String> =
        (0..350_000).map(|user| format!("o6_bmjrPTlm6_2sgVt7hMZO{user:06}")).collect();
    let list = json!(users).to_string();
    assert!(list.len() > 10_000_000);
    for body in [
        format!(r#"{{"openid":{list}}}"#),
        format!(r#"{{"errcode":0,"errmsg":"ok","openid":{list}}}"#),
        format!(r#"{{"openid":{list},"errmsg":"ok","errcode":0}}"#),
    ] {
        assert_eq!(accepted::<Users>(&body).openid, users);
    }
    let body = format!(r#"{{"openid":{list},"errcode":-1}}"#);
    assert_eq!(json::error_in(body.as_bytes()).map(|error| error.errcode().code()), Some(-1));
    let long = "x".repeat(10_000_000);
    let body = format!(r#"{{"errcode":-1,"errmsg":"{long}"}}"#);
    assert_eq!(refused(&body).errmsg(), long);
}

#[test]
fn error_in_a_media_file_looks_at_its_beginning_only() {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.resize(10_000_000, b' ');
    file.extend_from_slice(br#"{"errcode":40013}"#);
    // If each call read the whole file, the loop would take many minutes.
    for _ in 0..1_000_000 {
        assert_eq!(json::error_in(&file), None);
    }
    file[0] = b'{';
    assert_eq!(json::error_in(&file), None);
}

/// A depth at which one stack frame for each level would overflow the stack.
const DEPTH: usize = 1_000_000;

#[test]
fn deep_nesting_as_the_body() {
    for open in ["[", "{\"a\":"] {
        let body = open.repeat(DEPTH);
        assert!(not_decoded::<Value>(&body).starts_with("recursion limit exceeded"));
        assert_eq!(json::error_in(body.as_bytes()), None);
    }
    let body = format!("{{\"errcode\":40013,{}", "\"a\":{".repeat(DEPTH));
    assert!(not_decoded::<Value>(&body).starts_with("EOF while parsing"));
    assert_eq!(json::error_in(body.as_bytes()), None);
}

#[test]
fn deep_nesting_in_a_field() {
    let deep = format!("{}{}", "[".repeat(DEPTH), "]".repeat(DEPTH));
    let refusal = refused(&format!(r#"{{"a":{deep},"errcode":40013,"errmsg":{deep}}}"#));
    assert_eq!(refusal.errcode().code(), 40013);
    assert_eq!(refusal.errmsg(), deep);
    let error = not_decoded::<Value>(&format!(r#"{{"errcode":{deep}}}"#));
    assert!(error.starts_with("errcode is an array"), "{error}");

    let success = format!(r#"{{"a":{deep},"errcode":0,"access_token":"TOKEN","expires_in":7200}}"#);
    assert_eq!(accepted::<Token>(&success), token());
    assert!(not_decoded::<Value>(&success).starts_with("recursion limit exceeded"));
    for errcode in [0, 40013] {
        let open = format!(r#"{{"errcode":{errcode},"a":{}"#, "[".repeat(DEPTH));
        assert!(not_decoded::<Token>(&open).starts_with("EOF while parsing"));
    }
}

#[test]
fn codes_of_any_table() {
    wechat_codes! {
        #[repr(u16)]
        enum GatewayCode { 0 => Success: "Request succeeded", 901 => QuotaExhausted: "No quota is left" }
    }
    let body = r#"{"errcode":901}"#;
    let error = json::error_in_with_codes::<GatewayCode>(body.as_bytes()).unwrap();
    assert_eq!(error.to_string(), "901 QuotaExhausted: No quota is left");
    for result in [
        json::from_slice_with_codes::<Token, GatewayCode>(body.as_bytes()),
        json::from_str_with_codes::<Token, GatewayCode>(body),
    ] {
        let gateway = result.unwrap_err();
        assert_eq!(gateway.known(), Some(GatewayCode::QuotaExhausted));
        assert_eq!(gateway.api(), Some(&error));
    }
    assert_eq!(json::from_str_with_codes::<u32, GatewayCode>("7").unwrap(), 7);
}

#[test]
fn errors_convert_and_are_shown_whole() {
    fn call(body: &str) -> Result<Token, json::Error> {
        if let Some(error) = json::error_in(body.as_bytes()) {
            return Err(error.into());
        }
        Ok(serde_json::from_str(body)?)
    }
    let api = call(r#"{"errcode":42001,"errmsg":"expired"}"#).unwrap_err();
    assert_eq!(api.to_string(), "42001 AccessTokenExpired: expired");
    assert_eq!(api.remedy(), Some(Remedy::RenewToken));

    let body = call("{}").unwrap_err();
    assert_eq!(
        body.to_string(),
        "unexpected reply: missing field `access_token` at line 1 column 2"
    );
    assert_eq!((body.api(), body.known()), (None, None));

    // The text of an error includes its cause, so a source would make programs print the cause
    // twice.
    for error in [api, body] {
        let error: Box<dyn Error + Send + Sync> = error.into();
        assert!(error.source().is_none());
    }
    assert!(json::from_str::<u32>(r#"{"errcode":12345}"#).unwrap_err().known().is_none());
}

#[test]
fn a_call_without_a_payload_answers_json() {
    for body in [r#"{"errcode":0,"errmsg":"ok"}"#, "{}", r#" {"msgid":7,"errcode":"0"}"#] {
        assert!(json::ack(body.as_bytes()).is_ok(), "{body}");
    }
    let refused = json::ack(br#"{"errcode":40013}"#).unwrap_err();
    assert_eq!(refused.known(), Some(ReturnCode::InvalidAppId));
    for body in ["", "ok", "<html></html>", r#"{"errcode":0"#, r#"{"errcode":[]}"#] {
        let error = json::ack(body.as_bytes()).unwrap_err();
        assert!(matches!(error, json::Error::Body(_)), "{body}");
    }
    wechat_codes! {
        enum ParcelCode { 0 => Done: "done", 100 => NobodyHome: "Nobody was at home" }
    }
    let parcel = json::ack_with_codes::<ParcelCode>(br#"{"errcode":100}"#).unwrap_err();
    assert_eq!(parcel.known(), Some(ParcelCode::NobodyHome));
}

#[test]
fn an_error_is_found_in_a_chain() {
    fn call() -> anyhow::Result<Token> {
        let result: json::Result<Token> = json::from_str(r#"{"errcode":45009}"#);
        result.context("asking for a token")
    }
    let error = call().unwrap_err();
    let found = error.chain().find_map(|cause| cause.downcast_ref::<json::Error>()?.api());
    assert_eq!(found.and_then(ApiError::remedy), Some(Remedy::WaitForQuota));
}

#[test]
fn a_payload_that_is_ignored() {
    assert!(json::from_str::<IgnoredAny>(r#"{"errcode":0,"errmsg":"ok"}"#).is_ok());
}
