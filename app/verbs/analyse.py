"""Analyses as jobs. In: recordings of the open study. Out: analyses in it. Finished pieces survive a crash.

The work is done in a process of its own (`app.child`); what it finishes is kept in the study by the study's lane.
"""

from typing import TYPE_CHECKING

from app.jobs import Job
from app.workbench import Workbench
from core.progress import Stage
from core.records.study import Recording

if TYPE_CHECKING:
    from app.child import Task
    from app.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    bench = window.bench
    window.actions_.on("session.analyse", lambda: analyse_session(bench))


def analyse_session(bench: Workbench) -> None:
    """Queues every recording of the session on the screen that has no analysis, or all where each has one."""
    scene = bench.session.scene
    if scene is None:
        return
    done = {one.recording for one in scene.analyses}
    wanted = [one for one in scene.recordings if one.id not in done] or list(scene.recordings)
    for recording in wanted:
        analyse(bench, recording)


def analyse(bench: Workbench, recording: Recording, *, task: "Task | None" = None) -> Job:
    """Queues the analysis of a recording; goes on where an interrupted one of the same settings stopped."""
    name = recording.path.rsplit("/", 1)[-1]
    return bench.enqueue(
        bench.model_lane.run(name, lambda job: _stage(bench, job, recording, task), subject=recording.id)
    )


class _StudyPieces:
    """`core.pieces.Pieces` of the open study, from another lane's thread."""

    def __init__(self, bench: Workbench, recording: Recording) -> None:
        from core.project.jobs import StudyPieces

        self._bench = bench
        name = f"analyse recording {recording.id}"
        self._pieces = bench.wait_for_study(lambda study: StudyPieces(study, name, recording=recording.id))

    def begin(self, key: str, *, resume: bool) -> dict[int, bytes]:
        """See `Pieces`."""
        return self._bench.wait_for_study(lambda _: self._pieces.begin(key, resume=resume))

    def add(self, ordinal: int, body: bytes) -> None:
        """See `Pieces`."""
        self._bench.wait_for_study(lambda _: self._pieces.add(ordinal, body))

    def clear(self) -> None:
        """Nothing: the pieces go in the transaction that saves the result."""


def _stage(bench: Workbench, job: Job, recording: Recording, task: "Task | None") -> Stage[int]:
    """The analysis of one recording, saved in the study; returns the analysis' number."""
    from app.child import Task, analyse_apart
    from core.project.consents import permit
    from core.project.media import media_path

    def begin(study: Study) -> Path:
        permit(study, "analyse", sessions_asked=(recording.session,))
        return media_path(study, recording)

    path = bench.wait_for_study(begin)
    pieces = _StudyPieces(bench, recording)
    found = yield from analyse_apart(task or Task(path), pieces=pieces, hold=job.hold)
    return bench.wait_for_study(lambda study: _save(study, recording, found, pieces))
