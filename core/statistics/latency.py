"""How long after an event something is displayed. Comes in: a label track, an event. Goes out: an outcome per label.

A latency is the time from the event to the first episode of the label that begins after it, within a stated window. An
onset that no usable face could show is not seen, so the seconds that were not assessable stand beside the latency, and
an event after which too little could be seen gives no outcome. Must not know: what the event was about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from core.errors import UsageError
from core.records.moment import MICROSECOND, Moment, Span
from core.statistics.tracks import LabelTrack, clipped, episodes

Outcome = Literal["onset", "already displayed", "not displayed", "not assessable"]


@dataclass(frozen=True, slots=True)
class Event:
    """A marker in a session."""

    name: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class Latency:
    """One label after one event."""

    person: str
    event: Event
    label: str
    outcome: Outcome
    seconds: float | None
    """From the event to the onset; None without an onset. `already displayed` gives the next onset, if there is one."""
    unseen_s: float
    """Seconds between the event and the onset, or the window's end, that had no reading: an onset in them would
    have been missed, so the latency may be shorter by as much."""
    window_s: float


def latencies(
    track: LabelTrack, event: Event, *, labels: Sequence[str], window_s: float, least_coverage: float = 0.5
) -> tuple[Latency, ...]:
    """The latency of each label within `window_s` after the event.

    Without an onset the outcome is `not displayed` only where at least `least_coverage` of the window was assessable,
    else `not assessable`. An episode goes on through touching pieces of its label; after missing time it begins anew.
    Raises `UsageError` for a window without length.
    """
    if not 0 < window_s < float("inf"):
        raise UsageError(
            f"A window of {window_s:g} s has no length.", remedy="Name the seconds after the event to look at."
        )
    start = event.moment.exact
    window = Span(Moment.at(start), Moment.at(start + round(window_s / float(MICROSECOND)) * MICROSECOND))
    return tuple(_latency(track, event, label, window=window, least_coverage=least_coverage) for label in labels)


def _latency(track: LabelTrack, event: Event, label: str, *, window: Span, least_coverage: float) -> Latency:
    own = [piece for piece in episodes(track.pieces) if piece.label == label]
    already = any(event.moment in piece.span for piece in own if piece.span.start < event.moment)
    onset = next((piece.span.start for piece in own if window.start <= piece.span.start < window.end), None)
    until = Span(window.start, onset) if onset is not None else window
    assessable_s = fsum(p.span.duration_s for p in clipped(track.pieces, until) if p.label is not None)
    unseen_s = max(0.0, until.duration_s - assessable_s)
    outcome: Outcome
    if already:
        outcome = "already displayed"
    elif onset is not None:
        outcome = "onset"
    else:
        outcome = "not displayed" if assessable_s >= least_coverage * window.duration_s else "not assessable"
    return Latency(
        person=track.person,
        event=event,
        label=label,
        outcome=outcome,
        seconds=None if onset is None else float(onset.exact - event.moment.exact),
        unseen_s=unseen_s,
        window_s=window.duration_s,
    )
