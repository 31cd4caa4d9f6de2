//! Runs the benchmarks, and then prints the ratios of their times.
//!
//! divan does not return its results, so its output is read. The benchmarks run in a child process,
//! and each line of its output is printed as it comes.

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio, exit};

/// The environment variable that is set in the child process.
const IS_CHILD: &str = "WECHAT_CODES_BENCH_CHILD";

/// The contender whose ratios are printed.
const OURS: &str = "wechat_codes";
/// The contender that does the least possible work.
const FLOOR: &str = "floor";

/// The time of the fastest pass of each contender in nanoseconds, by the path of its group.
type Groups = BTreeMap<Vec<String>, BTreeMap<String, f64>>;

/// The table at the end, with a line for each group of benchmarks and a column for each contender.
pub(crate) struct Report<'a> {
    /// The heads of the columns that identify the group.
    pub(crate) head: &'a str,
    /// Returns the cells of these columns for a group's path, or `None` if the path has another
    /// form.
    pub(crate) label: fn(path: &[String]) -> Option<String>,
    pub(crate) contenders: &'a [&'a str],
    pub(crate) calls_a_pass: usize,
    /// Peers that get a ratio of their own, in addition to the ratio of the best peer.
    pub(crate) compared: &'a [&'a str],
}

/// Runs divan's benchmarks, each of which has the name of its contender, and prints the report.
pub(crate) fn run(report: &Report<'_>) -> ExitCode {
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
    report.print(&tree.groups);
    ExitCode::SUCCESS
}

/// The state of reading divan's tree.
#[derive(Default)]
struct Tree {
    path: Vec<String>,
    groups: Groups,
}

impl Tree {
    /// Reads a line such as `│  │  ├─ floor  773.6 ns  │ …`. Each level is indented by three
    /// characters.
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

impl Report<'_> {
    fn print(&self, groups: &Groups) {
        println!("\nNanoseconds a call, of the fastest pass:\n");
        print!("{}", self.head);
        for contender in self.contenders {
            print!("  {contender:>8}");
        }
        print!("  ours_to_floor  best_peer_to_ours");
        for peer in self.compared {
            print!("  {peer}_to_ours");
        }
        println!();
        for (path, times) in groups {
            if let Some(label) = (self.label)(path) {
                print!("{label}");
                self.print_times(times);
            }
        }
    }

    fn print_times(&self, times: &BTreeMap<String, f64>) {
        #[allow(clippy::cast_precision_loss)] // a few thousand
        let calls_a_pass = self.calls_a_pass as f64;
        let time = |contender: &str| times.get(contender).copied();
        for contender in self.contenders {
            let width = contender.len().max(8);
            print!("  {:>width$}", figure(time(contender).map(|time| time / calls_a_pass)));
        }
        let ours = time(OURS);
        let to_ours = |peer: Option<f64>| figure(peer.zip(ours).map(|(peer, ours)| peer / ours));
        let to_floor = ours.zip(time(FLOOR)).map(|(ours, floor)| ours / floor);
        let peers = times.iter().filter(|(name, _)| *name != OURS && *name != FLOOR);
        let best_peer = peers.map(|(_, time)| *time).min_by(f64::total_cmp);
        print!("  {:>13}  {:>17}", figure(to_floor), to_ours(best_peer));
        for peer in self.compared {
            let width = peer.len() + "_to_ours".len();
            print!("  {:>width$}", to_ours(time(peer)));
        }
        println!();
    }
}

fn figure(figure: Option<f64>) -> String {
    figure.map_or_else(|| "-".into(), |figure| format!("{figure:.2}"))
}
