from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from core.reasoning.prompts import single_prompt
from core.reasoning.tree_text import parse
from core.records.analysis import Reading, Segment
from core.records.moment import Moment, Span
from core.records.review import Review
from core.records.tree import AffectiveTree, Level
from finetune.lessons import lessons_of
from finetune.questions import SEARCH
from finetune.reviewed import Settled, settled, timed
from tests.core.reasoning.test_tree_text import SPAN, trees

WITHIN = Span(Moment(1, Fraction(1, 3)), Moment(19, Fraction(1, 3)))
"""Six seconds whose ends lie on no tenth."""
READING = Reading("sadness", {}, (), 1.0, {}, "")


def moved(tree: AffectiveTree) -> AffectiveTree:
    """A tree of the vocabulary's span as one of `WITHIN`."""
    by = WITHIN.start.exact - SPAN.start.exact

    def later(moment: Moment) -> Moment:
        time = moment.exact + by
        return Moment(time.numerator, Fraction(1, time.denominator))

    clues = (replace(clue, span=Span(later(clue.span.start), later(clue.span.end))) for clue in tree.clues)
    return AffectiveTree(tuple(clues), tree.edges)


def agreed(tree: AffectiveTree) -> Settled:
    segment = Segment("S1", "P1", WITHIN, "start", True, 1.0, None, {}, None, READING, tree)
    found = settled(segment, [Review(1, 1, "S1", None, "agree", None, "anna", False, "", "")])
    assert isinstance(found, Settled)
    return found


def said(tree: AffectiveTree, level: Level) -> set:
    """Names, values and times; a time that is read is on a microsecond."""
    return {(one.name, one.value, round(one.span.start_s, 5), round(one.span.end_s, 5)) for one in tree.at(level)}


@settings(max_examples=60, deadline=None)
@given(trees())
def test_every_answer_is_read_back_as_what_was_agreed_with(tree: AffectiveTree):
    found = agreed(moved(tree))
    assert found.tree is not None
    learned = timed(found.tree, WITHIN)
    answers = {lesson.task: lesson for lesson in lessons_of(found.label, learned, WITHIN)}
    for level in ("attribute", "expression", "emotion"):
        wanted = said(learned, level)
        assert (SEARCH + level in answers) == bool(wanted)
        if wanted:
            read = parse(answers[SEARCH + level].turns[-1].text, span=WITHIN, prefix="x", level=level)
            assert said(read.tree, level) == wanted
    # The question that asks for everything is answered with the whole tree, where it is more than an emotion.
    assert ("description" in answers) == bool(learned.at("attribute") or learned.at("expression"))
    if "description" in answers:
        assert (answers["description"].stage, answers["description"].turns[-2].text.strip()) == (
            "emotion",
            single_prompt().question,
        )
        read = parse(answers["description"].turns[-1].text, span=WITHIN, prefix="x")
        for level in ("attribute", "expression", "emotion"):
            assert said(read.tree, level) == said(learned, level)
    assert {clue.name for clue in learned.at("emotion") if clue.value != "absent"} == {"sadness"}
    assert answers["emotion-7"].labels == ("sadness",)


@settings(max_examples=60, deadline=None)
@given(trees())
def test_times_are_on_tenths_or_the_whole(tree: AffectiveTree):
    for clue in timed(moved(tree), WITHIN).clues:
        assert WITHIN.start <= clue.span.start < clue.span.end <= WITHIN.end
        if clue.span != WITHIN:
            assert (clue.span.start.exact - WITHIN.start.exact) % Fraction(1, 10) == 0
            assert (clue.span.end.exact - WITHIN.start.exact) % Fraction(1, 10) == 0
