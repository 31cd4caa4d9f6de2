//! The procedural macro of [`wechat-codes`](https://docs.rs/wechat-codes). Depend on that crate
//! instead: its `wechat_codes!` calls this macro, which changes without notice.
//!
//! # Map
//!
//! `pipeline` takes a table through five steps. A step imports earlier steps and the shared modules,
//! and no later step. `foo::bar` is `src/foo/bar.rs`.
//!
//! | step | module | what to find there |
//! | --- | --- | --- |
//! | syntax | `syntax::ast` | the syntax tree: table, row, spread, pick, code, attribute, path |
//! | | `syntax::parse` | the grammar: a new piece of a row, a new kind of pick |
//! | | `syntax::notes` | the grammar of a row's notes |
//! | | `syntax::recover` | what to skip after a mistake, so that it costs one row |
//! | | `syntax::suggest` | the row that a broken one was meant to be; the nearest name |
//! | resolve | `resolve` | questions to the compiler: `#[cfg(..)]`, and the rows of other tables |
//! | check | `check` | the order of the rules, from the resolved syntax to the model |
//! | | `check::attributes` | rules on the attributes of the enum and of a spread |
//! | | `check::rows`, `check::notes` | rules on a row of the table's own, and on its notes |
//! | | `check::spreads`, `check::picks` | rules on the rows of other tables, and on their selection |
//! | | `check::collisions` | who has a code or a name already |
//! | | `check::parents` | which conversions to the spread tables are total |
//! | hash | `hash` | the search for the perfect hash |
//! | expand | `expand` | the generated items in their order, the enum and its hidden macro |
//! | | `expand::methods` | the generated methods of the enum and of `CodeTable` |
//! | | `expand::impls` | the other traits, and the conversions |
//! | | `expand::lookups`, `expand::strings`, `expand::numbers` | the perfect hash as code; how texts and arrays are stored |
//! | | `expand::docs` | the docs of the enum and its variants |
//! | | `expand::quoting` | spans and paths of generated code |
//!
//! The shared modules serve several steps:
//!
//! | module | what to find there |
//! | --- | --- |
//! | `call` | how the macro is called, and called again with the answer to a question |
//! | `carried` | what a table carries to the tables that spread it: written and read |
//! | `model` | the table that `check` hands to `hash` and `expand` |
//! | `naming` | the rules on the names of variants; a name made from a message |
//! | `remedy` | the names of the remedies that a row's notes can give |
//! | `int_type` | the integer types |
//! | `source` | tokens from source text; string literals, written and read |
//! | `errors` | the errors of one table |
//!
//! All of them work on `proc_macro2` types, so that tests call them without a compiler.

mod call;
mod carried;
mod check;
mod errors;
mod expand;
mod hash;
mod int_type;
mod model;
mod naming;
mod pipeline;
mod remedy;
mod resolve;
mod source;
mod syntax;

/// Turns a code table into an enum.
///
/// `wechat_codes::wechat_codes!` documents the table, and puts the path of its crate before it. The
/// macro's own expansions call it again, with answers to the macro's questions.
#[proc_macro]
pub fn wechat_codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::run(input.into()).into()
}
