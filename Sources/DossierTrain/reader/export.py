"""Writes a trained network for `dossier-train reader-model`: export.py TEXTS FOLDER, which has reader.pt (or checkpoint.pt)."""

import os
import sys

import numpy as np
import torch
from safetensors.numpy import save_file
from tokenizers import Tokenizer

from model import FULL, Reader
from rounding import round_all
from texts import Pieces, load
from train import BACKBONE

ITSELF, HANGUL = -1, -2


def folds():
    """What the reference tokenizer makes of each scalar: ranges, and the bytes of the forms that are not the scalar itself.
    A form has spaces around what stands by itself."""
    tokenizer = Tokenizer.from_file(BACKBONE + "/tokenizer.json")
    rows, forms = [], bytearray()
    for value in range(0x110000):
        if 0xD800 <= value < 0xE000:
            continue
        scalar = chr(value)
        text = tokenizer.normalizer.normalize_str("a" + scalar + "a")
        form = " ".join(part for part, _ in tokenizer.pre_tokenizer.pre_tokenize_str(text))[1:-1]
        if form == scalar:
            continue
        if 0xAC00 <= value <= 0xD7A3:
            start, count = HANGUL, 0
        elif form == f" {scalar} ":
            start, count = ITSELF, 0
        else:
            start, count = len(forms), len(form.encode())
            forms += form.encode()
        same = rows and rows[-1][1] == value - 1 and rows[-1][3] == count == 0 and (
            start < 0 and rows[-1][2] == start or start >= 0 and rows[-1][2] >= 0)
        if same:
            rows[-1][1] = value
        else:
            rows.append([value, value, start, count])
    return np.array(rows, np.int32), np.frombuffer(bytes(forms), np.uint8)


def main():
    texts, folder = sys.argv[1:]
    torch.set_num_threads(2)
    path = os.path.join(folder, "reader.pt")
    net = torch.load(path) if os.path.exists(path) else torch.load(os.path.join(folder, "checkpoint.pt"))["mean"]
    tensors = {name: value.float().numpy().copy() for name, value in net.items()}
    reader = Reader()
    reader.load_state_dict(net)
    tensors |= round_all(reader, load(texts, Pieces(BACKBONE)))
    tensors["full"] = np.array([FULL], np.uint8)
    tensors["folds"], tensors["folded"] = folds()
    with open(os.path.join(BACKBONE, "vocab.txt"), "rb") as file:
        tensors["vocabulary"] = np.frombuffer(file.read(), np.uint8)
    save_file(tensors, os.path.join(folder, "reader.safetensors"))


if __name__ == "__main__":
    main()
