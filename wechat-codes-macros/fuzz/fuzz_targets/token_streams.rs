//! Any tokens give items or errors: no panic, and output that parses as items.
//!
//! A procedural-macro crate exports nothing but its macro, so its modules are compiled in here.
//! The version in a carried table is therefore that of this package, 0.0.0.
#![no_main]
#![allow(dead_code)]

/// The macro's modules, which name each other from the root of their crate.
#[path = "../../src"]
mod macros {
    pub(crate) mod call;
    pub(crate) mod carried;
    pub(crate) mod check;
    pub(crate) mod errors;
    pub(crate) mod expand;
    pub(crate) mod hash;
    pub(crate) mod int_type;
    pub(crate) mod model;
    pub(crate) mod naming;
    pub(crate) mod pipeline;
    pub(crate) mod remedy;
    pub(crate) mod resolve;
    pub(crate) mod syntax;
}

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;

use macros::{
    call, carried, check, errors, expand, hash, int_type, model, naming, pipeline, remedy, resolve,
    syntax,
};

/// The words that the first bytes stand for. The other bytes stand for themselves, as characters.
const WORDS: [&str; 64] = [
    " ", ",", ";", ":", "=>", "=", "..", "..=", "-", "#", "::", "!", "|", "<", ">", "'a",
    "{", "}", "(", ")", "[", "]", "enum Table {", "pub ", "pub(crate) ", "where ", "Self", "self",
    "_", "r#match", " Name ", " Other ", "#[cfg(a)]", "#[cfg_attr(a, doc = \"b\")]", "#[repr(u8)]",
    "#[derive(Debug, Default)]", "#[doc = \"d\"]", "#[deprecated]", "0", "1", "2", "40013", "0x9c4d",
    "1_i32", "1.5", "'c'", "b\"b\"", "\"\"", "\" \"", "\"text\"", "\"Other text (more)\"", "\"系统\"",
    "2147483648", "9223372036854775808", "18446744073709551616", "-1 => A: \"a\",",
    "2 => B: \"b\" { zh: \"乙\", remedy: Retry },", "override 3 => \"Third one\",", "..path::Table", "..path::Table { A, 1..=2 },",
    "[{ on } { \"0.0.0\" \"P\" i32 \"x\" \"1 => A: \\\"a\\\", 2 => B: \\\"b\\\",\" }]", "[{ off }]", "[{ on }]", "[]",
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
    let output = pipeline::run(input);
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{error}\nof {text}\nin {output}");
    }
});
