"""Recordings of the open study: adding them, finding those that moved. In: the main window. Out: changes in the study.

Media are read where they lie; the study keeps where that is and what they are, never the pictures.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.translation import translate

if TYPE_CHECKING:
    from app.dialogs.add import Added
    from app.window import MainWindow
    from core.project.study import Study
    from core.records.study import Participant, Recording


def choose_recordings(window: "MainWindow") -> None:
    """Asks for files and then for the sessions they belong to."""
    from app.dialogs.files import ask_recordings

    study = window.bench.study
    if study is None:
        return
    paths = ask_recordings(window, folder=study.path.parent)
    if paths:
        add_recordings(window, paths)


def add_recordings(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Shows what the files hold, asks for their sessions and adds them."""
    from core.project.sessions import participants

    window.bench.ask(participants, then=lambda known: _ask(window, paths, known))


def _ask(window: "MainWindow", paths: Sequence[Path], known: "Sequence[Participant]") -> None:
    from app.dialogs.add import AddDialog

    bench = window.bench

    def add(wanted: "Added") -> None:
        bench.do(
            lambda study: save(study, wanted),
            then=lambda found: added(found, wanted),
            failed=dialog.failing(bench.failed),
        )

    def added(found: "tuple[Recording, ...]", wanted: "Added") -> None:
        from app.verbs.analyse import Choices, analyse_all

        dialog.later(dialog.finish)()
        if found:
            # Behind the reload that `do` asks for, or the old session would be shown once more.
            QTimer.singleShot(0, window, lambda: bench.show_session(found[0].session))
        if wanted.analyse:
            QTimer.singleShot(0, window, lambda: analyse_all(window, found, Choices()))

    dialog = AddDialog(bench, paths, known=known, add=add, parent=window)
    dialog.open()


def save(study: "Study", wanted: "Added") -> "tuple[Recording, ...]":
    """Adds participants, sessions and recordings; what has that name already is used. Raises `StudyError`."""
    from core.project import media, sessions

    known = {one.pseudonym: one.id for one in sessions.participants(study)}
    for name in wanted.participants:
        if name not in known:
            known[name] = sessions.add_participant(study, name)
    there = {one.name: one for one in sessions.sessions(study)}
    numbers = {name: one.id for name, one in there.items()}
    found: list[int] = []
    for one in wanted.recordings:
        if one.session not in numbers:
            present = tuple(known[name] for name in wanted.participants)
            numbers[one.session] = sessions.add_session(study, one.session, held_on=one.held_on, participants=present)
        elif one.session in there:
            for name in wanted.participants:
                if known[name] not in there[one.session].participants:
                    sessions.attend(study, session=numbers[one.session], participant=known[name])
            del there[one.session]
        found.append(
            media.add_recording(
                study, one.video.path, session=numbers[one.session], sha256=one.video.sha256, video=one.video
            )
        )
    return tuple(media.recording_of(study, number) for number in found)


def relink(window: "MainWindow") -> None:
    """Looks for recordings that are not where the study says."""
    from core.project.media import missing

    bench = window.bench

    def looked(gone: "tuple[Recording, ...]") -> None:
        from app.dialogs.relink import RelinkDialog

        if not gone:
            bench.tell(translate("Verbs", "Every recording of this study is where it should be."), tone="done")
            return
        RelinkDialog(bench, gone, parent=window).open()

    bench.ask(missing, then=looked)
