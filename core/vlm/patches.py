"""Pictures as the vision tower of Qwen2.5-VL takes them. Comes in: a clip. Goes out: patches, and where each stands.

Bit for bit what transformers' own processor gives for pictures of the same size, without torchvision, which it needs.
"""

import numpy as np
from numpy.typing import NDArray

from core.vlm.frames import CELL, PAIR

PATCH = CELL // 2
"""Side of a patch in pixels."""
_MEAN = np.array((0.48145466, 0.4578275, 0.40821073), np.float32) * np.float32(255)
_DEVIATION = np.array((0.26862954, 0.26130258, 0.27577711), np.float32) * np.float32(255)

Grid = tuple[int, int, int]
"""Pairs of pictures, rows and columns of patches."""


def patches_of(frames: NDArray[np.uint8]) -> tuple[NDArray[np.float32], Grid]:
    """(patches, 1176) normalised values of (n, height, width, 3) pictures, with their grid.

    Patches that become one visual token, two by two, follow one another; a patch holds, for each colour, both pictures
    of its pair. Raises `ValueError` for an odd number of pictures or sides that are not multiples of 28.
    """
    count, height, width, _ = frames.shape
    if count % PAIR or height % CELL or width % CELL:
        raise ValueError(f"pictures come in pairs with sides of whole cells, not as {frames.shape}")
    values = frames.astype(np.float32)
    values -= _MEAN
    values /= _DEVIATION
    parts = values.reshape(count // PAIR, PAIR, height // CELL, 2, PATCH, width // CELL, 2, PATCH, 3)
    #                      pair           picture row          .  .       column       .  .      colour
    ordered = parts.transpose(0, 2, 5, 3, 6, 8, 1, 4, 7)
    grid = (count // PAIR, height // PATCH, width // PATCH)
    return ordered.reshape(grid[0] * grid[1] * grid[2], -1), grid
