//! What a table costs to compile, in `wechat-codes` and in two stacks of crates that give a similar
//! type.
//!
//! ```sh
//! cargo bench -p wechat-codes --bench compile
//! cargo bench -p wechat-codes --bench compile -- --rows 135,1000 --stacks wechat,strum --runs 5
//! ```
//!
//! For each table and stack it makes a program that looks a code up and prints what it means, and
//! builds it with cargo in a temporary folder. Time and memory are those of rustc for that program
//! alone; its dependencies are built before. Beside that it builds projects that have nothing but
//! dependencies. Progress goes to stderr and the tables of medians to stdout, with no spaces inside a
//! cell and a `-` for what was not measured, such as memory where the system is not Linux.
//!
//! `--runs` is 3; where it is not given, the peers' tables above 2,000 rows are built once. With
//! `--test`, or without the `--bench` that `cargo bench` passes, each stack's program of 135 rows is
//! checked and built once, and that is all.

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

/// Builds everything. The stacks take turns and the runs are the outermost loop, so that a noisy
/// minute hits all stacks, and no cell in all of its runs.
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

/// The project of a stack, its dependencies built.
fn built_project(stack: &Stack, parent: &Path, builds: &[Build]) -> Project {
    eprint!("dependencies  {}", stack.name);
    let project = Project::new(&parent.join(stack.name), stack.dependencies);
    build(stack, &project, &rows::rows(1), builds);
    project
}

/// What it costs to build the program of these rows.
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
