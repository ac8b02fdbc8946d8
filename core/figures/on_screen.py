"""Figures of the session on the screen. In: a scene, a person, a span. Out: what `statistics` says about it.

A scene holds every reading as a row and every verdict, so this asks no study and may run in any thread. Readings are
the model's; where raters are compared, their own labels. Pieces, labels and phases are those of `coded` and `session`,
so that the window and the command count the same. Must not know: how a figure is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.figures.coded import OURS, pieces_of, without
from core.figures.session import baseline_of, phases_of
from core.project.reviews import annotated
from core.project.scene import Scene
from core.statistics.agreement import Agreement, agreement
from core.statistics.change import change_from_baseline
from core.statistics.conclusion import Conclusion
from core.statistics.phases import Phase, PhaseFigures, phase_figures
from core.statistics.tracks import LabelTrack, episodes

PersonKey = tuple[int, str]
MODEL = "model"


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
    recording = next((one.recording for one in scene.analyses if one.id == analysis), None)
    offset_s = next((one.offset_s for one in scene.recordings if one.id == recording), 0.0)
    reviews = [one for one in scene.reviews if one.analysis == analysis]
    followed = {segment: own for (of, segment), own in scene.followed.items() if of == analysis}
    said = annotated(rows, reviews, source=source, offset_s=offset_s, followed=followed)
    shown = scene.person(key)
    found = without(pieces_of(said).get(person, []), () if shown is None else shown.excluded_s)
    return LabelTrack(source, person, tuple(sorted(found, key=lambda one: one.span.start)))


def figures(
    scene: Scene, people: Sequence[PersonKey], *, phase: Phase, wanted: Callable[[], bool] = lambda: True
) -> tuple[PersonFigures, ...]:
    """The figures of each person in a phase; stops early once they are no longer `wanted`. Raises `UsageError`."""
    baseline = baseline_of(phases_of(scene.markers), None)
    found: list[PersonFigures] = []
    for key in people:
        if not wanted():
            break
        track = track_of(scene, key)
        whole = LabelTrack(track.coder, track.person, episodes(track.pieces))
        pieces = phase_figures(track, phase, labels=OURS)
        changes: dict[str, Conclusion] = {}
        if baseline is not None and baseline.span != phase.span:
            for entry in pieces.parts[0].labels:
                share, _ = change_from_baseline(track, baseline=baseline, phase=phase, label=entry.label)
                changes[entry.label] = share
        found.append(PersonFigures(key, pieces, phase_figures(whole, phase, labels=OURS), changes))
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
            found.append(agreement((mine, theirs), labels=OURS))
    rated = 0 if isinstance(mine, str) else len(mine.pieces)
    return RaterAgreement(key, rated, tuple(found), tuple(refused))


def _track_or_why(scene: Scene, key: PersonKey, source: str) -> LabelTrack | str:
    """The track, or the sentence that says why there is none."""
    try:
        return track_of(scene, key, source=source)
    except UsageError as failure:
        return failure.problem
