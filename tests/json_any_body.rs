//! Decodes random bodies, compares the results with a simple reference, and looks for panics.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};
use wechat_codes::{Errcode, json};

/// The result of decoding a reply.
#[derive(Debug, PartialEq)]
enum Outcome {
    Ok(Value),
    Api { code: Errcode, errmsg: String },
    Body,
}

/// Applies the rules of `json` to the tree of a body.
fn reference(body: &Value) -> Outcome {
    let number: Option<i128> = match &body["errcode"] {
        Value::Null => Some(0),
        Value::Number(number) => {
            number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
        }
        Value::String(text) if text.starts_with('+') => None,
        Value::String(text) => text.parse().ok(),
        _ => None,
    };
    let errmsg = match &body["errmsg"] {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match number {
        None => Outcome::Body,
        Some(0) => Outcome::Ok(body.clone()),
        Some(number) => {
            let code = match i32::try_from(number) {
                Ok(code) => Errcode::new(code),
                Err(_) if number < 0 => Errcode::Unknown(i32::MIN),
                Err(_) => Errcode::Unknown(i32::MAX),
            };
            Outcome::Api { code, errmsg }
        }
    }
}

fn outcome(result: Result<Value, json::Error>) -> Outcome {
    match result {
        Ok(value) => Outcome::Ok(value),
        Err(json::Error::Api(error)) => {
            Outcome::Api { code: error.errcode(), errmsg: error.errmsg().to_owned() }
        }
        Err(json::Error::Body(_)) => Outcome::Body,
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            fields(inner).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = BTreeMap<String, Value>> {
    let key = prop_oneof![Just("errcode".into()), Just("errmsg".into()), "[a-e]{1,2}", ".{0,8}"];
    prop::collection::btree_map(key, value, 0..5)
}

fn any_errcode() -> impl Strategy<Value = Value> {
    prop_oneof![
        3 => prop_oneof![Just(0), Just(-1), Just(40013), Just(42001)].prop_map(Value::from),
        2 => any::<i32>().prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<u64>().prop_map(Value::from),
        2 => "[-+ ]?[0-9]{0,12}".prop_map(Value::from),
        2 => any_json(),
    ]
}

/// Generates the text of an object with any errcode. Some texts have additional spaces, and some
/// have escapes in `errcode`. The fields are shuffled, because the map sorts them.
fn any_object() -> impl Strategy<Value = String> {
    let errcode = prop::option::weighted(0.8, any_errcode());
    (fields(any_json()), errcode, any::<bool>(), any::<bool>())
        .prop_flat_map(|(mut fields, errcode, is_pretty, is_escaped)| {
            fields.extend(errcode.map(|errcode| ("errcode".into(), errcode)));
            let fields: Vec<String> = fields
                .into_iter()
                .map(|(key, value)| {
                    let value = if is_pretty {
                        serde_json::to_string_pretty(&value).expect("a tree is JSON")
                    } else {
                        value.to_string()
                    };
                    format!("{}:{value}", json!(key))
                })
                .collect();
            (Just(fields).prop_shuffle(), Just(is_escaped))
        })
        .prop_map(|(fields, is_escaped)| {
            let body = format!("{{{}}}", fields.join(","));
            if is_escaped { body.replace("errcode", "e\\u0072rcod\\u0065") } else { body }
        })
}

/// Generates damaged objects, random sequences of tokens, and random bytes. An object is damaged by
/// replacing a byte, doubling a piece or cutting off the end.
fn any_bytes() -> impl Strategy<Value = Vec<u8>> {
    let token = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u00",
        "\"errcode\":",
        "\"errmsg\":",
        "0",
        "-",
        "40013",
        "1.5",
        "1e9",
        "null",
        "true",
        " ",
        "\n",
        "\u{feff}",
        "é",
    ]);
    let damaged =
        (any_object(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>())
            .prop_map(|(body, from, to, byte)| {
                let mut bytes = body.into_bytes();
                let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
                match byte % 3 {
                    0 => bytes[from] = byte,
                    1 if from < to => bytes.extend_from_within(from..to),
                    _ => bytes.truncate(from),
                }
                bytes
            });
    prop_oneof![
        damaged,
        prop::collection::vec(token, 0..12).prop_map(|tokens| tokens.concat().into_bytes()),
        prop::collection::vec(any::<u8>(), 0..64),
    ]
}

#[derive(Deserialize)]
#[allow(dead_code)] // the test only decodes the fields
struct Payload<'a> {
    a: Option<&'a str>,
    errcode: Option<Errcode>,
    #[serde(flatten)]
    rest: BTreeMap<String, Value>,
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_object_is_what_the_reference_says(body in any_object()) {
        let tree: Value = serde_json::from_str(&body).expect("it is JSON");
        let expected = reference(&tree);
        // An errmsg that is not a string keeps its JSON as written. The tree does not have this
        // spelling, so only the codes are compared.
        let is_text = matches!(tree["errmsg"], Value::Null | Value::String(_));
        let error = json::error_in(body.as_bytes());
        prop_assert_eq!(error.is_some(), matches!(expected, Outcome::Api { .. }));
        for result in [json::from_slice(body.as_bytes()), json::from_str(&body)] {
            match (outcome(result), &expected) {
                (Outcome::Api { code, .. }, Outcome::Api { code: expected, .. }) if !is_text => {
                    prop_assert_eq!(code, *expected);
                }
                (found, expected) => prop_assert_eq!(&found, expected),
            }
        }
    }

    #[test]
    fn no_bytes_panic_and_no_error_is_found_in_a_payload(body in any_bytes()) {
        let found = json::error_in(&body);
        let value = json::from_slice::<Value>(&body);
        drop(json::from_slice::<Payload>(&body));
        if let Ok(text) = std::str::from_utf8(&body) {
            prop_assert_eq!(outcome(json::from_str(text)), outcome(json::from_slice(&body)));
        }
        match value {
            Ok(_) => prop_assert_eq!(found, None),
            Err(json::Error::Api(error)) => prop_assert_eq!(found, Some(error)),
            Err(json::Error::Body(_)) => {}
        }
    }
}
