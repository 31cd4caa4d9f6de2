//! Draws the time of builds against the rows of the table, as lines.

use std::fmt::Write as _;

use crate::svg::{Svg, ticks};
use crate::table::Table;

/// The name of each stack in the benchmark, its name in the chart, and its class in the chart.
const STACKS: [(&str, &str, &str); 3] = [
    ("wechat_codes", "wechat-codes", "ours"),
    ("strum_thiserror_phf", "strum + thiserror + phf", "other"),
    ("num_enum_strum_thiserror", "num_enum + strum + thiserror", "peer"),
];
/// The column of each build, its name in the chart, and its class in the chart.
const BUILDS: [(&str, &str, &str); 2] = [("dev_s", "dev", ""), ("release_s", "release", "dashed")];
const TITLE: &str = "Seconds to compile a program with one table, by the rows of the table";

const WIDTH: f64 = 820.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 56.0;
/// The right edge of the lines, beyond which their labels begin.
const RIGHT: f64 = 480.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 360.0;
/// The least distance from one label to the next.
const LABEL_STEP: f64 = 20.0;

/// The times of one build of one stack.
struct Line {
    label: String,
    class: String,
    /// Rows and seconds.
    points: Vec<(f64, f64)>,
    /// The last point.
    end: (f64, f64),
}

/// Draws the chart of the benchmark's output.
pub(crate) fn draw(output: &str) -> Result<String, String> {
    let lines = lines(&Table::find(output, "compile")?)?;
    let row_ticks = ticks(lines.iter().map(|line| line.end.0).fold(0.0, f64::max));
    let points = lines.iter().flat_map(|line| &line.points);
    let second_ticks = ticks(points.map(|point| point.1).fold(0.0, f64::max));
    let x = |rows: f64| LEFT + rows / row_ticks[row_ticks.len() - 1] * (RIGHT - LEFT);
    let y = |seconds: f64| BOTTOM - seconds / second_ticks[second_ticks.len() - 1] * (BOTTOM - TOP);

    let mut svg = Svg::new(WIDTH, HEIGHT, TITLE);
    for tick in second_ticks.iter().copied() {
        svg.line("grid", (LEFT, y(tick)), (RIGHT, y(tick)));
        svg.text("small end", LEFT - 8.0, y(tick) + 4.0, format_args!("{tick} s"));
    }
    for tick in row_ticks.iter().copied() {
        svg.text("small middle", x(tick), BOTTOM + 18.0, tick);
    }
    svg.text("small middle", f64::midpoint(LEFT, RIGHT), BOTTOM + 40.0, "rows of the table");
    svg.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));

    let mut label_y = f64::INFINITY;
    for line in &lines {
        let points = line.points.iter().map(|&(rows, seconds)| (x(rows), y(seconds)));
        draw_line(&mut svg, &line.class, points);
        // The lines are sorted from the lowest up, and a label must not touch the one below it.
        let end = (x(line.end.0), y(line.end.1));
        label_y = end.1.min(label_y - LABEL_STEP);
        svg.line("axis", end, (RIGHT + 16.0, label_y));
        svg.text("", RIGHT + 20.0, label_y + 4.0, &line.label);
    }
    Ok(svg.finish())
}

/// Returns all lines, beginning with the one that ends lowest.
fn lines(table: &Table) -> Result<Vec<Line>, String> {
    let mut lines = Vec::new();
    for stack in STACKS {
        for build in BUILDS {
            lines.push(line(table, stack, build)?);
        }
    }
    lines.sort_by(|a, b| a.end.1.total_cmp(&b.end.1));
    Ok(lines)
}

fn line(
    table: &Table,
    (stack, stack_label, stack_class): (&str, &str, &str),
    (column, build, build_class): (&str, &str, &str),
) -> Result<Line, String> {
    let mut points = Vec::new();
    for rows in table.cells("rows")? {
        let count = rows.parse().map_err(|_| format!("`{rows}` is no number of rows"))?;
        let seconds = table.figure(&[("rows", rows), ("stack", stack)], column)?;
        points.extend(seconds.map(|seconds| (count, seconds)));
    }
    let end = *points.last().ok_or(format!("`{stack}` has no figures in `{column}`"))?;
    Ok(Line {
        label: format!("{:.1} s {build}, {stack_label}", end.1),
        class: format!("{stack_class} {build_class}"),
        points,
        end,
    })
}

fn draw_line(svg: &mut Svg, class: &str, points: impl Iterator<Item = (f64, f64)>) {
    let mut path = String::new();
    for (x, y) in points {
        svg.add(format_args!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>"));
        write!(path, "{x:.1},{y:.1} ").expect("a String takes all");
    }
    svg.add(format_args!("<polyline class=\"{class}\" points=\"{}\"/>", path.trim_end()));
}
