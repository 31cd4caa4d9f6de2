//! What an argument asks for.

use serde_json::value::RawValue;

use crate::reply::{NotAReply, Reply};

/// What an argument, or a value in standard input, asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Query {
    /// A number, as it is written. It may be beyond the codes of every table.
    Code(String),
    /// What may be the name of a code.
    Name(String),
    /// A reply of an API.
    Reply(Reply),
    /// JSON that is not a reply.
    NotAReply(NotAReply),
    /// Standard input without anything in it.
    Nothing,
}

/// Returns what the arguments ask for. The input stands where the argument `-` stands.
pub(crate) fn queries(arguments: &[String], input: &str) -> Vec<Query> {
    let mut queries = Vec::new();
    for argument in arguments {
        if argument == "-" {
            queries.extend(in_input(input));
        } else if argument.trim_start_matches(is_blank).starts_with(['{', '[']) {
            queries.push(of_json(argument));
        } else {
            queries.push(of_word(argument.trim()));
        }
    }
    queries
}

/// Returns what standard input asks for: one reply or code, or several one after another.
fn in_input(input: &str) -> Vec<Query> {
    let input = input.trim_matches(is_blank);
    if input.is_empty() {
        return vec![Query::Nothing];
    }
    let values: Result<Vec<&RawValue>, _> =
        serde_json::Deserializer::from_str(input).into_iter().collect();
    match values {
        Ok(values) => values.into_iter().map(|value| of_json(value.get())).collect(),
        Err(error) => vec![Query::NotAReply(NotAReply::of(&error, input))],
    }
}

fn of_json(json: &str) -> Query {
    let json = json.trim_matches(is_blank);
    if is_integer(json) {
        return Query::Code(json.into());
    }
    match Reply::read(json) {
        Ok(reply) => Query::Reply(reply),
        Err(problem) => Query::NotAReply(problem),
    }
}

fn of_word(word: &str) -> Query {
    if is_integer(word) { Query::Code(word.into()) } else { Query::Name(word.into()) }
}

/// Tells whether a text is an integer of any size, in decimal.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells whether a character around JSON means nothing: white space, or a byte order mark.
fn is_blank(character: char) -> bool {
    character.is_whitespace() || character == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::{Query, queries};

    fn code(digits: &str) -> Query {
        Query::Code(digits.into())
    }

    #[test]
    fn an_argument_is_a_number_a_name_or_json() {
        let arguments = ["-1", "+40013", "99999999999", "InvalidAppId", "4.5", ""];
        let queries = queries(&arguments.map(String::from), "");
        let name = |name: &str| Query::Name(name.into());
        let expected = [
            code("-1"),
            code("+40013"),
            code("99999999999"),
            name("InvalidAppId"),
            name("4.5"),
            name(""),
        ];
        assert_eq!(queries, expected);
    }

    #[test]
    fn input_may_have_several_replies_and_codes() {
        let input = "\u{feff}{\"errcode\":40013}\n 42001 \r\n{\"errcode\":-1}";
        let queries = queries(&["1".into(), "-".into()], input);
        assert_eq!(queries[0], code("1"));
        assert!(matches!(&queries[1], Query::Reply(reply) if reply.code == "40013"));
        assert_eq!(queries[2], code("42001"));
        assert!(matches!(&queries[3], Query::Reply(reply) if reply.code == "-1"));
    }

    #[test]
    fn input_that_is_not_json_is_one_mistake() {
        for input in ["<html>", "{\"errcode\":1}{", "[1]"] {
            let queries = queries(&["-".into()], input);
            assert!(matches!(queries[..], [Query::NotAReply(_)]), "{input}: {queries:?}");
        }
        assert_eq!(queries(&["-".into()], " \n"), [Query::Nothing]);
    }
}
