//! The procedural macro of [`wechat-codes`](https://docs.rs/wechat-codes). Depend on that crate:
//! what is here is called by its `wechat_codes!` and changes without notice.
//!
//! A table goes through five steps, a module each, which `steps` takes:
//!
//! 1. `parse`: tokens to syntax (`ast`), whatever the rules say of it;
//! 2. `resolve`: what only the compiler knows, the rows of other tables and which `#[cfg(..)]` hold;
//! 3. `check`: every rule (`enum_attributes`, `own_rows`, `spread_rows`), every error at once, into a
//!    table that can no longer be wrong;
//! 4. `hash`: the search for the table's perfect hash;
//! 5. `expand`: the code, its `lookups` apart, with names and messages laid out by `text`.
//!
//! All of them work on `proc_macro2` types, so that tests call them without a compiler.

mod ast;
mod check;
mod docs;
mod enum_attributes;
mod errors;
mod expand;
mod hash;
mod lookups;
mod meant;
mod naming;
mod numbers;
mod own_rows;
mod parse;
mod quoting;
mod repr;
mod resolve;
mod spread_rows;
mod steps;
mod text;
mod tokens;

/// Turns a code table into an enum. Called by `wechat_codes::wechat_codes!`, which documents it and
/// puts the path of its crate before the table; and again by its own expansions, with answers to
/// what it asked.
#[proc_macro]
pub fn wechat_codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    steps::run(input.into()).into()
}
