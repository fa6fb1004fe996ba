#!/usr/bin/env python3
"""Checks a built site in a real browser: Debian's Chromium, driven by Playwright.

    check.py SITE                 all checks, at a server's root; those of loading also in a folder and opened from disk
    check.py SITE search cards    only the checks whose name has one of these words
    check.py SITE --pictures F    also takes pictures of the main states into the folder F

SITE is built from the documents that pile.py writes; what to search for in it is in WANTED. It needs the packages of
requirements.txt and the program chromium; run.sh sees to both.
"""

import concurrent.futures
import contextlib
import functools
import http.server
import pathlib
import re
import shutil
import sys
import tempfile
import threading
import time
import traceback

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# What the site has.
WANTED = {
    "document": "documents/report-1.html",
    "entity": "organisations/islamic-state.html",
    "name": ("putin", "people/vladimir-putin.html"),
    "alias": ("isil", "organisations/islamic-state.html", "ISIL → Islamic State"),
    "typos": [("vladmir putin", "people/vladimir-putin.html"), ("pyongyagn", "places/pyongyang.html"),
              ("odegrad", "people/aksel-odegard.html")],
    "accents": [("lodz", "organisations/lodz-institute.html"), ("ŁÓDŹ", "organisations/lodz-institute.html"),
                ("oresund", "other/oresund-bridge.html"), ("muller", "people/francois-muller.html")],
    "words": "north korea weapons",
    "phrase": "north korea",
    "card": 'a.m.organisation[href$="islamic-state.html"]',
    "card_after": 'a.m.organisation[href$="lodz-institute.html"]',
    "card_has": ["Islamic State", "Organisation", "mentions in", "¶"],
}
# A page of each kind, and of each state that looks different.
PAGES = ["index.html", "documents/index.html", "documents/report-1.html", "documents/sections.html", "people/index.html",
         "places/index.html", "organisations/islamic-state.html", "people/kim-specimenab.html", "people/aksel-odegard.html", "other/oresund-bridge.html",
         "ties/index.html", "ties/islamic-state--raqqa.html", "timeline/index.html", "timeline/open.html", "names.html",
         "sources.html", "unknowns/index.html", "unknowns/one-source.html", "about.html", "404.html", "print.html"]
# The tests may run as root, and where little memory is shared.
ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]
# What has to do with addresses or with loading is checked wherever a site may stand; the rest at a server's root.
EVERYWHERE = ["search_names", "search_sentences", "search_survives", "cards_by", "jumps", "theme", "without_script"]


# Working the page

def go(page, base, address=""):
    page.goto(base + (address or "index.html"))


def ask(page, text, wait=True):
    """Opens the search if it is closed, types `text` and waits until it is done."""
    if not page.locator("dialog[open]").count():
        page.keyboard.press("/")
    page.get_by_role("combobox").fill(text)
    if wait:
        page.wait_for_timeout(200)
        page.wait_for_function("""() => { const s = document.querySelector('dialog [role=status]').textContent;
            return s && s !== 'Searching…'; }""")
        page.wait_for_timeout(450)


def options(page, group=None):
    where = page.locator(f"dialog .{group} [role=option]" if group else "dialog [role=option]")
    return [option.inner_text().replace("\n", " ") for option in where.all()]


def first(page):
    return page.locator("dialog a[role=option]").first.get_attribute("href")


def status(page):
    return page.locator("dialog [role=status]").inner_text()


def no_axe_errors(page, what, only=None):
    found = Axe().run(page, options={"runOnly": only} if only else None)["violations"]
    assert not found, f"{what}: " + "; ".join(f"{v['id']} {v['nodes'][0]['html'][:120]}" for v in found)


# Search

def check_search_opens_and_closes(page, base):
    go(page, base)
    page.locator(".top a").last.focus()
    for key in ["/", "Control+k"]:
        page.keyboard.press(key)
        assert page.locator("dialog[open]").count() == 1, key
        assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0, "Esc closes"
        assert page.evaluate("document.activeElement.closest('.top') !== null"), "the focus returns"
    page.locator("[data-search]").click()
    page.get_by_role("combobox").fill("/x")
    assert page.get_by_role("combobox").input_value() == "/x", "a slash can be typed"
    page.get_by_role("button", name="Close").click()
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("/")
    assert page.get_by_role("combobox").input_value() == "", "it remembers nothing"


