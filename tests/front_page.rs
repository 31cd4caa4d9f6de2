//! Checks what README and docs say of versions, counts and links.

use std::fs;
use std::path::{Path, PathBuf};

const README: &str = include_str!("../README.md");

/// Returns the text of each Markdown file that the docs include, but for the indexes of codes.
fn pages() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wechat-codes/docs");
    let paths = fs::read_dir(folder).expect("the pages").map(|entry| entry.expect("a page").path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| (path.clone(), fs::read_to_string(&path).expect("a readable page")))
        .collect()
}

/// A front page is short, and begins with code.
#[test]
fn readme_is_a_front_page() {
    let lines: Vec<_> = README.lines().collect();
    assert!(lines.len() <= 150, "{} lines", lines.len());
    assert!(lines[..20].iter().any(|line| line.contains("match errcode.remedy()")));
}

#[test]
fn docs_show_every_page_once() {
    let docs = ["lib.rs", "guide.rs"].map(|file| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wechat-codes/src").join(file);
        fs::read_to_string(path).expect("a source file")
    });
    for (path, _) in pages() {
        let name = path.file_name().expect("a file's name").to_string_lossy();
        let include = format!(r#"include_str!("../docs/{name}")"#);
        let count: usize = docs.iter().map(|file| file.matches(&include).count()).sum();
        assert_eq!(count, 1, "{include}");
    }
}

/// A relative link leads to a file of the repository in one place, and to a page of the docs in the
/// other.
#[test]
fn links_of_the_pages_hold_in_the_repository_and_in_the_docs() {
    for (path, text) in pages() {
        for target in text.split("](").skip(1).chain(text.split("]: ").skip(1)) {
            assert!(target.starts_with("https://"), "{}: {target:.40}", path.display());
        }
    }
}

/// The README is the front page of the docs, too. The links that it defines at its end are defined
/// again in `lib.rs`, as links within the docs.
#[test]
fn links_of_the_readme_hold_in_the_repository_and_in_the_docs() {
    let docs = include_str!("../wechat-codes/src/lib.rs");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for target in README.split("](").skip(1) {
        assert!(target.starts_with('#') || target.starts_with("https://"), "{target:.40}");
    }
    let definitions = README.lines().filter(|line| line.starts_with('['));
    let definitions: Vec<_> = definitions.filter_map(|line| line.split_once("]: ")).collect();
    assert!(definitions.len() > 8, "the README's links");
    for (name, target) in definitions {
        assert!(docs.contains(&format!("{name}]: ")), "lib.rs defines {name}]");
        assert!(target.starts_with("https://docs.rs/") || root.join(target).exists(), "{target}");
    }
}

#[test]
fn versions_in_the_readme_are_those_of_the_package() {
    let minimum = format!("minimum Rust (now {})", env!("CARGO_PKG_RUST_VERSION"));
    assert!(README.contains(&minimum), "{minimum}");

    let (major, minor) = (env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"));
    let version = if major == "0" { format!("0.{minor}") } else { major.to_owned() };
    let dependency = format!("\nwechat-codes = {{ version = \"{version}\",");
    assert_eq!(README.matches(&dependency).count(), 1, "{dependency}");
    assert_eq!(README.matches("\nwechat-codes = ").count(), 1);
}

/// The README rounds the numbers of codes down.
#[cfg(all(feature = "weixin", feature = "wecom", feature = "channels"))]
#[test]
fn counts_in_the_readme_are_those_of_the_tables() {
    use wechat_codes::{ChannelsCode, ReturnCode, WeComCode, WeixinCode};

    for (table, count) in [
        ("ReturnCode", ReturnCode::COUNT),
        ("WeixinCode", WeixinCode::COUNT),
        ("WeComCode", WeComCode::COUNT),
        ("ChannelsCode", ChannelsCode::COUNT),
    ] {
        let row = README.lines().find(|line| line.starts_with(&format!("| [`{table}`]")));
        let cell = row.and_then(|row| row.split('|').nth(3)).expect(table).trim();
        let said = cell.strip_prefix("over ").expect(cell).replace(',', "");
        let said: usize = said.parse().expect(cell);
        assert!(said < count && count < said + said / 4, "{table} has {count} codes, not {cell}");
    }
}
