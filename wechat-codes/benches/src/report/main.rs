//! Makes tables and the guide's charts of what the other benchmarks measured last:
//! `cargo bench --package wechat-codes-benches --bench report`.
//!
//! All figures are medians. The tables go to stdout, and the charts to `wechat-codes/docs/`. Without
//! the `--bench` that `cargo bench` passes, no chart is written.

mod charts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::ops::RangeBounds;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::Value;

/// The contender whose ratios are printed.
const OURS: &str = "wechat_codes";
/// The contender that does the least possible work.
const FLOOR: &str = "floor";

/// The figures of contenders, by the three parts of the group's name.
type Results = BTreeMap<[String; 3], BTreeMap<String, f64>>;

fn main() {
    let nanoseconds = nanoseconds();
    let (seconds, megabytes) = builds();
    print("nanoseconds a call", &nanoseconds);
    print("seconds of a build", &seconds);
    print("megabytes of a build", &megabytes);
    print_goals(&seconds, &megabytes);
    let charts = [("lookup", charts::lookup(&nanoseconds)), ("compile", charts::compile(&seconds))];
    for (name, chart) in charts {
        let file = format!(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/{}.svg"), name);
        match chart {
            None => println!("The chart `{name}` lacks figures."),
            Some(chart) if env::args().any(|flag| flag == "--bench") => {
                fs::write(file, chart).expect("the chart can be written");
            }
            Some(_) => {}
        }
    }
}

/// Prints a table for each first part of the groups' names.
fn print(unit: &str, results: &Results) {
    let sets: BTreeSet<&str> = results.keys().map(|group| &*group[0]).collect();
    for set in sets {
        let results = results.iter().filter(|(group, _)| group[0] == set);
        let lines: Vec<([&str; 2], _)> =
            results.map(|([_, a, b], figures)| ([&**a, &**b], figures)).collect();
        let contenders = lines.iter().flat_map(|(_, figures)| figures.keys().map(|name| &**name));
        let mut contenders: Vec<&str> = contenders.collect::<BTreeSet<_>>().into_iter().collect();
        contenders.sort_by_key(|name| (*name != FLOOR, *name != OURS));
        let mut ratios = vec![];
        ratios.extend(contenders.contains(&FLOOR).then_some("ours/floor"));
        ratios.extend(contenders.contains(&OURS).then_some("best_peer/ours"));
        ratios.extend(contenders.contains(&"value").then_some("value/ours"));
        print!("{:<29}", format!("{set}: {unit}"));
        contenders.iter().chain(&ratios).for_each(|name| print!("  {name:>9}"));
        println!();
        for ([a, b], figures) in lines {
            let figure = |name: &str| figures.get(name).copied();
            print!("{a:<19} {b:<9}");
            contenders.iter().for_each(|name| print_cell(name, figure(name)));
            for head in &ratios {
                let (figure, to) = match *head {
                    "ours/floor" => (figure(OURS), figure(FLOOR)),
                    "value/ours" => (figure("value"), figure(OURS)),
                    _ => (best_peer(figures), figure(OURS)),
                };
                print_cell(head, ratio(figure, to));
            }
            println!();
        }
        println!();
    }
}

/// Prints a figure below the head of its column.
fn print_cell(head: &str, figure: Option<f64>) {
    let cell = figure.map_or("-".to_owned(), |figure| format!("{figure:.2}"));
    print!("  {cell:>width$}", width = head.len().max(9));
}

/// Prints what compiling must not cost.
fn print_goals(seconds: &Results, megabytes: &Results) {
    for (build, goal) in [("check", 2.2), ("dev", 1.7)] {
        let group = format!("real-1832-{build}");
        let to_match = ratio(figure(seconds, &group, OURS), figure(seconds, &group, "match"));
        print_goal(&format!("{group}, ours to match"), to_match, ..=goal);
    }
    let large = "made_up-10000-dev";
    let peer_to_ours = |results: &Results| {
        ratio(best_peer(results.get(&key(Path::new(large)))?), figure(results, large, OURS))
    };
    print_goal(&format!("{large}, best peer to ours"), peer_to_ours(seconds), 10.0..);
    print_goal(&format!("{large}, best peer to ours, memory"), peer_to_ours(megabytes), 5.0..);
    for build in ["check", "dev", "release"] {
        let seconds = |rows: u32| figure(seconds, &format!("made_up-{rows}-{build}"), OURS);
        let a_row = |rows: u32| Some((seconds(rows)? - seconds(1)?) / f64::from(rows - 1));
        let linearity = ratio(a_row(10_000), a_row(1000));
        print_goal(&format!("{build}, a row of 10,000 to a row of 1,000"), linearity, 0.8..=1.2);
    }
    for feature in ["weixin", "wecom", "channels"] {
        let seconds = |feature| figure(seconds, "facade-0-dev", feature);
        let added = seconds(feature).zip(seconds("default")).map(|(all, base)| all - base);
        print_goal(&format!("facade, seconds that {feature} adds"), added, ..=1.0);
    }
}

/// Prints a figure and whether it is in this range.
fn print_goal(what: &str, figure: Option<f64>, goal: impl RangeBounds<f64> + Debug) {
    let met = match figure {
        None => "not measured",
        Some(figure) if goal.contains(&figure) => "met",
        Some(_) => "missed",
    };
    print!("{what:<50}");
    print_cell("", figure);
    println!("  goal {goal:?}: {met}");
}

/// Returns the nanoseconds of a call, as criterion measured them.
fn nanoseconds() -> Results {
    let mut results = Results::new();
    for group in entries(&folder("criterion")) {
        for contender in entries(&group) {
            let pass = json(&contender.join("new/estimates.json"));
            if let Some(pass) = pass["median"]["point_estimate"].as_f64() {
                let about = json(&contender.join("new/benchmark.json"));
                let calls = about["throughput"]["Elements"].as_f64().unwrap_or(1.0);
                results.entry(key(&group)).or_default().insert(stem(&contender), pass / calls);
            }
        }
    }
    results
}

/// Returns the seconds and the megabytes of each build, as hyperfine measured them.
fn builds() -> (Results, Results) {
    let (mut seconds, mut megabytes) = (Results::new(), Results::new());
    for file in entries(&folder("compile-time")) {
        for result in json(&file)["results"].as_array().into_iter().flatten() {
            let stack = result["command"].as_str().expect("a name");
            let add = |results: &mut Results, figure: Option<f64>| {
                let figures = results.entry(key(&file)).or_default();
                figures.extend(figure.map(|figure| (stack.to_owned(), figure)));
            };
            add(&mut seconds, result["median"].as_f64());
            let bytes = result["memory_usage_byte"].as_array().into_iter().flatten();
            let bytes = bytes.filter_map(Value::as_f64).max_by(f64::total_cmp);
            add(&mut megabytes, bytes.map(|bytes| bytes / 1e6));
        }
    }
    (seconds, megabytes)
}

/// Returns a folder in cargo's target folder.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name(name)
}

/// Returns the paths of what is in a folder, which need not exist.
fn entries(folder: &Path) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Reads a file, or returns null if there is none.
fn json(file: &Path) -> Value {
    let Ok(text) = fs::read_to_string(file) else { return Value::Null };
    serde_json::from_str(&text).expect("JSON")
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Splits the name of a group. Numbers of rows are padded, so that they are in ascending order.
fn key(path: &Path) -> [String; 3] {
    let stem = stem(path);
    let mut parts = stem.split('-').map(|part| match part.parse::<usize>() {
        Ok(rows) => format!("{rows:>5}"),
        Err(_) => part.to_owned(),
    });
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn figure(results: &Results, group: &str, contender: &str) -> Option<f64> {
    results.get(&key(Path::new(group)))?.get(contender).copied()
}

fn ratio(figure: Option<f64>, to: Option<f64>) -> Option<f64> {
    Some(figure? / to?)
}

/// Returns the least figure of all peers.
fn best_peer(figures: &BTreeMap<String, f64>) -> Option<f64> {
    let peers = figures.iter().filter(|(name, _)| *name != OURS && *name != FLOOR);
    peers.map(|(_, figure)| *figure).min_by(f64::total_cmp)
}
