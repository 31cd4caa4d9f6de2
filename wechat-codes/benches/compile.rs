//! Measures what a table costs to compile, in `wechat-codes` and in two stacks of crates that
//! provide a similar type.
//!
//! ```sh
//! cargo bench -p wechat-codes --bench compile
//! cargo bench -p wechat-codes --bench compile -- --rows 135,1000 --stacks wechat,strum --runs 5
//! ```
//!
//! For each table and stack, the benchmark writes a program that looks a code up and prints its
//! name and message, and builds the program with cargo in a temporary folder. The dependencies are
//! built before, so time and memory are those of rustc for the program alone. The benchmark also
//! builds projects that have nothing but dependencies.
//!
//! Progress goes to stderr, and the tables of medians go to stdout. A cell contains no spaces. A
//! `-` means that the figure was not measured, such as memory on systems other than Linux.
//!
//! Without `--runs`, each program is built three times, but the peers' programs of more than 2,000
//! rows only once. With `--test`, or without the `--bench` that `cargo bench` passes, the benchmark
//! only checks and builds each stack's program of 135 rows once.

#[path = "compile/figures.rs"]
mod figures;
#[path = "compile/options.rs"]
mod options;
#[path = "compile/project.rs"]
mod project;
#[path = "compile/report.rs"]
mod report;
#[path = "rows/src/rows.rs"]
mod rows;
#[path = "compile/rustc.rs"]
mod rustc;
#[path = "compile/stacks.rs"]
mod stacks;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use figures::{Figures, Measure};
use options::Options;
use project::{Build, Project};
use rows::Row;
use stacks::Stack;

fn main() -> ExitCode {
    if let Some(exit_code) = rustc::run_if_called_by_cargo() {
        return exit_code;
    }
    match Options::from_args(env::args().skip(1)) {
        Ok(options) => {
            report::print(&measure(&options), &options);
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}\nflags: --rows 135,1000  --stacks wechat,strum  --runs 3  --test");
            ExitCode::FAILURE
        }
    }
}

/// Builds everything. The runs are the outermost loop, and the stacks take turns in each of them.
/// If the machine is busy for a minute, this affects all stacks, and not all runs of one program.
fn measure(options: &Options) -> Figures {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = |&stack| (stack, built_project(stack, folder.path(), options.builds()));
    let projects: Vec<(&Stack, Project)> = options.stacks.iter().map(project).collect();

    let mut figures = Figures::default();
    for run in 1..=options.most_runs() {
        for &count in &options.rows {
            let rows = rows::rows(count);
            for (stack, project) in &projects {
                if run <= options.runs(stack, count) {
                    eprint!("run {run}  {count} rows  {}", stack.name);
                    for (measure, figure) in build(stack, project, &rows, options.builds()) {
                        figures.programs.add((stack.name, count, measure), figure);
                    }
                }
            }
        }
        for (name, dependencies) in options.cold_builds() {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let seconds = Project::new(folder.path(), dependencies).build_cold();
            eprintln!("run {run}  cold build  {name}  {seconds:.2} s");
            figures.cold_builds.add(name, seconds);
        }
    }
    figures
}

/// Creates the project of a stack and builds its dependencies.
fn built_project(stack: &Stack, parent: &Path, builds: &[Build]) -> Project {
    eprint!("dependencies  {}", stack.name);
    let project = Project::new(&parent.join(stack.name), stack.dependencies);
    build(stack, &project, &rows::rows(1), builds);
    project
}

/// Builds the program of these rows and returns its costs.
fn build(stack: &Stack, project: &Project, rows: &[Row], builds: &[Build]) -> Vec<(Measure, f64)> {
    project.write_program(&stack.program(rows));
    let mut figures = Vec::new();
    let mut megabytes = Vec::new();
    for &build in builds {
        let cost = project.build(build);
        eprint!("  {} {cost}", build.name());
        figures.push((Measure::Time(build), cost.seconds));
        megabytes.extend(cost.megabytes);
    }
    eprintln!();
    figures.extend(megabytes.into_iter().reduce(f64::max).map(|peak| (Measure::Memory, peak)));
    if builds.contains(&Build::Release) {
        figures.extend(project.sizes());
    }
    project.check_output(rows);
    figures
}
