"""The model itself at work: tokens in, states out, and the caches of keys and values. Imports torch.

Knows the model's architecture; must not know conversations, handles or how tokens are drawn.
"""

import copy
import time
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.vlm.backend import Clip, EngineError
from core.vlm.patches import Grid, patches_of
from core.vlm.torch_loading import Model, is_out_of_memory, no_memory

Cache = Any
"""A `transformers.DynamicCache`. Its tensors are never changed, only replaced by longer ones."""
_ROWS_AT_ONCE = 64
"""Places whose logits, 152k each, are held at once."""


class TorchModel:
    """A loaded model on its device."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self.device = torch.device(model.device)
        config: Any = self._model.config
        self.time_positions = float(config.vision_config.tokens_per_second)
        """Positions in time that one second takes."""
        self.vocabulary = int(config.text_config.vocab_size)
        self.longest = int(config.text_config.max_position_embeddings)
        self.seconds: dict[str, float] = {}

    def features(self, clip: Clip) -> tuple[torch.Tensor, Grid]:
        """(tokens, hidden) of a clip after the vision tower."""
        patches, grid = patches_of(clip.frames)
        output = self._model.model.get_video_features(
            torch.from_numpy(patches).to(self.device), torch.tensor([grid], device=self.device)
        )
        return output.pooler_output[0], grid

    def new_cache(self) -> Cache:
        """An empty cache."""
        from transformers.cache_utils import DynamicCache

        return DynamicCache(config=self._model.config)

    def read(
        self,
        ids: list[int],
        positions: NDArray[np.int64],
        *,
        cache: Cache,
        seen: torch.Tensor | None = None,
        features: torch.Tensor | None = None,
    ) -> torch.Tensor:
        """(n, hidden) last states of n tokens read behind a cache, which grows by them.

        `seen` (n, m) says which of the last m tokens, themselves the very last, each looks at; all look at everything
        before. Without it each looks at those before itself, and the cache has to be empty.
        """
        from transformers.modeling_outputs import BaseModelOutputWithPooling

        mask = None
        if seen is not None:
            before = cache.get_seq_length() + len(ids) - seen.shape[1]
            mask = {"full_attention": torch.nn.functional.pad(seen, (before, 0), value=True)[None, None]}
        encoded: Any = (features,)
        output = self._model.model(
            input_ids=torch.tensor([ids], device=self.device),
            position_ids=torch.tensor(np.array(positions), device=self.device)[:, None],
            attention_mask=mask,
            past_key_values=cache,
            use_cache=True,
            mm_encoder_outputs=None
            if features is None
            else {"video": BaseModelOutputWithPooling(pooler_output=encoded)},
        )
        return output.last_hidden_state[0]

    def logits(self, states: torch.Tensor) -> torch.Tensor:
        """(..., V) float32 logits of (..., hidden) last states."""
        return self._model.lm_head(states).float()

    def log_probabilities(
        self, steps: NDArray[np.int64], *, first: torch.Tensor, states: torch.Tensor
    ) -> NDArray[np.float64]:
        """(s,) log-probabilities of (s, 2) steps: behind which of the states (-1: `first`, (V,) logits) which token."""
        values = np.empty(len(steps))
        _fill(values, steps, logits=first[None], place=-1)
        for place in range(0, len(states), _ROWS_AT_ONCE):
            _fill(values, steps, logits=self.logits(states[place : place + _ROWS_AT_ONCE]), place=place)
        return values

    @contextmanager
    def working(self, kind: str, doing: str) -> Generator[None]:
        """Around every use of the model: no gradients, time counted as `kind`, failures as sentences."""
        began = time.perf_counter()
        try:
            with torch.inference_mode():
                yield
        except (RuntimeError, MemoryError) as failure:
            if is_out_of_memory(failure):
                # What the failed call held would stay held as long as its traceback.
                traceback.clear_frames(failure.__traceback__)
                self.empty_device_cache()
                raise no_memory(doing) from failure
            if isinstance(failure, torch.AcceleratorError):
                raise EngineError(
                    "The graphics card failed while the model was at work.",
                    remedy="Load the model again; if it happens again, choose the device cpu.",
                ) from failure
            raise
        finally:
            self.seconds[kind] = self.seconds.get(kind, 0.0) + time.perf_counter() - began

    def empty_device_cache(self) -> None:
        """Gives memory that torch keeps for later back to the device."""
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        elif self.device.type == "mps":
            torch.mps.empty_cache()

    def most_device_memory(self) -> int:
        """The most memory of the device so far, in bytes; on `mps`, which does not tell, what is held now."""
        if self.device.type == "cuda":
            return torch.cuda.max_memory_allocated(self.device)
        return torch.mps.driver_allocated_memory() if self.device.type == "mps" else 0


def shared(cache: Cache) -> Cache:
    """A cache that begins as this one, which stays as it is: layers replace their tensors when they grow."""
    second = copy.copy(cache)
    second.layers = [copy.copy(layer) for layer in cache.layers]
    return second


def keep_only(cache: Cache, kept: torch.Tensor) -> None:
    """Takes out of a cache those of its last tokens, as many as `kept` (m,) is long, where `kept` is false."""
    prefix = cache.get_seq_length() - len(kept)
    places = torch.cat([torch.arange(prefix, device=kept.device), prefix + kept.nonzero()[:, 0]])
    for layer in cache.layers:
        layer.keys, layer.values = (part.index_select(2, places) for part in (layer.keys, layer.values))


def _fill(values: NDArray[np.float64], steps: NDArray[np.int64], *, logits: torch.Tensor, place: int) -> None:
    """Puts into `values` the log-probabilities of those steps whose logits, from state `place` on, are given."""
    here = np.flatnonzero((steps[:, 0] >= place) & (steps[:, 0] < place + len(logits)))
    if len(here):
        rows, tokens = (torch.tensor(column, device=logits.device) for column in (steps[here] - (place, 0)).T)
        values[here] = (logits[rows, tokens] - logits.logsumexp(dim=-1)[rows]).cpu().numpy()
