"""Who reads, as the dialog asks it."""

import json
from dataclasses import replace

import pytest

from app.dialogs.analyse import AnalyseDialog
from app.widgets.model_choice import ModelChoice
from core.by_model import LanguageModel
from core.errors import ModelError
from core.models.importing import import_model
from core.progress import finish
from core.vlm.computer import Computer
from tests.core.vlm.test_memory import SMALL


@pytest.fixture
def choice(bench, qtbot):
    made = ModelChoice(bench)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_built_in_analyst_reads_unless_another_is_chosen(choice):
    assert choice.complete
    assert choice.chosen() is None
    assert not choice.model.isVisible()


def test_every_choice_arrives(choice, tmp_path):
    choice.who.setCurrentIndex(1)
    assert choice.model.isVisible()
    assert not choice.complete, "a model has to be named"
    choice.model.setEditText(str(tmp_path))
    assert choice.complete
    assert choice.chosen() == LanguageModel(str(tmp_path))
    choice.candidates.setCurrentIndex(choice.candidates.findData(8))
    assert choice.chosen().candidates == 8
    choice.mode.setCurrentIndex(choice.mode.findData("single"))
    assert choice.chosen().mode == "single"
    assert not choice.candidates.isEnabled()
    choice.pictures.setCurrentIndex(choice.pictures.findData(8))
    assert choice.chosen().pictures == 8
    assert "accuracy was not measured" in choice.words.text()
    choice.address.setText("http://localhost:8080/v1")
    assert choice.chosen().address == "http://localhost:8080/v1"
    assert "share excerpts" in choice.words.text()


def test_the_adapters_of_this_computer_can_be_chosen(own_home, bench, qtbot, tmp_path):
    from core.models.adapters import About, Base, Lineage, add

    about = About(Base("videmo-3b", "d"), "", "", "")
    for name, one in (("clinic", about), ("d-reinforced", replace(about, parent="clinic", parent_digest="p"))):
        add(name, config={}, weights=b"w", about=one, lineage=Lineage(), key=None)
    choice = ModelChoice(bench)
    qtbot.addWidget(choice)
    choice.who.setCurrentIndex(1)
    choice.model.setEditText(str(tmp_path))
    assert [choice.adapter.itemText(row) for row in (0, 2, 3)] == [
        "none: the model as it was published",
        "clinic, for videmo-3b, from the curriculum",
        "d-reinforced, for videmo-3b, reinforced from clinic",
    ]
    choice.adapter.setCurrentIndex(choice.adapter.findData("clinic"))
    assert choice.chosen().adapter == "clinic"
    choice.address.setText("http://localhost:8080/v1")
    assert choice.chosen().adapter is None


def test_a_model_that_is_not_here_is_said_in_the_dialog_and_nothing_starts(bench, choice, qtbot):
    choice.who.setCurrentIndex(1)
    choice.model.setEditText("no-such-model")
    with pytest.raises(ModelError, match="not on this computer"):
        choice.chosen()
    started = []
    dialog = AnalyseDialog(
        bench, (), done=set(), missing=set(), here=set(), start=lambda *what: started.append(what), parent=None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.model.who.setCurrentIndex(1)
    dialog.model.model.setEditText("no-such-model")
    dialog.accept()
    assert "not on this computer" in dialog.said
    assert not started


def folder(tmp_path, name, config):
    place = tmp_path / name
    place.mkdir()
    (place / "config.json").write_text(json.dumps(config))
    return place


@pytest.mark.parametrize(
    ("free", "total", "sentence", "role", "may_start"),
    [
        (60e9, 64e9, "Fits this computer", "good", True),
        (5e9, 64e9, "Does not fit in what is free", "bad", True),
        (5e9, 6e9, "This computer has too little memory", "bad", False),
    ],
)
def test_what_fits_is_said_beside_the_model_before_anything_starts(
    choice, tmp_path, monkeypatch, qtbot, free, total, sentence, role, may_start
):
    monkeypatch.setattr("core.by_model.this_computer", lambda: Computer(int(free), main_total=int(total)))
    choice.who.setCurrentIndex(1)
    choice.model.setEditText(str(folder(tmp_path, "model", SMALL)))
    qtbot.waitUntil(lambda: choice.verdict.isVisible())
    assert sentence in choice.verdict.text()
    assert choice.verdict.property(role)
    assert choice.complete == may_start
    if role == "bad":
        assert "What may fit: model, 5 bits (q5_k_m), llama.cpp on the processor" in choice.verdict.text()
        assert "Quantise it first" in choice.verdict.text()
    choice.address.setText("http://localhost:8080/v1")
    assert not choice.verdict.isVisible()
    assert choice.complete, "a server's memory is its own"


def test_models_that_are_here_are_offered(own_home, bench, untaught_model, qtbot):
    assert own_home
    finish(import_model(untaught_model, name="small"))
    made = ModelChoice(bench)
    qtbot.addWidget(made)
    made.who.setCurrentIndex(1)
    qtbot.waitUntil(lambda: made.model.currentText() == "small")
    assert made.chosen().model == "small"
