//! Rules on a row of the table's own.

use proc_macro2::{Ident, Span};

use super::collisions::{Collisions, Owner};
use super::notes;
use crate::errors::Errors;
use crate::int_type::{IntType, out_of_range_message};
use crate::model::{self, Notes};
use crate::naming;
use crate::syntax::{Code, MESSAGE_PLACEHOLDER, Message, Row};

/// A good row of the table's own.
pub(super) struct Checked {
    pub(super) row: model::Row,
    /// Whether the row stands in the place of a spread's row of the same code: it is that row, with the
    /// same name and message.
    pub(super) is_row_of_spread: bool,
}

/// Checks a row. Returns `None` after an error.
pub(super) fn check(
    row: Row,
    code_type: IntType,
    collisions: &mut Collisions,
    errors: &mut Errors,
) -> Option<Checked> {
    let place = row.code.literal.span();
    let code = check_code(&row.code, code_type, errors);
    let Alone { message, name, notes } = check_alone(&row, errors);
    if let (Some(code), Some(name), Some(message)) = (code, &name, &message)
        && let Some(Owner::Spread { row: known, .. }) = collisions.of_code(code)
        && *name == known.name
        && *message == known.message
    {
        let attrs = if row.attrs.is_empty() { known.attrs.clone() } else { row.attrs };
        let notes = notes.or(known.notes.clone());
        collisions.take_over(code, Owner::Own { code: row.code, name: Some(name.clone()) });
        let (name, message) = (name_of_variant(row.name.as_ref(), name), message.clone());
        let row = model::Row { place, attrs, code, name, message, notes };
        return Some(Checked { row, is_row_of_spread: true });
    }
    let code_is_new = code.is_some_and(|code| check_code_is_new(&row, code, collisions, errors));
    let name_is_new =
        name.as_ref().is_some_and(|name| check_name_is_new(&row, name, collisions, errors));
    let text = name.as_ref().map(ToString::to_string);
    collisions.add(code, text, Owner::Own { code: row.code, name: name.clone() });
    if code_is_new && name_is_new {
        let name = name_of_variant(row.name.as_ref(), &name?);
        let (code, message) = (code?, message?);
        let row = model::Row { place, attrs: row.attrs, code, name, message, notes };
        Some(Checked { row, is_row_of_spread: false })
    } else {
        None
    }
}

/// The parts of a row that can be checked without its table; `None` after an error.
pub(super) struct Alone {
    message: Option<String>,
    name: Option<Ident>,
    notes: Notes,
}

/// Checks the parts of a row that need nothing of its table.
pub(super) fn check_alone(row: &Row, errors: &mut Errors) -> Alone {
    let notes = row.notes.as_ref();
    Alone {
        message: check_message(&row.message, errors),
        name: check_name(row, errors),
        notes: notes.map(|group| notes::check(group, errors)).unwrap_or_default(),
    }
}

/// Returns the name with the span that it has in the enum. A name that the message gave belongs to the
/// expansion, or a rename in an editor would replace the message.
fn name_of_variant(written: Option<&Ident>, name: &Ident) -> Ident {
    let mut name = name.clone();
    if written.is_none() {
        name.set_span(name.span().resolved_at(Span::mixed_site()));
    }
    name
}

fn check_code(code: &Code, code_type: IntType, errors: &mut Errors) -> Option<i128> {
    let value = code.value().filter(|&value| code_type.contains(value));
    if value.is_none() {
        errors.at(code, out_of_range_message(&code.to_string(), code.value(), code_type));
    }
    value
}

fn check_message(message: &Message, errors: &mut Errors) -> Option<String> {
    let text = &message.text;
    if text.trim().is_empty() || text == MESSAGE_PLACEHOLDER {
        errors.at(message, "the message is empty; write what the code means");
        return None;
    }
    Some(text.clone())
}

/// Returns the variant's name: the row's own, or else the one that the message gives.
fn check_name(row: &Row, errors: &mut Errors) -> Option<Ident> {
    let Some(name) = &row.name else { return name_from_message(row, errors) };
    let text = name.to_string();
    let Some(problem) = naming::problem(&text) else { return Some(name.clone()) };
    let right = naming::suggestion(&text);
    errors.at(
        name,
        format_args!("`{text}` cannot name a variant: {problem}; write a name such as `{right}`"),
    );
    None
}

fn name_from_message(row: &Row, errors: &mut Errors) -> Option<Ident> {
    let text = &row.message.text;
    if text.trim().is_empty() {
        return None; // which has an error of its own
    }
    match naming::from_message(text) {
        Ok(name) => Some(Ident::new(&name, row.message.literal.span())),
        Err(reason) => {
            let code = &row.code;
            errors.at(
                &row.message,
                format_args!(
                    "this message gives no variant name, because its text {reason}; \
                     write `{code} => <Name>: {text:?}`"
                ),
            );
            None
        }
    }
}

fn check_code_is_new(row: &Row, code: i128, collisions: &Collisions, errors: &mut Errors) -> bool {
    match collisions.of_code(code) {
        None => return true,
        Some(Owner::Spread { path, row: known }) => errors.at(
            &row.code,
            format_args!(
                "`{path}` has the code {code} already, as `{}`; write `override {code} => ..` for \
                 this row instead of that one, or `..{path} {{ !{code} }}` to leave that one out",
                known.name
            ),
        ),
        Some(Owner::Own { code: first_code, name: first_name }) => {
            let owner = match first_name {
                Some(name) => format!(": `{name}` has it already"),
                None => String::new(),
            };
            let message = format!("the code {} is used twice{owner}", row.code);
            errors.twice(&row.code, message, first_code);
        }
    }
    false
}

fn check_name_is_new(
    row: &Row,
    name: &Ident,
    collisions: &Collisions,
    errors: &mut Errors,
) -> bool {
    let code = &row.code;
    match collisions.of_name(&name.to_string()) {
        None => return true,
        // A row with the same code and name is one mistake, which `check_code_is_new` reports.
        Some(Owner::Spread { row: other, .. }) if code.value() == Some(other.code) => {}
        Some(Owner::Own { code: other, .. }) if code.value() == other.value() => {}
        Some(Owner::Spread { path, row: known }) => errors.at(
            name,
            format_args!(
                "`{path}` has the name `{name}` already, for {other}; write \
                 `{code} => AnotherName: \"..\"`, or `..{path} {{ !{other} }}` to leave that row out",
                other = known.code
            ),
        ),
        Some(Owner::Own { code: first_code, name: first_name }) => {
            let message = if row.name.is_some() {
                format!(
                    "the name `{name}` is used twice: {first_code} has it, so {code} needs another"
                )
            } else {
                format!(
                    "the message of {code} gives the name `{name}`, which {first_code} has \
                     already; write `{code} => AnotherName: \"..\"`"
                )
            };
            errors.twice(name, message, first_name);
        }
    }
    false
}
