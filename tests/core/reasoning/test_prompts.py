"""What a model is asked: every published task is there, whole, and says how much of it is published."""

import re

import pytest

from core.errors import UsageError
from core.reasoning.prompts import (
    SPELLINGS,
    default_system,
    level_prompt,
    opening,
    rationale_prompt,
    single_prompt,
    task,
    tasks,
)
from core.records.analysis import EMOTIONS

CLASSES = {
    "appearance": 40,
    "action": 35,
    "head-pose": 7,
    "age": 7,
    "emotion-7": 7,
    "emotion-11": 11,
    "emotions-11": 11,
    "emotion-22": 22,
    "sentiment-3": 3,
    "sentiment-7": 7,
    "micro-expression": 5,
    "action-units": 12,
    "relationship": 5,
    "identity": 2,
}


@pytest.mark.parametrize("name", CLASSES)
def test_every_published_list_is_whole(name):
    assert len(task(name).options) == CLASSES[name]
    assert len({option.answer for option in task(name).options}) == CLASSES[name]
    assert len({option.label for option in task(name).options}) == CLASSES[name]


@pytest.mark.parametrize("one", tasks(), ids=lambda one: one.id)
def test_a_question_shows_its_options_in_their_order(one):
    assert not re.search(r"[{}]|<video>|\.\.\.", one.question)
    places = [0]
    for option in one.options:
        if one.answer == "yes_no":
            continue
        shown = rf"\(?{option.answer}[.)] ?{re.escape(option.text)}" if "letter" in one.answer else option.text
        found = re.compile(shown + r"\b").search(one.question, places[-1])
        assert found, f"{option} is not in the question, or not in order"
        places.append(found.start())


@pytest.mark.parametrize("one", tasks(), ids=lambda one: one.id)
def test_what_was_filled_in_is_said(one):
    assert bool(one.note) == (one.wording != "verbatim")
    assert bool(one.options) == (one.answer != "prose")


def test_the_one_system_line_that_is_published_stands_with_its_task_alone():
    assert task("action").system == "Answer the question using phrases."
    assert {one.system for one in tasks() if one.id != "action"} == {default_system()}


def test_the_list_of_names_is_set_as_published():
    assert "['blurry','male','young'," in task("appearance").question


def test_an_unknown_task_is_refused_with_the_list():
    with pytest.raises(UsageError, match="emotion-22"):
        task("emotion")


def test_the_search_asks_each_level_and_scores_the_seven_emotions_at_the_last():
    names = [level_prompt(level).name for level in ("attribute", "expression", "emotion")]
    assert names == ["search/attributes@1", "search/expressions@1", "search/emotion@1"]
    closed = level_prompt("emotion").closed
    assert closed is not None
    assert closed.closed
    assert [option.label for option in closed.options] == list(EMOTIONS)
    assert rationale_prompt().second_turn
    assert single_prompt().answer == "prose"


def test_both_spellings_of_the_tag_are_kept_apart():
    texts = {spelling: opening("Q", spelling=spelling)[1].text for spelling in SPELLINGS}
    assert texts == {"newline": "\nQ\n", "dot": ".Q"}
