"""Where each token of a prompt stands: Qwen2.5-VL's positions in time, height and width (M-RoPE).

As the checkpoints were taught: what follows a clip stands behind the clip's greatest position in any of the three.
transformers 5 goes on behind the clip's height and width alone, so that words after a long clip overlap it in time.
"""

import numpy as np
from numpy.typing import NDArray

from core.vlm.patches import Grid


def prompt_positions(
    tokens: int, *, clip_at: int, grid: Grid, seconds_per_grid: float, per_second: float
) -> NDArray[np.int64]:
    """(3, tokens) positions of a prompt whose visual tokens begin at place `clip_at`; `per_second` is the model's."""
    pairs, rows, columns = grid[0], grid[1] // 2, grid[2] // 2
    # Single precision and rounding towards zero, as in training.
    times = (np.arange(pairs, dtype=np.float32) * np.float32(seconds_per_grid * per_second)).astype(np.int64)
    clip = np.stack(np.meshgrid(times, np.arange(rows), np.arange(columns), indexing="ij")).reshape(3, -1) + clip_at
    before = text_positions(clip_at, first=0)
    after = text_positions(tokens - clip_at - clip.shape[1], first=int(clip.max()) + 1)
    return np.concatenate([before, clip, after], axis=1)


def text_positions(tokens: int, *, first: int) -> NDArray[np.int64]:
    """(3, tokens) positions of words: one after the other in all three."""
    return np.broadcast_to(np.arange(first, first + tokens), (3, tokens))
