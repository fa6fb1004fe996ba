#!/usr/bin/env python3
"""Writes the documents of which a site is built for the checks in the browser: names with accents, other names, hostile
names, many alike, ties, dates, headings, a copied passage, and enough of all for several pieces of data.

    pile.py FOLDER
"""

import pathlib
import sys

SAID = """The Øresund Bridge was closed for three hours because of the wind.
Officials in Ankara said on 3 May 2015 that talks with the Islamic State were never held.
A convoy of the Islamic State left Raqqa in the night, and ISIL claimed the attack in Baghdad.
Weapons from North Korea were found on the ship, inspectors wrote.
North Korea’s weapons went through Pyongyang in June, as the United Nations had warned.
The Korean weapons trade of the north is older than the sanctions of 2006.
François Müller of the Łódź Institute called the numbers “a guess, not a count”.
Vladimir Putin did not answer the question of grain in Moscow.
Grain left Odesa again, said Aksel Ødegård, who counts the ships for the harbour.
It was, in the words of the report, a long summer without rain, in which the price of wheat in the markets of the south rose in each week and the councils of the towns, which had been told by the ministry to keep a reserve, found that the stores had been sold, that no record was kept, that the clerks who knew had left, and that nobody in the capital would say who had signed the order to sell.""".split("\n")

ENTITIES = """entities:
  - name: Aksel Ødegård
    kind: person
  - name: François Müller
    kind: person
  - name: Anna <img src=x onerror=alert(1)> Script & Sons
    kind: person
  - name: Vladimir Putin
    kind: person
  - name: Islamic State
    kind: organisation
    aliases: [ISIL, Daesh]
    description: "an armed group <b>not markup</b>"
  - name: Łódź Institute
    kind: organisation
  - name: Øresund Bridge
    kind: other
  - name: North Korea
    kind: place
  - name: Pyongyang
    kind: place
  - name: Baghdad
    kind: place
  - name: Moscow
    kind: place
"""

MARKED = """---
title: A report with sections
date: 2016-02-01
publisher: The Observer
url: https://example.org/report
licence: CC BY 4.0
---

## The harbour

Grain left Odesa again, said *Aksel Ødegård*, who counts the ships for the harbour.

## The convoy

A convoy of the Islamic State left Raqqa in the night. It was seen in Baghdad.

## The bridge

The Øresund Bridge was closed for three hours because of the wind. مرحبا بكم في بغداد.

مرحبا بكم في بغداد.
"""


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    kims = [f"Kim Specimen{chr(97 + n // 6)}{chr(97 + n % 6)}" for n in range(30)]
    entities = ENTITIES + "".join(f"  - name: {name}\n    kind: person\n" for name in kims)
    (folder / "entities.yml").write_text(entities)
    (folder / "dossier.yml").write_text("title: Harbours\nsubtitle: A pile for checks\nmarking: TLP:GREEN\n")
    (folder / "sections.md").write_text(MARKED)
    for number in range(1, 41):
        lines = [f"Report {number} on harbours", f"{number % 28 + 1} May {2014 + number % 3}"]
        lines += [SAID[(number + at) % len(SAID)] + " " + SAID[(number + at * 3 + 1) % len(SAID)] for at in range(6)]
        lines.append(f"{kims[number % 30]} met Anna <img src=x onerror=alert(1)> Script & Sons in Baghdad.")
        if number == 1:
            lines.append("The U.S. harbour counted 1,200 ships, and 王毅在停火会谈.")
            lines.append("The Islamic State and the Łódź Institute, François Müller, Aksel Ødegård, North Korea,"
                         " Moscow, Baghdad and the Øresund Bridge were named.")
        (folder / f"report-{number}.txt").write_text("\n".join(lines) + "\n")


main(pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__))
