"""The careful reader's network: BERT's encoder (Devlin and others, 2019) with vectors for hints, and a small head.

Only words that may be in a name go through all layers; the others stay as they are after the first `FULL`, and are looked
at from there on (after the pruning of tokens in PoWER-BERT; Goyal and others, 2020).
"""

import os

import torch
import torch.nn as nn
import torch.nn.functional as F

LABELS = 21
HINTS = 112
HEAD = 256
FULL = 2
# The first is for texts of no set: what the program reads with.
SETS = ["", "gmb", "gum", "re3d", "redocred", "crossner-politics", "crossner-other", "uner-ewt"]
CLS, SEP, MASK, UNKNOWN = 101, 102, 103, 100


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        count, length, width = x.shape
        q, k, v = self.qkv(x).view(count, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        # By hand: on processors this is twice as fast as the fused form, whose gradient is slow.
        weights = torch.softmax(q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + mask, -1)
        seen = weights.to(v.dtype) @ v
        x = self.norm1(x + self.mixed(seen.transpose(1, 2).reshape(count, length, width)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Reader(nn.Module):
    def __init__(self, layers=6, width=384, inner=1536, heads=12, words=30522, places=512):
        super().__init__()
        self.words = nn.Embedding(words, width)
        self.places = nn.Embedding(places, width)
        self.hints = nn.EmbeddingBag(HINTS + 1, width, mode="sum", padding_idx=HINTS)
        self.sets = nn.Embedding(len(SETS), width)
        self.full = FULL
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(layers))
        self.head = nn.Linear(width, HEAD)
        self.head_hints = nn.EmbeddingBag(HINTS + 1, HEAD, mode="sum", padding_idx=HINTS)
        self.labels = nn.Linear(HEAD, LABELS)
        self.drop = nn.Dropout(0.1)
        for table in (self.hints, self.sets, self.head_hints):
            nn.init.normal_(table.weight, std=0.02)
        with torch.no_grad():
            self.hints.weight[HINTS] = 0
            self.head_hints.weight[HINTS] = 0

    def forward(self, batch):
        ids, hints, sets, mask, first, active = batch
        count, length = ids.shape
        x = self.words(ids) + self.places.weight[:length] + self.sets(sets)[:, None]
        x = x + self.hints(hints.view(count * length, -1)).view(count, length, -1)
        x = self.drop(self.norm(x))
        for number, layer in enumerate(self.layers):
            after = layer(x, mask)
            x = after if number < self.full else torch.where(active[:, :, None], after, x)
        x = x.reshape(count * length, -1)[first]
        x = self.head(self.drop(x)) + self.head_hints(hints.view(count * length, -1)[first])
        return self.labels(self.drop(F.gelu(x)))

    def load_backbone(self, folder):
        """Takes the weights of a BERT in the usual files."""
        from safetensors.torch import load_file

        w = load_file(os.path.join(folder, "model.safetensors"))
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        e = "embeddings."
        own = {
            "words.weight": w[e + "word_embeddings.weight"],
            "places.weight": w[e + "position_embeddings.weight"] + w[e + "token_type_embeddings.weight"][0],
            "norm.weight": w[e + "LayerNorm.weight"],
            "norm.bias": w[e + "LayerNorm.bias"],
        }
        names = [
            ("mixed", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
            ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
        ]
        for n in range(len(self.layers)):
            there = f"encoder.layer.{n}."
            for part in ("weight", "bias"):
                own[f"layers.{n}.qkv.{part}"] = torch.cat(
                    [w[f"{there}attention.self.{p}.{part}"] for p in ("query", "key", "value")])
                for here, name in names:
                    own[f"layers.{n}.{here}.{part}"] = w[f"{there}{name}.{part}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        assert not unexpected, unexpected
        return missing
