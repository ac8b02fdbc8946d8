"""What makes a second look worthwhile. In: an analysis and names of segments. Out: a `Doubt` for each that gives one.

An analysis never changes, so whoever asks may keep the answer. Reads packed segments, about a fifth of a millisecond
each: ask for a few hundred at a time while somebody works.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from core.project.failures import damaged
from core.project.study import Study, unpack_json


@dataclass(frozen=True, slots=True)
class Doubt:
    """What speaks against a segment's reading."""

    contradicted: int
    """Clues that measurements contradict. An emotion that is named as an alternative only is not among them."""
    signals_disagree: bool
    """Whether two kinds of evidence speak for different emotions."""


def doubts(study: Study, analysis: int, names: Sequence[str]) -> dict[str, Doubt]:
    """The doubts about the named segments; one without any is left out.

    A part of a cut segment (`S7/1`) is asked for by its whole's name. Raises `StudyError`; a blind rater's caller must
    not ask.
    """
    found: dict[str, Doubt] = {}
    for name in names:
        for (body,) in study.rows("SELECT body FROM segment WHERE analysis = ? AND name = ?", (analysis, name)):
            try:
                plain = json.loads(unpack_json(body))
                contradicted = sum(
                    clue["support"] == "contradicted" and clue["value"] != "alternative"
                    for clue in plain["tree"]["clues"]
                )
                remark = plain["reading"]["remark"] if plain["reading"] is not None else ""
            except (ValueError, KeyError, TypeError) as error:
                raise damaged(study.path, f"segment {name} cannot be read") from error
            if contradicted or remark:
                found[name] = Doubt(contradicted, bool(remark))
    return found
