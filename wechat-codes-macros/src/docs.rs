//! The documentation of generated enums and variants.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::{LitStr, Token};

use crate::ast::Attribute;
use crate::check::Parent;

/// The first line of a variant's docs, as it stands after `///`: the code and the message.
pub(crate) fn summary(code: i128, message: &str) -> String {
    format!(" `{code}`: {}", escape_markdown(message))
}

/// What finds a variant in the search of the docs beside its name: its code and, where rustc takes it
/// for an alias, its message.
pub(crate) fn aliases(code: i128, name: &str, message: &str) -> Vec<String> {
    let code = code.to_string();
    let fits = !message.is_empty() // as a row with a mistake may have it
        && message.trim() == message
        && !message.contains(|c: char| matches!(c, '"' | '\'') || c.is_whitespace() && c != ' ')
        && message != name
        && message != code;
    let message = fits.then(|| message.to_owned());
    [Some(code), message].into_iter().flatten().collect()
}

/// The paragraph on the tables that a table spreads, if any.
pub(crate) fn parents(parents: &[Parent]) -> Option<String> {
    let parts = parents.iter().map(|Parent { path, wholly_here, .. }| {
        format!("{} rows of `{path}`", if *wholly_here { "all" } else { "some" })
    });
    let list = parts.collect::<Vec<_>>().join(", ");
    (!list.is_empty()).then(|| format!(" This table has {list}."))
}

/// The attributes that a row keeps in the tables that spread it: its docs, in a form that holds in
/// other crates, and `#[deprecated]`. Others may be meant for a derive of the enum that declares the
/// row.
pub(crate) fn carried_attributes(attrs: &[Attribute]) -> Vec<TokenStream> {
    let mut in_code_block = false;
    let carried = attrs.iter().filter_map(|attr| {
        if attr.is("doc") && attr.arguments.is_none() {
            // `include_str!("..")` would look for a file beside another crate's source.
            let text = doc_text(attr)?;
            let text = without_tests(&text, &mut in_code_block);
            Some(quote!(#[doc = #text]))
        } else if attr.is("doc") || attr.is("deprecated") {
            Some(attr.to_token_stream())
        } else {
            None
        }
    });
    carried.collect()
}

/// The text of `#[doc = ".."]`.
fn doc_text(attr: &Attribute) -> Option<String> {
    let text = |content: ParseStream| {
        content.parse::<syn::Ident>()?;
        content.parse::<Token![=]>()?;
        content.parse::<LitStr>()
    };
    Some(text.parse2(attr.brackets.stream()).ok()?.value())
}

/// Docs whose code blocks rustdoc does not run: they are tests of the crate that declares the row.
fn without_tests(text: &str, in_code_block: &mut bool) -> String {
    let lines = text.split('\n').map(|line| {
        let fence = line.trim_start();
        if !fence.starts_with("```") && !fence.starts_with("~~~") {
            return line.to_owned();
        }
        *in_code_block = !*in_code_block;
        let indent = &line[..line.len() - fence.len()];
        let marks = &fence[..fence.len() - fence.trim_start_matches(['`', '~']).len()];
        if *in_code_block { format!("{indent}{marks}ignore") } else { line.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// A message as Markdown that shows it to the letter, on one line.
fn escape_markdown(message: &str) -> String {
    let line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(line.len());
    for (index, character) in line.char_indices() {
        let special = match character {
            // A bare URL would be a rustdoc warning in the user's crate.
            ':' => line[index..].starts_with("://"),
            // rustdoc makes dashes and an ellipsis of several.
            '-' | '.' => line[index + 1..].starts_with(character),
            other => r#"\`*_[]<>&~#|"'"#.contains(other),
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{aliases, summary, without_tests};

    #[test]
    fn a_message_is_an_alias_where_rustc_takes_it() {
        assert_eq!(aliases(40013, "InvalidAppId", "Invalid App ID"), ["40013", "Invalid App ID"]);
        assert_eq!(aliases(1, "Closed", "closed (see: the door)"), ["1", "closed (see: the door)"]);
        for message in ["", "Closed", "1", " closed", "clo\tsed", "It's closed", r#"a "door""#] {
            assert_eq!(aliases(1, "Closed", message), ["1"], "{message:?}");
        }
    }

    #[test]
    fn code_blocks_are_not_run() {
        let mut in_code_block = false;
        let mut line = |text: &str| without_tests(text, &mut in_code_block);
        assert_eq!(line(" Docs with `code`."), " Docs with `code`.");
        assert_eq!(line(" ```"), " ```ignore");
        assert_eq!(line(" assert!(false);"), " assert!(false);");
        assert_eq!(line(" ```"), " ```");
        assert_eq!(line(" ````rust,no_run\n x\n ````\n after"), " ````ignore\n x\n ````\n after");
    }

    #[test]
    fn plain_words_stand_as_they_are() {
        assert_eq!(summary(40013, "Invalid App ID"), " `40013`: Invalid App ID");
        assert_eq!(summary(-1, "Busy: (try later)."), " `-1`: Busy: (try later).");
    }

    #[test]
    fn markdown_is_escaped() {
        assert_eq!(
            summary(1, r#"a <b> [c] `d` *e_f* "\u" &lt;"#),
            r#" `1`: a \<b\> \[c\] \`d\` \*e\_f\* \"\\u\" \&lt;"#
        );
        assert_eq!(
            summary(2, "see https://mp.weixin.qq.com"),
            r" `2`: see https\://mp.weixin.qq.com"
        );
    }

    #[test]
    fn a_message_of_several_lines_is_one_line_of_docs() {
        assert_eq!(summary(3, "first\n\n    second\r\n"), " `3`: first second");
    }
}
