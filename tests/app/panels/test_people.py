"""People: a chip with a face for each, kept in the encrypted study; corrections through the dialog, undone again."""

import pytest

from app.dialogs.people import PeopleDialog
from app.faces_shown import SIDE
from app.panels.people import PeoplePanel
from app.verbs import review
from core.project.study import Study
from core.records.study import Appoint, Exclude, Merge, Name, Split, Swap


@pytest.fixture
def panel(opened, actions, qtbot):
    actions.on("view.blur", lambda: None)
    made = PeoplePanel(opened, actions)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(opened, actions, qtbot):
    made = PeopleDialog(opened, actions)
    qtbot.addWidget(made)
    made.show()
    return made


def pick(dialog, operation):
    dialog.operation.setCurrentIndex(dialog.operation.findData(operation))


def test_each_person_has_a_chip_with_a_face_from_the_recording(panel, opened, qtbot, folder):
    assert [key[1] for key in panel.chips] == ["P1", "P2"]
    qtbot.waitUntil(lambda: all(chip.pictured for chip in panel.chips.values()), timeout=10_000)
    rows = []

    def cached(study: Study):
        return study.rows("SELECT key, body FROM cache")

    opened.ask(cached, then=rows.append)
    qtbot.waitUntil(lambda: bool(rows))
    assert len(rows[0]) == 2
    from PySide6.QtGui import QImage

    pictures = [QImage.fromData(bytes(body)) for _, body in rows[0]]
    assert all(picture.width() == SIDE for picture in pictures)
    assert pictures[0] != pictures[1]
    for one in folder.rglob("*"):
        assert b"JFIF" not in one.read_bytes() if one.is_file() and one.suffix != ".mp4" else True


def test_blurred_faces_are_letters(panel, actions, qtbot):
    qtbot.waitUntil(lambda: all(chip.pictured for chip in panel.chips.values()), timeout=10_000)
    actions["view.blur"].setChecked(True)
    assert not any(chip.pictured for chip in panel.chips.values())


def test_without_the_recording_there_are_letters(bench, folder, qtbot):
    from app.actions import Actions
    from tests.app.panels.conftest import show

    (folder / "two.mp4").unlink()
    show(bench, folder, qtbot)
    panel = PeoplePanel(bench, Actions(bench))
    qtbot.addWidget(panel)
    qtbot.wait(200)
    assert panel.chips
    assert not any(chip.pictured for chip in panel.chips.values())


def test_a_click_goes_through_the_persons_segments(panel, opened):
    key = next(reversed(panel.chips))
    own = [row for row in opened.session.scene.segments if (row.analysis, row.person) == key]
    visited = []
    for _ in own:
        panel.chips[key].click()
        visited.append(opened.session.row)
    assert visited == own
    assert panel.chips[key].isChecked()


def test_a_merge_is_told_done_and_undone(dialog, panel, opened, qtbot):
    pick(dialog, "merge")
    assert dialog.correction == Merge("P1", "P2")
    assert dialog.told.text() == "P2 becomes P1: they are the same person from beginning to end."
    with qtbot.waitSignal(opened.session.scene_changed):
        dialog.apply.click()
    assert [key[1] for key in panel.chips] == ["P1"]
    assert not dialog.apply.isEnabled(), "there is nobody else now"
    with qtbot.waitSignal(opened.session.scene_changed):
        review.undo(opened)
    assert [key[1] for key in panel.chips] == ["P1", "P2"]


def test_times_are_filled_in_from_playhead_and_marked_span(opened, actions, qtbot):
    opened.session.show(2.5)
    dialog = PeopleDialog(opened, actions, operation="split", person="P2")
    qtbot.addWidget(dialog)
    assert dialog.correction == Split("P2", 2.5, "P3")
    pick(dialog, "swap")
    assert dialog.correction == Swap("P2", "P1", 2.5)
    opened.session.mark((1.0, 4.0))
    dialog = PeopleDialog(opened, actions, operation="exclude", person="P2")
    qtbot.addWidget(dialog)
    assert dialog.correction == Exclude("P2", 1.0, 4.0, "")
    dialog.everybody.setChecked(True)
    assert dialog.correction == Exclude(None, 1.0, 4.0, "")


def test_names_and_roles_show_on_the_chip(dialog, panel, opened, qtbot):
    assert dialog.correction is None, "a name has letters"
    dialog.name.setText("A7")
    assert dialog.correction == Name("P1", "A7")
    with qtbot.waitSignal(opened.session.scene_changed):
        dialog.apply.click()
    pick(dialog, "role")
    dialog.role.setCurrentIndex(dialog.role.findData("client"))
    assert dialog.correction == Appoint("P1", "client")
    with qtbot.waitSignal(opened.session.scene_changed):
        dialog.apply.click()
    assert panel.chips[next(iter(panel.chips))].accessibleName().startswith("A7 · client")


def test_who_is_left_out_is_excluded(panel, opened, qtbot):
    from app.verbs.people import put_right

    key = next(iter(panel.chips))
    with qtbot.waitSignal(opened.session.scene_changed):
        put_right(opened, key[0], Exclude("P1", 0.0, 1e6, "left the room"))
    assert panel.chips[key].accessibleName() == "P1, excluded"
