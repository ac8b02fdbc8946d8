"""Text to tree: hand-written captions, what bears on a statement, the round trip, and any text whatever."""

import random
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.evidence.action_units import codes
from core.evidence.expressions import expressions
from core.reasoning.lexicon import SIDED, emotions, items, lexicon, movements
from core.reasoning.tree_text import ABOUT_ANOTHER, ASSUMED, STATED, assumed_edges, join_trees, parse, print_tree
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue, RationaleEdge
from tests.core.reasoning.captions import CAPTIONS

SPAN = Span.between(10, 16)
VERTICAL = ("head raised or lowered", "gaze up or down")


def read(text, **how):
    return parse(text, span=SPAN, prefix="s1", **how)


def said(tree):
    """The clues as the captions write them."""
    return {
        f"{clue.name} = {clue.value}"
        + ("" if clue.span == SPAN else f" @ {clue.span.start_s - 10:g}-{clue.span.end_s - 10:g}")
        for clue in tree.clues
    }


def edges(tree, begins=STATED):
    name = {clue.id: clue.name for clue in tree.clues}
    return {f"{name[edge.source]} > {name[edge.target]}" for edge in tree.edges if edge.why.startswith(begins)}


def content(tree):
    """Everything but scores and wording."""
    return (
        [(clue.id, clue.level, clue.name, clue.value, clue.span) for clue in tree.clues],
        {(edge.source, edge.target, edge.why.startswith(STATED)) for edge in tree.edges},
    )


@pytest.mark.parametrize(("text", "clues", "reasons"), CAPTIONS, ids=[text[:40] for text, _, _ in CAPTIONS])
def test_a_caption_gives_its_clues_and_reasons(text, clues, reasons):
    tree = read(text).tree
    assert said(tree) == set(clues)
    assert edges(tree) == set(reasons)


@pytest.mark.parametrize("text", [text for text, _, _ in CAPTIONS])
def test_what_was_read_is_printed_and_read_again(text):
    tree = read(text).tree
    again = read(print_tree(tree, within=SPAN))
    assert content(again.tree) == content(tree)
    assert not again.unread
    assert print_tree(again.tree, within=SPAN) == print_tree(tree, within=SPAN)


@pytest.mark.parametrize(
    ("plain", "denied"),
    [
        ("The brows are raised.", "The brows are not raised."),
        ("She smiles.", "She does not smile."),
        ("He has a beard.", "He has no beard."),
        ("A smile is visible.", "A smile is not visible."),
        ("Tears are present.", "Tears are absent."),
        ("The man looks angry.", "The man never looks angry."),
        ("AU12 is displayed.", "AU12 is not displayed."),
        ("Her hair is brown.", "Her hair is not brown."),
        ("The eyes are wide.", "Without wide eyes."),
        ("She is happy.", "She shows a lack of happiness."),
    ],
)
def test_negation_turns_the_value_and_nothing_else(plain, denied):
    shown, absent = read(plain).tree.clues, read(denied).tree.clues
    assert [(clue.level, clue.name) for clue in shown] == [(clue.level, clue.name) for clue in absent]
    assert shown
    for one, other in zip(shown, absent, strict=True):
        assert other.value == ("absent" if one.value == "present" else f"not {one.value}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There is no smile and the brows are raised.", {"smile = absent", "AU1 = present", "AU2 = present"}),
        ("He does not smile but looks angry.", {"smile = absent", "anger = present"}),
        ("Not sad, happy.", {"sadness = absent", "happiness = present"}),
        ("No smile because she is sad.", {"smile = absent", "sadness = present"}),
        ("A smile is missing and tears are present.", {"smile = absent", "tearful face = present"}),
    ],
)
def test_a_negation_ends_with_its_clause(text, expected):
    assert said(read(text).tree) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A broad smile.", "marked"),
        ("She smiles slightly.", "slight"),
        ("A very slight smile.", "slight"),
        ("A hint of a smile.", "slight"),
        ("A smile.", "present"),
        ("A smile under strong light, which is warm and soft.", "present"),
    ],
)
def test_degrees(text, value):
    assert [(clue.name, clue.value) for clue in read(text).tree.clues] == [("smile", value)]


