//! Makes tables and the guide's charts of what the other benchmarks measured last:
//! `cargo bench --package wechat-codes-benches --bench report`.
//!
//! All figures are medians. The charts go to `wechat-codes/docs/`. Without the `--bench` that
//! `cargo bench` passes, no chart is written.

mod charts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::ops::RangeBounds;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

const OURS: &str = "wechat_codes";
const FLOOR: &str = "floor";

/// The figures of the contenders in each group. A group's name has three parts, the first of which
/// has a table of its own.
#[derive(Default)]
struct Results(BTreeMap<String, BTreeMap<String, BTreeMap<String, f64>>>);

fn main() {
    let nanoseconds = nanoseconds();
    nanoseconds.print("nanoseconds a call");
    let [seconds, megabytes] = builds();
    seconds.print("seconds of a build");
    megabytes.print("megabytes of a build");
    print_goals(&seconds, &megabytes);
    let is_bench = env::args().any(|flag| flag == "--bench");
    let charts = [charts::lookup(&nanoseconds), charts::compile(&seconds)];
    for (name, chart) in ["lookup", "compile"].into_iter().zip(charts) {
        let file = format!(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/{}.svg"), name);
        match chart {
            Some(chart) if is_bench => fs::write(file, chart).expect("a writable folder"),
            Some(_) => {}
            None => println!("The chart `{name}` lacks figures."),
        }
    }
}

/// Returns the nanoseconds of a call, as criterion measured them.
fn nanoseconds() -> Results {
    let mut results = Results::default();
    for contender in entries("criterion").iter().flat_map(entries) {
        let about = json(&contender.join("new/benchmark.json"));
        let calls = about["throughput"]["Elements"].as_f64().unwrap_or(1.0);
        let pass = &json(&contender.join("new/estimates.json"))["median"]["point_estimate"];
        let [group, name] = ["group_id", "function_id"].map(|id| about[id].as_str().unwrap_or(""));
        results.add(group, name, pass.as_f64().map(|pass| pass / calls));
    }
    results
}

/// Returns the seconds and the megabytes of each build, as hyperfine measured them.
fn builds() -> [Results; 2] {
    let (mut seconds, mut megabytes) = (Results::default(), Results::default());
    for file in entries("compile-time") {
        let result = &json(&file)["results"][0];
        let name = result["command"].as_str().unwrap_or_default();
        let (group, stack) = name.split_once(' ').unwrap_or_default();
        seconds.add(group, stack, result["median"].as_f64());
        let bytes = result["memory_usage_byte"].as_array().and_then(|runs| runs.last()?.as_f64());
        megabytes.add(group, stack, bytes.map(|bytes| bytes / 1e6));
    }
    [seconds, megabytes]
}

/// Returns what is in a folder, which is in cargo's target folder and need not exist.
fn entries(folder: impl AsRef<Path>) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("").join(folder);
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// Reads a file, or returns null if there is none, or an empty one of a benchmark that was stopped.
fn json(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).unwrap_or_default()).unwrap_or_default()
}

impl Results {
    fn add(&mut self, group: &str, contender: &str, figure: Option<f64>) {
        let (Some(figure), [set, line]) = (figure, parts(group)) else { return };
        let figures = self.0.entry(set).or_default().entry(line).or_default();
        figures.insert(contender.to_owned(), figure);
    }

    fn get(&self, group: &str, contender: &str) -> Option<f64> {
        self.of(group)?.get(contender).copied()
    }

    fn of(&self, group: &str) -> Option<&BTreeMap<String, f64>> {
        let [set, line] = parts(group);
        self.0.get(&set)?.get(&line)
    }

    fn print(&self, unit: &str) {
        for (set, lines) in &self.0 {
            let names = lines.values().flat_map(BTreeMap::keys);
            // The floor and ours come first.
            let heads: BTreeSet<(bool, bool, &str)> =
                names.map(|name| (name != FLOOR, name != OURS, &**name)).collect();
            print!("{:<40}", format!("{set}: {unit}"));
            let head =
                heads.iter().fold(String::new(), |line, head| format!("{line}  {:>9}", head.2));
            print!("{head}  ours/floor  best_peer/ours  value/ours");
            for (line, figures) in lines {
                let figure = |name: &str| figures.get(name).copied();
                print!("\n{line:<40}");
                for (.., head) in &heads {
                    print_cell(head, figure(head));
                }
                print_cell("ours/floor", ratio(figure(OURS), figure(FLOOR)));
                print_cell("best_peer/ours", best_peer_to_ours(figures));
                print_cell("value/ours", ratio(figure("value"), figure(OURS)));
            }
            println!("\n");
        }
    }
}

/// Splits the name of a group into its first part, and the others as the beginning of a line. The
/// others are padded, so that numbers of rows are in ascending order.
fn parts(group: &str) -> [String; 2] {
    let (set, rest) = group.split_once('-').unwrap_or((group, ""));
    let line = rest.split('-').fold(String::new(), |line, part| format!("{line}{part:>20}"));
    [set.into(), line]
}

/// Prints a figure below the head of its column.
fn print_cell(head: &str, figure: Option<f64>) {
    let cell = figure.map_or("-".to_owned(), |figure| format!("{figure:.2}"));
    print!("  {cell:>width$}", width = head.len().max(9));
}

fn ratio(figure: Option<f64>, to: Option<f64>) -> Option<f64> {
    Some(figure? / to?)
}

fn best_peer_to_ours(figures: &BTreeMap<String, f64>) -> Option<f64> {
    let peers = figures.iter().filter(|(name, _)| !name.starts_with(OURS) && *name != FLOOR);
    let best = peers.map(|(_, figure)| *figure).min_by(f64::total_cmp);
    ratio(best, figures.get(OURS).copied())
}

/// Prints the limits of what compiling may cost.
fn print_goals(seconds: &Results, megabytes: &Results) {
    for (build, goal) in [("check", 2.2), ("dev", 1.7)] {
        let group = format!("real-1832-{build}");
        let figure = ratio(seconds.get(&group, OURS), seconds.get(&group, "match"));
        print_goal(&format!("{group}, ours to match"), figure, ..=goal);
    }
    let large = "made_up-10000-dev";
    let peer = |results: &Results| results.of(large).and_then(best_peer_to_ours);
    print_goal(&format!("{large}, best peer to ours"), peer(seconds), 10.0..);
    print_goal(&format!("{large}, best peer's memory to ours"), peer(megabytes), 5.0..);
    for build in ["check", "dev", "release"] {
        let seconds = |rows: u32| seconds.get(&format!("made_up-{rows}-{build}"), OURS);
        let a_row = |rows: u32| Some((seconds(rows)? - seconds(1)?) / f64::from(rows - 1));
        let figure = ratio(a_row(10_000), a_row(1000));
        print_goal(&format!("{build}, a row of 10,000 to a row of 1,000"), figure, 0.8..=1.2);
    }
    for feature in ["weixin", "wecom", "channels"] {
        let seconds = |feature| seconds.get("facade-0-dev", feature);
        let added = seconds(feature).zip(seconds("default")).map(|(all, base)| all - base);
        print_goal(&format!("facade, seconds that {feature} adds"), added, ..=1.0);
    }
}

/// Prints a figure and whether it is in this range.
fn print_goal(what: &str, figure: Option<f64>, goal: impl RangeBounds<f64> + Debug) {
    let met = figure.map(|figure| if goal.contains(&figure) { "met" } else { "missed" });
    print!("{what:<50}");
    print_cell("", figure);
    println!("  goal {goal:?}: {}", met.unwrap_or("not measured"));
}
