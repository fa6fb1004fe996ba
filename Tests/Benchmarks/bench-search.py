#!/usr/bin/env python3
"""Times the search of a built site in Chromium, at a server's root: for each query a fresh browser opens the home page, opens
the search and has the query put into its field. Told are the time from that to the first result shown, and the bytes of
data loaded by then and in all. The middle of five runs.

    Tests/Benchmarks/bench-search.py SITE QUERY...

It needs what Tests/Browser needs: run it with .build/browser/bin/python.
"""

import functools
import http.server
import pathlib
import shutil
import statistics
import sys
import threading

from playwright.sync_api import sync_playwright

WATCH = """query => new Promise(resolve => {
  const field = document.querySelector('[role=combobox]'), started = performance.now();
  const loaded = () => performance.getEntriesByType('resource').filter(entry => entry.name.includes('/data/'))
    .reduce((sum, entry) => sum + entry.decodedBodySize, 0);
  let first;
  new MutationObserver(() => {
    if (!first && document.querySelector('dialog a[role=option]')) first = [performance.now() - started, loaded()];
  }).observe(document.querySelector('[role=listbox]'), { childList: true, subtree: true });
  field.value = query;
  field.dispatchEvent(new Event('input'));
  setTimeout(() => resolve([...(first ?? [NaN, loaded()]), loaded()]), 2500);
})"""


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


def main(site, queries):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/"
    print(f"{'query':32}{'first result, ms':>18}{'bytes till then':>17}{'bytes in all':>14}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for query in queries:
            runs = []
            for _ in range(5):
                context = browser.new_context()
                page = context.new_page()
                page.goto(base + "index.html")
                page.keyboard.press("/")
                runs.append(page.evaluate(WATCH, query))
                context.close()
            time, first, whole = (statistics.median(values) for values in zip(*runs))
            print(f"{query:32}{time:18.0f}{first:17,.0f}{whole:14,.0f}")
    server.shutdown()


main(str(pathlib.Path(sys.argv[1])), sys.argv[2:]) if len(sys.argv) > 2 else sys.exit(__doc__)
