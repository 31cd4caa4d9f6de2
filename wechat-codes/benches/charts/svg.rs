//! The parts that the charts have in common.

use std::fmt::{Display, Write as _};

/// Colours that colour-blind readers can tell apart, each with a counterpart for dark pages. The
/// chart has a background of its own, because a page may be light although the reader's system is
/// dark.
const STYLE: &str = "
  text { font: 13px system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #1f2328 }
  .title { font-size: 16px; font-weight: 600 }
  .bold { font-weight: 600 }
  .small { font-size: 12px; fill: #59636e }
  .end { text-anchor: end }
  .middle { text-anchor: middle }
  .background { fill: #ffffff; stroke: #d1d9e0 }
  .grid { stroke: #e4e8ec }
  .axis { stroke: #818b98 }
  .floor { stroke: #b34700 }
  rect.ours, circle.ours { fill: #0066b3 }
  rect.peer, circle.peer { fill: #818b98 }
  circle.other { fill: #b34700 }
  polyline { fill: none; stroke-width: 2 }
  polyline.ours { stroke: #0066b3 }
  polyline.peer { stroke: #818b98 }
  polyline.other { stroke: #b34700 }
  .dashed { stroke-dasharray: 6 4 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .small { fill: #9198a1 }
    .background { fill: #0d1117; stroke: #3d444d }
    .grid { stroke: #262c34 }
    .axis { stroke: #656c76 }
    .floor { stroke: #f0a030 }
    rect.ours, circle.ours { fill: #58a6ff }
    rect.peer, circle.peer { fill: #7d8590 }
    circle.other { fill: #f0a030 }
    polyline.ours { stroke: #58a6ff }
    polyline.peer { stroke: #7d8590 }
    polyline.other { stroke: #f0a030 }
  }
";

/// A drawing that is being made.
pub(crate) struct Svg {
    width: f64,
    height: f64,
    title: String,
    elements: String,
}

impl Svg {
    /// Starts a drawing with a background and a title, which screen readers read, too.
    pub(crate) fn new(width: f64, height: f64, title: &str) -> Self {
        let mut svg = Self { width, height, title: title.to_owned(), elements: String::new() };
        svg.add(format_args!(
            "<rect class=\"background\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
            width - 1.0,
            height - 1.0
        ));
        svg.text("title", 20.0, 32.0, title);
        svg
    }

    /// Adds an element.
    pub(crate) fn add(&mut self, element: impl Display) {
        writeln!(self.elements, "{element}").expect("a String takes all");
    }

    /// Adds a text. It must not contain characters that have a meaning in XML.
    pub(crate) fn text(&mut self, class: &str, x: f64, y: f64, text: impl Display) {
        self.add(format_args!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{text}</text>"));
    }

    /// Adds a straight line.
    pub(crate) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.add(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
        ));
    }

    /// Returns the whole file.
    pub(crate) fn finish(self) -> String {
        let Self { width, height, title, elements } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n{elements}</svg>\n"
        )
    }
}

/// Returns four to six round numbers, from 0 to the first that is not below the largest figure.
pub(crate) fn ticks(largest: f64) -> Vec<f64> {
    let power = 10_f64.powf(largest.log10().floor());
    let step = match largest / power {
        ..=1.0 => 0.2,
        ..=2.5 => 0.5,
        ..=5.0 => 1.0,
        _ => 2.0,
    } * power;
    let mut ticks = vec![0.0];
    while let Some(last) = ticks.last().filter(|&&last| last < largest) {
        // Without rounding, 0.2 + 0.4 would be written 0.6000000000000001.
        ticks.push(((last + step) * 1e6).round() / 1e6);
    }
    ticks
}
