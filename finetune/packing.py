"""Conversations side by side in one row, each seeing what it would see alone.

A row holds groups; a group is what several conversations begin with, once, and behind it what follows in each: the
clip with the questions about it, or a question with the answers to it. A token sees the beginning and its own
conversation up to itself; positions go on from the beginning for each. So a clip's tokens, most of what a video model
reads, go through the layers once for all its questions, and nothing is padded. Comes in: conversations. Goes out: rows.
Numpy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.vlm.patches import Grid
from core.vlm.positions import prompt_positions, text_positions
from finetune.conversation import Conversation


@dataclass(frozen=True, slots=True)
class Shown:
    """How a clip stands in the row."""

    key: str
    """Of its features."""
    grid: Grid
    seconds_per_grid: float


@dataclass(frozen=True, slots=True)
class Group:
    """Conversations about one clip, or one of words alone."""

    shown: Shown | None
    conversations: tuple[Conversation, ...]
    """All begin with the same prefix."""
    places: tuple[int, ...]
    """Which example each is."""

    @property
    def tokens(self) -> int:
        """As the row holds them."""
        return len(self.conversations[0].prefix) + sum(len(one.suffix) for one in self.conversations)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """T tokens that are read at once."""

    ids: NDArray[np.int64]
    """(T,)"""
    positions: NDArray[np.int64]
    """(3, T) in time, height and width."""
    group: NDArray[np.int32]
    """(T,) number of the group."""
    branch: NDArray[np.int32]
    """(T,) number of the conversation within the group, from 1; 0 for what they share."""
    states: NDArray[np.int64]
    """(n,) places whose next token is learned."""
    targets: NDArray[np.int64]
    """(n,) that token."""
    owners: NDArray[np.int64]
    """(n,) the example it belongs to."""
    clips: tuple[str, ...]
    """Keys of the features, in the order of their places."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a group stands in a row."""

    beginning: slice
    """What its conversations share; may be empty."""
    branches: tuple[slice, ...]
    """What follows in each; sees the beginning and itself."""


def groups_of(
    conversations: Sequence[Conversation], shown: Sequence[Shown | None], places: Sequence[int], *, most: int
) -> list[Group]:
    """The conversations by what they begin with, at most `most` to a group, in order of first appearance."""
    found: dict[tuple[str, tuple[int, ...]], list[int]] = {}
    for number, (conversation, clip) in enumerate(zip(conversations, shown, strict=True)):
        alone = f"words {number}" if clip is None else clip.key
        found.setdefault((alone, conversation.prefix), []).append(number)
    return [
        Group(
            shown[numbers[0]],
            tuple(conversations[number] for number in numbers[at : at + most]),
            tuple(places[number] for number in numbers[at : at + most]),
        )
        for numbers in found.values()
        for at in range(0, len(numbers), most)
    ]


def rows_of(groups: Sequence[Group], *, budget: int, per_second: float) -> list[Row]:
    """The groups in as few rows of at most `budget` tokens as first-fit decreasing finds.

    A group beyond the budget is divided, its beginning repeated; a single conversation beyond it has a row of its own.
    `per_second` are the model's positions in time for a second.
    """
    parts = [part for group in groups for part in _divided(group, budget)]
    parts.sort(key=lambda part: -part.tokens)
    filled: list[tuple[int, list[Group]]] = []
    for part in parts:
        for number, (used, held) in enumerate(filled):
            if used + part.tokens <= budget:
                filled[number] = (used + part.tokens, [*held, part])
                break
        else:
            filled.append((part.tokens, [part]))
    return [_row(held, per_second=per_second) for _, held in filled]


def stretches(row: Row) -> tuple[Stretch, ...]:
    """Where each group of a row stands, in order; together they are the row."""
    bounds = np.flatnonzero(np.diff(row.group) | np.diff(row.branch)) + 1
    found: list[Stretch] = []
    for start, stop in pairwise([0, *bounds.tolist(), len(row.ids)]):
        place = slice(start, stop)
        if not row.branch[start]:
            found.append(Stretch(place, ()))
        elif start and row.group[start] == row.group[start - 1]:
            found[-1] = replace(found[-1], branches=(*found[-1].branches, place))
        else:
            found.append(Stretch(slice(start, start), (place,)))
    return tuple(found)


def _divided(group: Group, budget: int) -> list[Group]:
    if group.tokens <= budget or len(group.conversations) == 1:
        return [group]
    middle = len(group.conversations) // 2
    halves = (slice(None, middle), slice(middle, None))
    return [
        part
        for half in halves
        for part in _divided(Group(group.shown, group.conversations[half], group.places[half]), budget)
    ]


def _row(groups: Sequence[Group], *, per_second: float) -> Row:
    ids: list[int] = []
    positions: list[NDArray[np.int64]] = []
    group_of: list[int] = []
    branch_of: list[int] = []
    states: list[int] = []
    targets: list[int] = []
    owners: list[int] = []
    for number, group in enumerate(groups):
        prefix = group.conversations[0].prefix
        positions.append(_prefix_positions(group.conversations[0], group.shown, per_second))
        next_position = int(positions[-1].max()) + 1 if prefix else 0
        ids += prefix
        group_of += [number] * len(prefix)
        branch_of += [0] * len(prefix)
        for branch, (one, place) in enumerate(zip(group.conversations, group.places, strict=True), start=1):
            learned = np.flatnonzero(one.learned)
            states += (len(ids) + learned - 1).tolist()
            targets += [one.suffix[at] for at in learned]
            owners += [place] * len(learned)
            ids += one.suffix
            positions.append(text_positions(len(one.suffix), first=next_position))
            group_of += [number] * len(one.suffix)
            branch_of += [branch] * len(one.suffix)
    return Row(
        ids=np.array(ids),
        positions=np.concatenate(positions, axis=1),
        group=np.array(group_of, np.int32),
        branch=np.array(branch_of, np.int32),
        states=np.array(states, np.int64),
        targets=np.array(targets, np.int64),
        owners=np.array(owners, np.int64),
        clips=tuple(group.shown.key for group in groups if group.shown is not None),
    )


def _prefix_positions(one: Conversation, shown: Shown | None, per_second: float) -> NDArray[np.int64]:
    if shown is None:
        return text_positions(len(one.prefix), first=0)
    return prompt_positions(
        len(one.prefix),
        clip_at=one.clip_at,
        grid=shown.grid,
        seconds_per_grid=shown.seconds_per_grid,
        per_second=per_second,
    )
