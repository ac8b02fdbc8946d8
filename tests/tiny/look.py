"""Teaches the vision tower of the small model to see what is drawn, before it hears any word.

Two linear heads that are thrown away name display, action units and looks: one from a raster of the visual tokens,
learned fast, one from their mean, which is what the language model can read: at this width its rotary positions do not
tell one token's place from the next. The tower is not changed afterwards: taught together, the words learned the forms
of the answers in a minute and nothing was looked at.
"""

import time

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from tests.tiny.build import PICTURES
from tests.tiny.faces import HAIR, POSES, UNITS, Face, draw, some_face

SIZES = {(112, 112): (2000, 32), (196, 168): (300, 12), (308, 336): (240, 6)}
"""Height and width: how many faces are drawn, and how many are looked at in one step. The last is what a face becomes
under the published rule."""
TURNS = ((112, 112),) * 3 + ((196, 168), (112, 112), (112, 112), (112, 112), (308, 336))
STEPS = 440
RATE = 3e-3
FIELDS = 4
"""Rows and columns of the raster."""


def patches(frames: NDArray[np.uint8]) -> tuple[torch.Tensor, torch.Tensor]:
    """The flattened patches (n, 1176) of one clip (frames, height, width, 3), and its grid (1, 3)."""
    scaled = frames.astype(np.float32) / 255
    scaled = (scaled - np.float32(PICTURES["image_mean"])) / np.float32(PICTURES["image_std"])
    pairs, rows, columns = frames.shape[0] // 2, frames.shape[1] // 14, frames.shape[2] // 14
    split = scaled.reshape(pairs, 2, rows // 2, 2, 14, columns // 2, 2, 14, 3)
    flat = split.transpose(0, 2, 5, 3, 6, 8, 1, 4, 7).reshape(pairs * rows * columns, -1)
    return torch.from_numpy(np.ascontiguousarray(flat)), torch.tensor([[pairs, rows, columns]])


def look(tower: nn.Module, rng: np.random.Generator) -> None:
    """Teaches `tower` in place."""
    drawn = {size: _drawn(size, count, rng) for size, (count, _) in SIZES.items()}
    width = tower.config.out_hidden_size
    answers = len(UNITS) + len(_beside(some_face(rng)))
    heads = nn.ModuleDict({"raster": nn.Linear(width * FIELDS**2, answers), "mean": nn.Linear(width, answers)})
    learning = [*tower.parameters(), *heads.parameters()]
    optimiser = torch.optim.AdamW(learning, RATE, betas=(0.9, 0.98), weight_decay=0.01)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=STEPS, pct_start=0.1)
    for step in range(STEPS):
        size = TURNS[step % len(TURNS)]
        pixels, labels, beside = drawn[size]
        chosen = torch.from_numpy(rng.integers(len(pixels), size=SIZES[size][1]))
        rows, columns = size[0] // 14, size[1] // 14
        grid = torch.tensor([[1, rows, columns]]).repeat(len(chosen), 1)
        tokens = tower(pixels[chosen].float().flatten(0, 1), grid_thw=grid).pooler_output
        raster = tokens.reshape(len(chosen), rows // 2, columns // 2, width).permute(0, 3, 1, 2)
        told = [
            heads["raster"](functional.adaptive_avg_pool2d(raster, FIELDS).flatten(1)),
            heads["mean"](raster.mean(dim=(2, 3))),
        ]
        loss = torch.stack([_missed(one, labels[chosen], beside[chosen]) for one in told]).sum()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learning, 1.0)
        optimiser.step()
        rate.step()
        if step % 40 < len(TURNS):
            print(f"looking {step} at {size}: {float(loss.detach()):.3f} nats, {time.process_time():.0f} s", flush=True)


def _missed(told: torch.Tensor, labels: torch.Tensor, beside: torch.Tensor) -> torch.Tensor:
    """How badly displays and the rest were named, in nats."""
    named = functional.cross_entropy(told[:, : len(UNITS)], labels)
    return named + 3 * functional.binary_cross_entropy_with_logits(told[:, len(UNITS) :], beside)


def _drawn(
    size: tuple[int, int], count: int, rng: np.random.Generator
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Patches of `count` pairs of pictures, their displays' places in `UNITS`, and what else they show."""
    faces = [some_face(rng) for _ in range(count)]
    clips = [draw(face, seed=seed, frames=2, height=size[0], width=size[1]) for seed, face in enumerate(faces)]
    return (
        torch.stack([patches(clip)[0].half() for clip in clips]),
        torch.tensor([list(UNITS).index(face.label) for face in faces]),
        torch.tensor([_beside(face) for face in faces]),
    )


def _beside(face: Face) -> list[float]:
    look = face.look
    units = sorted({unit for units in UNITS.values() for unit in units})
    shown = [
        *(unit in face.units for unit in units),
        *(face.strength == one for one in ("weak", "strong")),
        *(look.hair == one for one in HAIR),
        *(look.pose == one for one in POSES),
        *(look.long_hair, look.bangs, look.eyeglasses, look.beard),
    ]
    return [float(one) for one in shown]
