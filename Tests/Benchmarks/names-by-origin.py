#!/usr/bin/env python3
"""Measures how many names of people are found, by the origin of the names.

usage: names-by-origin.py DOSSIER_TRAIN DATA_FOLDER

Sentences of one kind are filled with names that PyPI Faker has for each country, in Latin letters. The recogniser's
lists of names come from the same source, so each origin is measured twice: with them, and with lists that hold no name
of a person at all, as if all names were new. Needs Faker, which is installed, pinned, into .build/bench-venv.

DATA_FOLDER is Sources/CEntityModel, with `lists` and `english.model`.
"""
import json, pathlib, random, re, subprocess, sys, tempfile

VENV = pathlib.Path(".build/bench-venv")
FAKER = "Faker==40.63.0"
ORIGINS = {
    "Brazil": "pt_BR", "Chile": "es_CL", "China": "zh_CN", "Czechia": "cs_CZ", "Denmark": "da_DK", "Finland": "fi_FI",
    "France": "fr_FR", "Germany": "de_DE", "Ghana": "tw_GH", "Hungary": "hu_HU", "Iceland": "is_IS", "India": "en_IN",
    "Indonesia": "id_ID", "Ireland": "en_IE", "Italy": "it_IT", "Japan": "ja_JP", "Kenya": "en_KE", "Latvia": "lv_LV",
    "Lithuania": "lt_LT", "Maghreb": "fr_DZ", "Mexico": "es_MX", "Netherlands": "nl_NL", "Nigeria, Hausa": "ha_NG",
    "Nigeria, Igbo": "ig_NG", "Nigeria, Yoruba": "yo_NG", "Pakistan": "en_PK", "Poland": "pl_PL", "Romania": "ro_RO",
    "South Africa, Zulu": "zu_ZA", "Spain": "es_ES", "Thailand": "en_TH", "Turkey": "tr_TR", "United Kingdom": "en_GB",
    "United States": "en_US", "Uzbekistan": "uz_UZ",
}
TEMPLATES = [
    "{a} said on Monday that the talks would go on.",
    "The minister, {a}, has resigned.",
    "They were met at the airport by {a} and two of his aides.",
    "{a}'s report was read in full.",
    "According to {a}, nothing had been signed.",
    "A letter from {a} to {b} was found in the archive.",
    "{a}, {b} and {c} were elected to the board.",
    "In the evening {a} spoke to reporters.",
    "It was written by {a} in 1998.",
    "The court heard that {a} had left the country.",
    "President {a} welcomed the delegation.",
    "Nobody knows why {a} voted against it.",
]
NAMES = """
import json, random, sys
from faker import Faker
for origin, locale in json.loads(sys.argv[1]).items():
    faker = Faker(locale)
    faker.seed_instance(1)
    if locale == "ja_JP":
        name = lambda: faker.first_romanized_name() + " " + faker.last_romanized_name()
    elif locale == "zh_CN":
        name = lambda: faker.last_romanized_name() + " " + faker.first_romanized_name()
    else:
        name = lambda: faker.first_name() + " " + faker.last_name()
    print(json.dumps([origin, [name() for _ in range(600)]]))
"""


def sentences(origin, names):
    choose = random.Random(origin)
    for number in range(300):
        template = TEMPLATES[number % len(TEMPLATES)]
        text, entities = "", []
        for piece in re.split(r"(\{[abc]\})", template):
            if piece.startswith("{"):
                name = choose.choice(names)
                entities.append({"start": len(text), "end": len(text) + len(name), "type": "PER"})
                piece = name
            text += piece
        yield {"id": f"{origin}/{number}", "text": text, "entities": entities}


def main():
    program, data = sys.argv[1], pathlib.Path(sys.argv[2])
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", FAKER], check=True)
    lines = subprocess.run([python, "-c", NAMES, json.dumps(ORIGINS)], check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "lists").mkdir()
        for file in (data / "lists").glob("*.tsv"):
            if file.name not in ("given-names.tsv", "surnames.tsv"):
                (folder / "lists" / file.name).write_bytes(file.read_bytes())
        subprocess.run([program, "lists", folder / "lists", folder / "bare.lists"], check=True)
        files = []
        for line in lines.splitlines():
            origin, names = json.loads(line)
            files.append(folder / f"{origin}.jsonl")
            files[-1].write_text("".join(json.dumps(text) + "\n" for text in sentences(origin, names)))
        print("| origin | recall, names in the lists | recall, names in no list |\n|---|---|---|")
        recalls = []
        for lists in (data / "english.lists", folder / "bare.lists"):
            table = subprocess.run([program, "score", lists, data / "english.model", *files], check=True,
                                   capture_output=True, text=True).stdout
            # Recall of people: the middle of three numbers in the fifth column.
            recalls.append([row.split("|")[5].split("/")[1].strip() for row in table.splitlines()[2:] if ".jsonl" in row])
        for file, *row in sorted(zip(files, *recalls), key=lambda row: -float(row[2])):
            print(f"| {file.stem} | {row[0]} | {row[1]} |")


main()
