//! The program as a person runs it.

use std::process::Command;

#[test]
fn the_session_is_short_and_readable() {
    let output = Command::new(env!("CARGO_BIN_EXE_api-client")).output().expect("it runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{text}");
    for part in [
        "42001 AccessTokenExpired",
        "-1 SystemBusy",
        "attempt 3 of 4",
        "=> 40007 InvalidMediaFileId",
        "=> the quota of this call is used up",
        "for a token 2 times, for users 6 times,\n",
        "for a message 4 times and for a media file 2 times.\n",
    ] {
        assert!(text.contains(part), "no `{part}` in:\n{text}");
    }
    assert!(text.lines().count() < 50 && text.lines().all(|line| line.len() <= 100), "{text}");
}
