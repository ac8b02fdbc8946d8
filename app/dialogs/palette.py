"""Finds an action, a person, a moment, an event or a session by a few letters. In: the main window. Out: it is done.

Keyboard alone: type, arrows, Return. What is not possible now is shown faintly and cannot be started.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from app.actions import COMMANDS, described
from app.dialogs.times import clock, seconds_of
from app.look import SPACE, theme

if TYPE_CHECKING:
    from app.window import MainWindow

MOST = 60
KIND = Qt.ItemDataRole.UserRole
"""Where a line keeps what it is, or its key."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line."""

    words: str
    kind: str
    """What it is, or the key that does the same."""
    do: Callable[[], object]
    possible: bool = True


class Palette(QDialog):
    """A field and a list near the top of the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._choices = (*self._actions(), *self._of_session())
        self.field, self.list = QLineEdit(), QListWidget()
        self.field.setPlaceholderText(self.tr("An action, a person, an event, or a moment such as 12:41"))
        self.field.setAccessibleName(self.tr("What you look for"))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Line(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._start)
        self._shown: list[Choice] = []
        width = min(620, window.width() - 4 * SPACE)
        self.resize(width, min(420, window.height() - 100))
        self.move(window.mapToGlobal(window.rect().topLeft()).x() + (window.width() - width) // 2, window.y() + 70)
        self._find("")

    @property
    def shown(self) -> list[str]:
        """The words of what is listed, best first."""
        return [one.words for one in self._shown]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field has the keyboard; Return starts what is chosen."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8,
            }.get(Qt.Key(event.key()))  # fmt: skip
            if step is not None and self.list.count():
                last = self.list.count() - 1
                self.list.setCurrentRow(min(max(0, self.list.currentRow() + step), last))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._start()
                return True
        return super().eventFilter(watched, event)

    def _start(self, *_: object) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown) and self._shown[row].possible:
            choice = self._shown[row]
            self.accept()
            choice.do()

    def _find(self, text: str) -> None:
        at_s = seconds_of(text)
        scene = self._window.bench.session.scene
        scored = [(score, one) for one in self._choices if (score := likeness(text, one.words)) is not None]
        scored.sort(key=lambda entry: (not entry[1].possible, -entry[0]))
        self._shown = [one for _, one in scored[:MOST]]
        if at_s is not None and ":" in text and scene is not None and at_s <= scene.length_s:
            words = self.tr("Go to {time}").format(time=clock(at_s))
            self._shown.insert(0, Choice(words, self.tr("moment"), lambda: self._go(at_s)))
        self.list.clear()
        for one in self._shown:
            item = QListWidgetItem(one.words)
            item.setData(KIND, one.kind)
            if not one.possible:
                item.setForeground(QColor(theme().quiet))
                item.setToolTip(self.tr("Not possible now."))
            self.list.addItem(item)
        if self._shown:
            self.list.setCurrentRow(0)

    def _actions(self) -> list[Choice]:
        actions = self._window.actions_
        return [
            Choice(*described(command), do=actions[command.id].trigger, possible=actions[command.id].isEnabled())
            for command in COMMANDS
            if command.id != "help.palette"
        ]

    def _of_session(self) -> list[Choice]:
        bench = self._window.bench
        scene, study = bench.session.scene, bench.study
        found: list[Choice] = []
        for one in study.sessions if study is not None else ():
            found.append(
                Choice(
                    self.tr("Session {name} {date}").format(name=one.name, date=one.held_on).strip(),
                    self.tr("session"),
                    lambda number=one.id: bench.show_session(number),
                )
            )
        if scene is None:
            return found
        for marker in scene.markers:
            words = self.tr("{name} at {time}").format(name=marker.label, time=clock(marker.start_s))
            kind = self.tr("event") if marker.kind == "event" else self.tr("phase")
            found.append(Choice(words, kind, lambda at_s=marker.start_s: self._go(at_s)))
        for person in scene.people:
            standing = person.standing
            name = standing.person if standing.name == standing.person else f"{standing.person} {standing.name}"
            words = self.tr("First segment of {person}").format(person=name)
            found.append(Choice(words, self.tr("person"), lambda key=person.key: self._to_person(key)))
        return found

    def _to_person(self, key: tuple[int, str]) -> None:
        session = self._window.bench.session
        rows = session.scene.segments if session.scene is not None else ()
        row = next((one for one in rows if (one.analysis, one.person) == key), None)
        if row is not None:
            session.select(row)
            session.seek(row.start_s)

    def _go(self, at_s: float) -> None:
        session = self._window.bench.session
        session.seek(at_s)
        rows = session.scene.segments if session.scene is not None else ()
        row = next((one for one in rows if one.start_s <= at_s < one.end_s), None)
        if row is not None:
            session.select(row)


class _Line(QStyledItemDelegate):
    """The words at the left, and at the right, faintly, what it is or its key."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draws a line."""
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QColor(theme().quiet))
        room: QRect = option.rect.adjusted(SPACE, 0, -SPACE, 0)  # type: ignore[attr-defined]
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(KIND) or ""))
        painter.restore()


def likeness(sought: str, words: str) -> float | None:
    """How well the letters fit: None where they do not stand in `words` in this order; more is better.

    Letters at the beginning of a word and runs of letters count more, long words less.
    """
    letters, text = sought.casefold().replace(" ", ""), words.casefold()
    if not letters:
        return 0.0
    if sought.casefold().strip() in text:
        start = text.index(sought.casefold().strip())
        return 100.0 + (20.0 if start == 0 or not text[start - 1].isalnum() else 0.0) - len(text) / 100
    score, place, run = 0.0, -1, 0
    for letter in letters:
        found = text.find(letter, place + 1)
        if found < 0:
            return None
        run = run + 1 if found == place + 1 else 0
        score += 1.0 + run + (3.0 if found == 0 or not text[found - 1].isalnum() else 0.0)
        place = found
    return score - len(text) / 100
