"""How far two affective trees are apart. In: trees. Out: distances, and a similarity in [0, 1]. Knows no model.

**As published.** VidEmo compares trees by Zhang and Shasha's edit distance (SIAM J. Comput. 18(6), 1989) at unit costs
and leaves root, order and labels open. We chose: a virtual root, below it emotions, expressions, attributes; a clue
hangs below the first clue it is a reason for, in canonical order, and one without such below a placeholder of its
level; siblings are sorted, labels equal when level, name and value are.

**Keyed**, what our search uses. Our trees are typed and shallow, so an edit has a meaning: a wrong value, a wrong
degree, an omission, an addition, another key in its place. Clues are compared with those of the same key (level and
name), rationale edges with the edge between the same names. Among such scripts the cheapest falls apart into keys, so
it is found exactly in linear time, apart from sorting. It does not depend on the order of clues.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from core.records.tree import AffectiveTree, Level

Kind = Level | str
Key = tuple[str, str]
"""Level, or `edge`, and name."""
LEVELS: tuple[Level, ...] = ("emotion", "expression", "attribute")
DEGREES = frozenset({"present", "slight", "marked", "reading", "alternative", "displayed"})
"""Values that say that something is there, and differ in degree at most."""


@dataclass(frozen=True)
class Node:
    """A node of an ordered tree."""

    label: str
    children: tuple["Node", ...] = ()

    @cached_property
    def post(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """Labels in post-order, and for each the number of the leftmost leaf below it."""
        labels: list[str] = []
        leftmost: list[int] = []
        open_nodes: list[tuple[Node, int]] = [(self, -1)]
        while open_nodes:
            node, first = open_nodes.pop()
            if first < 0:
                open_nodes.append((node, len(labels)))
                open_nodes.extend((child, -1) for child in reversed(node.children))
            else:
                leftmost.append(first)
                labels.append(node.label)
        return tuple(labels), tuple(leftmost)


def ordered_tree(tree: AffectiveTree) -> Node:
    """The affective tree with one root and its children sorted, as `zhang_shasha` takes it."""
    rank = {level: place for place, level in enumerate(LEVELS)}
    by_id = {clue.id: clue for clue in tree.clues}
    labels = {clue.id: f"{clue.level}: {clue.name} = {clue.value}" for clue in tree.clues}
    above: dict[str, str] = {}
    for edge in tree.edges:
        low, high = by_id.get(edge.source), by_id.get(edge.target)
        if low is None or high is None or rank[high.level] >= rank[low.level]:
            continue
        best = above.get(low.id)
        if best is None or labels[high.id] < labels[best]:
            above[low.id] = high.id
    below: dict[str, list[Node]] = {}
    for level in reversed(LEVELS):  # what hangs below a clue is complete before the clue itself is built
        for clue in tree.at(level):
            node = Node(labels[clue.id], _sorted(below.get(clue.id, [])))
            below.setdefault(above.get(clue.id, level), []).append(node)
    emotions = below.get("emotion", [])
    loose = [Node(f"{level}:", _sorted(below[level])) for level in LEVELS[1:] if level in below]
    return Node("", _sorted([*emotions, *loose]))


def zhang_shasha(first: Node, second: Node) -> int:
    """The fewest insertions, deletions and changes of label that make one ordered tree the other."""
    (a, left_a), (b, left_b) = first.post, second.post
    wide = len(b) + 1
    between = [[0] * len(b) for _ in a]
    for i in _key_roots(left_a):
        for j in _key_roots(left_b):
            ia, jb = left_a[i], left_b[j]
            row = list(range(j - jb + 2))
            rows = [row]
            for x in range(ia, i + 1):
                above, row = row, [row[0] + 1] + [0] * (wide - 1)
                whole, label, lx = left_a[x] == ia, a[x], left_a[x]
                rows.append(row)
                for y in range(jb, j + 1):
                    at = y - jb + 1
                    best = min(above[at], row[at - 1]) + 1
                    ly = left_b[y]
                    if whole and ly == jb:
                        best = min(best, above[at - 1] + (label != b[y]))
                        between[x][y] = best
                    else:
                        best = min(best, rows[lx - ia][ly - jb] + between[x][y])
                    row[at] = best
    return between[-1][-1]


def _key_roots(leftmost: tuple[int, ...]) -> list[int]:
    return sorted({leaf: place for place, leaf in enumerate(leftmost)}.values())


def _sorted(nodes: list[Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes, key=_canonical))


def _canonical(node: Node) -> tuple[str, tuple[object, ...]]:
    return node.label, tuple(_canonical(child) for child in node.children)


@dataclass(frozen=True, slots=True)
class Costs:
    """Costs of the keyed distance; each is multiplied by the key's weight. At the defaults it is a metric."""

    omission: float = 1.0
    """Something of the first tree that the second lacks."""
    addition: float = 1.0
    """Something of the second tree that the first lacks."""
    wrong_value: float = 1.5
    """The same key, as present against absent. More than omission and addition together is never paid."""
    wrong_degree: float = 0.5
    """The same key, both there, one slight or marked."""
    cross_key: float = 2.0
    """Another key of the same level in its place. At omission plus addition or more it never pays."""
    level: Mapping[str, float] = field(
        default_factory=lambda: {"attribute": 1.0, "expression": 2.0, "emotion": 4.0, "edge": 0.5}
    )
    """Weight of each level and of rationale edges: one wrong emotion weighs as four wrong attributes."""
    rarity: Mapping[Key, float] = field(default_factory=dict[Key, float])
    """Weight of single keys, 1 where none is given: what nearly every tree holds tells little."""

    def weight(self, key: Key) -> float:
        """Of one key."""
        return self.level[key[0]] * self.rarity.get(key, 1.0)


