"""The page of a reinforced adapter: rewards with their weights, curves, and who judges."""

import base64
import io

from PIL import Image

from finetune.recipe import Base, Grpo, Recipe, Rewards
from finetune.report import training_report
from finetune.report_rewards import reinforcement
from tests.finetune.test_adapter import AFTER, BEFORE, taken
from tests.finetune.test_rewarding import WHOLE, begun, reinforced

RECIPE = Recipe("north", Base("tiny"), method="grpo", grpo=Grpo(answers=4),
                rewards=Rewards(tree_weight=2.0, sharpness=3.0))  # fmt: skip


def test_a_run_without_rewards_has_no_such_part():
    assert reinforcement(RECIPE, [begun()]) is None


def test_what_was_rewarded_how_and_what_came_of_it():
    found = reinforcement(RECIPE, WHOLE)
    assert found is not None
    text = " ".join(found.sentences)
    assert "4 steps; 4 answers were drawn to each of 4 questions a step" in text
    assert "sharpness 3" in text
    assert "rare statements weigh more" in text
    assert "likeness of letters." in text
    assert "1 questions were left out" in text
    assert "those of step 3" in text
    assert found.rows == (
        ("tree", "2", "0.350", "0.500"),
        ("all together", "", "0.350", "0.500"),
        ("the commonest true tree", "", "0.350", "0.350"),
    )
    body = base64.b64decode(found.drawing.removeprefix("data:image/png;base64,"))
    assert Image.open(io.BytesIO(body)).size == (1100, 825)


def test_steps_without_a_tree_or_anybody_to_validate_on_are_drawn_too():
    found = reinforcement(RECIPE, [reinforced(1, baseline=None, rewards={"answer": 1.0}, tokens=0, length=0.0)])
    assert found is not None
    assert found.rows[-1] == ("the commonest true tree", "", "–", "–")


def test_the_page_shows_it_and_needs_nothing_else(untaught_model, tmp_path, monkeypatch):
    monkeypatch.setenv("VIDEMO_HOME", str(tmp_path))
    page = training_report(
        taken(untaught_model), before=BEFORE, after=AFTER, reinforced=reinforcement(RECIPE, WHOLE)
    ).decode()
    assert "What it was reinforced with" in page
    assert "by nothing else" in page
    assert "<dt>distance (divergence)</dt>" in page
    assert "<dt>variety (entropy)</dt>" in page
    assert "http" not in page.replace("http-equiv", "")
    plain = training_report(taken(untaught_model), before=BEFORE, after=AFTER).decode()
    assert "reinforced" not in plain
