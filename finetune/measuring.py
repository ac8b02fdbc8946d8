"""What was measured of a face while a clip of it is shown, out of a study. In: an analysis, a span. Out: usable rows.

The same rows that a model's words are checked against in an analysis (`core.evidence.spoken`), from the measurements
that the study keeps, by the thresholds of this version. Must not know: questions, reviews.
"""

from dataclasses import replace

import numpy as np

from core.evidence.clues import Rows
from core.evidence.grid import to_grid
from core.evidence.measured import MeasuredRules, Person, measure_people, rows_in
from core.project.analyses import load_tracks
from core.project.study import Study
from core.records.analysis import Analysis
from core.records.moment import Span


class Measuring:
    """The people of one analysis; each is measured once, when first asked for."""

    def __init__(self, study: Study, analysis: int, *, outline: Analysis) -> None:
        self._study, self._analysis, self._outline = study, analysis, outline
        self._people: dict[str, Person | None] = {}

    def rows(self, person: str, shown: Span) -> Rows | None:
        """The usable rows of a person in a span, at times after its start; None where nothing was measured."""
        if not self._people:
            for track in load_tracks(self._study, self._analysis):
                if not track.measurements.observed_names:
                    self._people[track.person] = None
                    continue
                span = self._outline.span
                grid = to_grid(track.measurements, person=track.person, start_s=span.start_s, end_s=span.end_s)
                found = measure_people([grid], speech=self._outline.speech, rules=MeasuredRules())
                self._people[track.person] = found[0]
        known = self._people.get(person)
        if known is None:
            return None
        rows = rows_in(known, shown)
        if not len(rows.times_s):
            return None
        # The measured columns themselves are asked by nobody here, and would be the most of it.
        nothing = np.zeros((len(rows.times_s), 0))
        return replace(rows, times_s=rows.times_s - shown.start_s, values=nothing, neutral=None)