def check_search_names(page, base):
    go(page, base, WANTED["document"])
    text, address = WANTED["name"]
    ask(page, text)
    assert first(page) == base + address, first(page)
    text, address, shown = WANTED["alias"]
    ask(page, text)
    assert first(page) == base + address and shown in options(page)[0], options(page)
    for text, address in WANTED["accents"]:
        ask(page, text)
        assert first(page) == base + address, (text, first(page))


def check_search_typing_errors(page, base):
    go(page, base)
    for text, address in WANTED["typos"]:
        ask(page, text)
        assert first(page) == base + address, (text, options(page))
        assert "Similar names" in page.locator("dialog .names p").first.text_content()


def check_search_more_names(page, base):
    go(page, base)
    ask(page, "kim")
    assert len(options(page, "names")) == 9 and options(page, "names")[8] == "More names", options(page)
    page.get_by_role("option", name="More names").click()
    assert len(options(page, "names")) > 20
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox", "the field keeps the focus"


def check_search_sentences(page, base):
    go(page, base)
    ask(page, WANTED["words"])
    said = page.locator("dialog .said a[role=option]")
    assert said.count() == 10
    marks = [mark.lower() for mark in said.first.locator("mark").all_inner_texts()]
    assert " ".join(sorted(" ".join(marks).split())) == " ".join(sorted(WANTED["words"].split())), marks
    assert re.search(r"/documents/[^/]+\.html#p\d+s\d+$", said.first.get_attribute("href"))
    assert re.search(r"\d+ sentences?$", status(page)), status(page)
    page.get_by_role("option", name="More sentences").click()
    page.wait_for_timeout(300)
    assert said.count() == 20
    ask(page, WANTED["words"][:-3])
    assert said.count() == 10, "the last word may be begun"
    ask(page, WANTED["words"][:-3] + " ")
    assert said.count() == 0, "a space ends it"


def check_search_phrase(page, base):
    go(page, base)
    words = WANTED["phrase"].split()
    ask(page, WANTED["phrase"])
    loose = int(re.search(r"(\d+) sentence", status(page))[1])
    for text in [f'"{WANTED["phrase"]}"', f"“{WANTED['phrase']}”"]:
        ask(page, text)
        said = page.locator("dialog .said a[role=option]").all_inner_texts()
        assert said and all(re.search(r"\W+".join(words), text, re.I) for text in said), said
    while page.get_by_role("option", name="More sentences").count():
        page.get_by_role("option", name="More sentences").click()
        page.wait_for_timeout(200)
    page.wait_for_timeout(500)
    exact = page.locator("dialog .said a[role=option]").count()
    assert f"{exact} sentence" in status(page), (exact, status(page))
    assert exact < loose, (exact, loose)
    ask(page, f'"{words[1]} {words[0]}"')
    assert page.locator("dialog .said a[role=option]").count() == 0


def check_search_words_of_other_shapes(page, base):
    go(page, base)
    for text in ["U.S.", '"U.S. harbour"', "1,200", "1200 ships", "停火", "会谈"]:
        ask(page, text)
        said = page.locator("dialog .said a[role=option]").all_inner_texts()
        assert len(said) == 1 and "1,200 ships" in said[0], (text, said)
    ask(page, "putin's")
    assert first(page) == base + WANTED["name"][1]


def check_search_neighbours_first(page, base):
    go(page, base)
    ask(page, "korean weapons ")
    said = page.locator("dialog .said a[role=option]").all_inner_texts()
    assert re.search("korean weapons", said[0], re.I), said[0]


def check_search_filters(page, base):
    go(page, base)
    ask(page, WANTED["phrase"])
    page.get_by_text("Places", exact=True).last.click()
    page.wait_for_timeout(700)
    assert page.locator("dialog .said").count() == 0 and page.locator("dialog .dot:not(.place)").count() == 0
    page.get_by_text("Sentences", exact=True).click()
    page.wait_for_timeout(700)
    assert page.locator("dialog .dot").count() == 0 and page.locator("dialog .said").count() > 0
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("radio", name="All").is_checked(), "the arrows go round"
    page.wait_for_timeout(700)
    title = page.locator("dialog .said p").first.evaluate("p => p.firstChild.textContent")
    page.get_by_role("option", name="Only in this document").first.click()
    page.wait_for_timeout(700)
    chip = page.locator("dialog .within button")
    assert title in chip.inner_text(), chip.inner_text()
    assert {p.evaluate("p => p.firstChild.textContent") for p in page.locator("dialog .said p").all()} == {title}
    ask(page, WANTED["words"])
    chip.click()
    page.wait_for_timeout(700)
    assert not chip.is_visible()
    assert len({p.evaluate("p => p.firstChild.textContent") for p in page.locator("dialog .said p").all()}) > 1


