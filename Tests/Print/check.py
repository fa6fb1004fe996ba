#!/usr/bin/env python3
"""Holds printed books against what pdftotext reads on each of their pages.

    check.py DOSSIER WORK FOLDER...

Each folder of documents is built (for its data) and printed by every engine that is installed. Then every number of the
contents, of references and of the index is looked up on the page that it names: a paragraph has to begin there, a name has
to stand there, and no page that has a name may be missing in its entry.

A page has a name where pdftotext finds one of its surfaces as whole words, the longest first. A surface that a document has
elsewhere than in its mentions, or for several things, proves nothing, and is counted as left out.
"""

import collections
import hashlib
import html
import json
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import time

failures = []


def fail(message):
    failures.append(message)
    if len(failures) <= 40:
        print("  FAILED " + message)


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tell(*command):
    """Runs the program; documents may have errors of their own, which are told and change nothing here."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return done.stderr


def plain(text):
    """Text with one space between words; what a line was broken after stands with what follows."""
    return re.sub(r"(?<=[-–—/’'])\s+", "", " ".join(text.replace("\u2007", " ").split()))


def bare(text):
    """Text without spaces and without what cannot be seen."""
    return re.sub(r"[\s\u2007\u00ad\u200b-\u200f]+", "", text)


def words(text):
    """A pattern for words that may be broken into lines anywhere between them, and after a hyphen."""
    return r"\s+".join(re.sub(r"(\\?[-–—/’'])", r"\1\\s*", re.escape(word)) for word in text.split())


class Book:
    def __init__(self, file, site):
        self.file = file
        # Without heads and feet, which repeat titles; then with them.
        crop = ["-r", "72", "-x", "0", "-y", "60", "-W", "620", "-H", "724"]
        self.pages = run("pdftotext", *crop, file, "-").split("\f")[:-1]
        self.whole = run("pdftotext", file, "-").split("\f")[:-1]
        self.page_of = {}
        for line in run("pdfinfo", "-dests", file).split("\n"):
            found = re.match(r'\s*(\d+) \[.*?\] "(.*)"$', line)
            if found:
                self.page_of[found[2]] = int(found[1])
        self.data = {
            name: json.loads((site / "data" / f"{name}.json").read_text())[name]
            for name in ["documents", "entities", "mentions", "sentences"]
        }
        self.html = (site / "print.html").read_text()
        self.number = {document["id"]: index + 1 for index, document in enumerate(self.data["documents"])}

    def text(self, page):
        return self.pages[page - 1]

    # What stands where

    def check_feet(self):
        for number, page in enumerate(self.whole, 1):
            if f"{number} / {len(self.whole)}" not in " ".join(page.split()) and f"{number}/{len(self.whole)}" not in bare(page):
                fail(f"page {number} does not say so")

    def check_paragraphs(self):
        """The first words of each paragraph stand on the page of its destination."""
        checked, seen = 0, set()
        for sentence in self.data["sentences"]:
            paragraph = (sentence["document"], sentence["paragraph"])
            anchor = f"d{self.number[sentence['document']]}-p{sentence['paragraph']}"
            if paragraph in seen or anchor not in self.page_of:
                continue
            seen.add(paragraph)
            beginning = bare(sentence["text"].split("|")[0])[:14]
            # Right-to-left text is in another order on paper, cells stand side by side, and pictures have words of their own.
            if not beginning.isascii() or " | " in sentence["text"] or "  " in sentence["text"]:
                continue
            page = self.page_of[anchor]
            if beginning not in bare(self.text(page)):
                fail(f"{anchor} does not begin on page {page}: {sentence['text'][:40]!r}")
            checked += 1
        return checked

    def check_contents(self):
        contents = re.search(r'<nav class="contents".*?</nav>', self.html, re.S)[0]
        lines = re.findall(r'<li[^>]*><a href="#([^"]*)">(?:<span class="number">(\d+)</span> )?(.*?)</a>', contents)
        first = self.page_of["key-points"] if "key-points" in self.page_of else self.page_of["d1"]
        # As the lines stand on paper: pdftotext by itself reads a column of numbers after the labels.
        printed = bare(run("pdftotext", "-layout", "-f", "2", "-l", str(first - 1), self.file, "-"))
        for anchor, number, label in lines:
            label = html.unescape(label)
            page = self.page_of.get(anchor)
            if not re.search(r"[\u0590-\u06ff]", label) and f"{number}{bare(label)}{page}" not in printed:
                fail(f"the contents lack {label!r} with page {page}")
        return len(lines)

    def check_references(self):
        """Each "3 ¶4, p. 12" and each "(p. 12)" of a link has the page of its destination."""
        checked = 0
        for page in range(1, len(self.pages) + 1):
            for number, paragraph, cited in re.findall(
                r"(?:(\d+)\s)?¶(\d+),\s+p\.\s+(\d+)", self.text(page).replace("\u2007", " ")
            ):
                checked += 1
                anchor = f"d{number or 1}-p{paragraph}"
                if self.page_of.get(anchor) != int(cited):
                    fail(f"page {page} cites {anchor} as p. {cited}; it is on {self.page_of.get(anchor)}")
        for number in self.number.values():
            article = re.search(rf'<article class="[^"]*" id="d{number}">.*?</article>', self.html, re.S)[0]
            targets = [
                html.unescape(target)
                for target in re.findall(r'<a href="#(d[^"]*)">(?:(?!</a>).)*</a> <span class="pg">', article, re.S)
            ]
            # A link to the document that it stands in has a page on paper, and no number in the site.
            targets += re.findall(rf'<a href="#(d{number})">', article)
            last = self.page_of.get(f"d{number + 1}", self.end) - 1
            cited = re.findall(
                r"\(p\.\s+(\d+)\)",
                "".join(self.text(page) for page in range(self.page_of[f"d{number}"], last + 1)).replace("\u2007", " "),
            )
            expected = [self.page_of[target] for target in targets if target in self.page_of]
            # A link to the document itself needs no words where no page is known.
            own = collections.Counter(map(int, cited)) - collections.Counter(expected)
            if set(own) - {self.page_of[f"d{number}"]} or collections.Counter(expected) - collections.Counter(map(int, cited)):
                fail(f"the links of document {number} cite {cited}, not {expected}")
            checked += len(cited)
        return checked

    @property
    def end(self):
        """The page after the last document."""
        return min(self.page_of[id] for id in ["timeline", "ties", "sources", "index"] if id in self.page_of)

    # The index

    def listed_pages(self):
        start = self.page_of["index"]
        text = "\n".join(self.text(page) for page in range(start, len(self.pages) + 1)) + "\n"
        listed = {}
        for entity in self.data["entities"]:
            description = entity["description"]
            note = rf",\s+[“\"]?{words(description)}[”\"]?" if description else ""
            unclear = r"\s+one of\s.*?(?=,\s+\d)" if entity["isUnclear"] else ""
            pattern = rf"(?ms)^{words(entity['name'])}{note}{unclear}((?:,\s+\d+(?:–\d+)?)+)$"
            # The last of the names that an unclear one may stand for is no entry.
            entries = [
                found[1] for found in re.finditer(pattern, text) if not text[: found.start()].rstrip().endswith((" and", "\nand"))
            ]
            pages = []
            for entry in entries:
                found = []
                for first, last in re.findall(r"(\d+)(?:–(\d+))?", entry):
                    found += range(int(first), int(last or first) + 1)
                pages.append(found)
            listed[entity["id"]] = pages
        return listed

    def check_index(self):
        listed = self.listed_pages()
        names = {
            entity["id"]: {entity["name"], *(alias["name"] if isinstance(alias, dict) else alias for alias in entity["aliases"])}
            for entity in self.data["entities"]
        }
        mentions = collections.defaultdict(list)
        for mention in self.data["mentions"]:
            mentions[mention["document"]].append(mention)
            names[mention["entity"]].add(mention["surface"])
        by_name = collections.Counter(entity["name"] for entity in self.data["entities"])
        required, left_out = collections.defaultdict(set), 0
        for document, own in mentions.items():
            number = self.number[document]
            pages = range(self.page_of[f"d{number}"], self.page_of.get(f"d{number + 1}", self.end))
            texts = {page: plain(self.text(page)) for page in pages}
            things, counts = collections.defaultdict(set), collections.Counter()
            for mention in own:
                surface = plain(mention["surface"])
                things[surface].add(mention["entity"])
                counts[surface] += 1
            order = sorted(things, key=len, reverse=True)
            pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, order)) + r")(?!\w)")
            found = {page: collections.Counter(pattern.findall(text)) for page, text in texts.items()}
            total = sum(found.values(), collections.Counter())
            for surface, entities in things.items():
                if len(entities) > 1 or total[surface] != counts[surface]:
                    left_out += counts[surface]
                    continue
                for page, counted in found.items():
                    if counted[surface]:
                        required[next(iter(entities))].add(page)
        checked = 0
        for entity in self.data["entities"]:
            id = entity["id"]
            if by_name[entity["name"]] > 1 or not entity["name"].isascii():
                continue
            if not names[id] or not entity["mentions"]:
                continue
            if len(listed[id]) != 1:
                fail(f"the index has {len(listed[id])} entries of {entity['name']!r}")
                continue
            pages = listed[id][0]
            for page in pages:
                checked += 1
                text = plain(self.text(page))
                if not any(re.search(rf"(?<!\w){re.escape(plain(name))}(?!\w)", text) for name in names[id]):
                    # A name that begins here and ends on the next page.
                    both = plain(self.text(page) + " " + (self.text(page + 1) if page < len(self.pages) else ""))
                    if not any(re.search(rf"(?<!\w){re.escape(plain(name))}(?!\w)", both) for name in names[id]):
                        fail(f"the index has page {page} for {entity['name']!r}, which is not on it")
            for page in sorted(required[id] - set(pages)):
                fail(f"the index lacks page {page} of {entity['name']!r}")
        return checked, sum(map(len, required.values())), left_out


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(program, work, folder):
    name = folder.parent.name if folder.name == "seeds" else folder.name
    site = work / f"{name}-site"
    options = ["--recogniser", "fast", "--cache", str(work / f"{name}-cache")]
    tell(program, "build", str(folder), "-o", str(site), "--frozen", "--quiet", "--exports", "--print-all", *options)
    for engine in ["chromium", "weasyprint"]:
        if not shutil.which(engine):
            continue
        file = work / f"{name}-{engine}.pdf"
        begin = time.monotonic()
        told = tell(program, "print", str(folder), "--engine", engine, "-o", str(file), *options)
        seconds = time.monotonic() - begin
        rounds = re.search(r"in (\d) rounds?", told)[1]
        if "still moved" in told:
            fail(f"{engine}: the numbers of {name} do not settle")
        book = Book(str(file), site)
        book.check_feet()
        paragraphs = book.check_paragraphs()
        lines = book.check_contents()
        references = book.check_references()
        entries, required, left_out = book.check_index()
        if min(paragraphs, lines, references, entries, required) == 0:
            fail(f"{engine}: nothing of {name} was checked")
        print(
            f"{name} by {engine}: {len(book.pages)} pages in {rounds} rounds, {seconds:.1f} s; {paragraphs} paragraphs,"
            f" {lines} lines of contents, {references} references, {entries} pages of the index, {required} required"
            f" ({left_out} mentions left out)"
        )
    return name


def main():
    program, work = sys.argv[1], pathlib.Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    for folder in sys.argv[3:]:
        check(program, work, pathlib.Path(folder))
    # The same documents are the same bytes.
    first = pathlib.Path(sys.argv[3])
    for engine in ["chromium", "weasyprint"]:
        if shutil.which(engine):
            made = []
            for number in range(2):
                file = work / f"again-{number}.pdf"
                tell(program, "print", str(first), "--engine", engine, "-o", str(file), "--no-cache", "--recogniser", "fast", "-q")
                made.append(digest(file))
            if made[0] != made[1]:
                fail(f"{engine}: two runs differ")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"at most {most} MB in one process; {len(failures)} failures")
    sys.exit(1 if failures else 0)


main()
