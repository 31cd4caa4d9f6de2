//! The guide's charts. Each is `None` if it lacks figures.

use std::process::Command;
use std::{env, fs};

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::{OURS, Results, figure};

// Colours that colour-blind readers can tell apart.
const BLUE: RGBColor = RGBColor(0, 102, 179);
const GREY: RGBColor = RGBColor(129, 139, 152);
const ORANGE: RGBColor = RGBColor(179, 71, 0);
const DARK: RGBColor = RGBColor(31, 35, 40);

type Area<'a> = DrawingArea<SVGBackend<'a>, Shift>;
const DRAWN: &str = "a String takes all";

/// Draws the time of a lookup by code, as bars.
pub(crate) fn lookup(nanoseconds: &Results) -> Option<String> {
    const CONTENDERS: [(&str, &str); 7] = [
        (OURS, "wechat-codes"),
        ("FxHashMap", "FxHashMap"),
        ("binary_search", "binary search"),
        ("strum", "strum::FromRepr"),
        ("num_enum", "num_enum"),
        ("std_HashMap", "std HashMap"),
        ("phf", "phf::Map"),
    ];
    const PANELS: [(&str, &str); 3] = [
        ("225", "ReturnCode, 225 rows"),
        ("2044", "WeixinCode, 2,044 rows"),
        ("10000", "10,000 rows"),
    ];

    let time =
        |rows: &str, name: &str| figure(nanoseconds, &format!("from_code-uniform-{rows}"), name);
    let all =
        PANELS.iter().flat_map(|(rows, _)| CONTENDERS.iter().map(|(name, _)| time(rows, name)));
    let mut all = all.collect::<Option<Vec<f64>>>()?;
    all.sort_by(f64::total_cmp);
    // All panels have one scale. The longest bar is cut, because it may be far longer than the others.
    let most = all[all.len() - 2];
    let title = "from_code: nanoseconds a call, for codes drawn at random from the table";
    chart(title, 310, &["num_enum", "phf", "rustc-hash", "strum"], |area| {
        for ((_, label), y) in CONTENDERS.iter().zip((88..).step_by(25)) {
            text(area, label, (132, y), HPos::Right, 13.0);
        }
        for ((rows, label), left) in PANELS.into_iter().zip((140..).step_by(224)) {
            text(area, label, (left, 62), HPos::Left, 13.0);
            #[allow(clippy::cast_possible_truncation)] // at most 172
            let x = |time: f64| left + (time.min(most) / most * 172.0).round() as i32;
            for ((name, _), y) in CONTENDERS.iter().zip((80..).step_by(25)) {
                let time = time(rows, name)?;
                let color = if *name == OURS { BLUE } else { GREY };
                let bar = Rectangle::new([(left, y), (x(time), y + 17)], color.filled());
                area.draw(&bar).expect(DRAWN);
                let cut = if time > most { "\u{2192} " } else { "" };
                text(area, &format!("{cut}{time:.1}"), (x(time) + 5, y + 8), HPos::Left, 13.0);
            }
            let floor = time(rows, "floor")?;
            let line = PathElement::new([(x(floor), 74), (x(floor), 252)], ORANGE);
            area.draw(&line).expect(DRAWN);
            text(area, &format!("line: a bare loop, {floor:.1} ns"), (left, 264), HPos::Left, 12.0);
        }
        Some(())
    })
}

