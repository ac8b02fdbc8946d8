"""Verbs about the session on the screen: events, phases, notes, consent, export. In: the main window.

Each asks in a dialog for what it needs; a change is one step of the history.
"""

from functools import partial
from typing import TYPE_CHECKING

from app.translation import translate

if TYPE_CHECKING:
    from app.dialogs.marker import Marked
    from app.window import MainWindow
    from core.project.study import Study
    from core.records.study import Marker, MarkerKind


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    actions = window.actions_
    actions.on("session.event", partial(mark_event, window))
    actions.on("session.phase", partial(mark_phase, window))
    actions.on("session.markers", partial(show_markers, window))
    actions.on("session.note", partial(write_note, window))
    actions.on("session.consent", partial(show_consent, window))
    actions.on("session.import", partial(show_imports, window))
    actions.on("session.export", partial(export, window))


def mark_event(window: "MainWindow") -> None:
    """Asks for an event's name and marks it at the playhead."""
    at_s = window.bench.session.playhead_s
    _ask(window, kind="event", start_s=at_s, end_s=None)


def mark_phase(window: "MainWindow") -> None:
    """Asks for a phase's name and makes the marked span one."""
    span = window.bench.session.span
    if span is not None:
        _ask(window, kind="phase", start_s=span[0], end_s=span[1])


def _ask(window: "MainWindow", *, kind: "MarkerKind", start_s: float, end_s: float | None) -> None:
    from app.dialogs.marker import Marked, MarkerDialog

    bench, scene = window.bench, window.bench.session.scene
    if scene is None:
        return
    session = scene.session.id

    def save(marked: Marked) -> None:
        bench.do(
            lambda study: keep_marker(study, marked, session=session),
            then=dialog.later(dialog.finish),
            failed=dialog.failing(bench.failed),
        )

    dialog = MarkerDialog(Marked(kind, "", start_s, end_s, ""), save=save, parent=window)
    bench.ask(lambda study: labels(study, kind), then=dialog.offer, owner=dialog)
    dialog.open()


def labels(study: "Study", kind: str) -> tuple[str, ...]:
    """The labels of this study's events or phases, the most used first. Raises `StudyError`."""
    from collections import Counter

    from core.project.sessions import markers, sessions

    used = Counter(
        one.label for session in sessions(study) for one in markers(study, session.id) if one.kind == kind and one.label
    )
    return tuple(label for label, _ in used.most_common())


def keep_marker(study: "Study", marked: "Marked", *, session: int, instead_of: int | None = None) -> int:
    """Adds an event or phase; `instead_of`: the one that it replaces. Raises `UsageError` or `StudyError`."""
    from core.project.sessions import add_marker

    return add_marker(
        study,
        session=session,
        kind=marked.kind,
        label=marked.label,
        start_s=marked.start_s,
        end_s=marked.end_s,
        comment=marked.comment,
        instead_of=instead_of,
    )


def remove_marker(window: "MainWindow", marker: "Marker") -> None:
    """Takes an event or phase back."""
    from core.project.standing import retract

    window.bench.do(lambda study: retract(study, "marker", marker.id))


def show_markers(window: "MainWindow") -> None:
    """Lists the session's events and phases, to go to, change or take back."""
    from app.dialogs.markers import MarkersDialog

    MarkersDialog(window, parent=window).open()


def write_note(window: "MainWindow") -> None:
    """Shows the session's notes and asks for another one."""
    from app.dialogs.note import NoteDialog

    NoteDialog(window.bench, parent=window).open()


def show_consent(window: "MainWindow") -> None:
    """Shows who has allowed what, and records a statement."""
    from app.dialogs.consent import ConsentDialog

    ConsentDialog(window.bench, parent=window).open()


def show_imports(window: "MainWindow") -> None:
    """Lists what others coded in this session with other programs, and imports another file."""
    from app.dialogs.imports import ImportsDialog

    ImportsDialog(window.bench, parent=window).open()


def export(window: "MainWindow") -> None:
    """Asks where to and what, shows what it will look like, and writes it."""
    from app.dialogs.export import ExportDialog

    bench, scene = window.bench, window.bench.session.scene
    if scene is None:
        return
    if scene.blind:
        bench.tell(
            translate("Verbs", "You review without seeing the readings, and an export shows them."),
            translate("Verbs", "Let somebody else export this session, or end the blind review under “Who reviews…”."),
            tone="warning",
        )
        return
    if not scene.analyses or bench.session.provisional:
        bench.tell(
            translate("Verbs", "There is no finished analysis to export yet."),
            translate("Verbs", "Start one with “Analyse…”."),
            tone="info",
        )
        return
    ExportDialog(window, scene, parent=window).open()
