"""The panel of jobs. In: the workbench's jobs. Out: how far each is, its buttons, what was left unfinished earlier."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.jobs import Job
from app.look import SPACE, icon
from app.sentences import in_words
from app.translation import QT_TRANSLATE_NOOP
from app.verbs.analyse import resume
from app.workbench import Workbench
from core.records.study import Job as UnfinishedJob

STATES = {
    "waiting": QT_TRANSLATE_NOOP("QueuePanel", "waiting"),
    "running": QT_TRANSLATE_NOOP("QueuePanel", "working"),
    "paused": QT_TRANSLATE_NOOP("QueuePanel", "paused"),
    "done": QT_TRANSLATE_NOOP("QueuePanel", "done"),
    "failed": QT_TRANSLATE_NOOP("QueuePanel", "failed"),
    "cancelled": QT_TRANSLATE_NOOP("QueuePanel", "stopped; what was finished is kept"),
}


class QueuePanel(QWidget):
    """Jobs of this start, newest first, and below them unfinished ones of earlier starts."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench, self._actions = bench, actions
        self._rows: dict[Job, JobRow] = {}
        self._unfinished: list[QWidget] = []
        self._empty = QLabel(
            self.tr("No job is under way. Analyses that you start are listed here and can be paused and resumed.")
        )
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        bench.jobs_changed.connect(self._refresh)
        bench.study_changed.connect(self._look_for_unfinished)
        self._refresh()
        self._look_for_unfinished()

    def _refresh(self) -> None:
        for job in self._bench.queue:
            if job not in self._rows:
                row = JobRow(self._bench, job)
                self._rows[job] = row
                self._column.insertWidget(0, row)
        if all(job.ended for job in self._bench.queue):
            self._look_for_unfinished()
        self._empty.setVisible(not self._rows and not self._unfinished)

    def _look_for_unfinished(self) -> None:
        from core.project.jobs import unfinished_jobs

        if self._bench.study is None:
            self._show_unfinished(())
        else:
            self._bench.ask(unfinished_jobs, then=self._show_unfinished, owner=self)

    def _show_unfinished(self, found: tuple[UnfinishedJob, ...]) -> None:
        for old in self._unfinished:
            old.deleteLater()
        under_way = {job.subject for job in self._bench.queue if not job.ended}
        self._unfinished = [
            UnfinishedRow(self._bench, one)
            for one in found
            if one.recording is not None and one.recording not in under_way
        ]
        for row in self._unfinished:
            self._column.insertWidget(self._column.count() - 1, row)
        self._empty.setVisible(not self._rows and not self._unfinished)


class JobRow(QFrame):
    """One job with its bar and its buttons."""

    def __init__(self, bench: Workbench, job: Job) -> None:
        super().__init__()
        self._bench, self._job = bench, job
        self.setProperty("card", True)
        self._title, self._state = QLabel(job.title), QLabel()
        self._title.setProperty("title", True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state.setProperty("quiet", True)
        self._state.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._pause, self._cancel = QToolButton(), QToolButton()
        self._cancel.setText("✕")
        self._pause.clicked.connect(self._toggle)
        self._cancel.clicked.connect(job.cancel)
        buttons = QHBoxLayout()
        buttons.addWidget(self._title, 1)
        buttons.addWidget(self._pause)
        buttons.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE + 2, SPACE, SPACE, SPACE)
        column.setSpacing(4)
        column.addLayout(buttons)
        column.addWidget(self._bar)
        column.addWidget(self._state)
        job.progressed.connect(self._draw)
        job.state_changed.connect(self._draw)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _toggle(self) -> None:
        if self._job.ended:
            again(self._bench, self._job)
        elif self._job.state == "paused":
            self._job.resume()
        else:
            self._job.pause()

    def _draw(self, *_: object) -> None:
        job, step = self._job, self._job.progress
        share = step.done / step.total if step is not None and step.total > 0 else 0.0
        self._bar.setValue(1000 if job.state == "done" else round(1000 * share))
        self._bar.setVisible(not job.ended)
        self._cancel.setVisible(not job.ended)
        self._cancel.setToolTip(self.tr("Stop. What is finished is kept, and the job can go on from there."))
        self._cancel.setAccessibleName(self.tr("Stop"))
        held = job.state == "paused"
        stopped = job.state in ("failed", "cancelled") and (job.subject is not None or job.again is not None)
        self._pause.setVisible(job.state in ("running", "paused") or stopped)
        self._pause.setIcon(icon("play" if held or stopped else "pause"))
        words = self.tr("Resume") if held or stopped else self.tr("Pause")
        self._pause.setToolTip(words)
        self._pause.setAccessibleName(words)
        self._state.setText(self._words(share))

    def _words(self, share: float) -> str:
        job, step = self._job, self._job.progress
        state = QCoreApplication.translate("QueuePanel", STATES[job.state])
        if job.state == "failed" and job.failure is not None:
            return f"{in_words(job.failure.problem)} {in_words(job.failure.remedy)}"
        if job.ended or step is None:
            return state
        parts = [state, in_words(step.stage), f"{share:.0%}"]
        left = job.left_s
        if left is not None:
            parts.append(self.tr("about {time} left").format(time=_duration(left)))
        return " · ".join(parts)


class UnfinishedRow(QFrame):
    """A job of an earlier start that was interrupted."""

    def __init__(self, bench: Workbench, job: UnfinishedJob) -> None:
        super().__init__()
        self.setProperty("card", True)
        words = QLabel(
            self.tr("Interrupted earlier: {name}. Finished parts that are kept: {pieces}.").format(
                name=job.name, pieces=job.pieces
            )
        )
        words.setWordWrap(True)
        go_on = QToolButton()
        go_on.setText(self.tr("Resume"))
        go_on.clicked.connect(lambda: resume(bench, job.recording or 0))
        row = QHBoxLayout(self)
        row.addWidget(words, 1)
        row.addWidget(go_on)


def again(bench: Workbench, job: Job) -> None:
    """Goes on with a job that was stopped or failed."""
    if job.again is not None:
        job.again()
    elif job.subject is not None:
        resume(bench, job.subject)


def _duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    if whole < 60:
        return QCoreApplication.translate("QueuePanel", "{s} s").format(s=whole)
    if whole < 3600:
        return QCoreApplication.translate("QueuePanel", "{m} min").format(m=round(whole / 60))
    return QCoreApplication.translate("QueuePanel", "{h} h {m} min").format(h=whole // 3600, m=whole % 3600 // 60)
