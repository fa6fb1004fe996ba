#!/usr/bin/env python3
"""Drives `dossier serve` in Chromium as an author would: save, err, restart, review.

    live.py PROGRAM FOLDER

FOLDER is made anew and gets the documents.
"""

import pathlib
import re
import signal
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright

program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
failures = 0
SECONDS = 10_000


def check(what, is_right, more=""):
    global failures
    print(("ok    " if is_right else "FAIL  ") + what, "" if is_right else more)
    failures += not is_right


class Server:
    """A running `dossier serve`."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [program, "serve", folder, "--recogniser", "fast", *options], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True)
        self.address = self.process.stdout.readline().strip()

    def stop(self, how=signal.SIGINT):
        start = time.monotonic()
        self.process.send_signal(how)
        code = self.process.wait(10)
        return code, time.monotonic() - start


def document(first="Paragraph one about Vladimir Putin."):
    paragraphs = [first] + [f"Paragraph {n} about Angela Merkel, who went to Berlin." for n in range(2, 90)]
    return "---\ntitle: Talks\ndate: 2022-01-01\n---\n" + "\n\n".join(paragraphs) + "\n"


folder.mkdir(parents=True)
talks, entities = folder / "talks.md", folder / "entities.yml"
talks.write_text(document())
(folder / "other.txt").write_text("Another text\n\nXi Jinping was in Beijing.\n")

server = Server("--port", "0")
port = re.search(r":(\d+)/", server.address).group(1)
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))

    def shows(words):
        try:
            page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=SECONDS)
            return True
        except Exception:
            return False

    def settled():
        count = -1
        while count != len(loads):
            count = len(loads)
            page.wait_for_timeout(600)

    # A save reloads the page, once or twice, and the place in it stays.
    page.goto(server.address + "documents/talks.html")
    page.evaluate("scrollTo(0, 1200)")
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    opened = page.evaluate("[...document.querySelectorAll('details')].filter(details => details.open).length")
    where = "document.getElementById('p40').getBoundingClientRect().top"
    before = page.evaluate(where)
    loads.clear()
    talks.write_text(document("A much longer first paragraph, which runs over several lines. " * 8))
    check("a save reloads the page", shows("A much longer first paragraph"))
    settled()
    check("the paragraph that was in sight is where it was", abs(page.evaluate(where) - before) < 1.5, page.evaluate(where) - before)
    check("what was open is open", page.evaluate("[...document.querySelectorAll('details')].filter(details => details.open).length") == opened)
    check("the page was loaded once or twice", 1 <= len(loads) <= 2, loads)

    # A page that does not change is not reloaded by a change elsewhere.
    loads.clear()
    (folder / "other.txt").write_text("Another text\n\nXi Jinping was in Beijing. It rained.\n")
    page.wait_for_timeout(1500)
    check("a change elsewhere leaves the page alone", loads == [], loads)

    # A mistake shows over the last good content, and goes by itself.
    panel = page.locator(".problems")
    talks.write_text(document().replace("title: Talks", "title: [Talks"))
    panel.wait_for(state="visible", timeout=SECONDS)
    text = panel.inner_text()
    check("a mistake is shown with its place", "talks.md:2:8: error:" in text, text)
    check("over the last good content", shows("A much longer first paragraph"))
    talks.write_text(document("All is well again."))
    check("the mended page is shown", shows("All is well again."))
    settled()
    check("without the mistake", not panel.is_visible())

    # Hostile words in a message stay words.
    talks.write_text(document().replace("title: Talks", "<img src=x onerror=alert(1)>: [1"))
    panel.wait_for(state="visible", timeout=SECONDS)
    check("markup in a message is text", page.locator(".problems img").count() == 0)
    talks.write_text(document())
    check("and mended", shows("Paragraph one"))
    settled()

    # Review: a click, a line in the file, and the page follows.
    page.get_by_role("button", name="Review names").click()
    page.locator("#p3m1").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for(state="visible", timeout=SECONDS)
    check("a click on a name asks", "Angela Merkel" in dialog.inner_text() and page.url.endswith("talks.html"), dialog.inner_text())
    dialog.get_by_role("button", name="Not a name", exact=True).click()
    page.wait_for_function("!document.querySelector('main a.person[href*=merkel]')", timeout=SECONDS)
    check("the answer is in the file", entities.read_text() == "never:\n  - Angela Merkel\n", entities.read_text())
    settled()
    told = page.locator(".told").inner_text()
    check("what was written is told after the reload", "entities.yml: never: - Angela Merkel" in told and "undo" in told, told)
    check("the review goes on after the reload", page.get_by_role("button", name="Review names").get_attribute("aria-pressed") == "true")
    entities.unlink()
    page.wait_for_function("document.querySelector('main a.person[href*=merkel]')", timeout=SECONDS)
    check("taking the line out undoes it", True)
    settled()
    page.locator("#p3m1").click()
    box = dialog.get_by_label("The same as …, everywhere")
    box.fill("Angela Dorothea Merkel")
    box.press("Enter")
    check("a typed name becomes the name", shows("Angela Dorothea Merkel") or "Dorothea" in entities.read_text())
    check("and stands in the file", "- [Angela Dorothea Merkel, Angela Merkel]" in entities.read_text(), entities.read_text())
    page.get_by_role("button", name="Review names").focus()
    settled()

    # Killed and begun again on the same port, ten times; the page comes back by itself.
    times = []
    for round in range(10):
        code, seconds = server.stop([signal.SIGINT, signal.SIGTERM, signal.SIGKILL][round % 3])
        times.append(seconds)
        talks.write_text(document(f"This is round {round}."))
        server = Server("--port", port)
        if not server.address:
            break
    check("the same port ten times", server.address.endswith(f":{port}/"), server.address)
    check("Ctrl-C ends at once", max(times) < 2, times)
    check("the page finds the new server", shows("This is round 9."))

    # Paper shows nothing of the preview.
    page.emulate_media(media="print")
    check("nothing of it is printed", not page.get_by_role("button", name="Review names").is_visible())
    page.emulate_media(media="screen")
    server.stop()
    page.wait_for_timeout(300)

    # Below a path, every link stays below it.
    server = Server("--port", "0", "--base-path", "/sub/briefing/")
    seen, todo = set(), [server.address]
    broken, outside = [], []
    while todo and len(seen) < 60:
        address = todo.pop()
        seen.add(address)
        answer = page.goto(address)
        if answer.status != 200:
            broken.append(address)
        for link in page.evaluate("[...document.querySelectorAll('a[href], link[href], script[src]')].map(e => (e.href || e.src).split('#')[0])"):
            if link.startswith("http://127.0.0.1"):
                if "/sub/briefing/" not in link:
                    outside.append(link)
                elif link.endswith(".html") and link not in seen and link not in todo:
                    todo.append(link)
    check(f"below a path, {len(seen)} pages are there", broken == [] and len(seen) > 5, broken)
    check("and no link leads out of it", outside == [], outside)
    page.goto(server.address + "documents/talks.html")
    talks.write_text(document("Below a path."))
    check("and saves show there too", shows("Below a path."))
    check("no script failed", errors == [], errors)
    browser.close()
server.stop()
print(f"{failures} failed" if failures else "all good")
sys.exit(failures > 0)
