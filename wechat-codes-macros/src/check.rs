//! The rules. Every error of a table is found in one pass; what comes out is a table of the good
//! rows that can no longer be wrong.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash, Hasher};

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

use crate::ast::{self, Attribute, Path, Pick, Visibility};
use crate::errors::Errors;
use crate::naming;
use crate::repr::Repr;
use crate::resolve::{CarriedTable, Resolved, ResolvedItem, ResolvedSpread};
use crate::tokens::split_at_commas;

pub(crate) struct Table {
    pub(crate) krate: TokenStream,
    /// The enum's attributes, without its `repr` and the derives that the macro provides.
    pub(crate) attrs: Vec<TokenStream>,
    /// Whether an attribute deprecates the enum or a variant.
    pub(crate) deprecated: bool,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// The table's name at run time.
    pub(crate) name: String,
    /// The same wherever the table is seen from, and unlike that of every other table.
    pub(crate) identity: String,
    pub(crate) repr: Repr,
    /// At least one; codes and names are distinct.
    pub(crate) rows: Vec<Row>,
    /// Whether the only row is a placeholder, after an error.
    pub(crate) is_placeholder: bool,
    /// The tables spread, each once.
    pub(crate) parents: Vec<Parent>,
}

pub(crate) struct Row {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) code: i128,
    pub(crate) name: Ident,
    pub(crate) message: String,
}

/// A table whose rows this one has, all or some.
pub(crate) struct Parent {
    pub(crate) path: Path,
    pub(crate) name: String,
    pub(crate) repr: Repr,
    /// Whether the table has every row of the parent.
    pub(crate) wholly_here: bool,
    /// Whether the parent has every row of the table.
    pub(crate) all_of_the_table: bool,
    /// Codes that both have, with different names or messages.
    pub(crate) strangers: Vec<i128>,
}

