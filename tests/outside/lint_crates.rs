//! The crates under tests/crates: linted, built and tested.

use std::env;
use std::process::Command;

use crate::cargo::{cargo, succeed, workspace};

/// `clippy` where it is installed, which CI makes sure of; the crates deny its lints.
fn lint() -> &'static str {
    let clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    if clippy.is_ok_and(|output| output.status.success()) {
        return "clippy";
    }
    assert!(env::var_os("CI").is_none(), "CI needs clippy");
    "check"
}

fn assert_clean_and_passing(name: &str) {
    let krate = workspace().join("tests/crates").join(name);
    succeed(cargo(lint(), &krate).arg("--all-targets"));
    succeed(&mut cargo("test", &krate));
}

#[test]
fn no_std_under_every_lint_with_the_dependency_renamed() {
    assert_clean_and_passing("no-std-renamed");
}
