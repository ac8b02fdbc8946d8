"""A new training: what may be chosen, what the check says, and when it can be started."""

import pytest
from PySide6.QtCore import Qt

from app.training.estimate import EstimateCard, change_words
from app.training.found import Findings
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_study_it_says_what_to_do(page):
    beginning = page().beginning
    assert "No study is open" in beginning.choosing.nothing.text()
    assert beginning.choosing.open_.isVisible()
    assert "Open the study" in beginning.why.text()
    assert not beginning.check.isEnabled()
    assert not beginning.start.isEnabled()


def test_consent_of_each_session_is_shown_and_decides(open_clinic, page, qtbot):
    window = open_clinic()
    choosing = page().beginning.choosing
    qtbot.waitUntil(lambda: len(choosing.sessions.boxes) == 5)
    told = {name: (box.isEnabled(), box.isChecked()) for name, box in choosing.sessions.boxes.items()}
    assert told == {"first": (True, True)} | dict.fromkeys(("second", "third", "fourth", "fifth"), (False, False))
    why = {name: box.accessibleDescription() for name, box in choosing.sessions.boxes.items()}
    assert why["first"] == "C1 allowed training on 2026-11-01."
    assert why["second"].startswith("of-second has given no consent.")
    assert why["third"].startswith("of-third withdrew consent on 2026-11-20.")
    assert why["fourth"].startswith("of-fourth's consent of 2026-11-02 does not cover training.")
    assert "nobody's consent is known" in why["fifth"]
    assert choosing.choice.sessions == ("first",)
    # Showing asks for nothing, so nothing is logged as refused.
    refused: list[int] = []
    window.bench.ask(
        lambda study: study.rows("SELECT count(*) FROM audit WHERE verb = 'refused'")[0][0], then=refused.append
    )
    qtbot.waitUntil(lambda: bool(refused))
    assert refused == [0]
    choosing.sessions.boxes["first"].setChecked(False)
    assert choosing.missing() == "Tick a session."


def test_a_consent_recorded_meanwhile_opens_its_session(open_clinic, page, qtbot):
    from core.project.consents import give_consent

    window = open_clinic()
    choosing = page().beginning.choosing
    qtbot.waitUntil(lambda: len(choosing.sessions.boxes) == 5)
    window.bench.do(
        lambda study: give_consent(
            study, participant=2, scopes=("analyse", "train"), given_on="2026-11-21", text_version="2"
        )
    )
    qtbot.waitUntil(lambda: choosing.sessions.boxes["second"].isEnabled())
    assert choosing.sessions.boxes["second"].isChecked()


def test_without_a_model_and_for_reading_only_it_says_so(open_clinic, page, qtbot):
    window = open_clinic()
    beginning = page().beginning
    qtbot.waitUntil(lambda: len(beginning.choosing.sessions.boxes) == 5)
    assert "fetch one in “Models…”" in beginning.why.text()
    assert beginning.choosing.models.isVisible()
    window.bench.close_study()
    open_clinic(read_only=True)
    page()
    qtbot.waitUntil(lambda: "for reading only" in beginning.why.text())


def test_a_reinforcement_goes_on_from_an_adapter_of_the_model(open_clinic, page, tiny_here, qtbot):
    from core.models import adapters

    window = open_clinic()
    study = window.bench.study.id

    def add(name, *, of=study, base=tiny_here.name, digest=tiny_here.digest, key=None, **more):
        about = adapters.About(adapters.Base(base, "b" * 64, digest), "r" * 64, "d" * 64, of, **more)
        adapters.add(name, config={"r": 4}, weights=b"w", about=about, lineage=adapters.Lineage(), key=key)

    panel = page()
    choosing = panel.beginning.choosing
    qtbot.waitUntil(lambda: choosing.model.count() == 1)
    kind = choosing.kind
    assert choosing.choice.method == "sft"
    assert "Begin with this one" in kind.about.text()
    assert not kind.adapter.isVisible()
    kind.box.setCurrentIndex(1)
    assert "answers each question several times" in kind.about.text()
    assert kind.about_adapter.text() == "No adapter of this model is on this computer yet."
    assert "go through the curriculum first" in choosing.missing()
    add("a-elsewhere", of="another")
    add("b-other-model", base="large", digest="e" * 64)
    add("c-sealed-elsewhere", of="another", key=bytes(32))
    add("d-reinforced", parent="e-taught", parent_digest="p" * 64)
    add("e-taught", better=True, key=bytes(32))
    press(panel.new, qtbot)  # they were made while the page was shown
    qtbot.waitUntil(lambda: kind.adapter.count() > 0)
    offered = [kind.adapter.itemText(place) for place in range(kind.adapter.count())]
    assert offered == ["e-taught", "d-reinforced", "a-elsewhere"]
    assert choosing.choice.adapter == "e-taught"
    assert "from this study. It reads held-out people better" in kind.about_adapter.text()
    assert not choosing.missing()
    kind.adapter.setCurrentIndex(1)
    assert "It is a reinforcement of e-taught." in kind.about_adapter.text()
    kind.box.setCurrentIndex(0)
    assert choosing.choice.adapter == "", "the curriculum begins anew"


