"""Doubts: contradicted clues and signals that disagree, counted as the tree has them."""

from dataclasses import replace

import pytest

from core.project.analyses import save_analysis
from core.project.doubts import Doubt, doubts
from core.records.tree import AffectiveTree, Clue
from tests.core.project.builders import analysis, new_study, recorded, tracks


def against(segment, *, value: str):
    clue = Clue("x", "emotion", "fear", value, "fear", segment.span, 0.2, "contradicted", ())
    return replace(segment, tree=AffectiveTree((*segment.tree.clues, clue), segment.tree.edges))


@pytest.fixture
def study(tmp_path):
    with new_study(tmp_path).study as opened:
        yield opened


def test_what_speaks_against_a_reading_is_found(study):
    made = analysis()
    seen = [one for one in made.segments if one.reading is not None]
    changed = {
        seen[0].id: against(seen[0], value="reading"),
        seen[1].id: replace(seen[1], reading=replace(seen[1].reading, remark="Two signals disagree.")),
        seen[2].id: against(seen[2], value="alternative"),
    }
    made = replace(made, segments=tuple(changed.get(one.id, one) for one in made.segments))
    _, recording = recorded(study)
    number = save_analysis(study, made, recording=recording, tracks=tracks())
    found = doubts(study, number, [one.id for one in made.segments])
    assert found == {seen[0].id: Doubt(1, False), seen[1].id: Doubt(0, True)}


def test_an_unknown_segment_gives_no_doubt(study):
    _, recording = recorded(study)
    number = save_analysis(study, analysis(), recording=recording, tracks=tracks())
    assert doubts(study, number, ["S999"]) == {}
