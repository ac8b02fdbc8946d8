"""Analyses as jobs. In: recordings of the open study. Out: analyses in it. Finished pieces survive a crash.

The work is done in a process of its own (`app.child`); what it finishes is kept in the study by the study's lane.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.jobs import Job
from app.translation import translate
from app.workbench import Workbench
from core.errors import FootageError
from core.progress import Stage

if TYPE_CHECKING:
    from app.child import Found
    from app.window import MainWindow
    from core.by_model import LanguageModel
    from core.project.jobs import StudyPieces
    from core.project.study import Study
    from core.records.study import Recording

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for an analysis; the defaults are right for most."""

    start_s: float | None = None
    end_s: float | None = None
    most_people: int | None = None
    every_frame: bool = False
    model: "LanguageModel | None" = None
    """None for the built-in analyst."""


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    window.actions_.on("session.analyse", lambda: choose_and_analyse(window))


def choose_and_analyse(window: "MainWindow") -> None:
    """Asks which recordings of the study are to be analysed and how, and queues them."""
    from core.project.analyses import analyses
    from core.project.media import missing, recordings

    def chosen(found: "tuple[tuple[Recording, ...], set[int], set[int]]") -> None:
        from app.dialogs.analyse import AnalyseDialog

        known, done, gone = found
        scene = window.bench.session.scene
        here = {one.id for one in scene.recordings} if scene is not None else set[int]()
        start = partial(analyse_all, window)
        AnalyseDialog(window.bench, known, done=done, missing=gone, here=here, start=start, parent=window).open()

    window.bench.ask(
        lambda study: (
            recordings(study),
            {row.recording for row in analyses(study)},
            {one.id for one in missing(study)},
        ),
        then=chosen,
    )


def analyse_all(window: "MainWindow", wanted: "Sequence[Recording]", choices: Choices) -> None:
    """Queues several recordings and shows the queue."""
    from app.verbs.view import show_dock

    for recording in wanted:
        analyse(window.bench, recording, choices=choices)
    show_dock(window, "queue")


def analyse(bench: Workbench, recording: "Recording", *, choices: Choices | None = None) -> Job:
    """Queues the analysis of a recording; goes on where an interrupted one with the same choices stopped."""
    name = recording.path.rsplit("/", 1)[-1]
    wanted = choices or Choices()
    job = bench.model_lane.run(name, lambda job: _stage(bench, job, recording, wanted), subject=recording.id)

    def ended(state: str) -> None:
        if state == "done":
            bench.reload()

    job.again = partial(analyse, bench, recording, choices=wanted)
    job.state_changed.connect(ended)
    job.given.connect(partial(bench.show_first_results, recording=recording))
    return bench.enqueue(job)


def resume(bench: Workbench, recording: int) -> None:
    """Queues a recording again, with the choices of its unfinished work; finished pieces are not worked again."""
    from core.job_key import asked_in
    from core.project.jobs import unfinished_jobs
    from core.project.media import recording_of

    def work(study: "Study") -> "tuple[Recording, Choices]":
        left = next((job for job in unfinished_jobs(study) if job.recording == recording), None)
        asked = None if left is None else asked_in(left.key)
        if asked is None:
            return recording_of(study, recording), Choices()
        chosen = Choices(asked.start_s, asked.end_s, asked.most_people, asked.every_frame, asked.model)
        return recording_of(study, recording), chosen

    bench.ask(work, then=lambda found: analyse(bench, found[0], choices=found[1]))


class _Pieces:
    """`core.pieces.Pieces` of the open study, from another lane's thread."""

    def __init__(self, bench: Workbench, recording: "Recording") -> None:
        from core.project.jobs import StudyPieces

        self._bench = bench
        # As `videmo analyse --study` names it, so that either goes on with what the other began.
        name = f"analysis of {recording.path.rsplit('/', 1)[-1]} ({recording.sha256[:12]})"
        self.inner = bench.wait_for_study(lambda study: StudyPieces(study, name, recording=recording.id))

    def begin(self, key: str, *, resume: bool) -> tuple[int, ...]:
        """See `Pieces`."""
        return self._in_lane(lambda pieces: pieces.begin(key, resume=resume))

    def read(self, ordinal: int) -> bytes:
        """See `Pieces`."""
        return self._in_lane(lambda pieces: pieces.read(ordinal))

    def add(self, ordinal: int, body: bytes) -> None:
        """See `Pieces`."""
        self._in_lane(lambda pieces: pieces.add(ordinal, body))

    def clear(self) -> None:
        """Nothing: the pieces go in the transaction that saves the result."""

    def _in_lane(self, work: "Callable[[StudyPieces], T]") -> T:
        return self._bench.wait_for_study(lambda _: work(self.inner))


def _stage(bench: Workbench, job: Job, recording: "Recording", choices: Choices) -> Stage[int]:
    """The analysis of one recording, saved in the study; returns the analysis' number."""
    from app.child import Task, analyse_apart

    path = bench.wait_for_study(lambda study: _allowed(study, recording, choices))
    pieces = _Pieces(bench, recording)
    task = Task(
        path,
        start_s=choices.start_s,
        end_s=choices.end_s,
        most_people=choices.most_people,
        every_frame=choices.every_frame,
        model=choices.model,
        adapter_key=bench.wait_for_study(lambda study: study.training_key),
    )
    found = yield from analyse_apart(task, pieces=pieces, hold=job.hold, first=job.give)
    return bench.wait_for_study(lambda study: _save(study, recording, found, pieces.inner))


def _allowed(study: "Study", recording: "Recording", choices: Choices) -> Path:
    """Where the recording lies, once it is sure that it may be analysed. Raises `ExpectedError`."""
    from core.by_model import server_of
    from core.project.consents import permit, permit_server
    from core.project.media import media_path

    permit(study, "analyse", sessions_asked=(recording.session,))
    server = server_of(choices.model)
    if server is not None:
        permit_server(study, recording.session, server=server.host, model=server.model, elsewhere=server.elsewhere)
    path = media_path(study, recording)
    if not path.is_file():
        raise FootageError(
            translate("Analyse", "The recording {name} is not where the study says.").format(name=path.name),
            remedy=translate("Analyse", "Connect its disk, or use “Find missing recordings…”."),
        )
    return path


def _save(study: "Study", recording: "Recording", found: "Found", pieces: "StudyPieces") -> int:
    """Result and pieces change places in one transaction. Raises `ExpectedError`."""
    from core.project.analyses import write_analysis
    from core.project.backups import backup_due, keep_backup

    if found.analysis.video.sha256 != recording.sha256:
        raise FootageError(
            translate("Analyse", "The recording {name} is not the one that was added: its content changed.").format(
                name=found.analysis.video.path.name
            ),
            remedy=translate(
                "Analyse",
                "Find the original with “Find missing recordings…”, or add the changed file as a new recording.",
            ),
        )
    with study.change("analyse", f"an analysis of recording {recording.id}") as pen:
        number = write_analysis(pen, found.analysis, recording=recording.id, tracks=found.tracks)
        pieces.clear(pen)
    if backup_due(study):
        keep_backup(study, why="rolling")
    return number
