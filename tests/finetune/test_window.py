"""What the window asks of training: lines of JSON both ways, beside a study that is open for writing elsewhere."""

import io
import json
from dataclasses import replace

import pytest

from core.errors import ModelError, UsageError
from core.models import adapters
from core.models.importing import import_model
from core.progress import finish
from core.project.consents import standpoints, withdraw_consent
from core.project.failures import ReadOnlyStudyError, StudyError, WrongPassphraseError
from core.project.opening import open_beside, open_study
from core.project.sessions import add_session
from finetune.material import FILE
from finetune.recipe_file import preset
from finetune.runs import make_run
from finetune.window import TABLES, Asked, changed, recipe_for, serve
from tests import media
from tests.core.project.builders import PASSPHRASE, new_study
from tests.finetune.answered import answered_run, recipe_of_study
from tests.finetune.test_from_study import Clinic


@pytest.fixture
def study(tmp_path, own_home):
    """An encrypted study with four reviewed segments, open for writing as the window has it."""
    assert own_home.name == "home"
    (tmp_path / "media").mkdir()
    footage = media.build(tmp_path / "media", frames=120, ticks=(60,))
    with new_study(tmp_path).study as opened:
        clinic = Clinic(opened, footage)
        for segment in ("S1", "S2", "S3", "S4"):
            clinic.review(segment, "agree")
        yield opened


def asked(study, /, *more: str, **changes) -> str:
    plain = {
        "want": "prepare", "study": str(study.path), "key": study.data_key.hex(), "who": "anna", "name": "north-1",
        "sessions": ["first"], "preset": "tiny", "model": "tiny",
    }  # fmt: skip
    return "\n".join([json.dumps(plain | changes), *more]) + "\n"


def told(given: str, code: int = 0) -> list[dict]:
    out = io.StringIO()
    assert serve(io.StringIO(given), out) == code
    return [one for one in map(json.loads, out.getvalue().splitlines()) if one["kind"] != "progress"]


def test_data_is_looked_over_and_estimated_beside_the_open_study(study, untaught_model):
    finish(import_model(untaught_model, name="tiny"))
    checked, estimated = told(asked(study))
    assert checked["errors"] == 0
    assert checked["sessions"] == [1]
    assert checked["parts"]["train"]["examples"] + checked["parts"]["test"]["examples"] == 28
    assert estimated["colour"] == "green"
    assert not any("--probe" in sentence for sentence in estimated["sentences"])
    assert not estimated["need"]["measured"]
    add_session(study, "later")  # the window writes all the while


@pytest.mark.slow
def test_three_steps_are_measured_where_somebody_asks(study, untaught_model):
    finish(import_model(untaught_model, name="tiny"))
    *_, measured = told(asked(study, "measure"))
    assert measured["need"]["measured"]
    assert measured["need"]["hours"]["together"] > 0


