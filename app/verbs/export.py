"""Writes results of an analysis into a folder, as a job on the study's lane. In: what and where. Out: files."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.translation import translate

if TYPE_CHECKING:
    from app.jobs import Job
    from app.window import MainWindow
    from core.progress import Stage
    from core.project.study import Study


def run_export(window: "MainWindow", analysis: int, *, out: Path, pictures: bool, show: bool) -> "Job | None":
    """Queues the export; its end is said, and the report opens where that was wanted."""
    bench = window.bench
    job = bench.run_on_study(
        translate("Verbs", "Export of analysis {number}").format(number=analysis),
        lambda study, _: _stage(study, analysis, out=out, pictures=pictures),
    )

    def ended(state: str) -> None:
        if job is None or state != "done":
            return
        files: tuple[Path, ...] = job.result
        bench.tell(translate("Verbs", "Exported into {folder}.").format(folder=out), tone="done")
        report = next((path for path in files if path.name == "report.html"), None)
        if show and report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))

    if job is not None:
        job.state_changed.connect(ended)
    return job


def _stage(study: "Study", analysis: int, *, out: Path, pictures: bool) -> "Stage[tuple[Path, ...]]":
    from core.results import export_analysis

    return (yield from export_analysis(study, analysis, out=out, pictures=pictures))
