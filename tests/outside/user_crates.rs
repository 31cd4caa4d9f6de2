//! Lints, builds and tests the crates under tests/crates.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::cargo::{cargo, fail, outside, succeed, workspace, write_crate};

/// Returns `clippy` if it is installed, and `check` otherwise. CI must have Clippy, because the
/// crates deny its lints.
fn lint() -> &'static str {
    let clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    if clippy.is_ok_and(|output| output.status.success()) {
        return "clippy";
    }
    assert!(env::var_os("CI").is_none(), "CI needs clippy");
    "check"
}

fn assert_clean_and_passing(name: &str) {
    succeed(cargo(lint(), &outside(name)).arg("--all-targets"));
    succeed(&mut cargo("test", &outside(name)));
}

#[test]
fn no_lint_fires_over_tables_spreads_and_conditional_rows() {
    succeed(&mut cargo(lint(), &outside("lints")));
    succeed(cargo(lint(), &outside("lints")).args(["--features", "extra"]));
}

#[test]
fn no_std_under_every_lint_with_the_dependency_renamed() {
    assert_clean_and_passing("no-std-renamed");
}

#[test]
fn names_are_found_without_phf() {
    succeed(cargo(lint(), &outside("no-std-renamed")).arg("--no-default-features"));
    succeed(cargo("test", &outside("no-std-renamed")).arg("--no-default-features"));
}

#[test]
fn feature_serde_asks_nothing_of_a_crate_with_tables() {
    for name in ["lints", "no-std-renamed"] {
        succeed(cargo(lint(), &outside(name)).args(["--all-features", "--all-targets"]));
    }
}

#[test]
fn an_sdk_reexports_the_macro_and_an_application_extends_its_table() {
    assert_clean_and_passing("sdk");
    assert_clean_and_passing("app");
}

#[test]
fn another_crate_turns_on_phfs_ptrhash() {
    assert_clean_and_passing("phf-ptrhash");
}

#[test]
fn no_lint_that_a_user_forbids_is_allowed_by_generated_code() {
    succeed(&mut cargo(lint(), &outside("forbidden")));
    succeed(cargo(lint(), &outside("forbidden")).args(["--features", "extra"]));
}

#[test]
fn edition_2015_has_tables_and_their_messages() {
    succeed(&mut cargo(lint(), &outside("edition-2015")));
    let stderr = fail(cargo("check", &outside("edition-2015")).args(["--features", "mistake"]));
    for message in ["expected `=>` after the code", "the message is empty"] {
        assert!(stderr.contains(message), "{stderr}");
    }
    assert_eq!(stderr.matches("error: ").count(), 3, "two mistakes and rustc's summary: {stderr}");
}

/// Two versions of the crate in one build have two traits `CodeTable`, so their tables cannot be spread
/// into each other.
#[test]
fn a_table_of_another_version_is_refused_in_words() {
    let folder = another_version("0.7.0");
    let main = "wechat_codes::wechat_codes! { enum Both { ..other::ReturnCode, 900_001 => Own: \"own\" } }\n\
                fn main() { let _ = Both::Own; }\n";
    let krate = write_crate("two-versions", main);
    let manifest = krate.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a manifest");
    let path = folder.join("wechat-codes");
    let other =
        format!("[dependencies.other]\npackage = \"wechat-codes\"\npath = {path:?}\n\n[workspace]");
    fs::write(&manifest, text.replace("[workspace]", &other)).expect("a writable folder");
    let stderr = fail(&mut cargo("check", &krate));
    let message =
        "`other::ReturnCode` was made by another version of wechat-codes; use one version";
    assert!(stderr.contains(message), "{stderr}");
    assert!(!stderr.contains("E0277"), "{stderr}");
}

/// Copies the two published crates under another version, and returns their folder.
fn another_version(version: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another-version");
    drop(fs::remove_dir_all(&folder));
    for krate in ["wechat-codes", "wechat-codes-macros"] {
        copy_folder(&workspace().join(krate).join("src"), &folder.join(krate).join("src"));
    }
    copy_folder(&workspace().join("wechat-codes/docs"), &folder.join("wechat-codes/docs"));
    let readme = folder.join("wechat-codes/README.md");
    fs::copy(workspace().join("README.md"), readme).expect("a README");
    let replaced = |name: &str| {
        let text = fs::read_to_string(workspace().join(name)).expect("a manifest");
        text.replace("\"0.1.0\"", &format!("{version:?}"))
            .replace("\"=0.1.0\"", &format!("\"={version}\""))
    };
    let root = replaced("Cargo.toml");
    let members = root.find("members = [").zip(root.find("resolver")).expect("the members");
    let only = "members = [\"wechat-codes\", \"wechat-codes-macros\"]\n";
    let root = [&root[..members.0], only, &root[members.1..]].concat();
    fs::write(folder.join("Cargo.toml"), root).expect("a writable folder");
    for krate in ["wechat-codes", "wechat-codes-macros"] {
        let manifest = replaced(&format!("{krate}/Cargo.toml"));
        // The tests and the benchmarks were not copied.
        let manifest = manifest.split("[dev-dependencies]").next().expect("a manifest").to_owned();
        fs::write(folder.join(krate).join("Cargo.toml"), manifest).expect("a writable folder");
    }
    folder
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a writable folder");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            fs::copy(&path, target).expect("a readable file");
        }
    }
}
