"""The search asks three questions in one conversation, keeps the best answer of each, and invents nothing."""

from dataclasses import replace

import numpy as np
import pytest

from core.progress import finish
from core.reasoning.closed import Calibration
from core.reasoning.prompts import level_prompt, rationale_prompt, single_prompt
from core.reasoning.score import Weights, agreement, combined, consensus
from core.reasoning.search import MODEL, SearchRule, read_clip
from core.reasoning.tree_text import parse
from core.records.analysis import EMOTIONS, UNCLEAR
from core.records.moment import Span
from core.vlm.backend import Clip, Encoded, OutOfMemoryError, Reply, Sampling, Token
from tests.core.reasoning.talker import ABOUT, Script, Talker

SPAN = Span.between(2.0, 4.0)
CLIP = Clip(np.zeros((4, 56, 56, 3), np.uint8), 1.0)
LIKELY = {"happiness": -0.1, "sadness": -3.0}
ANSWERS = {
    "attribute": ("The lip corners are raised.", "The lip corners are raised.", "The brows are furrowed."),
    "expression": ("He smiles.", "He smiles.", "The brows are lowered."),
    "emotion": ("The person shows happiness.", "The person shows happiness.", "The person shows sadness."),
}


class Speaker(Talker):
    """Says what it is told to at each question; keeps what it was asked."""

    def __init__(self, answers, *, likely=LIKELY, about=ABOUT, room=8, ended=True):
        super().__init__(Script())
        self.answers = {level_prompt(level).question: texts for level, texts in answers.items()}
        self.answers[rationale_prompt().question] = ("Because of the mouth.",)
        self.likely, self.loaded, self.room, self.ended = likely, about, room, ended
        self.asked, self.drawn, self.prefills, self.replies = [], [], 0, []
        self.questions = {}

    @property
    def about(self):
        return self.loaded

    def prefill(self, turns, *, clip: Encoded | None):
        self.prefills += 1
        context = super().prefill(turns, clip=clip)
        self.questions[context.handle] = turns[-1].text.strip()
        return context

    def extend(self, context, *, reply, question):
        self.replies.append(reply.text)
        longer = super().extend(context, reply=reply, question=question)
        self.questions[longer.handle] = question
        return longer

    def sample(self, context, *, count, rule: Sampling):
        assert rule.most_tokens > 0
        if count > self.room:
            raise OutOfMemoryError("There is not enough memory.", remedy="Use fewer.")
        question = self.questions[context.handle]
        self.asked.append(question)
        self.drawn.append(count)
        texts = self.answers[question]
        for place in range(count):
            yield Token(place, texts[place % len(texts)])
        return tuple(Reply(texts[place % len(texts)], (1, 2), (-0.5, -0.5, -0.5), self.ended) for place in range(count))

    def score(self, context, answers):
        assert self.questions[context.handle] == level_prompt("emotion").closed.question
        assert list(answers) == list("ABCDEFG")
        labels = [option.label for option in level_prompt("emotion").closed.options]
        return np.array([self.likely.get(label, -6.0) for label in labels])


def read(speaker, *, check=lambda tree: tree, measured=None, **rule):
    chosen = SearchRule(**({"candidates": 3} | rule))
    return finish(read_clip(speaker, CLIP, span=SPAN, prefix="s1", rule=chosen, check=check, measured=measured))


def test_each_level_keeps_what_most_candidates_say_and_shows_it_to_the_next():
    speaker = Speaker(ANSWERS)
    found = read(speaker)
    assert [level.level for level in found.account.levels] == ["attribute", "expression", "emotion"]
    assert [level.chosen for level in found.account.levels] == [0, 0, 0]
    assert [len(level.candidates) for level in found.account.levels] == [3, 3, 3]
    assert speaker.replies == [
        ANSWERS["attribute"][0],
        ANSWERS["expression"][0],
        ANSWERS["expression"][0],
        ANSWERS["emotion"][0],
    ]
    assert speaker.prefills == 1
    assert not speaker.held
    assert found.account.rationale == "Because of the mouth."
    assert {(clue.level, clue.name) for clue in found.tree.clues} == {
        ("attribute", "AU12"),
        ("expression", "smile"),
        ("emotion", "happiness"),
    }
    assert len(found.tree.edges) == 2


def test_the_reading_is_the_closed_answer_and_the_candidates_say_how_stable_it_is():
    reading = read(Speaker(ANSWERS), measured={"action units": {"sadness": 0.9, "happiness": 0.1}}).reading
    assert reading.label == "happiness"
    assert reading.alternatives[0] == "sadness"
    assert sum(reading.distribution.values()) == pytest.approx(1.0)
    assert reading.stability == pytest.approx(2 / 3)
    assert set(reading.signals) == {MODEL, "action units"}
    assert "disagree" in reading.remark
    emotion = next(clue for clue in read(Speaker(ANSWERS)).tree.at("emotion") if clue.name == "happiness")
    assert (emotion.value, emotion.score) == ("reading", pytest.approx(reading.distribution["happiness"]))


def test_words_that_name_another_emotion_than_the_closed_answer_are_remarked_on():
    found = read(Speaker(ANSWERS, likely={"sadness": 0.0, "happiness": -4.0}), candidates=1)
    assert "In its own words the model names happiness" in found.reading.remark
    assert {clue.value for clue in found.tree.at("emotion")} == {"reading", "alternative"}


