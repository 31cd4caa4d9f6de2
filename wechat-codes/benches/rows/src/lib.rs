//! Passes the rows of the benchmarks' tables to a macro. In this way, all contenders use the same
//! rows, and they do not need files of ten thousand lines.

mod rows;

use proc_macro::TokenStream;
use wechat_codes::WeixinCode;

/// Expands `with_rows!(define, 2000)` to `define! { -1 => SystemBusy: "…", … }` with 2,000 rows.
/// Up to 2,044 rows are real ones. The codes of `with_rows!(define, 2000, i32)` have a suffix, such as `-1i32`.
///
/// # Panics
///
/// Panics if the input has another form.
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
    let rows = if count <= WeixinCode::COUNT { rows::real(count) } else { rows::made_up(count) };
    let table: String = rows
        .iter()
        .map(|row| format!("{}{suffix} => {}: {:?},\n", row.code, row.name, row.message))
        .collect();
    format!("{define}! {{ {table} }}").parse().expect("rows are tokens")
}