PLAIN = Costs()
Items = Mapping[Key, list[str]]


def keyed_distance(first: AffectiveTree, second: AffectiveTree, *, costs: Costs = PLAIN) -> float:
    """The cheapest key-respecting script that makes `first` into `second`; 0 for trees that say the same."""
    return keyed_apart(keyed(first), keyed(second), costs=costs)


def similarity(first: AffectiveTree, second: AffectiveTree, *, costs: Costs = PLAIN) -> float:
    """1 for trees that say the same, 0 where nothing is common: one minus the distance over that by way of nothing.

    Two empty trees are alike.
    """
    a, b = keyed(first), keyed(second)
    most = keyed_apart(a, {}, costs=costs) + keyed_apart({}, b, costs=costs)
    return 1.0 if most == 0 else max(0.0, 1.0 - keyed_apart(a, b, costs=costs) / most)


def keyed(tree: AffectiveTree) -> Items:
    """What a tree says, by key; a key said twice has two values."""
    items: dict[Key, list[str]] = {}
    names = {clue.id: clue.name for clue in tree.clues}
    for clue in tree.clues:
        items.setdefault((clue.level, clue.name), []).append(clue.value)
    for edge in tree.edges:
        if edge.source in names and edge.target in names:
            items.setdefault(("edge", f"{names[edge.source]} > {names[edge.target]}"), []).append("present")
    return items


def keyed_apart(a: Items, b: Items, *, costs: Costs = PLAIN) -> float:
    """`keyed_distance` of what is keyed already, for one tree that is compared with many."""
    total = 0.0
    left: dict[str, list[float]] = {}
    right: dict[str, list[float]] = {}
    for key in {**a, **b}:  # in an order: sums are the same to the last bit in every process
        weight = costs.weight(key)
        mine, other = a.get(key), b.get(key)
        if mine == other:
            continue
        if other is None and mine is not None:
            left.setdefault(key[0], []).extend([weight] * len(mine))
        elif mine is None and other is not None:
            right.setdefault(key[0], []).extend([weight] * len(other))
        elif mine is not None and other is not None:
            total += weight * _values(mine, other, costs)
    total += costs.omission * sum(map(sum, left.values())) + costs.addition * sum(map(sum, right.values()))
    return total - sum(_saved(left[level], right[level], costs) for level in left.keys() & right.keys())


def _values(a: list[str], b: list[str], costs: Costs) -> float:
    """Between the values of one key: the nearest are paired first, which is exact for distances of this kind."""
    way_round = costs.omission + costs.addition
    if len(a) == 1 and len(b) == 1:
        graded = a[0] in DEGREES and b[0] in DEGREES
        return min(costs.wrong_degree if graded else costs.wrong_value, way_round)
    mine, other = Counter(a), Counter(b)
    mine, other = mine - other, other - mine
    graded = min(_degrees(mine), _degrees(other))
    wrong = min(mine.total(), other.total()) - graded
    paid = graded * min(costs.wrong_degree, way_round) + wrong * min(costs.wrong_value, way_round)
    paired = graded + wrong
    return paid + costs.omission * (mine.total() - paired) + costs.addition * (other.total() - paired)


def _degrees(values: Counter[str]) -> int:
    return sum(count for value, count in values.items() if value in DEGREES)


def _saved(left: list[float], right: list[float], costs: Costs) -> float:
    """The most that putting keys of one level in one another's place saves against leaving out and adding.

    A pair costs `cross_key` times the mean of both weights, so what it saves is a sum over both sides: the dearest of
    each side go together, as long as that saves anything.
    """
    if costs.cross_key >= 2 * max(costs.omission, costs.addition):
        return 0.0
    half = costs.cross_key / 2
    gains = zip(
        sorted(((costs.omission - half) * weight for weight in left), reverse=True),
        sorted(((costs.addition - half) * weight for weight in right), reverse=True),
        strict=False,
    )
    return sum(max(0.0, one + other) for one, other in gains)
