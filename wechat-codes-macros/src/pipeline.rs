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
    let krate = call.krate.clone();
    let items = items(call, &mut errors);
    let mut output = errors.into_compile_errors(&krate);
    output.extend(items);
    output
}

fn items(mut call: Call, errors: &mut Errors) -> Option<TokenStream> {
    let table = syntax::parse_table(call.table.clone(), errors)?;
    // The errors that need no answer are reported with the first question, because the answer may never
    // come: if a table does not exist, rustc reports that alone.
    let mut early = Errors::default();
    if resolve::asks(&table) {
        early = errors.clone();
        check::check_unconditional_rows(&table, &mut early);
    }
    let is_first = call.answers.is_empty();
    call.has_reported |= is_first && !early.is_empty();
    let resolved = match resolve::resolve(&call, table, errors) {
        Resolution::Resolved(resolved) => resolved,
        Resolution::Absent => return None,
        Resolution::Question(question) => {
            *errors = if is_first { early } else { Errors::default() };
            return Some(question);
        }
    };
    let table = check::check(resolved, errors);
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
    if call.has_reported && !is_first {
        errors.remove(&early);
    }
    Some(expand::expand(&table, &hash?))
}
