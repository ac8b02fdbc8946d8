"""The main window: start page, or the session page with its panels in docks. In: a workbench. Out: what the user sees.

Panels are made when the first session is shown, so that the start page is there at once. Must not know: what a panel
draws, what a verb does.
"""

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QStackedWidget, QWidget

from app.actions import COMMANDS, MENUS, Actions
from app.start import StartPage
from app.translation import QT_TRANSLATE_NOOP
from app.verbs.training import LOOK_AFTER_MS, tell_running
from app.verbs.wiring import wire
from app.widgets.notice import Notice
from app.workbench import Workbench

if TYPE_CHECKING:
    from app.panels.training import TrainingPanel

LAYOUT = "session-3"
"""Name of the remembered arrangement; a new name when the docks change."""
DOCKS = (
    ("people", QT_TRANSLATE_NOOP("Window", "People")),
    ("figures", QT_TRANSLATE_NOOP("Window", "Figures")),
    ("timeline", QT_TRANSLATE_NOOP("Window", "Timeline")),
    ("why", QT_TRANSLATE_NOOP("Window", "Why this reading")),
    ("review", QT_TRANSLATE_NOOP("Window", "Your verdict")),
    ("queue", QT_TRANSLATE_NOOP("Window", "Jobs")),
)


AFTER_FIRST_PAINT_MS = 150
BETWEEN_PANELS_MS = 10
"""Time for what else the window has to do, after each panel that is made."""
PANELS = ("player", "people", "figures", "timeline", "why", "review", "queue", "training")


def _load_panels() -> None:
    for name in PANELS:
        importlib.import_module(f"app.panels.{name}")


