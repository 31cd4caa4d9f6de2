//! Snapshots of whole expansions, for people to read.

use proc_macro2::TokenStream;

use crate::naming;

/// Returns the macro's output, formatted. For the reader's sake, names of `core` stand without their
/// `$crate::__private::`, and the hidden macro without the part of its name that varies.
fn expansion(input: &str) -> String {
    // Only a compiler knows `$crate`.
    let input: TokenStream = format!("[wechat_codes] {input}").parse().expect("tokens");
    let output = super::run(input).to_string();
    let mut output = output.replace("wechat_codes :: __private :: ", "");
    if let Some((_, identity)) = output.split_once("macro_rules ! __wechat_codes_") {
        output = output.replace(&identity[..16].to_owned(), "identity");
    }
    prettyplease::unparse(&syn::parse_str(&output).expect("items"))
}

#[test]
fn a_small_table() {
    insta::assert_snapshot!(expansion(
        r#"[]
        /// What the gateway answers.
        #[derive(Debug, Default)]
        #[non_exhaustive]
        pub enum GatewayCode {
            /// All is well.
            #[default]
            0 => Success: "Request succeeded",
            -1 => SystemBusy: "System busy",
            900_001 => "Quota exhausted (per day)" { zh: "当日配额已用完", remedy: WaitForQuota },
        }"#
    ));
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

const SPREAD: &str = r#"
    #[repr(i64)]
    enum GatewayCode {
        900_001 => QuotaExhausted: "Quota exhausted",
        #[cfg(feature = "more")]
        ..wechat_codes::ReturnCode { 40014, Success },
        override 40014 => InvalidAccessToken: "The gateway's token is wrong" { remedy: RenewToken },
    }
"#;

#[test]
fn a_question_on_a_condition() {
    insta::assert_snapshot!(expansion(&format!("[] {SPREAD}")));
}

#[test]
fn a_question_on_a_table() {
    insta::assert_snapshot!(expansion(&format!("[{{on}}] {SPREAD}")));
}

#[test]
fn a_table_with_the_rows_of_another() {
    let rows = r#"
        "0 => Success: \"Request succeeded\",
        40013 => InvalidAppId: \"Invalid App ID\",
        #[doc = \" Docs.\"] 40014 => InvalidAccessToken: \"Invalid access token\" { zh: \"access_token 无效\" },"
    "#;
    let answers = format!(r#"[{{on}} {{ "{VERSION}" "ReturnCode" i32 "parent" {rows} }}]"#);
    insta::assert_snapshot!(expansion(&format!("{answers} {SPREAD}")));
}

fn as_item(statement: syn::Stmt) -> Option<syn::Item> {
    if let syn::Stmt::Item(item) = statement { Some(item) } else { None }
}

/// A variant with the name of one of the enum's own items would hide that item.
#[test]
fn every_associated_item_is_a_name_that_no_variant_can_have() {
    let input = r#"[wechat_codes] [] enum Table { 1 => A: "a" }"#;
    let items: syn::File = syn::parse2(super::run(input.parse().expect("tokens"))).expect("items");
    let mut names = Vec::new();
    // The impls of the methods stand in an anonymous constant.
    let all_items = items.items.into_iter().flat_map(|item| match item {
        syn::Item::Const(item) => match *item.expr {
            syn::Expr::Block(block) => block.block.stmts.into_iter().filter_map(as_item).collect(),
            _ => Vec::new(),
        },
        item => vec![item],
    });
    for item in all_items {
        let syn::Item::Impl(block) = item else { continue };
        let of_trait = block.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        if of_trait.is_some_and(|name| name.ident != "CodeTable") {
            continue;
        }
        names.extend(block.items.iter().filter_map(|item| match item {
            syn::ImplItem::Const(item) => Some(item.ident.to_string()),
            syn::ImplItem::Fn(item) => Some(item.sig.ident.to_string()),
            _ => None,
        }));
    }
    assert!(names.iter().any(|name| name == "from_code") && names.len() >= 10, "{names:?}");
    for name in names {
        assert!(naming::problem(&name).is_some(), "`{name}` could name a variant");
    }
}
