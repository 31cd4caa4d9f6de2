//! Measures what a table costs to compile, in `wechat-codes` and in crates that provide a similar
//! type: `cargo bench --package wechat-codes-benches --bench compile`. Needs hyperfine.
//!
//! cargo shows the command with which it ran rustc for a program, and hyperfine measures that
//! command, so cargo's own share is left out. hyperfine's results are the files
//! `target/compile-time/set-rows-build-stack.json`, which `report` reads.

mod programs;
#[path = "../../rows/src/rows.rs"]
mod rows;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clap::Parser as _;
use programs::{OURS, STACKS, Stack};
use rows::Row;

/// The builds of each program, and cargo's command for them.
const BUILDS: [(&str, &[&str]); 3] =
    [("dev", &["build"]), ("check", &["check"]), ("release", &["build", "--release"])];
const WRITTEN: &str = "a writable folder";
/// As many rows as the report's goals for the real table are about.
const REAL_ROWS: usize = 1832;
/// rustc's caches. A program is built as if for the first time.
const CACHES: &str = "*/*/target/*/incremental";
/// Ours would be built incrementally, which takes longer. A user's copy comes from the registry.
const NOT_INCREMENTAL: &str = "--config=build.incremental=false";

#[derive(clap::Parser)]
struct Options {
    /// The sizes of the made-up tables
    #[arg(long, value_delimiter = ',', default_values_t = [1000, 2000, 5000, 10_000])]
    rows: Vec<usize>,
    /// How often each command runs, which else depends on its time
    #[arg(long)]
    runs: Option<usize>,
    /// The beginnings of the names of the stacks to measure
    #[arg(long, value_delimiter = ',', default_value = "")]
    stacks: Vec<String>,
    /// Builds small programs once, to see that everything works
    #[arg(long)]
    test: bool,
    /// Is passed by `cargo bench`; without it, `--test` is meant
    #[arg(long)]
    bench: bool,
    /// The parent of all projects.
    #[arg(skip)]
    folder: PathBuf,
}

fn main() {
    let mut options = Options::parse();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    temporary.path().clone_into(&mut options.folder);
    options.test |= !options.bench;
    if options.test {
        options.runs = Some(1);
        options.programs("real", &[20], rows::real);
        options.programs("made_up", &[20], rows::made_up);
    } else {
        // The report subtracts the program of one row, which is almost empty.
        options.rows.insert(0, 1);
        options.programs("real", &[REAL_ROWS], rows::real);
        options.programs("made_up", &options.rows, rows::made_up);
        options.facade();
        options.cold_builds();
    }
}

impl Options {
    /// Measures the programs of one set of tables.
    fn programs(&self, set: &str, sizes: &[usize], rows: fn(usize) -> Vec<Row>) {
        let project = |stack| (stack, self.project(set, stack, &stack.program(&rows(20))));
        let projects: Vec<(&Stack, PathBuf)> = self.stacks(set).map(project).collect();
        for (stack, project) in &projects {
            for size in sizes {
                let file = project.join(format!("src/{size}.rs"));
                fs::write(file, stack.program(&rows(*size))).expect(WRITTEN);
            }
        }
        for (build, cargo) in if self.test { &BUILDS[..1] } else { &BUILDS } {
            let rustc = |(_, project): &(_, PathBuf)| rustc(project, cargo, "table");
            let commands: Vec<String> = projects.iter().map(rustc).collect();
            for size in sizes {
                let group = format!("{set}-{size}-{build}");
                for ((stack, _), rustc) in projects.iter().zip(&commands) {
                    let runs = if stack.name != OURS && *size > 2000 { 1 } else { 5 };
                    let rustc = rustc.replace("src/main.rs", &format!("src/{size}.rs"));
                    self.measure(&group, stack.name, &rustc, CACHES, runs);
                }
            }
        }
        for (stack, project) in &projects {
            let row = rows(20).pop().expect("a row");
            let output = run("target/debug/table", project, &[&row.code.to_string()]).stdout;
            assert!(String::from_utf8_lossy(&output).contains(&row.message), "{}", stack.name);
        }
    }

