"""Who is who after corrections: statistics, exports and screens follow, the stored analysis stays."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UsageError
from core.project.analyses import load_analysis
from core.project.history import redo, undo
from core.project.people import correct_people, people_corrections, who_is_who, who_is_who_of
from core.project.resolved import original_name, resolve
from core.records.study import Appoint, Exclude, Merge, Name, Split, Swap
from tests.core.project.builders import analysed, analysis, same

PEOPLE = ("P1", "P2")


def resolved(*operations, **shape):
    whole = analysis(**shape)
    return resolve(whole, who_is_who([one.id for one in whole.people], operations))


def seconds(found, person: str) -> float:
    return sum(one.span.duration_s for one in found.segments if one.person == person)


def test_nothing_corrected_is_nothing_changed():
    whole = analysis()
    assert resolve(whole, who_is_who(PEOPLE, (Name("P1", "Client"), Appoint("P2", "therapist")))) is whole


def test_merge():
    found = resolved(Merge("P1", "P2"))
    assert [one.id for one in found.people] == ["P1"]
    assert seconds(found, "P1") == pytest.approx(120.0)
    own = analysis().people[0]
    assert np.array_equal(found.people[0].curves["AU12"][:100], own.curves["AU12"][:100], equal_nan=True)
    gap = found.people[0].curves["AU12"][200:204]  # both are lost there
    assert np.isnan(gap).all()
    assert (found.people[0].quality[200:204] == 1).all()


def test_split_cuts_the_segment_it_falls_into():
    found = resolved(Split("P1", 33.0, "P3"))
    assert [one.id for one in found.people] == ["P1", "P3", "P2"]
    parts = [one for one in found.segments if original_name(one.id) == "S7"]
    assert [(one.id, one.person, one.span.start_s, one.span.end_s) for one in parts] == [
        ("S7/1", "P1", 30.0, 33.0),
        ("S7/2", "P3", 33.0, 40.0),
    ]
    assert parts[0].key_frame_s == 30.0
    assert parts[1].key_frame_s is None
    assert seconds(found, "P1") == pytest.approx(33.0)
    assert seconds(found, "P3") == pytest.approx(27.0)
    first, third = found.people[0], found.people[1]
    assert np.isnan(first.curves["AU4"][331:]).all()
    assert np.isnan(third.curves["AU4"][:330]).all()
    assert first.spans[0].end_s == 33.0
    assert third.coverage == 1.0
    assert "before people were put right" in third.baseline


def test_swap():
    found = resolved(Swap("P1", "P2", 30.0))
    own, other = analysis().people
    assert np.array_equal(found.people[0].curves["AU4"][300:], other.curves["AU4"][300:], equal_nan=True)
    assert np.array_equal(found.people[1].curves["AU4"][300:], own.curves["AU4"][300:], equal_nan=True)
    assert same(resolved(Swap("P1", "P2", 30.0), Swap("P1", "P2", 30.0)).segments, analysis().segments)


def test_excluded_time_belongs_to_nobody():
    found = resolved(Exclude("P1", 12.0, 18.0, "a hand before the camera"))
    assert seconds(found, "P1") == pytest.approx(54.0)
    assert seconds(found, "P2") == pytest.approx(60.0)
    assert [(one.start_s, one.end_s) for one in found.people[0].spans] == [(0.0, 12.0), (18.0, 60.0)]
    everybody = resolved(Exclude(None, 0.0, 60.0, "test"))
    assert not everybody.segments
    assert all(not one.spans and np.isnan(one.curves["AU4"]).all() for one in everybody.people)


def test_corrections_build_on_one_another(study):
    number = analysed(study)
    for operation in (Split("P1", 30.0, "P3"), Merge("P2", "P3"), Name("P2", "Client"), Appoint("P2", "client")):
        correct_people(study, number, operation)
    who = who_is_who_of(study, number)
    assert who.people == ("P1", "P2")
    assert who.at("P1", 31.0) == "P2"
    assert (who.standings["P2"].name, who.standings["P2"].role) == ("Client", "client")
    assert same(load_analysis(study, number), analysis())
    undo(study)
    assert who_is_who_of(study, number).standings["P2"].role is None
    undo(study)
    undo(study)
    assert who_is_who_of(study, number).people == ("P1", "P3", "P2")
    redo(study)
    assert who_is_who_of(study, number).people == ("P1", "P2")
    assert len(people_corrections(study, number)) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        Merge("P1", "P1"),
        Merge("P1", "P9"),
        Split("P1", 3.0, "P2"),
        Split("P1", math.nan, "P5"),
        Split("P1", 3.0, " "),
        Swap("P1", "P2", math.inf),
        Name("P9", "x"),
        Name("P1", " "),
        Appoint("P1", "boss"),
        Exclude("P1", 5.0, 5.0, ""),
    ],
)
def test_what_makes_no_sense_is_refused(study, wrong):
    number = analysed(study)
    with pytest.raises(UsageError):
        correct_people(study, number, wrong)
    assert not people_corrections(study, number)


TIMES = st.floats(0.0, 60.0).map(lambda value: round(value, 3))
NAMES = st.sampled_from(["P1", "P2", "P3", "P4"])
OPERATIONS = st.one_of(
    st.builds(Merge, NAMES, NAMES),
    st.builds(Split, NAMES, TIMES, NAMES),
    st.builds(Swap, NAMES, NAMES, TIMES),
    st.tuples(TIMES, TIMES).map(lambda pair: Exclude(None, min(pair), max(pair) + 0.1, "")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(OPERATIONS, max_size=6))
def test_no_second_is_lost_or_counted_twice(operations):
    """Whatever is corrected: what is not excluded belongs to exactly one person, and stretches have no holes."""
    whole = analysis()
    who = who_is_who(PEOPLE, operations)
    for stretches in who.stretches.values():
        assert (stretches[0].start_s, stretches[-1].end_s) == (-math.inf, math.inf)
        assert all(one.end_s == two.start_s for one, two in pairwise(stretches))
    found = resolve(whole, who)
    kept = sum(
        max(0.0, min(one.end_s, 60.0) - max(one.start_s, 0.0))
        for own in who.stretches.values()
        for one in own
        if one.person is not None
    )
    assert sum(one.span.duration_s for one in found.segments) == pytest.approx(kept, abs=1e-3)
    assert {one.person for one in found.segments} <= {one.id for one in found.people}
    assert all(len(one.times_s) == len(one.quality) == len(one.curves["AU4"]) for one in found.people)
