"""Pairs of captions that the project rated, and how well a reward follows the ratings."""

import tomllib
from pathlib import Path

import numpy as np

from core.reasoning.tree_text import parse
from core.records.moment import Span
from finetune.rewards.captions import Captions

PAIRS = tomllib.loads((Path(__file__).parents[2] / "data/rated_captions.toml").read_text(encoding="utf-8"))["pair"]


def tree(text):
    return parse(text, span=Span.between(0.0, 4.0), prefix="t").tree


def reward(measures: Captions, said: str, true: str) -> float:
    return measures.reward(said, true, read=tree(said), true=tree(true))


def ranks(values) -> np.ndarray:
    """From 0, equal ones in the mean of their places."""
    values = np.asarray(values, float)
    return np.array([(values < one).sum() + ((values == one).sum() - 1) / 2 for one in values])


def spearman(one, other) -> float:
    return float(np.corrcoef(ranks(one), ranks(other))[0, 1])