def test_without_consent_nothing_is_read(study):
    withdraw_consent(study, participant=1, given_on="2026-11-20")
    [failed] = told(asked(study), code=2)
    assert "withdrew consent on 2026-11-20" in failed["problem"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"key": ""}, "is encrypted"),
        ({"preset": "9gb"}, "There is no preset '9gb'"),
        ({"name": "North"}, "is no name for a run"),
        ({"name": "adopted"}, "cannot be called 'adopted'"),
        ({"sessions": ["none"]}, "holds no session"),
        ({"changes": ["colour red -> green"]}, "is no change of a recipe"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(study, changes, said):
    [failed] = told(asked(study, **changes), code=2)
    assert said in failed["problem"]
    assert failed["remedy"]


def test_a_name_that_a_run_has_is_refused(study, own_home):
    make_run(own_home / "runs", replace(preset("tiny"), name="north-1"), key=None)
    [failed] = told(asked(study), code=2)
    assert "There is a run called north-1 already." in failed["problem"]


def test_changes_of_an_estimate_are_made():
    recipe = preset("40gb")
    for change in ("tokens_per_row 8192 -> 4096", "rank 64 -> 16", "quantisation none -> nf4", "most_frames 16 -> 8",
                   "recompute false -> true"):  # fmt: skip
        recipe = changed(recipe, change)
    assert (recipe.sft.tokens_per_row, recipe.sft.recompute) == (4096, True)
    assert (recipe.lora.rank, recipe.lora.alpha) == (16, 32)
    assert (recipe.base.quantisation, recipe.pictures.most_frames) == ("nf4", 8)
    with pytest.raises(UsageError, match="is no change"):
        changed(recipe, "rank")


def test_every_change_that_an_estimate_proposes_is_known(tmp_path):
    from core.vlm.backend import Plan
    from finetune.estimate import _single_changes

    recipe = preset("40gb")
    recipe = replace(recipe, sft=replace(recipe.sft, recompute=False, optimiser="adamw"))
    plan = Plan(model=str(tmp_path), engine="transformers", device="cuda", quantisation="none", precision="bf16")
    known: set[str] = set()
    for method in ("sft", "grpo"):
        own = replace(recipe, method=method)
        for change, expected, _ in _single_changes(own, plan):
            known.add(change.split()[0])
            assert changed(own, change) == expected
    assert known == set(TABLES)


def test_the_window_chooses_model_sessions_and_what_is_gone_on_from(tmp_path, own_home):
    assert own_home.name == "home"
    study = str(tmp_path / "a.vemo")
    asked_ = Asked("prepare", study, "", "", "north-1", ("first",), "8gb", model="my-model")
    recipe = recipe_for(asked_)
    assert (recipe.name, recipe.base.model, recipe.data.sessions) == ("north-1", "my-model", ("first",))
    assert (recipe.method, recipe.base.adapter) == ("sft", "")
    reinforced = replace(asked_, method="grpo", adapter="north-0")
    with pytest.raises(ModelError, match="no adapter called north-0"):
        recipe_for(reinforced)
    about = adapters.About(adapters.Base("my-model", "b" * 64), "r" * 64, "d" * 64, "")
    config = {"r": 4, "lora_alpha": 8}
    adapters.add("north-0", config=config, weights=b"w", about=about, lineage=adapters.Lineage(), key=None)
    recipe = recipe_for(reinforced)
    assert (recipe.method, recipe.base.adapter, recipe.base.model) == ("grpo", "north-0", "my-model")
    assert (recipe.lora.rank, recipe.lora.alpha) == (4, 8), "as wide as what it goes on from"


def files_below(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_what_was_said_of_held_out_people_is_told_with_the_study_and_kept_nowhere(study, own_home):
    run, frozen = answered_run(study, own_home / "runs", before="<b>Nothing</b> to see.")
    before = files_below(own_home)
    [found] = told(asked(study, want="samples"))
    assert len(found["rows"]) == len(frozen.split.test) > 0
    truth = {frozen.dataset.examples[place].answer for place in frozen.split.test}
    for row in found["rows"]:
        first, last = row["answers"]
        assert (first["when"], first["said"], first["score"]) == ("before", "<b>Nothing</b> to see.", 0.0)
        assert (last["when"], last["said"], last["score"]) == ("after", row["wanted"], 1.0)
        assert row["wanted"] in truth
        assert row["question"]
    assert files_below(own_home) == before, "nothing is written down"
    assert b"Nothing" not in (run.folder / "evaluations" / "before.json").read_bytes(), "and the run is sealed"


def test_answers_of_a_look_are_told_with_rewards_and_the_difference_of_trees(study, own_home):
    def without_its_last_line(example):
        return "\n".join(example.answer.splitlines()[:-1]) or example.answer

    looks = {0: (lambda _: "", False), 25: (without_its_last_line, True)}
    answered_run(study, own_home / "runs", last="reinforcement", looks=looks, method="grpo")
    [found] = told(asked(study, want="samples", look=25))
    trees = [row["answers"][0] for row in found["rows"] if row["task"] == "search-attribute"]
    assert trees
    for answer in trees:
        assert (answer["when"], answer["score"], answer["ended"]) == ("look", 0.5, True)
        assert answer["rewards"] == {"tree": 0.4, "form": 1.0}
        assert {one["kind"] for one in answer["differences"]} == {"omitted"}
    [found] = told(asked(study, want="samples", look=0))
    assert not any(row["answers"][0]["ended"] for row in found["rows"])
    [failed] = told(asked(study, want="samples", look=50), code=2)
    assert "50" in failed["problem"]
    [found] = told(asked(study, want="samples"))
    assert {len(row["answers"]) for row in found["rows"]} == {2}


@pytest.mark.parametrize(
    ("changes", "said"), [({"study": "", "key": ""}, "which is not open"), ({"key": ""}, "encrypted")]
)
def test_without_its_study_nothing_is_told_of_what_was_said(study, own_home, changes, said):
    answered_run(study, own_home / "runs")
    [failed] = told(asked(study, want="samples", **changes), code=2)
    assert said in failed["problem"]


def test_before_anything_was_asked_there_is_a_sentence(study, own_home):
    recipe = recipe_of_study(study, name="north-1")
    make_run(own_home / "runs", recipe, key=study.training_key, files={FILE: b"{}"})
    [failed] = told(asked(study, want="samples"), code=2)
    assert failed["remedy"]


def test_a_study_is_opened_beside_for_reading_alone(study):
    with open_beside(study.path, data_key=study.data_key) as beside:
        assert not beside.writable
        with pytest.raises(ReadOnlyStudyError):
            add_session(beside, "later")
    with pytest.raises(WrongPassphraseError):
        open_beside(study.path, data_key=None)
    with pytest.raises(StudyError):
        open_beside(study.path, data_key=bytes(32))
    with open_study(study.path, secret=PASSPHRASE, read_only=True) as other:
        assert other.meta("name") == "A study"


def test_who_allows_what_is_told_without_a_log(study):
    before = study.rows("SELECT count(*) FROM audit")
    assert [(one.who, one.allows) for one in standpoints(study, "train")[1]] == [("C1", True)]
    assert [(one.who, one.allows) for one in standpoints(study, "share excerpts")[1]] == [("C1", False)]
    assert study.rows("SELECT count(*) FROM audit") == before
