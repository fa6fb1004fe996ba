"""Rounds a network's weights to whole numbers of 8 bits, so that what comes out of each product changes the least.

Inputs that are far larger than the rest are scaled down first, and their weights up (SmoothQuant; Xiao and others, 2023); then
weights are rounded one input after the other, each time making good with the inputs that are left (GPTQ; Frantar and
others, 2023). Both look at the inputs of some windows of the training texts.
"""

import random

import torch

from score import logits
from texts import windows

PARTS = ("qkv", "mixed", "up", "down")
COUNT = 700
BLOCK = 96


def inputs_of(net, texts):
    """Of each matrix: the products of its inputs with each other, and how large each input gets."""
    rng = random.Random(5)
    learned = [t for t in texts if not t[1]]
    some = [w for t in rng.sample(learned, 3000) for w in windows(t[2], 126)]
    rng.shuffle(some)
    products, sizes, hooks = {}, {}, []

    def watch(name):
        def take(_, given):
            x = given[0].reshape(-1, given[0].shape[-1]).float()
            products[name] = products.get(name, 0) + x.T @ x
            size = x.abs().sort(0).values[-max(1, len(x) // 1000)]
            sizes[name] = torch.maximum(sizes[name], size) if name in sizes else size

        return take

    for number, layer in enumerate(net.layers):
        for part in PARTS:
            hooks.append(getattr(layer, part).register_forward_pre_hook(watch(f"layers.{number}.{part}")))
    logits(net, some[:COUNT])
    for hook in hooks:
        hook.remove()
    return products, sizes


def rounded(weights, products):
    """Returns whole numbers and the scale of each row."""
    w, h = weights.double().clone(), products.double()
    count = w.shape[1]
    h = h + torch.eye(count, dtype=torch.double) * h.diagonal().mean() * 0.01
    scales = w.abs().amax(1) / 127
    order = torch.argsort(h.diagonal(), descending=True, stable=True)
    w, h = w[:, order], h[order][:, order]
    upper = torch.linalg.cholesky(torch.cholesky_inverse(torch.linalg.cholesky(h)), upper=True)
    rows = torch.zeros_like(w)
    for start in range(0, count, BLOCK):
        end = min(count, start + BLOCK)
        errors = torch.zeros(w.shape[0], end - start, dtype=torch.double)
        for column in range(start, end):
            rows[:, column] = (w[:, column] / scales).round().clamp(-127, 127)
            error = (w[:, column] - rows[:, column] * scales) / upper[column, column]
            w[:, column:end] -= error[:, None] * upper[column, column:end]
            errors[:, column - start] = error
        w[:, end:] -= errors @ upper[start:end, end:]
    return rows[:, torch.argsort(order)].to(torch.int8), scales.float()


def round_all(net, texts):
    """Returns the tensors of all matrices: rows, scales, and what their inputs are multiplied by."""
    products, sizes = inputs_of(net, texts)
    tensors = {}
    for name, size in sizes.items():
        number, part = name.split(".")[1:]
        weights = getattr(net.layers[int(number)], part).weight.data
        factors = (weights.abs().amax(0).clamp_min(1e-5) / size.clamp_min(1e-5)).sqrt()
        factors = (factors / factors.median()).clamp(0.02, 50)
        rows, scales = rounded(weights / factors, products[name] * factors[:, None] * factors)
        tensors |= {f"{name}.rows": rows, f"{name}.scales": scales, f"{name}.factors": factors}
    return {name: value.numpy().copy() for name, value in tensors.items()}