def test_weak_wording_lowers_the_score_of_its_clause_only():
    scores = {clue.name: clue.score for clue in read("He might be afraid, but the jaw has dropped.").tree.clues}
    assert scores == {"fear": 0.5, "AU26": 1.0}
    assert read("She is afraid.").tree.clues[0].score == 1.0
    assert read("She seems afraid.").tree.clues[0].score == 0.7


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("at 0:03", 3, 4),
        ("at 3 seconds", 3, 4),
        ("after two seconds", 2, 6),
        ("until 2.5 s", 0, 2.5),
        ("from 0:01 to 0:02.5", 1, 2.5),
        ("between 1 and 4 seconds", 1, 4),
        ("0:01-0:02", 1, 2),
        ("in the first two seconds", 0, 2),
        ("in the last second", 0, 6),  # no number: no time that could be told
        ("initially", 0, 2),
        ("then", 2, 4),
        ("finally", 4, 6),
        ("throughout the video", 0, 6),
        ("at 0:09", 0, 6),  # the pictures are over by then
    ],
)
def test_times_are_parts_of_the_segment(words, start, end):
    (clue,) = read(f"She smiles {words}.").tree.clues
    assert (clue.span.start_s - 10, clue.span.end_s - 10) == (start, end)


def test_what_is_said_of_others_is_kept_unread_and_marked():
    found = read("The woman in the center smiles while the man on the right frowns. He cries. She is happy.")
    assert said(found.tree) == {"smile = present", "happiness = present"}
    assert len(found.unread) == 2
    assert all(text.startswith(ABOUT_ANOTHER) for text in found.unread)
    asked = read("The man on the right frowns. The woman in the center smiles.", place="right", level="attribute")
    assert said(asked.tree) == {"AU4 = present"}


def test_what_no_rule_can_read_is_kept():
    found = read("The lighting is soft. She smiles. A camera pans slowly.")
    assert found.unread == ("The lighting is soft.", "A camera pans slowly.")
    assert said(found.tree) == {"smile = present"}


def test_the_level_that_was_asked_decides_where_words_fit_two():
    for level, name in (("attribute", "AU12"), ("expression", "smile"), ("emotion", "smile")):
        assert [clue.name for clue in read("She smiles.", level=level).tree.clues] == [name]
    tree = read("A smile, as shown by the raised lip corners.", level="expression").tree
    assert edges(tree) == {"AU12 > smile"}
    assert edges(read("Her smile indicates happiness.", level="attribute").tree) == {"smile > happiness"}


def test_reasons_that_the_words_do_not_give_are_assumed_from_the_taxonomy_and_marked():
    tree = read("AU12 and AU4 are displayed. There is a smile. She is happy. She is not sad. She has brown hair.").tree
    assert edges(tree, STATED) == set()
    assert edges(tree, ASSUMED) == {"AU12 > smile", "smile > happiness"}


def test_taken_together_stands_for_what_was_said_at_the_level_below():
    tree = read("The lips are pressed. There is a tearful face. Taken together, this suggests sadness.").tree
    assert edges(tree) == {"tearful face > sadness"}


def test_levels_of_a_search_become_one_tree():
    low = read("The lip corners are pulled up. The hair is brown.", level="attribute").tree
    middle = read("A smile, as shown by the raised lip corners.", level="expression").tree
    high = read("Happiness, as the smile suggests.", level="emotion").tree
    tree = join_trees((low, middle, high), prefix="s7")
    assert [clue.id for clue in tree.clues] == ["s7-a1", "s7-a2", "s7-x1", "s7-e1"]
    assert edges(tree) == {"AU12 > smile"}
    assert edges(tree, ASSUMED) == {"smile > happiness"}


def test_each_name_of_the_vocabulary_is_read_from_its_own_sentence():
    for clue in vocabulary():
        tree = AffectiveTree((clue,), ())
        assert content(read(print_tree(tree, within=SPAN)).tree) == content(tree)


def clue_of(level, name, value):
    letter = {"attribute": "a", "expression": "x", "emotion": "e"}[level]
    return Clue(f"s1-{letter}1", level, name, value, "", SPAN, 1.0, "not_measurable", ())


def vocabulary():
    """Every name with every value it may have."""
    degrees = ("present", "absent", "slight", "marked")
    for code in codes():
        yield from (clue_of("attribute", code, value) for value in degrees)
    for name in movements():
        ways = ("up", "down") if name in VERTICAL else ()
        sides = ("left", "to the person's right") if name in SIDED else ()
        for value in (*ways, *sides):
            yield from (clue_of("attribute", name, value), clue_of("attribute", name, f"not {value}"))
        if not ways:
            yield from (clue_of("attribute", name, value) for value in degrees)
    for item in items():
        for value in item.values:
            yield from (clue_of("attribute", item.name, value), clue_of("attribute", item.name, f"not {value}"))
        if not item.values:
            yield from (clue_of("attribute", item.name, value) for value in degrees)
    for expression in expressions():
        yield from (clue_of("expression", expression.name, value) for value in degrees)
    for emotion in emotions():
        yield from (clue_of("emotion", emotion, value) for value in degrees)


