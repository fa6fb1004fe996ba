#!/usr/bin/env python3
"""Serves built sites by nginx and Caddy, with the lines that stand in README.md, and checks what their readers get.

    check.py FOLDER       # with the sites root, below/briefing and unsaid/briefing
"""

import gzip
import html.parser
import http.client
import json
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse

import feedparser
from playwright.sync_api import sync_playwright

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HOST = "https://example.org"
# Where a site lies, the folder to serve, the path on the host, and whether it knows its address.
SITES = [("root", "root", "/", True), ("below/briefing", "below", "/briefing/", True),
         ("unsaid/briefing", "unsaid", "/briefing/", False)]
failures = []
passed = 0


def check(what, is_good, *details):
    global passed
    if is_good:
        passed += 1
    else:
        failures.append(what)
        print("FAILED:", what, *details)


# The servers

def lines(server, folder, path):
    """The lines of README.md for a server, with our folder and path in the place of the example's."""
    readme = (PROJECT / "README.md").read_text()
    block = re.search(rf"^    # {server}\n((?:    .*\n|\n)*)", readme, re.M).group(1)
    block = "\n".join(line[4:] for line in block.rstrip().split("\n"))
    return block.replace("/srv/www", str(folder)).replace("/briefing/", path)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_nginx(folder, path, work, port):
    (work / "nginx.conf").write_text(f"""
worker_processes 1;
daemon off;
pid {work}/nginx.pid;
error_log {work}/nginx.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
  uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
  server {{
    listen 127.0.0.1:{port};
{lines("nginx", folder, path)}
  }}
}}
""")
    return subprocess.Popen([shutil.which("nginx"), "-c", str(work / "nginx.conf"), "-e", str(work / "nginx.log")])


