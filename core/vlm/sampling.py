"""How one token is drawn. Comes in: logits. Goes out: a token. Shared by the engines that run on this computer.

numpy alone, so that two engines with the same logits and the same seed draw the same answer.
"""

import numpy as np
from numpy.typing import NDArray

from core.vlm.backend import Sampling

Logits = NDArray[np.float32] | NDArray[np.float64]


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
    # Single precision halves the time, half a millisecond for 152k tokens; sums are kept in double precision.
    weights = np.exp((logits - logits.max()) / logits.dtype.type(rule.temperature))
    tokens = np.arange(len(weights))
    if rule.top_k or rule.top_p < 1.0:
        tokens = _likely(weights, rule)
        weights = weights[tokens]
    reached = np.cumsum(weights, dtype=np.float64)
    # Below the sum even where the product rounds up to it: what lies behind may be a token of no weight.
    mark = min(random.random() * reached[-1], np.nextafter(reached[-1], 0.0))
    return int(tokens[np.searchsorted(reached, mark, side="right")])


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
