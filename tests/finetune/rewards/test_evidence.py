"""Agreement of a tree with rows that were measured."""

from dataclasses import replace

import numpy as np
import pytest

from core.evidence.action_units import codes
from core.evidence.clues import Rows
from core.reasoning.tree_text import parse
from finetune.recipe import Rewards
from finetune.rewards.dispatch import Rewarder
from finetune.rewards.evidence import evidence_reward, supported
from finetune.rewards.trees import with_repeats
from tests.finetune.rewards.clinic import EXAMPLES, LEARNED_PLACES, SPAN, held_out


def rows(**units: float) -> Rows:
    """Four seconds of a face that moves these units and no other, in the middle, eyes open."""
    n = 40
    measured = np.zeros((n, len(codes())))
    for code, strength in units.items():
        measured[:, codes().index(code)] = strength
    return Rows(
        times_s=np.arange(n) / 10, values=np.zeros((n, 0)), neutral=None, units=measured,
        appearance=np.full((n, 7), 1 / 7), pose=np.zeros((n, 3)), gaze=np.zeros((n, 2)),
        eyes_closed=np.zeros(n, np.bool_), nod=np.zeros(n, np.bool_), shake=np.zeros(n, np.bool_),
        talking=np.zeros(n, np.bool_), trust=1.0,
    )  # fmt: skip


SMILE = rows(AU12=0.8, AU25=0.6)


def said(text: str):
    return with_repeats(parse(text, span=SPAN, prefix="t").tree, text)


TRUE = "AU12 is displayed. AU25 is displayed. AU4 is not displayed. The hair is brown."


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        (TRUE, 1.0),
        # one safe statement is a third of what could be said
        ("AU12 is displayed.", 1 / 3),
        ("AU12 is displayed. AU12 is displayed. AU12 is displayed.", 1 / 3),
        # as many wrong ones as right ones are worth nothing
        ("AU12 is displayed. AU9 is displayed.", 0.0),
        ("AU12 is displayed. AU25 is displayed. AU9 is displayed.", 1 / 3),
        ("AU12 is not displayed.", 0.0),
        # nothing that can be measured
        ("The hair is brown.", 0.0),
        ("", 0.0),
        # everything at once
        (" ".join(f"{code} is displayed." for code in codes()), 0.0),
        # what is seen for a moment is held against that moment
        ("AU12 is displayed from 1 s to 2 s. AU25 is displayed. AU4 is not displayed.", 1.0),
    ],
)
def test_what_agreement_earns(text, earned):
    expected = supported(said(TRUE), SMILE)
    assert expected == 3
    assert evidence_reward(said(text), SMILE, expected=expected) == pytest.approx(earned)


def test_without_measurements_the_reward_does_not_apply():
    rule = Rewards(evidence_weight=1.0)
    place = held_out("search-attribute")[0]  # AU12 marked, AU6/7 and AU25 are there, AU4 and AU1 are not

    def judge(measured) -> Rewarder:
        examples = list(EXAMPLES)
        examples[place] = replace(EXAMPLES[place], measured=measured)
        return Rewarder(examples, learned=LEARNED_PLACES, rule=rule)

    answer = EXAMPLES[place].answer
    assert "evidence" not in judge(None).reward(place, answer, ended=True).parts
    # Rows in which nothing of the true tree can be told: neither 0 nor 1.
    too_few = replace(SMILE, times_s=SMILE.times_s + 3.8)
    assert "evidence" not in judge(too_few).reward(place, answer, ended=True).parts
    found = judge(rows(AU12=0.95, AU25=0.8, **{"AU6/7": 0.8}))
    full = found.reward(place, answer, ended=True)
    assert full.parts["evidence"] == full.total == 1.0
    assert found.reward(place, "", ended=True).parts["evidence"] == 0.0
    assert 0.0 < found.reward(place, "AU12 is displayed.", ended=True).parts["evidence"] < 0.5
    off = Rewarder(EXAMPLES, learned=LEARNED_PLACES, rule=Rewards())
    assert "evidence" not in off.reward(place, answer, ended=True).parts
