"""An analysis: what a model reads in each person's segments, and everything needed to get it again. Immutable."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.records.account import Account
from core.records.measurement import Speech
from core.records.moment import Span
from core.records.tree import AffectiveTree
from core.records.video import Video

EMOTIONS = ("happiness", "sadness", "neutral", "anger", "surprise", "disgust", "fear")
"""The seven classes of DFEW (Jiang et al., ACM MM 2020), in its order."""

UNCLEAR = "unclear"
Reason = Literal[
    "start", "face appears", "face leaves", "visibility changes", "shot cut", "display changes", "longest length"
]
"""Why a segment begins where it does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model reads as displayed in one segment. Never what the person feels."""

    label: str
    """One of `EMOTIONS`, or `UNCLEAR`."""
    distribution: Mapping[str, float]
    """Probability for each of `EMOTIONS`, calibrated as the method statement says; sums to 1."""
    alternatives: tuple[str, ...]
    """The next most probable emotions, best first."""
    stability: float
    """Share of re-samplings of the segment that give the same most probable emotion, in [0, 1]."""
    signals: Mapping[str, Mapping[str, float]]
    """The distribution by each kind of evidence alone (`action units`, `appearance`): their disagreement is shown."""
    remark: str
    """A sentence on disagreement or doubt; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A span of one person worth one reading."""

    id: str
    person: str
    span: Span
    reason: Reason
    assessable: bool
    coverage: float
    """Share of the span in which the face was usable, in [0, 1]."""
    speaking: bool | None
    """Whether the person speaks for most of the span; None where that cannot be told (no audio track)."""
    quality: Mapping[str, float]
    """Share of the span under each quality flag (`lost`, `occluded`, …), in [0, 1]; absent flags are 0."""
    key_frame_s: float | None
    """A usable moment that shows the display best; None where nothing is assessable."""
    reading: Reading | None
    """None where the segment is not assessable, or where the model failed to read it (`failure`)."""
    tree: AffectiveTree
    account: Account | None = None
    """What a vision language model said; None for the built-in analyst and where no model was asked."""

    @property
    def failure(self) -> str:
        """Why an assessable segment has no reading, as a sentence; empty where it has one."""
        return "" if self.account is None else self.account.failure


@dataclass(frozen=True, slots=True, eq=False)
class PersonSummary:
    """One person through the recording."""

    id: str
    spans: tuple[Span, ...]
    """Where the face is in the picture."""
    coverage: float
    """Share of those spans in which the face was usable."""
    baseline: str
    """How this person's neutral was defined, as a sentence."""
    times_s: NDArray[np.float64]
    """(n,) a regular grid over the recording."""
    curves: Mapping[str, NDArray[np.float32]]
    """Each (n,): action-unit intensity in [0, 1] by code, NaN where no usable face."""
    baseline_curves: Mapping[str, float]
    """The person's neutral value of each curve."""
    quality: NDArray[np.uint8]
    """(n,) `Quality` flags, `LOST` where no face."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What is needed to get the same analysis again."""

    software: str
    version: str
    commit: str
    """Commit of the source tree, or `release` for an installed package."""
    analyst: str
    models: Mapping[str, str]
    """SHA-256 of each model file by catalogue name."""
    settings: Mapping[str, Mapping[str, object]]
    """Every threshold of every stage, by stage."""
    libraries: Mapping[str, str]
    """Versions of the libraries that touch the numbers."""
    hardware: Mapping[str, str]
    seed: int
    created: str
    """UTC, ISO 8601. The only entry that changes between two runs on one machine."""


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """The whole result for one recording."""

    video: Video
    span: Span
    """The part of the recording that was analysed, in seconds after its first frame."""
    people: tuple[PersonSummary, ...]
    segments: tuple[Segment, ...]
    cuts_s: tuple[float, ...]
    speech: Speech | None
    """None where the recording has no audio track."""
    notes: tuple[str, ...]
    """Sentences about what could not be read."""
    provenance: Provenance
