//! Measures what a table costs to compile, in `wechat-codes` and in crates that provide a similar
//! type: `cargo bench --package wechat-codes-benches --bench compile`. Needs hyperfine.
//!
//! Each program looks a code up and prints its name and message. Its dependencies are built before.
//! cargo then shows the command with which it ran rustc for the program, and hyperfine measures that
//! command, so cargo's own share is left out. Builds of the facade itself are measured in the same
//! way. Last come builds of projects that have nothing but dependencies.
//!
//! hyperfine's results are `target/compile-time/set-rows-build-stack.json`, which `report` reads.
//! The flags are `--rows 1000,2000` for the sizes of the made-up tables, `--stacks wechat,strum` for
//! the beginnings of names, and `--runs 3`. With `--test`, or without the `--bench` that `cargo bench`
//! passes, small programs are built once.

mod programs;
mod project;
#[path = "../../rows/src/rows.rs"]
mod rows;

use std::path::{Path, PathBuf};
use std::{env, fs};

use programs::{COLD_BUILDS, MADE_UP, OUR_DEPENDENCIES, OURS, REAL, Stack};
use project::{Project, command};
use rows::Row;

/// The builds of each program, and cargo's command for them.
const BUILDS: [(&str, &[&str]); 3] =
    [("dev", &["build"]), ("check", &["check"]), ("release", &["build", "--release"])];
/// rustc's caches in all projects. A program is built as if for the first time.
const CACHES: &str = "*/*/target/*/incremental";
const NOT_INCREMENTAL: &str = "--config=build.incremental=false";
/// As many rows as the report's goals for the real table are about.
const REAL_ROWS: usize = 1832;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bench = Bench::from_args(folder.path(), env::args().skip(1));
    fs::create_dir_all(&bench.results).expect("the folder can be made");
    let real_rows = if bench.smoke { 20 } else { REAL_ROWS };
    bench.programs("real", &REAL, &[real_rows], rows::real);
    bench.programs("made_up", &MADE_UP, &bench.rows, rows::made_up);
    if !bench.smoke {
        bench.facade();
        bench.cold_builds();
    }
}

/// What to measure, and where.
struct Bench {
    /// Whether to build only small programs once, to see that everything works.
    smoke: bool,
    rows: Vec<usize>,
    runs: Option<usize>,
    /// The beginnings of the names of the chosen stacks.
    stacks: Vec<String>,
    /// The parent of all projects.
    folder: PathBuf,
    results: PathBuf,
}

impl Bench {
    fn from_args(folder: &Path, mut args: impl Iterator<Item = String>) -> Self {
        let number = |text: &str| text.parse().expect("a number");
        let (mut rows, mut runs, mut stacks) =
            (vec![1000, 2000, 5000, 10_000], None, String::new());
        let (mut bench, mut test) = (false, false);
        while let Some(flag) = args.next() {
            let mut value = || args.next().expect("a value after the flag");
            match &*flag {
                "--bench" => bench = true,
                "--test" => test = true,
                "--rows" => rows = value().split(',').map(number).collect(),
                "--runs" => runs = Some(number(&value())),
                "--stacks" => stacks = value(),
                _ => panic!("the flags are --rows, --runs, --stacks and --test"),
            }
        }
        let smoke = test || !bench;
        // The report subtracts the program of one row, which is almost empty.
        rows.insert(0, 1);
        Self {
            smoke,
            rows: if smoke { vec![20] } else { rows },
            runs: if smoke { Some(1) } else { runs },
            stacks: stacks.split(',').map(str::to_owned).collect(),
            results: if smoke {
                folder.join("results")
            } else {
                concat!(env!("CARGO_TARGET_TMPDIR"), "/../compile-time").into()
            },
            folder: folder.to_owned(),
        }
    }

    fn has(&self, name: &str) -> bool {
        self.stacks.iter().any(|beginning| name.starts_with(beginning))
    }

