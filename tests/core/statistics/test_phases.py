"""Figures per phase, change, latency and transitions on tracks whose sums are known."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from core.records.analysis import Reading, Segment
from core.records.moment import Moment, Span
from core.records.tree import AffectiveTree
from core.statistics.bootstrap import Resampling
from core.statistics.change import change_from_baseline
from core.statistics.conclusion import Estimate, Interval, Refusal
from core.statistics.latency import Event, latencies
from core.statistics.phases import Phase, PhaseRules, phase_figures
from core.statistics.tracks import (
    LabelTrack,
    Piece,
    clipped,
    episodes,
    presence_track,
    track_of_annotations,
    track_of_segments,
)
from core.statistics.transitions import transitions

LABELS = ("happiness", "sadness", "neutral")


def track(*pieces: tuple[float, float, str | None] | tuple[float, float, str | None, bool | None]) -> LabelTrack:
    return LabelTrack(
        "model", "P1", tuple(Piece(Span.between(p[0], p[1]), p[2], p[3] if len(p) > 3 else False) for p in pieces)
    )


def phase(start: float, end: float, name: str = "exposure") -> Phase:
    return Phase(name, Span.between(start, end))


def row(figures, label: str, part: str = "all"):
    own = next(one for one in figures.parts if one.part == part)
    return next(one for one in own.labels if one.label == label)


SESSION = track(
    (0, 10, "neutral", False),
    (10, 25, "happiness", True),
    (25, 30, None, False),
    (30, 40, "happiness", False),
    (40, 60, "neutral", None),
)


def test_sums_of_a_phase_are_cut_at_its_borders():
    figures = phase_figures(SESSION, phase(5, 50), labels=LABELS)
    assert figures.phase_s == pytest.approx(45)
    assert figures.assessable_s == pytest.approx(40)
    assert figures.not_assessable_s == pytest.approx(5)
    assert figures.untold_s == pytest.approx(10)
    assert figures.coverage == pytest.approx(40 / 45)
    assert figures.verdict is None
    happy, calm = row(figures, "happiness"), row(figures, "neutral")
    assert (happy.number, happy.begun, happy.total_s) == (2, 2, pytest.approx(25))
    assert (calm.number, calm.begun, calm.total_s) == (2, 1, pytest.approx(15))
    assert happy.share.value == pytest.approx(25 / 40)
    assert happy.rate_per_min.value == pytest.approx(2 / (40 / 60))
    assert happy.mean_s.value == pytest.approx(12.5)
    assert happy.median_s.value == pytest.approx(12.5)
    assert isinstance(happy.mean_s.interval, Refusal)


def test_speaking_and_silent_stand_apart():
    figures = phase_figures(SESSION, phase(0, 60), labels=LABELS)
    speaking = row(figures, "happiness", "speaking")
    silent = row(figures, "happiness", "silent")
    assert (speaking.total_s, silent.total_s) == (pytest.approx(15), pytest.approx(10))
    assert speaking.share.value == pytest.approx(1)
    assert silent.share.value == pytest.approx(0.5)


def test_a_label_that_was_looked_for_and_not_found_is_a_measured_zero():
    sad = row(phase_figures(SESSION, phase(0, 60), labels=LABELS), "sadness")
    assert (sad.number, sad.total_s, sad.share.value) == (0, 0, 0)
    assert isinstance(sad.mean_s, Refusal)


def test_low_coverage_is_refused_with_the_reason_and_seconds_stay():
    lost = track((0, 20, "happiness"), (20, 60, None))
    figures = phase_figures(lost, phase(0, 60), labels=LABELS)
    assert isinstance(figures.verdict, Refusal)
    assert "20.0 s of 60.0 s (33%)" in figures.verdict.reason
    happy = row(figures, "happiness")
    assert happy.total_s == pytest.approx(20)
    assert happy.share == figures.verdict
    assert happy.rate_per_min == figures.verdict
    # Time that nobody looked at is missing too.
    assert isinstance(phase_figures(track((0, 20, "happiness")), phase(0, 60), labels=LABELS).verdict, Refusal)


def test_intervals_hold_the_value_and_come_again():
    pieces = [(2 * n, 2 * n + 1 + n % 7 / 7, LABELS[(n * n * n + n // 5) % 3]) for n in range(120)]
    one = row(phase_figures(track(*pieces), phase(0, 240), labels=LABELS), "happiness")
    two = row(phase_figures(track(*pieces), phase(0, 240), labels=LABELS[::-1]), "happiness")
    assert one == two
    for figure in (one.share, one.rate_per_min, one.mean_s):
        assert isinstance(figure, Estimate)
        assert isinstance(figure.interval, Interval)
        assert figure.interval.low <= figure.value <= figure.interval.high
    other = PhaseRules(resampling=Resampling(seed=1))
    assert row(phase_figures(track(*pieces), phase(0, 240), labels=LABELS, rules=other), "happiness") != one


def test_change_from_baseline():
    calm = [(n, n + 2, "happiness" if n % 14 == 0 else "neutral") for n in range(0, 100, 2)]
    glad = [(n, n + 2, "neutral" if n % 14 == 0 else "happiness") for n in range(100, 200, 2)]
    share, rate = change_from_baseline(
        track(*calm, *glad), baseline=phase(0, 100, "baseline"), phase=phase(100, 200), label="happiness"
    )
    assert isinstance(share, Estimate)
    assert isinstance(rate, Estimate)
    assert share.value == pytest.approx(43 / 50 - 8 / 50)
    assert rate.value == pytest.approx(25.8 - 4.8)
    assert isinstance(share.interval, Interval)
    assert share.interval.low > 0
    both = change_from_baseline(track(*calm), baseline=phase(0, 60, "a"), phase=phase(50, 100), label="happiness")
    assert all(isinstance(one, Refusal) and "overlap" in one.reason for one in both)
    gone = change_from_baseline(track(*calm), baseline=phase(0, 100, "a"), phase=phase(100, 200), label="happiness")
    assert all(isinstance(one, Refusal) and "0.0 s of 100.0 s" in one.reason for one in gone)


def test_change_keeps_speaking_and_silent_apart():
    """While speaking nothing changes; in silence happiness goes from a quarter to three quarters."""
    pieces = []
    for n in range(100):
        start, late, speaks = 2 * n, n >= 50, n % 2 == 0
        glad = n % 4 < 2 if speaks else (n % 8 != 1 if late else n % 8 == 1)
        pieces.append((start, start + 2, "happiness" if glad else "neutral", speaks))
    whole = track(*pieces)

    def share(part: str):
        return change_from_baseline(
            whole, baseline=phase(0, 100, "baseline"), phase=phase(100, 200), label="happiness", part=part
        )[0]

    speaking, silent, both = share("speaking"), share("silent"), share("all")
    assert abs(speaking.value) < 0.05
    assert silent.value > 0.4
    assert speaking.value < both.value < silent.value
    assert silent.interval.low > 0 > speaking.interval.low
    rare = track((0, 95, "neutral", False), (95, 100, "neutral", True), (100, 200, "neutral", True))
    (refused, _) = change_from_baseline(
        rare, baseline=phase(0, 100, "baseline"), phase=phase(100, 200), label="neutral", part="speaking"
    )
    assert isinstance(refused, Refusal)
    assert "baseline, speaking: 5.0 s are assessable" in refused.reason


def test_resamples_that_are_all_the_same_give_no_interval():
    figures = phase_figures(track((0, 100, "happiness")), phase(0, 100), labels=LABELS)
    share = row(figures, "sadness").share
    assert isinstance(share, Estimate)
    assert share.value == 0
    # Never seen in 100 s does not mean surely never: no interval from 0 to 0.
    assert isinstance(share.interval, Refusal)


def test_nothing_assessable_is_refused_at_any_threshold():
    rules = PhaseRules(least_coverage=0, least_assessable_s=0)
    figures = phase_figures(track((0, 100, None)), phase(0, 100), labels=LABELS, rules=rules)
    assert isinstance(row(figures, "sadness").share, Refusal)
    both = change_from_baseline(
        track((0, 100, None)), baseline=phase(0, 50, "a"), phase=phase(50, 100), label="sadness", rules=rules
    )
    assert all(isinstance(one, Refusal) for one in both)


def test_phases_without_length_and_unknown_labels_are_refused():
    with pytest.raises(UsageError, match="no length"):
        phase_figures(SESSION, phase(5, 5), labels=LABELS)
    with pytest.raises(UsageError, match="happiness"):
        phase_figures(SESSION, phase(0, 60), labels=("neutral",))
    with pytest.raises(UsageError):
        PhaseRules(block_s=0)


def test_latency_counts_from_the_event_to_the_next_onset():
    happy, sad, calm = latencies(SESSION, Event("door", Moment.at(4)), labels=LABELS, window_s=30)
    assert (happy.outcome, happy.seconds, happy.unseen_s) == ("onset", 6, 0)
    assert (sad.outcome, sad.seconds) == ("not displayed", None)
    assert sad.unseen_s == pytest.approx(5)
    assert (calm.outcome, calm.seconds) == ("already displayed", None)
    (again,) = latencies(SESSION, Event("cue", Moment.at(20)), labels=["happiness"], window_s=30)
    assert (again.outcome, again.seconds, again.unseen_s) == ("already displayed", 10, 5)
    (lost,) = latencies(SESSION, Event("late", Moment.at(55)), labels=["sadness"], window_s=30)
    assert lost.outcome == "not assessable"
    with pytest.raises(UsageError):
        latencies(SESSION, Event("late", Moment.at(55)), labels=["sadness"], window_s=0)


def test_transitions_stop_at_missing_time():
    found = transitions(SESSION, labels=LABELS, least=1)
    assert found.counts == ((0, 0, 1), (0, 0, 0), (1, 0, 0))
    assert found.interrupted == 1
    assert found.shares["happiness"] == (0, 0, 1)
    assert isinstance(found.shares["sadness"], Refusal)
    assert isinstance(transitions(SESSION, labels=LABELS).shares["happiness"], Refusal)


def test_tracks_from_annotations():
    spans = [(Span.between(2, 4), "smile"), (Span.between(3, 6), "laugh"), (Span.between(8, 8), "cue")]
    within = Span.between(0, 10)
    with pytest.raises(UsageError, match="two labels"):
        track_of_annotations(spans, coder="A", person="P1", within=within, between=None)
    on = presence_track(spans, "smile", coder="A", person="P1", within=within)
    assert [(p.span.start_s, p.span.end_s, p.label) for p in on.pieces] == [
        (0, 2, "not smile"),
        (2, 4, "smile"),
        (4, 10, "not smile"),
    ]
    cut = track_of_annotations(spans[:1], coder="A", person="P1", within=Span.between(3, 10), between=None)
    assert [(p.span.start_s, p.span.end_s) for p in cut.pieces] == [(3, 4)]


def test_tracks_from_segments():
    def segment(start: float, end: float, label: str | None, person: str = "P1") -> Segment:
        reading = None if label is None else Reading(label, {}, (), 1.0, {}, "")
        return Segment(
            f"s{start}", person, Span.between(start, end), "start", label is not None, 1.0, None, {}, None, reading,
            AffectiveTree((), ()),
        )  # fmt: skip

    made = track_of_segments(
        [segment(2, 4, None), segment(0, 2, "neutral"), segment(0, 9, "fear", "P2")], coder="model", person="P1"
    )
    assert [piece.label for piece in made.pieces] == ["neutral", None]


EDGES = st.lists(st.integers(0, 600), min_size=2, max_size=30, unique=True).map(sorted)


@settings(max_examples=40, deadline=None)
@given(
    edges=EDGES, labels=st.lists(st.sampled_from([*LABELS, None]), min_size=30, max_size=30), cut=st.integers(1, 599)
)
def test_shares_add_up_and_phases_add_up(edges, labels, cut):
    whole = track(*[(a / 10, b / 10, label) for a, b, label in zip(edges, edges[1:], labels, strict=False)])
    rules = PhaseRules(least_coverage=0, least_assessable_s=0.05, resampling=Resampling(resamples=20))
    parts = [phase_figures(whole, phase(a, b), labels=LABELS, rules=rules) for a, b in ((0, cut / 10), (cut / 10, 60))]
    full = phase_figures(whole, phase(0, 60), labels=LABELS, rules=rules)
    assert sum(one.assessable_s for one in parts) == pytest.approx(full.assessable_s)
    assert sum(one.not_assessable_s for one in parts) == pytest.approx(full.not_assessable_s)
    for label in LABELS:
        assert sum(row(one, label).total_s for one in parts) == pytest.approx(row(full, label).total_s)
        assert sum(row(one, label).begun for one in parts) == row(full, label).begun
    shares = [row(full, label).share for label in LABELS]
    if full.verdict is None:
        assert sum(share.value for share in shares) == pytest.approx(1)
    else:
        assert all(share == full.verdict for share in shares)
    joined = episodes(whole.pieces)
    assert sum(p.span.duration_s for p in joined) == pytest.approx(sum(p.span.duration_s for p in whole.pieces))
    assert clipped(whole.pieces, Span.between(0, 60)) == whole.pieces


def test_failed_pieces_are_joined_with_no_others():
    failed = Piece(Span.between(10, 20), None, False, failed=True)
    lost = Piece(Span.between(20, 30), None, False)
    assert episodes((failed, lost)) == (failed, lost)
    (cut,) = clipped((failed,), Span.between(12, 15))
    assert cut.failed
    figures = phase_figures(LabelTrack("model", "P1", (failed, lost)), phase(0, 60), labels=LABELS)
    assert (figures.assessable_s, figures.failed_s, figures.not_assessable_s) == (0.0, 10.0, 10.0)
