"""Lists the keys of every action that has one. In: the table of actions. Out: something to read, by menu."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.actions import COMMANDS, MENUS, Command
from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.widgets.parts import Scroll, card, mark, titled


class KeysDialog(Sheet):
    """Two columns of cards, one card for each menu."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Keys"),
            words=self.tr("Everything can be done with the keyboard. Ctrl+K finds an action that has no key."),
            width=760,
        )
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE + 4)
        columns, lengths = (QVBoxLayout(), QVBoxLayout()), [0, 0]
        for column in columns:
            column.setSpacing(SPACE + 4)
            row.addLayout(column, 1)
        for menu, title in MENUS:
            commands = [command for command in COMMANDS if command.menu == menu and command.keys]
            shorter = lengths.index(min(lengths))
            columns[shorter].addWidget(_card(_plain(QCoreApplication.translate("Menu", title)), commands))
            lengths[shorter] += len(commands) + 2
        for column in columns:
            column.addStretch(1)
        self.add(Scroll(self.tr("Keys"), [page]), 1)
        self.cancel(self.tr("Close")).setDefault(True)
        self.resize(820, 640)


def _plain(title: str) -> str:
    """Without the letter that opens the menu: "&Study", or "项目(&S)" where the words have no such letter."""
    return re.sub(r"\(&.\)|&", "", title)


def _card(heading: str, commands: list[Command]) -> QFrame:
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(3)
    for place, command in enumerate(commands):
        keys = [QKeySequence(one).toString(QKeySequence.SequenceFormat.NativeText) for one in command.keys]
        shown = QLabel("   ".join(keys))
        mark(shown, bad="quiet")
        grid.addWidget(QLabel(QCoreApplication.translate("Action", command.text)), place, 0)
        grid.addWidget(shown, place, 1)
    return card(titled(heading), grid)
