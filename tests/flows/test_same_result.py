"""The result does not depend on frame rate, size, rotation flag or container, nor on reading every frame.

Tolerances: at least 97 % of the time carries the same label (borders may move by a row of 0.1 s), every border of the
original that changes the label lies within 0.2 s of a border in the copy, and "unclear" agrees with either of its two
alternatives: on the edge between two displays the last digit decides whether they are near enough to be unclear.
"""

from itertools import pairwise

import pytest

from core.pipeline import Request, analyse
from core.progress import finish
from core.records.analysis import UNCLEAR
from tests import media

STEP = 0.1


def labels(outcome) -> list[frozenset[str | None]]:
    """The labels that each step of 0.1 s of the first person stands for."""
    analysis = outcome.analysis
    rows: list[frozenset[str | None]] = [frozenset([None])] * round(analysis.span.duration_s / STEP)
    for segment in analysis.segments:
        if segment.person == "P1" and segment.reading is not None:
            reading = segment.reading
            shown = frozenset([reading.label] if reading.label != UNCLEAR else reading.alternatives)
            for row in range(round(segment.span.start_s / STEP), min(round(segment.span.end_s / STEP), len(rows))):
                rows[row] = shown
    return rows


def borders(rows: list[frozenset[str | None]]) -> list[float]:
    """Times at which the label changes."""
    return [place * STEP for place, (a, b) in enumerate(pairwise(rows), start=1) if not a & b]


def assert_same(one, other) -> None:
    mine, theirs = labels(one), labels(other)
    length = min(len(mine), len(theirs))
    assert abs(len(mine) - len(theirs)) <= 2
    same = sum(bool(a & b) for a, b in zip(mine[:length], theirs[:length], strict=True))
    assert same / length >= 0.97
    cuts = [segment.span.start_s for segment in other.analysis.segments]
    for time in borders(mine):
        assert min(abs(time - cut) for cut in cuts) <= 0.2 + 1e-6, time


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("small, slow and turned.mp4", {"rate": 15, "size": (360, 360), "rotation": 90}),
        pytest.param("slow.mkv", {"rate": 15, "size": (480, 480)}, marks=pytest.mark.slow),
        pytest.param("quick.mov", {"rate": 50, "size": (480, 480)}, marks=pytest.mark.slow),
        pytest.param("small.avi", {"rate": 25, "size": (360, 360)}, marks=pytest.mark.slow),
        pytest.param("turned.mp4", {"rate": 30, "size": (480, 480), "rotation": 90}, marks=pytest.mark.slow),
    ],
)
def test_the_same_clip_in_another_form(analysed, footage, tmp_path, name, form):
    original = footage / "expressive_1.mp4"
    copy = media.re_encode(original, tmp_path / name, **form)
    again = finish(analyse(Request(copy, tmp_path / "out")))
    assert_same(analysed(original), again)


def test_every_frame_gives_the_same_labels(analysed, footage, tmp_path):
    original = footage / "expressive_1.mp4"
    every = finish(analyse(Request(original, tmp_path, every_frame=True)))
    assert_same(analysed(original), every)