def test_check_and_start_from_an_encrypted_study(open_clinic, page, tiny_here, root, clinic_file, qtbot):
    """The real processes, with the study open in the window all the while, until the run is under way."""
    from finetune.runs import ask as wish
    from finetune.runs import find_run, is_running, standing

    assert tiny_here.name == "tiny"
    window = open_clinic()
    panel = page()
    beginning = panel.beginning
    qtbot.waitUntil(lambda: beginning.check.isEnabled())
    assert beginning.choosing.choice.name == "clinic-north-1"
    assert beginning.why.text() == "Check first."
    assert not beginning.start.isEnabled()
    press(beginning.check, qtbot)
    qtbot.waitUntil(lambda: beginning.start.isEnabled(), timeout=120_000)
    levels = [level for level, _, _ in beginning.found.rows]
    assert levels == sorted(levels, key=["error", "warning", "note", "left out"].index)
    assert any("4 clips" in what for _, what, _ in beginning.found.rows)
    assert "Learned from: 14 examples" in beginning.found.split.text()
    assert beginning.estimate.verdict.text() == "Can be done on this computer (green)"
    assert beginning.why.text() == "Nothing stands in the way."
    # Another choice makes what was checked void.
    beginning.choosing.name.setText("north-7")
    assert beginning.why.text() == "Check first."
    assert not beginning.start.isEnabled()
    press(beginning.check, qtbot)
    qtbot.waitUntil(lambda: beginning.start.isEnabled(), timeout=120_000)
    press(beginning.start, qtbot)
    qtbot.waitUntil(lambda: panel.watching.run is not None, timeout=60_000)
    assert panel.watching.run.name == "north-7"
    run = find_run(root, "north-7")
    assert is_running(run)
    assert run.sealed
    trained: list[str] = []
    window.bench.ask(
        lambda study: study.rows("SELECT detail FROM audit WHERE verb = 'trained'")[0][0], then=trained.append
    )
    qtbot.waitUntil(lambda: bool(trained))
    assert '"adapter":"north-7"' in trained[0]
    with open_study(clinic_file, secret=PASSPHRASE, read_only=True) as study:
        key = study.data_key.hex()
    if (process := standing(run).process) > 0:
        import psutil

        told = psutil.Process(process)
        assert key not in " ".join([*told.cmdline(), *told.environ().values()])
    wish(run, "stop")
    qtbot.waitUntil(lambda: not is_running(run), timeout=120_000)


def test_a_name_that_is_taken_is_a_sentence(open_clinic, page, tiny_here, logged, qtbot):
    assert tiny_here.name == "tiny"
    logged(name="taken")
    open_clinic()
    beginning = page().beginning
    qtbot.waitUntil(lambda: beginning.check.isEnabled())
    beginning.choosing.name.setText("taken")
    press(beginning.check, qtbot)
    qtbot.waitUntil(lambda: "There is a run called taken already." in beginning.why.text(), timeout=60_000)
    assert not beginning.start.isEnabled()
    beginning.choosing.name.setText("Not A Name")
    assert "small letters" in beginning.why.text()


def told(**more):
    need = {"device": {}, "main": {"together": 2e9}, "disk": {"checkpoints": 1e9}, "hours": {"together": 1.5}}
    return {"colour": "green", "sentences": [], "changes": [], "need": need | {"measured": False}} | more


def test_the_estimate_is_told_in_words_and_a_change_can_be_taken(qapp, qtbot):
    card = EstimateCard()
    qtbot.addWidget(card)
    card.show()
    card.show_estimate(told())
    assert "(green)" in card.verdict.text()
    assert not card.apply.isVisible()
    figures = {card.figures.itemAt(row, card.figures.ItemRole.LabelRole).widget().text():
               card.figures.itemAt(row, card.figures.ItemRole.FieldRole).widget().text()
               for row in range(card.figures.rowCount())}  # fmt: skip
    assert figures == {"Main memory": "2.0 GB", "Disk": "1.0 GB", "Time": "1 h 30 min"}
    card.show_estimate(told(colour="red", sentences=["Too much."], changes=["tokens_per_row 8192 -> 4096"]))
    assert "Cannot be done" in card.verdict.text()
    assert "Too much." in card.sentences.text()
    assert "shorter rows, 8192 -> 4096 tokens" in card.change.text()
    with qtbot.waitSignal(card.changes_wanted) as wanted:
        press(card.apply, qtbot)
    assert wanted.args == [("tokens_per_row 8192 -> 4096",)]
    assert not card.measure.isVisible(), "what cannot be done is not measured"
    assert change_words("unheard 1 -> 2") == "unheard 1 -> 2"


