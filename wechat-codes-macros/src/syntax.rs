//! From tokens to the syntax tree. Only syntax is judged here, and a mistake costs one row.

mod ast;
mod notes;
mod parse;
mod recover;
mod suggest;
mod table;

pub(crate) use ast::{
    Attribute, Code, Item, Message, Note, Path, Pick, PickedRows, Row, Selection, Spread, Table,
    Visibility,
};

pub(crate) use notes::parse_notes;
pub(crate) use suggest::{MESSAGE_PLACEHOLDER, nearest};
pub(crate) use table::parse_table;
