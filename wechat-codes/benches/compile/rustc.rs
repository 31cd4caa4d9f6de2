//! Lets this program act as cargo's `RUSTC_WRAPPER`. In this role, it runs rustc and measures its
//! time and memory, so that cargo's own share is left out.

use std::fmt::{self, Display, Formatter};
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs};

use crate::project::PROGRAM;

/// The environment variable that names the file for the figures. Only the wrapper has it, so it
/// also tells the wrapper from the benchmark.
pub(crate) const COST_FILE: &str = "WECHAT_CODES_BENCH_COST_FILE";

/// The cost of a run of rustc.
pub(crate) struct Cost {
    pub(crate) seconds: f64,
    /// The peak memory, or `None` if it cannot be measured.
    pub(crate) megabytes: Option<f64>,
}

impl Display for Cost {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:.2} s", self.seconds)?;
        match self.megabytes {
            Some(megabytes) => write!(f, ", {megabytes:.0} MB"),
            None => write!(f, ", memory not measured"),
        }
    }
}

/// Runs rustc if cargo called this program as its wrapper. Returns `None` otherwise.
pub(crate) fn run_if_called_by_cargo() -> Option<ExitCode> {
    let file = env::var_os(COST_FILE)?;
    let args: Vec<_> = env::args_os().skip(1).collect();
    let (rustc, args) = args.split_first().expect("cargo passes the path of rustc");
    let start = Instant::now();
    let status = Command::new(rustc).args(args).status().expect("rustc runs");
    let seconds = start.elapsed().as_secs_f64();
    if args.windows(2).any(|pair| pair[0] == "--crate-name" && pair[1] == PROGRAM) {
        let megabytes = peak_megabytes().map_or("-".to_owned(), |peak| peak.to_string());
        fs::write(file, format!("{seconds} {megabytes}")).expect("the file can be written");
    }
    Some(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Parses the figures that the wrapper wrote.
pub(crate) fn parse_cost(text: &str) -> Option<Cost> {
    let (seconds, megabytes) = text.split_once(' ')?;
    Some(Cost { seconds: seconds.parse().ok()?, megabytes: megabytes.parse().ok() })
}

/// Returns the peak memory of the largest child process: rustc, unless its linker needs more.
#[cfg(target_os = "linux")]
fn peak_megabytes() -> Option<f64> {
    use nix::sys::resource::{UsageWho, getrusage};
    let kilobytes = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?.max_rss();
    Some(f64::from(u32::try_from(kilobytes).ok()?) / 1024.0)
}

/// Returns `None`, because other systems use other units or do not measure memory.
#[cfg(not(target_os = "linux"))]
fn peak_megabytes() -> Option<f64> {
    None
}
