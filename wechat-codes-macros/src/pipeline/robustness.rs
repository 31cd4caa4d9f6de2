//! Whatever the input is, the macro gives items or errors; it never panics and never hangs.

use std::time::{Duration, Instant};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use proptest::prelude::*;
use proptest::sample::Index;

use super::run;

/// Tables to be damaged, behind the path of the facade and the answers.
const TABLES: [&str; 5] = [
    r#"[wechat_codes] [] /// Docs.
        #[repr(i64)] #[derive(Debug, Default)] pub enum Table {
            /// Docs of a row.
            #[default] 0 => Success: "Request succeeded",
            -1 => SystemBusy: "System busy",
            0x9c4d => "Invalid App ID (see the docs)",
            900_001 => Escaped: "tab \t quote \" unicode \u{2603}",
        }"#,
    r#"[wechat_codes] [] pub(crate) enum Table { 1 => A: "a", 2 => B: r"b", 3 => C: "c" }"#,
    r#"[wechat_codes] [] enum Table {
            #[cfg(feature = "a")] 1 => A: "a",
            #[cfg_attr(all(), doc = "x", cfg(b))] 2 => B: "b",
            ..path::to::Table { A, -1, 2..=3 },
        }"#,
    r#"[wechat_codes] [{ on } { off }] enum Table {
            #[cfg(a)] 1 => A: "a",
            #[cfg(b)] 2 => B: "b",
            3 => C: "c",
        }"#,
    r#"[wechat_codes]
        [{ "0.1.0" "Parent" i32 "x" "1 => A: \"a\", 2 => B: \"b\", # [doc = \"d\"] 3 => C: \"c\"," }]
        #[repr(u8)] enum Table { ..Parent { A, 2..=3 }, 7 => D: "d" }"#,
];

/// The tokens that replace others: everything of the grammar, literals at their limits, and tokens that
/// are neither.
const REPLACEMENTS: [&str; 44] = [
    ",",
    ";",
    ":",
    "=>",
    "=",
    "..",
    "..=",
    "-",
    "#",
    "::",
    "!",
    "$",
    "&",
    "|",
    "<",
    "->",
    "'a",
    "enum",
    "struct",
    "pub",
    "where",
    "Self",
    "self",
    "_",
    "r#match",
    "Name",
    "cfg",
    "repr",
    "0",
    "1_i32",
    "1.5",
    "'c'",
    "b\"b\"",
    "c\"c\"",
    "\"\"",
    "\" \"",
    "\"text\"",
    "\"系统繁忙\"",
    "2147483648",
    "9223372036854775808",
    "18446744073709551616",
    "340282366920938463463374607431768211456",
    "0xffff_ffff_ffff_ffff",
    "0b11",
];

#[derive(Clone, Debug)]
enum Mutation {
    Delete,
    Double,
    SwapWithNext,
    Replace(Index),
    ChangeDelimiter(Index),
    MoveOut,
}

fn mutations() -> impl Strategy<Value = Vec<(Index, Mutation)>> {
    let mutation = prop_oneof![
        Just(Mutation::Delete),
        Just(Mutation::Double),
        Just(Mutation::SwapWithNext),
        any::<Index>().prop_map(Mutation::Replace),
        any::<Index>().prop_map(Mutation::ChangeDelimiter),
        Just(Mutation::MoveOut),
    ];
    prop::collection::vec((any::<Index>(), mutation), 1..6)
}

fn count(tokens: &TokenStream) -> usize {
    let tokens = tokens.clone().into_iter();
    tokens
        .map(|token| match token {
            TokenTree::Group(group) => 1 + count(&group.stream()),
            _ => 1,
        })
        .sum()
}

/// Mutates the token at a position, counted depth first.
fn mutate(tokens: TokenStream, position: &mut usize, mutation: &Mutation) -> TokenStream {
    let mut output: Vec<TokenTree> = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        let here = *position == 0;
        *position = position.wrapping_sub(1);
        let TokenTree::Group(group) = token else {
            if here {
                output.extend(mutated(token, &mut tokens, mutation));
            } else {
                output.push(token);
            }
            continue;
        };
        if here {
            output.extend(mutated(group.into(), &mut tokens, mutation));
        } else {
            let stream = mutate(group.stream(), position, mutation);
            output.push(Group::new(group.delimiter(), stream).into());
        }
    }
    output.into_iter().collect()
}

