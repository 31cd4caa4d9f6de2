//! Any tokens give items or errors: no panic, and output that parses as items.
//!
//! A procedural-macro crate exports nothing but its macro, so its steps are compiled in here.
#![no_main]
#![allow(dead_code)]

#[path = "../../src/ast.rs"]
mod ast;
#[path = "../../src/check.rs"]
mod check;
#[path = "../../src/docs.rs"]
mod docs;
#[path = "../../src/enum_attributes.rs"]
mod enum_attributes;
#[path = "../../src/errors.rs"]
mod errors;
#[path = "../../src/expand.rs"]
mod expand;
#[path = "../../src/hash.rs"]
mod hash;
#[path = "../../src/lookups.rs"]
mod lookups;
#[path = "../../src/meant.rs"]
mod meant;
#[path = "../../src/naming.rs"]
mod naming;
#[path = "../../src/numbers.rs"]
mod numbers;
#[path = "../../src/own_rows.rs"]
mod own_rows;
#[path = "../../src/parse.rs"]
mod parse;
#[path = "../../src/quoting.rs"]
mod quoting;
#[path = "../../src/repr.rs"]
mod repr;
#[path = "../../src/resolve.rs"]
mod resolve;
#[path = "../../src/spread_rows.rs"]
mod spread_rows;
#[path = "../../src/steps.rs"]
mod steps;
#[path = "../../src/text.rs"]
mod text;
#[path = "../../src/tokens.rs"]
mod tokens;

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

/// What a byte below the length stands for; other bytes are ASCII letters as they are.
const WORDS: [&str; 64] = [
    " ", ",", ";", ":", "=>", "=", "..", "..=", "-", "#", "::", "!", "|", "<", ">", "'a",
    "{", "}", "(", ")", "[", "]", "enum Table {", "pub ", "pub(crate) ", "where ", "Self", "self",
    "_", "r#match", " Name ", " Other ", "#[cfg(a)]", "#[cfg_attr(a, doc = \"b\")]", "#[repr(u8)]",
    "#[derive(Debug, Default)]", "#[doc = \"d\"]", "#[deprecated]", "0", "1", "2", "40013", "0x9c4d",
    "1_i32", "1.5", "'c'", "b\"b\"", "\"\"", "\" \"", "\"text\"", "\"Other text (more)\"", "\"系统\"",
    "2147483648", "9223372036854775808", "18446744073709551616", "-1 => A: \"a\",",
    "2 => B: \"b\",", "3 => \"Third one\",", "..path::Table", "..path::Table { A, 1..=2 },",
    "[{ on } { \"P\" i32 \"x\" \"1 => A: \\\"a\\\", 2 => B: \\\"b\\\",\" }]", "[{ off }]", "[{ on }]", "[]",
];

fuzz_target!(|bytes: &[u8]| {
    let mut text = String::from("[wechat_codes] ");
    for &byte in bytes {
        match WORDS.get(usize::from(byte)) {
            Some(word) => text.push_str(word),
            None => text.push(char::from(byte)),
        }
    }
    let Ok(input) = text.parse::<TokenStream>() else { return };
    let output = steps::run(input);
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{error}\nof {text}\nin {output}");
    }
});
