"""What a sealed run says in the open names nobody."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import FootageError
from finetune.discretion import Discretion
from finetune.events import Begun, Ended, Kept, Preparing, Warned
from tests.finetune.makers import example

ONE = example(person="first visit/P2", session="first visit", source="session first visit, analysis 1, S3 (anna)")
OTHER = example(person="A", session="s2", recording="/disk/Mueller, Hans/intake.2")
NAMES = Discretion([ONE, replace(OTHER, source="list.csv, line 4")])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("A is on both sides (first visit/P2).", "[…] is on both sides ([…])."),
        ("A: as session first visit, analysis 1, S3 (anna) and list.csv, line 4.", "[…]: as […] and […]."),
        ("“/disk/Mueller, Hans/intake.2.mp4” is gone.", "“[…]” is gone."),
        ("intake.2.mp4 cannot be read, look into /disk/Mueller, Hans.", "[…] cannot be read, look into […]."),
        ("Attribute falls by 2 points; a stage ended at s20.", "Attribute falls by 2 points; a stage ended at s20."),
    ],
)  # fmt: skip
def test_names_are_left_out_and_nothing_else(said, left):
    assert NAMES.text(said) == left


def test_every_sentence_of_an_event():
    begun = Begun("r", "r", "d", "b", {}, {}, 0, 1, ("A is on both sides.",), "cpu", {})
    assert NAMES.event(begun).remarks == ("[…] is on both sides.",)
    assert NAMES.event(Warned("A left.")).text == "[…] left."
    assert NAMES.event(Preparing("checking intake.2.mp4", 0, 1, None)).what == "checking […]"
    assert NAMES.event(Kept(1, 0.5)) == Kept(1, 0.5)


def test_a_failure_is_told_without_names():
    def work():
        yield Warned("A left.")
        raise FootageError(f"{Path('/disk/Mueller, Hans/intake.2.mp4')} is gone.", remedy="Bring it back.")

    events = NAMES.events(work())
    assert next(events) == Warned("[…] left.")
    with pytest.raises(StopIteration) as end:
        next(events)
    assert end.value.value == Ended("failed", "[…] is gone. Bring it back.")


def test_without_names_nothing_changes():
    assert Discretion([]).text("As it was.") == "As it was."
