//! Lints, builds and tests the crates under tests/crates.

use std::env;
use std::process::Command;

use crate::cargo::{cargo, outside, succeed};

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
