//! The command `wechat-codes`: explains WeChat's return codes, searches them and lists them.
//!
//! | module | |
//! | --- | --- |
//! | `args` | the command line |
//! | `lang` | the language that the user reads |
//! | `table` | the four tables behind one type, and rows that know their tables |
//! | `query`, `reply` | what an argument asks for, and the reply that it may be |
//! | `explain`, `search`, `list` | one for each thing that the command does |
//! | `ranges` | what the numbers around an unknown code are about |
//! | `output` | columns, wrapped lines, colors, JSON |
//!
//! Each of the three returns an [`Outcome`], all that it has to say. Only `main` reads standard
//! input and writes to standard output and standard error.

mod args;
mod explain;
mod lang;
mod list;
mod output;
mod query;
mod ranges;
mod reply;
mod search;
mod table;

use std::io::{self, Read};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use self::args::{Action, Args, COMMAND};
use self::lang::Lang;
use self::output::{Outcome, Screen};

/// The exit status of a wrong command line, and of input or output that fails.
const FAILURE: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.unwrap_or_else(Lang::of_environment);
    output::set_color(args.color);
    match run(&args, lang, Screen::of_stdout()).and_then(|outcome| output::write(&outcome)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            output::complain(&error.to_string());
            ExitCode::from(FAILURE)
        }
    }
}

/// Does what the command line asks for.
fn run(args: &Args, lang: Lang, screen: Screen) -> io::Result<Outcome> {
    Ok(match &args.action {
        None => {
            let input = if args.asks_for_input() { read_input(lang)? } else { String::new() };
            let queries = query::queries(&args.codes, &input);
            explain::explain(&queries, args.table, args.explanation_format(None), lang, screen)
        }
        Some(Action::Search { words, format }) => {
            search::search(words, args.table, args.explanation_format(*format), lang, screen)
        }
        Some(Action::List { listed, format }) => {
            list::list(args.listed_table(*listed), args.list_format(*format), lang, screen)
        }
        Some(Action::Completions { shell }) => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Args::command(), COMMAND, &mut script);
            Outcome::found(String::from_utf8_lossy(&script).into_owned())
        }
    })
}

/// Reads standard input. Bytes that are not UTF-8, in an errmsg for example, do not hide the rest.
fn read_input(lang: Lang) -> io::Result<String> {
    let mut input = Vec::new();
    io::stdin().read_to_end(&mut input).map_err(|error| {
        let problem = lang.pick("standard input cannot be read", "无法读取标准输入");
        io::Error::new(error.kind(), format!("{problem}: {error}"))
    })?;
    Ok(String::from_utf8_lossy(&input).into_owned())
}
