#!/usr/bin/env python3
"""Measures rust-analyzer on large tables, as an editor uses it, beside strum + thiserror.

For each crate the program prints the seconds until rust-analyzer is ready and answers a hover, the
seconds from an edit to the next hover, and the memory of the server and its proc-macro server. The
dependencies are built before. `editor.py` says what the program needs.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from editor import ROOT, Editor, servers

ROWS = 2000
EDITS = 5

FACADE = f'wechat-codes = {{ path = "{ROOT}/wechat-codes", features = ["weixin"] }}'
PEERS = 'strum = { version = "0.28", features = ["derive"] }\nthiserror = "2"'


def table(row):
    """Writes a line for each row."""
    return "\n".join(row(40_000 + n, f"Row{n:05}", f"Row {n:05} is wrong") for n in range(ROWS))


OUR_TABLE = f"""wechat_codes::wechat_codes! {{ pub enum Code {{
{table(lambda code, name, message: f'{code} => {name}: "{message}" {{ zh: "第 {code} 行有误", remedy: FixRequest }},')}
}} }}"""
PEERS_TABLE = f"""#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr, thiserror::Error)]
#[repr(i32)]
pub enum Code {{
{table(lambda code, name, message: f'#[error("{message}")] {name} = {code},')}
}}"""
USE = "pub fn used() -> Code { Code::Row01000 }\n"

# The name of each crate, its dependencies, its source, and the place of the hover.
CRATES = [
    ("WeixinCode", FACADE, "pub use wechat_codes::WeixinCode as Code;\n" + USE.replace("Row01000", "InvalidAppId"), "Code::Inv|alidAppId }"),
    (f"a table of {ROWS}", FACADE, f"{OUR_TABLE}\n{USE}", "Code::Row0|1000 }"),
    ("strum + thiserror", PEERS, f"{PEERS_TABLE}\n{USE}", "Code::Row0|1000 }"),
]


def memory(editor):
    """Returns the megabytes of the server and its children."""
    pid = str(editor.server.pid)
    listed = subprocess.run(["ps", "-o", "rss=", "--pid", pid, "--ppid", pid], stdout=subprocess.PIPE, text=True)
    return sum(map(int, listed.stdout.split())) / 1000


def measure(servers, crate, place):
    start = time.monotonic()
    editor = Editor(*servers, crate=crate)
    try:
        if not editor.hover(place):
            raise RuntimeError(f"no hover in {crate}")
        ready = time.monotonic() - start
        edits = []
        for number in range(EDITS):
            # The edit is within the last row of a table, or behind the use.
            text = editor.original.replace("Row 01999 is", f"Row 01999 was {number}")
            start = time.monotonic()
            editor.change(f"{text}// {number}\n")
            editor.hover(place)
            edits.append(time.monotonic() - start)
        return ready, sorted(edits)[EDITS // 2], memory(editor)
    finally:
        editor.close()


def main():
    found = servers()
    if not found:
        return 0
    print(f"{'crate':<20} {'ready_s':>8} {'edit_to_hover_s':>16} {'memory_mb':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, dependencies, source, place) in enumerate(CRATES):
            crate = pathlib.Path(folder) / f"crate{number}"
            (crate / "src").mkdir(parents=True)
            package = '[package]\nname = "tables"\nedition = "2024"\n[workspace]\n[dependencies]\n'
            (crate / "Cargo.toml").write_text(package + dependencies)
            shutil.copy(ROOT / "Cargo.lock", crate)
            (crate / "src/lib.rs").write_text(source)
            measure(found, crate, place)  # builds the dependencies
            ready, edit, megabytes = measure(found, crate, place)
            print(f"{name:<20} {ready:>8.2f} {edit:>16.3f} {megabytes:>10.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
