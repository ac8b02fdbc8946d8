"""Ways to be paid without reading a face, each against an honest answer that leaves out what it does not know.

Means over held-out people at the question for attributes, tree part alone; "whole" is the total under the default rule:

| answer | published, sharpness 0.1 | published, 2 | overlap | default | whole |
|---|---|---|---|---|---|
| honest | 0.82 | 0.018 | 0.75 | 0.36 | 0.51 |
| nothing at all | 0.55 | 6.1e-06 | 0 | 0 | 0 |
| a blank | 0.55 | 6.1e-06 | 0 | 0 | 0 |
| an empty tree | 0.55 | 6.1e-06 | 0 | 0 | 0 |
| a skeleton | 0.55 | 6.1e-06 | 0 | 0 | 0 |
| junk | 0.0096 | 1.4e-40 | 0.054 | 0 | 0.083 |
| junk of one level | 0.25 | 6.2e-12 | 0.28 | 0 | 0.16 |
| the honest answer and junk | 0.0091 | 1.1e-40 | 0.071 | 0 | 0.083 |
| one statement many times | 0.67 | 0.00034 | 0.2 | 0 | 0.1 |
| the honest answer twice | 0.72 | 0.0019 | 0.55 | 0 | 0.12 |
| each statement and its contrary | 0.61 | 4.5e-05 | 0.67 | 0 | 0.083 |
| a guess where it is not known | 0.82 | 0.018 | 0.6 | 0.19 | 0.38 |
| the truth drowned in words | 1 | 1 | 1 | 1 | 0.03 |
| words without end | 0.55 | 6.1e-06 | 0 | 0 | 0 |
| what most trees say | 0.71 | 0.0092 | 0.41 | 0.18 | 0.22 |
"""

import pytest

from core.evidence.action_units import codes
from core.evidence.expressions import expressions
from core.reasoning.tree_distance import Costs
from core.records.analysis import EMOTIONS
from finetune.recipe import Rewards
from finetune.rewards.dispatch import Rewarder
from finetune.rewards.reading import read_prose
from finetune.rewards.trees import TrueTree, default_reward, overlap_reward, published_reward
from tests.finetune.rewards.clinic import EXAMPLES, LEARNED_PLACES, held_out

TASKS = ("search-attribute", "search-expression", "search-emotion", "rationale", "description")


def statements(answer: str) -> list[str]:
    """The lines that say something, without their reasons."""
    return [line.split(", as shown by")[0].rstrip(".") + "." for line in answer.splitlines() if not line.endswith(":")]


def honest(answer: str) -> str:
    """What is right of it: no reasons, of many statements all but two, of two one."""
    said = statements(answer)
    return "\n".join(line for number, line in enumerate(said) if number not in (1, 3)) if len(said) > 2 else said[-1]


def denied(line: str) -> str:
    for word in ("is not displayed", "is markedly displayed", "is slightly displayed", "is displayed"):
        if word in line:
            return line.replace(word, "is displayed" if "not" in word else "is not displayed")
    raise AssertionError(line)


def guessed(answer: str) -> str:
    """The honest answer, and for the rest something wrong."""
    said = statements(answer)
    if len(said) > 2:
        return "\n".join(denied(line) if number in (1, 3) else line for number, line in enumerate(said))
    return "\n".join([said[-1], 'The expression "wrinkled nose" is displayed.'])


def everything(_: str = "") -> str:
    return "\n".join(
        [
            *(f"{code} is displayed." for code in codes()),
            *(f'The expression "{one.name}" is displayed.' for one in expressions()),
            *(f'The emotion "{name}" is displayed.' for name in EMOTIONS),
        ]
    )


