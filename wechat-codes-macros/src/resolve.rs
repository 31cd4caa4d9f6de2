//! What a procedural macro cannot know by itself, asked of the compiler: which `#[cfg(..)]` hold, and
//! the rows of other tables.
//!
//! A question is an expansion that calls the macro again, with the answer:
//!
//! - a table has a hidden `macro_rules!` of its own name, which calls back with its rows;
//! - a predicate is asked by two `macro_rules!` of one name, of which the second, under
//!   `#[cfg(p)]`, hides the first where it is there.
//!
//! Each call brings all answers so far and the table as it was, and resolution starts anew: it takes
//! the answers in the order in which it asked, until it knows everything or has one more question.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::vec;

use proc_macro2::{Group, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr};

use crate::ast::{Attribute, Item, Path, Pick, Row, Table, Visibility};
use crate::errors::Errors;
use crate::parse::{Input, parse_attribute, parse_carried_rows};
use crate::repr::Repr;
use crate::tokens::split_at_commas;

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
}

pub(crate) enum ResolvedItem {
    Row(Row),
    Spread(ResolvedSpread),
}

pub(crate) struct ResolvedSpread {
    pub(crate) path: Path,
    /// `None` for all rows of the table.
    pub(crate) selection: Option<Vec<Pick>>,
    pub(crate) parent: Rc<CarriedTable>,
}

/// A table as its hidden macro carries it: `{ "Name" i32 "identity" "rows" }`, and `incomplete` after an
/// error.
pub(crate) struct CarriedTable {
    pub(crate) name: String,
    pub(crate) repr: Repr,
    /// The same for two paths to one table, and for no two tables.
    pub(crate) identity: String,
    pub(crate) rows: Vec<Row>,
    /// Whether rows are missing that have errors.
    pub(crate) is_incomplete: bool,
}

/// What has to be known next.
enum Question {
    /// Whether an item with this `#[cfg(..)]` is there.
    Condition(TokenStream),
    /// The rows of the table at this path.
    Rows(Path),
}

pub(crate) fn resolve(input: &Input, errors: &mut Errors) -> Resolution {
    let given = input.answers.clone().into_iter();
    let mut answers = Answers {
        given,
        conditions: HashMap::new(),
        tables: HashMap::new(),
        errors: Errors::default(),
    };
    let resolution = match answers.resolve(input) {
        Ok(Some(resolved)) => Resolution::Resolved(resolved),
        Ok(None) => Resolution::Absent,
        // Its own errors will be found again; those of the syntax go along.
        Err(question) => {
            return Resolution::Question(ask(&question, input, &std::mem::take(errors)));
        }
    };
    errors.append(answers.errors);
    resolution
}

