//! Explains WeChat return codes: `cargo run --example explain -- 40013 42001 -1`.
//!
//! The command `wechat-codes` does more; the README has a section on it.

use std::process::ExitCode;

use wechat_codes::{Errcode, ReturnCode};

fn main() -> ExitCode {
    let mut known = Vec::new();
    let mut status = ExitCode::SUCCESS;
    for argument in std::env::args().skip(1) {
        // The text is a code in decimal or the exact name of one.
        match argument.parse::<Errcode<ReturnCode>>() {
            Ok(Errcode::Known(code)) => known.push(code),
            Ok(unknown @ Errcode::Unknown(_)) => {
                eprintln!("{unknown}");
                status = ExitCode::FAILURE;
            }
            Err(error) => {
                eprintln!("{argument}: {error}");
                status = ExitCode::FAILURE;
            }
        }
    }

    let name_width = known.iter().map(|code| code.name().len()).max().unwrap_or(0);
    for code in known {
        let (number, name, message) = (code.code(), code.name(), code.message());
        println!("{number:>5}  {name:name_width$}  {message}");
    }
    status
}
