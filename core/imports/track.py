"""A track made by another tool, with its origin. Comes in: what a reader found. Goes out: frozen records, checked once.

Times are seconds after the zero of the first recording that the file names. Must not know: file formats.
"""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.records.moment import Span

Tool = Literal["ELAN", "BORIS", "py-feat", "OpenFace", "WebVTT", "SubRip"]


@dataclass(frozen=True, slots=True)
class Media:
    """A recording that the file names. It is never opened."""

    name: str
    """As the file writes it: a path or an address."""
    offset_s: float = 0.0
    """Seconds to add to a time of the track to get a time of this recording. 0 for the first one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a track comes from."""

    tool: Tool
    file: str
    """The file's name without its folder."""
    sha256: str
    place: str
    """The tier, observation, column group or voice inside the file."""
    coder: str
    """Who or what coded, as far as the file says; may be empty."""
    media: tuple[Media, ...] = ()
    clock: str = ""
    """How times were had from the file, as a sentence."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A label over a span; a span without length is a point event."""

    span: Span
    label: str
    detail: tuple[str, ...] = ()
    """Modifiers and comments, in the file's order."""


@dataclass(frozen=True, slots=True, eq=False)
class Samples:
    """Values over time. Raises `ValueError` when the shapes do not fit or time does not increase."""

    times_s: NDArray[np.float64]
    """(n,) seconds, strictly increasing."""
    names: tuple[str, ...]
    values: NDArray[np.float64]
    """(n, k) in the file's own units, NaN where missing."""

    def __post_init__(self) -> None:
        if self.values.shape != (len(self.times_s), len(self.names)):
            raise ValueError(
                f"values of shape {self.values.shape} for {len(self.times_s)} times, {len(self.names)} names"
            )
        if not np.all(np.diff(self.times_s) > 0):
            raise ValueError("times of samples increase")


@dataclass(frozen=True, slots=True, eq=False)
class ForeignTrack:
    """One tier, subject, voice or face of another tool's file."""

    origin: Origin
    person: str
    """The person as the file labels it; empty where it does not."""
    annotations: tuple[Annotation, ...] = ()
    """In order of their start. They may overlap."""
    samples: Samples | None = None
    vocabulary: tuple[str, ...] = ()
    """The labels a coder could choose from, where the file says so."""


@dataclass(frozen=True, slots=True, eq=False)
class Imported:
    """A whole file."""

    tracks: tuple[ForeignTrack, ...]
    notes: tuple[str, ...] = field(default=())
    """Sentences about what was assumed and what was left out."""
