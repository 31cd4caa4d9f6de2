//! Tests `Serialize` and `Deserialize` of tables and of `Errcode`, in JSON, which describes itself,
//! and in postcard, which does not.

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wechat_codes::{CodeTable, Errcode, Remedy, ReturnCode, wechat_codes};

fn from_json<T: DeserializeOwned>(json: &str) -> Result<T, String> {
    serde_json::from_str(json).map_err(|error| error.to_string())
}

#[test]
fn every_code_round_trips_as_a_number_or_as_text() {
    for code in ReturnCode::iter() {
        let number = code.code().to_string();
        assert_eq!(serde_json::to_string(&code).unwrap(), number);
        assert_eq!(from_json(&number), Ok(code));
        assert_eq!(from_json(&format!("{number:?}")), Ok(code));
    }
}

#[test]
fn an_unknown_code_is_refused_by_name() {
    let refusal = |json| from_json::<ReturnCode>(json).unwrap_err();
    assert_eq!(refusal("12345"), "12345 is not a code of ReturnCode at line 1 column 5");
    assert_eq!(refusal("\"12345\""), "12345 is not a code of ReturnCode at line 1 column 7");
    // This number is beyond the code type. A cast would make it 40013.
    assert_eq!(refusal("4295007309"), "4295007309 is not a code of ReturnCode at line 1 column 10");
}

#[test]
fn text_that_is_no_number_is_refused() {
    for text in ["", "-", "+0", " 0", "0 ", "0x0", "0.0", "1e3", "--1", "٠", "Success", "null"] {
        let refusal = from_json::<ReturnCode>(&format!("{text:?}")).unwrap_err();
        let reason = "expected a return code: an integer or a numeric string";
        assert!(refusal.contains(reason), "{text}: {refusal}");
    }
    let digits = "9".repeat(50);
    assert!(from_json::<ReturnCode>(&format!("{digits:?}")).is_err());
}

#[test]
fn other_kinds_are_refused() {
    for json in ["0.0", "true", "null", "[0]", "{\"errcode\":0}", "99999999999999999999"] {
        let refusal = from_json::<ReturnCode>(json).unwrap_err();
        let reason = "expected a return code: an integer or a numeric string";
        assert!(refusal.contains(reason), "{json}: {refusal}");
        assert!(from_json::<Errcode>(json).is_err());
    }
}

#[test]
fn errcode_round_trips_any_number() {
    for code in [i32::MIN, -40013, -1, 0, 1, 12345, 40013, i32::MAX] {
        let errcode: Errcode = Errcode::new(code);
        assert_eq!(serde_json::to_string(&errcode).unwrap(), code.to_string());
        assert_eq!(from_json(&code.to_string()), Ok(errcode));
        assert_eq!(from_json(&format!("\"{code}\"")), Ok(errcode));
        assert_eq!(postcard::to_allocvec(&errcode), postcard::to_allocvec(&code));
        assert_eq!(postcard::from_bytes(&postcard::to_allocvec(&code).unwrap()), Ok(errcode));
    }
    let refusal = from_json::<Errcode>("2147483648").unwrap_err();
    assert_eq!(refusal, "2147483648 is out of the range of i32 at line 1 column 10");
}

/// Checks that postcard, which does not describe itself, stores a code as a number of the code
/// type.
#[track_caller]
fn is_as_compact_as_its_number<C>(code: C, number: impl Serialize)
where
    C: CodeTable + Serialize + DeserializeOwned,
{
    let bytes = postcard::to_allocvec(&code).unwrap();
    assert_eq!(Ok(&bytes), postcard::to_allocvec(&number).as_ref());
    assert_eq!(postcard::from_bytes(&bytes), Ok(code));
    assert_eq!(postcard::from_bytes(&bytes), Ok(Errcode::Known(code)));
}

macro_rules! every_code_type {
    ($($int:ident)*) => {
        $(
            #[test]
            fn $int() {
                wechat_codes! {
                    #[repr($int)]
                    enum Table { 0 => Zero: "zero", 100 => Hundred: "a hundred", 127 => Last: "last" }
                }
                for code in Table::iter() {
                    is_as_compact_as_its_number(code, code.code());
                    assert_eq!(from_json(&serde_json::to_string(&code).unwrap()), Ok(code));
                }
                let bytes = postcard::to_allocvec(&(7 as $int)).unwrap();
                assert!(postcard::from_bytes::<Table>(&bytes).is_err());
                assert_eq!(postcard::from_bytes(&bytes), Ok(Errcode::<Table>::Unknown(7)));
                for number in [$int::MIN, $int::MAX] {
                    let json = serde_json::to_string(&Errcode::<Table>::new(number)).unwrap();
                    assert_eq!(json, number.to_string());
                    assert_eq!(from_json(&json), Ok(Errcode::<Table>::new(number)));
                }
                for beyond in [i128::from($int::MIN) - 1, i128::from($int::MAX) + 1] {
                    let refusal = from_json::<Errcode<Table>>(&format!("\"{beyond}\"")).unwrap_err();
                    let reason = concat!("is out of the range of ", stringify!($int));
                    assert!(refusal.contains(reason), "{refusal}");
                }
            }
        )*
    };
}

every_code_type!(i8 i16 i32 i64 u8 u16 u32 u64);

