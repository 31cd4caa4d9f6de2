//! A cargo project in a temporary folder.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use object::{Object as _, ObjectSection as _};

use crate::figures::Measure;
use crate::rows::Row;
use crate::rustc::{COST_FILE, Cost, parse_cost};

/// The name of every project's package, and so of its binary.
pub(crate) const PROGRAM: &str = "table";

/// A kind of build.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Build {
    Check,
    Dev,
    Release,
}

impl Build {
    pub(crate) const ALL: [Self; 3] = [Self::Check, Self::Dev, Self::Release];

    /// Returns the name of the build in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }

    fn command(self) -> &'static str {
        if self == Self::Check { "check" } else { "build" }
    }

    fn profile(self) -> &'static str {
        if self == Self::Release { "release" } else { "dev" }
    }
}

/// A package with one program.
pub(crate) struct Project {
    folder: PathBuf,
}

impl Project {
    /// Creates a project with an empty program and downloads its dependencies. If this workspace's
    /// lock file lists a dependency, the project uses the same version.
    pub(crate) fn new(folder: &Path, dependencies: &str) -> Self {
        let project = Self { folder: folder.to_owned() };
        let manifest = format!(
            "[package]\nname = \"{PROGRAM}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
             [dependencies]\n{dependencies}\n[profile.release]\nstrip = true\n[workspace]\n"
        );
        fs::create_dir_all(folder.join("src")).expect("the folder can be made");
        fs::write(folder.join("Cargo.toml"), manifest).expect("Cargo.toml can be written");
        let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("Cargo.lock can be copied");
        project.write_program("fn main() {}");
        succeed(project.cargo("fetch"));
        project
    }

    /// Replaces the program.
    pub(crate) fn write_program(&self, program: &str) {
        fs::write(self.folder.join("src/main.rs"), program).expect("main.rs can be written");
    }

    /// Builds the program as if for the first time, and its dependencies if they are not built yet.
    /// A dev build is incremental, as it is for users, and begins with an empty cache.
    pub(crate) fn build(&self, build: Build) -> Cost {
        let flags = ["--offline", "--profile", build.profile()];
        let mut clean = self.cargo("clean");
        clean.args(flags).args(["--package", PROGRAM]);
        succeed(clean);
        let cost_file = self.folder.join("cost");
        let mut cargo = self.cargo(build.command());
        cargo.args(flags).env(COST_FILE, &cost_file);
        cargo.env("RUSTC_WRAPPER", env::current_exe().expect("the path of this program"));
        succeed(cargo);
        let cost = fs::read_to_string(&cost_file).expect("rustc was run");
        // The file is removed, so that a later build cannot report the figures of this one.
        fs::remove_file(cost_file).expect("the file can be removed");
        parse_cost(&cost).expect("seconds and megabytes")
    }

    /// Returns the seconds of a dev build of a new project, including all its dependencies.
    pub(crate) fn build_cold(&self) -> f64 {
        let mut cargo = self.cargo("build");
        // wechat-codes is a path dependency here, so cargo would build it incrementally, which
        // takes longer. A user's copy comes from the registry and is not built incrementally.
        cargo.arg("--offline").env("CARGO_INCREMENTAL", "0");
        let start = Instant::now();
        succeed(cargo);
        start.elapsed().as_secs_f64()
    }

    /// Returns the sizes of the release binary.
    pub(crate) fn sizes(&self) -> Vec<(Measure, f64)> {
        let binary = fs::read(self.binary(Build::Release)).expect("there is a release binary");
        let mut sizes = vec![(Measure::Binary, bytes(binary.len() as u64))];
        sizes.extend(data_size(&binary).map(|data| (Measure::Data, data)));
        sizes
    }

    /// Panics unless the dev binary knows the last of the rows.
    pub(crate) fn check_output(&self, rows: &[Row]) {
        let Row { code, name, message } = rows.last().expect("a row");
        let mut program = Command::new(self.binary(Build::Dev));
        program.arg(code.to_string());
        assert_eq!(succeed(program), format!("{name}: {message}\n"));
    }

    fn binary(&self, build: Build) -> PathBuf {
        let folder = if build == Build::Release { "release" } else { "debug" };
        let file = format!("{PROGRAM}{}", env::consts::EXE_SUFFIX);
        self.folder.join("target").join(folder).join(file)
    }

    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.arg(command).current_dir(&self.folder);
        // These variables would change the builds that are measured, or the folder of the binaries.
        cargo.env_remove("CARGO_INCREMENTAL").env_remove("CARGO_BUILD_TARGET");
        cargo.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
        cargo
    }
}

/// Runs a command and returns what it printed.
fn succeed(mut command: Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed:\n{stderr}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Returns the bytes of read-only data and of its relocations. A binary needs these because it is
/// position-independent by default. Returns `None` unless the binary is an ELF file.
fn data_size(binary: &[u8]) -> Option<f64> {
    const SECTIONS: [&str; 4] = [".rodata", ".data.rel.ro", ".rela.dyn", ".relr.dyn"];
    let binary = object::File::parse(binary).ok()?;
    let sections = SECTIONS.iter().filter_map(|name| binary.section_by_name(name));
    Some(bytes(sections.map(|section| section.size()).sum()))
}

/// Converts a number of bytes, so that it can be used in calculations.
fn bytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).expect("less than 4 GB"))
}
