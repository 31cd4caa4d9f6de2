//! The tables at the end of the benchmark.

use crate::figures::{Figures, Measure};
use crate::options::Options;
use crate::project::Build;
use crate::rows::rows;
use crate::stacks::{COLD_BUILDS, Stack};

/// Lines of cells; the first is the header. A cell without a figure is a `-`.
type Table = Vec<Vec<String>>;

/// The measures in the table of ratios.
const COMPARED: [(&str, Measure); 4] = [
    ("check", Measure::Time(Build::Check)),
    ("dev", Measure::Time(Build::Dev)),
    ("release", Measure::Time(Build::Release)),
    ("memory", Measure::Memory),
];

/// Prints each table that has figures.
pub(crate) fn print(figures: &Figures, options: &Options) {
    let report = Report { figures, options };
    for table in [report.costs(), report.cold(), report.linear(), report.data(), report.ratios()] {
        if table.len() > 1 {
            print_aligned(&table);
        }
    }
}

struct Report<'a> {
    figures: &'a Figures,
    options: &'a Options,
}

impl Report<'_> {
    /// Returns the costs of each program.
    fn costs(&self) -> Table {
        let mut table = header("compile rows stack check_s dev_s release_s memory_mb binary_kb");
        for (rows, stack) in self.programs() {
            let median = |measure| self.median(stack, rows, measure);
            let mut line = vec!["compile".into(), rows.to_string(), stack.name.into()];
            line.extend(Build::ALL.map(|build| cell(median(Measure::Time(build)), 3)));
            line.push(cell(median(Measure::Memory), 0));
            line.push(cell(median(Measure::Binary).map(|bytes| bytes / 1024.0), 0));
            table.push(line);
        }
        table
    }

    /// Returns the costs of the dependencies.
    fn cold(&self) -> Table {
        let mut table = header("cold stack build_s to_the_first");
        let first = self.figures.cold_builds.median(&COLD_BUILDS[0].0);
        for (name, _) in self.options.cold_builds() {
            let seconds = self.figures.cold_builds.median(&name);
            let ratio = ratio(seconds, first);
            table.push(vec!["cold".into(), name.into(), cell(seconds, 2), cell(ratio, 2)]);
        }
        table
    }

    /// Returns the time that a row takes, divided by the time that it takes in a table of 1,000
    /// rows. If the time is linear, the ratio is 1.
    fn linear(&self) -> Table {
        let mut table = header("linear stack rows check dev release");
        if !self.options.rows.contains(&1000) {
            return table;
        }
        for (rows, stack) in self.programs().filter(|&(rows, _)| rows > 1000) {
            let linearity = |build| {
                ratio(
                    self.seconds_a_row(stack, rows, build),
                    self.seconds_a_row(stack, 1000, build),
                )
            };
            let mut line = vec!["linear".into(), stack.name.into(), rows.to_string()];
            line.extend(Build::ALL.map(|build| cell(linearity(build), 2)));
            table.push(line);
        }
        table
    }

    /// Returns the time that a row adds to the time of an almost empty program.
    fn seconds_a_row(&self, stack: &Stack, rows: usize, build: Build) -> Option<f64> {
        let seconds = |rows| self.median(stack, rows, Measure::Time(build));
        Some((seconds(rows)? - seconds(1)?) / float(rows - 1))
    }

    /// Returns the read-only data that each row above the first 135 adds, including relocations,
    /// and the mean number of bytes of its name and message.
    fn data(&self) -> Table {
        const BASE: usize = 135;
        let mut table = header("data rows stack bytes_a_row name_and_message");
        for (rows, stack) in self.programs().filter(|&(rows, _)| rows > BASE) {
            let data = |rows| self.median(stack, rows, Measure::Data);
            let a_row = |all: f64, base: f64| (all - base) / float(rows - BASE);
            if let (Some(all), Some(base)) = (data(rows), data(BASE)) {
                let text = a_row(text_bytes(rows), text_bytes(BASE));
                let mut line = vec!["data".into(), rows.to_string(), stack.name.into()];
                line.extend([a_row(all, base), text].map(|bytes| cell(Some(bytes), 1)));
                table.push(line);
            }
        }
        table
    }

    /// Returns our figures, those of the better peer, and their ratios.
    fn ratios(&self) -> Table {
        let mut table = header("ratio rows measure ours best_peer ours_to_best_peer");
        for &rows in &self.options.rows {
            for (name, measure) in COMPARED {
                let ours = self.least(rows, measure, true);
                let peer = self.least(rows, measure, false);
                if let Some(ratio) = ratio(ours, peer) {
                    let mut line = vec!["ratio".into(), rows.to_string(), name.into()];
                    line.extend([ours, peer, Some(ratio)].map(|figure| cell(figure, 3)));
                    table.push(line);
                }
            }
        }
        table
    }

    /// Returns the least of our figures, or of the peers' figures.
    fn least(&self, rows: usize, measure: Measure, ours: bool) -> Option<f64> {
        let stacks = self.options.stacks.iter().filter(|stack| stack.is_ours() == ours);
        stacks.filter_map(|stack| self.median(stack, rows, measure)).min_by(f64::total_cmp)
    }

    fn programs(&self) -> impl Iterator<Item = (usize, &'static Stack)> {
        let stacks = &self.options.stacks;
        self.options
            .rows
            .iter()
            .flat_map(move |&rows| stacks.iter().map(move |&stack| (rows, stack)))
    }

    fn median(&self, stack: &Stack, rows: usize, measure: Measure) -> Option<f64> {
        self.figures.programs.median(&(stack.name, rows, measure))
    }
}

fn header(columns: &str) -> Table {
    vec![columns.split(' ').map(str::to_owned).collect()]
}

fn cell(figure: Option<f64>, digits: usize) -> String {
    figure.map_or("-".to_owned(), |figure| format!("{figure:.digits$}"))
}

fn ratio(figure: Option<f64>, to: Option<f64>) -> Option<f64> {
    Some(figure? / to?)
}

fn float(number: usize) -> f64 {
    f64::from(u32::try_from(number).expect("a table of less than 2^32 rows"))
}

/// Returns the number of bytes of all names and messages.
fn text_bytes(count: usize) -> f64 {
    float(rows(count).iter().map(|row| row.name.len() + row.message.len()).sum())
}

/// Prints a table with aligned columns, and an empty line after it.
fn print_aligned(table: &Table) {
    let width = |column: usize| table.iter().map(|line| line[column].len()).max().unwrap_or(0);
    for line in table {
        let cells = line.iter().enumerate();
        let cells = cells.map(|(column, cell)| format!("{cell:<width$}", width = width(column)));
        println!("{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
    println!();
}
