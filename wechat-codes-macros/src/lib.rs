//! The procedural macro of [`wechat-codes`](https://docs.rs/wechat-codes). Depend on that crate:
//! what is here is called by its `wechat_codes!` and changes without notice.
//!
//! A table goes through five steps, a module each:
//!
//! 1. `parse`: tokens to syntax (`ast`), whatever the rules say of it;
//! 2. `resolve`: what only the compiler knows, the rows of other tables and which `#[cfg(..)]` hold;
//! 3. `check`: every rule, every error at once, into a table that can no longer be wrong;
//! 4. `hash`: the search for the table's perfect hash;
//! 5. `expand`: the code.
//!
//! All of them work on `proc_macro2` types, so that tests call them without a compiler.

mod ast;
mod check;
mod docs;
mod errors;
mod expand;
mod hash;
mod naming;
mod parse;
mod repr;
mod resolve;
mod tokens;

use proc_macro2::TokenStream;

use errors::Errors;
use parse::Input;
use resolve::Resolution;

/// Turns a code table into an enum. Called by `wechat_codes::wechat_codes!`, which documents it and
/// puts the path of its crate before the table; and again by its own expansions, with answers to
/// what it asked.
#[proc_macro]
pub fn wechat_codes(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    wechat_codes_impl(input.into()).into()
}

fn wechat_codes_impl(input: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let items = parse::parse(input, &mut errors).and_then(|input| table_items(&input, &mut errors));
    // The errors come first: rustc shows them in this order, and what follows from the table's
    // missing rows comes after its cause.
    let mut output = errors.into_compile_errors();
    output.extend(items);
    output
}

fn table_items(input: &Input, errors: &mut Errors) -> Option<TokenStream> {
    let resolved = match resolve::resolve(input, errors) {
        Resolution::Resolved(resolved) => resolved,
        Resolution::Absent => return None,
        Resolution::Question(call) => return Some(call),
    };
    let table = check::check(resolved, errors)?;
    let hash = hash::search_table(&table, errors)?;
    Some(expand::expand(&table, &hash))
}