/// Derives whose traits the macro implements; a user may ask for them again.
const PROVIDED_DERIVES: [&str; 8] =
    ["Clone", "Copy", "Debug", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Associated items of every table. A variant of the same name would hide them.
const TAKEN_NAMES: [&str; 10] = [
    "COUNT",
    "from_code",
    "code",
    "name",
    "message",
    "from_name",
    "iter",
    "__slot",
    "__candidate",
    "__text",
];

/// Checks a table. Where no good row is left, it has a placeholder, so that the enum and its API are
/// there for the code that uses them, and the errors of the table stand alone.
pub(crate) fn check(resolved: Resolved, errors: &mut Errors) -> Table {
    let Resolved { krate, attrs, vis, ident, items } = resolved;
    let repr = check_repr(&attrs, &items, errors);
    let (mut rows, spreads) = check_items(items, repr, errors);
    // A table whose rows all have errors brings none, and has been reported.
    let parents_are_good = spreads.iter().all(|spread| !spread.parent.rows.is_empty());
    if rows.is_empty() && errors.is_empty() && parents_are_good {
        errors.at(
            &ident,
            format_args!(
                "`{ident}` has no rows; write one such as `40013 => InvalidAppId: \"Invalid App ID\"`"
            ),
        );
    }
    let parents = parents(&rows, spreads);
    let is_placeholder = rows.is_empty();
    if is_placeholder {
        let name = Ident::new("__NoRows", Span::mixed_site());
        rows.push(Row { attrs: Vec::new(), code: 0, name, message: String::new() });
    }
    let mut all_attrs = attrs.iter().chain(rows.iter().flat_map(|row| &row.attrs));
    let deprecated = all_attrs.any(|attr| attr.is("deprecated"));
    Table {
        krate,
        deprecated,
        attrs: attrs.iter().filter_map(enum_attribute).collect(),
        vis,
        name: ident.unraw().to_string(),
        identity: identity(&ident),
        ident,
        repr,
        rows,
        is_placeholder,
        parents,
    }
}

/// The one integer type of the enum's `#[repr(..)]`. After a mistake there, one that holds the codes,
/// so that they are not reported too.
fn check_repr(attrs: &[Attribute], items: &[ResolvedItem], errors: &mut Errors) -> Repr {
    let mut reprs = attrs.iter().filter(|attr| attr.is("repr"));
    let Some(attr) = reprs.next() else { return Repr::DEFAULT };
    for second in reprs {
        errors.at(second, "a second `repr`; a table has one code type");
    }
    let arguments = attr.arguments.clone().unwrap_or_default();
    if let [name] = split_at_commas(arguments.clone()).as_slice()
        && let Some(repr) = Repr::from_name(&name.to_string())
    {
        return repr;
    }
    let message = format!("a table's code type is one of {}", Repr::ALLOWED);
    if arguments.is_empty() {
        errors.at(attr, message);
    } else {
        errors.at(arguments, message);
    }
    let negative = items.iter().any(|item| match item {
        ResolvedItem::Row(row) => row.code.value() < Some(0),
        ResolvedItem::Spread(spread) => spread.parent.repr.min() < 0,
    });
    if negative { Repr::I64 } else { Repr::U64 }
}

/// An attribute as the generated enum carries it: without what the macro writes itself.
fn enum_attribute(attr: &Attribute) -> Option<TokenStream> {
    if attr.is("repr") {
        return None;
    }
    match &attr.arguments {
        Some(arguments) if attr.is("derive") => {
            let paths = split_at_commas(arguments.clone());
            let kept: Vec<_> = paths.iter().filter(|path| !is_provided(path)).collect();
            (!kept.is_empty()).then(|| quote!(#[derive(#(#kept),*)]))
        }
        _ => Some(attr.to_token_stream()),
    }
}

/// Whether a derive is one of the provided, by its name alone or its path in `core` or `std`.
fn is_provided(derive: &TokenStream) -> bool {
    let path = derive.to_string().replace(' ', "");
    let path = path.trim_start_matches("::");
    let name = path.rsplit("::").next().unwrap_or_default();
    (name == path || path.starts_with("core::") || path.starts_with("std::"))
        && PROVIDED_DERIVES.contains(&name)
}

/// A number for the table. Neither the place of its name nor that of the macro call would do, as a
/// macro may write several tables of one name; but each call is an expansion of its own.
fn identity(ident: &Ident) -> String {
    let krate = ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_CRATE_NAME"].map(std::env::var_os);
    // Of a span, only `Debug` tells the expansion: `#4 bytes(21..25)`.
    let place = format!("{:?} {:?}", ident.span(), Span::call_site());
    let mut hasher = DefaultHasher::new();
    (krate, ident.to_string(), place).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The good rows in table order, and the spreads.
fn check_items(
    items: Vec<ResolvedItem>,
    repr: Repr,
    errors: &mut Errors,
) -> (Vec<Row>, Vec<ResolvedSpread>) {
    // The spreads first: where a row of the table collides with one of theirs, the mistake is in the
    // row, be it before or after the spread.
    let mut brought = Brought::default();
    let mut slots = Vec::new();
    for item in items {
        slots.push(match item {
            ResolvedItem::Row(row) => Slot::Row(row),
            ResolvedItem::Spread(spread) => Slot::Spread(brought.add(spread, repr, errors)),
        });
    }
    let mut own = OwnRows::default();
    let mut rows = Vec::new();
    for slot in slots {
        match slot {
            Slot::Row(row) => rows.extend(own.check(row, repr, &brought, errors)),
            Slot::Spread(spread_rows) => rows.extend(spread_rows),
        }
    }
    (rows, brought.spreads)
}

enum Slot {
    Row(ast::Row),
    /// The rows that no spread before has brought.
    Spread(Vec<Row>),
}

/// The rows that spreads have brought so far.
#[derive(Default)]
struct Brought {
    spreads: Vec<ResolvedSpread>,
    by_code: HashMap<i128, BroughtRow>,
    code_by_name: HashMap<String, i128>,
}

struct BroughtRow {
    name: String,
    message: String,
    /// Which spread brought it first.
    source: usize,
}

impl Brought {
    /// The path of the spread that brought a code first.
    fn path(&self, code: i128) -> &Path {
        &self.spreads[self.by_code[&code].source].path
    }

    /// What is wrong with a row, if anything, beside those that other spreads have brought.
    fn collision(&self, path: &Path, code: i128, name: &str, message: &str) -> Option<String> {
        if let Some(known) = self.by_code.get(&code) {
            let first = self.path(code);
            let difference = if known.name != name {
                format!("as `{}` and as `{name}`", known.name)
            } else if known.message != message {
                format!("both as `{name}`, with different messages")
            } else {
                return None;
            };
            return Some(format!(
                "`{first}` and `{path}` both bring the code {code}, {difference}"
            ));
        }
        let other = *self.code_by_name.get(name)?;
        let first = self.path(other);
        Some(format!("`{first}` brings the name `{name}` for {other}, `{path}` for {code}"))
    }

    /// Takes the rows of a spread; returns those that are new.
    fn add(&mut self, spread: ResolvedSpread, repr: Repr, errors: &mut Errors) -> Vec<Row> {
        let source = self.spreads.len();
        let path = &spread.path;
        let mut new = Vec::new();
        // One error for all rows of a spread that have the same mistake.
        let (mut out_of_range, mut collision, mut more_collisions) = (None, None, 0);
        for (row, code) in select(&spread, errors) {
            let (name, message) = (variant_name(row), row.message.value());
            if !repr.contains(code) {
                out_of_range = out_of_range.or(Some(code));
            } else if let Some(problem) = self.collision(path, code, &name, &message) {
                more_collisions += usize::from(collision.is_some());
                collision.get_or_insert(problem);
            } else if !self.by_code.contains_key(&code) {
                let ident = Ident::new(&name, path.span().resolved_at(Span::mixed_site()));
                new.push(Row {
                    attrs: row.attrs.clone(),
                    code,
                    name: ident,
                    message: message.clone(),
                });
                self.code_by_name.insert(name.clone(), code);
                self.by_code.insert(code, BroughtRow { name, message, source });
            }
        }
        if let Some(code) = out_of_range {
            let code_of_path = format!("{code} of `{path}`");
            errors.at(path, out_of_range_message(&code_of_path, Some(code), repr));
        }
        if let Some(problem) = collision {
            let more = match more_collisions {
                0 => String::new(),
                more => format!(" (and {more} more)"),
            };
            errors.at(
                path,
                format_args!(
                    "{problem}{more}; take each row from only one of them: `..{path} {{ .. }}` \
                     with the codes, ranges or names that are wanted"
                ),
            );
        }
        self.spreads.push(spread);
        new
    }
}

/// The rows of the parent that a spread takes, with their codes, in the parent's order.
fn select<'a>(spread: &'a ResolvedSpread, errors: &mut Errors) -> Vec<(&'a ast::Row, i128)> {
    let ResolvedSpread { path, selection, parent } = spread;
    let rows = parent.rows.iter().filter_map(|row| Some((row, row.code.value()?)));
    let Some(picks) = selection else { return rows.collect() };
    // A pick that could not be read was reported.
    if picks.is_empty() && errors.is_empty() {
        errors.at(
            path,
            format_args!(
                "this takes no row of `{path}`; leave out the `{{ }}` to take all of them"
            ),
        );
    }
    let mut picked = HashSet::new();
    for pick in picks {
        if let Pick::Range(first, last) = pick
            && let Some(huge) = [first, last].into_iter().find(|code| code.value().is_none())
        {
            errors.at(huge, format_args!("no table has a code like {huge}"));
            continue;
        }
        if let Pick::Range(first, last) = pick
            && first.value() > last.value()
        {
            errors.at(
                pick,
                format_args!("the range {first}..={last} is empty; write {last}..={first}"),
            );
            continue;
        }
        let found = rows.clone().filter(|&(row, code)| picks_row(pick, row, code));
        let mut found = found.map(|(_, code)| code).peekable();
        if found.peek().is_none() {
            errors.at(pick, nothing_picked(pick, path, parent));
        }
        picked.extend(found);
    }
    rows.filter(|(_, code)| picked.contains(code)).collect()
}

fn picks_row(pick: &Pick, row: &ast::Row, code: i128) -> bool {
    match pick {
        Pick::Code(wanted) => wanted.value() == Some(code),
        Pick::Range(first, last) => (first.value()..=last.value()).contains(&Some(code)),
        Pick::Name(name) => row.name.as_ref() == Some(name),
    }
}

fn nothing_picked(pick: &Pick, path: &Path, parent: &CarriedTable) -> String {
    match pick {
        Pick::Code(code) => format!("`{path}` has no code {code}"),
        Pick::Range(first, last) => format!("`{path}` has no code from {first} to {last}"),
        Pick::Name(name) => {
            let names = parent.rows.iter().map(variant_name);
            let hint = match naming::nearest(&name.to_string(), names) {
                Some(near) => format!("; did you mean `{near}`?"),
                None => String::new(),
            };
            format!("`{path}` has no variant `{name}`{hint}")
        }
    }
}

/// The name of a carried row; they all have one.
fn variant_name(row: &ast::Row) -> String {
    row.name.as_ref().map(ToString::to_string).unwrap_or_default()
}

/// Where each code and name of the table's own rows was used first, be the row otherwise good or
/// not.
#[derive(Default)]
struct OwnRows {
    codes: HashMap<i128, (ast::Code, Option<Ident>)>,
    names: HashMap<String, (Ident, ast::Code)>,
}

impl OwnRows {
    /// Checks a row; `None` where it has an error.
    fn check(
        &mut self,
        row: ast::Row,
        repr: Repr,
        brought: &Brought,
        errors: &mut Errors,
    ) -> Option<Row> {
        let code = check_code(&row.code, repr, errors);
        let message = check_message(&row.message, errors);
        let name = check_name(&row, errors);
        let unused_code = code.is_some_and(|code| {
            if let Some(known) = brought.by_code.get(&code) {
                let path = brought.path(code);
                errors.at(
                    &row.code,
                    format_args!(
                        "`{path}` has the code {code} already, as `{}`; leave this row out, or \
                         spread only the rows that are wanted: `..{path} {{ .. }}`",
                        known.name
                    ),
                );
                return false;
            }
            match self.codes.entry(code) {
                Entry::Occupied(first) => code_twice(&row.code, first.get(), errors),
                Entry::Vacant(entry) => {
                    entry.insert((row.code.clone(), name.clone()));
                    return true;
                }
            }
            false
        });
        let unused_name = name.as_ref().is_some_and(|name| {
            let text = name.to_string();
            if let Some(&other) = brought.code_by_name.get(&text) {
                // A row with the same code and name is one mistake, and was reported above.
                if code != Some(other) {
                    let path = brought.path(other);
                    let code = &row.code;
                    errors.at(
                        name,
                        format_args!(
                            "`{path}` has the name `{name}` already, for {other}; write \
                             `{code} => AnotherName: \"..\"`"
                        ),
                    );
                }
                return false;
            }
            match self.names.entry(text) {
                // A whole row twice is one mistake, and was reported above.
                Entry::Occupied(first) if code.is_some() && first.get().1.value() == code => {}
                Entry::Occupied(first) => name_twice(&row, name, first.get(), errors),
                Entry::Vacant(entry) => {
                    entry.insert((name.clone(), row.code.clone()));
                    return true;
                }
            }
            false
        });
        if unused_code && unused_name {
            Some(Row { attrs: row.attrs, code: code?, name: name?, message: message? })
        } else {
            None
        }
    }
}

fn code_twice(code: &ast::Code, first: &(ast::Code, Option<Ident>), errors: &mut Errors) {
    let (first_code, first_name) = first;
    let owner = match first_name {
        Some(name) => format!(": `{name}` has it already"),
        None => String::new(),
    };
    errors.twice(code, format_args!("the code {code} is used twice{owner}"), first_code);
}

fn name_twice(row: &ast::Row, name: &Ident, first: &(Ident, ast::Code), errors: &mut Errors) {
    let (first_name, first_code) = first;
    let code = &row.code;
    let message = if row.name.is_some() {
        format!("the name `{name}` is used twice: {first_code} has it, so {code} needs another")
    } else {
        format!(
            "the message of {code} gives the name `{name}`, which {first_code} has already; \
             write `{code} => AnotherName: \"..\"`"
        )
    };
    errors.twice(name, message, first_name);
}

fn check_code(code: &ast::Code, repr: Repr, errors: &mut Errors) -> Option<i128> {
    let value = code.value().filter(|&value| repr.contains(value));
    if value.is_none() {
        errors.at(code, out_of_range_message(&code.to_string(), code.value(), repr));
    }
    value
}

fn out_of_range_message(code: &str, value: Option<i128>, repr: Repr) -> String {
    let (name, min, max) = (repr.name(), repr.min(), repr.max());
    let mut message =
        format!("the code {code} is out of range: this table's codes are {name}, {min} to {max}");
    if let Some(wider) = value.and_then(Repr::narrowest) {
        let wider = wider.name();
        let _ = write!(message, "; write `#[repr({wider})]` above the enum for codes like this");
    }
    message
}

fn check_message(message: &syn::LitStr, errors: &mut Errors) -> Option<String> {
    let text = message.value();
    if text.trim().is_empty() {
        errors.at(message, "the message is empty; write what the code means");
        return None;
    }
    Some(text)
}

/// The variant's name: the row's own, else the one its message gives.
fn check_name(row: &ast::Row, errors: &mut Errors) -> Option<Ident> {
    let Some(name) = &row.name else {
        let text = row.message.value();
        let name = naming::variant_name(&text);
        if name.is_none() && !text.trim().is_empty() {
            let code = &row.code;
            errors.at(
                &row.message,
                format_args!(
                    "this message gives no variant name; write `{code} => Name: {text:?}`"
                ),
            );
        }
        return Some(Ident::new(&name?, row.message.span()));
    };
    let text = name.to_string();
    let problem = if TAKEN_NAMES.contains(&text.as_str()) {
        "every table has an associated item of this name"
    } else if text.starts_with("r#") {
        "it is a raw identifier"
    } else if text == "_" {
        "it names nothing"
    } else if !naming::is_variant_name(&text) {
        "it is a keyword"
    } else {
        return Some(name.clone());
    };
    errors.at(
        name,
        format_args!(
            "`{text}` cannot name a variant: {problem}; write a name such as `InvalidAppId`"
        ),
    );
    None
}

/// The tables spread, each once, however often and by however many paths it was spread.
fn parents(rows: &[Row], spreads: Vec<ResolvedSpread>) -> Vec<Parent> {
    let mut seen = HashSet::new();
    let first_spreads =
        spreads.into_iter().filter(|spread| seen.insert(spread.parent.identity.clone()));
    first_spreads
        .map(|ResolvedSpread { path, parent, .. }| {
            let by_code: HashMap<_, _> =
                parent.rows.iter().map(|row| (row.code.value(), row)).collect();
            let (mut common, mut strangers) = (0, Vec::new());
            for row in rows {
                match by_code.get(&Some(row.code)) {
                    Some(same)
                        if row.name == variant_name(same)
                            && row.message == same.message.value() =>
                    {
                        common += 1;
                    }
                    Some(_) => strangers.push(row.code),
                    None => {}
                }
            }
            Parent {
                path,
                name: parent.name.clone(),
                repr: parent.repr,
                wholly_here: common == parent.rows.len(),
                all_of_the_table: common == rows.len(),
                strangers,
            }
        })
        .collect()
}
