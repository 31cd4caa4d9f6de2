//! The table that `check` hands to the later steps. It can no longer be wrong.

use proc_macro2::{Ident, Span, TokenStream};

use crate::int_type::IntType;
use crate::remedy::Remedy;
use crate::syntax::{Attribute, Path, Visibility};

pub(crate) struct Table {
    pub(crate) krate: TokenStream,
    /// The enum's attributes, without its `repr` and the derives that the macro provides.
    pub(crate) attrs: Vec<TokenStream>,
    /// The enum's `#[allow(..)]`s, which hold for all that is generated from the table.
    pub(crate) allowed: Vec<Attribute>,
    /// Whether an attribute deprecates the enum or a variant.
    pub(crate) deprecated: bool,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The table's name at run time.
    pub(crate) name: String,
    pub(crate) code_type: IntType,
    /// At least one; codes and names are distinct.
    pub(crate) rows: Vec<Row>,
    /// Whether the only row is a placeholder, because no good row was left.
    pub(crate) is_placeholder: bool,
    /// Whether rows are missing because of errors.
    pub(crate) is_incomplete: bool,
    /// The tables that this one spreads, each once.
    pub(crate) parents: Vec<Parent>,
}

pub(crate) struct Row {
    /// The place of the row's code, where rustdoc reports the row's docs and their tests.
    pub(crate) place: Span,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: i128,
    pub(crate) name: Ident,
    pub(crate) message: String,
    pub(crate) notes: Notes,
}

/// What a row can say beside its message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Notes {
    pub(crate) message_zh: Option<String>,
    pub(crate) remedy: Option<Remedy>,
}

impl Notes {
    /// Returns these notes, and the others in place of those that are missing.
    pub(crate) fn or(self, others: Self) -> Self {
        Self {
            message_zh: self.message_zh.or(others.message_zh),
            remedy: self.remedy.or(others.remedy),
        }
    }
}

/// The name of a parent's variant in a selection.
pub(crate) struct NamedPick {
    pub(crate) name: Ident,
    pub(crate) is_deprecated: bool,
}

/// A table of which this table has all rows or some.
pub(crate) struct Parent {
    pub(crate) path: Path,
    pub(crate) name: String,
    pub(crate) code_type: IntType,
    /// Whether the table has every row of the parent, so that the parent converts with `From`.
    pub(crate) is_contained: bool,
    /// Whether the parent has every row of the table, so that the table converts with `From`.
    pub(crate) contains_table: bool,
    /// The codes that both tables have, but with different names or messages. The codes of `override` rows
    /// are not among them.
    pub(crate) conflicting_codes: Vec<i128>,
    /// The parent's variants that are picked by name, as the selections have them.
    pub(crate) named_picks: Vec<NamedPick>,
}
