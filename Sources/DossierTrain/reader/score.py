"""What a network is worth on held-out texts: F1 of people, organisations and places, exact spans in words. A place taken
for an organisation, or the other way round, counts as right."""

import numpy as np
import torch

from model import LABELS
from texts import pieces_in, tensors, windows

KINDS = 5


def allows(a, b):
    """Whether label b may follow label a: outside, then first, inner, last, only of each kind."""
    ends = a == 0 or (a - 1) % 4 >= 2
    begins = b == 0 or (b - 1) % 4 in (0, 3)
    return begins if ends else not begins and (a - 1) // 4 == (b - 1) // 4


CHAIN = np.array([[0.0 if allows(a, b) else -1e4 for b in range(LABELS)] for a in range(LABELS)], np.float32)
BEGINS = np.array([0.0 if allows(0, b) else -1e4 for b in range(LABELS)], np.float32)
ENDS = np.array([0.0 if allows(a, 0) else -1e4 for a in range(LABELS)], np.float32)


def decode(logs):
    """The likeliest labels of one sentence."""
    best = logs[0] + BEGINS
    back = np.zeros((len(logs), LABELS), np.int64)
    for t in range(1, len(logs)):
        reach = best[:, None] + CHAIN
        back[t] = reach.argmax(0)
        best = reach.max(0) + logs[t]
    labels = [int((best + ENDS).argmax())]
    for t in range(len(logs) - 1, 0, -1):
        labels.append(int(back[t, labels[-1]]))
    return labels[::-1]


def names(labels):
    out, start = {}, None
    for place, label in enumerate(labels):
        if label == 0:
            continue
        part = (label - 1) % 4
        if part in (0, 3):
            start = place
        if part >= 2:
            out[(start, place + 1)] = (label - 1) // 4
    return out


def logits(net, all_windows, per_batch=6000):
    """Returns the log-probabilities of the words of each window."""
    net.eval()
    order = sorted(range(len(all_windows)), key=lambda i: pieces_in(all_windows[i]))
    out = [None] * len(all_windows)
    at = 0
    with torch.inference_mode():
        while at < len(order):
            end = at + 1
            while end < len(order) and pieces_in(all_windows[order[end]]) * (end - at + 1) <= per_batch:
                end += 1
            chosen = order[at:end]
            inputs, _ = tensors([(all_windows[i], 0) for i in chosen])
            logs = torch.log_softmax(net(inputs).float(), -1).numpy()
            row = 0
            for i in chosen:
                out[i] = logs[row : row + len(all_windows[i])]
                row += len(all_windows[i])
            at = end
    return out


def gold(sentence):
    labels = [0 if a & 1 else a.bit_length() - 1 for _, _, a, _ in sentence]
    return names(labels)


def score(net, texts, read=None):
    """Returns the F1 of each set, and their mean. `read` may answer instead of the network."""
    out = {}
    for name in sorted({t[0] for t in texts}):
        own = [t[2] for t in texts if t[0] == name]
        all_windows, cuts = [], []
        for sentences in own:
            w = windows(sentences, 126)
            cuts.append((len(all_windows), len(all_windows) + len(w)))
            all_windows += w
        logs = read(all_windows) if read else logits(net, all_windows)
        right = said = marked = 0
        for sentences, (a, b) in zip(own, cuts):
            text = np.concatenate(logs[a:b])
            at = 0
            for sentence in sentences:
                found = {k: v for k, v in names(decode(text[at : at + len(sentence)])).items() if v < 3}
                true = {k: v for k, v in gold(sentence).items() if v < 3}
                at += len(sentence)
                said += len(found)
                marked += len(true)
                right += sum(1 for k, v in found.items() if k in true and (true[k] == v or min(true[k], v) > 0))
        out[name] = round(200 * right / max(1, said + marked), 2)
    out["mean"] = round(sum(out.values()) / len(out), 2)
    return out
