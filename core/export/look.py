"""How a display is drawn: one palette, one set of letters, one wording, for the picture and for the report.

Comes in: the labels of `core.records`. Goes out: colours, letters, words. Must not know: any file format.
The colours keep a distance of at least 14 (CIE76) from each other for normal, protan, deutan and tritan sight
(Machado et al. 2009, tested); the letters repeat them for print in black and white.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from core.records.analysis import EMOTIONS, UNCLEAR, Segment
from core.records.measurement import Quality


@dataclass(frozen=True, slots=True)
class Look:
    """How one label is drawn."""

    colour: str
    """Fill, as #rrggbb."""
    ink: str
    """Colour of the letter on that fill, as #rrggbb; contrast at least 4.5."""
    letter: str


DARK_INK = "#1c1b19"
LIGHT_INK = "#ffffff"
NOT_ASSESSABLE = "not assessable"
"""The word for a missing reading. It is drawn hatched, never as neutral."""
NOT_READ = "not read"
"""The word for an assessable segment that the model failed to read. Hatched too, in a colour of its own."""
DISCLAIMER = "Displayed behaviour, not a diagnosis"
"""Stands on every page and in every picture."""
HATCH_COLOUR = "#b9b4a8"
FAILED_COLOUR = "#c4574e"
"""Of the hatching of what was not read."""

LOOKS: Mapping[str, Look] = {
    "happiness": Look("#e0a526", DARK_INK, "H"),
    "sadness": Look("#2f66a8", LIGHT_INK, "Sa"),
    "neutral": Look("#b9b4a8", DARK_INK, "N"),
    "anger": Look("#9c2a2a", LIGHT_INK, "A"),
    "surprise": Look("#f08a5d", DARK_INK, "Su"),
    "disgust": Look("#5a9a3c", DARK_INK, "D"),
    "fear": Look("#c58bc0", DARK_INK, "F"),
    UNCLEAR: Look("#ece9e2", DARK_INK, "?"),
}
"""Every label a `Reading` may carry."""

MISSING: Mapping[str, str] = {NOT_ASSESSABLE: HATCH_COLOUR, NOT_READ: FAILED_COLOUR}
"""Colour of the hatching of each way to have no reading."""

if set(LOOKS) != {*EMOTIONS, UNCLEAR}:
    raise AssertionError("every label needs a look")


@dataclass(frozen=True, slots=True)
class FlagLook:
    """How one quality flag is named and drawn."""

    flag: Quality
    key: str
    """Name in the files: `off_angle`."""
    words: str
    """Name for a reader: `turned away`."""
    colour: str


FLAGS: tuple[FlagLook, ...] = (
    FlagLook(Quality.LOST, "lost", "no face found", "#8c867a"),
    FlagLook(Quality.OCCLUDED, "occluded", "face covered", "#b5413b"),
    FlagLook(Quality.OFF_ANGLE, "off_angle", "turned away", "#b57f2b"),
    FlagLook(Quality.SMALL, "small", "too small", "#5f7f9e"),
    FlagLook(Quality.BLURRED, "blurred", "blurred", "#8a7aa8"),
    FlagLook(Quality.DARK, "dark", "too dark", "#4d4a44"),
)
"""In order of precedence: where two hold at once, the earlier is drawn."""
GOOD_COLOUR = "#cfe0d4"
SPEECH_COLOUR = "#8fa8a4"
ACCENT = "#2f5d62"


def key_of(segment: Segment) -> str:
    """The label a segment is drawn under: one of `LOOKS`, or of `MISSING` where it has no reading."""
    if segment.reading is not None:
        return segment.reading.label
    return NOT_READ if segment.assessable else NOT_ASSESSABLE


def why_missing(segment: Segment) -> str:
    """Why a segment has no reading, in words: the quality flags, or the model's failure."""
    return segment.failure or shares_in_words(segment.quality)


def steadiness(segment: Segment) -> str:
    """How steady the reading is, in words: over re-samplings, or among a language model's candidates."""
    if segment.reading is None:
        return ""
    share = f"{segment.reading.stability:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
    return f"same in {share} of re-samplings" if segment.account is None else f"candidates agree to {share}"


def shares_in_words(quality: Mapping[str, float], *, least: float = 0.05) -> str:
    """The quality flags that hold for at least `least` (a share) of a span, largest first: "face covered 80 %"."""
    named = {look.key: look.words for look in FLAGS}
    held = sorted(
        ((share, key) for key, share in quality.items() if share >= least), key=lambda item: (-item[0], item[1])
    )
    return ", ".join(f"{named[key]} {share:.0%}".replace("%", "\N{NO-BREAK SPACE}%") for share, key in held)
