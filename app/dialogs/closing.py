"""Asks before a window with unfinished work is closed. In: the workbench. Out: whether the window may go."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.training.runs import running
from app.workbench import Workbench


def may_close(bench: Workbench, *, parent: QWidget) -> bool:
    """Whether the window may go: at once where nothing runs, else as the user says."""
    analyses = len(bench.model_lane.jobs)
    writing = [job.title for job in (*bench.study_lane.jobs, *bench.free_lane.jobs) if job in bench.queue]
    fetching = [job.title for job in bench.models_lane.jobs]
    training = running()
    if not analyses and not writing and not fetching and not training:
        return True
    lines: list[str] = []
    if analyses == 1:
        lines.append(
            QCoreApplication.translate(
                "Closing",
                "An analysis is not finished. What is done of it is kept in the study; it goes on from there when you "
                "resume it.",
            )
        )
    elif analyses:
        lines.append(
            QCoreApplication.translate(
                "Closing",
                "{count} analyses are not finished. What is done of them is kept in the study; they go on from there "
                "when you resume them.",
            ).format(count=analyses)
        )
    for title in writing:
        lines.append(
            QCoreApplication.translate("Closing", "“{job}” would be given up; start it again later.").format(job=title)
        )
    for title in fetching:
        lines.append(
            QCoreApplication.translate(
                "Closing", "“{job}” is not finished. Started again it goes on behind what is done."
            ).format(job=title)
        )
    for name in training:
        lines.append(
            QCoreApplication.translate(
                "Closing",
                "The training “{name}” goes on without the window; “Training…” shows it when you come back.",
            ).format(name=name)
        )
    asked = QMessageBox(parent)
    asked.setIcon(QMessageBox.Icon.Question)
    asked.setWindowTitle(QCoreApplication.translate("Closing", "Close the window?"))
    asked.setText(QCoreApplication.translate("Closing", "Work is under way."))
    asked.setInformativeText("\n".join(lines))
    leave = asked.addButton(QCoreApplication.translate("Closing", "Close"), QMessageBox.ButtonRole.AcceptRole)
    stay = asked.addButton(QCoreApplication.translate("Closing", "Stay"), QMessageBox.ButtonRole.RejectRole)
    asked.setDefaultButton(stay)
    asked.setEscapeButton(stay)
    asked.exec()
    return asked.clickedButton() is leave
