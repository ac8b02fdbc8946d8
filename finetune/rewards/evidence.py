"""How far a tree agrees with what was measured, in [0, 1]. In: trees, usable rows of the face. Out: rewards.

The rule is the one that checks a model's words in an analysis (`core.evidence.spoken`). Who says nothing that can be
measured earns nothing, and one safe statement does not earn all: what was measured of the true tree is the measure.
"""

from core.evidence.clues import Rows
from core.evidence.spoken import CheckRule, check_tree
from core.records.tree import AffectiveTree

RULE = CheckRule()


def supported(tree: AffectiveTree, rows: Rows) -> int:
    """Clues that the measurements support."""
    return sum(clue.support == "supported" for clue in check_tree(tree, rows, rule=RULE).clues)


def evidence_reward(said: AffectiveTree, rows: Rows, *, expected: int) -> float:
    """Supported less contradicted clues, as a share of those that can be measured, `expected` at least.

    `expected` is what `supported` gives for the true tree, at least 1: where it is 0 nothing of the question can be
    measured and the reward does not apply. A statement made again is no further support.
    """
    told = {
        (clue.level, clue.name, clue.value, clue.span): clue.support for clue in check_tree(said, rows, rule=RULE).clues
    }
    good = sum(support == "supported" for support in told.values())
    bad = sum(support == "contradicted" for support in told.values())
    return max(0, good - bad) / max(expected, good + bad)