def test_a_reading_that_measurements_contradict_is_named_in_no_summary():
    def check(tree):
        against = [replace(one, support="contradicted") if one.name == "happiness" else one for one in tree.clues]
        return replace(tree, clues=tuple(against))

    found = read(Speaker(ANSWERS), check=check)
    assert found.reading.label == UNCLEAR
    assert "which the measurements contradict" in found.reading.remark
    assert {clue.value for clue in found.tree.at("emotion")} == {"alternative"}


def test_close_probabilities_are_unclear():
    found = read(Speaker(ANSWERS, likely=dict.fromkeys(EMOTIONS, -2.0)))
    assert found.reading.label == UNCLEAR
    assert not [clue for clue in found.tree.at("emotion") if clue.value == "reading"]


def test_calibration_takes_off_what_a_model_says_without_a_face():
    prior = Calibration(prior={"happiness": 0.0, "sadness": -6.0}, fitted_on="ten clips")
    assert read(Speaker(ANSWERS), calibration=prior).reading.distribution["sadness"] > 0.5
    flat = read(Speaker(ANSWERS), calibration=Calibration(temperature=100.0)).reading
    assert max(flat.distribution.values()) < 0.2


def test_clues_that_measurements_contradict_lose():
    answers = ANSWERS | {"attribute": ("The lip corners are raised.", "The brows are furrowed.")}

    def check(tree):
        wrong = {"AU12": "contradicted", "AU4": "supported"}
        return replace(tree, clues=tuple(replace(one, support=wrong.get(one.name, one.support)) for one in tree.clues))

    assert read(Speaker(answers), candidates=2, check=check).account.levels[0].chosen == 1
    without = Weights(agreement=0.0)
    assert read(Speaker(answers), candidates=2, check=check, weights=without).account.levels[0].chosen == 0


@pytest.mark.parametrize(
    ("answers", "ended", "words"),
    [
        (ANSWERS | {"expression": ("", " ")}, True, "empty answer about the expression"),
        (ANSWERS, False, "did not end within"),
        (dict.fromkeys(ANSWERS, ("Lorem ipsum.",)), True, "Nothing could be read"),
    ],
)
def test_answers_that_cannot_be_used_are_a_failure_with_a_reason(answers, ended, words):
    speaker = Speaker(answers, ended=ended)
    found = read(speaker)
    assert words in found.account.failure
    last = found.account.levels[-1]
    assert [one.text for one in last.candidates] == [
        answers[last.level][n % len(answers[last.level])] for n in range(3)
    ]
    assert found.reading is None
    assert not found.tree.clues
    assert not speaker.held


def test_probabilities_that_are_not_numbers_are_a_failure():
    found = read(Speaker(ANSWERS, likely=dict.fromkeys(EMOTIONS, float("nan"))))
    assert "not numbers" in found.account.failure
    assert found.reading is None


def test_where_memory_is_short_fewer_candidates_are_drawn():
    speaker = Speaker(ANSWERS, room=2)
    found = read(speaker, candidates=8)
    assert {len(level.candidates) for level in found.account.levels} == {2}
    assert found.reading is not None
    with pytest.raises(OutOfMemoryError):
        read(Speaker(ANSWERS, room=0))


def test_a_server_without_probabilities_is_asked_for_votes():
    speaker = Speaker(ANSWERS, about=replace(ABOUT, engine="server", scores=False))
    speaker.answers[level_prompt("emotion").closed.question] = ("A", "(A)", "B. Sad", "Happy", "no idea")
    found = read(speaker, votes=5)
    assert found.reading.distribution["happiness"] == pytest.approx(3 / 4)
    speaker.answers[level_prompt("emotion").closed.question] = ("no idea",)
    assert "None of the model's answers" in read(speaker).account.failure


def test_modes_and_switches():
    speaker = Speaker(ANSWERS)
    assert {len(level.candidates) for level in read(speaker, mode="levels").account.levels} == {1}
    assert set(speaker.drawn) == {1}
    speaker = Speaker(ANSWERS)
    speaker.answers[single_prompt().question] = ("He smiles, which suggests happiness.",)
    found = read(speaker, mode="single", rationale=False)
    assert [level.prompt for level in found.account.levels] == [single_prompt().name]
    assert {clue.level for clue in found.tree.clues} == {"expression", "emotion"}
    assert speaker.asked == [single_prompt().question]
    speaker = Speaker(ANSWERS)
    read(speaker, feed_forward=False)
    assert speaker.prefills == 4
    assert speaker.replies == [ANSWERS["emotion"][0]]


def test_it_can_be_stopped_at_every_step_and_gives_everything_back():
    speaker = Speaker(ANSWERS)
    whole = list(read_clip(speaker, CLIP, span=SPAN, prefix="s1", rule=SearchRule(), check=lambda tree: tree))
    shares = [step.done / step.total for step in whole]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    for stop in range(1, len(whole)):
        speaker = Speaker(ANSWERS)
        stage = read_clip(speaker, CLIP, span=SPAN, prefix="s1", rule=SearchRule(), check=lambda tree: tree)
        for _ in range(stop):
            next(stage)
        stage.close()
        assert not speaker.held


def test_the_parts_of_a_score():
    trees = [parse(text, span=SPAN, prefix="s").tree for text in ("He smiles.", "He smiles.", "Lorem.", "He frowns.")]
    alike = consensus(trees)
    assert alike[0] == alike[1] > alike[3]
    assert alike[2] == 0.0
    assert consensus(trees[:1]) == [1.0]
    assert agreement(trees[0]) is None
    assert combined({"consensus": 1.0, "likelihood": 0.0}, Weights(consensus=3.0, likelihood=1.0)) == pytest.approx(
        0.75
    )
    assert combined({"judge": 1.0}, Weights()) == 0.0
