//! The command line.

// The docs of the fields are the text of `--help`, which has no Markdown.
#![allow(clippy::doc_markdown)]

use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::lang::Lang;
use crate::table::Table;

/// The name of the command.
pub(crate) const COMMAND: &str = "wechat-codes";

const USAGE: &str = "\
wechat-codes [OPTIONS] [CODE | NAME | REPLY]...
       wechat-codes [OPTIONS] search WORD...
       wechat-codes [OPTIONS] list [TABLE]
       wechat-codes completions SHELL";

const EXAMPLES: &str = "\
Examples:
  wechat-codes 40013 -1
  wechat-codes '{\"errcode\":42001,\"errmsg\":\"access_token expired\"}'
  curl -s https://api.weixin.qq.com/... | wechat-codes -
  wechat-codes search menu button
  wechat-codes list wecom --format json

Exit status: 0 if all was found, 1 if something was not, 2 if the command line is wrong or if
input or output fails.";

/// Explains the return codes of WeChat's APIs: what a code means, and what to do about it.
#[derive(Debug, Parser)]
#[command(
    name = COMMAND,
    bin_name = COMMAND,
    version,
    after_help = EXAMPLES,
    arg_required_else_help = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true,
    override_usage = USAGE
)]
pub(crate) struct Args {
    /// A code, the name of one, or a reply: JSON such as '{"errcode":40013}', or - for standard
    /// input
    #[arg(value_name = "CODE | NAME | REPLY", required = true, allow_negative_numbers = true)]
    pub(crate) codes: Vec<String>,

    /// Only this table [default: every table that has the code; like rows are shown once]
    #[arg(long, global = true, value_name = "TABLE")]
    pub(crate) table: Option<Table>,

    /// The language [default: by LC_ALL, LC_MESSAGES, LANG]
    #[arg(long, global = true)]
    pub(crate) lang: Option<Lang>,

    /// The format of an explanation [default: text]
    #[arg(long)]
    format: Option<Format>,

    /// Whether to color the output; auto heeds the terminal and NO_COLOR
    #[arg(long, global = true, value_name = "WHEN", default_value_t)]
    pub(crate) color: ColorChoice,

    #[command(subcommand)]
    pub(crate) action: Option<Action>,
}

/// What the command does, other than explaining.
#[derive(Debug, Subcommand)]
pub(crate) enum Action {
    /// Shows the rows that have all the words, in English, in Chinese or in the name
    Search {
        /// A word or a part of one; upper and lower case are alike
        #[arg(value_name = "WORD", required = true, allow_negative_numbers = true)]
        words: Vec<String>,

        /// The format [default: text]
        #[arg(long)]
        format: Option<Format>,
    },
    /// Shows whole tables
    List {
        /// The table [default: all; like rows are shown once, except in JSON]
        // Its name must not be that of the option `--table`.
        #[arg(value_name = "TABLE")]
        listed: Option<Table>,

        /// The format; tsv has the columns code, name, message, message_zh, remedy [default: table]
        #[arg(long)]
        format: Option<ListFormat>,
    },
    /// Prints the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// The format of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a person
    Text,
    /// An array of objects
    Json,
}

/// The format of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// Aligned columns, in the chosen language
    Table,
    /// Tab-separated values with a header
    Tsv,
    /// An array of objects
    Json,
    /// A table for a Markdown document
    Markdown,
}

impl Args {
    /// Tells whether an argument stands for standard input.
    pub(crate) fn asks_for_input(&self) -> bool {
        self.codes.iter().any(|code| code == "-")
    }

    /// Returns the format of an explanation or a search. One that is given after the subcommand
    /// counts more than one that is given before it.
    pub(crate) fn explanation_format(&self, after: Option<Format>) -> Format {
        after.or(self.format).unwrap_or(Format::Text)
    }

    /// Returns the format of a list, which may be given before the subcommand too.
    pub(crate) fn list_format(&self, after: Option<ListFormat>) -> ListFormat {
        after.unwrap_or(match self.format {
            Some(Format::Json) => ListFormat::Json,
            Some(Format::Text) | None => ListFormat::Table,
        })
    }

    /// Returns the table to list, which is given as an argument or as an option. Ends the program
    /// if they contradict each other.
    pub(crate) fn listed_table(&self, argument: Option<Table>) -> Option<Table> {
        if let (Some(argument), Some(option)) = (argument, self.table)
            && argument != option
        {
            let (argument, option) = (argument.name(), option.name());
            let problem = format!(
                "two tables are given, `{argument}` and `--table {option}`: write one of them"
            );
            Self::command().error(ErrorKind::ArgumentConflict, problem).exit();
        }
        argument.or(self.table)
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::{Action, Args, Format, ListFormat};
    use crate::table::Table;

    fn parsed(line: &str) -> Args {
        let words = std::iter::once("wechat-codes").chain(line.split_whitespace());
        Args::try_parse_from(words).unwrap_or_else(|error| panic!("{line}: {error}"))
    }

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn negative_codes_are_arguments_wherever_they_stand() {
        for line in
            ["-1 40013 -504002", "--lang zh -1 40013 -504002", "-1 40013 --color never -504002"]
        {
            assert_eq!(parsed(line).codes, ["-1", "40013", "-504002"], "{line}");
        }
        assert!(parsed("-").asks_for_input());
        assert!(!parsed("-1").asks_for_input());
        assert!(Args::try_parse_from(["wechat-codes", "-x"]).is_err());
    }

    #[test]
    fn options_may_stand_before_the_subcommand() {
        let args = parsed("--lang zh --table wecom --format json search menu");
        assert_eq!(args.table, Some(Table::WeCom));
        assert_eq!(args.explanation_format(None), Format::Json);
        assert!(matches!(args.action, Some(Action::Search { .. })));

        let args = parsed("--format json list --table wecom");
        assert_eq!(args.list_format(None), ListFormat::Json);
        assert_eq!(args.listed_table(None), Some(Table::WeCom));
    }

    #[test]
    fn options_alone_ask_for_nothing() {
        assert!(Args::try_parse_from(["wechat-codes", "--lang", "zh"]).is_err());
    }
}
