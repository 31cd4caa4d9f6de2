//! Checks the docs of a crate with a table that spreads another crate's table.

use std::fs;
use std::path::Path;

use crate::cargo::{cargo, fail, outside, succeed, write_crate};

#[test]
fn a_spread_table_is_documented_without_a_stray_macro_or_a_broken_link() {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("docs");
    // rustdoc adds its pages to those of an earlier run, so these are removed.
    drop(fs::remove_dir_all(&target));
    succeed(
        cargo("doc", &outside("app"))
            .args(["--no-deps", "--target-dir"])
            .arg(&target)
            .env("RUSTDOCFLAGS", "-D warnings"),
    );

    let doc = target.join("doc");
    let pages: Vec<_> = fs::read_dir(doc.join("app"))
        .expect("the crate's docs")
        .map(|entry| entry.expect("a readable entry").file_name().into_string().expect("UTF-8"))
        .collect();
    assert!(pages.iter().any(|page| page == "enum.AppCode.html"), "{pages:?}");
    assert!(!pages.iter().any(|page| page.starts_with("macro.")), "{pages:?}");
    let all_items = fs::read_to_string(doc.join("app/all.html")).expect("the list of items");
    assert!(all_items.contains("AppCode") && !all_items.contains("Macros"), "{all_items}");

    let page = fs::read_to_string(doc.join("app/enum.AppCode.html")).expect("the enum's page");
    assert!(page.contains("This table has all rows of <code>sdk::SdkCode</code>."));
    assert!(page.contains("<code>40013</code>: Invalid App ID"));
    assert!(page.contains("Raised before the call to"), "the docs of the SDK's row came along");
}

/// Rows' docs are tests and have links, as any enum's. Mistakes in them are reported at their place.
#[test]
fn mistakes_in_the_docs_of_a_row_are_reported_where_they_stand() {
    let krate = write_crate("docs-with-mistakes", "fn main() {}\n");
    let lib = "//! Docs.\nwechat_codes::wechat_codes! {\n    /// Docs.\n    pub enum T {\n        \
               /// ```\n        /// assert!(false);\n        /// ```\n        1 => One: \"one\",\n        \
               /// See [`nothing`].\n        2 => Two: \"two\",\n    }\n}\n";
    fs::write(krate.join("src/lib.rs"), lib).expect("a writable crate");
    let output = cargo("test", &krate).arg("--doc").output().expect("cargo runs");
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(stdout.contains("src/lib.rs - T::One (line "), "{stdout}");
    let stderr = fail(cargo("doc", &krate).arg("--lib").env("RUSTDOCFLAGS", "-D warnings"));
    assert!(stderr.contains("unresolved link to `nothing`"), "{stderr}");
    assert!(stderr.contains("src/lib.rs:9:"), "{stderr}");
}
