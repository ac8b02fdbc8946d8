"""Given answers as a tree of tokens, so that what they begin with in common is read once.

Comes in: answers as tokens. Goes out: the tokens to read, in one row, and which of them each may look at.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class AnswerTree:
    """Nodes are tokens, a parent before its children; a node's answer so far is the path to it."""

    tokens: NDArray[np.int64]
    """(n,)"""
    depths: NDArray[np.int64]
    """(n,) from 0: how many tokens stand before it in its answer."""
    seen: NDArray[np.bool_]
    """(n, n) whether the node of that row may look at the node of that column: itself and its ancestors."""
    steps: NDArray[np.int64]
    """(s, 2) each probability that is needed, once: the node it is read behind (-1: the context) and the token."""
    paths: tuple[tuple[int, ...], ...]
    """For each answer the places in `steps` that multiply to its probability."""


def told_apart(answers: Sequence[Sequence[int]], *, end: int) -> list[list[int]]:
    """The answers, with their end where another one goes on from there: no reply can then begin with two of them."""
    beginnings = {tuple(one[:length]) for one in answers for length in range(len(one))}
    return [[*one, end] if tuple(one) in beginnings else list(one) for one in answers]


def answer_tree(answers: Sequence[Sequence[int]]) -> AnswerTree:
    """The tree of answers. An answer's last token is asked for but never read."""
    nodes: dict[tuple[int, ...], int] = {}
    steps: dict[tuple[int, int], int] = {}
    tokens: list[int] = []
    parents: list[int] = []
    paths: list[tuple[int, ...]] = []
    for answer in answers:
        parent, path = -1, list[int]()
        for place, token in enumerate(answer):
            path.append(steps.setdefault((parent, token), len(steps)))
            if place == len(answer) - 1:
                break
            beginning = tuple(answer[: place + 1])
            if beginning not in nodes:
                nodes[beginning] = len(tokens)
                tokens.append(token)
                parents.append(parent)
            parent = nodes[beginning]
        paths.append(tuple(path))
    seen = np.eye(len(tokens), dtype=np.bool_)
    for node, parent in enumerate(parents):
        if parent >= 0:
            seen[node] |= seen[parent]
    return AnswerTree(
        tokens=np.array(tokens, np.int64),
        depths=seen.sum(axis=1) - 1,
        seen=seen,
        steps=np.array(list(steps), np.int64).reshape(-1, 2),
        paths=tuple(paths),
    )
