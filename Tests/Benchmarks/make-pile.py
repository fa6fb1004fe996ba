#!/usr/bin/env python3
"""Makes a pile of news-like documents to measure with, the same on every run.

    make-pile.py COUNT FOLDER

FOLDER/seeds gets the documents as plain text, FOLDER/hugo the same text as a Hugo site with the least layout that
shows it. Each has 630 words, and about every ninth begins a name. Names are drawn as in real news: a few stand
everywhere, most in few documents (Zipf's law). People and organisations are made up; countries and their capitals
are not. Document n is the same in a pile of any size.
"""

import bisect
import itertools
import pathlib
import random
import sys

WORDS = 630

FIRST = """Anna Boris Clara Daniel Elena Farid Grace Hassan Irina James Katya Leila Marco Nadia Oscar Petra
Rashid Sofia Tomas Vera""".split()
LAST = """Abara Belmont Castell Dorvane Edelstam Farrow Galanis Hadwin Ivarsen Jankovar Keswick Lindqvar Marchetti
Nwosu Orlanda Petrakis Quillon Rostova Sandoval Tremlin""".split()
HOUSES = """Northgate Silverline Halcyon Meridian Blackwater Ostmark Calder Venturi Anselm Corvane Delphine Estuary
Foxhall Granite Harrow Isthmus Juniper Kestrel Larkspur Monument""".split()
TRADES = ["Energy Group", "Bank", "Shipping Company", "Institute", "University", "Foundation", "News Agency", "Holdings"]
PLACES = [
    ("Argentina", "Buenos Aires"), ("Australia", "Canberra"), ("Austria", "Vienna"), ("Belgium", "Brussels"),
    ("Brazil", "Brasília"), ("Bulgaria", "Sofia"), ("Canada", "Ottawa"), ("Chile", "Santiago"), ("China", "Beijing"),
    ("Colombia", "Bogotá"), ("Croatia", "Zagreb"), ("Denmark", "Copenhagen"), ("Egypt", "Cairo"),
    ("Estonia", "Tallinn"), ("Ethiopia", "Addis Ababa"), ("Finland", "Helsinki"), ("France", "Paris"),
    ("Germany", "Berlin"), ("Ghana", "Accra"), ("Greece", "Athens"), ("Hungary", "Budapest"), ("India", "New Delhi"),
    ("Indonesia", "Jakarta"), ("Iran", "Tehran"), ("Iraq", "Baghdad"), ("Ireland", "Dublin"), ("Italy", "Rome"),
    ("Japan", "Tokyo"), ("Kenya", "Nairobi"), ("Latvia", "Riga"), ("Lebanon", "Beirut"), ("Mexico", "Mexico City"),
    ("Mongolia", "Ulaanbaatar"), ("Morocco", "Rabat"), ("Nepal", "Kathmandu"), ("Nigeria", "Abuja"),
    ("North Korea", "Pyongyang"), ("Norway", "Oslo"), ("Pakistan", "Islamabad"), ("Peru", "Lima"),
    ("Poland", "Warsaw"), ("Portugal", "Lisbon"), ("Romania", "Bucharest"), ("Russia", "Moscow"),
    ("Saudi Arabia", "Riyadh"), ("Serbia", "Belgrade"), ("South Korea", "Seoul"), ("Spain", "Madrid"),
    ("Sweden", "Stockholm"), ("Syria", "Damascus"), ("Thailand", "Bangkok"), ("Tunisia", "Tunis"),
    ("Turkey", "Ankara"), ("Ukraine", "Kyiv"), ("United Kingdom", "London"), ("United States", "Washington"),
    ("Uruguay", "Montevideo"), ("Uzbekistan", "Tashkent"), ("Vietnam", "Hanoi"), ("Zambia", "Lusaka"),
]
MONTHS = """January February March April May June July August September October November December""".split()

