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
from app.timeline.lane import Lane, letters, line, small
from app.timeline.palette import LABELS, MISSING, OTHER, PALE, SPEECH, Palette, code_of
from app.timeline.view import Cut
from core.export.clock import amount, time_code
from core.export.look import FLAGS, LOOKS
from core.project.scene import ScenePerson

ROW = 14
MOST_ROWS = 4
POINT = 3
"""Pixels between point events that are drawn apart."""
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
        ordered = sorted(spans, key=lambda one: (one.start_s, one.end_s))
        self._points = [one for one in ordered if one.end_s <= one.start_s]
        self._points_s = np.array([one.start_s for one in self._points])
        for span in (one for one in ordered if one.end_s > one.start_s):
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

        first, last = np.searchsorted(self._points_s, (cut.start_s, cut.end_s))
        before = -POINT
        painter.setPen(line(palette.theme.accent, 2))
        for at_s in self._points_s[first:last].tolist():
            x = round(cut.x(at_s))
            if x - before >= POINT:
                painter.drawLine(x, 2, x, self.height - 3)
                before = x

    def tip(self, time_s: float, *, per_px: float) -> str:
        """What the source says at a time, or at a point event a few pixels beside it."""
        if len(self._points):
            nearest = int(np.abs(self._points_s - time_s).argmin())
            if abs(self._points_s[nearest] - time_s) <= 2 * POINT * per_px:
                point = self._points[nearest]
                said = escape(" · ".join(part for part in (point.label or "", point.remark) if part))
                return f"<b>{escape(self.title or self.detail)}</b> · {time_code(point.start_s)}<br>{said}"
        for row, drawn in zip(self._rows, self._drawn, strict=True):
            place = drawn.at(time_s)
            if place is not None:
                span = row[place]
                said = words.label(None) if span.missing else words.label(span.label) if span.label else ""
                times = f"{time_code(span.start_s)} – {time_code(span.end_s)} ({amount(span.end_s - span.start_s)})"
                return "<br>".join(
                    [
                        f"<b>{escape(self.title or self.detail)}</b> · {times}",
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
        self.flags = frozenset((np.unique(kind[kind > 0]) - 1).tolist())
        """Places in `FLAGS` of what occurs."""
        self._kinds = np.array([0, *(place + 1 for place in sorted(self.flags))])
        counted = np.zeros((len(self._kinds), len(kind) + 1), np.int32)
        counted[:, 1:] = kind == self._kinds[:, None]
        self._sums = np.cumsum(counted, axis=1, dtype=np.int32)
        """(kinds that occur, moments + 1): a usable face first."""

    def paint(self, painter: QPainter, cut: Cut, palette: Palette) -> None:
        """Every column stacked by the share of its moments; a flagged one never falls under one pixel."""
        if not len(self._times_s):
            return
        step = float(self._times_s[1] - self._times_s[0]) if len(self._times_s) > 1 else 0.1
        edges = cut.edges
        place = np.searchsorted(self._times_s, edges, "left")
        first, last = place[:-1].copy(), place[1:]
        empty = np.flatnonzero(last == first)  # a column between two moments continues the one before it
        since = (edges[empty] + edges[empty + 1]) / 2 - self._times_s[(first[empty] - 1).clip(0)]
        first[empty[(first[empty] > 0) & (since < 1.5 * step)]] -= 1
        rows, there = round(self.height * cut.scale), last > first
        pixels = np.where(there, palette.quality[0], np.uint32(0)) * np.ones((rows, 1), np.uint32)
        mixed = np.flatnonzero(self._sums[0][last] - self._sums[0][first] < last - first)
        shares = (self._sums[:, last[mixed]] - self._sums[:, first[mixed]]) / (last - first)[mixed]
        flagged = shares[1:].sum(axis=0)
        lowest = np.flatnonzero(flagged < 1 / rows)
        shares[0, lowest] = 1 - 1 / rows
        shares[1:, lowest] *= 1 / rows / flagged[lowest]
        wide = max(1, round(2 * cut.scale))
        stripe = ((cut.first_column + mixed) // wide) % 2 == 0
        kinds = self._kinds[:, None]
        colours = np.where(stripe, palette.quality[kinds], palette.quality_between[kinds])
        pixels[:, mixed] = raster.stacked(shares, colours, rows=rows)
        raster.draw(painter, pixels, x=0, y=0, scale=cut.scale)

    def tip(self, time_s: float, *, per_px: float) -> str:
        """What the face is like at a time."""
        del per_px
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
        shares = (self._sums[:, last] - self._sums[:, first]) / (last - first)
        pairs = zip(self._kinds[1:].tolist(), shares[1:].tolist(), strict=True)
        return {FLAGS[kind - 1].key: share for kind, share in pairs if share}
