"""A walk through the whole window by simulated mouse and keyboard, on the real example.

With `VIDEMO_SHOTS=FOLDER` a picture of every step is written there, named after theme and scale; `VIDEMO_THEME=dark`,
`VIDEMO_LANGUAGE=zh_CN` and `QT_SCALE_FACTOR=2` change what is seen. Under Xvfb: `QT_QPA_PLATFORM=xcb`.
"""

import os
from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="the window's extra is not installed")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

PATIENCE_MS = 60_000
KEY = Qt.Key


class Walker:
    """Somebody at the screen."""

    def __init__(self, window, qtbot, shots: Path | None) -> None:
        self.window, self.qtbot, self.shots, self.steps = window, qtbot, shots, 0
        self.session = window.bench.session

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, *, to=None) -> None:
        target = to or self.window
        target.activateWindow()
        self.until(target.isActiveWindow)
        self.qtbot.keyClick(target, key, modifier)

    def text(self, words: str, *, to) -> None:
        self.qtbot.keyClicks(to, words)

    def until(self, there) -> None:
        self.qtbot.waitUntil(there, timeout=PATIENCE_MS)

    def dialog(self, kind):
        self.until(lambda: bool(self.open(kind)))
        return self.open(kind)[-1]

    def open(self, kind):
        return [one for one in self.window.findChildren(kind) if one.isVisible()]

    def shot(self, name: str, *, settle_ms: int = 250) -> None:
        self.steps += 1
        if self.shots is None:
            return
        self.qtbot.wait(settle_ms)
        self.window.activateWindow()
        if QApplication.platformName() == "xcb":
            picture = QApplication.primaryScreen().grabWindow(0)
        else:
            picture = self.window.grab()
            for dialog in (
                self.window.findChildren(QApplication.activeModalWidget().__class__)
                if (QApplication.activeModalWidget() is not None)
                else ()
            ):
                if dialog.isVisible():
                    picture = dialog.grab()
        preferences = self.window.bench.preferences
        scale = os.environ.get("QT_SCALE_FACTOR", "1")
        look = f"{preferences.theme}-{preferences.language or 'en'}-{scale}"
        self.shots.mkdir(parents=True, exist_ok=True)
        picture.save(str(self.shots / f"{look}-{self.steps:02d}-{name}.png"))


@pytest.fixture
def walker(qapp, qtbot, own_home, face_model, expression_model, sample_video):
    """A new user: an empty home that has the models and the clip, nothing else."""
    (own_home / "models").parent.mkdir(parents=True, exist_ok=True)
    (own_home / "models").symlink_to(face_model.parent)
    from app.application import application, dress
    from app.preferences import Preferences
    from app.window import MainWindow
    from app.workbench import Workbench

    preferences = Preferences()
    preferences.theme = os.environ.get("VIDEMO_THEME", "light")
    preferences.language = os.environ.get("VIDEMO_LANGUAGE", "en")
    preferences.keep_flag("tour_seen", on=True)
    dress(application(), preferences)
    window = MainWindow(Workbench(preferences))
    qtbot.addWidget(window)
    window.show()
    shots = os.environ.get("VIDEMO_SHOTS")
    yield Walker(window, qtbot, Path(shots) if shots else None)
    window.close()


