"""What a segment shows, in plain words. In: a row and what is known about it. Out: sentences, also as rich text.

Must not know: how a segment is drawn.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from app import words
from app.timeline.verdicts import Key, Standing, key_of
from core.export.clock import amount, time_code
from core.records.analysis import EMOTIONS, UNCLEAR
from core.records.study import SegmentRow

NEXT = 2
"""How many alternatives are told."""
FLAG_FROM = 0.05
"""Share of a span from which on a quality flag is told."""


@dataclass(frozen=True, slots=True)
class About:
    """What explanations draw on."""

    distributions: Mapping[tuple[int, str], NDArray[np.float32]] = field(default_factory=dict)
    verdicts: Mapping[str, Mapping[Key, Standing]] = field(default_factory=dict)
    """By rater."""
    blind: bool = False
    provisional: bool = False


def told(
    row: SegmentRow, about: About, *, name: str, shown_s: tuple[float, float], flags: Mapping[str, float] | None
) -> list[str]:
    """Sentences about a segment; `flags`: share of its span under each quality flag, None where not measured."""
    start_s, end_s = shown_s
    lines = [f"{name} · {time_code(start_s)} – {time_code(end_s)} ({amount(end_s - start_s)})"]
    if not about.blind or not row.assessable:
        lines.append(_displayed(row))
    if about.provisional:
        lines.append(QCoreApplication.translate("Timeline", "A first result: the job is still running."))
    shares = about.distributions.get((row.analysis, row.segment))
    if shares is not None and row.label is not None and not about.blind:
        lines.append(_next(row, shares))
    if flags is not None and (row.assessable or any(share >= FLAG_FROM for share in flags.values())):
        lines.append(_quality(flags))
    lines.append(_speaking(row))
    for rater, given in about.verdicts.items():
        standing = given.get(key_of(row))
        if standing is not None:
            lines.append(_verdict(rater, standing))
    return [line for line in lines if line]


def rich(lines: list[str]) -> str:
    """Sentences as a hover text: the first one bold."""
    head, *rest = [escape(line) for line in lines]
    return "<br>".join([f"<b>{head}</b>", *rest])


def _displayed(row: SegmentRow) -> str:
    if not row.assessable:
        return QCoreApplication.translate("Timeline", "Not assessable: there is no usable face.")
    if row.label is None:
        return QCoreApplication.translate("Timeline", "Not read: the model failed here. It is missing, not neutral.")
    if row.label == UNCLEAR:
        return QCoreApplication.translate(
            "Timeline", "Unclear: the model finds no emotion probable or stable enough to be named."
        )
    if row.probability is None:
        return QCoreApplication.translate("Timeline", "The model reads {label} as displayed.").format(
            label=words.label(row.label)
        )
    return QCoreApplication.translate(
        "Timeline", "The model reads {label} as displayed, with a probability of {probability}."
    ).format(label=words.label(row.label), probability=f"{row.probability:.2f}")


def _next(row: SegmentRow, shares: NDArray[np.float32]) -> str:
    order = [int(n) for n in np.argsort(-shares) if EMOTIONS[int(n)] != row.label]
    most = ", ".join(f"{words.label(EMOTIONS[n])} {shares[n]:.2f}" for n in order[:NEXT])
    if row.label == UNCLEAR:
        return QCoreApplication.translate("Timeline", "Most probable: {list}.").format(list=most)
    return QCoreApplication.translate("Timeline", "Next: {list}.").format(list=most)


def _quality(flags: Mapping[str, float]) -> str:
    held = sorted(((share, key) for key, share in flags.items() if share >= FLAG_FROM), reverse=True)
    if not held:
        return QCoreApplication.translate("Timeline", "The face can be read throughout.")
    said = ", ".join(
        QCoreApplication.translate("Timeline", "{flag} for {share} % of the time").format(
            flag=words.flag(key), share=round(share * 100)
        )
        for share, key in held
    )
    return QCoreApplication.translate("Timeline", "Not usable in part: {list}.").format(list=said)


def _speaking(row: SegmentRow) -> str:
    if row.speaking is None:
        return ""
    if row.speaking:
        return QCoreApplication.translate("Timeline", "Somebody speaks for most of it.")
    return QCoreApplication.translate("Timeline", "Nobody speaks for most of it.")


def _verdict(rater: str, standing: Standing) -> str:
    parts: list[str] = []
    if standing.label is not None:
        parts.append(words.label(standing.label))
    if standing.span_s is not None:
        start_s, end_s = standing.span_s
        parts.append(f"{time_code(start_s)} – {time_code(end_s)}")
    if standing.comment:
        parts.append(standing.comment)
    if not parts:
        return QCoreApplication.translate("Timeline", "{rater} {verdict}.").format(
            rater=rater, verdict=words.verdict(standing.verdict)
        )
    return QCoreApplication.translate("Timeline", "{rater} {verdict}: {what}.").format(
        rater=rater, verdict=words.verdict(standing.verdict), what=" · ".join(parts)
    )
