//! Hands the rows of the benchmarks' tables to a macro, so that each contender's type is made from
//! the same rows and none of them is a file of ten thousand lines.

mod rows;

use proc_macro::TokenStream;

/// `with_rows!(define, 2000)` becomes `define! { -1 => SystemBusy: "…", … }`, with 2,000 rows;
/// `with_rows!(define, 2000, i32)` writes `-1i32`.
///
/// # Panics
///
/// Where the input is anything else.
#[proc_macro]
pub fn with_rows(input: TokenStream) -> TokenStream {
    let input = input.to_string();
    let mut input = input.split(',').map(str::trim);
    let define = input.next().expect("a macro's name");
    let count = input
        .next()
        .and_then(|count| count.replace('_', "").parse().ok())
        .expect("a number of rows");
    let suffix = input.next().unwrap_or_default();
    let table = rows::table(&rows::rows(count), suffix);
    format!("{define}! {{ {table} }}").parse().expect("rows are tokens")
}