/// Code that repeats the call of the macro with the answer to a question.
fn ask(question: &Question, input: &Input, errors: &Errors) -> TokenStream {
    let Input { krate, answers, table } = input;
    let call = quote!({ [#krate] [#(#answers)*] [#errors] #table });
    match question {
        Question::Condition(cfg) => {
            let name = Ident::new("wechat_codes_condition", Span::mixed_site());
            let (off, on) =
                (answering_macro(&name, &quote!(off)), answering_macro(&name, &quote!(on)));
            quote!(#off #cfg #on #name! #call)
        }
        Question::Rows(path) => quote!(#path! #call),
    }
}

/// A macro that calls this one again, with an answer after those it had.
pub(crate) fn answering_macro(name: &Ident, answer: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unused_macros)]
        macro_rules! #name {
            ([$($krate:tt)*] [$($answers:tt)*] $($table:tt)*) => {
                $($krate)*::__private::wechat_codes! {
                    [$($krate)*] [$($answers)* { #answer }] $($table)*
                }
            };
        }
    }
}

/// The answers so far, taken in the order of the questions.
struct Answers {
    given: vec::IntoIter<Group>,
    /// Whether each `#[cfg(..)]` holds, so that it is asked only once.
    conditions: HashMap<String, bool>,
    /// The table at each path, so that it is asked only once.
    tables: HashMap<String, Rc<Answered>>,
    errors: Errors,
}

/// A table as the answer brought it, which is read when all questions are answered.
struct Answered {
    answer: Group,
    parsed: OnceCell<Option<Rc<CarriedTable>>>,
}

/// An item of which everything is known.
enum KnownItem {
    Row(Row),
    Spread { path: Path, selection: Option<Vec<Pick>>, table: Rc<Answered> },
}

impl Answers {
    /// `None` where the table itself is off.
    fn resolve(&mut self, input: &Input) -> Result<Option<Resolved>, Question> {
        let Table { attrs, vis, ident, items, .. } = &input.table;
        let Some(attrs) = self.attributes(attrs)? else { return Ok(None) };
        let mut known_items = Vec::new();
        for item in items {
            known_items.extend(self.item(item)?);
        }
        // Only now, so that each table is read once and not again after each question.
        let items = known_items.into_iter().filter_map(|item| self.resolved(item)).collect();
        let (krate, vis, ident) = (input.krate.clone(), vis.clone(), ident.clone());
        Ok(Some(Resolved { krate, attrs, vis, ident, items }))
    }

    /// `None` where the item is off.
    fn item(&mut self, item: &Item) -> Result<Option<KnownItem>, Question> {
        match item {
            Item::Row(row) => Ok(self
                .attributes(&row.attrs)?
                .map(|attrs| KnownItem::Row(Row { attrs, ..row.clone() }))),
            Item::Spread(spread) => {
                let Some(attrs) = self.attributes(&spread.attrs)? else { return Ok(None) };
                if let Some(attr) = attrs.first() {
                    self.errors.at(
                        attr,
                        "only `#[cfg(..)]` can stand on a spread; its rows bring their own docs \
                         and attributes",
                    );
                }
                let table = self.table(&spread.path)?;
                let (path, selection) = (spread.path.clone(), spread.selection.clone());
                Ok(Some(KnownItem::Spread { path, selection, table }))
            }
        }
    }

    /// `None` where an error was pushed.
    fn resolved(&mut self, item: KnownItem) -> Option<ResolvedItem> {
        let (path, selection, table) = match item {
            KnownItem::Row(row) => return Some(ResolvedItem::Row(row)),
            KnownItem::Spread { path, selection, table } => (path, selection, table),
        };
        let parsed = table
            .parsed
            .get_or_init(|| parse_carried_table.parse2(table.answer.stream()).ok().map(Rc::new));
        let Some(parent) = parsed.clone() else {
            let message = format!(
                "`{path}` was made by another version of wechat-codes; use one version of it"
            );
            self.errors.at(path, message);
            return None;
        };
        Some(ResolvedItem::Spread(ResolvedSpread { path, selection, parent }))
    }

    /// The attributes without conditions; `None` where one of these does not hold.
    fn attributes(&mut self, attrs: &[Attribute]) -> Result<Option<Vec<Attribute>>, Question> {
        let mut resolved = Vec::new();
        for attr in attrs {
            if attr.is("cfg") {
                if !self.holds(attr.to_token_stream())? {
                    return Ok(None);
                }
            } else if attr.is("cfg_attr") {
                let arguments = attr.arguments.clone().unwrap_or_default();
                let mut parts = split_at_commas(arguments).into_iter();
                let predicate = parts.next();
                if self.holds(quote_spanned!(attr.span()=> #[cfg(#predicate)]))? {
                    let inner: Vec<_> =
                        parts.filter_map(|part| self.attribute(attr, &part)).collect();
                    let Some(inner) = self.attributes(&inner)? else { return Ok(None) };
                    resolved.extend(inner);
                }
            } else {
                resolved.push(attr.clone());
            }
        }
        Ok(Some(resolved))
    }

    /// An attribute that a `#[cfg_attr(..)]` brings.
    fn attribute(&mut self, outer: &Attribute, content: &TokenStream) -> Option<Attribute> {
        let pound = &outer.pound;
        let span = content.clone().into_iter().next().map_or(outer.span(), |token| token.span());
        let attribute = parse_attribute.parse2(quote_spanned!(span=> #pound[#content]));
        attribute.map_err(|error| self.errors.push(&error)).ok()
    }

    /// Whether the predicate of a `#[cfg(..)]` holds.
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

    /// The table at a path.
    fn table(&mut self, path: &Path) -> Result<Rc<Answered>, Question> {
        let text = path.0.to_string();
        // What `$crate` is depends on the macro that wrote it.
        let same_everywhere = !text.starts_with('$');
        if let Some(known) = self.tables.get(&text).filter(|_| same_everywhere) {
            return Ok(Rc::clone(known));
        }
        let Some(answer) = self.given.next() else { return Err(Question::Rows(path.clone())) };
        let answered = Rc::new(Answered { answer, parsed: OnceCell::new() });
        self.tables.insert(text, Rc::clone(&answered));
        Ok(answered)
    }
}

fn parse_carried_table(input: ParseStream) -> syn::Result<CarriedTable> {
    let name: LitStr = input.parse()?;
    let repr: Ident = input.parse()?;
    let identity: LitStr = input.parse()?;
    let rows: LitStr = input.parse()?;
    let is_incomplete: Option<Ident> = input.parse()?;
    let incompatible = || input.error("unreadable");
    Ok(CarriedTable {
        name: name.value(),
        repr: Repr::from_name(&repr.to_string()).ok_or_else(incompatible)?,
        identity: identity.value(),
        rows: parse_carried_rows(rows.value().parse().map_err(|_| incompatible())?)?,
        is_incomplete: is_incomplete.is_some(),
    })
}
