"""The start page: the example, recent studies, a new study, this computer. In: what is remembered. Out: wishes.

It says what somebody wants (`study_wanted`, `session_wanted`, `dropped`) and opens nothing itself. Whether a recent
study is still there is looked up beside the window's thread, for a disk may answer slowly.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.look import SPACE, icon
from app.translation import translate
from app.widgets.big_button import BigButton
from app.widgets.parts import Drawn, Scroll, card, quiet, titled
from app.workbench import Workbench

WIDEST = 1080


class StartPage(QWidget):
    """What is shown while no session is."""

    study_wanted = Signal(object)
    """Path of a study that somebody wants to open."""
    session_wanted = Signal(int)
    """Number of a session of the open study that somebody wants to see."""
    dropped = Signal(object)
    """Paths of files that were dropped here: a tuple."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        self.setAcceptDrops(True)
        self._there: dict[Path, bool] = {}
        self.recent_rows: list[RecentRow] = []
        """One for each recent study, newest first."""
        self.session_buttons: list[QPushButton] = []
        """One for each session of the open study."""
        self._open = card()
        self._open.hide()
        self._recent = Scroll(self.tr("Recent studies"))
        self._recent.column.setSpacing(2)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST)
        page = QVBoxLayout(inner)
        page.setSpacing(3 * SPACE)
        page.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        page.addStretch(1)
        page.addLayout(self._head())
        middle = QHBoxLayout()
        middle.setSpacing(3 * SPACE)
        middle.addLayout(self._left(), 11)
        middle.addLayout(self._right(), 9)
        page.addLayout(middle)
        page.addWidget(self._foot())
        page.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        bench.study_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is recent now, and the study that is open."""
        self._fill_open()
        recent = self.bench.preferences.recent
        self._fill_recent(recent)
        self.bench.free_lane.ask(
            lambda: {path: path.is_file() for path in recent}, then=self._found, failed=None, owner=self
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Says which files were dropped."""
        paths = tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()
        self.dropped.emit(paths)

    def _head(self) -> QHBoxLayout:
        name = QLabel("VidEmo Studio")
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.9)
        font.setBold(True)
        name.setFont(font)
        words = quiet(
            self.tr("Reads displayed emotion in recorded sessions, on this computer, with reasons that can be checked.")
        )
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(name)
        text.addWidget(words)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(Drawn("app", side=56), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        return row

    def _left(self) -> QVBoxLayout:
        actions = self.actions_
        self.example = BigButton(
            "example",
            self.tr("Open the example"),
            self.tr("Twenty seconds of a woman who cries and then laughs. Every reading opens into its reasons."),
            primary=True,
        ).follow(actions["study.example"])
        self.example.setMinimumHeight(128)
        new = BigButton("new", self.tr("New study"), self.tr("One encrypted file for sessions and reviews"))
        open_ = BigButton("open", self.tr("Open a study"), self.tr("A file that ends in .vemo, with its passphrase"))
        check = BigButton("check", self.tr("Check this computer"), self.tr("What is missing, how long an hour takes"))
        models = BigButton("models", self.tr("Models"), self.tr("Fetch them, or bring them on a USB stick"))
        grid = QGridLayout()
        grid.setSpacing(SPACE + 4)
        for place, (button, verb) in enumerate(
            ((new, "study.new"), (open_, "study.open"), (check, "help.check"), (models, "app.models"))
        ):
            grid.addWidget(button.follow(actions[verb]), place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setSpacing(SPACE + 4)
        column.addWidget(self.example)
        column.addLayout(grid)
        column.addWidget(quiet(self.tr("You can also drop a study or recordings anywhere on this page.")))
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE + 4)
        column.addWidget(self._open)
        frame = card(titled(self.tr("Recent studies")), self._recent)
        frame.setMinimumHeight(220)
        column.addWidget(frame, 1)
        return column

    def _foot(self) -> QWidget:
        from core.__main__ import INTENDED_USE

        words = quiet(self.tr("Intended use: {use}").format(use=translate("Help", INTENDED_USE)))
        more = QPushButton(self.tr("Intended use and limits"))
        more.setProperty("flat", True)
        more.clicked.connect(self.actions_["help.about"].trigger)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(more)
        return foot

    def _fill_open(self) -> None:
        study, layout = self.bench.study, self._open.layout()
        while layout is not None and (taken := layout.takeAt(0)) is not None:
            part = taken.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.session_buttons = []
        self._open.setVisible(study is not None)
        if study is None or layout is None:
            return
        layout.addWidget(titled(self.tr("Open now: {name}").format(name=study.name)))
        if not study.sessions:
            layout.addWidget(quiet(self.tr("This study holds no session yet. Add a recording to begin.")))
        for session in study.sessions[-6:][::-1]:
            words = f"{session.name}   {session.held_on}".strip()
            button = QPushButton(words)
            button.setProperty("flat", True)
            button.setStyleSheet("text-align: left;")
            button.setAccessibleName(self.tr("Session {name}").format(name=words))
            button.clicked.connect(lambda _=False, number=session.id: self.session_wanted.emit(number))
            layout.addWidget(button)
            self.session_buttons.append(button)
        add = QPushButton(self.tr("Add recordings…"))
        add.setEnabled(self.actions_["study.add"].isEnabled())
        add.clicked.connect(self.actions_["study.add"].trigger)
        layout.addWidget(add)

    def _fill_recent(self, recent: tuple[Path, ...]) -> None:
        self.recent_rows = [RecentRow(path, there=self._there.get(path, True)) for path in recent]
        for row in self.recent_rows:
            row.open_.clicked.connect(lambda _=False, path=row.path: self.study_wanted.emit(path))
            row.forget.clicked.connect(lambda _=False, path=row.path: self._forget(path))
        empty = quiet(self.tr("Studies that you open are listed here. Begin with the example, or make a study."))
        self._recent.fill(self.recent_rows or [empty])

    def _found(self, there: dict[Path, bool]) -> None:
        self._there = there
        for row in self.recent_rows:
            row.show_there(there.get(row.path, True))

    def _forget(self, path: Path) -> None:
        self.bench.preferences.forget(path)
        self.refresh()


class RecentRow(QWidget):
    """A study that was open before; greyed where its file is not there."""

    def __init__(self, path: Path, *, there: bool) -> None:
        super().__init__()
        self.path = path
        self.open_ = QPushButton()
        self.open_.setProperty("flat", True)
        self.open_.setStyleSheet("text-align: left;")
        self.where = QLabel()
        self.where.setProperty("quiet", True)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.forget = QToolButton()
        self.forget.setProperty("flat", True)
        self.forget.setIconSize(QSize(14, 14))
        words = self.tr("Take {name} off this list; the file stays").format(name=path.stem)
        self.forget.setToolTip(words)
        self.forget.setAccessibleName(words)
        row = QGridLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setHorizontalSpacing(SPACE)
        row.setVerticalSpacing(0)
        row.addWidget(self.open_, 0, 0)
        row.addWidget(self.where, 1, 0)
        row.addWidget(self.forget, 0, 1, 2, 1)
        row.setColumnStretch(0, 1)
        self.where.setContentsMargins(14, 0, 0, 0)
        self._draw()
        self.show_there(there)

    def show_there(self, there: bool) -> None:
        """Whether its file is there."""
        self.open_.setText(self.path.stem)
        self.open_.setEnabled(there)
        folder = _short(self.path.parent)
        self.where.setText(folder if there else self.tr("not found in {folder}").format(folder=folder))
        self.where.setToolTip(str(self.path))
        self.open_.setToolTip(str(self.path))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        self.forget.setIcon(icon("close"))


def _short(folder: Path) -> str:
    """The folder in at most forty signs, its end kept."""
    try:
        text = str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        text = str(folder)
    return text if len(text) <= 40 else "…" + text[-39:]