# {p}: a person, {s}: that person's or another's surname, {o}: an organisation, {l}: a place.
SENTENCES = [
    "{p} told reporters in {l} that the talks would go on for several weeks.",
    "Officials from {l} and {l} had met twice to settle the price of grain.",
    "{o} said it would open a new office in {l} before the end of the year.",
    "The decision surprised {o}, which had asked {p} for more time to answer.",
    "In {l}, {s} warned that the agreement with {l} could still fail.",
    "Analysts at {o} expect that trade between {l} and {l} will grow slowly.",
    "“We have seen no proof of that,” said {p}, who leads the mission to {l}.",
    "The report names {p} and two former directors of {o} as witnesses.",
    "Critics of {s} say that the promises made to {l} were never kept.",
    "A spokesman for {o} declined to comment on the letter from {l}.",
    "Heavy rain closed the main road from {l} to the border on Monday morning.",
    "The ministry later confirmed that {p} had left for {l} the night before.",
    "Prices rose again last month, although {o} had forecast a small decline.",
    "{l}’s government will vote on the plan after the summer break.",
    "According to {p}, the pipeline will carry gas from {l} to {l} within two years.",
    "Neither {o} nor {l} would say how much the new contract is worth.",
    "It was the third visit of {p} to {l} since the election in spring.",
    "Workers at the harbour said that nobody had told them about the changes.",
    "{p}, who once worked for {o}, is now seen as the favourite in {l}.",
    "Two ships of {o} have been waiting off {l} since the strike began.",
    "{s} and {s} disagreed in public for the first time, a diplomat said.",
    "A court in {l} found that {o} had paid too little tax for nine years.",
    "Voters in {l} seem tired of the quarrel between {p} and {p}.",
    "{o} and {o} will share the cost of the laboratory near {l}.",
    "The army of {l} said that three soldiers had been hurt near the bridge.",
    "Schools will stay closed until the heating has been repaired, {s} added.",
    "For {l} the harvest was the best in a decade, for {l} the worst.",
    "No date was given, but {p} is expected in {l} within days.",
    "Nobody was hurt, and by the evening the trains were running as usual.",
    "That would be a change of course, but hardly a surprise to those who follow the matter.",
    "The figures, which were published on Tuesday, are the lowest in eleven years.",
    "Much will depend on the weather, and on whether the money comes in time.",
    "It is not the first time that such a promise has been made before a vote.",
    "Others fear that the costs will be far higher than the sum that was announced.",
    "The loan, worth 40 million dollars, was arranged by {o} and guaranteed by {l}.",
    "Engineers had warned about the dam as early as 2009, a study by {o} shows.",
]
HEADLINES = [
    "{l} and {l} agree to resume talks", "{o} opens its books after pressure from {l}",
    "{p} returns to {l} with a new offer", "What {l} wants from the next round", "{o} warns of a difficult winter",
]
FILLER = "and the rest of the day was spent on matters that nobody wished to discuss in public at that time".split()


class Zipf:
    """Draws from a list, the first most often."""

    def __init__(self, names):
        self.names = names
        self.sums = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(names))))

    def draw(self, chance):
        return self.names[bisect.bisect_left(self.sums, chance.random() * self.sums[-1])]


def shuffled(names):
    """Returns the names in an order that means nothing, but is always the same."""
    chance = random.Random("names")
    return [name for _, name in sorted((chance.random(), name) for name in names)]


PEOPLE = Zipf(shuffled(f"{first} {last}" for first in FIRST for last in LAST)[:240])
ORGANISATIONS = Zipf(shuffled(f"{house} {trade}" for house in HOUSES for trade in TRADES)[:120])
LOCATIONS = Zipf(shuffled(place for pair in PLACES for place in pair))


def pick(chance, items):
    # Not `choice`: only `random()` is promised to be the same in every version of Python.
    return items[int(chance.random() * len(items))]


def fill(pattern, chance):
    parts = pattern.split("{")
    text = parts[0]
    for part in parts[1:]:
        kind, rest = part[0], part[2:]
        if kind == "l":
            name = LOCATIONS.draw(chance)
        elif kind == "o":
            name = ORGANISATIONS.draw(chance)
        else:
            name = PEOPLE.draw(chance)
            if kind == "s":
                name = name.split()[1]
        text += name + rest
    return text


def document(number):
    """Returns the headline, the date as (year, month, day), and the paragraphs of document `number`."""
    chance = random.Random(f"document {number}")
    headline = fill(pick(chance, HEADLINES), chance)
    date = (2015 + int(chance.random() * 10), 1 + int(chance.random() * 12), 1 + int(chance.random() * 28))
    left = WORDS
    paragraphs = [[]]
    while left > 0:
        sentence = fill(pick(chance, SENTENCES), chance)
        length = len(sentence.split())
        if length > left:
            words = list(itertools.islice(itertools.cycle(FILLER), left))
            sentence, length = " ".join(words).capitalize() + ".", left
        if len(paragraphs[-1]) >= 3 + int(chance.random() * 3):
            paragraphs.append([])
        paragraphs[-1].append(sentence)
        left -= length
    return headline, date, [" ".join(sentences) for sentences in paragraphs]


LAYOUT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>
%s
</main></body></html>
"""


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit("usage: make-pile.py COUNT FOLDER")
    count, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    hugo = folder / "hugo"
    write(
        hugo / "hugo.toml",
        'baseURL = "https://example.org/"\ntitle = "Pile"\ndisableKinds = ["taxonomy", "term", "rss", "sitemap"]\n',
    )
    write(hugo / "layouts/_default/single.html", LAYOUT % "{{ .Content }}")
    items = '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'
    write(hugo / "layouts/_default/list.html", LAYOUT % items)
    write(hugo / "layouts/index.html", LAYOUT % items.replace(".Pages", ".Site.RegularPages"))
    for number in range(count):
        headline, (year, month, day), paragraphs = document(number)
        name = f"{number:06}"
        write(
            folder / "seeds" / f"{name}.txt",
            f"{headline}\n{day} {MONTHS[month - 1]} {year}\n\n" + "\n\n".join(paragraphs) + "\n",
        )
        write(
            hugo / "content" / f"{name}.md",
            f'---\ntitle: "{headline}"\ndate: {year}-{month:02}-{day:02}\n---\n' + "\n\n".join(paragraphs) + "\n",
        )


if __name__ == "__main__":
    main()
