"""Who judges which question, and what stops a run."""

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from core.errors import ExpectedError
from core.reasoning.prompts import opening, task
from core.vlm.backend import Turn
from finetune.examples import Example
from finetune.recipe import Rewards
from finetune.rewards.dispatch import Rewarder, RewardError
from tests.finetune.rewards.clinic import EXAMPLES, LEARNED_PLACES, held_out

TREE = 'AU12 is displayed.\nThe emotion "happiness" is displayed.'
PLACE = "Two lamps and a plant stand behind."


def example(name: str, answer: str, *, labels=(), stage="emotion") -> Example:
    question = task(name).question if name in ("emotion-7", "description", "rationale") else "What is displayed?"
    return Example(stage, name, (*opening(question), Turn("assistant", answer)), EXAMPLES[0].clip, "p", "", labels)


def judge(*examples: Example, **rule) -> Rewarder:
    return Rewarder(examples, learned=range(len(examples)), rule=Rewards(**rule))


@pytest.mark.parametrize(
    ("one", "rule", "parts"),
    [
        (example("emotion-7", "A", labels=("happiness",)), {}, {"answer", "form"}),
        (example("emotion-7", "C. happy", labels=("happiness",)), {}, {"answer"}),
        (example("search-emotion", TREE), {}, {"tree", "form", "length"}),
        (example("search-emotion", f"{TREE} {PLACE}"), {}, {"tree", "form", "length"}),
        (example("search-emotion", PLACE), {}, set()),
        (example("search-emotion", TREE), {"tree": "none"}, {"caption", "form", "length"}),
        (example("search-emotion", PLACE), {"tree": "none"}, set()),
        (example("description", TREE), {}, {"tree", "form", "length"}),
        (example("description", f"{TREE} {PLACE}"), {}, {"tree", "caption", "form", "length"}),
        (example("description", PLACE), {}, {"caption", "length"}),
        (example("rationale", f"{TREE} {PLACE}"), {"tree": "none"}, {"caption", "form", "length"}),
        (example("other", TREE), {}, {"caption", "form", "length"}),
        (example("other", PLACE), {}, {"caption", "length"}),
    ],
)
def test_which_reward_is_for_which_question(one, rule, parts):
    found = judge(one, **rule)
    assert set(found.reward(0, one.answer, ended=True).parts) == parts
    assert found.suits(0) == bool(parts)
    if parts:
        earned = found.reward(0, one.answer, ended=True)
        assert earned.read
        assert earned.total == pytest.approx(1.0)
        nothing = found.reward(0, "", ended=True)
        assert (nothing.total, nothing.read, set(nothing.parts)) == (0.0, False, parts)
        assert set(nothing.parts.values()) == {0.0}


def test_a_question_of_which_nothing_counts_is_left_out():
    assert not judge(example("other", PLACE), caption_weight=0.0).suits(0)
    assert not judge(example("search-emotion", TREE), tree_weight=0.0).suits(0)
    assert not judge(example("emotion-7", "A"), answer_weight=0.0).suits(0)
    assert judge(example("emotion-7", "A"), tree_weight=0.0).suits(0)


def test_the_total_is_the_weighted_mean():
    found = judge(example("search-emotion", TREE), tree_weight=3.0, form_weight=0.5, length_weight=0.5)
    earned = found.reward(0, 'The emotion "happiness" is displayed. The lamp is on.', ended=True)
    parts = earned.parts
    assert parts["form"] == 0.5
    assert 0.0 < parts["tree"] < 1.0
    assert earned.total == pytest.approx((3 * parts["tree"] + 0.5 * 0.5 + 0.5 * parts["length"]) / 4)


def test_what_cannot_be_read_earns_nothing_however_it_is_formed():
    found = judge(example("search-emotion", TREE))
    earned = found.reward(0, "The lamp is on. The plant is green.", ended=True)
    assert (earned.total, earned.read) == (0.0, False)


def test_of_an_answer_that_is_cut_off_only_form_counts():
    found = judge(example("search-emotion", TREE), example("other", PLACE))
    earned = found.reward(0, TREE, ended=False)
    assert earned.parts == {"tree": 0.0, "form": 1.0, "length": 0.0}
    assert earned.total == pytest.approx(0.1 / 1.2)
    assert found.reward(1, PLACE, ended=False).total == 0.0


def test_a_value_that_is_no_share_stops_the_run():
    found = judge(example("other", PLACE), caption="self")
    assert found.wants_judge(0)
    assert found.reward(0, PLACE, ended=True, judged=0.25).parts["caption"] == 0.25
    for wrong in (math.nan, -0.01, 1.01, math.inf):
        with pytest.raises(RewardError, match="caption"):
            found.reward(0, PLACE, ended=True, judged=wrong)
    with pytest.raises(ValueError, match="judgement"):
        found.reward(0, PLACE, ended=True)
    for sharpness in (0.0, -1.0, math.nan, math.inf):
        with pytest.raises(RewardError, match="sharpness"):
            judge(example("search-emotion", TREE), sharpness=sharpness)


def test_other_words_for_the_same_earn_the_same():
    found = judge(example("search-emotion", TREE))
    told = found.reward(0, "Action unit 12 is visible. The person looks HAPPY!", ended=True)
    assert told.parts["tree"] == 1.0


def test_the_judge_is_wanted_for_prose_alone():
    found = judge(example("other", PLACE), example("search-emotion", TREE), example("emotion-7", "A"), caption="self")
    assert [found.wants_judge(place) for place in range(3)] == [True, False, False]
    assert not judge(example("other", PLACE), caption="self", caption_weight=0.0).wants_judge(0)
    assert not judge(example("other", PLACE)).wants_judge(0)


def test_a_model_that_is_not_there_is_a_sentence(tmp_path):
    for name in ("entailment", "embedding"):
        with pytest.raises(ExpectedError, match="There is no folder"):
            judge(example("other", PLACE), **{name: str(tmp_path / "nowhere")})


def test_the_majority_tree_is_learned_from_the_learned_people_alone():
    task = "search-attribute"
    places = held_out(task)
    found = Rewarder(EXAMPLES, learned=LEARNED_PLACES, rule=Rewards())
    said = found.reward(places[0], "AU12 is displayed.", ended=True)
    blank = [
        one
        if place in (places[0], *LEARNED_PLACES)
        else replace(one, turns=(*one.turns[:-1], Turn("assistant", "AU9.")))
        for place, one in enumerate(EXAMPLES)
    ]
    other = Rewarder(blank, learned=LEARNED_PLACES, rule=Rewards())
    assert other.reward(places[0], "AU12 is displayed.", ended=True) == said
    assert other.baseline(places[:1]) == found.baseline(places[:1])
    assert found.baseline(held_out("emotion-7")) is None
    assert Rewarder(EXAMPLES, learned=(), rule=Rewards()).baseline(places) is None
    assert found.baseline([*places, *held_out("emotion-7")]) == found.baseline(places)


def test_threads_and_order_change_nothing():
    places = [place for place in range(len(EXAMPLES)) if EXAMPLES[place].task != "rationale"]
    asked = [(place, EXAMPLES[other].answer) for place in places for other in places[::19]]
    alone = Rewarder(EXAMPLES, learned=LEARNED_PLACES, rule=Rewards())
    expected = [alone.reward(place, said, ended=True) for place, said in asked]
    together = Rewarder(EXAMPLES, learned=LEARNED_PLACES, rule=Rewards())
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda one: together.reward(*one, ended=True), reversed(asked)))
    assert found[::-1] == expected
