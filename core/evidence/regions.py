"""Where on the face a clue is seen: points of MediaPipe's mesh of 478 landmarks.

Comes in: a clue and its tree. Goes out: numbers of points, from `resources/taxonomy/regions.toml`. Knows no pixels.
"""

import tomllib
from functools import cache

from core.assets import resource
from core.records.tree import AffectiveTree, Clue


def points_of(clue: Clue, tree: AffectiveTree) -> tuple[int, ...]:
    """The points at which a clue is seen, in order; empty where its words say no place, as for a colour of hair.

    A clue above the attributes is seen where its reasons are seen, and where it has none, where its measures are.
    """
    own = _places(clue)
    reasons = [one for one in tree.clues if any((edge.source, edge.target) == (one.id, clue.id) for edge in tree.edges)]
    if clue.level != "attribute" and reasons:
        own = own.union(*(points_of(reason, tree) for reason in reasons if reason.support != "contradicted"))
    return tuple(sorted(own))


def _places(clue: Clue) -> frozenset[int]:
    names = {clue.name, *(item.measure for item in clue.evidence)}
    return frozenset(point for name in names for point in _table().get(name, ()))


@cache
def _table() -> dict[str, frozenset[int]]:
    """Points by the name of what is seen there."""
    table: dict[str, frozenset[int]] = {}
    for region in tomllib.loads(resource("taxonomy/regions.toml").read_text(encoding="utf-8"))["region"]:
        for name in region["shows"]:
            table[name] = table.get(name, frozenset()) | frozenset(region["points"])
    return table
