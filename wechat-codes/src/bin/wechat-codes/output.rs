//! What the command writes, and where.

pub(crate) mod json;
pub(crate) mod paint;
pub(crate) mod width;

use std::io::{self, ErrorKind, IsTerminal, Write};

use clap::ColorChoice;

use self::paint::Paint;
use crate::args::COMMAND;

/// All that the command has to say. Texts may have colors.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// What is for standard output.
    pub(crate) output: String,
    /// What was not found, for standard error; each may have several lines.
    pub(crate) problems: Vec<String>,
}

impl Outcome {
    /// Makes the outcome of a search for one thing, which was found.
    pub(crate) fn found(output: String) -> Self {
        Self { output, problems: Vec::new() }
    }
}

/// The width of what the user reads the output on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Screen {
    /// The number of columns; `None` if lines are not wrapped, because the output goes to a file or
    /// a pipe.
    pub(crate) columns: Option<usize>,
}

impl Screen {
    /// Returns the width of the terminal that standard output is, if it is one.
    pub(crate) fn of_stdout() -> Self {
        let stdout = io::stdout();
        let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(&stdout)).flatten();
        Self { columns: size.map(|(width, _)| width.0.into()) }
    }
}

/// Sets for the whole process whether output is colored.
pub(crate) fn set_color(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// Writes an outcome, and returns whether all was found. That nobody reads the output to its end,
/// as with `| head`, is not an error.
pub(crate) fn write(outcome: &Outcome) -> io::Result<bool> {
    let mut stdout = anstream::AutoStream::auto(io::stdout().lock());
    let written = stdout.write_all(outcome.output.as_bytes()).and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            return Err(io::Error::new(
                error.kind(),
                format!("the output cannot be written: {error}"),
            ));
        }
        _ => {}
    }
    for problem in &outcome.problems {
        complain(problem);
    }
    Ok(outcome.problems.is_empty())
}

/// Writes a problem to standard error. If that fails, there is nobody left to tell.
pub(crate) fn complain(problem: &str) {
    let mut stderr = anstream::AutoStream::auto(io::stderr().lock());
    let _ = writeln!(stderr, "{} {problem}", Paint::Error.on(format_args!("{COMMAND}:")));
}
