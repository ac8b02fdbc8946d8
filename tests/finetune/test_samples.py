"""What was said of people who are not learned from, with where its tree differs, as text and as JSON."""

import json
from dataclasses import replace

import pytest

from core.errors import UsageError
from core.project.codec import to_plain
from core.reasoning.prompts import level_prompt, opening
from core.reasoning.tree_difference import Difference
from core.vlm.backend import Turn
from finetune.dataset import Dataset
from finetune.evaluate import Asked, evaluation_of
from finetune.examples import Split
from finetune.material import Frozen
from finetune.rewards.reading import read_prose
from finetune.samples import looks, samples, samples_text
from finetune.workspace import Workspace
from tests.finetune.makers import example

TRUE = "The person displays happiness. The lip corners are pulled up (AU12)."
OTHER = "The person displays anger."


def searched(answer: str):
    turns = (*opening(level_prompt("emotion").question), Turn("assistant", answer))
    return replace(example(person="a"), stage="emotion", task="search-emotion", turns=turns, labels=())


@pytest.fixture
def frozen() -> Frozen:
    examples = (example(person="a"), searched(TRUE))
    dataset = Dataset(examples, None, ("a",), "d" * 64, (), (), ())
    return Frozen(dataset, Split("person", (), (), (0, 1), ()))


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace(tmp_path / "run", None)


def asked(place, one, said, score):
    return Asked(place, one.task, one.stage, one.person, score, one.labels, None, None, said)


def judged(workspace, frozen, name, said, score):
    told = evaluation_of([asked(at, one, said[at], score) for at, one in enumerate(frozen.dataset.examples)])
    workspace.write(f"evaluations/{name}.json", json.dumps(told.as_json()).encode())


def test_before_and_after_with_the_last_evaluation(workspace, frozen):
    with pytest.raises(UsageError, match="not asked after learning yet"):
        samples(workspace, frozen)
    judged(workspace, frozen, "before", ["(A)", OTHER], 0.0)
    with pytest.raises(UsageError, match="not asked after learning yet"):
        samples(workspace, frozen)
    judged(workspace, frozen, "reinforcement", ["(E)", TRUE], 1.0)
    closed, tree = samples(workspace, frozen)
    assert [one.when for one in closed.answers] == ["before", "after"]
    assert [one.differences for one in closed.answers] == [None, None], "a letter is no tree"
    assert tree.answers[1].differences == ()
    told = tree.answers[0].differences
    assert told is not None
    assert Difference("omitted", "emotion", "happiness", "present", "") in told
    assert Difference("added", "emotion", "anger", "", "present") in told
    text = samples_text([tree], most=1)
    assert "emotion happiness: left out (present)" in text
    assert "emotion anger: added (present)" in text
    assert samples(workspace, frozen, task="search-emotion") == (tree,)


def test_a_look_has_what_was_earned(workspace, frozen):
    looked = [
        {"place": 1, "said": OTHER, "ended": False, "reward": 0.25, "rewards": {"tree": 0.125, "form": 1.0}},
        {"place": 0, "said": "", "ended": True, "reward": 0.0, "rewards": {"answer": 0.0}},
    ]
    workspace.write("samples/000025.json", json.dumps(looked).encode())
    assert looks(workspace) == (25,)
    with pytest.raises(UsageError, match=r"not looked at in step 3.*step 25"):
        samples(workspace, frozen, look=3)
    closed, tree = samples(workspace, frozen, look=25)
    plain = to_plain(tree)
    assert set(plain) == {"stage", "task", "question", "wanted", "answers"}
    (answer,) = plain["answers"]
    assert set(answer) == {"when", "said", "score", "rewards", "ended", "differences"}
    assert (answer["when"], answer["score"], answer["ended"]) == ("look", 0.25, False)
    assert answer["rewards"] == {"tree": 0.125, "form": 1.0}
    assert {"kind", "level", "name", "wanted", "said"} == set(answer["differences"][0])
    text = samples_text([closed, tree], most=3)
    assert "(no answer)  [0.00, answer 0.00]" in text
    assert f"{OTHER} (cut off)  [0.25, tree 0.12, form 1.00]" in text


def test_an_answer_that_gives_no_tree_has_no_difference(workspace, frozen):
    assert not read_prose("Hm.", frozen.dataset.examples[1]).tree.clues
    workspace.write("samples/000000.json", json.dumps(
        [{"place": 1, "said": "Hm.", "ended": True, "reward": 0.0, "rewards": {}}]).encode())  # fmt: skip
    (one,) = samples(workspace, frozen, look=0)
    assert one.answers[0].differences is None
