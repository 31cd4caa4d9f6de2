//! The rows a table is made of, in table order.

use proc_macro2::TokenStream;
use syn::Ident;

use crate::errors::Errors;
use crate::parse::{Attribute, Input, Row, Visibility};

pub(crate) struct Resolved {
    pub(crate) krate: TokenStream,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) rows: Vec<Row>,
}

pub(crate) fn resolve(input: Input, errors: &mut Errors) -> Resolved {
    let Input { krate, table } = input;
    let mut rows = table.rows;
    rows.retain(|row| {
        let conditional = row.attrs.iter().find(|attr| attr.is("cfg") || attr.is("cfg_attr"));
        if let Some(attr) = conditional {
            errors.at(
                attr,
                "a row cannot be conditional; write two tables, each with `#[cfg(..)]` before its \
                 `wechat_codes!`",
            );
        }
        conditional.is_none()
    });
    Resolved { krate, attrs: table.attrs, vis: table.vis, ident: table.ident, rows }
}
