//! Runs the examples as a person does, and checks their output.

use std::process::{Command, Output};

fn command(example: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--offline", "-p", "wechat-codes-examples"]);
    command.args(["--example", example, "--"]);
    command
}

fn run(example: &str, args: &[&str]) -> Output {
    command(example).args(args).output().expect("cargo runs")
}

/// Runs `explain` and returns its exit status, standard output and standard error.
fn explain(args: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = run("explain", args);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code(), text(stdout), text(stderr))
}

#[test]
fn explain_aligns_the_rows_asked_for() {
    let (status, stdout, stderr) = explain(&["40013", "42001", "-1"]);
    assert_eq!(
        stdout,
        "40013  InvalidAppId        Invalid App ID\n\
         42001  AccessTokenExpired  access token timed out\n   \
         -1  SystemBusy          System busy\n"
    );
    assert_eq!((status, stderr.as_str()), (Some(0), ""));
}

#[test]
fn explain_says_what_it_does_not_know() {
    let (status, stdout, stderr) = explain(&["12345", "InvalidAppId", "forty"]);
    assert_eq!(stdout, "40013  InvalidAppId  Invalid App ID\n");
    assert_eq!(
        stderr,
        "unknown return code 12345\n\
         forty: neither a name nor a decimal code of ReturnCode\n"
    );
    assert_eq!(status, Some(1));
}

/// Runs an example that takes no arguments, and returns its standard output.
fn output(example: &str) -> String {
    let Output { status, stdout, .. } = run(example, &[]);
    assert!(status.success());
    String::from_utf8(stdout).expect("UTF-8")
}

#[test]
fn custom_table_runs() {
    let output = output("custom_table");
    assert!(output.ends_with("delivered: 2\nnot delivered: Lost in transit\n"), "{output}");
}

#[test]
fn menu_codes_runs() {
    assert_eq!(
        output("menu_codes"),
        "34 of 225 codes are about menus.\n\
         -1: System busy (my mistake: false)\n\
         40021: Invalid menu version (my mistake: true)\n\
         40013 is not a code of MenuCode\n\
         65303: No default menu. Cannot create personalized menu\n\
         42001: not what a menu call answers\n"
    );
}

#[test]
fn two_platforms_runs() {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--offline", "-p", "wechat-codes-examples"]);
    command.args(["--example", "two_platforms", "--features", "two-platforms"]);
    let Output { status, stdout, .. } = command.output().expect("cargo runs");
    assert!(status.success());
    assert_eq!(
        String::from_utf8(stdout).expect("UTF-8"),
        "23 followers\n\
         [公众号] 40001 校验失败：AppSecret 错误或 access_token 无效。重新获取本次调用所用的凭证后重试\
         （请求 ID：61725984-6126f6f9-040f19c4）\n    \
         remedy: RenewToken\n\
         [企业微信] 40001 secret 错误。修正应用或账号的配置，如密钥、IP 白名单、域名、证书\
         （请求 ID：1649923862_123_a1b2c3d4）\n    \
         remedy: FixSetup\n\
         [企业微信] 响应无法解析：unexpected reply: expected value at line 1 column 1\n    \
         remedy: none\n"
    );
}

#[test]
fn vendor_codes_runs() {
    assert_eq!(
        output("vendor_codes"),
        "     0: done\n \
         45009: stop until tomorrow (Error source: interface call)\n\
         900001: stop until tomorrow (The gateway's own quota is used up)\n\
         900002: Repeat the same request in a moment, a few times at most \
         (Upstream pool is draining)\n    \
         -1: Repeat the same request in a moment, a few times at most (System busy)\n \
         40013: 40013: No such app on this gateway; Correct the settings of the app or account, \
         such as secret, IP list, domain or certificate\n \
         12345: unknown return code 12345\n\
         网关上没有该应用\n\
         900001 is not a code of ReturnCode\n"
    );
}
