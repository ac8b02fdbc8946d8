"""From a finished run to the registry and its report: lineage whole, verdict kept, nobody named where it is open."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from core.errors import ModelError
from core.models.adapters import Lineage, adapters, affected_by, lineage_of, remove
from core.models.importing import import_model
from core.progress import finish
from core.project.consents import Permission
from core.vlm.base import base_at
from finetune.adapter import licence_note, take_in
from finetune.comparison import compare
from finetune.dataset import Dataset, Source
from finetune.evaluate import Asked, evaluation_of
from finetune.examples import Split
from finetune.material import Frozen
from finetune.report import training_report

pytestmark = pytest.mark.usefixtures("own_home")
KEY = bytes(range(32))
CONFIG = {"peft_type": "LORA", "r": 4, "lora_alpha": 8}


def evaluation(right):
    """Of four people five closed answers each, so many of them right, and one in prose."""
    asked = []
    for who in range(4):
        for at in range(5):
            sure = 0.9 if at < right else 0.4
            answer = ("happiness",) if at < right else ("anger",)
            distribution = {"happiness": sure, "anger": 1 - sure}
            asked.append(
                Asked(
                    len(asked), "emotion-7", "expression", f"C-{who}", float(at < right), ("happiness",), answer,
                    distribution, "<script>alert(1)</script>",
                )
            )  # fmt: skip
        asked.append(Asked(len(asked), "other", "emotion", f"C-{who}", right / 5, (), (), None, "C-0 looks calm"))
    return evaluation_of(asked)


BEFORE, AFTER = evaluation(2), evaluation(4)
COMPARISON = compare(BEFORE, AFTER, bootstrap=100, seed=1)


def frozen(*, study="study-1", people=("C-014",), consents=(7,), sessions=(1,)):
    dataset = Dataset(
        (), Permission("train", sessions, consents), people, "e" * 64, (), (), (Source("recording", "a" * 64, 3, 9.0),)
    )
    return Frozen(dataset, Split("person", (), (), (), ("A remark on the split.",)), study)


def taken(base, *, material=None, parent=None, key=KEY, digest="", comparison=COMPARISON):
    return take_in(
        "clinic",
        weights=b"weights",
        config=CONFIG,
        base=base,
        base_digest=digest or finish(base_at(base)).digest,
        recipe="r" * 64,
        frozen=material or frozen(),
        comparison=comparison,
        parent=parent,
        key=key,
    )


def test_what_a_run_learned_is_kept_with_its_verdict_and_its_lineage(untaught_model):
    made = taken(untaught_model)
    assert made.sealed
    assert made.about.better is True
    assert made.about.words == COMPARISON.words
    assert made.about.remarks == ("A remark on the split.",)
    assert made.about.base == finish(base_at(untaught_model))
    assert made.about.table["mean"]["after"] > made.about.table["mean"]["before"]
    assert lineage_of(made, key=KEY) == Lineage(("C-014",), (1,), (7,), ("a" * 64,))
    assert b"C-014" not in (made.folder / "adapter.json").read_bytes()
    assert taken(untaught_model).name == "clinic-2"


def test_not_better_is_kept_and_not_proposed(untaught_model):
    worse = compare(AFTER, BEFORE, bootstrap=100, seed=1)
    assert taken(untaught_model, comparison=worse).about.better is False


def test_a_base_that_changed_meanwhile_is_told(untaught_model):
    with pytest.raises(ModelError, match="not the one the run began with"):
        taken(untaught_model, digest="f" * 64)
    assert adapters() == ()


def test_a_withdrawal_finds_what_went_on_from_an_adapter_that_is_gone(untaught_model):
    first = taken(untaught_model)
    second = taken(untaught_model, material=frozen(people=("C-015",), consents=(8,), sessions=(2,)), parent=first)
    assert (second.about.parent, second.about.parent_digest) == (first.name, first.digest)
    assert lineage_of(second, key=KEY) == Lineage(("C-014", "C-015"), (1, 2), (7, 8), ("a" * 64,))
    remove(first.name)
    found = affected_by(study="study-1", consents=[7], session=1, key=KEY)
    assert [one.name for one in found] == [second.name]


def test_numbers_of_another_study_are_not_mixed_in(untaught_model):
    first = taken(untaught_model, material=frozen(study="study-2"), key=None)
    second = taken(untaught_model, material=frozen(people=("C-015",), consents=(8,)), parent=first)
    assert lineage_of(second, key=KEY) == Lineage(("C-014", "C-015"), (1,), (8,), ("a" * 64,))
    sealed = taken(untaught_model, material=frozen(study="study-3"), key=bytes(32))
    third = taken(untaught_model, material=frozen(people=("C-016",)), parent=sealed)
    assert lineage_of(third, key=KEY).people == ("C-016",)
    found = affected_by(study="study-3", consents=[7], session=None, key=bytes(32))
    assert {one.name for one in found} == {sealed.name, third.name}


def test_the_licence_of_the_base_is_noted(untaught_model):
    assert licence_note(untaught_model) == ""
    model = finish(import_model(untaught_model, name="small"))
    manifest = model.folder / "videmo-manifest.json"
    told = json.loads(manifest.read_text())
    told["origin"] |= {"licence": "a licence"}
    manifest.write_text(json.dumps(told))
    assert licence_note(model.folder) == "Licence of the base: a licence."
    told["origin"] |= {"source": "KwaiVGI/none", "licence": ""}
    manifest.write_text(json.dumps(told))
    assert licence_note(model.folder) == ""


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_the_report_names_nobody_and_reaches_nowhere(untaught_model):
    page = training_report(taken(untaught_model), before=BEFORE, after=AFTER).decode()
    elements = Elements()
    elements.feed(page)
    assert "Better on held-out people" in page
    assert "not proposed" not in page
    for row in ("expression: emotion-7", "emotion: other", "ece", "uar"):
        assert row in page
    columns = re.findall(r'<th class="n">(\w+)</th>', page.partition("expression: emotion-7")[2])
    assert all(f"<dt>{name}</dt>" in page for name in columns), "every figure is explained"
    assert "C-0" not in page
    assert "script" not in {tag for tag, _ in elements.found}
    images = [about for tag, about in elements.found if tag == "img"]
    assert len(images) == 1, "prose has no confusion matrix"
    assert images[0]["src"].startswith("data:image/png;base64,")
    assert not [about for _, about in elements.found if about.get("href")]
    [policy] = [about["content"] for tag, about in elements.found if tag == "meta" and "http-equiv" in about]
    assert policy.startswith("default-src 'none'")


def test_the_report_of_what_cannot_be_judged_says_so(untaught_model):
    alone = [evaluation_of([one for one in side.asked if one.person == "C-0"]) for side in (BEFORE, AFTER)]
    adapter = taken(untaught_model, comparison=compare(*alone, bootstrap=10, seed=1))
    page = training_report(adapter, before=alone[0], after=alone[1]).decode()
    assert "not proposed for adoption" in page
    assert ">none<" in page


def test_an_answer_that_is_missing_is_drawn_as_missing(untaught_model):
    silent = evaluation_of([replace(one, answer=None, score=0.0, distribution=None) for one in AFTER.asked])
    comparison = compare(BEFORE, silent, bootstrap=10, seed=1)
    page = training_report(taken(untaught_model, comparison=comparison), before=BEFORE, after=silent).decode()
    assert "answers are missing" in page
