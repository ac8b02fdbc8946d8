"""The judge on a real small model: what is asked, how often a clip is encoded, and what counts as an answer."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.progress import finish
from core.reasoning.prompts import opening, task
from core.records.moment import Span
from core.vlm.backend import Clip, Plan, Turn
from core.vlm.engines import load_here
from finetune.benchmark.prose import prose_score
from finetune.evaluate import Judge, evaluation_from
from finetune.examples import ClipPlace, Example
from finetune.recipe import Judging
from tests.tiny.faces import draw, some_face

FACES = [some_face(np.random.default_rng(seed), label=label) for seed, label in enumerate(("happiness", "anger"))]


SPAN = Span.between(0.0, 2.0)


def place_of(number):
    return ClipPlace(Path(f"{number}.mp4"), f"{number:064}", 0.0, 2.0)


def clip_of(example):
    frames = draw(FACES[int(example.recording)], seed=1, frames=2, height=112, width=112)
    return Clip(frames, seconds_per_grid=1.0)


def example(name, answer, *, labels=(), stage="expression", clip=0, question=None):
    asked = task(name) if name in ("emotion-7", "action-units", "expression-caption") else None
    turns = opening(question or (asked.question if asked else "What is displayed?"))
    return Example(
        stage, name, (*turns, Turn("assistant", answer)), None if clip is None else place_of(clip), f"p{clip}", "",
        labels,
    )  # fmt: skip


EXAMPLES = (
    example("emotion-7", "A", labels=(task("emotion-7").options[0].label,)),
    example("emotion-7", "B", labels=(task("emotion-7").options[1].label,), clip=1),
    example("action-units", "AU6, AU12", labels=("AU6", "AU12")),
    example("search-emotion", "The person displays happiness.", stage="emotion"),
    example("other", "Two lamps and a plant stand behind.", stage="attribute", clip=1),
    example("other", "What is read is displayed, not felt.", stage="emotion", clip=None),
)


class Counting:
    """An engine whose calls are counted; everything is done by the real one."""

    def __init__(self, backend):
        self._backend, self.encoded, self.held = backend, [], set()

    def __getattr__(self, name):
        return getattr(self._backend, name)

    def encode_example(self, one):
        if one.clip is None:
            return None
        self.encoded.append(one.recording)
        shown = self._backend.encode(clip_of(one))
        self.held.add(shown)
        return shown

    def prefill(self, turns, *, clip):
        context = self._backend.prefill(turns, clip=clip)
        self.held.add(context)
        return context

    def release(self, *held):
        self.held -= set(held)
        self._backend.release(*held)


@pytest.fixture(scope="module")
def engine(untaught_model):
    backend = finish(load_here(Plan("transformers", untaught_model, precision="fp32", context_tokens=2048)))
    with closing(backend):
        yield backend


def judged(engine, examples, *, most=200, seed=1):
    counting = Counting(engine)
    rule = Judging(most_per_task=most, most_tokens=12)
    judge = Judge(examples, range(len(examples)), rule=rule, seed=seed)
    found = finish(judge.judge(counting, counting.encode_example))
    return found, counting


def test_everything_is_asked_once_and_a_clip_is_looked_at_once(engine):
    found, counting = judged(engine, EXAMPLES)
    assert sorted(one.place for one in found.asked) == list(range(len(EXAMPLES)))
    assert sorted(counting.encoded) == [f"{0:064}", f"{1:064}"]
    assert not counting.held, "what was encoded and read is given back"
    assert found.scores["expression"]["examples"] == 3
    assert found.scores["emotion/other"]["examples"] == 1
    assert evaluation_from(found.as_json()) == found


def test_a_closed_task_is_judged_by_the_probabilities_of_its_options(engine):
    found, _ = judged(engine, EXAMPLES[:2])
    options = {option.label for option in task("emotion-7").options}
    for one, asked in zip(sorted(found.asked, key=lambda one: one.place), EXAMPLES, strict=False):
        assert set(one.distribution) == options
        assert sum(one.distribution.values()) == pytest.approx(1)
        assert one.answer == (max(one.distribution, key=one.distribution.get),)
        assert one.score == float(one.answer == asked.labels)
    assert {"accuracy", "uar", "war", "f1", "ece"} <= found.scores["expression/emotion-7"].keys()


def test_the_truth_that_the_model_itself_holds_most_probable_scores_full(engine):
    found, _ = judged(engine, EXAMPLES[:1])
    best = next(one for one in task("emotion-7").options if one.label == found.asked[0].answer[0])
    right, _ = judged(engine, (example("emotion-7", best.answer, labels=(best.label,)),))
    assert right.scores["expression/emotion-7"]["score"] == 1.0


def test_an_answer_that_cannot_be_read_is_missing_and_wrong(engine):
    """The untaught model writes no action units."""
    found, _ = judged(engine, EXAMPLES[2:3])
    assert found.asked[0].answer is None
    assert found.asked[0].score == 0
    assert found.scores["expression/action-units"]["missing"] == 1


def test_letters_that_are_not_ours_are_not_scored_as_ours(engine):
    foreign = replace(EXAMPLES[0], labels=(task("emotion-7").options[3].label,))
    found, _ = judged(engine, (foreign,))
    assert found.asked[0].distribution is None
    assert found.asked[0].label == ()


def test_the_same_examples_are_asked_each_time_and_at_most_so_many():
    many = tuple(replace(EXAMPLES[0], person=f"p{number}") for number in range(20))
    judges = [Judge(many, range(20), rule=Judging(most_per_task=5), seed=seed) for seed in (1, 1, 2)]
    assert len(judges[0].places) == 5
    assert judges[0].places == judges[1].places != judges[2].places
    further = (*many, *(replace(EXAMPLES[4], person=f"p{number}") for number in range(9)))
    assert set(judges[0].places) < set(Judge(further, range(29), rule=Judging(most_per_task=5), seed=1).places)


def test_earlier_answers_are_given_as_true(engine):
    asked = opening("Is a face shown?")
    turns = (*asked, Turn("assistant", "Yes."), Turn("user", task("emotion-7").question), Turn("assistant", "A"))
    second = replace(EXAMPLES[0], turns=turns)
    first, _ = judged(engine, EXAMPLES[:1])
    found, _ = judged(engine, (second,))
    assert found.asked[0].distribution != first.asked[0].distribution


def test_stopping_gives_back_what_is_held(engine):
    counting = Counting(engine)
    judging = Judge(EXAMPLES, range(6), rule=Judging(most_tokens=12), seed=1).judge(counting, counting.encode_example)
    for _ in range(4):
        next(judging)
    judging.close()
    assert not counting.held


def test_prose_is_compared_by_what_it_says():
    span, truth = SPAN, "The lip corners are pulled up. The person displays happiness."
    same = prose_score("The person displays happiness, with the lip corners raised.", truth, span=span, level="emotion")
    wrong = prose_score("The person displays anger.", truth, span=span, level="emotion")
    assert prose_score(truth, truth, span=span, level="emotion") == 1
    assert wrong < same
    assert prose_score("A wooden table.", truth, span=span, level="emotion") == 0


def test_prose_without_known_words_is_compared_by_letters():
    truth, span = "Two lamps and a plant stand behind.", SPAN
    assert prose_score(truth, truth, span=span, level="attribute") == pytest.approx(1)
    near = prose_score("Two lamps and a chair stand behind.", truth, span=span, level="attribute")
    far = prose_score("Nothing.", truth, span=span, level="attribute")
    assert 0 <= far < 0.3 < near < 1
