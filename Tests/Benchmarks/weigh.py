#!/usr/bin/env python3
"""Weighs the pages of built sites, as bytes and as gzip packs them: for each kind of page how many there are, the middle
one and the heaviest. Last come the style sheet, the scripts, and the pieces that search and cards load.

    Tests/Benchmarks/weigh.py SITE...
"""

import gzip
import pathlib
import re
import statistics
import sys

KINDS = [
    ("home", r"index\.html"), ("document", r"documents/(?!index).*"), ("list of documents", r"documents/index.*"),
    ("list of a kind", r"(people|organisations|places|events|other)/index.*"),
    ("entity", r"(people|organisations|places|events|other)/.*"), ("who with whom", r"ties/index.*"),
    ("pair", r"ties/.*"), ("timeline", r"timeline/.*"), ("A-Z", r"names.*"), ("sources", r"sources.*"),
    ("known unknowns", r"unknowns/.*"), ("print edition", r"print\.html"), ("other pages", r".*\.html"),
    ("style", r"assets/style.*"), ("script before", r"assets/start.*"), ("script", r"assets/dossier.*"),
    ("search: table", r"data/search.*"), ("search: names", r"data/names.*"), ("search: words", r"data/words.*"),
    ("search: sentences", r"data/sentences.*"), ("cards", r"data/cards.*"),
]


def weigh(site):
    sizes = {kind: [] for kind, _ in KINDS}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if not path.is_file() or name.startswith("."):
            continue
        kind = next(kind for kind, pattern in KINDS if re.fullmatch(pattern, name))
        data = path.read_bytes()
        sizes[kind].append((len(gzip.compress(data, 9, mtime=0)), len(data), name))
    print(f"{site}\n{'':20}{'files':>7}{'middle':>9}{'gzip':>9}{'heaviest':>10}{'gzip':>9}")
    for kind, files in sizes.items():
        if not files:
            continue
        middle = [statistics.median_low(values) for values in zip(*[(raw, packed) for packed, raw, _ in files])]
        packed, raw, name = max(files)
        print(f"{kind:20}{len(files):7}{middle[0]:9,}{middle[1]:9,}{raw:10,}{packed:9,}  {name}")


for argument in sys.argv[1:] or sys.exit(__doc__):
    weigh(pathlib.Path(argument))
