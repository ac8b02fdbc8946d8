"""What an export will hold, before it is written. In: an analysis of the open study. Out: sentences, sums, a picture.

Everything stays in memory: with an encrypted study nothing of it may lie unencrypted on the disk.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app import words
from app.sentences import in_words

if TYPE_CHECKING:
    from core.project.study import Study
    from core.records.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Preview:
    """The first page of a report, in short."""

    timeline: bytes
    """PNG."""
    sentences: tuple[tuple[str, str, str], ...]
    """Person, time code and sentence."""
    sums: tuple[tuple[str, ...], ...]
    """Person, share of time with a usable face, segments, and the displays by their share of assessable time."""
    notes: tuple[str, ...]


def analysis_of(study: "Study", analysis: int) -> "Analysis":
    """The analysis with people as they were put right, as an export has it. Raises `StudyError`."""
    from core.project.analyses import load_analysis
    from core.project.people import who_is_who_of
    from core.project.resolved import resolve

    return resolve(load_analysis(study, analysis), who_is_who_of(study, analysis))


def preview(analysis: "Analysis") -> Preview:
    """The preview of an analysis; takes about a second, so never in the window's thread."""
    from core.export.clock import amount
    from core.export.look import NOT_READ
    from core.export.observations import missing, observations
    from core.export.timeline import timeline_png
    from core.export.totals import person_totals

    gone, _ = missing(analysis)
    sentences = tuple((one.person, in_words(one.when), in_words(one.text)) for one in (*observations(analysis), *gone))
    sums: list[tuple[str, ...]] = []
    for one in person_totals(analysis):
        shown = sorted((label for label in one.labels if label.share), key=lambda label: -(label.share or 0.0))
        shares = ", ".join(f"{words.label(label.label)} {label.share:.0%}" for label in shown)
        if one.failed_s:
            shares = ", ".join(part for part in (shares, f"{words.word(NOT_READ)} {amount(one.failed_s)}") if part)
        sums.append((one.person, f"{one.coverage:.0%}", str(one.segments), shares or "–"))
    return Preview(timeline_png(analysis), sentences, tuple(sums), tuple(map(in_words, analysis.notes)))