class MainWindow(QMainWindow):
    """One per program."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self.bench = bench
        self.actions_ = Actions(bench)
        self.docks: dict[str, QDockWidget] = {}
        self.training: TrainingPanel | None = None
        """The training page; None before its first use."""
        self._loading_began = False
        self.player: QWidget | None = None
        self._panels_left = self._panels()
        self._session_wanted = False
        self._make = QTimer(self, singleShot=True, interval=BETWEEN_PANELS_MS)
        self._make.timeout.connect(self._make_in_turn)
        self.setWindowTitle("VidEmo Studio")
        self.setObjectName("window")
        self.setDockNestingEnabled(True)
        self.resize(1400, 880)
        self.start = StartPage(bench, self.actions_)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self.setCentralWidget(self._pages)
        self._menus()
        self._state = QLabel()
        self._state.setProperty("quiet", True)
        self.statusBar().addPermanentWidget(self._state)
        self.notice = Notice(self)
        bench.told.connect(self.notice.tell)
        bench.session.opened.connect(self._session_opened)
        bench.session.scene_changed.connect(self._select_first)
        bench.study_changed.connect(self._study_changed)
        bench.saved.connect(self._tick)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        wire(self)
        geometry = bench.preferences.layout("window")
        if geometry is not None:
            self.restoreGeometry(geometry)

    def addDock(self, name: str, panel: QWidget) -> QDockWidget:
        """A panel in a dock of its own."""
        dock = QDockWidget(QCoreApplication.translate("Window", dict(DOCKS)[name]), self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self.docks[name] = dock
        return dock

    def show_start(self) -> None:
        """Goes to the start page; the study stays open."""
        self._session_wanted = False
        for dock in self.docks.values():
            dock.hide()
        self._pages.setCurrentIndex(0)
        self.start.refresh()

    def show_session(self) -> None:
        """Goes to the session page; what is missing of it is made."""
        self._session_wanted = False
        while self._make_panel():
            pass
        remembered = self.bench.preferences.layout(LAYOUT)
        if remembered is None or not self.restoreState(remembered):
            self.arrange()
        if self.player is not None:
            self._pages.setCurrentWidget(self.player)

    def show_training(self) -> None:
        """Goes to the training page, made at its first use; what was shown is one step back."""
        self._session_wanted = False  # who goes elsewhere while its panels are made stays there
        if self.training is None:
            from app.panels.training import TrainingPanel

            self.training = TrainingPanel(self.bench, self.actions_)
            self.training.left.connect(self._leave_training)
            self._pages.addWidget(self.training)
        self._keep_arrangement()
        for dock in self.docks.values():
            dock.hide()
        self._pages.setCurrentWidget(self.training)

    def arrange(self) -> None:
        """Puts the panels where they were at first."""
        area = Qt.DockWidgetArea
        for dock in self.docks.values():
            dock.setFloating(False)
            self.removeDockWidget(dock)
        self.addDockWidget(area.RightDockWidgetArea, self.docks["why"])
        self.addDockWidget(area.RightDockWidgetArea, self.docks["review"])
        self.addDockWidget(area.BottomDockWidgetArea, self.docks["people"])
        self.splitDockWidget(self.docks["people"], self.docks["timeline"], Qt.Orientation.Vertical)
        self.splitDockWidget(self.docks["people"], self.docks["figures"], Qt.Orientation.Horizontal)
        self.tabifyDockWidget(self.docks["figures"], self.docks["queue"])
        for dock in self.docks.values():
            dock.show()
        self.docks["figures"].raise_()
        width, height = self.width(), self.height()
        people, figures, timeline = self.docks["people"], self.docks["figures"], self.docks["timeline"]
        self.resizeDocks([self.docks["why"]], [int(width * 0.47)], Qt.Orientation.Horizontal)
        self.resizeDocks([self.docks["why"], self.docks["review"]], [height, 1], Qt.Orientation.Vertical)
        self.resizeDocks([people, figures], [int(width * 0.36), int(width * 0.64)], Qt.Orientation.Horizontal)
        self.resizeDocks([people, timeline], [int(height * 0.19), int(height * 0.27)], Qt.Orientation.Vertical)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks where a job runs; what was done is saved already."""
        from app.dialogs.closing import may_close

        if not may_close(self.bench, parent=self):
            event.ignore()
            return
        self.bench.preferences.keep_layout("window", self.saveGeometry())
        self._keep_arrangement()
        self._clock.stop()
        self.bench.close()
        event.accept()

    def _keep_arrangement(self) -> None:
        """Remembers where the panels are, while they are shown."""
        if self.docks and self._pages.currentWidget() is self.player:
            self.bench.preferences.keep_layout(LAYOUT, self.saveState())

    def showEvent(self, event: QShowEvent) -> None:
        """Once the start page is there, the panels are loaded beside it and made in turn: no session waits for them."""
        super().showEvent(event)
        if not self._loading_began:
            self._loading_began = True
            QTimer.singleShot(AFTER_FIRST_PAINT_MS, self, self._load)
            QTimer.singleShot(LOOK_AFTER_MS, self, lambda: tell_running(self))

    def _load(self) -> None:
        self.bench.free_lane.ask(_load_panels, then=lambda _: self._make.start(), owner=self)

    def _make_in_turn(self) -> None:
        """Makes one panel; all at once would hold the window for 150 ms."""
        if self._make_panel():
            self._make.start()
        elif self._session_wanted:
            self.show_session()

    def _make_panel(self) -> bool:
        """Makes the next panel of the session page; False where all are there."""
        name, panel = next(self._panels_left, ("", None))
        if panel is None:
            return False
        if name == "player":
            self.player = panel
            self._pages.addWidget(panel)
        else:
            self.addDock(name, panel)
        return True

    def _panels(self) -> Iterator[tuple[str, QWidget]]:
        bench, actions = self.bench, self.actions_
        from app.panels.player import PlayerPanel

        yield "player", PlayerPanel(bench, actions)
        from app.panels.people import PeoplePanel

        yield "people", PeoplePanel(bench, actions)
        from app.panels.figures import FiguresPanel

        yield "figures", FiguresPanel(bench, actions)
        from app.panels.timeline import TimelinePanel

        yield "timeline", TimelinePanel(bench, actions)
        from app.panels.why import WhyPanel

        yield "why", WhyPanel(bench, actions)
        from app.panels.review import ReviewPanel

        yield "review", ReviewPanel(bench, actions)
        from app.panels.queue import QueuePanel

        yield "queue", QueuePanel(bench, actions)

    def _menus(self) -> None:
        bar = self.menuBar()
        for key, title in MENUS:
            menu = bar.addMenu(QCoreApplication.translate("Menu", title))
            menu.setObjectName(f"menu.{key}")
            for command in COMMANDS:
                if command.menu == key:
                    menu.addAction(self.actions_[command.id])
        for command in COMMANDS:
            self.addAction(self.actions_[command.id])

    def menu(self, name: str) -> list[QAction]:
        """The actions of a menu."""
        return [self.actions_[command.id] for command in COMMANDS if command.menu == name]

    def _leave_training(self) -> None:
        if self.training is not None:
            self.training.waits_for_study = False
        self._session_opened()

    def _session_opened(self) -> None:
        if self.training is not None and self.training.isVisible() and self.training.waits_for_study:
            self.training.waits_for_study = self.bench.session.scene is None
        elif self.bench.session.scene is not None and len(self.docks) < len(DOCKS):
            self._session_wanted = True
            self._make.start()
        elif self.bench.session.scene is not None:
            self.show_session()
        else:
            self.show_start()

    def _select_first(self) -> None:
        """The reasons beside the picture are those of a segment, not an empty page."""
        session = self.bench.session
        if session.scene is not None and session.row is None and not session.provisional:
            rows = session.scene.segments
            first = next((row for row in rows if row.assessable), rows[0] if rows else None)
            if first is not None:
                session.select(first)

    def _study_changed(self) -> None:
        study, scene = self.bench.study, self.bench.session.scene
        parts = [study.name if study else "", scene.session.name if scene else "", "VidEmo Studio"]
        self.setWindowTitle(" · ".join(part for part in parts if part))
        if study is None:
            self._clock.stop()
            self._state.clear()
        elif not self._clock.isActive():
            self._clock.start()
        self._tick()

    def _tick(self) -> None:
        if self.bench.study is not None:
            self.bench.saved_s_ago(self._show_state, owner=self)

    def _show_state(self, saved_s: float | None) -> None:
        study = self.bench.study
        if study is None:
            return
        if not study.writable:
            saved = self.tr("open for reading only")
        elif saved_s is None:
            saved = self.tr("everything is saved")
        elif saved_s < 60:
            saved = self.tr("saved {seconds} s ago").format(seconds=round(saved_s))
        else:
            saved = self.tr("saved {minutes} min ago").format(minutes=round(saved_s / 60))
        sealed = self.tr("encrypted") if study.encrypted else self.tr("not encrypted")
        text = " · ".join((saved, sealed, self.tr("offline")))
        if self._state.text() != text:
            with QSignalBlocker(self._state):
                self._state.setText(text)
