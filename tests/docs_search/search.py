#!/usr/bin/env python3
"""Types into the search box of the facade's docs, in a real browser, and checks the first hits.

Also checks that each link of the README and the guide to docs.rs has its page in these docs.

Needs Debian's packages chromium and chromium-driver. Python's standard library is enough.
"""

import functools
import http.server
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The text that is typed, and the variant of ReturnCode that must be the first hit. rustdoc finds a
# name by consecutive letters, with or without `_`. It finds separate words only if an alias begins
# with them. The messages are aliases, and so are the errmsgs of the commonest codes.
SEARCHES = [
    ("40013", "InvalidAppId"),
    ("-1", "SystemBusy"),
    ("0", "Success"),
    ("9001036", "InvalidSearchBeginValue"),
    ("invalidappid", "InvalidAppId"),
    ("invalid_app_id", "InvalidAppId"),
    ("appid", "InvalidAppId"),
    ("system_busy", "SystemBusy"),
    ("invalid app id", "InvalidAppId"),
    ("access token timed out", "AccessTokenExpired"),
    ("45011", "TooManyCallsPerMinute"),
    ("40163", "OAuthCodeUsed"),
    ("61007", "ApiNotAuthorizedToComponent"),
    ("invalid appid", "InvalidAppId"),
    ("invalid credential", "VerificationFailed"),
    ("code been used", "OAuthCodeUsed"),
    ("api unauthorized", "UnauthorizedApiFunction"),
    ("quota", "InterfaceCallsOverLimit"),
    ("白名单", "IpNotInWhitelist"),
    ("系统繁忙", "SystemBusy"),
]

# The browser opens no window, runs as root, too, and sends no requests of its own.
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Returns the first rows of the results, or null while rustdoc is still searching. rustdoc loads its
# index in pieces, and shows the number of hits in the tab once it has all of them.
HITS = """
const searched = new URLSearchParams(location.search).get('search');
const done = document.querySelector('#search-tabs .selected .count:not(.loading)');
if (searched !== arguments[0] || !done) {
    return null;
}
const rows = document.querySelectorAll('#search .search-results.active > a');
return [...rows].slice(0, 3).map(row => [row.getAttribute('href'), row.innerText]);
"""


class QuietFiles(http.server.SimpleHTTPRequestHandler):
    """Serves a folder without logging each request."""

    def log_message(self, *_):
        pass


class Browser:
    """A session of chromedriver, controlled over WebDriver's plain HTTP."""

    def __init__(self, profile):
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self.session = None
        try:
            port = next(
                found[1]
                for line in self.driver.stdout
                if (found := re.search(r"started successfully on port (\d+)", line))
            )
            self.address = f"http://127.0.0.1:{port}/session"
            options = {"args": [*CHROMIUM_FLAGS, f"--user-data-dir={profile}"]}
            capabilities = {"alwaysMatch": {"goog:chromeOptions": options}}
            self.session = self.call("POST", "", {"capabilities": capabilities})["sessionId"]
        except BaseException:
            self.close()
            raise

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.address + path, data, {"Content-Type": "application/json"}, method=method
        )
        # chromedriver runs on this machine, so a proxy must not be used.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=60) as reply:
            return json.load(reply)["value"]

    def command(self, path, body):
        return self.call("POST", f"/{self.session}{path}", body)

    def hits(self, page, words):
        """Types the words into the page's search box and returns the first rows of the results."""
        self.command("/url", {"url": page})
        self.wait_for("return document.readyState === 'complete' || null;")
        # rustdoc creates the box when its button is pressed.
        self.element("#search-button a", "/click", {})
        self.element("input.search-input", "/value", {"text": words})
        return self.wait_for(HITS, words)

    def element(self, selector, action, body):
        """Waits for an element and performs an action on it."""
        self.wait_for("return document.querySelector(arguments[0]);", selector)
        find = {"using": "css selector", "value": selector}
        (element,) = self.command("/element", find).values()
        self.command(f"/element/{element}{action}", body)

    def wait_for(self, script, *args):
        end = time.monotonic() + 30
        while (value := self.command("/execute/sync", {"script": script, "args": args})) is None:
            if time.monotonic() > end:
                raise TimeoutError(f"not within 30s: {script}")
            time.sleep(0.05)
        return value

    def close(self):
        try:
            if self.session:
                self.call("DELETE", f"/{self.session}")
        finally:
            self.driver.terminate()
            self.driver.wait()


def links_without_page():
    """Returns the links to docs.rs that lead to no page of the docs."""
    texts = [ROOT / "README.md", *sorted((ROOT / "wechat-codes/docs").glob("*.md"))]
    links = set()
    for text in texts:
        links.update(re.findall(r"docs\.rs/wechat-codes/latest/([\w./]+)", text.read_text(encoding="utf-8")))
    return sorted(link for link in links if not (ROOT / "target/docs_search/doc" / link).is_file())


def main():
    # rustdoc's index covers all crates in its folder, so these docs have a folder of their own.
    command = "cargo doc --package wechat-codes --no-deps --all-features --locked --target-dir"
    subprocess.run([*command.split(), "target/docs_search"], cwd=ROOT, check=True)
    missing = links_without_page()
    for link in missing:
        print(f"WRONG docs.rs/wechat-codes/latest/{link}: no such page")

    files = functools.partial(QuietFiles, directory=ROOT / "target/docs_search/doc")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = f"http://127.0.0.1:{server.server_port}/wechat_codes/index.html"

    wrong = len(missing)
    # A process of the browser may still write to the profile at the end.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            for words, variant in SEARCHES:
                hits = browser.hits(page, words)
                right = bool(hits) and hits[0][0].endswith(f"/enum.ReturnCode.html#variant.{variant}")
                wrong += not right
                print(f"{'ok   ' if right else 'WRONG'} {words!r}: is to find {variant}")
                for _, text in hits:
                    print(f"        {' '.join(text.split())}")
        finally:
            browser.close()
    server.shutdown()
    print(f"{len(SEARCHES)} searches and the links to docs.rs, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