def wheel(widget, *, notches: int, at: QPoint) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_walk_through_the_window(walker):
    window, session = walker.window, walker.session
    walker.shot("start")

    # The example, by its big button.
    window.start.setFocus()
    window.actions_.start("study.example")
    walker.until(lambda: session.scene is not None and bool(session.scene.analyses))
    walker.until(lambda: session.row is not None and session.segment is not None)
    walker.shot("example", settle_ms=1500)
    labels = [row.label for row in session.scene.segments if row.end_s <= 5.0 and row.label]
    assert "happiness" not in labels

    # The timeline: in with the wheel, out with a key, a click on a segment.
    timeline = window.docks["timeline"].widget()
    canvas, whole_s = timeline.canvas, timeline.view.span_s
    wheel(canvas, notches=6, at=QPoint(canvas.width() * 3 // 4, canvas.height() // 2))
    assert timeline.view.span_s < whole_s
    walker.shot("timeline-near")
    walker.key(KEY.Key_0)
    assert timeline.view.span_s == pytest.approx(whole_s)
    window.actions_.start("view.distribution")
    walker.until(lambda: bool(session.distributions))
    walker.shot("distribution")
    window.actions_.start("view.distribution")
    happy = next(row for row in session.scene.segments if row.label == "happiness" and row.end_s - row.start_s > 2)
    middle = timeline.view.cut().x((happy.start_s + happy.end_s) / 2)
    place = QPoint(round(middle), canvas.top_of(lane(timeline)) + 20)
    walker.qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    walker.until(lambda: session.row == happy and session.segment is not None)
    walker.until(lambda: session.playhead_s >= happy.start_s - 0.05)

    # The tree: down to a reason, with its evidence and its frames.
    from app.player.pointed import pointed

    clue = next(one for one in session.segment.tree.clues if one.name == "AU12")
    session.select_clue(clue.id)
    assert session.selected_clue == clue
    player = window.player
    walker.until(lambda: bool(player.landmarks.of(player.deck.current)))
    assert pointed(session, player.deck.current)
    walker.shot("reasons", settle_ms=1200)
    session.select_clue(None)

    # A correction by keys, and back.
    from app.dialogs.correct import CorrectDialog

    walker.key(KEY.Key_C)
    dialog = walker.dialog(CorrectDialog)
    walker.shot("correct")
    walker.key(KEY.Key_U, to=dialog)
    dialog.accept()
    walker.until(lambda: any("surprise" in one for one in current(session).verdicts))
    walker.shot("corrected")
    walker.key(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    walker.until(lambda: not current(session).verdicts)
    walker.key(KEY.Key_A)
    walker.until(lambda: any("agree" in one for one in current(session).verdicts))

    # Play, stop, step.
    walker.key(KEY.Key_Space)
    walker.until(lambda: session.playhead_s > happy.start_s + 0.3)
    walker.key(KEY.Key_Space)
    walker.qtbot.wait(200)
    stood = session.playhead_s
    walker.key(KEY.Key_Right)
    walker.until(lambda: session.playhead_s > stood)
    walker.key(KEY.Key_F)
    walker.shot("blurred", settle_ms=600)
    walker.key(KEY.Key_F)

    # People.
    from app.dialogs.people import PeopleDialog

    walker.key(KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    people = walker.dialog(PeopleDialog)
    walker.shot("people")
    people.reject()

    # An event, by its key.
    from app.dialogs.marker import MarkerDialog

    walker.key(KEY.Key_E)
    marker = walker.dialog(MarkerDialog)
    walker.text("laughs", to=marker.focusWidget())
    walker.shot("event")
    marker.accept()
    walker.until(lambda: [one.label for one in session.scene.markers] == ["laughs"])

    # The queue.
    from app.dialogs.analyse import AnalyseDialog

    walker.key(KEY.Key_R, Qt.KeyboardModifier.ControlModifier)
    analyse = walker.dialog(AnalyseDialog)
    walker.shot("analyse")
    for row in range(analyse.list.count()):
        analyse.list.item(row).setCheckState(Qt.CheckState.Checked)
    analyse.accept()
    walker.until(lambda: bool(window.bench.queue) and window.bench.queue[-1].progress is not None)
    walker.shot("queue", settle_ms=900)
    job = window.bench.queue[-1]
    walker.until(lambda: job.ended)
    assert job.state == "done", job.failure
    walker.until(lambda: session.scene.analyses[0].id == job.result)

    # Export, as far as its preview.
    from app.dialogs.export import ExportDialog

    walker.key(KEY.Key_E, Qt.KeyboardModifier.ControlModifier)
    export = walker.dialog(ExportDialog)
    walker.shot("export", settle_ms=2500)
    export.reject()

    # The palette, settings, glossary, keys, models, about.
    from app.dialogs.about import AboutDialog
    from app.dialogs.glossary import GlossaryDialog
    from app.dialogs.keys import KeysDialog
    from app.dialogs.models import ModelsDialog
    from app.dialogs.palette import Palette
    from app.dialogs.settings import SettingsDialog

    walker.key(KEY.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = walker.dialog(Palette)
    walker.text("zoom", to=palette.findChild(QLineEdit))
    walker.shot("palette")
    walker.key(KEY.Key_Escape, to=palette)
    for name, verb, kind in (
        ("settings", "app.settings", SettingsDialog),
        ("glossary", "help.glossary", GlossaryDialog),
        ("keys", "help.keys", KeysDialog),
        ("models", "app.models", ModelsDialog),
        ("about", "help.about", AboutDialog),
    ):
        window.actions_.start(verb)
        shown = walker.dialog(kind)
        walker.shot(name)
        walker.key(KEY.Key_Escape, to=shown)
        walker.until(lambda kind=kind: not walker.open(kind))


def lane(timeline):
    """The first person's lane."""
    from app.timeline.segments import SegmentLane

    return next(one for one in timeline.canvas.lanes.lanes if isinstance(one, SegmentLane))


def current(session):
    """The selected segment as it is now."""
    return session.find(session.row.analysis, session.row.segment)
