"""The panel `player`."""

from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.workbench import Workbench


class PlayerPanel(QWidget):
    """Not built yet."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
