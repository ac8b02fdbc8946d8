"""What is said of a data set before answers are drawn to its questions."""

from dataclasses import replace

import pytest

from core.errors import ModelError
from core.progress import finish
from core.reasoning.prompts import level_prompt, opening
from core.vlm.backend import Plan, Turn
from finetune.examples import Split
from finetune.recipe import Base, Grpo, Recipe, Rewards
from finetune.reinforceable import reinforceable, room_for_questions
from tests.finetune.makers import example

GONE = ModelError("The model m is not on this computer.", remedy="Fetch it.")
RECIPE = Recipe("r", Base("m", adapter="clinic"), method="grpo")


def searched(answer: str, person: str, level: str = "emotion"):
    turns = (*opening(level_prompt(level).question), Turn("assistant", answer))
    one = example(person=person, source=f"answer of {person}")
    return replace(one, stage=level, task=f"search-{level}", turns=turns, labels=())


def table(examples, recipe=RECIPE, *, train, validate=(), plan=GONE):
    split = Split("person", tuple(train), tuple(validate), (), ())
    return finish(reinforceable(examples, split, recipe, plan=plan))


GOOD = "The person displays happiness."


def test_a_true_answer_that_no_tree_can_be_read_out_of_is_told():
    examples = [searched(GOOD, "a"), searched("Hm, hard to say.", "b"), searched(GOOD, "c")]
    found = table(examples, train=(0, 1), validate=(2,))
    (unsuited,) = [one for one in found if one.kind == "reward"]
    assert unsuited.level == "warning"
    assert unsuited.examples == (1,)
    assert "1 questions of search-emotion are left out" in unsuited.what
    assert "answer of b" in unsuited.what
    assert "taxonomy" in unsuited.remedy
    (idle,) = [one for one in found if one.kind == "people"]
    assert "1 of the 2 people who are learned from have no such question." in idle.what
    assert idle.examples == (1,)


def test_a_reward_without_weight_leaves_its_questions_out():
    examples = [example(person="a"), searched(GOOD, "b"), searched(GOOD, "c")]
    recipe = replace(RECIPE, rewards=Rewards(answer_weight=0.0))
    (unsuited,) = [one for one in table(examples, recipe, train=(0, 1), validate=(2,)) if one.kind == "reward"]
    assert unsuited.examples == (0,)
    assert "rewards.answer_weight" in unsuited.remedy


@pytest.mark.parametrize(
    ("examples", "levels"),
    [([searched("Hm.", "a")], ("emotion",)), ([searched(GOOD, "a")], ("attribute", "expression"))],
)
def test_where_nobody_has_anything_to_learn_from_nothing_is_begun(examples, levels):
    found = table(examples, replace(RECIPE, grpo=Grpo(levels=levels)), train=(0,))
    errors = [one for one in found if one.level == "error"]
    assert ["Nobody who is learned from has a question" in one.what for one in errors] == [True]
    assert ", ".join(levels) in errors[0].what


def test_without_an_adapter_or_people_to_validate_on_it_is_warned():
    found = table([searched(GOOD, "a")], replace(RECIPE, base=Base("m")), train=(0,))
    told = {one.kind: one for one in found if one.level == "warning"}
    assert "without the curriculum before it did worse" in told["adapter"].what
    assert "--adapter" in told["adapter"].remedy
    assert "Nobody is there to validate on" in told["people"].what
    assert not any(one.kind == "adapter" for one in table([searched(GOOD, "a")], train=(0,)))


def test_agreement_with_measurements_needs_measurements():
    recipe = replace(RECIPE, rewards=Rewards(evidence_weight=1.0))
    told = [one.what for one in table([searched(GOOD, "a")], recipe, train=(0,)) if one.kind == "reward"]
    assert told == ["rewards.evidence_weight has no effect: no face of these examples was measured."]


def test_what_was_not_looked_at_is_said():
    (note,) = [one for one in table([searched(GOOD, "a")], train=(0,)) if one.kind == "tokens"]
    assert note.what == "How long the questions are was not looked at. The model m is not on this computer."
    assert note.remedy == "Fetch it."


def test_a_question_behind_which_no_answer_fits_is_told(untaught_model):
    plan = Plan("transformers", untaught_model, precision="fp32", context_tokens=512)
    recipe = replace(RECIPE, grpo=Grpo(most_tokens=200))
    assert room_for_questions(plan, recipe) == 312
    long = searched(GOOD, "b")
    turns = (replace(long.turns[0], text="Look closely. " * 200), *long.turns[1:])
    long = replace(long, clip=None, turns=turns)
    short = replace(searched(GOOD, "a"), clip=None)
    (told,) = [one for one in table([short, long], recipe, train=(0, 1), plan=plan) if one.kind == "tokens"]
    assert told.examples == (1,)
    assert "behind more than 312 an answer of 200 does not fit (answer of b)" in told.what
    assert "grpo.most_tokens" in told.remedy


def test_a_model_of_the_rewards_that_cannot_be_loaded_is_a_sentence(tmp_path):
    recipe = replace(RECIPE, rewards=Rewards(entailment=str(tmp_path)))
    with pytest.raises(ModelError, match=r"config\.json"):
        table([searched(GOOD, "a")], recipe, train=(0,))