def check_search_keyboard(page, base):
    go(page, base)
    field = page.get_by_role("combobox")
    page.keyboard.press("/")
    assert field.get_attribute("aria-expanded") == "false"
    ask(page, "korea")
    assert field.get_attribute("aria-expanded") == "true"
    count = page.locator("dialog [role=option]").count()
    for key, at in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", count - 1), ("ArrowDown", 0)]:
        page.keyboard.press(key)
        active = page.locator("dialog [role=option]").nth(at)
        assert field.get_attribute("aria-activedescendant") == active.get_attribute("id"), key
        assert page.locator("dialog [aria-selected=true]").count() == 1
        box, frame = active.bounding_box(), page.locator(".found").bounding_box()
        assert frame["y"] <= box["y"] and box["y"] + box["height"] <= frame["y"] + frame["height"] + 1, "in view"
    page.keyboard.press("ArrowDown")
    to = page.locator("dialog [aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(to)


def check_search_enter_is_quick(page, base):
    go(page, base)
    text, address = WANTED["name"]
    page.keyboard.press("/")
    page.keyboard.type("korea")
    page.wait_for_timeout(600)
    page.keyboard.press("Control+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    page.wait_for_url(base + address)


def check_search_link_in_new_tab(page, base):
    go(page, base)
    ask(page, WANTED["name"][0])
    with page.context.expect_page() as other:
        page.locator("dialog a[role=option]").first.click(modifiers=["Control"])
    assert other.value.url == base + WANTED["name"][1]
    assert page.locator("dialog[open]").count() == 1, "the search stays"


def check_search_says_what_it_found(page, base):
    go(page, base)
    page.keyboard.press("/")
    page.evaluate("""() => { window.said = []; new MutationObserver(() => said.push(document.querySelector('dialog [role=status]').textContent))
        .observe(document.querySelector('dialog [role=status]'), { childList: true }); }""")
    page.keyboard.type("weapons", delay=60)
    page.wait_for_timeout(1500)
    said = [text for text in page.evaluate("said") if text]
    assert len(said) <= 2 and re.search(r"\d+ sentences", said[-1]), said
    ask(page, "zzqxv the x")
    assert "Nothing found for “zzqxv the x”" in status(page) and "the, x" in status(page), status(page)
    assert page.locator("dialog [role=option]").count() == 0


def check_search_survives_missing_data(page, base):
    page.expect_errors = True
    blocked = re.compile(r"/data/names/")
    # Before the page is opened: later, the browser no longer asks about files on disk.
    page.route(blocked, lambda route: route.abort())
    go(page, base)
    ask(page, "korea")
    assert page.get_by_role("alert").is_visible()
    assert page.locator("dialog .said").count() > 0, "the rest is shown"
    page.unroute(blocked)
    page.get_by_role("button", name="Try again").click()
    page.wait_for_timeout(800)
    assert not page.get_by_role("alert").is_visible() and page.locator("dialog .dot").count() > 0
    page.route(re.compile(r"/data/search"), lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
    page.reload()
    ask(page, "korea")
    assert page.get_by_role("alert").is_visible(), "a page instead of data"


def check_search_loads_little(page, base):
    loaded = []
    page.on("requestfinished", lambda request: "/data/" in request.url and loaded.append(request.url))
    go(page, base, WANTED["document"])
    page.wait_for_timeout(500)
    assert not loaded, f"before it is used: {loaded}"
    ask(page, "weapons")
    assert len(loaded) == len(set(loaded)), loaded
    assert all(re.search(r"\?\w+$", url) for url in loaded), loaded
    count = len(loaded)
    ask(page, "weapon")
    ask(page, "weapons")
    assert len(loaded) - count <= 1, "each piece once"


def check_search_hostile_names(page, base):
    go(page, base)
    ask(page, "script sons")
    assert "<img src=x onerror=alert(1)>" in options(page)[0], options(page)
    for text in ["<b>", '"', "“", "\\", "a" * 3000, "\u202e", "💥", "__proto__", "constructor", '" "" "', "مرحبا", "é́́"]:
        ask(page, text, wait=False)
        page.wait_for_timeout(250)
    ask(page, WANTED["name"][0])
    assert first(page) == base + WANTED["name"][1]


# Cards

def card(page):
    return page.locator("aside.card")


def check_cards_by_mouse(page, base):
    go(page, base, WANTED["document"])
    before = page.evaluate("() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    link = page.locator(WANTED["card"]).first
    # Measured in the page: a busy machine may be late to ask.
    link.evaluate("""link => {
        link.addEventListener('pointerover', () => { window.entered = performance.now(); }, { once: true });
        new MutationObserver(() => { window.shown ??= performance.now(); }).observe(document.body, { childList: true }); }""")
    link.hover()
    card(page).wait_for(timeout=2000)
    assert page.evaluate("() => window.shown - window.entered") >= 240, "not at once"
    for text in WANTED["card_has"]:
        assert text in card(page).inner_text(), card(page).inner_text()
    assert link.get_attribute("aria-describedby") == card(page).get_attribute("id")
    assert before == page.evaluate("() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    assert card(page).locator("b").count() == 0, "text, not markup"
    card(page).hover()
    page.wait_for_timeout(500)
    assert card(page).count() == 1, "the pointer may enter it"
    page.mouse.move(2, 2)
    page.wait_for_timeout(500)
    assert card(page).count() == 0 and link.get_attribute("aria-describedby") is None
    link.hover()
    card(page).wait_for()
    page.keyboard.press("Escape")
    assert card(page).count() == 0, "Esc closes it"
    page.mouse.move(2, 2)
    link.hover()
    card(page).wait_for()
    page.locator(WANTED["card_after"]).first.hover()
    page.wait_for_timeout(700)
    assert card(page).count() == 1 and WANTED["card_has"][0] not in card(page).locator(".card-name").inner_text()
    card(page).locator("a.at").click()
    page.wait_for_url(re.compile(r"/documents/[^/]*#p"))


def check_cards_by_keyboard(page, base):
    go(page, base, WANTED["document"])
    link = page.locator(WANTED["card"]).first
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    card(page).wait_for(timeout=2000)
    page.keyboard.press("Escape")
    assert card(page).count() == 0
    assert link.evaluate("link => link === document.activeElement"), "the focus stays"
    page.keyboard.press("Tab")
    card(page).wait_for(timeout=2000)
    page.keyboard.press("Shift+Tab")
    page.wait_for_timeout(800)
    assert WANTED["card_has"][0] in card(page).inner_text(), "one card, of the name in focus"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("islamic-state"))


def check_cards_stay_in_the_window(page, base):
    for size in [(1360, 700), (360, 640), (320, 480)]:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        go(page, base, WANTED["document"])
        for link in page.locator("a.m").all()[:7]:
            link.hover()
            card(page).wait_for(timeout=2000)
            page.wait_for_timeout(400)
            box = card(page).bounding_box()
            assert box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= size[0] and box["y"] + box["height"] <= size[1], (size, box)
            over = link.bounding_box()
            assert box["y"] >= over["y"] + over["height"] - 1 or box["y"] + box["height"] <= over["y"] + 1, "it hides its link"
        page.mouse.move(1, 1)


def check_cards_not_everywhere(page, base):
    go(page, base, WANTED["document"])
    page.locator(".top nav a").nth(1).hover()
    page.wait_for_timeout(500)
    assert card(page).count() == 0
    page.locator(WANTED["card"]).first.hover()
    page.wait_for_timeout(100)
    page.mouse.move(2, 2)
    page.wait_for_timeout(500)
    assert card(page).count() == 0, "the pointer only passed"
    page.locator(WANTED["card"]).first.hover()
    card(page).wait_for()
    page.emulate_media(media="print")
    assert not card(page).is_visible() and not page.locator("[data-search]").is_visible()


def check_cards_survive_missing_data(page, base):
    page.expect_errors = True
    blocked = re.compile(r"/data/cards/")
    page.route(blocked, lambda route: route.abort())
    go(page, base, WANTED["document"])
    page.locator(WANTED["card"]).first.hover()
    card(page).wait_for()
    assert "Not loaded" in card(page).inner_text()
    page.unroute(blocked)
    page.mouse.move(2, 2)
    page.wait_for_timeout(400)
    page.locator(WANTED["card"]).first.hover()
    card(page).wait_for()
    assert WANTED["card_has"][0] in card(page).inner_text()


def touch_check_cards(page, base):
    go(page, base, WANTED["document"])
    link = page.locator(WANTED["card"]).first
    link.tap()
    card(page).wait_for(timeout=2000)
    assert page.url == base + WANTED["document"]
    assert card(page).get_by_role("link", name="Open the page").is_visible()
    page.locator("h1").tap()
    assert card(page).count() == 0, "a tap beside it closes it"
    link.tap()
    card(page).wait_for()
    page.wait_for_timeout(600)
    assert card(page).count() == 1, "it stays"
    link.tap()
    page.wait_for_url(re.compile("islamic-state"))


def touch_check_search(page, base):
    go(page, base)
    page.locator("[data-search]").tap()
    box = page.locator("dialog[open]").bounding_box()
    assert (box["x"], box["y"], box["width"]) == (0, 0, page.viewport_size["width"]), "a sheet over all"
    ask(page, "korea")
    page.locator("dialog a[role=option]").first.tap()
    page.wait_for_url(re.compile(r"/places/north-korea"))


def touch_check_search_does_not_scroll_sideways(page, base):
    page.set_viewport_size({"width": 320, "height": 600})
    go(page, base)
    ask(page, "kim")
    assert page.evaluate("document.querySelector('.found').scrollWidth") <= 320
    ask(page, "weapons")
    assert page.evaluate("document.querySelector('.found').scrollWidth") <= 320


# The rest

def check_theme(page, base):
    go(page, base)
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    system = page.evaluate(ground)
    choice = page.locator("[data-theme-choice]")
    seen = []
    for label, stored in [("light", "light"), ("dark", "dark"), ("as the system", None)]:
        choice.click()
        assert choice.inner_text() == f"Colours: {label}"
        assert page.evaluate("localStorage.getItem('dossier-theme')") == stored
        page.reload()
        assert choice.inner_text() == f"Colours: {label}", "it is remembered"
        seen.append(page.evaluate(ground))
    assert seen[0] != seen[1] and seen[2] == system == seen[0], seen
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(ground) == seen[1]
    choice.click()
    assert page.evaluate(ground) == seen[0], "light wins over a dark system"


def check_tables_sort(page, base):
    go(page, base, "ties/index.html")
    cells = lambda column: page.locator(f"table tbody tr td:nth-child({column})").all_inner_texts()
    before = cells(1)
    page.get_by_role("button", name="Sentences").click()
    counts = [int(cell.replace(",", "")) for cell in cells(3)]
    assert counts == sorted(counts, reverse=True) and len(set(counts)) > 2, counts
    assert page.locator("th[aria-sort]").all_inner_texts() == ["Sentences"]
    page.get_by_role("button", name="Sentences").click()
    assert [int(cell.replace(",", "")) for cell in cells(3)] == counts[::-1]
    page.get_by_role("button", name="Name").click()
    assert cells(1) == sorted(before, key=str.casefold), cells(1)


def check_timeline_filters(page, base):
    go(page, base, "timeline/index.html")
    items, groups = page.locator("#statements li"), page.locator("#statements h2")
    before = items.count()
    page.locator("[data-filter]").fill("harbours ankara")
    shown = page.locator("#statements li:visible")
    assert 0 < shown.count() < before and all("Ankara" in text for text in shown.all_inner_texts())
    assert page.locator("[data-filter-status]").inner_text() == f"{shown.count()} of {before} shown"
    page.locator("[data-filter]").fill("zzz")
    assert page.locator("#statements h2:visible").count() == 0 < groups.count()
    page.locator("[data-filter]").fill("")
    assert page.locator("#statements li:visible").count() == before


def check_ties_light_up(page, base):
    go(page, base, "ties/index.html")
    page.locator("[data-node] a").first.hover()
    assert page.locator("svg.lit path.on").count() >= 1
    page.mouse.move(2, 2)
    assert page.locator("svg.lit, svg .on").count() == 0
    page.locator("[data-node] a").nth(1).focus()
    assert page.locator("svg.lit path.on").count() >= 1


def check_pictures_have_room(page, base):
    """No label of a picture lies on another or leaves the picture."""
    for address in ["ties/index.html", WANTED["entity"], "timeline/index.html"]:
        go(page, base, address)
        assert page.locator("svg").count() == 1, address
        trouble = page.evaluate("""() => { const svg = document.querySelector('svg'), frame = svg.getBoundingClientRect();
            const boxes = [...svg.querySelectorAll('text')].map(text => text.getBoundingClientRect());
            const out = boxes.filter(b => b.left < frame.left - 1 || b.right > frame.right + 1 || b.top < frame.top - 1 || b.bottom > frame.bottom + 1);
            const over = boxes.filter((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom));
            return [boxes.length, out.length, over.length]; }""")
        assert trouble[0] > 1 and trouble[1:] == [0, 0], (address, trouble)


def check_jumps_land(page, base):
    """What a line of evidence, a date, a key point or a found sentence leads to is that sentence, in view and lit."""
    ground = lambda: page.evaluate("getComputedStyle(document.querySelector(':target')).backgroundColor")
    for address, lines in [(WANTED["entity"], "#evidence .evidence > li"), ("timeline/index.html", ".dates > li .what"),
                           ("index.html", ".points > li"), ("ties/islamic-state--raqqa.html", "#evidence .evidence > li")]:
        go(page, base, address)
        for number in [0, page.locator(lines).count() - 1]:
            line = page.locator(lines).nth(number)
            said = line.evaluate("li => { li = li.cloneNode(true); li.querySelector('.at').remove(); return li.textContent.trim(); }")
            line.locator(".at a").click()
            page.wait_for_url(re.compile(r"/documents/.*#p\d+s\d+$"))
            assert page.locator(":target").text_content().strip() == said, (address, said)
            box = page.locator(":target").bounding_box()
            assert 0 <= box["y"] < page.viewport_size["height"] - 20, box
            assert ground() not in ["rgba(0, 0, 0, 0)", "transparent"], "it is lit"
            go(page, base, address)
    ask(page, '"' + WANTED["words"].split()[0] + " korea’s weapons" + '"')
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"#p\d+s\d+$"))
    assert "North Korea’s weapons" in page.locator(":target").text_content()


def check_pages_are_sound(page, base):
    """Headings in order, one h1, landmarks, a skip link that works, the focus seen, a description of right-to-left text."""
    for address in PAGES:
        go(page, base, address)
        levels = [int(level) for level in page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => h.tagName[1])")]
        assert levels[0] == 1 and levels.count(1) == 1, (address, levels)
        assert all(b <= a + 1 for a, b in zip(levels, levels[1:])), (address, levels)
        assert page.locator("main").count() == 1 and page.locator("html[lang]").count() == 1
    go(page, base)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    go(page, base, "documents/sections.html")
    assert page.locator('[dir="rtl"]').count() >= 2
    assert page.locator('p:has(> [dir="rtl"]:only-of-type)').last.evaluate(
        "p => p.getBoundingClientRect().right - p.querySelector('[dir]').getBoundingClientRect().right") < 3, "it begins at the right"


def touch_check_no_page_scrolls_sideways(page, base):
    for width in [320, 360, 768]:
        page.set_viewport_size({"width": width, "height": 700})
        for address in PAGES:
            go(page, base, address)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (address, width)
    # 200 % of a window of 1280 pixels.
    page.set_viewport_size({"width": 640, "height": 400})
    for address in PAGES:
        go(page, base, address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


def check_axe_of_pages_in_the_light(page, base):
    for address in PAGES:
        go(page, base, address)
        no_axe_errors(page, address)


def check_axe_of_pages_in_the_dark(page, base):
    # Only the colours are others.
    page.emulate_media(color_scheme="dark")
    for address in PAGES:
        go(page, base, address)
        no_axe_errors(page, f"{address}, dark", ["color-contrast", "link-in-text-block"])


def check_axe_of_search_and_cards(page, base):
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        go(page, base, WANTED["document"])
        page.locator(WANTED["card"]).first.hover()
        card(page).wait_for()
        no_axe_errors(page, f"{scheme}, with a card")
        page.mouse.move(2, 2)
        page.keyboard.press("/")
        no_axe_errors(page, f"{scheme}, search open")
        ask(page, "korea")
        page.keyboard.press("ArrowDown")
        no_axe_errors(page, f"{scheme}, with results")
        ask(page, "zzqxv")
        no_axe_errors(page, f"{scheme}, with no results")


def plain_check_without_script(page, base):
    for address in PAGES:
        go(page, base, address)
        assert page.locator("main").is_visible() and page.locator("h1").inner_text()
        for dead in page.locator("button, input").all():
            assert not dead.is_visible(), f"{address}: a button that does nothing"
    positions = page.locator(".top nav").bounding_box()
    with page.context.browser.new_context(viewport=page.viewport_size) as context:
        other = context.new_page()
        other.goto(page.url)
        assert other.locator(".top nav").bounding_box() == positions, "script moves nothing"


def pictures(page, base, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for width, height, scheme in [(1360, 850, "light"), (1360, 850, "dark"), (768, 900, "light"), (360, 740, "light"), (360, 740, "dark")]:
        shot = lambda name: page.screenshot(path=folder / f"{width}-{scheme}-{name}.png")
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        go(page, base)
        shot("home")
        page.keyboard.press("/")
        shot("search-empty")
        for text, name in [("korea", "names"), (WANTED["words"], "sentences"), (WANTED["alias"][0], "alias"), ("zzqxv the", "nothing")]:
            ask(page, text)
            page.keyboard.press("ArrowDown")
            shot(f"search-{name}")
        go(page, base, WANTED["document"])
        page.locator(WANTED["card"]).first.hover()
        page.wait_for_timeout(600)
        shot("card")


# Running

class Handler(http.server.SimpleHTTPRequestHandler):
    policy = ""  # The site's own.

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def do_GET(self):
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def places(site):
    """The site at a server's root, in a folder of a server, and on disk: the address of each."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, f"{folder}/a b/site")
        headers = (pathlib.Path(site) / "_headers").read_text()
        Handler.policy = re.search("Content-Security-Policy: (.*)", headers)[1]
        servers = []
        for root in [site, folder]:
            servers.append(http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(root))))
            threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        ports = [server.server_port for server in servers]
        yield {"root": f"http://127.0.0.1:{ports[0]}/", "folder": f"http://127.0.0.1:{ports[1]}/a%20b/site/",
               "disk": pathlib.Path(site).resolve().as_uri() + "/"}
        for server in servers:
            server.shutdown()


CONTEXTS = {"check": {"viewport": {"width": 1200, "height": 800}},
            "touch_check": {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True},
            "plain_check": {"viewport": {"width": 1200, "height": 800}, "java_script_enabled": False}}


def run(browser, name, check, base):
    """Runs one check in a fresh context. Whatever the console says, and any request to elsewhere, fails it."""
    context = browser.new_context(**CONTEXTS[re.match(r"\w*?check", name)[0]])
    context.set_default_timeout(5000)
    page = context.new_page()
    page.expect_errors = False
    trouble = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    host = re.match(r"\w+://[^/]*/", base)[0]
    page.on("request", lambda request: request.url.startswith(host) or trouble.append(f"request to {request.url}"))
    try:
        check(page, base)
        assert page.expect_errors or not trouble, trouble
        return True
    except Exception:
        print(traceback.format_exc(limit=-2))
        return False
    finally:
        context.close()


def work(bases, jobs):
    """Runs the checks that it takes from a queue, in a browser of its own. Returns the names of those that failed."""
    failed = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for place, name in jobs:
            start = time.monotonic()
            # A busy machine may be late once; what fails twice is wrong.
            good = any(run(browser, name, globals()[name], bases[place]) for _ in range(2))
            print("ok    " if good else "FAILED", place, name, f"{time.monotonic() - start:.1f} s", flush=True)
            failed += [] if good else [f"{place} {name}"]
        browser.close()
    return failed


def main(site, only, folder):
    checks = [name for name in globals() if re.match(r"(touch_|plain_)?check_", name)]
    checks = [name for name in checks if not only or any(word in name for word in only)]
    with places(site) as bases:
        jobs = [(place, name) for place in bases for name in checks
                if place == "root" or any(word in name for word in EVERYWHERE)]
        # The longest ones are begun first, one in each browser.
        jobs.sort(key=lambda job: "axe" not in job[1])
        with concurrent.futures.ProcessPoolExecutor(2) as pool:
            failed = sum(pool.map(functools.partial(work, bases), [jobs[0::2], jobs[1::2]]), [])
        if folder:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
                pictures(browser.new_context().new_page(), bases["root"], folder)
                browser.close()
    if failed:
        sys.exit(f"{len(failed)} failed: " + ", ".join(failed))
    print(f"{len(jobs)} checks in the browser passed")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    where = arguments.pop(arguments.index("--pictures") + 1) if "--pictures" in arguments else None
    arguments = [argument for argument in arguments if argument != "--pictures"]
    main(arguments[0], arguments[1:], where)