    /// Measures the dev build of the facade, and of the facade with each large table.
    fn facade(&self) {
        let project = self.project("facade", &STACKS[0], "fn main() {}");
        for feature in ["default", "weixin", "wecom", "channels"] {
            let flag = format!("--features=wechat-codes/{feature}");
            let rustc = rustc(&project, &["build", NOT_INCREMENTAL, &flag], OURS);
            self.measure("facade-0-dev", feature, &rustc, CACHES, 5);
        }
    }

    fn cold_builds(&self) {
        for stack in self.stacks("cold") {
            let project = self.project("cold", stack, "fn main() {}");
            let folder = project.display();
            let build = format!("cd '{folder}' && cargo build --offline {NOT_INCREMENTAL}");
            self.measure("cold-0-dev", stack.name, &build, "cold/*/target", 3);
        }
    }

    fn stacks(&self, set: &str) -> impl Iterator<Item = &'static Stack> {
        let is_chosen = |name: &str| self.stacks.iter().any(|start| name.starts_with(start));
        STACKS.iter().filter(move |stack| stack.sets.contains(set) && is_chosen(stack.name))
    }

    /// Creates a project and downloads its dependencies, in the versions of our lock file.
    fn project(&self, set: &str, stack: &Stack, program: &str) -> PathBuf {
        eprintln!("{set}: {} and its dependencies", stack.name);
        let folder = self.folder.join(set).join(stack.name);
        fs::create_dir_all(folder.join("src")).expect(WRITTEN);
        let package = "[package]\nname = 'table'\nedition = '2024'\n[workspace]\n[dependencies]\n";
        let manifest = package.to_owned() + &stack.dependencies();
        fs::write(folder.join("Cargo.toml"), manifest).expect(WRITTEN);
        let lock = include_str!("../../../../Cargo.lock");
        fs::write(folder.join("Cargo.lock"), lock).expect(WRITTEN);
        fs::write(folder.join("src/main.rs"), program).expect(WRITTEN);
        run("cargo", &folder, &["fetch"]);
        folder
    }

    /// Measures a shell command. `stale` is removed before each run. hyperfine gets one command at a
    /// time, because the memory that it reports is the most of all its commands so far.
    fn measure(&self, group: &str, stack: &str, shell_command: &str, stale: &str, runs: usize) {
        let runs = self.runs.unwrap_or(runs);
        let target = concat!(env!("CARGO_TARGET_TMPDIR"), "/..");
        let results = if self.test { &*self.folder } else { Path::new(target) };
        let results = results.join("compile-time");
        fs::create_dir_all(&results).expect(WRITTEN);
        let warmup = if runs > 1 { "1" } else { "0" };
        let (runs, prepare) = (runs.to_string(), format!("--prepare=rm -rf {stale}"));
        let json = format!("--export-json={}/{group}-{stack}.json", results.display());
        let name = format!("--command-name={group} {stack}");
        let args = ["--style=basic", "--shell=sh", "--warmup", warmup, "--runs", &runs, &prepare];
        let args = [&args[..], &[&name, &json, shell_command]].concat();
        let output = run("hyperfine", &self.folder, &args);
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
}

/// Builds a project and returns the shell command with which cargo ran rustc for this crate, which
/// must not have been built in this way before.
fn rustc(project: &Path, cargo: &[&str], krate: &str) -> String {
    let output = run("cargo", project, &[cargo, &["--offline", "-vv"]].concat());
    let log = String::from_utf8_lossy(&output.stderr);
    let wanted = format!("--crate-name {krate} ");
    let line = log.lines().rfind(|line| line.contains(&wanted)).expect("cargo built the crate");
    let command = line.trim().trim_start_matches("Running `").trim_end_matches('`');
    format!("cd '{}' && {command}", project.display())
}

/// Runs a program in a folder, without the variables that would change the builds.
fn run(program: &str, folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env_remove("CARGO_INCREMENTAL");
    command.env_remove("CARGO_TARGET_DIR").env_remove("CARGO_BUILD_TARGET_DIR");
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (status, stderr) = (output.status, String::from_utf8_lossy(&output.stderr));
    assert!(status.success(), "{command:?}: {status}: {stderr}");
    output
}
