"""Who reads, as the dialog asks it."""

import pytest

from app.dialogs.analyse import AnalyseDialog
from app.widgets.model_choice import ModelChoice
from core.by_model import LanguageModel
from core.errors import ModelError


@pytest.fixture
def choice(qtbot):
    made = ModelChoice()
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
    choice.model.setText(str(tmp_path))
    assert choice.complete
    assert choice.chosen() == LanguageModel(str(tmp_path))
    choice.candidates.setCurrentIndex(choice.candidates.findData(8))
    assert choice.chosen().candidates == 8
    choice.mode.setCurrentIndex(choice.mode.findData("single"))
    assert choice.chosen().mode == "single"
    assert not choice.candidates.isEnabled()
    assert "accuracy was not measured" in choice.words.text()
    choice.address.setText("http://localhost:8080/v1")
    assert choice.chosen().address == "http://localhost:8080/v1"
    assert "share excerpts" in choice.words.text()


def test_the_adapters_of_this_computer_can_be_chosen(own_home, qtbot, tmp_path):
    from core.models.adapters import About, Base, Lineage, add

    add("clinic", config={}, weights=b"w", about=About(Base("videmo-3b", "d"), "", "", ""), lineage=Lineage(), key=None)
    choice = ModelChoice()
    qtbot.addWidget(choice)
    choice.who.setCurrentIndex(1)
    choice.model.setText(str(tmp_path))
    assert [choice.adapter.itemText(row) for row in (0, 2)] == [
        "none: the model as it was published",
        "clinic, for videmo-3b",
    ]
    choice.adapter.setCurrentIndex(choice.adapter.findData("clinic"))
    assert choice.chosen().adapter == "clinic"
    choice.address.setText("http://localhost:8080/v1")
    assert choice.chosen().adapter is None


def test_a_model_that_is_not_here_is_said_in_the_dialog_and_nothing_starts(bench, choice, qtbot):
    choice.who.setCurrentIndex(1)
    choice.model.setText("no-such-model")
    with pytest.raises(ModelError, match="not on this computer"):
        choice.chosen()
    started = []
    dialog = AnalyseDialog(
        bench, (), done=set(), missing=set(), here=set(), start=lambda *what: started.append(what), parent=None
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.model.who.setCurrentIndex(1)
    dialog.model.model.setText("no-such-model")
    dialog.accept()
    assert "not on this computer" in dialog.said
    assert not started
