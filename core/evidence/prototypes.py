"""The probabilistic model of the built-in analyst: action units and appearance fused into seven emotions.

Comes in: action-unit intensities and the appearance network's probabilities, row by row. Goes out: log-scores and
distributions. The weights and their sources are data: `resources/taxonomy/emotions.toml`. Knows nothing of time.

The model is log-linear (multinomial logistic). For class c the score is

    s_c = prior_c + sum_k w_ck * u_k + a * log sum_j q_cj * p_j

with u_k in [0, 1] the action units and the combinations below, p_j the network's probability of answer j and q_cj how
often it gives that answer to a display of c. The distribution is the softmax of s / temperature, and the temperature
alone is fitted (Guo et al., On calibration of modern neural networks, ICML 2017; tests/bench/bench_accuracy.py).
Which units belong to which emotion follows EMFACS (Friesen & Ekman, 1983); the combinations and the sizes of the
weights are ours.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.assets import resource
from core.evidence.action_units import action_units, codes
from core.records.analysis import EMOTIONS

Units = dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Model:
    """The numbers of the taxonomy's `[model]` table, explained there."""

    trust: float
    tearful_damps_smile: float
    grimace_damps_smile: float
    spoken: float
    raised_for_talk: float
    temperature: float
    noise: float
    appearance_noise: float


@cache
def model() -> Model:
    """The model's numbers."""
    return Model(**_table()["model"])


def combine(units: NDArray[np.float64], talking: NDArray[np.bool_]) -> Units:
    """Action units by code with what interacts taken apart, and the combinations; each (n,) in [0, 1].

    Blendshapes take a crying mouth and a frightened grimace for a smile, and a smile for a raised upper lip; these
    rules undo that. The appearance network takes talk for fear; raised brows are asked for before that is believed.
    """
    number = model()
    units = units * np.where(talking[:, None] & _spoken(), number.spoken, 1.0)
    u: Units = {code: units[:, place] for place, code in enumerate(codes())}
    lips_open = u["AU25"]
    # Crying: eyes shut, corners up, lips together, upper lip not raised.
    shut = u["AU43"] * (1 - lips_open) * (1 - u["AU10"])
    u["tearful"] = shut * np.maximum(u["AU12"], u["AU4"])
    u["AU12"] = u["AU12"] * (1 - number.tearful_damps_smile * shut)
    # Stretched open lips under raised brows and open eyes are a grimace, unless the corners rise as in a full smile.
    stretch = np.maximum(u["AU20"], u["AU16"]) * lips_open
    u["grimace"] = stretch * u["AU1"] * (1 - u["AU6/7"]) * (1 - u["AU12"] ** 2)
    u["AU12"] = u["AU12"] * (1 - number.grimace_damps_smile * u["grimace"])
    for code in ("AU10", "AU16", "AU20"):  # a smile raises and stretches the lip too
        u[code] = u[code] * (1 - u["AU12"])
    tilt = np.maximum(u["oblique brows"] * (1 - 0.6 * u["AU4"]), 0.7 * u["AU1"])
    u["oblique brows"] = tilt * (1 - u["AU2"])
    u["AU23/24"] = u["AU23/24"] * (1 - lips_open)
    u["AU9"] = u["AU9"] * (1 - u["AU12"]) * (1 - u["AU2"])
    u["raised lip with a tense face"] = u["AU10"] * np.maximum.reduce([u["AU4"], u["AU6/7"], u["AU9"]])
    u["upper face raised"] = (u["AU1"] + u["AU2"] + u["AU5"]) / 3
    u["talk without raised brows"] = talking * np.clip(1 - u["upper face raised"] / number.raised_for_talk, 0.0, 1.0)
    u["chin pushed up under lowered brows"] = u["AU17"] * u["AU4"]
    u["chin pushed up without lowered brows"] = u["AU17"] * (1 - u["AU4"])
    u["stretched with raised brows"] = np.maximum(u["AU20"], u["AU16"]) * np.maximum(u["AU1"], u["AU5"])
    u["jaw dropped with raised brows"] = u["AU26"] * np.maximum.reduce([u["AU1"], u["AU2"], u["AU5"]])
    u["jaw dropped under lowered brows"] = u["AU26"] * u["AU4"]
    u["at rest"] = np.prod([1 - weight * u[name] for name, weight in _table()["at_rest"].items()], axis=0)
    return u


def unit_scores(units: NDArray[np.float64], talking: NDArray[np.bool_], *, own: float) -> NDArray[np.float64]:
    """(n, 7) what (n, k) intensities say; rows in which the person is `talking` (n,) count spoken units less.

    `own` in [0, 1] is the trust in the person's own neutral: without it, a face in which no unit moves may well display
    something that only the own neutral would show, so rest then speaks less plainly for neutral.
    """
    found = combine(units, talking)
    found["at rest, own neutral unknown"] = found["at rest"] * (1.0 - own)
    scores = np.empty((len(units), len(EMOTIONS)))
    for place, emotion in enumerate(EMOTIONS):
        entry = _table()["emotion"][emotion]
        scores[:, place] = entry["prior"] + sum(weight * found[name] for name, weight in entry["weights"].items())
    return scores


def appearance_scores(probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """(n, 7) what the network's (n, 7) probabilities say, given how it is used to see each display."""
    return model().trust * np.log(probabilities @ _seen_as().T)


def to_distribution(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """(..., 7) probabilities from scores."""
    scaled = scores / model().temperature
    exponent = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return exponent / exponent.sum(axis=-1, keepdims=True)


def named(distribution: NDArray[np.float64]) -> Mapping[str, float]:
    """One (7,) distribution by emotion."""
    return {emotion: float(value) for emotion, value in zip(EMOTIONS, distribution, strict=True)}


@cache
def _spoken() -> NDArray[np.bool_]:
    return np.array([unit.spoken for unit in action_units()])


@cache
def _seen_as() -> NDArray[np.float64]:
    """(7, 7) row c: how often the network gives each answer to a display of c; rows sum to 1."""
    rows = [[_table()["emotion"][shown]["seen_as"][answer] for answer in EMOTIONS] for shown in EMOTIONS]
    return np.array(rows) / np.sum(rows, axis=1, keepdims=True)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(resource("taxonomy/emotions.toml").read_text(encoding="utf-8"))