VOCABULARY = tuple(vocabulary())


@st.composite
def trees(draw):
    """Trees as `parse` makes them: no statement beside a more exact one of the same, edges upward, the rest assumed."""
    chosen = draw(st.lists(st.sampled_from(VOCABULARY), max_size=12, unique_by=lambda clue: (clue.level, clue.name)))
    microseconds = st.integers(0, 6_000_000)
    clues = []
    for level, letter in (("attribute", "a"), ("expression", "x"), ("emotion", "e")):
        for number, clue in enumerate((one for one in chosen if one.level == level), start=1):
            low, high = sorted(draw(st.tuples(microseconds, microseconds)))
            timed = draw(st.booleans()) and high > low
            span = Span.between(10 + low / 1e6, 10 + high / 1e6) if timed else SPAN
            clues.append(replace(clue, id=f"s1-{letter}{number}", span=span))
    order = {"attribute": 0, "expression": 1, "emotion": 2}
    pairs = [(low.id, high.id) for low in clues for high in clues if order[high.level] == order[low.level] + 1]
    stated = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    given_edges = [RationaleEdge(source, target, f"{STATED}as shown by") for source, target in stated]
    return AffectiveTree(tuple(clues), (*given_edges, *assumed_edges(clues, given_edges)))


@given(trees())
@settings(max_examples=60, deadline=None)
def test_a_printed_tree_is_read_back(tree):
    text = print_tree(tree, within=SPAN)
    found = read(text)
    assert content(found.tree) == content(tree)
    assert not found.unread
    assert print_tree(found.tree, within=SPAN) == text


WORDS = sorted({" ".join(tokens) for tokens in lexicon().entries.entries})
MARKS = ("and", ",", ";", "(", ")", '"', ":", ".", "\n", "not", "no", "or", "without", "because", "suggests", "is")
SMALL = (*MARKS, "are", "the", "slightly", "broad", "then", "may", "she", "AU12", "at 0:02", "the man on the left")
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SMALL)), max_size=60).map(" ".join),
)


@given(texts, st.sampled_from([None, "attribute", "expression", "emotion"]))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_a_sound_tree_and_what_is_printed_settles(text, level):
    found = read(text, level=level)
    order = {"attribute": 0, "expression": 1, "emotion": 2}
    by_id = {clue.id: clue for clue in found.tree.clues}
    assert len(by_id) == len(found.tree.clues)
    assert [key for key, _ in groupby(clue.level for clue in found.tree.clues)] == sorted(
        {clue.level for clue in found.tree.clues}, key=lambda one: order[one]
    )
    for clue in found.tree.clues:
        assert SPAN.start <= clue.span.start < clue.span.end <= SPAN.end
        assert 0 < clue.score <= 1
        assert clue.text
    for edge in found.tree.edges:
        assert order[by_id[edge.source].level] < order[by_id[edge.target].level]
    once = print_tree(found.tree, within=SPAN)
    again = read(once)
    assert content(again.tree) == content(found.tree)
    assert print_tree(again.tree, within=SPAN) == once


@given(st.lists(st.sampled_from([text for text, _, _ in CAPTIONS[:9] + CAPTIONS[12:15]]), max_size=6), st.randoms())
@settings(max_examples=60, deadline=None)
def test_the_order_of_independent_sentences_does_not_matter(chosen, chance):
    shuffled = list(chosen)
    chance.shuffle(shuffled)
    assert said(read(" \n".join(chosen)).tree) == said(read(" \n".join(shuffled)).tree)


@pytest.mark.parametrize(
    "piece",
    [
        "not ",
        "smile because ",
        "from 1 s to 2 s smile, ",
        "the man on the left ",
        "no smile or ",
        "(",
        "raised brows and ",
        "slightly ",
        "taken together this suggests fear. ",
        "1:",
        "a ",
        "au",
        "is absent ",
        '"',
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece):
    """Counted in calls, which do not depend on the machine's load."""

    def calls(times):
        import sys

        count = 0

        def tracer(_frame, event, _arg):
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(tracer)
        try:
            read(piece * times)
        finally:
            sys.setprofile(None)
        return count

    calls(2)
    small, large = calls(60), calls(240)
    assert large < 5.5 * small + 2000


def test_a_tree_without_clues_prints_as_nothing():
    assert print_tree(AffectiveTree((), ())) == ""
    assert read("").tree == AffectiveTree((), ())


def test_random_sentences_are_read_the_same_every_time():
    chance = random.Random(4)
    text = ". ".join(chance.choice(CAPTIONS)[0] for _ in range(30))
    assert read(text) == read(text)
