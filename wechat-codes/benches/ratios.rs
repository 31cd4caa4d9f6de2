//! Runs the benchmarks and ends with their ratios, from the same run.
//!
//! divan has no results to ask for, so its output is read: the benchmarks run in a child process,
//! whose lines are printed as they come.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio, exit};

/// Set in the child process.
const IS_CHILD: &str = "WECHAT_CODES_BENCH_CHILD";

/// The contender whose ratios are printed.
const OURS: &str = "wechat_codes";
/// The loop with no lookup in it.
const FLOOR: &str = "floor";

/// The fastest pass of each contender, in nanoseconds a key, by the path of its group.
type Groups = BTreeMap<Vec<String>, BTreeMap<String, f64>>;

/// Runs divan's benchmarks. Their paths have four parts: rows, lookup, kind of keys, contender.
pub(crate) fn run(contenders: &[&str], keys_a_pass: usize) -> ExitCode {
    if env::var_os(IS_CHILD).is_some() {
        divan::main();
        return ExitCode::SUCCESS;
    }
    let program = env::current_exe().expect("the benchmark's own path");
    let mut child = Command::new(program)
        .args(env::args_os().skip(1))
        .env(IS_CHILD, "1")
        .stdout(Stdio::piped())
        .spawn()
        .expect("the benchmark's own program runs");
    let mut tree = Tree::default();
    for line in BufReader::new(child.stdout.take().expect("piped")).lines() {
        let line = line.expect("divan writes UTF-8");
        println!("{line}");
        tree.read(&line);
    }
    if !child.wait().expect("the child was started").success() {
        exit(1);
    }
    print_ratios(contenders, keys_a_pass, &tree.groups);
    ExitCode::SUCCESS
}

/// What was read of divan's tree.
#[derive(Default)]
struct Tree {
    path: Vec<String>,
    groups: Groups,
}

impl Tree {
    /// `│  │  ├─ floor  773.6 ns  │ …`: each level is indented by three characters.
    fn read(&mut self, line: &str) {
        let Some((indent, rest)) = line.split_once("─ ") else { return };
        self.path.truncate((indent.chars().count() - 1) / 3);
        let mut words = rest.split_whitespace();
        let Some(name) = words.next() else { return };
        let fastest = words.next().and_then(|number| number.parse::<f64>().ok());
        if let (Some(number), Some(unit)) = (fastest, words.next()) {
            let nanoseconds = match unit {
                "ps" => 1e-3,
                "ns" => 1.0,
                "µs" => 1e3,
                "ms" => 1e6,
                "s" => 1e9,
                _ => return,
            };
            let group = self.groups.entry(self.path.clone()).or_default();
            group.insert(name.to_owned(), number * nanoseconds);
        } else {
            self.path.push(name.to_owned());
        }
    }
}

fn print_ratios(contenders: &[&str], keys_a_pass: usize, groups: &Groups) {
    #[allow(clippy::cast_precision_loss)] // a few thousand
    let keys_a_pass = keys_a_pass as f64;
    println!("\nNanoseconds a call, of the fastest pass:\n");
    print!("{:<10} {:>5}  {:<9}", "lookup", "rows", "keys");
    for contender in contenders {
        print!("  {contender:>8}");
    }
    println!("  ours_to_floor  best_peer_to_ours");
    for (path, group) in groups {
        let [rows, lookup, keys] = path.as_slice() else { continue };
        let rows = rows.trim_start_matches("rows_");
        print!("{lookup:<10} {rows:>5}  {keys:<9}");
        for contender in contenders {
            let width = contender.len().max(8);
            let time = group.get(*contender).map(|time| format!("{:.2}", time / keys_a_pass));
            print!("  {:>width$}", time.as_deref().unwrap_or("-"));
        }
        let ours = group.get(OURS).copied();
        let to_floor = ours.zip(group.get(FLOOR)).map(|(ours, floor)| ours / floor);
        let peers = group.iter().filter(|(name, _)| *name != OURS && *name != FLOOR);
        let best_peer = peers.map(|(_, time)| *time).min_by(f64::total_cmp);
        let to_ours = best_peer.zip(ours).map(|(peer, ours)| peer / ours);
        println!("  {:>13}  {:>17}", ratio(to_floor), ratio(to_ours));
    }
}

fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or_else(|| "-".into(), |ratio| format!("{ratio:.2}"))
}
