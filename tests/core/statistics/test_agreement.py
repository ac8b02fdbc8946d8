"""Agreement between tracks: sampling, missing time, episodes, durations, and what is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from core.records.moment import Span
from core.statistics.agreement import AgreementRules, agreement, sampled
from core.statistics.bootstrap import Resampling
from core.statistics.conclusion import Estimate, Interval, Refusal
from core.statistics.tracks import LabelTrack, Piece

QUICK = AgreementRules(resampling=Resampling(resamples=50))


def coded(coder: str, *pieces: tuple[float, float, str | None], person: str = "P1") -> LabelTrack:
    return LabelTrack(coder, person, tuple(Piece(Span.between(a, b), label) for a, b, label in pieces))


def drawn(coder: str, seed: int, *, length_s: int = 600, noise: float = 0.3) -> LabelTrack:
    truth, own = np.random.default_rng(99), np.random.default_rng(seed)
    pieces, here = [], 0.0
    while here < length_s:
        end = here + truth.uniform(2, 8)
        label = str(truth.choice(["happiness", "neutral", "sadness"], p=[0.3, 0.6, 0.1]))
        if own.random() < noise:
            label = str(own.choice(["happiness", "neutral", "sadness"]))
        pieces.append((here, end, None if own.random() < 0.05 else label))
        here = end
    return coded(coder, *pieces)


def test_two_coders_who_agree_perfectly():
    pieces = [(5 * n, 5 * n + 5, "ab"[n % 2]) for n in range(60)]
    found = agreement([coded("A", *pieces), coded("B", *pieces)], rules=QUICK)
    pair = found.pairs[0]
    results = [pair.kappa, pair.raw, found.fleiss, found.alpha, found.ac1]
    assert [one.result.value for one in results] == pytest.approx([1] * 5)
    assert all(one.samples == 600 and one.left_out == 0 for one in results)
    assert all(one.f1.value == pytest.approx(1) and one.mean_iou == pytest.approx(1) for one in pair.segments)
    assert {(rate.coder, rate.label): rate.share for rate in found.base_rates} == {
        (coder, label): 0.5 for coder in "AB" for label in "ab"
    }


def test_missing_time_is_left_out_and_counted():
    first = coded("A", (0, 50, "a"), (50, 60, None), (60, 100, "b"))
    second = coded("B", (0, 40, "a"), (40, 100, "b"))
    found = agreement([first, second], rules=QUICK)
    kappa = found.pairs[0].kappa
    assert (found.samples, kappa.samples, kappa.left_out) == (200, 180, 20)
    assert found.pairs[0].raw.result.value == pytest.approx(80 / 90)
    rate = next(one for one in found.base_rates if (one.coder, one.label) == ("A", "a"))
    assert (rate.seconds, rate.share) == (pytest.approx(50), pytest.approx(50 / 90))


def test_samples_lie_in_the_middle_of_steps():
    ratings = sampled([coded("A", (0, 1, "a"), (1, 2, None), (2, 2.9, "b"))], labels=["a", "b"], step_s=0.5)
    assert ratings.tolist() == [[0, 0, -1, -1, 1]]
    with pytest.raises(UsageError, match="longer step"):
        sampled([coded("A", (0, 1e6, "a"))], labels=["a"], step_s=0.001)


def test_episodes_match_by_overlap():
    # IoU: 8/12, 4/10 and none.
    first = coded("A", (0, 10, "a"), (20, 30, "a"), (40, 50, "a"))
    second = coded("B", (2, 12, "a"), (26, 30, "a"), (60, 70, "a"))
    whole = [coded(t.coder, *_filled(t, 80)) for t in (first, second)]
    rules = AgreementRules(iou=0.5, resampling=Resampling(resamples=50))
    one = next(s for s in agreement(whole, rules=rules).pairs[0].segments if s.label == "a")
    assert (one.matched, one.first_only, one.second_only, one.left_out) == (1, 2, 2, 0)
    assert one.f1.value == pytest.approx(2 / 6)
    assert one.mean_iou == pytest.approx(8 / 12)
    loose = AgreementRules(iou=0.4, resampling=Resampling(resamples=50))
    one = next(s for s in agreement(whole, rules=loose).pairs[0].segments if s.label == "a")
    assert (one.matched, one.precision.value, one.recall.value) == (2, pytest.approx(2 / 3), pytest.approx(2 / 3))


def _filled(track: LabelTrack, end: float) -> list[tuple[float, float, str]]:
    pieces, here = [], 0.0
    for piece in track.pieces:
        if here < piece.span.start_s:
            pieces.append((here, piece.span.start_s, "none"))
        pieces.append((piece.span.start_s, piece.span.end_s, str(piece.label)))
        here = piece.span.end_s
    return [*pieces, (here, end, "none")]


def test_episodes_are_measured_in_common_time():
    first = coded("A", (0, 10, "a"), (10, 20, None), (20, 40, "a"))
    second = coded("B", (0, 18, "a"), (18, 30, "b"), (30, 40, "a"))
    segments = agreement([first, second], rules=QUICK).pairs[0].segments
    a = next(one for one in segments if one.label == "a")
    assert (a.matched, a.first_only, a.second_only, a.left_out) == (2, 0, 0, 0)
    assert a.mean_iou == pytest.approx((1 + 0.5) / 2)


def test_three_coders_and_their_intervals():
    found = agreement([drawn(name, seed) for seed, name in enumerate("ABC")], rules=QUICK)
    assert len(found.pairs) == 3
    for one in (found.fleiss, found.alpha, found.ac1, *(pair.kappa for pair in found.pairs)):
        assert isinstance(one.result, Estimate)
        assert isinstance(one.result.interval, Interval)
        assert one.result.interval.low < one.result.value < one.result.interval.high
        assert one.samples + one.left_out == found.samples
    assert found.fleiss.samples < found.alpha.samples
    durations = {one.label: one for one in found.durations}
    assert isinstance(durations["happiness"].result, Estimate)
    again = agreement([drawn(name, seed) for seed, name in enumerate("ABC")], rules=QUICK)
    assert again == found


def test_too_little_common_time_is_refused():
    found = agreement([coded("A", (0, 20, "a")), coded("B", (10, 30, "b"))], rules=QUICK)
    assert isinstance(found.pairs[0].kappa.result, Refusal)
    assert "10 s" in found.pairs[0].kappa.result.reason
    empty = agreement([coded("A"), coded("B")], rules=QUICK)
    assert isinstance(empty.alpha.result, Refusal)
    apart = agreement([coded("A", (0, 40, "a")), coded("B", (100, 140, "a"))], rules=QUICK)
    assert isinstance(apart.pairs[0].segments[0].f1, Refusal)
    assert apart.pairs[0].segments[0].left_out == 2
    assert all(rate.share is None for rate in apart.base_rates)


def test_one_label_only_is_refused_with_the_reason():
    found = agreement([coded("A", (0, 60, "a")), coded("B", (0, 60, "a"))], rules=QUICK)
    assert isinstance(found.alpha.result, Refusal)
    assert "Only one label" in found.alpha.result.reason
    known = agreement([coded("A", (0, 60, "a")), coded("B", (0, 60, "a"))], labels=["a", "b"], rules=QUICK)
    assert known.ac1.result.value == pytest.approx(1)


def test_what_cannot_be_compared():
    a = coded("A", (0, 60, "a"))
    for tracks in ([a], [a, a], [a, coded("B", (0, 60, "a"), person="P2")]):
        with pytest.raises(UsageError):
            agreement(tracks)
    b = coded("B", (0, 60, "b"))
    with pytest.raises(UsageError, match="b"):
        agreement([a, b], labels=["a"])
    with pytest.raises(UsageError, match="order"):
        agreement([a, b], rules=AgreementRules(weighting="linear"))
    weighted = agreement([a, b], labels=["a", "c", "b"], rules=AgreementRules(weighting="linear"))
    assert weighted.pairs[0].kappa.name == "Cohen's kappa, linear weights"
    for wrong in ({"step_s": 0}, {"iou": 0}, {"iou": 1.5}, {"window_s": float("nan")}):
        with pytest.raises(UsageError):
            AgreementRules(**wrong)


def test_an_hour_is_compared_at_each_half_second():
    found = agreement([drawn("A", 1, length_s=3600), drawn("B", 2, length_s=3600)])
    assert found.samples == pytest.approx(7200, abs=20)
    assert isinstance(found.alpha.result, Estimate)


SPANS = st.lists(st.integers(0, 300), min_size=2, max_size=24, unique=True).map(sorted)
NAMES = st.lists(st.sampled_from(["a", "b", None]), min_size=24, max_size=24)


@settings(max_examples=30, deadline=None)
@given(one=SPANS, two=SPANS, first=NAMES, second=NAMES, iou=st.sampled_from([0.1, 0.3, 0.5, 0.9]))
def test_segment_f1_is_symmetric_and_at_its_largest(one, two, first, second, iou):
    a = coded("A", *[(s, e, label) for s, e, label in zip(one, one[1:], first, strict=False)])
    b = coded("B", *[(s, e, label) for s, e, label in zip(two, two[1:], second, strict=False)])
    rules = AgreementRules(iou=iou, step_s=1, least_common_s=1, resampling=Resampling(resamples=10))
    there = agreement([a, b], rules=rules).pairs[0].segments
    back = agreement([b, a], rules=rules).pairs[0].segments
    for left, right in zip(there, back, strict=True):
        assert (left.matched, left.first_only, left.second_only) == (right.matched, right.second_only, right.first_only)
        assert left.left_out == right.left_out
        if isinstance(left.f1, Estimate):
            assert left.f1.value == pytest.approx(right.f1.value)
    same = agreement([a, LabelTrack("C", "P1", a.pieces)], rules=rules).pairs[0].segments[0]
    assert (same.first_only, same.second_only, same.left_out) == (0, 0, 0)
