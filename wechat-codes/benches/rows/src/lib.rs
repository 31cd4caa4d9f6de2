//! Passes the rows of the benchmarks' tables to a macro. In this way, all contenders use the same
//! rows, and they do not need files of ten thousand lines.

mod rows;

use proc_macro::TokenStream;
use rows::Row;
use wechat_codes::WeixinCode;

/// Expands `with_rows!(define, 225)` to `define! { -1 => SystemBusy: "…", … }` with 225 rows, which
/// are real up to 2,044. The codes of `with_rows!(define, 225, i32)` have a suffix, such as `-1i32`.
///
/// # Panics
///
/// Panics if the input has another form.
#[proc_macro]
pub fn with_rows(input: TokenStream) -> TokenStream {
    let input = input.to_string();
    let mut input = input.split(',').map(str::trim);
    let define = input.next().expect("a macro's name");
    let count = input.next().expect("a number of rows").replace('_', "");
    let count = count.parse().expect("a number of rows");
    let suffix = input.next().unwrap_or_default();
    let rows = if count <= WeixinCode::COUNT { rows::real(count) } else { rows::made_up(count) };
    let row = |row: &Row| format!("{}{suffix} => {}: {:?},", row.code, row.name, row.message);
    let table = rows.iter().map(row).collect::<Vec<_>>().join("\n");
    format!("{define}! {{ {table} }}").parse().expect("rows are tokens")
}
