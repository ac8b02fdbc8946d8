"""A button for a verb of the table: its words, its key, its icon. It is enabled exactly when the verb is possible."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.actions import COMMANDS, Actions, described
from app.look import icon


class VerbButton(QPushButton):
    """Says "Agree  A"; with `short` the key stands in the tooltip alone."""

    def __init__(self, actions: Actions, name: str, *, short: bool = False) -> None:
        super().__init__()
        self._action = actions[name]
        command = next(one for one in COMMANDS if one.id == name)
        self._icon = command.icon
        words, key = described(command)
        self.setText(words if short or not key else f"{words.rstrip('…')}  {key}")
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)
        self.setIconSize(QSize(18, 18))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._action.trigger)
        self._action.changed.connect(self._follow)
        self._paint()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        """Draws the icon anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        if self._icon:
            self.setIcon(icon(self._icon))

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
