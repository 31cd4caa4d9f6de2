//! Hands the rows of the benchmarks' tables to a macro, so that each contender's type is made from
//! the same rows and none of them is a file of ten thousand lines.

mod rows;

use proc_macro::TokenStream;

/// `with_rows!(define, 2000);` becomes `define! { -1 => SystemBusy: "…", … }`, with 2,000 rows.
///
/// # Panics
///
/// Where the input is not a macro's name, a comma and the number of rows.
#[proc_macro]
pub fn with_rows(input: TokenStream) -> TokenStream {
    let input = input.to_string();
    let (define, count) = input.split_once(',').expect("`macro, number`");
    let count = count.trim().parse().expect("a number of rows");
    let table = rows::table(&rows::rows(count));
    format!("{define}! {{ {table} }}").parse().expect("rows are tokens")
}
