#!/usr/bin/env python3
"""Asks rust-analyzer about the tables of a user's crate, as an editor does, and checks the answers.

`.ci/rust-analyzer` unpacks Debian's packages. If they cannot be had, or the toolchain has no
proc-macro server, a line says so and nothing is checked. Python's standard library is enough.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
CRATE = ROOT / "tests/editor/tables"

# What an editor tells the server of itself.
CAPABILITIES = {
    "experimental": {"serverStatusNotification": True},
    "general": {"positionEncodings": ["utf-32"]},
    "textDocument": {
        "completion": {"completionItem": {}},
        "definition": {"linkSupport": True},
        "diagnostic": {},
        "hover": {"contentFormat": ["markdown"]},
        "rename": {"prepareSupport": True},
        "semanticTokens": {
            "requests": {"full": True},
            "tokenTypes": ["enumMember"],
            "tokenModifiers": [],
            "formats": ["relative"],
        },
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}

# The errors with which the server asks for the same request once more.
CONTENT_MODIFIED, SERVER_CANCELLED = -32801, -32802


class Refused(Exception):
    """The server's reason for not doing what it was asked."""


class Editor:
    """A session of rust-analyzer with the crate's one source file open.

    A place in the file is written as a piece of its text that occurs once, with `|` at the place.
    """

    def __init__(self, folder, proc_macro_server, crate=CRATE):
        self.source = crate / "src/lib.rs"
        environment = {**os.environ, "LD_LIBRARY_PATH": folder}
        self.server = subprocess.Popen(
            [f"{folder}/rust-analyzer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=crate,
            env=environment,
        )
        self.replies = {}
        self.status = {}
        self.requests = 0
        self.changed = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

        target = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "editor"
        options = {
            "cargo": {
                "extraArgs": ["--offline"],
                "sysrootSrc": f"{folder}/library",
                "targetDir": str(target),
            },
            "checkOnSave": False,
            "procMacro": {"enable": True, "server": str(proc_macro_server)},
        }
        parameters = {
            "processId": os.getpid(),
            "rootUri": crate.as_uri(),
            "capabilities": CAPABILITIES,
            "initializationOptions": options,
        }
        able = self.call("initialize", parameters)["capabilities"]
        self.token_types = able["semanticTokensProvider"]["legend"]["tokenTypes"]
        self.notify("initialized", {})
        self.text = self.original = self.source.read_text()
        self.version = 1
        document = {"languageId": "rust", "version": 1, "text": self.text}
        self.notify("textDocument/didOpen", {"textDocument": {"uri": self.source.as_uri(), **document}})
        self.wait_for(lambda: self.status.get("quiescent"), "the crate to be loaded")
        if self.status["health"] != "ok":
            raise RuntimeError(self.status)

    def read(self):
        """Reads what the server says, until it ends."""
        while match := re.match(rb"Content-Length: (\d+)", self.server.stdout.readline()):
            while self.server.stdout.readline() != b"\r\n":
                pass
            message = json.loads(self.server.stdout.read(int(match[1])))
            with self.changed:
                if "method" not in message:
                    self.replies[message["id"]] = message
                elif "id" in message:
                    self.send({"id": message["id"], "result": None})
                elif message["method"] == "experimental/serverStatus":
                    self.status = message["params"]
                self.changed.notify_all()

    def wait_for(self, condition, what):
        with self.changed:
            if not self.changed.wait_for(condition, timeout=600):
                raise TimeoutError(f"not within 600s: {what}")

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.server.stdin.flush()

    def notify(self, method, parameters):
        self.send({"method": method, "params": parameters})

    def call(self, method, parameters):
        while True:
            self.requests += 1
            request = self.requests
            self.send({"id": request, "method": method, "params": parameters})
            self.wait_for(lambda: request in self.replies, method)
            reply = self.replies.pop(request)
            if "error" not in reply:
                return reply["result"]
            if reply["error"]["code"] not in (CONTENT_MODIFIED, SERVER_CANCELLED):
                raise Refused(reply["error"]["message"])

    def ask(self, what, **parameters):
        """Asks about the open file."""
        document = {"textDocument": {"uri": self.source.as_uri()}}
        return self.call(f"textDocument/{what}", {**document, **parameters})

    def ask_at(self, what, place, **parameters):
        return self.ask(what, position=self.position(place), **parameters)

    def change(self, text):
        """Replaces the text in the editor, but not in the file."""
        self.version += 1
        self.text = text
        document = {"uri": self.source.as_uri(), "version": self.version}
        changes = [{"text": text}]
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def position(self, place):
        before, after = place.split("|")
        found = self.text.count(before + after)
        if found != 1:
            raise ValueError(f"{place!r} is {found} times in the text")
        lines = self.text[: self.text.index(before + after) + len(before)].split("\n")
        return {"line": len(lines) - 1, "character": len(lines[-1])}

    def show(self, uri, place):
        """Returns a range as the text that it covers, in its line."""
        path = pathlib.Path(uri.removeprefix("file://"))
        text = self.text if path == self.source else path.read_text()
        start, end = place["start"], place["end"]
        line = text.split("\n")[start["line"]]
        last = end["character"] if start["line"] == end["line"] else len(line)
        marked = f"{line[:start['character']]}«{line[start['character']:last]}»{line[last:]}"
        return marked.strip() if path == self.source else f"{path.name}: {marked.strip()}"

    # What a user asks for. Each of these returns lines of text.

    def rename(self, place):
        """Returns what a rename would replace, or why it is refused."""
        try:
            edits = self.ask_at("rename", place, newName="Renamed")["documentChanges"]
        except Refused as reason:
            return [f"refused: {reason}"]
        return sorted(
            self.show(file["textDocument"]["uri"], edit["range"])
            for file in edits
            for edit in file["edits"]
        )

    def references(self, place):
        context = {"includeDeclaration": True}
        found = self.ask_at("references", place, context=context) or []
        return sorted(self.show(place["uri"], place["range"]) for place in found)

    def goto(self, place):
        found = self.ask_at("definition", place) or []
        return [self.show(place["targetUri"], place["targetSelectionRange"]) for place in found]

    def hover(self, place):
        found = self.ask_at("hover", place)
        return [line for line in found["contents"]["value"].split("\n") if line] if found else []

    def complete(self, typed):
        """Returns what is offered after these words in a function."""
        line = "    code == GatewayCode::QuotaExhausted ||"
        self.change(self.text.replace(line, f"    {typed};\n{line}"))
        offered = self.ask_at("completion", f"    {typed}|;\n")["items"]
        return sorted(item["label"] for item in offered)

    def kind(self, place):
        """Returns the kind of a token, by which an editor colours it."""
        position = self.position(place)
        numbers = self.ask("semanticTokens/full")["data"]
        line = character = 0
        for lines, characters, length, kind, _ in zip(*[iter(numbers)] * 5):
            character = characters if lines else character + characters
            line += lines
            if line == position["line"] and character <= position["character"] < character + length:
                return [self.token_types[kind]]
        return []

    def diagnostics(self):
        """Returns the errors and warnings with the text that they mark."""
        found = [item for item in self.ask("diagnostic")["items"] if item["severity"] <= 2]
        place = [self.show(self.source.as_uri(), item["range"]) for item in found]
        return [f"{place}  {item['message']}" for place, item in zip(place, found)]

    def close(self):
        try:
            self.call("shutdown", None)
            self.notify("exit", None)
            self.server.wait(timeout=30)
        finally:
            self.server.kill()


class Checks:
    def __init__(self):
        self.wrong = self.count = 0

    def check(self, what, answer, is_right):
        self.count += 1
        self.wrong += not is_right
        print(f"{'ok   ' if is_right else 'WRONG'} {what}")
        for line in answer or ["nothing"]:
            print(f"        {line}")

    def same(self, what, answer, expected):
        self.check(what, answer, answer == expected)
        if answer != expected:
            print("      expected")
            for line in expected:
                print(f"        {line}")


QUOTA = (
    '900_001 => «QuotaExhausted»: "The quota is used up" '
    '{ zh: "配额已用完", remedy: WaitForQuota },'
)
# The places that name the row, and those that name the enum. A table that picks the row has a
# variant of its own, whose uses are not among them.
QUOTA_PLACES = sorted([
    QUOTA,
    "..gateway::GatewayCode { «QuotaExhausted», UpstreamPoolIsDraining },",
    "code == GatewayCode::«QuotaExhausted» || matches!(plain, Plain::Busy)",
])
ENUM_PLACES = sorted([
    "use gateway::«GatewayCode»;",
    "pub enum «GatewayCode» {",
    "..gateway::«GatewayCode» { QuotaExhausted, UpstreamPoolIsDraining },",
    "let same = «GatewayCode»::try_from(code).ok().map(|code: GatewayCode| code.message());",
    "let same = GatewayCode::try_from(code).ok().map(|code: «GatewayCode»| code.message());",
    "pub fn is_temporary(code: «GatewayCode», plain: Plain) -> bool {",
    "code == «GatewayCode»::QuotaExhausted || matches!(plain, Plain::Busy)",
    "pub fn draining() -> «GatewayCode» {",
    "«GatewayCode»::UpstreamPoolIsDraining",
])
DRAINING = '900_002 => «"Upstream pool is draining"»,'
QUOTA_NAMES = {
    "a use": "code == GatewayCode::Quota|Exhausted",
    "its row": "=> Quota|Exhausted:",
    "a pick": "GatewayCode { Quota|Exhausted",
}
ENUM_NAMES = {
    "a use": "code == Gateway|Code::",
    "the table": "pub enum Gateway|Code",
    "a spread's path": "..gateway::Gateway|Code",
}
# What the docs of the row say, and how often a hover is to say it.
QUOTA_DOCS = [
    "`900001`: The quota is used up",
    "配额已用完",
    "Remedy: `WaitForQuota`",
    "Raised before the call reaches WeChat.",
]

ROW = '900_003 => Unsure: "The outcome is not known",'
OVERRIDE = 'override 40015 => InvalidMenuType: "This menu has no such type",'
PICKS = "InvalidAppId, 40015..=40017, !InvalidButtonType"
VARIANTS = {
    "GatewayCode": {"Success", "QuotaExhausted", "UpstreamPoolIsDraining", "Unsure"},
    "MenuCode": {
        "InvalidAppId",
        "InvalidMenuType",
        "InvalidButtonQuantity",
        "QuotaExhausted",
        "UpstreamPoolIsDraining",
        "NoMenu",
    },
}
HALF_ROWS = ["900_004", "900_004 =>", "900_004 => N", "900_004 => New:", '900_004 => New: ""']
HALF_NOTES = [
    f'900_004 => New: "New" {{ {notes} }}'
    for notes in ["z", "zh", "zh:", 'zh: ""', 'zh: "新", rem', "remedy:", "remedy: Re"]
]
HALF_OVERRIDES = [
    "override",
    "override 40016",
    "override 40016 =>",
    "override 40016 => Too",
    "override 40016 => TooMany:",
    'override 40016 => InvalidButtonQuantity: "Too many" { rem }',
]
HALF_PICKS = ["Inv", "!", "!Inv", "!4", "!40016..", "!40016..="]
# The table that is being changed, what stands there, and what has been typed instead.
HALF_TYPED = [
    *[("GatewayCode", ROW, f"{ROW} {half}") for half in HALF_ROWS + HALF_NOTES],
    *[("GatewayCode", ROW, f"{half} {ROW}") for half in HALF_ROWS + HALF_NOTES],
    *[("MenuCode", OVERRIDE, f"{OVERRIDE} {half},") for half in ["over", *HALF_OVERRIDES]],
    *[("MenuCode", OVERRIDE, f"{half} {OVERRIDE}") for half in ["over", *HALF_OVERRIDES]],
    *[("MenuCode", PICKS, f"{PICKS}, {half}") for half in HALF_PICKS],
    *[("MenuCode", "40015..=40017, !", f"40015..=40017, {half} !") for half in HALF_PICKS],
]


def check_tables(editor, checks, is_nightly):
    checks.same("the crate has no errors", editor.diagnostics(), [])

    for start, place in QUOTA_NAMES.items():
        checks.same(f"rename a variant from {start}", editor.rename(place), QUOTA_PLACES)
    for start, place in ENUM_NAMES.items():
        checks.same(f"rename the enum from {start}", editor.rename(place), ENUM_PLACES)
    for start, place in {
        "a row that is named after its message": "GatewayCode::Upstream|Pool",
        "a pick of such a row": "QuotaExhausted, Upstream|Pool",
        "a row that a spread brings": "MenuCode::Quota|Exhausted",
    }.items():
        answer = editor.rename(place)
        checks.check(f"rename {start}: refused", answer, answer[0].startswith("refused"))

    for start, place in QUOTA_NAMES.items():
        checks.same(f"references of a variant from {start}", editor.references(place), QUOTA_PLACES)
    for start, place in ENUM_NAMES.items():
        checks.same(f"references of the enum from {start}", editor.references(place), ENUM_PLACES)

    for start, place in QUOTA_NAMES.items():
        checks.same(f"goto a variant from {start}", editor.goto(place), [QUOTA])
    for start, place in ENUM_NAMES.items():
        expected = ["pub enum «GatewayCode» {"]
        checks.same(f"goto the enum from {start}", editor.goto(place), expected)
    checks.same(
        "goto the enum of another crate from a spread's path",
        editor.goto("..Return|Code"),
        ["return_code.rs: pub enum «ReturnCode» {"],
    )
    answer = editor.goto("!Invalid|ButtonType")
    is_right = len(answer) == 1 and "=> «InvalidButtonType»:" in answer[0]
    checks.check("goto a variant from a pick with `!`", answer, is_right)
    for start, place, first in [
        ("that is named after its message", "GatewayCode::Upstream|Pool", DRAINING),
        ("that a spread brings", "MenuCode::Quota|Exhausted", "«.».gateway::GatewayCode {"),
    ]:
        answer = editor.goto(place)
        checks.check(f"goto a variant {start}", answer, answer[0].startswith(first))

    for start, place in QUOTA_NAMES.items():
        answer = editor.hover(place)
        is_right = all(answer.count(line) == 1 for line in QUOTA_DOCS)
        checks.check(f"hover on a variant, at {start}", answer, is_right and len(answer) < 15)
    for start, place in ENUM_NAMES.items():
        answer = editor.hover(place)
        is_right = answer.count("What the gateway answers.") == 1
        checks.check(f"hover on the enum, at {start}", answer, is_right)
    for start, place in QUOTA_NAMES.items():
        checks.same(f"the colour of a variant, at {start}", editor.kind(place), ["enumMember"])

    for typed, expected in [
        ("GatewayCode::", ["Success", "UpstreamPoolIsDraining", "from_code", "COUNT"]),
        ("code.", ["message", "message_zh", "remedy"]),
        # A table of the same module, whose private items are visible.
        ("MenuCode::", ["NoMenu", "from_code", "COUNT"]),
        ("MenuCode::NoMenu.", ["message", "message_zh", "remedy"]),
        ("Gat", ["GatewayCode", "MenuCode", "Plain"]),
        ("crate::gateway::", ["GatewayCode"]),
    ]:
        editor.change(editor.original)
        answer = editor.complete(typed)
        hidden = [label for label in answer if label.startswith("__") or "Code!" in label]
        if is_nightly:  # to whose users rust-analyzer offers unstable items
            hidden = [label for label in hidden if not label.endswith("!") and "!(" not in label]
        answer = hidden + [label for label in answer if label in expected]
        checks.check(f"completion after `{typed}`", answer, sorted(expected) == answer)

    for table, old, new in HALF_TYPED:
        editor.change(editor.original.replace(old, new))
        answer = editor.diagnostics()
        # What is missing at the end of the table is reported at its brace.
        at_place = all(shown.startswith("«}»") or new in unmarked(shown) for shown in answer)
        variants = VARIANTS[table] & set(editor.complete(f"{table}::"))
        missing = VARIANTS[table] - variants
        is_right = at_place and 1 <= len(answer) <= 2 and not missing
        answer += [f"without {variant}" for variant in missing]
        checks.check(f"half typed: one or two errors, all variants: {new}", answer, is_right)


def unmarked(shown):
    return shown.replace("«", "").replace("»", "")


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def servers():
    """Returns the folder of rust-analyzer and the proc-macro server. Returns None if one is missing."""
    sysroot = pathlib.Path(output("rustc", "--print", "sysroot"))
    server = sysroot / "libexec/rust-analyzer-proc-macro-srv"
    if not server.exists():
        print(f"skipped: this toolchain has no {server}")
        return None
    try:
        return output(ROOT / ".ci/rust-analyzer"), server
    except (OSError, subprocess.CalledProcessError):
        print("skipped: .ci/rust-analyzer cannot get Debian's packages of rust-analyzer")
        return None


def main():
    found = servers()
    if not found:
        return 0
    shutil.copy(ROOT / "Cargo.lock", CRATE)
    checks = Checks()
    editor = Editor(*found)
    try:
        check_tables(editor, checks, "nightly" in output("rustc", "--version"))
    finally:
        editor.close()
    print(f"{checks.count} answers, {checks.wrong} wrong")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
