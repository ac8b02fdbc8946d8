"""What every panel, dialog and verb is handed: the open study, the session on the screen, the lanes. Made once.

The study belongs to the study lane's thread: nothing else touches it. `ask` reads, `do` changes and then shows the
session anew; both answer in the window's thread. Failures become one sentence in the window (`told`). Must not know:
any widget.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.jobs import Job, Lane
from app.preferences import Preferences
from app.sentences import in_words
from app.session import OpenSession
from app.translation import translate
from core.errors import ExpectedError
from core.progress import Stage
from core.records.study import Session

if TYPE_CHECKING:
    from core.project.study import Study
    from core.records.analysis import Analysis, Segment
    from core.records.study import Recording

TURN_S = 0.0001
"""How long a thread may keep Python's interpreter while the window waits for it; Python's own 5 ms are a late frame."""
T = TypeVar("T")
DOUBTS_AT_ONCE = 10
DOUBTS_PAUSE_MS = 15
Tone = Literal["info", "done", "warning", "problem"]


@dataclass(frozen=True, slots=True)
class OpenStudy:
    """What the window knows of the study that is open, without touching it."""

    path: Path
    id: str
    """Its identity, which adapters that learned from it name."""
    name: str
    encrypted: bool
    writable: bool
    notes: tuple[str, ...]
    """How it was opened: for reading only and why, a mended header."""
    sessions: tuple[Session, ...]


class Workbench(QObject):
    """One per window."""

    study_changed = Signal()
    """Another study, or none, or its list of sessions changed."""
    saved = Signal()
    """A change is on the disk."""
    told = Signal(str, str, str)
    """A sentence for the user, what to do about it (may be empty), and its `Tone`."""
    jobs_changed = Signal()
    """A job was queued, or one ended."""
    closing = Signal()
    """The window closes now: end your threads."""

    def __init__(self, preferences: Preferences | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_S)
        self.preferences = preferences or Preferences()
        self.session = OpenSession(self)
        self.study: OpenStudy | None = None
        self.study_lane = Lane("study")
        """Short work on the open study, and exports of it. Its thread owns the study."""
        self.model_lane = Lane("model")
        """Analyses and training, one after the other."""
        self.free_lane = Lane("free", threads=2)
        """Thumbnails, small downloads, looking for files: what needs neither."""
        self.models_lane = Lane("models")
        """Language models fetched, copied, quantised and verified, one after the other: hours of disk and memory."""
        self.queue: list[Job] = []
        """Every job of this start of the program, oldest first."""
        self._open: Study | None = None
        self._loading = 0
        self._doubted: set[int] = set()
        """Analyses of the session whose doubts have been asked for."""
        self.session.selected.connect(self._want_tree)
        self.session.distributions_wanted.connect(self._read_distributions)
        self.session.opened.connect(self._doubted.clear)
        self.session.scene_changed.connect(self._read_doubts)

    @property
    def rater(self) -> str:
        """Under whose name reviews are given."""
        from core.project.holder import account

        return self.preferences.rater or account()

    def tell(self, sentence: str, remedy: str = "", *, tone: Tone = "info") -> None:
        """Says something to the user."""
        self.told.emit(sentence, remedy, tone)

    def failed(self, failure: ExpectedError) -> None:
        """Says that something the user wanted did not work."""
        self.tell(in_words(failure.problem), in_words(failure.remedy), tone="problem")

    def ask(
        self,
        question: Callable[[Study], T],
        *,
        then: Callable[[T], object],
        failed: Callable[[ExpectedError], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Reads from the study in its own thread. Nothing happens where none is open."""
        opened = self._open
        if opened is not None:
            self.study_lane.ask(lambda: question(opened), then=then, failed=failed or self.failed, owner=owner)

    def do(
        self,
        verb: Callable[[Study], T],
        *,
        then: Callable[[T], object] | None = None,
        failed: Callable[[ExpectedError], object] | None = None,
    ) -> None:
        """Changes the study, which is saved when `then` is called, and shows the session as it is now."""

        def changed(result: T) -> None:
            self.saved.emit()
            if then is not None:
                then(result)
            self.reload()

        self.ask(verb, then=changed, failed=failed)

    def run_on_study(self, title: str, stage: Callable[[Study, Job], Stage[T]]) -> Job | None:
        """Queues a stage that needs the study, in the study's thread: an export, a backup. None where none is open.

        Changes wait until it is over, so keep it to what takes seconds or must have the study to itself.
        """
        opened = self._open
        if opened is None:
            return None
        return self.enqueue(self.study_lane.run(title, lambda job: stage(opened, job)))

    def wait_for_study(self, work: Callable[[Study], T]) -> T:
        """For another lane's thread: does a short piece of work on the study and waits for it.

        Raises what the work raises, or `ExpectedError` when the study was closed meanwhile.
        """
        opened = self._open
        if opened is None:
            raise ExpectedError(
                translate("Workbench", "The study was closed."),
                remedy=translate("Workbench", "Open it again; what was finished is kept in it."),
            )
        return self.study_lane.wait_for(lambda: work(opened))

    def open(
        self,
        opening: Callable[[], Study],
        *,
        session: int | None = None,
        then: Callable[[], None] | None = None,
        failed: Callable[[ExpectedError], object] | None = None,
    ) -> None:
        """Closes the study that is open and opens another; shows `session`, or the latest one."""
        self.close_study()

        def work() -> tuple[Study, OpenStudy]:
            study = opening()
            return study, _known(study)

        def opened(found: tuple[Study, OpenStudy]) -> None:
            self._open, self.study = found
            self.preferences.remember(self.study.path)
            self.study_changed.emit()
            for note in self.study.notes:
                self.tell(in_words(note), tone="warning")
            sessions = self.study.sessions
            wanted = session if session is not None else (sessions[-1].id if sessions else None)
            if wanted is not None:
                self.show_session(wanted)
            if then is not None:
                then()

        self.study_lane.ask(work, then=opened, failed=failed or self.failed)

    def close_study(self) -> None:
        """Closes the study. Whatever was done is saved already."""
        opened, self._open, self.study = self._open, None, None
        if opened is not None:
            self.study_lane.ask(opened.close)
        self.session.open(None)
        self.study_changed.emit()

    def show_session(self, session: int) -> None:
        """Shows another session of the study."""
        from core.project.scene import load_scene

        rater = self.rater
        self.ask(lambda study: load_scene(study, session, rater=rater), then=self.session.open)

    def reload(self) -> None:
        """Shows the session and the list of sessions as they are in the study now."""
        from core.project.scene import Scene, load_scene

        current, rater = self.session.scene, self.rater
        self._loading += 1
        turn = self._loading

        def work(study: Study) -> tuple[OpenStudy, Scene | None]:
            known = _known(study)
            there = current is not None and any(one.id == current.session.id for one in known.sessions)
            return known, load_scene(study, current.session.id, rater=rater) if current and there else None

        def loaded(found: tuple[OpenStudy, Scene | None]) -> None:
            if turn != self._loading or self._open is None:
                return  # a later change is on its way, or the study was closed
            known, scene = found
            before, self.study = self.study, known
            if before != known:
                self.study_changed.emit()
            if scene is not None:
                self.session.refresh(scene)
            elif known.sessions:
                self.show_session(known.sessions[-1].id)
            else:
                self.session.open(None)

        self.ask(work, then=loaded)

    def show_first_results(self, analysis: Analysis | Segment, *, recording: Recording) -> None:
        """Shows the first results of a job that still runs, where its session is on the screen.

        A segment is one that a language model has read: it takes the place of the measured one.
        """
        from core.project.scene import with_first_results
        from core.records.analysis import Segment

        scene = self.session.scene
        if scene is None or scene.blind or scene.session.id != recording.session:
            return
        if isinstance(analysis, Segment):
            self.session.fill_in(-recording.id, analysis)
            return
        first = {(-recording.id, segment.id): segment for segment in analysis.segments}
        self.session.refresh(with_first_results(scene, analysis, recording=recording), first=first)

    def enqueue(self, job: Job) -> Job:
        """Lists a job among those of this start, and says when it ends."""
        self.queue.append(job)
        job.state_changed.connect(self._job_changed)
        self.jobs_changed.emit()
        return job

    def saved_s_ago(self, then: Callable[[float | None], None], *, owner: QObject) -> None:
        """Seconds since the last change was on the disk."""
        self.ask(lambda study: study.saved_s_ago, then=then, owner=owner)

    def close(self) -> None:
        """Cancels jobs, closes the study and ends every thread."""
        self.closing.emit()
        for job in self.study_lane.jobs:
            job.cancel()
        self.model_lane.close()
        self.models_lane.close()
        self.free_lane.close()
        opened, self._open = self._open, None
        if opened is not None:
            self.study_lane.ask(opened.close)
        self.study_lane.finish()

    def _job_changed(self, state: str) -> None:
        job = self.sender()
        if isinstance(job, Job) and state == "failed" and job.failure is not None:
            self.failed(job.failure)
        self.jobs_changed.emit()

    def _want_tree(self) -> None:
        session = self.session
        row = session.row
        if row is None or session.segment is not None or session.provisional or (session.scene and session.scene.blind):
            return
        # Somebody who runs through segments by key asks for trees faster than they matter: the last one counts.
        QTimer.singleShot(0, self, self._read_tree)

    def _read_tree(self) -> None:
        from core.project.analyses import load_segment

        row = self.session.row
        if row is None or self.session.segment is not None:
            return
        analysis, name = row.analysis, row.segment.split("/")[0]
        self.ask(
            lambda study: load_segment(study, analysis=analysis, segment=name),
            then=lambda segment: self.session.give_tree(segment, analysis=analysis),
        )

    def _read_distributions(self, analysis: int, names: list[str]) -> None:
        from core.project.scene import distributions

        if self.session.scene is None or self.session.scene.blind or self.session.provisional:
            return
        for start in range(0, len(names), 200):  # so that a correction never waits for long behind them
            part = names[start : start + 200]
            self.ask(
                lambda study, part=part: distributions(study, analysis, part),
                then=lambda found: self.session.give_distributions(analysis, found),
            )

    def _read_doubts(self) -> None:
        scene = self.session.scene
        if scene is None or scene.blind or self.session.provisional:
            return
        for analysis in {row.id for row in scene.analyses} - self._doubted:
            self._doubted.add(analysis)
            names = {row.segment.split("/")[0]: None for row in scene.segments if row.analysis == analysis}
            self._read_doubts_of(scene.session.id, analysis, list(names))

    def _read_doubts_of(self, session: int, analysis: int, names: list[str]) -> None:
        """A part at a time with pauses: neither a correction nor the timeline waits for them."""
        from core.project.doubts import Doubt, doubts

        def given(found: dict[str, Doubt]) -> None:
            scene = self.session.scene
            if scene is not None and scene.session.id == session and not scene.blind:
                self.session.give_doubts(analysis, found)
                rest = names[DOUBTS_AT_ONCE:]
                if rest:
                    again = partial(self._read_doubts_of, session, analysis, rest)
                    QTimer.singleShot(DOUBTS_PAUSE_MS, self, again)

        self.ask(lambda study: doubts(study, analysis, names[:DOUBTS_AT_ONCE]), then=given)


def _known(study: Study) -> OpenStudy:
    from core.project.sessions import sessions

    return OpenStudy(
        path=study.path,
        id=study.header.study,
        name=study.meta("name"),
        encrypted=study.header.encrypted,
        writable=study.writable,
        notes=study.notes,
        sessions=sessions(study),
    )