HACKS = {
    "nothing at all": lambda _: "",
    "a blank": lambda _: " \n",
    "an empty tree": lambda _: "No movements, no expressions and no emotions can be told.",
    "a skeleton": lambda _: "Attributes:\nExpressions:\nEmotions:",
    "junk": everything,
    "junk of one level": lambda _: "\n".join(f"{code} is displayed." for code in codes()),
    "the honest answer and junk": lambda answer: f"{honest(answer)}\n{everything()}",
    "one statement many times": lambda answer: "\n".join([statements(answer)[0]] * 5),
    "the honest answer twice": lambda answer: f"{honest(answer)}\n{honest(answer)}",
    "each statement and its contrary": lambda answer: "\n".join(
        line for one in statements(answer) for line in (one, denied(one))
    ),
    "a guess where it is not known": guessed,
    "the truth drowned in words": lambda answer: (
        answer + " One may well say a thing or two about a video such as this." * 9
    ),
    "words without end": lambda _: "The person in the video is a person in a video of a person. " * 30,
}


@pytest.fixture(scope="module")
def judge() -> Rewarder:
    return Rewarder(EXAMPLES, learned=LEARNED_PLACES, rule=Rewards())


def mean(judge: Rewarder, task: str, answer) -> float:
    places = held_out(task)
    return sum(judge.reward(place, answer(EXAMPLES[place].answer), ended=True).total for place in places) / len(places)


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("hack", HACKS)
def test_a_hack_earns_less_than_an_honest_partial_answer(judge, hack, task):
    for place in held_out(task):
        true = EXAMPLES[place].answer
        earned = judge.reward(place, HACKS[hack](true), ended=True).total
        assert earned < judge.reward(place, honest(true), ended=True).total < 1.0, (hack, true)


@pytest.mark.parametrize("task", TASKS)
def test_what_most_trees_say_earns_less_than_an_honest_partial_answer(judge, task):
    blind = judge.baseline(held_out(task))
    assert blind is not None
    assert 0.0 < blind < mean(judge, task, honest)


@pytest.fixture(scope="module")
def rows(judge) -> dict[str, tuple[float, ...]]:
    """The rows of the table above, as it was measured."""
    places = held_out("search-attribute")
    majority = "AU25 is displayed.\nAU4 is not displayed.\nAU6/7 is displayed."
    answers = {"honest": honest, **HACKS, "what most trees say": lambda _: majority}
    told: dict[str, tuple[float, ...]] = {}
    for name, answer in answers.items():
        found: list[tuple[float, ...]] = []
        for place in places:
            example = EXAMPLES[place]
            said = read_prose(answer(example.answer), example).tree
            true = TrueTree(read_prose(example.answer, example).tree, Costs())
            found.append(
                (
                    published_reward(said, true, sharpness=0.1),
                    published_reward(said, true, sharpness=2.0),
                    overlap_reward(said, true),
                    default_reward(said, true, sharpness=2.0),
                    judge.reward(place, answer(example.answer), ended=True).total,
                )
            )
        told[name] = tuple(sum(column) / len(column) for column in zip(*found, strict=True))
    return told


def test_the_table_is_what_is_measured(rows):
    told = [line.split("|")[1:-1] for line in (__doc__ or "").splitlines() if line.startswith("| ")][1:]
    assert [name.strip() for name, *_ in told] == list(rows)
    for name, *cells in told:
        assert [cell.strip() for cell in cells] == [f"{value:.2g}" for value in rows[name.strip()]]


def test_the_published_reward_pays_for_hacks_and_ours_does_not(rows):
    published, whole = ({name: row[column] / rows["honest"][column] for name, row in rows.items()} for column in (0, 4))
    for name in ("nothing at all", "a blank", "an empty tree", "a skeleton", "words without end"):
        assert published[name] > 0.6
        assert whole[name] == 0.0
    guess = "a guess where it is not known"
    assert published[guess] == pytest.approx(1.0)
    assert whole[guess] < 0.8
    for name in ("one statement many times", "the honest answer twice", "each statement and its contrary"):
        assert published[name] > 0.7
        assert whole[name] < 0.3
    assert published["what most trees say"] > 0.8
    assert whole["what most trees say"] < 0.5
