//! Explains WeChat return codes: `cargo run --example explain -- 40013 42001 -1`.

use std::io::{self, ErrorKind, Write};
use std::num::IntErrorKind;
use std::process::ExitCode;

use wechat_codes::ReturnCode;

const HELP: &str = "\
Explains the return codes of WeChat's Official Accounts API.

Usage: explain [CODE]...        the codes given; without any, the whole table
       explain --search WORD    the codes with the word in their name or message
       explain --help

Exit status: 0 if all was found, 1 if a code is unknown or no code has the word,
2 if the command line is not as above.
";

enum Command {
    Help,
    All,
    Search(String),
    /// Each element is a code, or the text of a number that is out of the range of codes.
    Explain(Vec<Result<i32, String>>),
}

fn main() -> ExitCode {
    // The conversion may be lossy: an argument that is not Unicode cannot be a code, and is refused
    // like any other text that is not a code.
    let args = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned());
    let command = match parse(args.collect()) {
        Ok(command) => command,
        Err(problem) => {
            eprintln!("explain: {problem}; try --help");
            return ExitCode::from(2);
        }
    };
    match run(command) {
        Ok(status) => status,
        // The reader of the output, such as `head`, has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("explain: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(args: Vec<String>) -> Result<Command, String> {
    let mut words = args.iter().map(String::as_str);
    match (words.next(), words.next(), words.next()) {
        (None, ..) => Ok(Command::All),
        (Some("--help" | "-h"), None, _) => Ok(Command::Help),
        (Some("--search"), Some(word), None) if !word.is_empty() => {
            Ok(Command::Search(word.to_lowercase()))
        }
        (Some("--search"), ..) => Err("--search takes one word".into()),
        _ => args.into_iter().map(parse_code).collect::<Result<_, _>>().map(Command::Explain),
    }
}

fn parse_code(text: String) -> Result<Result<i32, String>, String> {
    match text.parse::<i32>() {
        Ok(code) => Ok(Ok(code)),
        Err(error) => match error.kind() {
            IntErrorKind::PosOverflow | IntErrorKind::NegOverflow => Ok(Err(text)),
            _ => Err(format!("`{text}` is not a return code")),
        },
    }
}

fn run(command: Command) -> io::Result<ExitCode> {
    let mut unknown = Vec::new();
    let mut found = Vec::new();
    match command {
        Command::Help => {
            io::stdout().write_all(HELP.as_bytes())?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::All => found.extend(ReturnCode::iter()),
        Command::Search(word) => {
            let has_word = |text: &str| text.to_lowercase().contains(&word);
            found
                .extend(ReturnCode::iter().filter(|c| has_word(c.name()) || has_word(c.message())));
            if found.is_empty() {
                unknown.push(format!("no name or message has the word `{word}`"));
            }
        }
        Command::Explain(codes) => {
            for code in codes {
                match code.map(ReturnCode::try_from) {
                    Ok(Ok(code)) => found.push(code),
                    Ok(Err(error)) => unknown.push(error.to_string()),
                    Err(text) => unknown.push(format!("{text} is not a code of ReturnCode")),
                }
            }
        }
    }

    let code_width = found.iter().map(|c| c.code().to_string().len()).max().unwrap_or(0);
    let name_width = found.iter().map(|c| c.name().len()).max().unwrap_or(0);
    let mut output = io::stdout().lock();
    for code in found {
        let (number, name) = (code.code(), code.name());
        writeln!(output, "{number:>code_width$}  {name:name_width$}  {code}")?;
    }
    output.flush()?;

    for problem in &unknown {
        eprintln!("explain: {problem}");
    }
    Ok(if unknown.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
