"""Asks before a window with a running job is closed."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.workbench import Workbench


def may_close(bench: Workbench, *, parent: QWidget) -> bool:
    """Whether the window may go: at once where nothing runs, else as the user says."""
    running = bench.model_lane.jobs
    if not running:
        return True
    asked = QMessageBox(parent)
    asked.setIcon(QMessageBox.Icon.Question)
    asked.setText(
        QCoreApplication.translate("Closing", "A job is not finished.")
        if len(running) == 1
        else QCoreApplication.translate("Closing", "{count} jobs are not finished.").format(count=len(running))
    )
    asked.setInformativeText(
        QCoreApplication.translate(
            "Closing", "What is finished is kept in the study; the job goes on from there when you resume it."
        )
    )
    leave = asked.addButton(
        QCoreApplication.translate("Closing", "Close and resume later"), QMessageBox.ButtonRole.AcceptRole
    )
    stay = asked.addButton(QCoreApplication.translate("Closing", "Stay"), QMessageBox.ButtonRole.RejectRole)
    asked.setDefaultButton(stay)
    asked.exec()
    return asked.clickedButton() is leave
