//! The figures of all runs.

use std::collections::BTreeMap;

use crate::project::Build;

/// What is measured of a program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Measure {
    /// Seconds of a build.
    Time(Build),
    /// Megabytes of rustc at its largest, in the build that takes most.
    Memory,
    /// Bytes of the stripped release binary.
    Binary,
    /// Bytes of read-only data in that, with the relocations it needs.
    Data,
}

/// All that was measured.
#[derive(Default)]
pub(crate) struct Figures {
    /// By stack, number of rows and measure.
    pub(crate) programs: Samples<(&'static str, usize, Measure)>,
    /// Seconds, by the name of the project.
    pub(crate) cold_builds: Samples<&'static str>,
}

/// Figures of several runs, by what they are of.
pub(crate) struct Samples<K>(BTreeMap<K, Vec<f64>>);

impl<K: Ord> Samples<K> {
    /// Adds the figure of a run.
    pub(crate) fn add(&mut self, key: K, figure: f64) {
        self.0.entry(key).or_default().push(figure);
    }

    /// The median, which of an even number of runs is the upper one; `None` where there are no runs.
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