#[test]
fn as_keys_and_fields_in_flattened_and_untagged_types() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Inner {
        errcode: ReturnCode,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        counts: BTreeMap<ReturnCode, u32>,
    }
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Code(ReturnCode),
        Outer(Outer),
        Text(String),
    }

    let json = r#"[{"errcode":"40013","counts":{"-1":2,"0":3}},"42001",-1,"none"]"#;
    let outer = Outer {
        inner: Inner { errcode: ReturnCode::InvalidAppId },
        counts: [(ReturnCode::SystemBusy, 2), (ReturnCode::Success, 3)].into(),
    };
    let values: Vec<Either> = from_json(json).unwrap();
    assert_eq!(
        values,
        [
            Either::Outer(outer),
            Either::Code(ReturnCode::AccessTokenExpired),
            Either::Code(ReturnCode::SystemBusy),
            Either::Text("none".into()),
        ]
    );
    assert_eq!(
        serde_json::to_string(&values).unwrap(),
        r#"[{"errcode":40013,"counts":{"-1":2,"0":3}},42001,-1,"none"]"#
    );
}

#[test]
fn in_generic_code() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Reply<C: CodeTable> {
        #[serde(bound = "")]
        errcode: Errcode<C>,
    }
    fn round_trips<C: CodeTable>(json: &str, code: C::Code) {
        let reply: Reply<C> = from_json(json).unwrap();
        assert_eq!(reply.errcode, Errcode::new(code));
        assert_eq!(serde_json::to_string(&reply).unwrap(), json);
    }
    round_trips::<ReturnCode>(r#"{"errcode":12345}"#, 12345);
}

/// A push or a reply, in formats of every kind.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Push {
    code: ReturnCode,
    other: Errcode,
}

fn push() -> Push {
    Push { code: ReturnCode::InvalidAppId, other: Errcode::new(12345) }
}

/// WeChat's pushes are XML.
#[test]
fn an_xml_element_is_a_code() {
    let xml = "<Push><code>40013</code><other>12345</other></Push>";
    assert_eq!(quick_xml::se::to_string(&push()).unwrap(), xml);
    assert_eq!(quick_xml::de::from_str::<Push>(xml).unwrap(), push());
    let odd = r#"<Push><other a="b"><![CDATA[12345]]></other><code unit="1">40013</code></Push>"#;
    assert_eq!(quick_xml::de::from_str::<Push>(odd).unwrap(), push());
    let negative = "<Push><code>-1</code><other>-7</other></Push>";
    let read: Push = quick_xml::de::from_str(negative).unwrap();
    assert_eq!((read.code, read.other), (ReturnCode::SystemBusy, Errcode::Unknown(-7)));
    for bad in ["", "a", "12345", "<a>0</a>"] {
        let xml = format!("<Push><code>{bad}</code><other>0</other></Push>");
        assert!(quick_xml::de::from_str::<Push>(&xml).is_err(), "{bad}");
    }
}

#[test]
fn other_formats_round_trip() {
    let text = toml::to_string(&push()).unwrap();
    assert_eq!(toml::from_str::<Push>(&text).unwrap(), push());
    let text = ron::to_string(&push()).unwrap();
    assert_eq!(ron::from_str::<Push>(&text).unwrap(), push());
    let text = serde_urlencoded::to_string(push()).unwrap();
    assert_eq!(text, "code=40013&other=12345");
    assert_eq!(serde_urlencoded::from_str::<Push>(&text).unwrap(), push());
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.serialize(push()).unwrap();
    let rows = rows.into_inner().unwrap();
    let read: Vec<Push> =
        csv::Reader::from_reader(&*rows).deserialize().map(Result::unwrap).collect();
    assert_eq!(read, [push()]);
    let mut bytes = Vec::new();
    ciborium::into_writer(&push(), &mut bytes).unwrap();
    assert_eq!(ciborium::from_reader::<Push, _>(&*bytes).unwrap(), push());
    let bytes = rmp_serde::to_vec(&push()).unwrap();
    assert_eq!(rmp_serde::from_slice::<Push>(&bytes).unwrap(), push());
}

#[test]
fn a_remedy_is_its_name() {
    for remedy in Remedy::ALL {
        let json = format!("\"{remedy}\"");
        assert_eq!(serde_json::to_string(remedy).unwrap(), json);
        assert_eq!(from_json(&json), Ok(*remedy));
    }
    assert!(from_json::<Remedy>("\"retry\"").is_err());
    assert!(from_json::<Remedy>("1").is_err());
}

/// A table beside items whose names the generated impls use, too.
mod hostile {
    #![allow(dead_code, non_upper_case_globals)] // the items only have to exist

    pub(super) struct Serialize;
    pub(super) struct Deserialize;
    pub(super) struct Serializer;
    pub(super) struct Result;
    pub(super) mod serde {}
    pub(super) const serializer: u8 = 0;
    pub(super) const deserializer: u8 = 0;

    ::wechat_codes::wechat_codes! {
        #[deprecated]
        pub(super) enum Table { 1 => One: "one" }
    }
}

#[test]
#[allow(deprecated)]
fn beside_items_of_the_same_names_and_in_function_bodies() {
    fn round_trips<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: T, json: &str) {
        assert_eq!(serde_json::to_string(&value).unwrap(), json);
        assert_eq!(from_json(json), Ok(value));
    }
    wechat_codes! {
        enum Local { 2 => Two: "two" }
    }
    round_trips(hostile::Table::One, "1");
    round_trips(Local::Two, "2");
}
