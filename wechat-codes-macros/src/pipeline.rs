//! The way of a table through the steps.

#[cfg(test)]
mod expansions;
#[cfg(test)]
mod robustness;

use proc_macro2::TokenStream;

use crate::call::Call;
use crate::errors::Errors;
use crate::resolve::Resolution;
use crate::{check, expand, hash, resolve, syntax};

/// Expands a table. Errors come before the items, so that rustc prints them ahead of the secondary
/// errors they cause.
pub(crate) fn run(input: TokenStream) -> TokenStream {
    let call = match Call::parse(input) {
        Ok(call) => call,
        Err(error) => return error.into_compile_error(),
    };
    let mut errors = Errors::default();
    let Some(table) = syntax::parse_table(call.table.clone(), &mut errors) else {
        return errors.into_compile_errors();
    };
    let resolved = match resolve::resolve(&call, table, &mut errors) {
        Resolution::Resolved(resolved) => resolved,
        Resolution::Absent => return errors.into_compile_errors(),
        // The next call finds the errors again, and reports them.
        Resolution::Question(question) => return question,
    };
    let table = check::check(resolved, &mut errors);
    let hash = hash::search_table(table.code_type, table.rows.iter().map(|row| row.code));
    if hash.is_none() {
        errors.at(
            &table.ident,
            format_args!(
                "no perfect hash was found for the {} codes of this table; that is a limit of \
                 wechat-codes, not a mistake of yours: please report the table",
                table.rows.len(),
            ),
        );
    }
    let mut output = errors.into_compile_errors();
    output.extend(hash.map(|hash| expand::expand(&table, &hash)));
    output
}
