use core::fmt::{self, Alignment, Arguments, Display, Formatter, Write};

/// Shows the message of a variant, or with `#` its code and its message.
///
/// # Errors
///
/// Those of the formatter's output.
pub fn display(f: &mut Formatter<'_>, code: impl Display, message: &str) -> fmt::Result {
    if f.alternate() { pad(f, format_args!("{code}: {message}")) } else { f.pad(message) }
}

/// Writes text as [`Formatter::pad`] writes a string: honours width, fill, alignment and precision.
pub(crate) fn pad(f: &mut Formatter<'_>, text: Arguments<'_>) -> fmt::Result {
    let precision = f.precision().unwrap_or(usize::MAX);
    let Some(width) = f.width() else {
        return Truncated { output: f, room: precision }.write_fmt(text);
    };
    let mut length = Length(0);
    length.write_fmt(text)?;
    let padding = width.saturating_sub(length.0.min(precision));
    let before = match f.align() {
        Some(Alignment::Right) => padding,
        Some(Alignment::Center) => padding / 2,
        Some(Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    Truncated { output: f, room: precision }.write_fmt(text)?;
    (before..padding).try_for_each(|_| f.write_char(fill))
}

/// Counts the characters written.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.chars().count();
        Ok(())
    }
}

/// Passes on as many characters as there is room for.
struct Truncated<'a, W> {
    output: &'a mut W,
    room: usize,
}

impl<W: Write> Write for Truncated<'_, W> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = text.char_indices().nth(self.room).map_or(text.len(), |(end, _)| end);
        self.room = self.room.saturating_sub(text.chars().count());
        self.output.write_str(&text[..end])
    }
}
