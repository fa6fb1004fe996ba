#!/usr/bin/env python3
"""Measures how the time of linking grows: 1,000, 3,000 and 10,000 documents of which each names ten things that no other
does, so that 10,000 documents have about 100,000 entities.

    bench-linking.py PROGRAM

Each document names eight made-up people, each once in full and once by surname, and two made-up bodies, each with its
initials, besides countries that all of them name. Surnames are shared by some hundred people, as in life.
"""

import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

SYLLABLES = "ba be bo da de do fa ga go ha ja ka ke ko la le lo ma me mi mo na ne no pa pe ra re ro sa se so ta te to va ve vo za zo".split()
PLACES = ["Argentina", "France", "Iran", "Kenya", "Norway", "Russia", "Syria", "Ukraine", "Vietnam", "Zambia"]
TRADES = ["Shipping Company", "Development Bank", "Research Institute", "Energy Group"]


def word(random, count):
    return "".join(random.choice(SYLLABLES) for _ in range(count)).capitalize()


def document(number):
    r = random.Random(number)
    surnames = random.Random(1)
    pool = [word(surnames, 3) for _ in range(800)]
    lines = [f"Report {number} from {r.choice(PLACES)}", ""]
    for _ in range(8):
        given, surname = word(r, 3), r.choice(pool)
        lines.append(
            f"{given} {surname} told reporters in {r.choice(PLACES)} that the talks would go on. "
            f"Officials in {r.choice(PLACES)} said that {surname} had left the night before.")
        lines.append("")
    for _ in range(2):
        name = f"{word(r, 2)} {word(r, 2)} {r.choice(TRADES)}"
        initials = "".join(part[0] for part in name.split())
        lines.append(f"The {name} ({initials}) opened an office in {r.choice(PLACES)}. The {initials} grew.")
        lines.append("")
    return "\n".join(lines)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    folder = pathlib.Path(tempfile.mkdtemp(dir="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None))
    try:
        print("documents  entities  mentions  linking ms  ms per 1,000 documents")
        for count in (1_000, 3_000, 10_000):
            seeds = folder / "seeds"
            seeds.mkdir(exist_ok=True)
            for number in range(count):
                file = seeds / f"{number:05}.txt"
                if not file.exists():
                    file.write_text(document(number), encoding="utf-8")
            best = None
            for _ in range(3):
                shutil.rmtree(folder / "site", ignore_errors=True)
                run = subprocess.run(
                    [program, "build", "--recogniser", "fast", "--frozen", "--json", "--quiet", "--output",
                     folder / "site", seeds], capture_output=True, check=True)
                report = json.loads(run.stdout)
                link = next(stage for stage in report["stages"] if stage["name"] == "link")
                best = min(best or link["milliseconds"], link["milliseconds"])
            print(f"{count:9}  {report['entities']:8}  {report['mentions']:8}  {best:10.0f}  {best / count * 1000:22.1f}")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
