//! Draws the charts of the docs from the output of the benchmarks.
//!
//! ```sh
//! cargo bench -p wechat-codes --bench lookup > lookup.txt
//! cargo bench -p wechat-codes --bench compile > compile.txt
//! cargo bench -p wechat-codes --bench charts -- lookup.txt compile.txt
//! ```

#[path = "charts/compile_chart.rs"]
mod compile_chart;
#[path = "charts/lookup_chart.rs"]
mod lookup_chart;
#[path = "charts/svg.rs"]
mod svg;
#[path = "charts/table.rs"]
mod table;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let result = match &*args {
        [lookup, compile] => draw(lookup, compile),
        // A run of all benchmarks passes no files, which is not an error.
        [] => usage(),
        [flag] if flag == "--test" => usage(),
        _ => Err("expected two files".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "an arm beside `draw`")]
fn usage() -> Result<(), String> {
    println!("give the outputs of the benchmarks: --bench charts -- lookup.txt compile.txt");
    Ok(())
}

/// Draws both charts into the folder of the docs.
fn draw(lookup: &str, compile: &str) -> Result<(), String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // cargo runs a benchmark in the package's folder, but the user runs cargo in the workspace's.
    let read = |file| {
        let path = package.join("..").join(file);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let charts = [
        ("docs/lookup.svg", lookup_chart::draw(&read(lookup)?)?),
        ("docs/compile.svg", compile_chart::draw(&read(compile)?)?),
    ];
    for (file, svg) in charts {
        let path = package.join(file);
        fs::write(&path, svg).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}
