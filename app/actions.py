"""Every verb a person can start: its name, words, keys, and when it is possible. In: the table. Out: Qt actions.

The table says what there is; `app.verbs` and the panels say what is done (`on`). Menus, the command palette and the
list of keys are drawn from the same table, so that none can forget one. Must not know: how a verb is carried out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from app.translation import QT_TRANSLATE_NOOP
from app.workbench import Workbench

Need = Literal["nothing", "study", "writable", "session", "media", "segment", "reviewable", "span"]
"""What must be there: an open study, one that may be changed, a session, its recording's file, a selected segment, one
that may be reviewed, a marked span."""
Menu = Literal["study", "session", "review", "play", "view", "help"]

MENUS: tuple[tuple[Menu, str], ...] = (
    ("study", QT_TRANSLATE_NOOP("Menu", "&Study")),
    ("session", QT_TRANSLATE_NOOP("Menu", "S&ession")),
    ("review", QT_TRANSLATE_NOOP("Menu", "&Review")),
    ("play", QT_TRANSLATE_NOOP("Menu", "&Play")),
    ("view", QT_TRANSLATE_NOOP("Menu", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menu", "&Help")),
)


@dataclass(frozen=True, slots=True)
class Command:
    """A verb."""

    id: str
    text: str
    menu: Menu
    need: Need = "nothing"
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("study.start", QT_TRANSLATE_NOOP("Action", "Start page"), "study", keys=("Ctrl+Shift+H",), icon="home"),
    Command("study.new", QT_TRANSLATE_NOOP("Action", "New study…"), "study", keys=("Ctrl+N",), icon="new"),
    Command("study.open", QT_TRANSLATE_NOOP("Action", "Open study…"), "study", keys=("Ctrl+O",), icon="open"),
    Command("study.example", QT_TRANSLATE_NOOP("Action", "Open the example"), "study", icon="example"),
    Command("study.add", QT_TRANSLATE_NOOP("Action", "Add recordings…"), "study", "writable", ("Ctrl+I",), icon="add"),
    Command("study.relink", QT_TRANSLATE_NOOP("Action", "Find missing recordings…"), "study", "writable"),
    Command("study.history", QT_TRANSLATE_NOOP("Action", "History…"), "study", "study", icon="history"),
    Command("study.backup", QT_TRANSLATE_NOOP("Action", "Back up now"), "study", "writable"),
    Command("study.verify", QT_TRANSLATE_NOOP("Action", "Verify the study"), "study", "study"),
    Command("study.train", QT_TRANSLATE_NOOP("Action", "Training…"), "study", keys=("Ctrl+T",), icon="train"),
    Command("study.close", QT_TRANSLATE_NOOP("Action", "Close study"), "study", "study", ("Ctrl+W",)),
    Command("app.settings", QT_TRANSLATE_NOOP("Action", "Settings…"), "study", keys=("Ctrl+,",), icon="settings"),
    Command("app.models", QT_TRANSLATE_NOOP("Action", "Models…"), "study", icon="models"),
    Command("app.quit", QT_TRANSLATE_NOOP("Action", "Quit"), "study", keys=("Ctrl+Q",)),
    Command("session.analyse", QT_TRANSLATE_NOOP("Action", "Analyse…"), "session", "writable", ("Ctrl+R",), "analyse"),
    Command("session.queue", QT_TRANSLATE_NOOP("Action", "Jobs"), "session", keys=("Ctrl+J",), icon="queue"),
    Command("session.people", QT_TRANSLATE_NOOP("Action", "People…"), "session", "session", ("Ctrl+P",), "people"),
    Command("session.consent", QT_TRANSLATE_NOOP("Action", "Consent…"), "session", "study", icon="consent"),
    Command("session.event", QT_TRANSLATE_NOOP("Action", "Mark an event here…"), "session", "session", ("E",), "event"),
    Command("session.phase", QT_TRANSLATE_NOOP("Action", "Make the marked span a phase…"), "session", "span", ("P",)),
    Command("session.markers", QT_TRANSLATE_NOOP("Action", "Events and phases…"), "session", "session"),
    Command("session.note", QT_TRANSLATE_NOOP("Action", "Write a note…"), "session", "session", ("Ctrl+Shift+N",)),
    Command("session.import", QT_TRANSLATE_NOOP("Action", "Import what others coded…"), "session", "session"),
    Command("session.export", QT_TRANSLATE_NOOP("Action", "Export…"), "session", "session", ("Ctrl+E",), "export"),
    Command("review.undo", QT_TRANSLATE_NOOP("Action", "Undo"), "review", "writable", ("Ctrl+Z",), "undo"),
    Command("review.redo", QT_TRANSLATE_NOOP("Action", "Redo"),
            "review", "writable", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    Command("review.agree", QT_TRANSLATE_NOOP("Action", "Agree"), "review", "reviewable", ("A",), "agree"),
    Command("review.correct", QT_TRANSLATE_NOOP("Action", "Correct…"), "review", "reviewable", ("C",), "correct"),
    Command("review.reject", QT_TRANSLATE_NOOP("Action", "Reject"), "review", "reviewable", ("R",), "reject"),
    Command("review.unsure", QT_TRANSLATE_NOOP("Action", "Unsure"), "review", "reviewable", ("U",), "unsure"),
    Command("review.comment", QT_TRANSLATE_NOOP("Action", "Comment…"), "review", "reviewable", ("M",), "comment"),
    Command("review.next", QT_TRANSLATE_NOOP("Action", "Next to check"), "review", "session", ("N",), "next"),
    Command("review.rater", QT_TRANSLATE_NOOP("Action", "Who reviews…"), "review", "writable"),
    Command("play.toggle", QT_TRANSLATE_NOOP("Action", "Play or pause"), "play", "media", ("Space",), "play"),
    Command("play.frame_back", QT_TRANSLATE_NOOP("Action", "One frame back"),
            "play", "media", ("Left", ","), "frame-back"),
    Command("play.frame_on", QT_TRANSLATE_NOOP("Action", "One frame on"), "play", "media", ("Right", "."), "frame-on"),
    Command("play.second_back", QT_TRANSLATE_NOOP("Action", "One second back"), "play", "media", ("Shift+Left",)),
    Command("play.second_on", QT_TRANSLATE_NOOP("Action", "One second on"), "play", "media", ("Shift+Right",)),
    Command("play.segment_back", QT_TRANSLATE_NOOP("Action", "Previous segment"),
            "play", "session", ("Ctrl+Left", "Up"), "segment-back"),
    Command("play.segment_on", QT_TRANSLATE_NOOP("Action", "Next segment"),
            "play", "session", ("Ctrl+Right", "Down"), "segment-on"),
    Command("play.loop", QT_TRANSLATE_NOOP("Action", "Loop the segment"),
            "play", "segment", ("L",), "loop", checkable=True),
    Command("play.slower", QT_TRANSLATE_NOOP("Action", "Slower"), "play", "media", ("[",)),
    Command("play.faster", QT_TRANSLATE_NOOP("Action", "Faster"), "play", "media", ("]",)),
    Command("play.start", QT_TRANSLATE_NOOP("Action", "To the beginning"), "play", "session", ("Home",)),
    Command("play.end", QT_TRANSLATE_NOOP("Action", "To the end"), "play", "session", ("End",)),
    Command("play.time", QT_TRANSLATE_NOOP("Action", "Go to a time…"), "play", "session", ("Ctrl+G",)),
    Command("view.boxes", QT_TRANSLATE_NOOP("Action", "Face boxes and names"), "view", keys=("B",), checkable=True),
    Command("view.landmarks", QT_TRANSLATE_NOOP("Action", "Landmarks"), "view", keys=("K",), checkable=True),
    Command("view.units", QT_TRANSLATE_NOOP("Action", "Action units on the picture"),
            "view", keys=("Shift+B",), checkable=True),
    Command("view.blur", QT_TRANSLATE_NOOP("Action", "Blur all faces"), "view", keys=("F",), checkable=True),
    Command("view.blur_others", QT_TRANSLATE_NOOP("Action", "Blur all but the selected person"),
            "view", keys=("Shift+F",), checkable=True),
    Command("view.zoom_in", QT_TRANSLATE_NOOP("Action", "Zoom the timeline in"),
            "view", "session", ("Ctrl+=", "+"), "zoom-in"),
    Command("view.zoom_out", QT_TRANSLATE_NOOP("Action", "Zoom the timeline out"),
            "view", "session", ("Ctrl+-", "-"), "zoom-out"),
    Command("view.whole", QT_TRANSLATE_NOOP("Action", "Whole session"), "view", "session", ("Ctrl+0", "0"), "whole"),
    Command("view.segment", QT_TRANSLATE_NOOP("Action", "Zoom to the segment"), "view", "segment", ("Z",)),
    Command("view.distribution", QT_TRANSLATE_NOOP("Action", "Distribution lanes"),
            "view", keys=("D",), checkable=True),
    Command("view.curves", QT_TRANSLATE_NOOP("Action", "Action-unit lanes…"), "view", "session", ("Shift+D",)),
    Command("view.reset", QT_TRANSLATE_NOOP("Action", "Panels as at first"), "view"),
    Command("help.palette", QT_TRANSLATE_NOOP("Action", "Find an action…"), "help", keys=("Ctrl+K",), icon="search"),
    Command("help.keys", QT_TRANSLATE_NOOP("Action", "Keys"), "help", keys=("?", "F1"), icon="keys"),
    Command("help.glossary", QT_TRANSLATE_NOOP("Action", "Glossary"), "help", icon="glossary"),
    Command("help.tour", QT_TRANSLATE_NOOP("Action", "Tour of the example"), "help", icon="tour"),
    Command("help.check", QT_TRANSLATE_NOOP("Action", "Check this computer"), "help", icon="check"),
    Command("help.about", QT_TRANSLATE_NOOP("Action", "About, intended use and limits"), "help", icon="about"),
)  # fmt: skip


class Actions(QObject):
    """The verbs as Qt actions. `on` says what one does; until then it does nothing and cannot be started."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._doing: dict[str, Callable[[], object]] = {}
        self._actions: dict[str, QAction] = {}
        self._media = False
        for command in COMMANDS:
            action = QAction(QCoreApplication.translate("Action", command.text), self)
            action.setObjectName(command.id)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _=False, name=command.id: self._do(name))
            self._actions[command.id] = action
        session = bench.session
        for signal in (session.scene_changed, session.selected, session.span_changed, bench.study_changed):
            signal.connect(self.refresh)
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        """The Qt action of a verb. Raises `KeyError`."""
        return self._actions[name]

    def on(self, name: str, do: Callable[[], object]) -> None:
        """Says what a verb does. Raises `KeyError` for one that is not in the table."""
        if name not in self._actions:
            raise KeyError(name)
        self._doing[name] = do
        self.refresh()

    def start(self, name: str) -> None:
        """Starts a verb as if its key had been pressed; nothing where it is not possible now."""
        self._actions[name].trigger()

    def set_media(self, here: bool) -> None:
        """Whether the recording can be played; the player says so."""
        self._media = here
        self.refresh()

    def refresh(self) -> None:
        """Enables what is possible now."""
        for command in COMMANDS:
            possible = command.id in self._doing and self._there(command.need)
            self._actions[command.id].setEnabled(possible)

    def _do(self, name: str) -> None:
        doing = self._doing.get(name)
        if doing is not None:
            doing()

    def _there(self, need: Need) -> bool:
        study, session = self._bench.study, self._bench.session
        writable = study is not None and study.writable
        match need:
            case "nothing":
                return True
            case "study":
                return study is not None
            case "writable":
                return writable
            case "session":
                return session.scene is not None
            case "media":
                return session.scene is not None and self._media
            case "segment":
                return session.row is not None
            case "reviewable":
                return writable and session.row is not None and not session.provisional
            case "span":
                return writable and session.scene is not None and session.span is not None


def described(command: Command) -> tuple[str, str]:
    """A verb's words and its first key, as the palette and the list of keys show them."""
    words = QCoreApplication.translate("Action", command.text)
    key = QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if command.keys else ""
    return words, key
