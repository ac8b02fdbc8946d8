"""The start page: the example, recent studies, a new study, this computer."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.actions import Actions
from app.workbench import Workbench


class StartPage(QWidget):
    """What is shown while no session is."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        column = QVBoxLayout(self)
        column.addWidget(QLabel("VidEmo Studio"))

    def refresh(self) -> None:
        """Shows what is recent now."""
