"""What others coded in this session with other programs. In: the open session. Out: files imported or taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.dialogs.files import ask_foreign
from app.dialogs.foreign import ForeignDialog, Tied
from app.dialogs.sheet import Sheet
from app.widgets.table import Table
from app.workbench import Workbench
from core.records.foreign import Imported, StoredTrack

if TYPE_CHECKING:
    from core.project.study import Study


class ImportsDialog(Sheet):
    """A row for each track that is kept."""

    def __init__(self, bench: Workbench, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("What others coded"),
            words=self.tr(
                "Files of ELAN, BORIS, py-feat and OpenFace, and subtitles, can stand beside the readings as a second "
                "opinion. The study keeps their tracks and where they come from; the file itself is not kept."
            ),
            width=760,
        )
        self._bench = bench
        self.tracks: tuple[StoredTrack, ...] = ()
        """The tracks that are kept in this session."""
        headings = [self.tr("File"), self.tr("Program"), self.tr("Track"), self.tr("Coded by"), self.tr("Holds")]
        self.table = Table(self.tr("Imported tracks"), headings)
        self.table.setMinimumHeight(220)
        self.add(self.table, 1)
        self.remove = self.other(self.tr("Take the file back"), self._remove)
        self.choose = self.primary(self.tr("Import a file…"))
        self.cancel(self.tr("Close"))
        self.table.currentCellChanged.connect(self._refresh)
        bench.saved.connect(self.load)
        self.load()

    def accept(self) -> None:
        """Asks for a file."""
        study = self._bench.study
        if study is None or self.waiting:
            return
        path = ask_foreign(self, folder=study.path.parent)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Reads a file and asks what it is about."""
        self.wait(self.tr("Reading {file}…").format(file=path.name))
        self._bench.free_lane.ask(lambda: _read(path), then=self._found, failed=self.fail, owner=self)

    def load(self) -> None:
        """Reads which tracks are kept."""
        scene = self._bench.session.scene
        if scene is not None:
            number = scene.session.id
            self._bench.ask(lambda study: _tracks(study, number), then=self._show, failed=self.fail, owner=self)

    def _found(self, imported: Imported) -> None:
        self.rest()
        scene, bench = self._bench.session.scene, self._bench
        if scene is None:
            return
        session = scene.session.id

        def save(tied: Tied) -> None:
            bench.do(
                lambda study: keep(study, imported, tied, session=session),
                then=dialog.later(dialog.finish),
                failed=dialog.failing(bench.failed),
            )

        dialog = ForeignDialog(imported, scene, save=save, parent=self)
        dialog.open()

    def _show(self, tracks: tuple[StoredTrack, ...]) -> None:
        self.tracks = tracks
        rows: list[tuple[str, ...]] = []
        for one in tracks:
            place = one.place if one.person in one.place else f"{one.place}, {one.person}"
            holds = (
                self.tr("values ({count}): {names}").format(count=one.samples, names=", ".join(one.curves[:6]))
                if one.curves
                else self.tr("labels ({count}): {names}").format(count=one.annotations, names=", ".join(one.labels[:6]))
            )
            rows.append((one.file.name, one.file.tool, place, one.coder, holds))
        self.table.fill(rows)
        self._refresh()

    def _refresh(self, *_: object) -> None:
        study = self._bench.study
        writable = study is not None and study.writable
        self.choose.setEnabled(writable)
        self.remove.setEnabled(writable and self.table.currentRow() >= 0)

    def _remove(self) -> None:
        from core.project.standing import retract

        row = self.table.currentRow()
        if 0 <= row < len(self.tracks):
            file = self.tracks[row].file.id
            self._bench.do(lambda study: retract(study, "foreign_file", file), failed=self.failing(self._bench.failed))


def keep(study: "Study", imported: Imported, tied: Tied, *, session: int) -> int:
    """Keeps the tracks of a file and whom each is about; returns the file's number. Raises `StudyError`."""
    from core.project.foreign import add_foreign, foreign_tracks, tie_track

    number = add_foreign(study, imported, session=session, recording=tied.recording, offset_s=tied.offset_s)
    own = [one for one in foreign_tracks(study, session=session) if one.file.id == number]
    for track, person in zip(own, tied.people, strict=True):
        if person is not None:
            tie_track(study, track.id, analysis=person[0], person=person[1])
    return number


def _read(path: Path) -> Imported:
    from core.imports.reading import read_foreign
    from core.progress import finish

    return finish(read_foreign(path))


def _tracks(study: "Study", session: int) -> tuple[StoredTrack, ...]:
    from core.project.foreign import foreign_tracks

    return foreign_tracks(study, session=session)