@pytest.mark.parametrize(("errors", "tone"), [(1, "bad"), (0, "good")])
def test_errors_stand_first(qapp, qtbot, errors, tone):
    found = Findings()
    qtbot.addWidget(found)
    rows = [{"level": "note", "what": "n", "remedy": ""}] * (not errors)
    rows += [{"level": "warning", "what": "w", "remedy": "r"}, {"level": "error", "what": "e", "remedy": "m"}] * errors
    parts = {"train": {"examples": 12, "people": 1}, "validate": {"examples": 1, "people": 0}}
    parts["test"] = {"examples": 8, "people": 2}
    refused = [{"what": "session x", "why": "nobody allowed it"}]
    found.show_found({"findings": rows, "refused": refused, "errors": errors, "parts": parts, "remarks": ["Mind."]})
    assert found.rows[0][0] == ("error" if errors else "note")
    assert found.rows[-1] == ("left out", "session x: nobody allowed it", "")
    assert found.summary.property(tone)
    assert found.split.text().splitlines() == [
        "Learned from: 12 examples (1 person by name). To stop in time: 1 example. Held out, to judge: 8 examples "
        "(2 people by name).",
        "Mind.",
    ]
    if errors:
        assert found.summary.text().startswith("1 error. ")


@pytest.mark.slow
def test_from_a_study_to_an_adopted_adapter_with_a_pause_on_the_way(
    open_clinic, page, tiny_here, root, monkeypatch, qtbot
):
    """Everything by clicks; minutes, for the model answers every held-out question four times."""
    from PySide6.QtWidgets import QMessageBox

    from core.models.adapters import named
    from core.models.adopted import adopted

    assert tiny_here.name == "tiny"
    open_clinic()
    panel = page()
    beginning, watching = panel.beginning, panel.watching
    qtbot.waitUntil(lambda: beginning.check.isEnabled())
    press(beginning.check, qtbot)
    qtbot.waitUntil(lambda: beginning.start.isEnabled(), timeout=120_000)
    press(beginning.start, qtbot)
    qtbot.waitUntil(lambda: watching.state == "running" and watching._story.step >= 1, timeout=900_000)
    press(watching.pause, qtbot)
    qtbot.waitUntil(lambda: watching.state == "paused", timeout=300_000)
    assert watching._story.step < watching._story.steps
    press(watching.resume, qtbot)
    qtbot.waitUntil(lambda: watching.state == "done", timeout=1_500_000)
    assert set(watching._story.scores) == {"before", "attribute", "expression", "emotion"}
    outcome = watching.outcome
    qtbot.waitUntil(lambda: outcome.adopt.isVisible())
    assert "cannot be judged" in outcome.verdict.text(), "one person is held out"
    monkeypatch.setattr(QMessageBox, "exec", lambda _: 0)
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(one for one in box.buttons() if "Adopt" in one.text())
    )
    press(outcome.adopt, qtbot)
    qtbot.waitUntil(lambda: "is adopted" in outcome.state.text())
    adapter = named("clinic-north-1")
    assert adapter.sealed
    assert adopted(adapter.about.base) == adapter
    assert (root / "clinic-north-1").is_dir()
    # And that adapter is reinforced: by clicks again, to what was said and to the name of what it goes on from.
    press(panel.new, qtbot)
    beginning.choosing.kind.box.setCurrentIndex(1)
    beginning.choosing.name.setText("north-reinforced")
    qtbot.waitUntil(lambda: beginning.choosing.choice.adapter == "clinic-north-1")
    press(beginning.check, qtbot)
    qtbot.waitUntil(lambda: beginning.start.isEnabled(), timeout=120_000)
    press(beginning.start, qtbot)
    qtbot.waitUntil(lambda: watching.run is not None and watching.run.name == "north-reinforced", timeout=60_000)
    qtbot.waitUntil(lambda: watching.state == "done", timeout=1_500_000)
    assert set(watching._story.scores) == {"before", "reinforcement"}
    qtbot.waitUntil(lambda: "truncated" in watching.curves.rewards.multiples)
    qtbot.waitUntil(lambda: "reinforcement of the adapter clinic-north-1" in outcome.of.text())
    press(watching.samples.show_, qtbot)
    qtbot.waitUntil(lambda: watching.samples.table.rowCount() > 0, timeout=60_000)
    assert named("north-reinforced").about.parent == "clinic-north-1"
