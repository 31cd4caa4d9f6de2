//! A cargo project in a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::rows::Row;

/// A package with one program.
pub(crate) struct Project {
    pub(crate) folder: PathBuf,
}

impl Project {
    /// Creates a project with an empty program and downloads its dependencies. If this workspace's
    /// lock file lists a dependency, the project uses the same version.
    pub(crate) fn new(folder: PathBuf, dependencies: &str) -> Self {
        let project = Self { folder };
        let manifest = format!(
            "[package]\nname = \"table\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [dependencies]\n{dependencies}\n[workspace]\n"
        );
        fs::create_dir_all(project.folder.join("src")).expect("the folder can be made");
        project.write("../Cargo.toml", &manifest);
        project.write("../Cargo.lock", include_str!("../../../../Cargo.lock"));
        project.write("main.rs", "fn main() {}");
        succeed(command("cargo", &project.folder).arg("fetch"));
        project
    }

    /// Writes a file into the folder `src`.
    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.folder.join("src").join(file), text).expect("the file can be written");
    }

    /// Builds the project and returns the shell command with which cargo ran rustc for this crate.
    /// The crate must not have been built in this way before.
    pub(crate) fn rustc(&self, cargo: &[&str], krate: &str) -> String {
        let mut command = command("cargo", &self.folder);
        let output = succeed(command.args(cargo).args(["--offline", "-vv"]));
        let log = String::from_utf8_lossy(&output.stderr);
        let is_wanted = |line: &&str| line.contains(&format!("--crate-name {krate} "));
        let line = log.lines().rfind(is_wanted).expect("cargo built the crate");
        let command = line.trim().trim_start_matches("Running `").trim_end_matches('`');
        format!("cd '{}' && {command}", self.folder.display())
    }

    /// Panics unless the program that was built knows the last of the rows.
    pub(crate) fn check_output(&self, rows: &[Row]) {
        let row = rows.last().expect("a row");
        let program = self.folder.join("target/debug/table");
        let output = succeed(Command::new(program).arg(row.code.to_string()));
        assert!(String::from_utf8_lossy(&output.stdout).contains(&row.message), "{output:?}");
    }
}

/// Returns a command without the variables that would change the builds that it makes.
pub(crate) fn command(program: &str, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    for variable in
        ["CARGO_INCREMENTAL", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "CARGO_BUILD_TARGET_DIR"]
    {
        command.env_remove(variable);
    }
    command
}

/// Runs a command and returns its output.
fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}
