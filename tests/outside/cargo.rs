//! Runs cargo on crates outside the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Returns the root of the workspace.
pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the workspace")
}

/// Returns the folder of a crate in tests/crates.
pub(crate) fn outside(name: &str) -> PathBuf {
    workspace().join("tests/crates").join(name)
}

/// Prepares a cargo command for a crate outside the workspace. The crate gets the workspace's lock
/// file, and cargo does not use the network. All these commands share one target directory, so that
/// common dependencies are built once.
pub(crate) fn cargo(subcommand: &str, krate: &Path) -> Command {
    fs::copy(workspace().join("Cargo.lock"), krate.join("Cargo.lock")).expect("a writable crate");
    let mut command = Command::new(env!("CARGO"));
    command
        .arg(subcommand)
        .args(["--offline", "--quiet"])
        .current_dir(krate)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("outside"))
        .env_remove("RUSTFLAGS");
    command
}

/// Runs a command and returns its standard output. Panics with all its output if it fails.
pub(crate) fn succeed(command: &mut Command) -> String {
    let output = command.output().expect("cargo runs");
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{command:?}: {}\n{stdout}\n{stderr}", output.status);
    stdout
}

/// Runs a command that fails, and returns its standard error.
pub(crate) fn fail(command: &mut Command) -> String {
    let output = command.output().expect("cargo runs");
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success(), "{command:?}\n{stderr}");
    stderr
}

/// Writes a crate that depends only on wechat-codes, and returns its folder.
pub(crate) fn write_crate(name: &str, main: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let dependency = workspace().join("wechat-codes");
    let dependency = dependency.to_str().expect("the workspace's path is UTF-8");
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2024\"\n\n[dependencies]\n\
         wechat-codes.path = {dependency:?}\n\n[workspace]\n"
    );
    fs::create_dir_all(folder.join("src")).expect("a writable folder");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a writable folder");
    fs::write(folder.join("src/main.rs"), main).expect("a writable folder");
    folder
}
