"""Examples made by hand, for tests of the data set."""

from pathlib import Path

from core.reasoning.prompts import opening, task
from core.vlm.backend import Turn
from finetune.examples import ClipPlace, Example
from finetune.questions import answer_of


def example(
    label: str = "happiness",
    *,
    person: str = "",
    session: str = "",
    recording: str = "r1",
    start_s: float = 0.0,
    words: bool = False,
    source: str = "",
) -> Example:
    """An answered `emotion-7` about two seconds of a recording that is not on the disk, or about no clip."""
    asked = task("emotion-7")
    turns = (*opening(asked.question), Turn("assistant", answer_of(asked, (label,))))
    clip = None if words else ClipPlace(Path(f"{recording}.mp4"), recording, start_s, start_s + 2)
    return Example("expression", "emotion-7", turns, clip, person, session, (label,), source)
