//! The options of the command line.

use crate::project::Build;
use crate::stacks::{COLD_BUILDS, STACKS, Stack};

/// The rows and stacks to measure, and how often.
pub(crate) struct Options {
    /// Whether to build only small programs once, to see that everything works.
    smoke: bool,
    /// The numbers of rows, in ascending order. The table of one row stands for an almost empty
    /// program, with which the report compares the others.
    pub(crate) rows: Vec<usize>,
    pub(crate) stacks: Vec<&'static Stack>,
    runs: Option<usize>,
    /// The beginnings of the names of the chosen stacks.
    filter: Vec<String>,
}

impl Options {
    /// Reads the flags.
    pub(crate) fn from_args(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let (mut bench, mut test, mut runs) = (false, false, None);
        let mut rows = vec![135, 1000, 2000, 5000, 10_000];
        let mut filter = vec![String::new()];
        while let Some(flag) = args.next() {
            let mut value = || args.next().ok_or(format!("{flag} needs a value"));
            match &*flag {
                "--bench" => bench = true,
                "--test" => test = true,
                "--rows" => rows = value()?.split(',').map(number).collect::<Result<_, _>>()?,
                "--runs" => runs = Some(number(&value()?)?),
                "--stacks" => filter = value()?.split(',').map(str::to_owned).collect(),
                _ => return Err(format!("unknown flag {flag}")),
            }
        }
        let smoke = test || !bench;
        if smoke {
            (rows, runs) = (vec![135], Some(1));
        } else {
            rows.push(1);
        }
        rows.sort_unstable();
        rows.dedup();
        let mut options = Self { smoke, rows, stacks: Vec::new(), runs, filter };
        options.stacks = STACKS.iter().filter(|stack| options.has(stack.name)).collect();
        if options.stacks.is_empty() {
            return Err(format!("the stacks are {}", STACKS.map(|stack| stack.name).join(", ")));
        }
        Ok(options)
    }

    fn has(&self, name: &str) -> bool {
        self.filter.iter().any(|beginning| name.starts_with(beginning))
    }

    /// Returns the names and dependencies of the cold builds.
    pub(crate) fn cold_builds(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        COLD_BUILDS.into_iter().filter(|(name, _)| !self.smoke && self.has(name))
    }

    /// Returns the builds that each program goes through.
    pub(crate) fn builds(&self) -> &'static [Build] {
        if self.smoke { &Build::ALL[..2] } else { &Build::ALL }
    }

    /// Returns how often to build a program.
    pub(crate) fn runs(&self, stack: &Stack, rows: usize) -> usize {
        // The peers take a minute or more for such a table.
        let slow = !stack.is_ours() && rows > 2000;
        self.runs.unwrap_or(if slow { 1 } else { 3 })
    }

    /// Returns the largest number of runs of any program.
    pub(crate) fn most_runs(&self) -> usize {
        self.runs.unwrap_or(3)
    }
}

/// Parses a number of at least one.
fn number(text: impl AsRef<str>) -> Result<usize, String> {
    let text = text.as_ref();
    let number = text.parse().ok().filter(|&number| number > 0);
    number.ok_or(format!("`{text}` is no number of at least 1"))
}
