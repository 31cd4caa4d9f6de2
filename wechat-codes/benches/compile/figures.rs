//! The figures of all runs.

use std::collections::BTreeMap;

use crate::project::Build;

/// A measure of a program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measure {
    /// Seconds of a build.
    Time(Build),
    /// Peak memory of rustc in megabytes, in the build that needs the most.
    Memory,
    /// Bytes of the stripped release binary.
    Binary,
    /// Bytes of read-only data in that binary, including its relocations.
    Data,
}

/// All figures that were measured.
#[derive(Default)]
pub(crate) struct Figures {
    /// Figures by stack, number of rows and measure.
    pub(crate) programs: Samples<(&'static str, usize, Measure)>,
    /// Seconds of a cold build, by the name of the project.
    pub(crate) cold_builds: Samples<&'static str>,
}

/// The figures of several runs for each key.
pub(crate) struct Samples<K>(BTreeMap<K, Vec<f64>>);

impl<K: Ord> Samples<K> {
    /// Adds the figure of a run.
    pub(crate) fn add(&mut self, key: K, figure: f64) {
        self.0.entry(key).or_default().push(figure);
    }

    /// Returns the median, or the upper of the two middle figures of an even number of runs.
    /// Returns `None` if there were no runs.
    pub(crate) fn median(&self, key: &K) -> Option<f64> {
        let mut figures = self.0.get(key)?.clone();
        figures.sort_by(f64::total_cmp);
        figures.get(figures.len() / 2).copied()
    }
}

impl<K> Default for Samples<K> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}
