"""Lanes of plain spans from any source, and the quality strip. In: labelled spans, or flags on a grid. Out: lanes.

`SpanLane` serves speech, other raters and other programs' tracks alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app import words
from app.timeline import raster
from app.timeline.columns import Spans
from app.timeline.lane import Lane, letters, small
from app.timeline.palette import LABELS, MISSING, OTHER, PALE, SPEECH, Palette, code_of
from app.timeline.view import Cut
from core.export.clock import amount, time_code
from core.export.look import FLAGS, LOOKS
from core.project.scene import ScenePerson

ROW = 14
MOST_ROWS = 4
LETTER_FROM = 14
WORDS_FROM = 44
"""Pixels from which on a span's own words are written into it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span somebody or something put a label on, in the session's time."""

    start_s: float
    end_s: float
    label: str | None
    """One of ours is drawn in its colour; any other as words; None without a label."""
    missing: bool = False
    """Not assessable, or the source says: cannot tell."""
    pale: bool = False
    remark: str = ""
    """Said when it is pointed at."""


class SpanLane(Lane):
    """Labelled spans of one source. Spans that overlap are put into rows below one another, at most four."""

    def __init__(self, title: str, spans: Sequence[Labelled], *, detail: str = "", speech: bool = False) -> None:
        self.title, self.detail = title, detail
        self._rows: list[list[Labelled]] = []
        for span in sorted(spans, key=lambda one: (one.start_s, one.end_s)):
            free = (row for row in self._rows if row[-1].end_s <= span.start_s + 1e-9)
            row = next(free, None)
            if row is not None:
                row.append(span)
            elif len(self._rows) < MOST_ROWS:
                self._rows.append([span])
            else:
                min(self._rows, key=lambda one: one[-1].end_s).append(span)
        self._rows = self._rows or [[]]
        self.height = ROW * len(self._rows)
        self._speech = speech
        self._drawn = [
            Spans(
                [one.start_s for one in row],
                [one.end_s for one in row],
                [self._code(one) for one in row],
                [1.0] * len(row),
                missing=MISSING,
            )
            for row in self._rows
        ]

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Bars, and letters or words where they fit."""
        painter.setFont(small(painter.font(), share=0.78))
        for number, (row, drawn) in enumerate(zip(self._rows, self._drawn, strict=True)):
            top, tall = number * ROW + (4 if self._speech else 1), ROW - (8 if self._speech else 2)
            pixels = raster.boxes(drawn.columns(cut.edges), cut, height=tall, palette=palette)
            raster.draw(painter, pixels, x=0, y=top, scale=cut.scale)
            if self._speech:
                continue
            first, last = drawn.visible(cut.start_s, cut.end_s)
            wide = drawn.ends_s[first:last] - drawn.starts_s[first:last] >= LETTER_FROM * cut.per_px
            for place in (np.flatnonzero(wide) + first).tolist():
                self._text(painter, row[place], int(drawn.codes[place]), cut, palette=palette, top=top)

    def tip(self, time_s: float) -> str:
        """What the source says at a time."""
        for row, drawn in zip(self._rows, self._drawn, strict=True):
            place = drawn.at(time_s)
            if place is not None:
                span = row[place]
                said = words.label(None) if span.missing else words.label(span.label) if span.label else ""
                times = f"{time_code(span.start_s)} – {time_code(span.end_s)} ({amount(span.end_s - span.start_s)})"
                return "<br>".join(
                    [
                        f"<b>{escape(self.title)}</b> · {times}",
                        *(escape(part) for part in (said, span.remark) if part),
                    ]
                )
        return ""

    def _code(self, span: Labelled) -> int:
        if self._speech:
            return SPEECH
        code = code_of(span.label, assessable=not span.missing)
        return code + PALE if span.pale and code != MISSING else code

    def _text(self, painter: QPainter, span: Labelled, code: int, cut: Cut, *, palette: Palette, top: float) -> None:
        left, right = max(0.0, cut.x(span.start_s)), min(float(cut.width), cut.x(span.end_s) - 1)
        if right - left < LETTER_FROM - 1:
            return
        if code % PALE < len(LABELS):
            middle, text = np.array([(left + right) / 2]), LOOKS[LABELS[code % PALE]].letter
            letters(painter, text, middles=middle, tops=np.array([top - 1.0]), ink=palette.ink[code])
        elif code % PALE == OTHER and span.label and right - left >= WORDS_FROM:
            painter.setPen(QColor(palette.theme.text))
            room = QRectF(left + 3, top, right - left - 6, ROW - 2)
            shown = painter.fontMetrics().elidedText(span.label, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class QualityStrip(Lane):
    """How usable one person's face is: green, or striped in the colour of what is wrong."""

    height = 6
    above = 2

    def __init__(self, person: ScenePerson) -> None:
        self.person = person
        self._times_s = person.times_s
        kind = np.zeros(len(self._times_s), np.int64)
        for rank in range(len(FLAGS), 0, -1):
            kind[(person.quality & int(FLAGS[rank - 1].flag)) != 0] = rank
        self._kind = kind
        counted = np.zeros((len(kind) + 1, len(FLAGS) + 1), np.int32)
        counted[np.arange(len(kind)) + 1, kind] = 1
        self._sums = np.cumsum(counted, axis=0, dtype=np.int32)

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Every column stacked by the share of its moments; a flagged one never falls under one pixel."""
        if not len(self._times_s):
            return
        step = float(self._times_s[1] - self._times_s[0]) if len(self._times_s) > 1 else 0.1
        edges = cut.edges
        place = np.searchsorted(self._times_s, edges, "left")
        counts = (self._sums[place[1:]] - self._sums[place[:-1]]).astype(np.float64)
        empty = np.flatnonzero(counts.sum(axis=1) == 0)  # a column between two moments continues the one before it
        middle = (edges[empty] + edges[empty + 1]) / 2
        before = np.searchsorted(self._times_s, middle, "right") - 1
        there = (before >= 0) & (middle - self._times_s[before.clip(0)] < 1.5 * step)
        counts[empty[there], self._kind[before[there]]] = 1
        total = counts.sum(axis=1, keepdims=True)
        shares = np.divide(counts, total, out=np.zeros_like(counts), where=total > 0)
        rows = round(self.height * cut.scale)
        flagged = shares[:, 1:].sum(axis=1)
        lowest = (flagged > 0) & (flagged < 1 / rows)
        shares[lowest, 0] = 1 - 1 / rows
        shares[lowest, 1:] *= (1 / rows / flagged[lowest])[:, None]
        wide = max(1, round(2 * cut.scale))
        stripe = ((cut.first_column + np.arange(len(shares))) // wide) % 2 == 0
        kinds = np.flatnonzero(shares.any(axis=0))
        colours = np.where(stripe, palette.quality[kinds, None], palette.quality_between[kinds, None])
        raster.draw(painter, raster.stacked(shares[:, kinds], colours, rows=rows), x=0, y=0, scale=cut.scale)

    def tip(self, time_s: float) -> str:
        """What the face is like at a time."""
        if not len(self._times_s):
            return ""
        place = int(np.searchsorted(self._times_s, time_s, "right")) - 1
        if place < 0:
            return ""
        kind = int(self._kind[place])
        said = (
            QCoreApplication.translate("Timeline", "The face can be read.")
            if kind == 0
            else QCoreApplication.translate("Timeline", "Not assessable here: {why}.").format(
                why=words.flag(FLAGS[kind - 1].key)
            )
        )
        return f"<b>{escape(self.person.standing.name)}</b> · {time_code(time_s)}<br>{escape(said)}"

    def shares(self, start_s: float, end_s: float) -> dict[str, float] | None:
        """The share of each flag in a span, by its key; None where nothing was measured."""
        first, last = np.searchsorted(self._times_s, (start_s, end_s))
        if first == last:
            return None
        counts = self._sums[last] - self._sums[first]
        return {look.key: float(counts[n + 1] / (last - first)) for n, look in enumerate(FLAGS) if counts[n + 1]}