/// Draws the time of dev and release builds by the rows of the table, as lines.
pub(crate) fn compile(seconds: &Results) -> Option<String> {
    const STACKS: [(&str, &str, RGBColor); 3] = [
        (OURS, "wechat-codes", BLUE),
        ("strum_thiserror_phf", "strum + thiserror + phf", ORANGE),
        ("num_enum_strum_thiserror", "num_enum + strum + thiserror", GREY),
    ];
    const ROWS: [u32; 5] = [1, 1000, 2000, 5000, 10_000];

    let mut lines = Vec::new();
    for (stack, label, color) in STACKS {
        for build in ["dev", "release"] {
            let point = |rows: u32| {
                let group = format!("made_up-{rows}-{build}");
                Some((f64::from(rows), figure(seconds, &group, stack)?))
            };
            let points = ROWS.into_iter().map(point).collect::<Option<Vec<_>>>()?;
            lines.push((points[ROWS.len() - 1], points, label, build, color));
        }
    }
    // The lowest line comes first.
    lines.sort_by(|(a, ..), (b, ..)| a.1.total_cmp(&b.1));
    let most = lines[lines.len() - 1].0;
    let title = "Seconds to compile a program with one table, by the rows of the table";
    chart(title, 430, &["num_enum", "phf", "strum", "thiserror"], |area| {
        let mut plot = ChartBuilder::on(&area.clone().shrink((16, 52), (470, 345)))
            .x_label_area_size(44)
            .y_label_area_size(36)
            .build_cartesian_2d(0.0..most.0, 0.0..most.1 * 1.03)
            .expect(DRAWN);
        plot.configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .axis_style(GREY)
            .label_style(style(12.0))
            .x_labels(6)
            .x_label_formatter(&|rows| rows.to_string())
            .y_label_formatter(&|seconds| format!("{seconds} s"))
            .x_desc("rows of the table")
            .draw()
            .expect(DRAWN);
        let mut label_y = i32::MAX;
        for (end, points, label, build, color) in lines {
            let dots = points.iter().map(|&point| Circle::new(point, 3, color.filled()));
            plot.draw_series(dots).expect(DRAWN);
            let style = color.stroke_width(2);
            if build == "dev" {
                plot.draw_series(LineSeries::new(points, style)).expect(DRAWN);
            } else {
                plot.draw_series(DashedLineSeries::new(points, 6, 4, style)).expect(DRAWN);
            }
            // A label must not touch the one below it.
            let (x, y) = plot.backend_coord(&end);
            label_y = y.min(label_y - 20);
            area.draw(&PathElement::new([(x + 5, y), (x + 18, label_y)], GREY)).expect(DRAWN);
            let label = format!("{:.1} s {build}, {label}", end.1);
            text(area, &label, (x + 22, label_y), HPos::Left, 13.0);
        }
        Some(())
    })
}

/// Draws a chart with a title, and with a line that says where its figures are from.
fn chart(
    title: &str,
    height: u32,
    peers: &[&str],
    draw: impl FnOnce(&Area) -> Option<()>,
) -> Option<String> {
    let mut svg = String::new();
    let area = SVGBackend::with_string(&mut svg, (820, height)).into_drawing_area();
    area.fill(&WHITE).expect(DRAWN);
    text(&area, title, (20, 28), HPos::Left, 16.0);
    let peers: Vec<String> = peers.iter().map(|peer| format!("{peer} {}", version(peer))).collect();
    let rustc = output("rustc", "--version");
    let rustc = rustc.split(" (").next().unwrap_or_default();
    let origin =
        ["medians".into(), processor(), rustc.into(), peers.join(", "), output("date", "+%F")]
            .join(" · ");
    #[allow(clippy::cast_possible_wrap)] // some hundreds
    text(&area, &origin, (20, height as i32 - 16), HPos::Left, 11.0);
    draw(&area)?;
    drop(area);
    // Screen readers read the title.
    Some(svg.replacen('>', &format!(" role=\"img\">\n<title>{title}</title>"), 1))
}

fn text(area: &Area, text: &str, at: (i32, i32), side: HPos, size: f64) {
    let style = style(size).pos(Pos::new(side, VPos::Center));
    area.draw_text(text, &style, at).expect(DRAWN);
}

/// Returns the style of text of this size in pixels. plotters draws it smaller than it says.
fn style(size: f64) -> TextStyle<'static> {
    ("sans-serif", size * 1.24).into_font().color(&DARK)
}

/// Returns the version of a dependency of the benchmarks, which is the newest in the lock file.
fn version(package: &str) -> &'static str {
    let lock = include_str!("../../../../Cargo.lock");
    let entry = lock.rsplit_once(&format!("name = \"{package}\"\nversion = \""));
    entry.and_then(|(_, rest)| rest.split('"').next()).expect("a locked package")
}

/// Returns the name of the processor if Linux tells it, and else its kind.
fn processor() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    name.map_or(env::consts::ARCH, |(_, name)| name).to_owned()
}

fn output(program: &str, arg: &str) -> String {
    let output = Command::new(program).arg(arg).output().expect("the command runs");
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}
