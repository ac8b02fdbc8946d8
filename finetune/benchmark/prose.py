"""How near an answer in prose is to its reference, in [0, 1], without a judge. In: two texts. Out: a score.

Where the reference says something that the vocabulary knows, both are read as affective trees and compared by what
they say (`core.reasoning.tree_distance.similarity`): other words for the same do not count, a wrong value does. Where
it says nothing of that kind (a place, a story) letters are compared: chrF (Popović, WMT 2015; n-grams of 1 to 6
letters, recall twice as heavy as precision), sacrebleu's, over 100. Neither is the published figure, which is a
judgement by GPT-4o: that cannot be had twice alike, and would take the words out of the house.
"""

from sacrebleu.metrics.chrf import CHRF

from core.reasoning.tree_distance import similarity
from core.reasoning.tree_text import parse
from core.records.moment import Span
from core.records.tree import Level


def prose_score(answer: str, reference: str, *, span: Span, level: Level) -> float:
    """1 for the same, 0 for nothing in common. `span` is what was shown, `level` what was asked for."""
    true = parse(reference, span=span, prefix="true", level=level).tree
    if true.clues:
        return similarity(parse(answer, span=span, prefix="said", level=level).tree, true)
    return chrf(answer, reference)


def chrf(answer: str, reference: str) -> float:
    """How alike the letters are, in [0, 1]."""
    return CHRF().sentence_score(answer, [reference]).score / 100
