#!/usr/bin/env python3
"""Measures how long it takes from saving a document to the new text in the page that the server gives.

    bench-edit.py PROGRAM [COUNT…]

For each COUNT of documents (default: 1, 100 and 1,000, of 630 words each), `dossier serve` and `hugo server` run side by
side over the same text, and a paragraph of one document is changed in both by turns, 20 times. Each save moves a new
file over the old one. A client asks for the page every millisecond, and both are timed until the answer has the new
words. Hugo is taken where it is installed; its site has the least layout that shows the text.
"""

import http.client
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

EDITS = 20


class Server:
    def __init__(self, name, command, file, path, cwd):
        self.name, self.file, self.path = name, file, path
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log, cwd=cwd)
        self.port = int(command[command.index("--port") + 1])
        self.connection = None
        deadline = time.monotonic() + 300
        while self.get() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        self.original = file.read_text()

    def get(self):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            self.connection.request("GET", self.path, headers={"Host": f"127.0.0.1:{self.port}"})
            answer = self.connection.getresponse()
            body = answer.read()
            return body if answer.status == 200 else None
        except (OSError, http.client.HTTPException):
            self.connection = None
            return None

    def edit(self, word):
        """Returns the milliseconds until the page has a word that was not there."""
        draft = self.file.with_name(".draft")
        draft.write_text(self.original.rstrip() + f" And then the {word} came.\n")
        start = time.perf_counter()
        os.replace(draft, self.file)
        while word.encode() not in (self.get() or b""):
            if time.perf_counter() - start > 60:
                raise SystemExit(f"{self.name} never showed the change")
            time.sleep(0.001)
        return (time.perf_counter() - start) * 1000

    def stop(self):
        self.process.terminate()
        self.process.wait()


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    counts = [int(number) for number in sys.argv[2:]] or [1, 100, 1000]
    here = pathlib.Path(__file__).parent
    place = "/dev/shm" if os.path.isdir("/dev/shm") else None
    hugo = shutil.which("hugo")
    for count in counts:
        with tempfile.TemporaryDirectory(dir=place) as work:
            work = pathlib.Path(work)
            subprocess.run([here / "make-pile.py", str(count), work], check=True)
            seed = sorted((work / "seeds").rglob("*.txt"))[count // 2]
            slug = seed.relative_to(work / "seeds").with_suffix("").as_posix()
            servers = []
            for recogniser in ("careful", "fast"):
                folder = work / recogniser
                shutil.copytree(work / "seeds", folder / "seeds")
                servers.append(Server(
                    f"dossier, {recogniser}",
                    [program, "serve", "seeds", "--port", str(8300 + len(servers)), "--recogniser", recogniser],
                    folder / "seeds" / seed.name, f"/documents/{slug}.html", folder))
            if hugo:
                page = next((work / "hugo" / "content").rglob(seed.stem + ".*"))
                path = "/" + page.relative_to(work / "hugo" / "content").with_suffix("").as_posix() + "/"
                servers.append(Server("hugo server", [hugo, "server", "--port", "8310", "--bind", "127.0.0.1"], page, path, work / "hugo"))
            times = {server.name: [] for server in servers}
            for number in range(EDITS):
                for server in servers:
                    # The whole has been worked out before the next one begins.
                    time.sleep(0.2 + count / 1000)
                    times[server.name].append(server.edit(f"{'abcdefghijklmnopqrst'[number]}word"))
            for server in servers:
                found = sorted(times[server.name])
                print(f"{count:6} documents  {server.name:17} median {statistics.median(found):7.1f} ms"
                      f"  (fastest {found[0]:.1f}, slowest {found[-1]:.1f})")
                server.log.seek(0)
                linked = [int(n) for n in re.findall(r"linked after (\d+) ms", server.log.read())]
                if linked:
                    print(f"{'':42} all pages after {statistics.median(linked):.0f} ms")
                server.stop()


main()
