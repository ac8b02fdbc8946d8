"""Putting people right. In: an analysis and who is who. Out: a correction of people, which can be undone."""

from typing import TYPE_CHECKING

from app.translation import translate
from app.workbench import Workbench
from core.records.study import Appoint, Exclude, Merge, Name, PeopleOperation, Split, Swap

if TYPE_CHECKING:
    from app.window import MainWindow


def wire(window: "MainWindow") -> None:
    """Says what each does."""
    window.actions_.on("session.people", lambda: open_people(window))


def open_people(window: "MainWindow", *, operation: str = "name", person: str | None = None) -> None:
    """Opens the dialog about the people of the session, at an operation and a person."""
    from app.dialogs.people import PeopleDialog

    scene = window.bench.session.scene
    if scene is None or not scene.people:
        window.bench.tell(
            translate("People", "Nobody has been found in this session yet."),
            translate("People", "Analyse its recording first."),
        )
        return
    row = window.bench.session.row
    person = person or (row.person if row is not None else None)
    PeopleDialog(window.bench, window.actions_, operation=operation, person=person, parent=window).open()


def put_right(bench: Workbench, analysis: int, operation: PeopleOperation) -> None:
    """Records a correction of the people of an analysis; times are those of its recording."""
    from core.project.people import correct_people

    bench.do(
        lambda study: correct_people(study, analysis, operation),
        then=lambda _: bench.tell(translate("People", "Done. Undo takes it back."), tone="done"),
    )


def in_words(operation: PeopleOperation, *, offset_s: float) -> str:
    """What an operation will do, in one sentence; times on the session's clock."""
    from core.export.clock import time_code

    match operation:
        case Merge(keep, gone):
            return translate("People", "{gone} becomes {keep}: they are the same person from beginning to end.").format(
                keep=keep, gone=gone
            )
        case Split(person, at_s, new):
            return translate("People", "From {time} on, {person} is somebody else, called {new}.").format(
                person=person, time=time_code(at_s + offset_s), new=new
            )
        case Swap(first, second, from_s):
            return translate("People", "From {time} on, {first} and {second} are each other.").format(
                first=first, second=second, time=time_code(from_s + offset_s)
            )
        case Name(person, name):
            return translate("People", "{person} is shown as “{name}”.").format(person=person, name=name)
        case Appoint(person, role):
            from app import words

            return translate("People", "{person} is the {role}.").format(person=person, role=words.role(role))
        case Exclude(person, start_s, end_s):
            if person is None:
                form = translate("People", "Nobody is assessed or counted from {start} to {end}.")
            else:
                form = translate("People", "{person} is neither assessed nor counted from {start} to {end}.")
            return form.format(
                person=person or "", start=time_code(start_s + offset_s), end=time_code(end_s + offset_s)
            )
