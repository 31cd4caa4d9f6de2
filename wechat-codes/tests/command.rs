//! Runs the command as a user does.
//!
//! What it prints is in `command/*.trycmd`; `TRYCMD=overwrite cargo test --package wechat-codes
//! --features cli --test command` writes it anew.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// The variables that change the output.
const VARIABLES: [&str; 7] =
    ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"];

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wechat-codes"));
    for variable in VARIABLES {
        command.env_remove(variable);
    }
    command.args(arguments);
    command
}

/// Runs a command with a text as its standard input.
fn run(command: &mut Command, input: &str) -> Output {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = piped.spawn().expect("the command runs");
    // A command that does not read its input may have ended.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the command ends")
}

/// Runs the command and returns its exit status, standard output and standard error.
fn outcome(arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = run(&mut command(arguments), input);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn output_is_that_of_the_snapshots() {
    let cases = trycmd::TestCases::new();
    for variable in VARIABLES {
        cases.env(variable, "");
    }
    cases.case("tests/command/*.trycmd");
}

#[test]
fn readme_has_the_sample_to_the_letter() {
    let readme = include_str!("../../README.md");
    // trycmd writes an empty line at the end.
    let sample = include_str!("command/readme.trycmd").replace("\n\n```\n", "\n```\n");
    assert!(
        readme.contains(&sample),
        "copy wechat-codes/tests/command/readme.trycmd into README.md, under \"The command\""
    );
}

#[test]
fn a_reply_comes_from_standard_input() {
    let wecom = concat!(
        r#"{"errcode":40013,"errmsg":"invalid corpid, hint: [1503719217_87_a54f0], "#,
        r#"more info at https://open.work.weixin.qq.com/devtool/query?e=40013"}"#
    );
    let (status, stdout, stderr) = outcome(&["-"], wecom);
    assert_eq!((status, stderr.as_str()), (Some(0), ""));
    assert!(stdout.starts_with("40013 InvalidCorpId\n"), "{stdout}");
    assert!(stdout.contains("\n  rid      1503719217_87_a54f0\n"), "{stdout}");
    let page = "\n  page     https://open.work.weixin.qq.com/devtool/query?e=40013\n";
    assert!(stdout.contains(page), "{stdout}");

    let two = "{\"errcode\":42001}\n{\"errcode\":0}\n";
    let (status, stdout, _) = outcome(&["-1", "-", "--table", "weixin"], two);
    let headings: Vec<_> = stdout.lines().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(headings, ["-1 SystemBusy", "", "42001 AccessTokenExpired", "", "0 Success"]);
    assert_eq!(status, Some(0));
}

#[test]
fn input_that_is_not_a_reply_is_not_found() {
    for (input, problem) in [("<html>", "is not a reply"), ("", "standard input is empty")] {
        let (status, stdout, stderr) = outcome(&["-"], input);
        assert_eq!((status, stdout.as_str()), (Some(1), ""), "{input}");
        assert!(stderr.contains(problem), "{stderr}");
    }
}

#[test]
fn the_first_variable_that_is_set_chooses_the_language() {
    for (variables, is_chinese) in [
        (&[("LANG", "zh_CN.UTF-8")][..], true),
        (&[("LC_MESSAGES", "zh_TW"), ("LANG", "en_US.UTF-8")], true),
        (&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8")], false),
        (&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8")], true),
        (&[], false),
    ] {
        let mut command = command(&["42001", "--table", "return-code"]);
        let output = run(command.envs(variables.iter().copied()), "");
        let stdout = String::from_utf8(output.stdout).expect("UTF-8");
        assert_eq!(stdout.contains("产品"), is_chinese, "{variables:?}: {stdout}");
    }
}

#[test]
fn colors_are_for_terminals() {
    let has_colors = |arguments: &[&str], variables: &[(&str, &str)]| {
        run(command(arguments).envs(variables.iter().copied()), "").stdout.contains(&b'\x1b')
    };
    assert!(!has_colors(&["40013"], &[]));
    assert!(has_colors(&["40013", "--color", "always"], &[]));
    assert!(has_colors(&["40013", "--color", "always"], &[("NO_COLOR", "1")]));
    assert!(!has_colors(&["40013"], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(!has_colors(&["--color", "never", "40013"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn a_reader_may_stop_reading() {
    let mut child = command(&["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    // The output is larger than what a pipe holds.
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let output = command(&["0"]).stdout(full).output().expect("the command runs");
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(stderr.starts_with("wechat-codes: the output cannot be written: "), "{stderr}");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_unicode_are_refused() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let output = command(&[]).arg(OsStr::from_bytes(b"\xff")).output().expect("it runs");
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]));
    assert!(String::from_utf8_lossy(&output.stderr).contains("invalid UTF-8"));
}

#[test]
fn a_list_is_json_with_stable_fields() {
    let (status, stdout, _) = outcome(&["list", "wecom", "--format", "json"], "");
    assert_eq!(status, Some(0));
    let rows: Vec<serde_json::Value> = serde_json::from_str(&stdout).expect("JSON");
    assert_eq!(rows.len(), wechat_codes::WeComCode::COUNT);
    let first = concat!(
        r#"{"code":-1,"name":"SystemBusy","message":"System busy","message_zh":"系统繁忙","#,
        r#""remedy":"Retry","table":"wecom"},"#
    );
    assert_eq!(stdout.lines().nth(1), Some(first));

    // Without a table, each table is complete.
    let (_, stdout, _) = outcome(&["list", "--format", "json"], "");
    let all: Vec<serde_json::Value> = serde_json::from_str(&stdout).expect("JSON");
    let wecom: Vec<_> = all.into_iter().filter(|row| row["table"] == "wecom").collect();
    assert_eq!(wecom, rows);
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (status, stdout, _) = outcome(&["completions", shell], "");
        assert_eq!(status, Some(0), "{shell}");
        assert!(stdout.contains("search") && stdout.contains("table"), "{shell}");
    }
}