def start_caddy(folder, path, work, port):
    (work / "Caddyfile").write_text(f"""{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
{lines("Caddy", folder, path)}
}}
""")
    log = open(work / "caddy.log", "w")
    home = {"PATH": "/usr/sbin:/usr/bin:/bin", "HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    return subprocess.Popen(
        [shutil.which("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"],
        stdout=log, stderr=log, env=home)


# Asking

class Server:
    def __init__(self, name, port):
        self.name, self.port = name, port

    def get(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", path, headers={"Host": f"127.0.0.1:{self.port}"} | headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


class Links(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids, self.canonical = [], set(), None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if values.get("id"):
            self.ids.add(values["id"])
        if tag == "link" and values.get("rel") == "canonical":
            self.canonical = values["href"]
            return
        for name in ("href", "src"):
            if values.get(name):
                self.links.append(values[name])


def crawl(server, what, path):
    """Follows every link from the home page; returns the pages by their path."""
    pages, waiting, wanted, broken = {}, [path], [], []
    known = {path}
    while waiting:
        address = waiting.pop()
        status, headers, body = server.get(address)
        if status != 200:
            broken.append((address, status))
            continue
        pages[address] = None
        if not headers.get("content-type", "").startswith("text/html"):
            continue
        check(f"{what}: {address} is UTF-8", "charset=utf-8" in headers["content-type"].lower(), headers["content-type"])
        pages[address] = Links(body.decode())
        for link in pages[address].links:
            target = urllib.parse.urlsplit(urllib.parse.urljoin(f"http://here{address}", link))
            if target.netloc != "here" or target.scheme != "http":
                continue
            if target.fragment:
                wanted.append((address, target.path, urllib.parse.unquote(target.fragment)))
            if target.path not in known:
                known.add(target.path)
                waiting.append(target.path)
    for source, target, fragment in wanted:
        if pages.get(target) and fragment not in pages[target].ids:
            broken.append((source, target, fragment))
    check(f"{what}: no broken link", not broken, broken[:5])
    check(f"{what}: pages are found", len(pages) > 100, len(pages))
    return pages


def promised(site, path):
    """The headers of the site's own file, by the pattern that they are for."""
    rules, rule = {}, None
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules[rule][name.lower()] = value
        else:
            rule = line
            rules[rule] = {}
    # A site that does not know its path has the rules of one at the root.
    top = path if path + "*" in rules else "/"
    return rules[top + "*"], rules[top + "assets/*"]


# What is checked

def check_headers(server, what, site, path):
    everywhere, assets = promised(site, path)
    style = next((site / "assets").glob("style.*.css")).name
    for address, expected in [(path, 200), (path + "about.html", 200), (path + "assets/" + style, 200),
                              (path + "no/such/page", 404)]:
        status, headers, _ = server.get(address)
        check(f"{what}: {address} is {expected}", status == expected, status)
        for name, value in everywhere.items():
            check(f"{what}: {name} of {address}", headers.get(name) == value, headers.get(name), "instead of", value)
    seconds = re.search(r"max-age=\d+", assets["cache-control"]).group()
    check(f"{what}: assets are kept", seconds in server.get(path + "assets/" + style)[1].get("cache-control", ""))
    check(f"{what}: pages are not", server.get(path)[1].get("cache-control") == "no-cache")


def check_missing(server, what, site, path, is_known):
    page = (site / "404.html").read_bytes()
    for address in ["missing.html", "a/missing.html", "documents/a/b/c/d", "people/none", "assets/none.css",
                    "_headers", "_redirects", ".dossier-manifest", ".nojekyll"]:
        status, headers, body = server.get(path + address)
        check(f"{what}: {address} is 404", status == 404 and body == page, status, body[:80])
        check(f"{what}: {address} is a page", headers.get("content-type", "").startswith("text/html"))
    # What others have beside the site stays.
    status, _, body = server.get("/.well-known/security.txt")
    check(f"{what}: .well-known is there", status == 200 and body == b"Contact: nobody\n", status)
    if is_known:
        for link in Links(page.decode()).links:
            target = urllib.parse.urljoin(f"http://here{path}a/b/c", link)
            if not link.startswith("#"):
                status = server.get(urllib.parse.urlsplit(target).path)[0]
                check(f"{what}: the link {link} of 404 at depth", status == 200, status)


def check_packed(server, what, site, path):
    script = "assets/" + next((site / "assets").glob("dossier.*.js")).name
    packed = [name for name in ["index.html", "print.html", script, "_headers"] if (site / (name + ".gz")).exists()]
    check(f"{what}: there are packed copies", len(packed) == 3, packed)
    kinds = ["gzip", "br"] if server.name == "caddy" else ["gzip"]
    for name in packed:
        plain = (site / name).read_bytes()
        check(f"{what}: {name}.gz", gzip.decompress((site / (name + ".gz")).read_bytes()) == plain)
        unpacked = subprocess.run(["brotli", "-dc", str(site / (name + ".br"))], capture_output=True).stdout
        check(f"{what}: {name}.br", unpacked == plain)
        for kind in kinds:
            _, headers, body = server.get(path + name, **{"Accept-Encoding": kind})
            copy = site / (name + (".gz" if kind == "gzip" else ".br"))
            check(f"{what}: {name} comes as {kind}",
                  headers.get("content-encoding") == kind and body == copy.read_bytes(), headers)
            wanted = server.get(path + name)[1]["content-type"]
            check(f"{what}: {name} as {kind} keeps its type", headers.get("content-type") == wanted, headers)
        check(f"{what}: {name} comes plain", server.get(path + name)[2] == plain)


def check_moved(server, what, site, path):
    rules = [line.split(" ") for line in (site / "_redirects").read_text().splitlines()]
    check(f"{what}: there are old addresses", bool(rules))
    old = {rule[0] for rule in rules}
    for source, target, code in rules:
        check(f"{what}: {source} is one hop", target not in old and code == "301")
        check(f"{what}: {source} leads on", server.get(target)[0] == 200)
        body = server.get(source)[2].decode()
        refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', body)
        check(f"{what}: the page at {source}",
              refresh and urllib.parse.urljoin(f"http://here{source}", refresh.group(1)) == "http://here" + target)


def check_feeds(server, what, site, path):
    _, headers, atom = server.get(path + "feed.xml")
    feed = feedparser.parse(atom)
    check(f"{what}: Atom is well-formed", not feed.bozo, feed.get("bozo_exception"))
    check(f"{what}: Atom is Atom", feed.version == "atom10", feed.version)
    check(f"{what}: Atom has entries", len(feed.entries) == 41, len(feed.entries))
    check(f"{what}: ids are unique", len({entry.id for entry in feed.entries}) == len(feed.entries))
    check(f"{what}: the newest is first",
          [entry.updated for entry in feed.entries] == sorted((entry.updated for entry in feed.entries), reverse=True))
    check(f"{what}: the feed has the newest date", feed.feed.updated == feed.entries[0].updated)
    for entry in feed.entries:
        check(f"{what}: an entry is whole", entry.title and entry.updated_parsed and entry.summary)
        check(f"{what}: {entry.link} is there",
              entry.link.startswith(HOST + path) and server.get(entry.link[len(HOST):])[0] == 200)
    items = json.loads(server.get(path + "feed.json")[2])
    check(f"{what}: JSON Feed says the same",
          items["version"] == "https://jsonfeed.org/version/1.1"
          and [item["id"] for item in items["items"]] == [entry.id for entry in feed.entries])
    links = Links(server.get(path + "documents/report-1.html")[2].decode()).links
    check(f"{what}: pages tell of both", {"../feed.xml", "../feed.json"} <= set(links))


def check_sitemap(server, what, site, path, pages):
    schema = PROJECT / "Tests/Fixtures/hosting/sitemap.xsd"
    run = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, site / "sitemap.xml"], capture_output=True)
    check(f"{what}: the sitemap fits its schema", run.returncode == 0, run.stderr.decode())
    locations = re.findall("<loc>([^<]+)</loc>", server.get(path + "sitemap.xml")[2].decode())
    found = set()
    for location in locations:
        address = location[len(HOST):]
        status, _, body = server.get(address)
        check(f"{what}: {location} is there", location.startswith(HOST + path) and status == 200, status)
        check(f"{what}: {location} says so", Links(body.decode()).canonical == location)
        found.add(path + "index.html" if address == path else address)
    crawled = {address for address, page in pages.items() if page} - {path, path + "print.html"}
    check(f"{what}: the sitemap has each page", found >= crawled, sorted(crawled - found)[:5])
    has_robots = server.get("/robots.txt")
    if path == "/":
        check(f"{what}: robots.txt", f"Sitemap: {HOST}/sitemap.xml\n" in has_robots[2].decode(), has_robots)
    else:
        check(f"{what}: no robots.txt below the root", not (site / "robots.txt").exists())


# In Chromium

WATCH = """window.reports = [];
document.addEventListener("securitypolicyviolation", event =>
  window.reports.push(event.violatedDirective + " " + event.blockedURI + " " + event.lineNumber));"""


def check_browser(browser, server, what, site, path, is_known):
    page = browser.new_page()
    page.add_init_script(WATCH)
    said = []

    def hear(message):
        # Chromium asks each host for a picture of that name.
        if message.type in ("error", "warning") and not message.location["url"].endswith("/favicon.ico"):
            said.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: said.append(str(error)))
    base = f"http://127.0.0.1:{server.port}{path}"
    for address in ["", "documents/report-1.html", "organisations/islamic-state.html", "ties/index.html",
                    "timeline/index.html", "sources.html", "unknowns/index.html", "about.html", "print.html"]:
        page.goto(base + address)
        if address in ("", "documents/report-1.html"):
            page.keyboard.press("/")
            page.get_by_role("combobox").fill("putin")
            page.wait_for_selector("dialog a[role=option]")
            page.keyboard.press("Escape")
        if address == "documents/report-1.html":
            page.locator("a.m").first.hover()
            page.wait_for_timeout(800)
        check(f"{what}: no report of {address or 'home'}", page.evaluate("window.reports") == [],
              page.evaluate("window.reports"))
    check(f"{what}: nothing is said", said == [], said)
    # The policy is there, and would tell.
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), { text: 'window.bad = 1' }))")
    page.wait_for_timeout(100)
    check(f"{what}: the policy holds", page.evaluate("!window.bad && window.reports.length === 1"))

    page.goto(base + "people/aksel-of-the-harbour.html")
    page.wait_for_url(base + "people/aksel-odegard.html")

    # What is not there, at depth: with its style, with links that lead somewhere, with search.
    for address in ["missing.html", "documents/a/b/missing.html"]:
        page.goto(base + address)
        page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
        page.wait_for_function("document.documentElement.classList.contains('js')")
        page.wait_for_timeout(300)
        check(f"{what}: no report of {address}", page.evaluate("window.reports") == [], page.evaluate("window.reports"))
        check(f"{what}: the way home from {address}",
              page.locator("main a").first.evaluate("link => link.href") == base + "index.html")
        page.keyboard.press("/")
        page.get_by_role("combobox").fill("putin")
        page.wait_for_selector("dialog a[role=option]")
        check(f"{what}: found from {address}", page.locator("dialog a[role=option]").first.evaluate("link => link.href")
              == base + "people/vladimir-putin.html")
    # An address that begins with two slashes names another host to a careless script.
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://127.0.0.1:{server.port}//elsewhere.example/a/b")
    page.wait_for_timeout(500)
    check(f"{what}: no other host is asked", all(url.startswith(f"http://127.0.0.1:{server.port}/") for url in asked), asked)
    page.close()

    # From disk.
    page = browser.new_page()
    page.goto((site / "404.html").as_uri())
    page.wait_for_function("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    page.wait_for_function(f"document.querySelector('main a').href === {json.dumps((site / 'index.html').as_uri())}")
    page.locator("main a").first.click()
    check(f"{what}: 404.html opens from disk", page.url == (site / "index.html").as_uri(), page.url)
    page.close()

    # Without scripts, where the address is known.
    if is_known:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(base + "documents/a/b/missing.html")
        page.locator("main a").first.click()
        check(f"{what}: home without scripts", page.url == base + "index.html", page.url)
        context.close()


def main(work):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-dev-shm-usage"])
        for place, folder, path, is_known in SITES:
            site = work / place
            (work / folder / ".well-known").mkdir()
            (work / folder / ".well-known" / "security.txt").write_text("Contact: nobody\n")
            for start in (start_nginx, start_caddy):
                port = free_port()
                server = Server(start.__name__.removeprefix("start_"), port)
                what = f"{server.name}, {place}"
                process = start(work / folder, path, work, port)
                try:
                    for _ in range(100):
                        try:
                            server.get("/")
                            break
                        except OSError:
                            time.sleep(0.1)
                    check_headers(server, what, site, path)
                    check_missing(server, what, site, path, is_known)
                    check_packed(server, what, site, path)
                    pages = crawl(server, what, path)
                    if is_known:
                        check_moved(server, what, site, path)
                        check_feeds(server, what, site, path)
                        check_sitemap(server, what, site, path, pages)
                    else:
                        check(f"{what}: no sitemap and no feeds",
                              not any((site / name).exists() for name in ["sitemap.xml", "feed.xml", "feed.json"]))
                    if path != "/":
                        status, headers, _ = server.get(path[:-1])
                        check(f"{what}: {path[:-1]} leads on", status in (301, 302, 308)
                              and headers["location"] == path, status, headers)
                    check_browser(browser, server, what, site, path, is_known)
                finally:
                    process.terminate()
                    process.wait(timeout=20)
        browser.close()
    print(f"hosting: {passed} passed, {len(failures)} failed")
    return 1 if failures else 0


sys.exit(main(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) == 2 else __doc__)
