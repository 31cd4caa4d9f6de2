//! The generated code. The steps before decided everything about the table; here it is only written
//! down.
//!
//! Generated code names nothing but `$crate`, so that it works wherever the facade's macro does. It
//! carries mixed-site spans, so that the user's lints leave it alone, and so does an editor's rename.
//! Names that an editor is to find have the user's own spans: those of the enum, its rows and picks, and
//! the hidden macro, which stands at the enum's name. Its locals and parameters begin with `__`, because
//! hygiene does not separate them from constants, statics and unit structs in the user's scope.

mod docs;
mod impls;
mod lookups;
mod methods;
mod numbers;
mod quoting;
mod strings;

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};

use crate::call::answering_macro;
use crate::carried;
use crate::hash::PerfectHash;
use crate::model::{Parent, Row, Table};
use crate::source;
use quoting::{generated, int_path, quote};

/// Generates the items of a table.
pub(crate) fn expand(table: &Table, hash: &PerfectHash) -> TokenStream {
    let expansion = Expansion::new(table, hash);
    [
        expansion.definition(),
        expansion.methods(),
        expansion.formatting(),
        expansion.conversions(),
        expansion.parent_conversions(),
        expansion.named_picks(),
        expansion.serde_impls(),
        expansion.carrier(),
    ]
    .into_iter()
    .collect()
}

/// A table with the fragments that several of its items need.
struct Expansion<'a> {
    table: &'a Table,
    hash: &'a PerfectHash,
    /// The names of the variants, by row.
    names: Vec<String>,
    /// The enum's name as generated items use it.
    ident: Ident,
    /// The facade's hidden module, which has all that generated code needs.
    private: TokenStream,
    /// The path of the code type.
    code_type: TokenStream,
    /// The lints that every generated item allows: those that the user allows on the table, and that of
    /// deprecated variants, because the impls of a table name them.
    allow: TokenStream,
}

impl<'a> Expansion<'a> {
    fn new(table: &'a Table, hash: &'a PerfectHash) -> Self {
        let krate = &table.krate;
        let private = quote!(#krate::__private);
        Self {
            table,
            hash,
            names: table.rows.iter().map(|row| row.name.to_string()).collect(),
            ident: generated(&table.ident),
            code_type: int_path(&private, table.code_type),
            private,
            allow: {
                let allowed = &table.allowed;
                let deprecated = table.deprecated.then(|| quote!(#[allow(deprecated)]));
                quote!(#(#allowed)* #deprecated)
            },
        }
    }

    fn rows(&self) -> &'a [Row] {
        &self.table.rows
    }

    fn definition(&self) -> TokenStream {
        let Self { table, private, .. } = self;
        let Table { attrs, vis, ident, .. } = table;
        let repr = table.code_type.ident();
        let variants = self.variants();
        let parents =
            docs::parents(&table.parents).map(|parents| quote!(#[doc = ""] #[doc = #parents]));
        quote! {
            #(#attrs)*
            #parents
            #[derive(
                #private::Clone, #private::Copy, #private::PartialEq, #private::Eq,
                #private::PartialOrd, #private::Ord, #private::Hash,
            )]
            #[repr(#repr)]
            #vis enum #ident { #variants }
        }
    }

    /// Generates the variants with their docs.
    ///
    /// A code that follows the one before is left to rustc to count, because rustc checks each written
    /// discriminant as a function of its own.
    fn variants(&self) -> TokenStream {
        let mut source = String::new();
        let mut previous = None;
        for (row, name) in self.rows().iter().zip(&self.names) {
            docs::write(&mut source, row);
            source.push_str(name);
            let is_next = previous.is_some_and(|previous: i128| previous + 1 == row.code);
            if !is_next {
                write!(source, "={}", row.code).expect("a String takes all");
            }
            source.push(',');
            previous = Some(row.code);
        }
        let mut tokens = source::tokens(&source).into_iter();
        let mut variants = TokenStream::new();
        for Row { place, attrs, name, .. } in self.rows() {
            // rustdoc reports the docs at the first attribute.
            variants.extend(tokens.by_ref().take(2).map(|mut token| {
                token.set_span(*place);
                token
            }));
            // The name in the source stands for the row's attributes and its own name.
            for token in tokens.by_ref() {
                match token {
                    TokenTree::Ident(_) => variants.extend(quote!(#(#attrs)* #name)),
                    TokenTree::Punct(punct) if punct.as_char() == ',' => {
                        variants.extend([TokenTree::Punct(punct)]);
                        break;
                    }
                    other => variants.extend([other]),
                }
            }
        }
        variants
    }

    /// Generates uses of the variants that are picked by name. They do nothing in a program, but an
    /// editor knows by them what the name in the selection means.
    fn named_picks(&self) -> TokenStream {
        let of_parents = self.table.parents.iter().filter(|parent| !parent.named_picks.is_empty());
        let uses = of_parents.map(|Parent { path, named_picks, .. }| {
            let names = named_picks.iter().map(|pick| &pick.name);
            let is_deprecated = named_picks.iter().any(|pick| pick.is_deprecated);
            let allow_deprecated = is_deprecated.then(|| quote!(#[allow(deprecated)]));
            quote! {
                #allow_deprecated
                const _: fn() = || { #(let _ = <#path>::#names;)* };
            }
        });
        uses.collect()
    }

    /// Generates the hidden macro of the table's own name, which answers the spreads of other tables
    /// wherever the table's path leads. The macro stands at the table's name, so that an editor leads from
    /// the path of a spread to the enum alone.
    fn carrier(&self) -> TokenStream {
        let Self { allow, .. } = self;
        let Table { vis, ident, .. } = self.table;
        let (answer, identity) = carried::write(self.table);
        // An editor needs the user's own span. With that span, rustc's lints would fire on the macro.
        let place = ident.span();
        let place = if in_rust_analyzer() { place } else { place.resolved_at(Span::mixed_site()) };
        // The name leaves out the table's, or completion would offer the macro for it.
        let macro_name = Ident::new(&format!("__wechat_codes_{identity}"), place);
        let macro_definition = answering_macro(&macro_name, &answer);
        let export = vis.is_public().then(|| quote!(#[macro_export]));
        let not_offered = not_offered();
        let alias = generated(ident);
        quote! {
            #[doc(hidden)]
            #allow
            #not_offered
            #export
            #macro_definition

            #[doc(hidden)]
            #allow
            #[allow(clippy::pub_use)]
            #vis use #macro_name as #alias;
        }
    }
}

/// Returns an attribute that keeps an item out of completion, if rust-analyzer expands the macro.
/// rust-analyzer offers a crate its own hidden items, but no unstable items with a stable compiler. rustc
/// would refuse the attribute.
fn not_offered() -> Option<TokenStream> {
    in_rust_analyzer().then(|| quote!(#[unstable]))
}

/// Tells whether rust-analyzer expands the macro. What the macro writes for rust-analyzer differs only
/// in the hidden macro's span and in whether completion offers that macro.
fn in_rust_analyzer() -> bool {
    let program = std::env::current_exe().unwrap_or_default();
    let name = program.file_stem().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with("rust-analyzer"))
}
