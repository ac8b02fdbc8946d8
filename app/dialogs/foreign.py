"""Asks what a file of another program belongs to and whom each of its tracks is about. Out: where it is to be kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.dialogs.sheet import Sheet
from app.dialogs.times import clock, seconds_of
from app.sentences import in_words
from app.widgets.parts import Scroll, quiet
from core.records.foreign import Imported

if TYPE_CHECKING:
    from core.project.scene import Scene

Key = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Tied:
    """Where a file is to be kept."""

    recording: int | None
    """None for the session as a whole."""
    offset_s: float
    people: tuple[Key | None, ...]
    """Analysis and person of each track, in the file's order; None for nobody."""


class ForeignDialog(Sheet):
    """One row for each track."""

    def __init__(self, imported: Imported, scene: "Scene", *, save: Callable[[Tied], object], parent: QWidget) -> None:
        origin = imported.tracks[0].origin if imported.tracks else None
        name = origin.file if origin is not None else ""
        super().__init__(
            parent=parent,
            title=self.tr("Import {file}").format(file=name),
            words=self.tr("It was read as a file of {tool}.").format(tool=origin.tool if origin is not None else ""),
            width=600,
        )
        self._imported, self._scene, self._save = imported, scene, save
        self.recording = QComboBox()
        for one in scene.recordings:
            self.recording.addItem(one.path.rsplit("/", 1)[-1], one.id)
        self.recording.addItem(self.tr("the session as a whole"), None)
        self.offset = QLineEdit()
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("It was made on"), self.recording)
        form.addRow(self.tr("It starts later by"), self.offset)
        self.add(form)
        self.people = [self._whom(track.person) for track in imported.tracks]
        tracks = QFormLayout()
        for track, field in zip(imported.tracks, self.people, strict=True):
            place = track.origin.place
            words = place if track.person in place else f"{place}, {track.person}"
            field.setAccessibleName(self.tr("Whom {track} is about").format(track=words))
            tracks.addRow(self.tr("{track} is about").format(track=words), field)
        page = QWidget()
        page.setLayout(tracks)
        scroll = Scroll(self.tr("Tracks"), [page])
        scroll.setMinimumHeight(min(260, 20 + 40 * max(1, len(self.people))))
        self.add(scroll, 1)
        for note in imported.notes:
            self.add(quiet(in_words(note)))
        self.go = self.primary(self.tr("Import"))
        self.cancel()
        self.recording.currentIndexChanged.connect(self._tell_offset)
        self._tell_offset()

    def accept(self) -> None:
        """Keeps it where the offset is a time."""
        if self.waiting:
            return
        text = self.offset.text().strip()
        offset_s = seconds_of(text.removeprefix("-"))
        if offset_s is None:
            self.say(self.tr("A time is written as 83.5 or 1:23.5; a minus stands for earlier."))
            return
        number = self.recording.currentData()
        self.wait(self.tr("Saving…"))
        self._save(
            Tied(
                None if number is None else int(number),
                -offset_s if text.startswith("-") else offset_s,
                tuple(self._chosen(field) for field in self.people),
            )
        )

    def finish(self) -> None:
        """It is saved."""
        self.rest()
        super().accept()

    def _whom(self, person: str) -> QComboBox:
        field = QComboBox()
        field.addItem(self.tr("nobody in particular"), None)
        for one in self._scene.people:
            standing = one.standing
            name = standing.person if standing.name == standing.person else f"{standing.person} {standing.name}"
            field.addItem(name, one.key)
            if person and person in (standing.person, standing.name):
                field.setCurrentIndex(field.count() - 1)
        return field

    def _chosen(self, field: QComboBox) -> Key | None:
        row = field.currentIndex() - 1
        return self._scene.people[row].key if row >= 0 else None

    def _tell_offset(self, *_: object) -> None:
        from core.project.foreign import told_offset_s

        number = self.recording.currentData()
        recording = next((one for one in self._scene.recordings if one.id == number), None)
        told_s = 0.0 if recording is None else told_offset_s(self._imported, recording)
        self.offset.setText(f"-{clock(-told_s)}" if told_s < 0 else clock(told_s))
