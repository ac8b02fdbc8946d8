"""What each code of a lane is drawn with in the theme that is in use. In: a theme. Out: colours as numbers and inks.

Display colours and letters are those of the report (`core.export.look`); letters, hatching and heights repeat what the
colours say, for print in black and white and for colour-blind readers.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from app.look import Theme
from core.export.look import FAILED_COLOUR, FLAGS, GOOD_COLOUR, LOOKS, SPEECH_COLOUR
from core.records.analysis import UNCLEAR

LABELS: tuple[str, ...] = tuple(LOOKS)
CODES: dict[str, int] = {label: code for code, label in enumerate(LABELS)}
MISSING = len(LABELS)
"""Not assessable."""
PLAIN = MISSING + 1
"""A span with no label, as a blind rater sees it."""
OTHER = MISSING + 2
"""A label that is none of ours, from another program."""
SPEECH = MISSING + 3
FAILED = MISSING + 4
"""Assessable, and the model failed to read it."""
PALE = 16
"""Added to a code: rejected by the rater, or only the first result of a job that still runs."""


def code_of(label: str | None, *, assessable: bool = True, failed: bool = False) -> int:
    """The code of a label; None is a span without one."""
    if not assessable:
        return MISSING
    if failed:
        return FAILED
    return PLAIN if label is None else CODES.get(label, OTHER)


class Palette:
    """Colours of one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        dark = theme.name == "dark"
        card = QColor(theme.card)
        fills = {CODES[label]: QColor(look.colour) for label, look in LOOKS.items()}
        fills[CODES[UNCLEAR]] = QColor("#45474a" if dark else LOOKS[UNCLEAR].colour)
        fills[MISSING] = QColor("#2a2c2f" if dark else "#f6f5f2")
        fills[FAILED] = fills[MISSING]
        fills[PLAIN] = blend(QColor(theme.quiet), card, 0.35)
        fills[OTHER] = blend(QColor(theme.accent), card, 0.5)
        fills[SPEECH] = QColor(SPEECH_COLOUR)
        self.fill: NDArray[np.uint32] = np.zeros(2 * PALE, np.uint32)
        self.edge: NDArray[np.uint32] = np.zeros(2 * PALE, np.uint32)
        self.ink: dict[int, QColor] = {}
        for code, colour in fills.items():
            edge = blend(QColor("#000000"), colour, 0.22) if not dark else blend(QColor("#ffffff"), colour, 0.2)
            if code == CODES[UNCLEAR]:
                edge = QColor(theme.quiet)
            self.fill[code], self.edge[code] = colour.rgba(), edge.rgba()
            self.fill[code + PALE] = blend(colour, card, 0.38).rgba()
            self.edge[code + PALE] = blend(edge, card, 0.7).rgba()
            self.ink[code] = QColor(theme.text)
            self.ink[code + PALE] = QColor(theme.text)
        for label, look in LOOKS.items():
            if label != UNCLEAR:
                self.ink[CODES[label]] = QColor(look.ink)
        self.hatch = QColor("#7d7a73" if dark else "#a29c8f").rgba()
        self.hatch_failed = QColor("#d98079" if dark else FAILED_COLOUR).rgba()
        self.hatch_ground = fills[MISSING].rgba()
        self.good = blend(QColor(GOOD_COLOUR), card, 0.45).rgba() if dark else QColor(GOOD_COLOUR).rgba()
        flags = [blend(QColor("#ffffff"), QColor(look.colour), 0.2 if dark else 0.0) for look in FLAGS]
        self.quality: NDArray[np.uint32] = np.array([self.good, *(one.rgba() for one in flags)], np.uint32)
        """A usable face, then the flags in the order of `FLAGS`; drawn in stripes with the next."""
        between = (blend(one, card, 0.45).rgba() for one in flags)
        self.quality_between: NDArray[np.uint32] = np.array([self.good, *between], np.uint32)

    def colour(self, code: int) -> QColor:
        """The fill of a code."""
        return QColor.fromRgba(int(self.fill[code]))


def blend(front: QColor, back: QColor, share: float) -> QColor:
    """`share` of `front` on `back`."""
    return QColor.fromRgbF(
        front.redF() * share + back.redF() * (1 - share),
        front.greenF() * share + back.greenF() * (1 - share),
        front.blueF() * share + back.blueF() * (1 - share),
    )


@lru_cache(maxsize=2)
def palette_of(theme: Theme) -> Palette:
    """The palette of a theme."""
    return Palette(theme)