    /// Measures the programs of one set of tables.
    fn programs(&self, set: &str, stacks: &[Stack], sizes: &[usize], rows: fn(usize) -> Vec<Row>) {
        let builds = if self.smoke { &BUILDS[..1] } else { &BUILDS };
        let stacks: Vec<&Stack> = stacks.iter().filter(|stack| self.has(stack.name)).collect();
        let project = |stack: &&Stack| self.project(set, stack.name, stack.dependencies);
        let projects: Vec<Project> = stacks.iter().map(project).collect();
        for (stack, project) in stacks.iter().zip(&projects) {
            project.write("main.rs", &stack.program(&rows(20)));
            for &size in sizes {
                project.write(&format!("{size}.rs"), &stack.program(&rows(size)));
            }
        }
        for (build, cargo) in builds {
            let rustc: Vec<_> =
                projects.iter().map(|project| project.rustc(cargo, "table")).collect();
            if *build == "dev" {
                projects.iter().for_each(|project| project.check_output(&rows(20)));
            }
            for size in sizes {
                let group = format!("{set}-{size}-{build}");
                for (stack, rustc) in stacks.iter().zip(&rustc) {
                    // The peers take a minute for a large table.
                    let runs = match size {
                        &REAL_ROWS => 10,
                        2001.. if stack.name != OURS.name => 1,
                        _ => 3,
                    };
                    let rustc = rustc.replace("src/main.rs", &format!("src/{size}.rs"));
                    self.measure(&group, stack.name, &rustc, CACHES, runs);
                }
            }
        }
    }

    /// Measures the dev build of the facade, and of the facade with each large table. It is not
    /// incremental, because a user's copy comes from the registry.
    fn facade(&self) {
        let project = self.project("facade", "wechat_codes", OUR_DEPENDENCIES);
        for feature in ["default", "weixin", "wecom", "channels"] {
            let feature_flag = format!("--features=wechat-codes/{feature}");
            let rustc = project.rustc(&["build", NOT_INCREMENTAL, &feature_flag], "wechat_codes");
            self.measure("facade-0-dev", feature, &rustc, CACHES, 5);
        }
    }

    /// Measures builds of projects that have nothing but dependencies. They are not incremental
    /// either, so that ours is not at a disadvantage.
    fn cold_builds(&self) {
        for (name, dependencies) in COLD_BUILDS.into_iter().filter(|(name, _)| self.has(name)) {
            let folder = self.project("cold", name, dependencies).folder;
            let cargo = format!("cargo build --quiet --offline {NOT_INCREMENTAL}");
            let build = format!("cd '{}' && {cargo}", folder.display());
            self.measure("cold-0-dev", name, &build, "cold/*/target", 3);
        }
    }

    fn project(&self, set: &str, name: &str, dependencies: &str) -> Project {
        eprintln!("{set}: {name} and its dependencies");
        Project::new(self.folder.join(set).join(name), dependencies)
    }

    /// Measures a shell command. `stale` is removed before each run.
    ///
    /// hyperfine gets one command at a time, because the memory that it reports is the most that any
    /// of its commands has needed so far.
    fn measure(&self, group: &str, stack: &str, shell_command: &str, stale: &str, runs: usize) {
        let runs = self.runs.unwrap_or(runs);
        let warmup = if runs > 1 { "1" } else { "0" };
        eprintln!("{group}");
        let status = command("hyperfine", &self.folder)
            .args(["--style", "basic", "--shell", "sh", "--warmup", warmup])
            .args(["--runs", &runs.to_string(), "--prepare", &format!("rm -rf {stale}")])
            .arg("--export-json")
            .arg(self.results.join(format!("{group}-{stack}.json")))
            .args(["--command-name", stack, shell_command])
            .status()
            .expect("hyperfine runs; .ci/tools installs it");
        assert!(status.success(), "hyperfine failed");
    }
}
