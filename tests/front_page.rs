//! Checks that the README and the front page of the docs have the same guide.

use std::fs;
use std::path::Path;

/// Returns the file name and the text of each piece of the guide.
fn pieces() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wechat-codes/docs");
    let entries = fs::read_dir(folder).expect("the pieces of the guide");
    entries
        .map(|entry| {
            let path = entry.expect("a readable entry").path();
            let name = path.file_name().expect("a file's name").to_string_lossy().into_owned();
            (name, fs::read_to_string(path).expect("a readable file"))
        })
        .collect()
}

#[test]
fn readme_has_every_piece_of_the_guide_to_the_letter() {
    let readme = include_str!("../README.md");
    for (name, text) in pieces() {
        assert!(
            readme.contains(&format!("\n\n{text}\n")),
            "README.md and wechat-codes/docs/{name} differ: write the change into both"
        );
    }
}

#[test]
fn docs_show_every_piece_of_the_guide_once() {
    let facade = include_str!("../wechat-codes/src/lib.rs");
    for (name, _) in pieces() {
        let include = format!(r#"doc = include_str!("../docs/{name}")"#);
        assert_eq!(facade.matches(&include).count(), 1, "{include}");
    }
}

/// Only absolute links work in both places. A relative link leads to a file of the repository in
/// the README, but to a page of the docs on their front page.
#[test]
fn links_of_the_guide_hold_in_both_places() {
    for (name, text) in pieces() {
        let targets = text.split("](").skip(1).chain(text.split("]: ").skip(1));
        for target in targets {
            assert!(target.starts_with("https://"), "{name}: {target:.40}");
        }
    }
}

#[test]
fn versions_in_the_guide_are_those_of_the_package() {
    let readme = include_str!("../README.md");
    let minimum = format!("## Minimum Rust version\n\n{}. ", env!("CARGO_PKG_RUST_VERSION"));
    assert!(readme.contains(&minimum), "{minimum}");

    let (major, minor) = (env!("CARGO_PKG_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MINOR"));
    let version = if major == "0" { format!("0.{minor}") } else { major.to_owned() };
    let asked = [
        format!("\nwechat-codes = \"{version}\""),
        format!("\nwechat-codes = {{ version = \"{version}\","),
    ];
    for line in &asked {
        assert_eq!(readme.matches(line.as_str()).count(), 1, "{line}");
    }
    assert_eq!(readme.matches("\nwechat-codes = ").count(), asked.len());
}
