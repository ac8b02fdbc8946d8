"""Tracks made by another tool, with their origin: as a reader found them, and as a study keeps them.

Times of a track are seconds after the zero of the first recording that the file names, on whole microseconds. A study
adds the offset of the file to get seconds after the session's zero.
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
class ForeignAnnotation:
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
    annotations: tuple[ForeignAnnotation, ...] = ()
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


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A file of another tool whose tracks a study keeps. The file itself is not kept."""

    id: int
    session: int
    recording: int | None
    """The recording it was made on; None where it belongs to the session as a whole."""
    offset_s: float
    """Seconds to add to a time of its tracks to get seconds after the zero of the recording, or else of the session."""
    tool: Tool
    name: str
    sha256: str
    importer: str
    """The program that read it, with its version."""
    notes: tuple[str, ...]
    """What was assumed and left out when it was read."""
    who: str
    at: str
    """UTC, ISO 8601: when it was imported."""


@dataclass(frozen=True, slots=True)
class StoredTrack:
    """One track of a kept file, without its annotations and samples."""

    id: int
    file: ForeignFile
    start_s: float
    """The track's zero in seconds after the session's zero: the recording's offset and the file's together."""
    place: str
    coder: str
    person: str
    """The person as the file labels it; empty where it does not."""
    annotations: int
    labels: tuple[str, ...]
    """The labels that are used, in the order of their first annotation."""
    vocabulary: tuple[str, ...]
    samples: int
    curves: tuple[str, ...]
    """Names of the sampled values; empty for a track of annotations."""

    @property
    def name(self) -> str:
        """What the track is called where it is one coder among others."""
        return f"{self.coder or self.file.tool} (track {self.id})"


@dataclass(frozen=True, slots=True)
class Tie:
    """A kept track is about that person of an analysis: a second opinion beside the model's."""

    track: int
    analysis: int
    person: str
    """The person after all corrections of people."""


@dataclass(frozen=True, slots=True)
class ForeignRow:
    """An annotation of a kept track as one screen shows it."""

    track: int
    start_s: float
    """Seconds after the session's zero."""
    end_s: float
    """The same as `start_s` for a point event."""
    label: str
    detail: tuple[str, ...]