fn mutated(
    token: TokenTree,
    rest: &mut impl Iterator<Item = TokenTree>,
    mutation: &Mutation,
) -> Vec<TokenTree> {
    match (mutation, token) {
        (Mutation::Delete, _) => vec![],
        (Mutation::Double, token) => vec![token.clone(), token],
        (Mutation::SwapWithNext, token) => rest.next().into_iter().chain([token]).collect(),
        (Mutation::ChangeDelimiter(index), TokenTree::Group(group)) => {
            let delimiters =
                [Delimiter::Brace, Delimiter::Bracket, Delimiter::Parenthesis, Delimiter::None];
            vec![Group::new(*index.get(&delimiters), group.stream()).into()]
        }
        (Mutation::MoveOut, TokenTree::Group(group)) => group.stream().into_iter().collect(),
        (Mutation::Replace(index) | Mutation::ChangeDelimiter(index), _) => {
            let replacement: TokenStream = index.get(&REPLACEMENTS).parse().expect("a token");
            replacement.into_iter().collect()
        }
        (Mutation::MoveOut, token) => vec![token],
    }
}

/// More than this is a hang. It is far above the usual time, so that a busy machine fails no test.
const HANG: Duration = Duration::from_secs(10);

/// Asserts that the macro gives items, whatever the input is.
fn assert_robust(input: TokenStream) {
    let text = input.to_string();
    let start = Instant::now();
    let output = run(input);
    let taken = start.elapsed();
    assert!(taken < HANG, "{taken:?} for {text}");
    if let Err(error) = syn::parse2::<syn::File>(output.clone()) {
        panic!("{error}\nof {text}\nin {output}");
    }
}

proptest! {
    // PROPTEST_CASES sets the number of cases.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_tables_give_items_or_errors(
        table in prop::sample::select(&TABLES[..]),
        mutations in mutations(),
    ) {
        let mut tokens: TokenStream = table.parse().expect("tokens");
        for (index, mutation) in mutations {
            // The first two tokens are the facade's and the macro's own.
            let (own, table) = split_off_own(&tokens);
            if table.is_empty() {
                break;
            }
            let mut position = index.index(count(&table));
            let mutated = mutate(table, &mut position, &mutation);
            tokens = own.into_iter().chain(mutated).collect();
        }
        assert_robust(tokens);
    }

    #[test]
    fn token_soup_gives_items_or_errors(
        soup in prop::collection::vec(prop::sample::select(&REPLACEMENTS[..]), 0..40),
        within in any::<bool>(),
    ) {
        let soup = soup.join(" ");
        let table = if within { format!("enum Table {{ {soup} }}") } else { soup };
        // `$` before `crate` and the like are no tokens of their own.
        if let Ok(tokens) = format!("[wechat_codes] [] {table}").parse() {
            assert_robust(tokens);
        }
    }
}

fn split_off_own(tokens: &TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = tokens.clone().into_iter();
    (tokens.by_ref().take(2).collect(), tokens.collect())
}

#[test]
fn ten_thousand_tokens_do_not_hang() {
    let repeated = |part: &str, times: usize| part.repeat(times);
    for soup in [
        repeated(",", 10_000),
        repeated("1 => A: \"a\",", 1_666),
        repeated("1 => A: \"a\"", 2_000),
        repeated("A, ", 5_000),
        repeated("1, ", 5_000),
        repeated("\"a\", ", 5_000),
        repeated("-1, A, ", 2_000),
        repeated("#[doc = \"x\"]", 1_600),
        repeated("..A, ", 2_500),
        format!("..A {{ {} }}", repeated("A, ", 5_000)),
        repeated("A - ", 5_000),
        format!("{}{}", repeated("(", 100), repeated(")", 100)),
    ] {
        assert_robust(format!("[w] [] enum T {{ {soup} }}").parse().expect("tokens"));
        assert_robust(format!("[w] [] {soup}").parse().expect("tokens"));
    }
}
