#!/usr/bin/env python3
"""Prints the public API of the facade with all its features. Changes of it can break users' builds.

The API is read from rustdoc's pages, because rustdoc's JSON needs a nightly toolchain. If the API
is meant to change, run `tests/public_api.py > tests/public_api.txt`.
"""

import html.parser
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
# The docs have a folder of their own, which the check of the docs' search shares.
TARGET = "target/docs_search"
DOCS = ROOT / TARGET / "doc/wechat_codes"

# The auto traits that users rely on. Any others depend on rustdoc's version and are left out.
AUTO_TRAITS = re.compile(r"^impl.* !?(Send|Sync|Unpin|UnwindSafe|RefUnwindSafe) for ")
# The variants of the prebuilt tables are thousands. Tests of their own compare them with lists of codes.
TABLE_ROW = re.compile(r"^\w+Code: \w+ = -?[\d_]+$")
# The sections of a page whose methods do not belong to the item itself.
OTHERS_METHODS = {"trait-implementations", "synthetic-implementations", "implementors", "foreign-impls"}


class Links(html.parser.HTMLParser):
    """The pages that the list of all items links to."""

    def __init__(self, page):
        super().__init__()
        self.inside = False
        self.pages = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "ul":
            self.inside = attrs.get("class") == "all-items"
        if tag == "a" and self.inside:
            self.pages.append(attrs["href"])

    def handle_endtag(self, tag):
        if tag == "ul":
            self.inside = False


class Item(html.parser.HTMLParser):
    """The declarations on an item's page."""

    def __init__(self, page):
        super().__init__()
        self.lines = []
        self.section = None
        # The element whose text is being collected, and the text so far.
        self.declaration = None
        self.text = ""
        # Whether a field is being read. Fields of a struct are not headers, but spans with code
        # inside.
        self.field = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        classes = (attrs.get("class") or "").split()
        if self.declaration:
            # rustdoc puts each bound on a line of its own.
            if tag in ("div", "br"):
                self.text += " "
        elif tag == "h2" and "section-header" in classes:
            self.section = attrs.get("id")
        elif tag == "pre" and "item-decl" in classes or "code-header" in classes:
            self.declaration = tag
        elif tag == "span" and "structfield" in classes:
            self.field = True
        elif tag == "code" and self.field:
            self.declaration = tag

    def handle_data(self, data):
        if self.declaration:
            self.text += data

    def handle_endtag(self, tag):
        if self.declaration and tag == "div":
            self.text += " "
        if tag != self.declaration:
            return
        # rustdoc marks iterators with this sign, which is not part of the declaration.
        self.declare(tag, " ".join(self.text.replace("ⓘ", "").split()))
        self.declaration = None
        self.field = False
        self.text = ""

    def declare(self, tag, text):
        if tag == "pre":
            # Variants, fields and a trait's methods have headers of their own.
            if not text.startswith("macro_rules!"):
                text = re.sub(r" \{.*", "", text)
        elif self.section == "blanket-implementations":
            return
        elif self.section == "synthetic-implementations" and not AUTO_TRAITS.match(text):
            return
        elif tag == "h4" and self.section in OTHERS_METHODS:
            return
        elif tag == "h3" and self.section == "implementations" or "StructuralPartialEq" in text:
            return
        self.lines.append(text)


def main():
    command = "cargo doc --quiet --package wechat-codes --no-deps --all-features --locked --target-dir"
    subprocess.run([*command.split(), TARGET], cwd=ROOT, check=True)
    pages = Links((DOCS / "all.html").read_text(encoding="utf-8")).pages
    lines = set()
    for page in pages:
        path = re.sub(r"(\w+)\.(\w+)\.html$", r"\2", page).replace("/", "::")
        for line in Item((DOCS / page).read_text(encoding="utf-8")).lines:
            line = f"{path}: {line}"
            if not TABLE_ROW.match(line):
                lines.add(line)
    print("\n".join(sorted(lines)))


if __name__ == "__main__":
    main()
