//! The colors of the output. Streams take them out again if they are not wanted.

use std::fmt::Display;

use clap::builder::styling::{AnsiColor, Style};

/// The parts of the output that have a color.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Paint {
    Code,
    Name,
    Label,
    Remedy,
    Error,
}

impl Paint {
    /// Returns a text in the color of the part.
    pub(crate) fn on(self, text: impl Display) -> String {
        let style = match self {
            Self::Code => Style::new().bold(),
            Self::Name => Style::new().bold().fg_color(Some(AnsiColor::Cyan.into())),
            Self::Label => Style::new().dimmed(),
            Self::Remedy => Style::new().fg_color(Some(AnsiColor::Green.into())),
            Self::Error => Style::new().bold().fg_color(Some(AnsiColor::Red.into())),
        };
        format!("{style}{text}{style:#}")
    }
}
