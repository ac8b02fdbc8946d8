"""What a run has to do, counted before it begins; of reinforcement held against the rows that it makes."""

from dataclasses import replace

import pytest

from finetune.examples import Split
from finetune.packing import Group, rows_of
from finetune.plan import NothingToLearnError
from finetune.recipe import Base, Grpo, Recipe, Sft
from finetune.workload import book_of, length_of, speller_at, workload_of
from tests.finetune.lessons import drawn, examples_about

GRPO = Grpo(
    steps=10, answers=4, questions_per_step=3, most_tokens=32, evaluate_every=4, evaluate_most=5, levels=("emotion",)
)
RECIPE = Recipe("r", Base("tiny"), method="grpo", grpo=GRPO, sft=Sft(tokens_per_row=4096))
SPLIT = Split("person", tuple(range(12)), (12, 13, 14), (15, 16, 17), ())


@pytest.fixture(scope="module")
def examples():
    return [one for number in range(6) for one in examples_about(number, drawn(number)[1])]


@pytest.fixture(scope="module")
def speller(untaught_model):
    return speller_at(untaught_model)


def counted(examples, speller, recipe=RECIPE):
    return workload_of(examples, SPLIT, recipe, speller=speller)


def test_questions_answers_and_looks(examples, speller):
    work = counted(examples, speller)
    assert work.drawing is not None
    assert work.steps == 10
    assert work.drawing.groups == 30
    assert work.drawing.looked == 1 * (1 + 3), (
        "one question there is, before the first step, at 4, at 8 and at the last"
    )
    assert (work.looks, work.stages, work.validated, work.asked) == (2, 1, 0, 3)
    book = book_of(examples, RECIPE, speller=speller)
    asked = [length_of(book.conversations[place].question()) for place in (2, 5, 8, 11)]
    held = length_of(book.conversations[14].question())
    assert work.drawing.question == max(*asked, held)
    assert work.drawing.read == pytest.approx(30 * sum(asked) / 4 + 4 * held, abs=1)
    answers = [
        length_of(book.conversations[place]) - question for place, question in zip((2, 5, 8, 11), asked, strict=True)
    ]
    assert work.drawing.length == pytest.approx(sum(answers) / 4)
    assert work.answers == pytest.approx(30 * 4 * sum(answers) / 4, abs=1)


@pytest.mark.parametrize("budget", [4096, 700, 64])
def test_tokens_are_those_of_the_rows(examples, speller, budget):
    recipe = replace(RECIPE, sft=Sft(tokens_per_row=budget))
    book = book_of(examples, recipe, speller=speller)
    work = counted(examples, speller, recipe)
    assert work.drawing is not None
    length = round(work.drawing.length)
    tokens = 0
    for place in (2, 5, 8, 11):
        question = book.conversations[place].question()
        group = Group(None, tuple(question.answered([9] * length) for _ in range(4)), (0, 1, 2, 3))
        tokens += sum(len(row.ids) for row in rows_of([group], budget=budget, per_second=1.0))
    assert work.tokens == pytest.approx(30 * tokens / 4, rel=0.03)


def test_several_updates_read_the_rows_again(examples, speller):
    once = counted(examples, speller)
    twice = counted(examples, speller, replace(RECIPE, grpo=replace(GRPO, updates=2)))
    assert twice.tokens == pytest.approx(2 * once.tokens, abs=1)
    assert twice.drawing == once.drawing


def test_a_row_holds_the_longest_answers_there_may_be(examples, speller):
    work = counted(examples, speller)
    assert work.drawing is not None
    assert work.single >= work.drawing.question + 32
    assert work.row == min(4096, 3 * (work.drawing.question + 4 * 33))
    short = counted(examples, speller, replace(RECIPE, sft=Sft(tokens_per_row=64)))
    assert short.row == short.single, "a conversation is never cut"


def test_without_a_question_nothing_is_begun(examples, speller):
    none = Split("person", (0, 1), (), (15,), ())
    with pytest.raises(NothingToLearnError, match=r"Nobody who is learned from has a question.*emotion"):
        workload_of(examples, none, RECIPE, speller=speller)


def test_the_curriculum_draws_nothing(examples, speller):
    assert counted(examples, speller, replace(RECIPE, method="sft")).drawing is None
