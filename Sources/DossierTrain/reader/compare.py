"""Holds the program against the network as it was trained: compare.py PROGRAM READER TEXTS FOLDER.

Words of all scripts must be cut into the same pieces as by the reference tokenizer; the labels of held-out texts must be
those of the network in floating point, but for what rounding to 8 bits changes."""

import json
import os
import random
import subprocess
import sys

import numpy as np
import torch

from model import Reader
from score import decode, logits, score
from texts import Pieces, load, windows
from train import BACKBONE


def ask(program, reader, questions):
    lines = "".join(json.dumps(q) + "\n" for q in questions)
    done = subprocess.run([program, "reader-answers", reader], input=lines.encode(), capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def words_of_all_scripts(count, texts):
    """Words of the texts, of random scalars of one block, and of both with marks between."""
    rng = random.Random(1)
    own = sorted({w for t in open(texts, encoding="utf-8") for w in json.loads(t)["words"]})
    for _ in range(count):
        kind = rng.random()
        if kind < 0.4:
            yield rng.choice(own)
            continue
        block = rng.choice((0, 0x100, 0x300, 0x400, 0x500, 0x600, 0x900, 0xE00, 0x1100, 0x1E00, 0x2000, 0x3000, 0x4E00,
                            0xAC00, 0xF900, 0xFB00, 0xFE00, 0xFF00, 0x1F300, 0x20000, rng.randrange(0x1100) << 8))
        scalars = [block + rng.randrange(0x200) for _ in range(rng.choice((1, 2, 4, 7, 12, 120)))]
        word = "".join(chr(s) for s in scalars if s < 0x110000 and not 0xD800 <= s < 0xE000)
        yield word if kind < 0.8 else rng.choice(own) + word + rng.choice(own)


def main():
    program, reader, path, folder = sys.argv[1:]
    torch.set_num_threads(2)
    pieces = Pieces(BACKBONE)
    words = list(words_of_all_scripts(1_000_000, path))
    found = [p for answer in ask(program, reader, [dict(words=words[i : i + 1000]) for i in range(0, len(words), 1000)])
             for p in answer]
    different = 0
    for word, own in zip(words, found):
        expected = pieces.tokenizer.encode(word, add_special_tokens=False).ids or [100]
        if own != expected:
            different += 1
            if different < 10:
                print("pieces differ:", repr(word), own, expected)
    print(f"{len(words)} words, {different} cut differently")

    net = Reader()
    name = os.path.join(folder, "reader.pt")
    net.load_state_dict(torch.load(name) if os.path.exists(name) else
                        torch.load(os.path.join(folder, "checkpoint.pt"))["mean"])
    held = [t for t in load(path, pieces) if t[1]]
    all_windows = [w for t in held for w in windows(t[2], 126)]
    theirs = logits(net, all_windows)

    def read(own):
        answers = ask(program, reader, [
            dict(pieces=[w[0] for w in window], hints=[w[1] for w in window], active=[w[3] for w in window])
            for window in own])
        return [-np.array(a, np.float32) / 8 for a in answers]

    ours = read(all_windows)
    same = total = decoded = 0
    worst = 0.0
    for a, b in zip(theirs, ours):
        total += len(a)
        same += int((a.argmax(1) == b.argmax(1)).sum())
        decoded += sum(x == y for x, y in zip(decode(a), decode(b)))
    print(f"{total} words: the likeliest label is the same for {100 * same / total:.3f} %,"
          f" the decoded one for {100 * decoded / total:.3f} %")
    print("F1 in floating point:", score(net, held))
    print("F1 in whole numbers: ", score(None, held, read))


if __name__ == "__main__":
    main()
