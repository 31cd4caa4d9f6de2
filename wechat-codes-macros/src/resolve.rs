//! Questions to the compiler. A procedural macro cannot know which `#[cfg(..)]` hold, nor the rows of
//! other tables.
//!
//! A question is an expansion that calls the macro again, with the answer:
//!
//! - A table has a hidden `macro_rules!` of its own name, which calls back with its rows.
//! - A predicate is asked by two `macro_rules!` of one name. The second stands under `#[cfg(p)]`; if the
//!   predicate holds, the second hides the first.
//!
//! Each call brings all answers so far and the table as it was. Resolution starts anew at each call: it
//! takes the answers in the order in which it asked, until it knows everything or has one more question.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::vec;

use proc_macro2::{Group, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Token};

use crate::call::{Call, answering_macro};
use crate::carried::{self, CarriedTable};
use crate::errors::Errors;
use crate::syntax::{Attribute, Item, Path, Row, Selection, Spread, Table, Visibility};

pub(crate) enum Resolution {
    /// A table without conditions, and with the rows of the tables that it spreads.
    Resolved(Resolved),
    /// The enum itself is off by its `#[cfg(..)]`.
    Absent,
    /// Code that calls the macro again with one more answer.
    Question(TokenStream),
}

pub(crate) struct Resolved {
    pub(crate) krate: TokenStream,
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    pub(crate) items: Vec<ResolvedItem>,
    /// Whether there are items that could not be read or resolved, which were reported.
    pub(crate) has_missing_items: bool,
}

pub(crate) enum ResolvedItem {
    Row(Row),
    Spread(ResolvedSpread),
}

pub(crate) struct ResolvedSpread {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) dots: Token![..],
    pub(crate) path: Path,
    /// `None` for all rows of the table.
    pub(crate) selection: Option<Selection>,
    pub(crate) parent: Rc<CarriedTable>,
}

/// What has to be known next.
enum Question {
    /// Whether an item with this `#[cfg(..)]` is there.
    Condition(TokenStream),
    /// The rows of the table at this path.
    Rows(Path),
}

/// Tells whether a table has something to ask the compiler.
pub(crate) fn asks(table: &Table) -> bool {
    let has_condition = |attrs: &[Attribute]| attrs.iter().any(Attribute::is_condition);
    has_condition(&table.attrs)
        || table.items.iter().any(|item| match item {
            Item::Row(row) => has_condition(&row.attrs),
            Item::Spread(_) => true,
        })
}

/// Resolves the conditions and spreads of a table, as far as the call has answers.
pub(crate) fn resolve(call: &Call, table: Table, errors: &mut Errors) -> Resolution {
    let given = call.answers.clone().into_iter();
    let allowed: Vec<_> = table.attrs.iter().filter(|attr| attr.is("allow")).cloned().collect();
    let mut answers = Answers { given, conditions: HashMap::new(), tables: HashMap::new() };
    match answers.resolve(call, table, errors) {
        Ok(Some(resolved)) => Resolution::Resolved(resolved),
        Ok(None) => Resolution::Absent,
        Err(question) => Resolution::Question(ask(&question, &allowed, call)),
    }
}

