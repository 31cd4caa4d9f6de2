//! Draws the time of a lookup by code, as bars.

use std::iter;

use crate::svg::{Svg, ticks};
use crate::table::Table;

/// The column of each contender and its name in the chart, ours first.
const CONTENDERS: [(&str, &str); 7] = [
    ("wechat_codes", "wechat-codes"),
    ("FxHashMap", "FxHashMap"),
    ("binary_search", "binary search"),
    ("strum", "strum::FromRepr"),
    ("num_enum", "num_enum"),
    ("std_HashMap", "std HashMap"),
    ("phf", "phf::Map"),
];
/// The numbers of rows of the tables, each of which has a panel.
const ROWS: [&str; 3] = ["135", "2000", "10000"];
const TITLE: &str = "from_code: nanoseconds a call, for codes drawn at random from the table";

const WIDTH: f64 = 820.0;
const LEFT: f64 = 140.0;
const PANEL: f64 = 224.0;
/// The length of the longest bar. The rest of the panel is for its figure.
const LONGEST: f64 = 176.0;
const TOP: f64 = 80.0;
const BAR: f64 = 17.0;
const STEP: f64 = 25.0;
const BOTTOM: f64 = TOP + 7.0 * STEP;

/// The figures for one table.
struct Panel {
    rows: &'static str,
    /// The time of a bare loop over the keys, which limits what is possible.
    floor: f64,
    /// The times in the order of the contenders.
    bars: Vec<Option<f64>>,
}

/// Draws the chart of the benchmark's output.
pub(crate) fn draw(output: &str) -> Result<String, String> {
    let table = Table::find(output, "lookup")?;
    let panels: Vec<_> = ROWS.iter().map(|rows| panel(&table, rows)).collect::<Result<_, _>>()?;
    // All panels have the same scale, so that bars can be compared across them. The scale ends near
    // the second longest bar and the longest is cut, because it may be far longer than all others.
    let bars = panels.iter().flat_map(|panel| panel.bars.iter().flatten());
    let mut bars: Vec<f64> = bars.copied().collect();
    bars.sort_by(f64::total_cmp);
    let ticks = ticks(bars[bars.len().saturating_sub(2)]);

    let mut svg = Svg::new(WIDTH, BOTTOM + 56.0, TITLE);
    for ((_, label), top) in CONTENDERS.iter().zip(tops()) {
        let class = if top > TOP { "end" } else { "end bold" };
        svg.text(class, LEFT - 8.0, top + 13.0, label);
    }
    let lefts = iter::successors(Some(LEFT), |left| Some(left + PANEL));
    for (panel, left) in panels.iter().zip(lefts) {
        draw_panel(&mut svg, panel, left, &ticks);
    }
    Ok(svg.finish())
}

fn panel(table: &Table, rows: &'static str) -> Result<Panel, String> {
    let line = [("lookup", "from_code"), ("rows", rows), ("keys", "uniform")];
    let figure = |column| table.figure(&line, column);
    let bars = CONTENDERS.iter().map(|(column, _)| figure(column)).collect::<Result<_, _>>()?;
    let floor = figure("floor")?.ok_or("the column `floor` has no figure")?;
    Ok(Panel { rows, floor, bars })
}

/// Returns the upper edges of the bars.
fn tops() -> impl Iterator<Item = f64> {
    iter::successors(Some(TOP), |top| Some(top + STEP))
}

fn draw_panel(svg: &mut Svg, panel: &Panel, left: f64, ticks: &[f64]) {
    let most = ticks[ticks.len() - 1];
    let x = |nanoseconds: f64| left + nanoseconds.min(most) / most * LONGEST;
    svg.text("bold", left, TOP - 16.0, format_args!("{} rows", panel.rows));
    for &tick in ticks {
        svg.line("grid", (x(tick), TOP - 4.0), (x(tick), BOTTOM));
        svg.text("small middle", x(tick), BOTTOM + 16.0, tick);
    }
    for (bar, top) in panel.bars.iter().zip(tops()) {
        let class = if top > TOP { "peer" } else { "ours" };
        let Some(nanoseconds) = *bar else {
            svg.text("small", left + 6.0, top + 13.0, "not measured");
            continue;
        };
        let width = x(nanoseconds) - left;
        svg.add(format_args!(
            "<rect class=\"{class}\" x=\"{left}\" y=\"{top}\" width=\"{width:.1}\" height=\"{BAR}\"/>"
        ));
        let cut = if nanoseconds > most { "\u{2192} " } else { "" };
        let figure = format_args!("{cut}{}", written(nanoseconds));
        svg.text("", x(nanoseconds) + 6.0, top + 13.0, figure);
    }
    svg.line("axis", (left, TOP - 4.0), (left, BOTTOM));
    svg.line("floor", (x(panel.floor), TOP - 4.0), (x(panel.floor), BOTTOM));
    let floor = format_args!("line: a bare loop, {} ns", written(panel.floor));
    svg.text("small", left, BOTTOM + 38.0, floor);
}

/// Formats a figure with at least two significant digits.
fn written(nanoseconds: f64) -> String {
    let digits = if nanoseconds < 1.0 { 2 } else { 1 };
    format!("{nanoseconds:.digits$}")
}
