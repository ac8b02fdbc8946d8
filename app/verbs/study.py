"""Verbs about the study as a whole: open, make, add to, look back, secure, close. In: the main window.

Each asks in a dialog for what it needs and works in a lane; opening is in `opening`, the example in `example`,
recordings in `recordings`.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.translation import translate
from app.verbs.opening import open_study

if TYPE_CHECKING:
    from app.dialogs.new_study import Wanted
    from app.window import MainWindow
    from core.progress import Stage
    from core.project.backups import Backup
    from core.project.opening import Made
    from core.project.study import Study
    from core.records.study import Finding

__all__ = ["open_study", "wire"]

SUFFIX = ".vemo"
LOOK_FOR_BACKUP_MS = 600_000


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    from app.verbs import example, recordings

    actions = window.actions_
    actions.on("study.new", lambda: new_study(window))
    actions.on("study.open", lambda: choose_study(window))
    actions.on("study.example", lambda: example.open_example(window))
    actions.on("study.add", lambda: recordings.choose_recordings(window))
    actions.on("study.relink", lambda: recordings.relink(window))
    actions.on("study.history", lambda: show_history(window))
    actions.on("study.backup", lambda: back_up(window))
    actions.on("study.verify", lambda: verify(window))
    actions.on("study.close", window.bench.close_study)
    window.start.study_wanted.connect(partial(open_study, window))
    window.start.session_wanted.connect(window.bench.show_session)
    window.start.dropped.connect(partial(open_dropped, window))
    timer = QTimer(window, interval=LOOK_FOR_BACKUP_MS)
    timer.timeout.connect(lambda: back_up_if_due(window))
    timer.start()


def choose_study(window: "MainWindow") -> None:
    """Asks for a study and opens it."""
    from app.dialogs.files import ask_study, documents

    recent = window.bench.preferences.recent
    path = ask_study(window, folder=recent[0].parent if recent else documents())
    if path is not None:
        open_study(window, path)


def new_study(window: "MainWindow", *, first: Sequence[Path] = ()) -> None:
    """Asks for a new study's name, place, purpose and passphrase and makes it; `first`: recordings to add then."""
    from app.dialogs.new_study import NewStudyDialog, Wanted
    from app.verbs.recordings import add_recordings

    bench, who = window.bench, window.bench.rater

    def make(wanted: Wanted) -> None:
        bench.free_lane.ask(
            lambda: _make(wanted, who=who), then=made, failed=dialog.failing(bench.failed), owner=window
        )

    def made(found: "Made") -> None:
        bench.open(lambda: found.study)
        if found.recovery_key is None:
            dialog.finish()
        else:
            dialog.show_key(found.recovery_key)

    def finished() -> None:
        if first:
            add_recordings(window, first)
        else:
            bench.tell(translate("Verbs", "The study is made. Add a recording to begin."), tone="done")

    dialog = NewStudyDialog(make, parent=window)
    dialog.accepted.connect(finished)
    dialog.open()


def _make(wanted: "Wanted", *, who: str) -> "Made":
    from core.project.opening import Circumstances, create_study

    return create_study(
        wanted.path,
        name=wanted.name,
        purpose=wanted.purpose,
        passphrase=wanted.passphrase,
        circumstances=Circumstances(who=who),
    )


def open_dropped(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Opens a dropped study, or adds dropped recordings to the open one, or to a new one."""
    from app.verbs.recordings import add_recordings

    bench = window.bench
    studies = [path for path in paths if path.suffix == SUFFIX]
    media = [path for path in paths if path.suffix != SUFFIX]
    if studies:
        open_study(window, studies[0])
    elif media and bench.study is not None and bench.study.writable:
        add_recordings(window, media)
    elif media and bench.study is None:
        new_study(window, first=media)
    elif media:
        bench.tell(
            translate("Verbs", "The open study is for reading only, so nothing can be added to it."),
            translate("Verbs", "Open another one first, or make a new one."),
            tone="warning",
        )


def show_history(window: "MainWindow") -> None:
    """Shows what was done in the study; from there everything after a change can be undone."""
    from app.dialogs.history import HistoryDialog

    HistoryDialog(window.bench, parent=window).open()


def undo_to(study: "Study", seq: int) -> int:
    """Undoes every change after number `seq`, newest first, and returns how many. Raises `StudyError`."""
    from core.project.history import history, undo

    done = 0
    while True:
        last = [one for one in history(study) if one.undoable and one.in_force and one.verb not in ("undo", "redo")]
        if not last or last[-1].seq <= seq:
            return done
        undo(study)
        done += 1


def back_up(window: "MainWindow") -> None:
    """Makes and verifies a backup beside the study."""
    from core.project.backups import backing_up

    bench = window.bench
    job = bench.run_on_study(translate("Verbs", "Backup"), lambda study, _: backing_up(study))

    def ended(state: str) -> None:
        if state == "done" and job is not None:
            made: Backup = job.result
            bench.tell(translate("Verbs", "A backup was made and verified: {path}").format(path=made.path), tone="done")

    if job is not None:
        job.state_changed.connect(ended)


def back_up_if_due(window: "MainWindow") -> None:
    """Makes a backup where the study was changed and the last one is old, unless that is switched off."""
    from core.project.backups import backing_up, backup_due

    bench = window.bench
    if not bench.preferences.flag("backups", default=True) or bench.study is None or not bench.study.writable:
        return

    def due(is_due: bool) -> None:
        if is_due:
            bench.run_on_study(translate("Verbs", "Backup"), lambda study, _: backing_up(study, why="rolling"))

    bench.ask(backup_due, then=due, owner=window)


def verify(window: "MainWindow") -> None:
    """Reads the whole study and compares it with its log."""
    from app.dialogs.verify import VerifyDialog

    bench = window.bench
    job = bench.run_on_study(translate("Verbs", "Verifying the study"), lambda study, _: _verifying(study))
    if job is not None:
        VerifyDialog(bench, job, parent=window).open()


def _verifying(study: "Study") -> "Stage[tuple[tuple[Finding, ...], str]]":
    from core.project.verify import end_of_log, verifying

    findings = yield from verifying(study)
    return findings, end_of_log(study)
