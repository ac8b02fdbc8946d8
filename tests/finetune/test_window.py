"""What the window asks of training: lines of JSON both ways, beside a study that is open for writing elsewhere."""

import io
import json
from dataclasses import replace

import pytest

from core.errors import UsageError
from core.models.importing import import_model
from core.progress import finish
from core.project.consents import standpoints, withdraw_consent
from core.project.failures import ReadOnlyStudyError, StudyError, WrongPassphraseError
from core.project.opening import open_beside, open_study
from core.project.sessions import add_session
from finetune.recipe_file import preset
from finetune.runs import make_run
from finetune.window import TABLES, Asked, changed, recipe_for, serve
from tests import media
from tests.core.project.builders import PASSPHRASE, new_study
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


def asked(study, *more: str, **changes) -> str:
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
    proposed = list(_single_changes(recipe, plan))
    assert {change.split()[0] for change, _, _ in proposed} == set(TABLES)
    for change, expected, _ in proposed:
        assert changed(recipe, change) == expected


def test_the_window_chooses_model_and_sessions(tmp_path):
    asked_ = Asked("prepare", str(tmp_path / "a.vemo"), "", "", "north-1", ("first",), "8gb", "my-model")
    recipe = recipe_for(asked_)
    assert (recipe.name, recipe.base.model, recipe.data.sessions) == ("north-1", "my-model", ("first",))


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
