"""Figures of the session on the screen. In: a scene, a person, a span. Out: what `core.statistics` says about it.

A scene holds every reading as a row and every verdict, so this asks no study and may run in any thread. Readings are
the model's; where raters are compared, their own labels. Must not know: how a figure is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.sentences import in_words
from core.errors import UsageError
from core.export.look import LOOKS
from core.project.reviews import annotated
from core.project.scene import Scene
from core.records.moment import Span
from core.records.study import Marker
from core.statistics.agreement import Agreement, agreement
from core.statistics.change import change_from_baseline
from core.statistics.conclusion import Conclusion
from core.statistics.phases import Phase, PhaseFigures, phase_figures
from core.statistics.tracks import LabelTrack, Piece, episodes

PersonKey = tuple[int, str]
MODEL = "model"
BASELINE = "baseline"
"""A phase of this name is what change is measured from."""


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """One person in one stretch of the session."""

    key: PersonKey
    pieces: PhaseFigures
    """Of the segments: shares, and speaking and silent time apart."""
    episodes: PhaseFigures
    """Of segments that touch, made one: numbers and rates."""
    changes: dict[str, Conclusion]
    """Share of each label minus that in the phase called baseline; empty without such a phase."""


def track_of(scene: Scene, key: PersonKey, *, source: str = MODEL) -> LabelTrack:
    """What the model or a rater says about one person. Raises `UsageError` where corrected spans overlap."""
    analysis, person = key
    rows = [row for row in scene.segments if row.analysis == analysis]
    if source == MODEL:
        pieces = [
            Piece(Span.between(row.start_s, row.end_s), row.label, row.speaking, row.unread)
            for row in rows
            if row.person == person
        ]
    else:
        recording = next((one.recording for one in scene.analyses if one.id == analysis), None)
        offset_s = next((one.offset_s for one in scene.recordings if one.id == recording), 0.0)
        reviews = [one for one in scene.reviews if one.analysis == analysis]
        pieces = [
            Piece(Span.between(one.start_s, one.end_s), one.label)
            for one in annotated(rows, reviews, source=source, offset_s=offset_s)
            if one.person == person
        ]
    ordered = sorted((one for one in pieces if one.span.start < one.span.end), key=lambda one: one.span.start)
    return LabelTrack(source, person, tuple(ordered))


def figures(
    scene: Scene, people: Sequence[PersonKey], *, phase: Phase, wanted: Callable[[], bool] = lambda: True
) -> tuple[PersonFigures, ...]:
    """The figures of each person in a phase; stops early once they are no longer `wanted`. Raises `UsageError`."""
    baseline = _baseline(scene.markers)
    found: list[PersonFigures] = []
    for key in people:
        if not wanted():
            break
        track = track_of(scene, key)
        whole = LabelTrack(track.coder, track.person, episodes(track.pieces))
        pieces = phase_figures(track, phase, labels=tuple(LOOKS))
        changes: dict[str, Conclusion] = {}
        if baseline is not None and baseline.span != phase.span:
            for entry in pieces.parts[0].labels:
                share, _ = change_from_baseline(track, baseline=baseline, phase=phase, label=entry.label)
                changes[entry.label] = share
        found.append(PersonFigures(key, pieces, phase_figures(whole, phase, labels=tuple(LOOKS)), changes))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class RaterAgreement:
    """How far one rater agrees with everybody else about one person."""

    key: PersonKey
    rated: int
    """Segments of that person the rater has judged."""
    found: tuple[Agreement, ...]
    """The rater with the model, then with each other rater; each holds one pair."""
    refused: tuple[tuple[str, str], ...]
    """With whom no comparison is possible, and why."""


def rater_agreement(scene: Scene, key: PersonKey, *, rater: str) -> RaterAgreement:
    """The rater against the model and against every other rater, on what they judged of one person."""
    mine = _track_or_why(scene, key, rater)
    others = {one.rater: None for one in scene.reviews if one.analysis == key[0] and one.rater != rater}
    found: list[Agreement] = []
    refused: list[tuple[str, str]] = []
    for other in (MODEL, *others):
        theirs = _track_or_why(scene, key, other)
        if isinstance(mine, str) or isinstance(theirs, str):
            refused.append((other, mine if isinstance(mine, str) else str(theirs)))
        elif mine.pieces and theirs.pieces:
            found.append(agreement((mine, theirs), labels=tuple(LOOKS)))
    rated = 0 if isinstance(mine, str) else len(mine.pieces)
    return RaterAgreement(key, rated, tuple(found), tuple(refused))


def _track_or_why(scene: Scene, key: PersonKey, source: str) -> LabelTrack | str:
    """The track, or the sentence that says why there is none."""
    try:
        return track_of(scene, key, source=source)
    except UsageError as failure:
        return in_words(failure.problem)


def _baseline(markers: Sequence[Marker]) -> Phase | None:
    for marker in markers:
        if marker.kind == "phase" and marker.end_s is not None and marker.label.strip().lower() == BASELINE:
            return Phase(marker.label, Span.between(marker.start_s, marker.end_s))
    return None