/// Generates code that repeats the call of the macro with the answer to a question.
///
/// The lints that the table allows hold for a condition too. rustc checks a `#[cfg(..)]` under the lints of
/// what surrounds its item, so a module carries the `#[allow(..)]`s.
fn ask(question: &Question, allowed: &[Attribute], call: &Call) -> TokenStream {
    let arguments = call.arguments();
    match question {
        Question::Condition(cfg) => {
            let name = Ident::new("wechat_codes_condition", Span::mixed_site());
            let (off, on) =
                (answering_macro(&name, &quote!(off)), answering_macro(&name, &quote!(on)));
            if allowed.is_empty() {
                return quote!(#off #cfg #on #name! #arguments);
            }
            let number = call.answers.len();
            let module = format!("__wechat_codes_condition_{}_{number}", place_number(cfg));
            let module = Ident::new(&module, Span::mixed_site());
            quote! {
                #(#allowed)*
                #[macro_use]
                mod #module { #off #cfg #on }
                #name! #arguments
            }
        }
        Question::Rows(path) => quote!(#path! #arguments),
    }
}

/// Returns a number that tells the places of two conditions apart.
fn place_number(cfg: &TokenStream) -> String {
    let span = cfg.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    // Only the `Debug` of a span tells the expansion: `#4 bytes(21..25)`.
    let place = format!("{span:?} {:?}", Span::call_site());
    place.chars().filter(char::is_ascii_digit).collect()
}

/// The answers so far, taken in the order of the questions.
struct Answers {
    given: vec::IntoIter<Group>,
    /// Whether each `#[cfg(..)]` holds, so that it is asked only once.
    conditions: HashMap<String, bool>,
    /// The table at each path, so that it is asked only once.
    tables: HashMap<String, Rc<Answered>>,
}

/// A table as the answer brought it. It is read when all questions are answered.
struct Answered {
    answer: Group,
    table: OnceCell<Option<Rc<CarriedTable>>>,
}

/// An item whose questions are answered.
enum KnownItem {
    Row(Row),
    Spread { spread: Spread, table: Rc<Answered> },
}

impl Answers {
    /// Returns `None` if the table itself is off.
    fn resolve(
        &mut self,
        call: &Call,
        table: Table,
        errors: &mut Errors,
    ) -> Result<Option<Resolved>, Question> {
        let Table { attrs, vis, ident, items, mut has_unread_items } = table;
        let Some(attrs) = self.attributes(attrs, errors)? else { return Ok(None) };
        let mut known_items = Vec::new();
        for item in items {
            known_items.extend(self.item(item, errors)?);
        }
        // Only now, so that each table is read once and not again after each question.
        let mut items = Vec::new();
        for item in known_items {
            let item = resolved(item, errors);
            has_unread_items |= item.is_none();
            items.extend(item);
        }
        let (krate, has_missing_items) = (call.krate.clone(), has_unread_items);
        Ok(Some(Resolved { krate, attrs, vis, ident, items, has_missing_items }))
    }

    /// Returns `None` if the item is off.
    fn item(&mut self, item: Item, errors: &mut Errors) -> Result<Option<KnownItem>, Question> {
        Ok(match item {
            Item::Row(row) => self
                .attributes(row.attrs.clone(), errors)?
                .map(|attrs| KnownItem::Row(Row { attrs, ..row })),
            Item::Spread(spread) => match self.attributes(spread.attrs.clone(), errors)? {
                Some(attrs) => {
                    let table = self.table(&spread.path)?;
                    Some(KnownItem::Spread { spread: Spread { attrs, ..spread }, table })
                }
                None => None,
            },
        })
    }

    /// Returns the attributes without conditions; `None` if a condition does not hold.
    fn attributes(
        &mut self,
        attrs: Vec<Attribute>,
        errors: &mut Errors,
    ) -> Result<Option<Vec<Attribute>>, Question> {
        let mut resolved = Vec::new();
        for attr in attrs {
            if attr.is("cfg") {
                if !self.holds(attr.to_token_stream())? {
                    return Ok(None);
                }
            } else if attr.is("cfg_attr") {
                let mut parts = attr.argument_list().into_iter();
                let predicate = parts.next();
                if self.holds(quote_spanned!(attr.span()=> #[cfg(#predicate)]))? {
                    let inner = parts.filter_map(|part| attribute(&attr, &part, errors)).collect();
                    let Some(inner) = self.attributes(inner, errors)? else { return Ok(None) };
                    resolved.extend(inner);
                }
            } else {
                resolved.push(attr);
            }
        }
        Ok(Some(resolved))
    }

    /// Tells whether the predicate of a `#[cfg(..)]` holds.
    fn holds(&mut self, cfg: TokenStream) -> Result<bool, Question> {
        let text = cfg.to_string();
        if let Some(&known) = self.conditions.get(&text) {
            return Ok(known);
        }
        let Some(answer) = self.given.next() else { return Err(Question::Condition(cfg)) };
        let holds = answer.stream().to_string() == "on";
        self.conditions.insert(text, holds);
        Ok(holds)
    }

    /// Returns the table at a path.
    fn table(&mut self, path: &Path) -> Result<Rc<Answered>, Question> {
        let text = path.0.to_string();
        // `$crate` depends on the macro that wrote it.
        let same_everywhere = !text.starts_with('$');
        if let Some(known) = self.tables.get(&text).filter(|_| same_everywhere) {
            return Ok(Rc::clone(known));
        }
        let Some(answer) = self.given.next() else { return Err(Question::Rows(path.clone())) };
        let answered = Rc::new(Answered { answer, table: OnceCell::new() });
        self.tables.insert(text, Rc::clone(&answered));
        Ok(answered)
    }
}

/// Reads the table of a spread. Returns `None` after an error.
fn resolved(item: KnownItem, errors: &mut Errors) -> Option<ResolvedItem> {
    let (spread, answered) = match item {
        KnownItem::Row(row) => return Some(ResolvedItem::Row(row)),
        KnownItem::Spread { spread, table } => (spread, table),
    };
    let Spread { attrs, dots, path, selection } = spread;
    let read = || carried::read(answered.answer.stream()).map(Rc::new);
    let Some(parent) = answered.table.get_or_init(read).clone() else {
        let message =
            format!("`{path}` was made by another version of wechat-codes; use one version of it");
        errors.at(path, message);
        return None;
    };
    Some(ResolvedItem::Spread(ResolvedSpread { attrs, dots, path, selection, parent }))
}

/// Parses an attribute that a `#[cfg_attr(..)]` brings.
fn attribute(outer: &Attribute, content: &TokenStream, errors: &mut Errors) -> Option<Attribute> {
    let pound = &outer.pound;
    let span = content.clone().into_iter().next().map_or(outer.span(), |token| token.span());
    let attribute = syn::parse2(quote_spanned!(span=> #pound[#content]));
    attribute.map_err(|error| errors.push(&error)).ok()
}
