//! The guide's charts. Each is `None` if it lacks figures.

use std::process::Command;
use std::{env, fs};

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::{FLOOR, OURS, Results};

// Colours that colour-blind readers can tell apart.
const BLUE: RGBColor = RGBColor(0, 102, 179);
const GREY: RGBColor = RGBColor(129, 139, 152);
const ORANGE: RGBColor = RGBColor(179, 71, 0);

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
const DRAWN: &str = "a String takes all";

/// Draws the time of a lookup by code, as bars.
pub(crate) fn lookup(nanoseconds: &Results) -> Option<String> {
    const CONTENDERS: [&str; 7] =
        [OURS, "FxHashMap", "binary_search", "strum", "num_enum", "std_HashMap", "phf"];
    const PANELS: [(&str, i32); 3] = [("225", 128), ("2044", 356), ("10000", 584)];
    let group = |rows: &str| format!("from_code-any_order-{rows}");
    let time = |rows: &str, name: &str| nanoseconds.get(&group(rows), name);
    let panel = |(rows, _): (&str, _)| CONTENDERS.map(|name| time(rows, name));
    let mut all = PANELS.into_iter().flat_map(panel).collect::<Option<Vec<f64>>>()?;
    all.sort_by(f64::total_cmp);
    // All panels have one scale. The longest bar is cut, because it may be far longer than others.
    let most = all[all.len() - 2];
    let title = "from_code: nanoseconds a call, for codes drawn at random from the table";
    chart(title, 310, &["num_enum", "phf", "rustc-hash", "strum"], |area| {
        let bars = || CONTENDERS.into_iter().zip((88..).step_by(25));
        bars().for_each(|(name, y)| text(area, name, (120, y), HPos::Right, 13));
        for (rows, left) in PANELS {
            text(area, &format!("{rows} rows"), (left, 62), HPos::Left, 13);
            #[allow(clippy::cast_possible_truncation)] // at most 172
            let x = |time: f64| left + (time.min(most) / most * 172.0).round() as i32;
            for (name, y) in bars() {
                let (time, color) = (time(rows, name)?, if name == OURS { BLUE } else { GREY });
                let bar = Rectangle::new([(left, y - 8), (x(time), y + 9)], color.filled());
                area.draw(&bar).expect(DRAWN);
                let cut = if time > most { "\u{2192} " } else { "" };
                text(area, &format!("{cut}{time:.1}"), (x(time) + 5, y), HPos::Left, 13);
            }
            let floor = time(rows, FLOOR)?;
            area.draw(&PathElement::new([(x(floor), 74), (x(floor), 252)], ORANGE)).expect(DRAWN);
            text(area, &format!("line: a bare loop, {floor:.1} ns"), (left, 264), HPos::Left, 12);
        }
        Some(())
    })
}

/// Draws the time of dev builds by the rows of the table, as lines.
pub(crate) fn compile(seconds: &Results) -> Option<String> {
    const STACKS: [(&str, RGBColor); 3] =
        [(OURS, BLUE), ("strum+thiserror+phf", ORANGE), ("num_enum+strum+thiserror", GREY)];
    let mut lines = Vec::new();
    for (stack, color) in STACKS {
        let time = |rows| seconds.get(&format!("made_up-{rows}-dev"), stack);
        let point = |rows| Some((f64::from(rows), time(rows)?));
        let points = [1, 1000, 2000, 5000, 10_000].into_iter().map(point);
        let points = points.collect::<Option<Vec<_>>>()?;
        lines.push((points[points.len() - 1], points, stack, color));
    }
    // The lowest line comes first.
    lines.sort_by(|(a, ..), (b, ..)| a.1.total_cmp(&b.1));
    let most = lines[lines.len() - 1].0;
    let title = "Seconds of a dev build of a program with one table, by the rows of the table";
    chart(title, 430, &["num_enum", "phf", "strum", "thiserror"], |area| {
        let mut plot = ChartBuilder::on(&area.clone().shrink((16, 52), (470, 345)))
            .x_label_area_size(44)
            .y_label_area_size(36)
            .build_cartesian_2d(0.0..most.0, 0.0..most.1 * 1.03)
            .expect(DRAWN);
        let mut mesh = plot.configure_mesh();
        mesh.disable_x_mesh().light_line_style(TRANSPARENT).axis_style(GREY).x_labels(6);
        mesh.x_desc("rows of the table").label_style(("sans-serif", 15));
        mesh.x_label_formatter(&|rows| rows.to_string()).draw().expect(DRAWN);
        let mut label_y = i32::MAX;
        for (end, points, stack, color) in lines {
            let dots = points.iter().map(|&point| Circle::new(point, 3, color.filled()));
            plot.draw_series(dots).expect(DRAWN);
            plot.draw_series(LineSeries::new(points, color.stroke_width(2))).expect(DRAWN);
            // A label must not touch the one below it.
            let (x, y) = plot.backend_coord(&end);
            label_y = y.min(label_y - 20);
            area.draw(&PathElement::new([(x + 5, y), (x + 18, label_y)], GREY)).expect(DRAWN);
            let label = format!("{:.1} s, {stack}", end.1);
            text(area, &label, (x + 22, label_y), HPos::Left, 13);
        }
        Some(())
    })
}

/// Draws a chart with a title, and with a line that says where its figures are from.
fn chart<F>(title: &str, height: u32, peers: &[&str], draw: F) -> Option<String>
where
    F: FnOnce(&Area) -> Option<()>,
{
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (820, height)).into_drawing_area();
    area.fill(&WHITE).expect(DRAWN);
    text(&area, title, (20, 28), HPos::Left, 16);
    let peers: Vec<String> = peers.iter().map(|peer| format!("{peer} {}", version(peer))).collect();
    let output = |program, arg| Command::new(program).arg(arg).output().expect("it runs").stdout;
    let [rustc, date] = [output("rustc", "--version"), output("date", "+%F")]
        .map(|output| String::from_utf8(output).expect("UTF-8"));
    // Linux tells the processor's name.
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let processor = name.map_or(env::consts::ARCH, |(_, name)| name);
    let rustc = rustc.split(" (").next().expect("a version");
    let origin = format!("medians · {processor} · {rustc} · {} · {date}", peers.join(", "));
    let bottom = i32::try_from(height).expect("some hundreds") - 16;
    text(&area, origin.trim_end(), (20, bottom), HPos::Left, 11);
    draw(&area)?;
    drop(area);
    // Screen readers read the title.
    Some(svg.replacen('>', &format!(" role=\"img\">\n<title>{title}</title>"), 1))
}

/// Writes text of this height. plotters divides sizes by 1.24.
fn text(area: &Area, text: &str, at: (i32, i32), side: HPos, pixels: i32) {
    let style = ("sans-serif", f64::from(pixels) * 1.24).into_font().color(&RGBColor(31, 35, 40));
    area.draw_text(text, &style.pos(Pos::new(side, VPos::Center)), at).expect(DRAWN);
}

/// Returns the version of a dependency of the benchmarks, which is the newest in the lock file.
fn version(package: &str) -> &'static str {
    let lock = include_str!("../../../../Cargo.lock");
    let entry = lock.rsplit_once(&format!("name = \"{package}\"\nversion = \""));
    entry.and_then(|(_, rest)| rest.split('"').next()).expect("a locked package")
}
