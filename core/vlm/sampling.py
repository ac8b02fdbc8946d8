"""How one token is drawn. Comes in: logits. Goes out: a token. Shared by the engines that run on this computer.

numpy alone, so that two engines with the same logits and the same seed draw the same answer.
"""

import numpy as np
from numpy.typing import NDArray

from core.vlm.backend import Sampling

Logits = NDArray[np.float32] | NDArray[np.float64]
_BLOCK = 512
"""Tokens whose weights are summed at once."""


def generator(rule: Sampling, *, answer: int) -> np.random.Generator:
    """The random numbers of answer `answer`, whatever the number of answers."""
    return np.random.Generator(np.random.PCG64([rule.seed, answer]))


def log_softmax(logits: Logits) -> NDArray[np.float64]:
    """(..., V) log-probabilities, in nats, of (..., V) logits; minus infinity stays."""
    shifted = np.asarray(logits, np.float64) - logits.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def draw(logits: Logits, *, rule: Sampling, random: np.random.Generator) -> int:
    """The token drawn from (V,) logits; minus infinity is never drawn.

    Temperature 0 takes the first of the most probable tokens. Otherwise exactly one random number is used: the logits
    over the temperature, then the `top_k` most probable, then the fewest of these that reach `top_p`.
    """
    if rule.temperature == 0.0:
        return int(logits.argmax())
    # Single precision halves the time; sums are kept in double precision.
    weights = np.exp((logits - logits.max()) / logits.dtype.type(rule.temperature))
    if not rule.top_k and rule.top_p >= 1.0:
        return _place(weights, random.random())
    tokens = _likely(weights, rule)
    return int(tokens[_place(weights[tokens], random.random())])


def _place(weights: Logits, share: float) -> int:
    """Where the sum of (n,) weights, from the first on, passes a share in [0, 1) of them all.

    Blocks are summed first: one running sum of 152k weights takes longer than all else of a draw.
    """
    reached = np.cumsum(np.add.reduceat(weights, np.arange(0, len(weights), _BLOCK), dtype=np.float64))
    mark = share * reached[-1]
    block = _first_beyond(reached, mark)
    inside = np.cumsum(weights[block * _BLOCK : (block + 1) * _BLOCK], dtype=np.float64)
    return block * _BLOCK + _first_beyond(inside, mark - (reached[block - 1] if block else 0.0))


def _first_beyond(reached: NDArray[np.float64], mark: float) -> int:
    # Below the sum even where `mark` was rounded up to it: what lies behind may be of no weight.
    return int(np.searchsorted(reached, min(mark, np.nextafter(reached[-1], 0.0)), side="right"))


def _likely(weights: Logits, rule: Sampling) -> NDArray[np.intp]:
    """The tokens that `top_k` and `top_p` leave, in order of token."""
    # Tokens below an equal share of what may be left out cannot be needed: all of them together do not fill it.
    least = weights.sum(dtype=np.float64) * (1.0 - rule.top_p) / len(weights)
    tokens = np.flatnonzero(weights >= least)
    tokens = tokens[np.argsort(-weights[tokens], kind="stable")]
    if rule.top_k:
        tokens = tokens[: rule.top_k]
        total = weights[tokens].sum(dtype=np.float64)
    else:
        total = weights.sum(dtype=np.float64)
    reached = np.cumsum(weights[tokens], dtype=np.float64)
    return np.sort(tokens[: int(np.searchsorted(reached, rule.top_p * total)) + 1])
