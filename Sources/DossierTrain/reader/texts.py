"""Marked texts, cut into windows of word pieces, in batches."""

import json
import random

import torch
from tokenizers import Tokenizer

from model import CLS, HINTS, LABELS, MASK, SEP, SETS, UNKNOWN

LONGEST_WORD = 8
MOST_HINTS = 14
HYPHEN, PARTICLE, DIRECTION = 9, 76, 99  # hints
ADDRESS = 15  # the hint of addresses and code, which are not read
# How often each set is read in one round; of the largest, how many sentences.
ROUNDS = {"gum": 2, "re3d": 3, "redocred": 2, "crossner-politics": 4, "crossner-other": 1, "uner-ewt": 3}
PER_ROUND = {"gmb": 16000}


class Pieces:
    """The reference tokenizer, one word at a time."""

    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(folder + "/tokenizer.json")
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def of(self, word, hints):
        if hints[:1] == [ADDRESS]:
            return [UNKNOWN]
        found = self.known.get(word)
        if found is None:
            found = self.tokenizer.encode(word, add_special_tokens=False).ids[:LONGEST_WORD] or [UNKNOWN]
            self.known[word] = found
        return found


def active(hints):
    """Of each word of a sentence, whether it may be in a name: those with a capital or a digit, those of listed names, what
    stands between two of them, "al-" before and "-il" after one, "southern" before one. In a sentence without any capital,
    all."""
    if not any(1 <= h[0] <= 6 for h in hints):
        return [True] * len(hints)
    found = [1 <= h[0] <= 8 or any(16 <= x < 72 for x in h) for h in hints]
    for place in range(len(hints) - 2, -1, -1):
        own = hints[place]
        if found[place + 1] and (own[0] == HYPHEN or PARTICLE in own or DIRECTION in own):
            found[place] = True
    for place in range(2, len(hints)):
        if found[place - 2] and hints[place - 1][0] == HYPHEN:
            found[place - 1] = found[place] = True
    out, last = list(found), None
    for place, is_found in enumerate(found):
        if is_found:
            if last is not None and place - last <= 4:
                out[last:place] = [True] * (place - last)
            last = place
    return out


def load(path, pieces):
    """Returns the texts of a file: of each its set, whether it is held out, and its sentences of words."""
    texts = []
    with open(path, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    for text in lines:
        words = [
            (pieces.of(w, h), h[:MOST_HINTS], a) for w, h, a in zip(text["words"], text["hints"], text["allowed"])
        ]
        sentences = []
        for a, b in text["sentences"]:
            seen = active(text["hints"][a:b])
            sentences.append([word + (is_active,) for word, is_active in zip(words[a:b], seen)])
        texts.append((text["set"], text["heldOut"], sentences))
    return texts


def windows(sentences, longest):
    """Packs sentences into windows of at most `longest` pieces; only a sentence longer than that is cut."""
    out, window, size = [], [], 0
    for sentence in sentences:
        length = sum(len(w[0]) for w in sentence)
        if window and size + length > longest:
            out.append(window)
            window, size = [], 0
        for word in sentence:
            if size + len(word[0]) > longest:
                out.append(window)
                window, size = [], 0
            window.append(word)
            size += len(word[0])
    if window:
        out.append(window)
    return out


def pieces_in(window):
    return sum(len(w[0]) for w in window) + 2


def batches(texts, seed, per_batch):
    """The batches of one round, in the same order for the same seed."""
    rng = random.Random(seed)
    by_set = {}
    for text in texts:
        by_set.setdefault(text[0], []).append(text[2])
    examples = []
    for name in sorted(by_set):
        own = by_set[name]
        limit = PER_ROUND.get(name)
        chosen = rng.sample(own, min(limit, len(own))) if limit else own * ROUNDS[name]
        for sentences in chosen:
            examples += [(w, SETS.index(name)) for w in windows(sentences, rng.choice((48, 90, 126, 126, 180)))]
    rng.shuffle(examples)
    out = []
    for start in range(0, len(examples), 2000):
        pool = sorted(examples[start : start + 2000], key=lambda e: pieces_in(e[0]))
        batch = []
        for example in pool:
            if batch and pieces_in(example[0]) * (len(batch) + 1) > per_batch:
                out.append(batch)
                batch = []
            batch.append(example)
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def tensors(batch, rng=None):
    """Returns what the network takes, and of each word the allowed labels. With `rng`, words and hints are hidden."""
    length = max(pieces_in(w) for w, _ in batch)
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    hints = torch.full((len(batch), length, MOST_HINTS), HINTS, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, length), float("-inf"))
    sets = torch.zeros(len(batch), dtype=torch.long)
    seen = torch.zeros(len(batch), length, dtype=torch.bool)
    first, allowed = [], []
    for row, (window, name) in enumerate(batch):
        blind = rng is not None and rng.random() < 0.12
        if rng is None or rng.random() >= 0.35:
            sets[row] = name if rng is not None else 0
        line, told, through = [CLS], [[]], [False]
        for pieces, own, labels, is_active in window:
            first.append(row * length + len(line))
            allowed.append(labels)
            if rng is not None:
                if rng.random() < (0.08 if labels & 1 == 0 else 0.02):
                    pieces = [MASK] * len(pieces)
                if blind:
                    own = [h for h in own if h < 16]
                elif len(own) > 1 and rng.random() < 0.06:
                    own = own[:1]
            line += pieces
            told += [own] * len(pieces)
            through += [is_active] * len(pieces)
        line.append(SEP)
        ids[row, : len(line)] = torch.tensor(line)
        mask[row, 0, 0, : len(line)] = 0
        seen[row, : len(through)] = torch.tensor(through)
        flat = [own + [HINTS] * (MOST_HINTS - len(own)) for own in told]
        hints[row, : len(flat)] = torch.tensor(flat)
    bits = torch.tensor(allowed)[:, None] >> torch.arange(LABELS) & 1
    return (ids, hints, sets, mask, torch.tensor(first), seen), bits.bool()
