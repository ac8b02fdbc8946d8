"""The lane of one person's segments. In: rows and the rater's own verdicts. Out: boxes, letters, signs, explanations.

Colour and letter say what the model reads as displayed, height its probability. What the rater put in its place stands
in front, the model's own remains as a thin line below.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.timeline import raster
from app.timeline.columns import Spans
from app.timeline.explain import About, rich, told
from app.timeline.lane import Lane, letters, line, small
from app.timeline.marks import SIDE, sign
from app.timeline.palette import FAILED, LABELS, MISSING, PALE, Palette, code_of
from app.timeline.strips import QualityStrip
from app.timeline.verdicts import Key, Standing, verdict_on
from app.timeline.view import Cut
from core.export.look import LOOKS
from core.project.scene import ScenePerson
from core.records.study import SegmentRow

MARKS = SIDE + 3
"""Pixels above the boxes in which verdicts stand."""
BOX = 40
LEAST = 0.12
"""Height of a box at probability 0, so that none disappears."""
LETTER_FROM = 15
"""Pixels from which on a letter fits."""
INSIDE_FROM = 15
"""Height of a box from which on its letter stands inside it, else above it."""
SIGN_FROM = 11
THIN = 4
"""Pixels of the thin line that remains of what was corrected."""


class SegmentLane(Lane):
    """One person's segments."""

    bold = True
    height = MARKS + BOX
    above = 2

    def __init__(
        self,
        person: ScenePerson,
        rows: Sequence[SegmentRow],
        *,
        own: Mapping[Key, Standing],
        about: About,
        quality: QualityStrip,
    ) -> None:
        self.person = person
        self._about, self._quality = about, quality
        self._place: tuple[SegmentRow | None, int | None] = None, None
        self.rows = tuple(rows)
        self.title = person.standing.name
        self.said = tuple(verdict_on(row, own) for row in self.rows)
        self._pale, self._blind = about.provisional and person.analysis < 0, about.blind
        self._moved = [n for n, said in enumerate(self.said) if said is not None and said.span_s is not None]
        apart = set(self._moved)
        self._kept = np.array([n for n in range(len(self.rows)) if n not in apart], np.int64)
        kept = [self.rows[n] for n in self._kept]
        self.spans = Spans(
            [row.start_s for row in kept],
            [row.end_s for row in kept],
            [self._code(int(n)) for n in self._kept],
            [self._height(int(n)) for n in self._kept],
            missing=MISSING,
        )
        self._judged = np.array([n for n, place in enumerate(self._kept) if self.said[place] is not None], np.int64)
        relabelled = [said is not None and said.label is not None for said in self.said]
        self._lifted = np.array(relabelled, np.float64)[self._kept] * (THIN + 1)

    def bounds(self, place: int) -> tuple[float, float]:
        """The span in which a row is shown: the rater's, or its own."""
        said, row = self.said[place], self.rows[place]
        return said.span_s if said is not None and said.span_s is not None else (row.start_s, row.end_s)

    def place_of(self, row: SegmentRow | None) -> int | None:
        """Where a row stands in this lane."""
        if row is None or (row.analysis, row.person) != self.person.key:
            return None
        known, place = self._place
        if known is not row:
            same = (n for n, one in enumerate(self.rows) if one.segment == row.segment and one.start_s == row.start_s)
            place = next(same, None)
            self._place = row, place
        return place

    def at(self, time_s: float) -> int | None:
        """Which row is shown at a time."""
        for place in reversed(self._moved):
            start_s, end_s = self.bounds(place)
            if start_s <= time_s < end_s:
                return place
        found = self.spans.at(time_s)
        return None if found is None else int(self._kept[found])

    def visible(self, start_s: float, end_s: float) -> tuple[SegmentRow, ...]:
        """The rows that touch a stretch of time."""
        first, last = self.spans.visible(start_s, end_s)
        moved = [n for n in self._moved if self.rows[n].start_s < end_s and self.rows[n].end_s > start_s]
        return tuple(self.rows[n] for n in (*self._kept[first:last].tolist(), *moved))

    def told(self, place: int) -> list[str]:
        """What a row shows, in sentences."""
        row = self.rows[place]
        return told(
            row,
            self._about,
            name=self.title,
            shown_s=self.bounds(place),
            flags=self._quality.shares(row.start_s, row.end_s),
        )

    def tip(self, time_s: float, *, per_px: float) -> str:
        """What is shown at a time, in plain words."""
        del per_px
        place = self.at(time_s)
        return "" if place is None else rich(self.told(place))

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Boxes in one picture, then what is wide enough to carry a letter or a sign."""
        painter.fillRect(QRectF(0, self.height - 1, cut.width, 1), QColor(palette.theme.line))
        pixels = raster.boxes(self.spans.columns(cut.edges), cut, height=BOX, palette=palette)
        raster.draw(painter, pixels, x=0, y=MARKS, scale=cut.scale)
        painter.setFont(small(painter.font(), bold=True))
        first, last = self.spans.visible(cut.start_s, cut.end_s)
        lengths = self.spans.ends_s[first:last] - self.spans.starts_s[first:last]
        self._letters(painter, np.flatnonzero(lengths >= LETTER_FROM * cut.per_px) + first, cut, palette)
        judged = self._judged[(self._judged >= first) & (self._judged < last)]
        for place in judged[lengths[judged - first] >= SIGN_FROM * cut.per_px].tolist():
            self._details(painter, int(self._kept[place]), cut, palette)
        for place in self._moved:
            start_s, end_s = self.bounds(place)
            row = self.rows[place]
            if min(start_s, row.start_s) < cut.end_s and max(end_s, row.end_s) > cut.start_s:
                self._moved_box(painter, place, cut, palette)

    def _letters(self, painter: QPainter, which: NDArray[np.int64], cut: Cut, palette: Palette) -> None:
        """The letters of many boxes, code by code: setting a pen costs more than drawing a letter."""
        spans = self.spans
        left = np.maximum(0.0, (spans.starts_s[which] - cut.start_s) / cut.per_px)
        right = np.minimum(float(cut.width), (spans.ends_s[which] - cut.start_s) / cut.per_px - 1)
        tall = spans.heights[which] * BOX
        inside = tall >= INSIDE_FROM
        top = np.where(inside, self.height - 15 - self._lifted[which], self.height - tall - 14)
        fits = right - left >= LETTER_FROM - 2
        for code in np.unique(spans.codes[which[fits]]).tolist():
            if code % PALE >= len(LABELS):
                continue
            here = fits & (spans.codes[which] == code)
            text = LOOKS[LABELS[code % PALE]].letter
            for within, ink in ((True, palette.ink[code]), (False, QColor(palette.theme.text))):
                chosen = here & (inside == within)
                letters(painter, text, middles=((left + right) / 2)[chosen], tops=top[chosen], ink=ink)

    def _code(self, place: int) -> int:
        row, said = self.rows[place], self.said[place]
        if said is not None and said.label is not None:
            return code_of(said.label)
        code = code_of(row.label, assessable=row.assessable, failed=row.unread and not self._blind)
        pale = self._pale or (said is not None and said.verdict == "disagree")
        return code + PALE if pale and code not in (MISSING, FAILED) else code

    def _height(self, place: int) -> float:
        row, said = self.rows[place], self.said[place]
        if said is not None and said.label is not None:
            return 1.0
        if row.probability is None:
            return 1.0 if not row.assessable or not self._blind else 0.6
        return max(LEAST, row.probability)

    def _details(self, painter: QPainter, place: int, cut: Cut, palette: Palette) -> None:
        start_s, end_s = self.bounds(place)
        left, right = max(0.0, cut.x(start_s)), min(float(cut.width), cut.x(end_s) - 1)
        if right - left < SIGN_FROM - 1:
            return
        said, row = self.said[place], self.rows[place]
        tall = self._height(place) * BOX
        if said is not None and said.label is not None and row.label is not None:
            self._thin(painter, left, right, palette=palette, label=row.label)
        if said is not None:
            ink = QColor(palette.theme.bad if said.verdict == "disagree" else palette.theme.text)
            sign(painter, said.verdict, x=(left + right - SIDE) / 2, y=1, ink=ink)
            if said.verdict == "disagree":
                middle = self.height - tall / 2
                painter.setPen(line(palette.theme.bad, 1.6))
                painter.drawLine(round(left) + 2, round(middle), round(right) - 2, round(middle))

    def _thin(self, painter: QPainter, left: float, right: float, *, palette: Palette, label: str) -> None:
        floor = self.height
        painter.fillRect(QRectF(left, floor - THIN - 1, right - left, THIN + 1), QColor(palette.theme.card))
        painter.fillRect(QRectF(left, floor - THIN, right - left, THIN), palette.colour(code_of(label)))

    def _moved_box(self, painter: QPainter, place: int, cut: Cut, palette: Palette) -> None:
        """A segment whose bounds the rater moved: a box in front, and the old bounds as a thin line."""
        row, code = self.rows[place], self._code(place)
        start_s, end_s = self.bounds(place)
        left, right = cut.x(start_s), cut.x(end_s)
        tall = self._height(place) * BOX
        box = QRectF(left, self.height - tall, max(1.0, right - left - 1), tall)
        painter.fillRect(box, palette.colour(code))
        self._thin(painter, cut.x(row.start_s), cut.x(row.end_s) - 1, palette=palette, label=row.label or "unclear")
        painter.setPen(line(palette.theme.text, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        left, right = max(0.0, left), min(float(cut.width), right)
        if code % PALE < len(LABELS) and right - left >= LETTER_FROM:
            inside = tall >= INSIDE_FROM + THIN
            top = self.height - (20.0 if inside else tall + 14)
            ink = palette.ink[code] if inside else QColor(palette.theme.text)
            text = LOOKS[LABELS[code % PALE]].letter
            letters(painter, text, middles=np.array([(left + right) / 2]), tops=np.array([top]), ink=ink)
        self._details(painter, place, cut, palette)
