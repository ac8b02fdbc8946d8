"""Makes faces unrecognisable in a picture. In: a picture and what is known of its faces. Out: the picture with blocks.

Where a face may be and nobody knows where, the whole picture is covered: rather too much than a face that leaks. A face
that the analysis never found cannot be known of. Must not know: widgets.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from core.project.face_boxes import FacesOf, FollowedFace
from core.records.face import FaceBox

MARGIN = 0.35
"""A box of landmarks ends at the brows and the chin; hair and ears tell a person too."""
BLOCKS = 5
"""Across a face; a person is not recognised in so few."""
WHOLE_BLOCKS = 14


@dataclass(frozen=True, slots=True)
class Covers:
    """What is to be covered."""

    whole: bool
    boxes: tuple[FaceBox, ...] = ()
    """In pixels of the upright picture, margins not included."""


def covers(known: FacesOf | None, time_s: float, *, spared: Callable[[FollowedFace], bool]) -> Covers:
    """What must be covered in a frame so that only faces that are `spared` can be seen."""
    if known is None or not known.knows(time_s):
        return Covers(whole=True)
    hidden = [face for face in known.faces if not spared(face)]
    if any(face.lost(time_s) for face in hidden):
        return Covers(whole=True)
    return Covers(whole=False, boxes=tuple(box for face in hidden for box in face.cover(time_s)))


def covered(picture: QImage, wanted: Covers, *, scale: float) -> QImage:
    """The picture with coarse blocks over what is to be covered. `scale`: its pixels per pixel of the recording."""
    if wanted.whole:
        return _blocks(picture, picture.rect(), WHOLE_BLOCKS)
    if not wanted.boxes:
        return picture
    made = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(made)
    for box in wanted.boxes:
        # Blocks of the picture as it was: two covers that overlap must not sharpen each other.
        place = _grown(box, scale).intersected(picture.rect())
        if not place.isEmpty():
            painter.drawImage(place.topLeft(), _blocks(picture, place, BLOCKS))
    painter.end()
    return made


def _grown(box: FaceBox, scale: float) -> QRect:
    across, down = box.width * MARGIN, box.height * MARGIN
    return QRect(
        int((box.x - across) * scale), int((box.y - 1.4 * down) * scale),
        int((box.width + 2 * across) * scale) + 2, int((box.height + 2.4 * down) * scale) + 2,
    )  # fmt: skip


def _blocks(picture: QImage, place: QRect, across: int) -> QImage:
    down = max(1, round(across * place.height() / max(1, place.width())))
    small = picture.copy(place).scaled(
        across, down, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return small.scaled(place.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.FastTransformation)
