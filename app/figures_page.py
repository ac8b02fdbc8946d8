"""Figures as a small page of text. In: a scene and figures of people. Out: HTML in the theme's colours.

Every share stands beside the seconds it is of; what is missing is said; a refusal is printed in its figure's place.
"""

from collections.abc import Sequence
from html import escape

from app import words
from app.look import theme
from app.sentences import in_words
from app.translation import translate
from core.export.clock import amount
from core.export.look import LOOKS
from core.figures.on_screen import PersonFigures
from core.project.scene import Scene
from core.statistics.conclusion import Conclusion, Estimate, Interval
from core.statistics.phases import LabelFigures, PartFigures, PhaseRules


def page(scene: Scene, found: Sequence[PersonFigures]) -> str:
    """The page."""
    return "".join(_person(scene, one) for one in found)


def _person(scene: Scene, of: PersonFigures) -> str:
    figures, person = of.pieces, scene.person(of.key)
    name = words.person(person.standing) if person is not None else of.key[1]
    quiet, rows = theme().quiet, [_head(change=bool(of.changes))]
    told = translate("Figures", "{name}: {assessable} assessable, {missing} not assessable, of {whole}").format(
        name=name,
        assessable=amount(figures.assessable_s),
        missing=amount(figures.not_assessable_s),
        whole=amount(figures.phase_s),
    )
    if figures.failed_s:
        told = translate("Figures", "{told}; the model failed to read {failed}").format(
            told=told, failed=amount(figures.failed_s)
        )
    text = f'<p style="margin:0 0 2px 0"><b>{escape(told)}</b></p>'
    if figures.verdict is not None:
        rules = PhaseRules()
        form = translate(
            "Figures", "No conclusion: only {assessable} assessable. It takes {least}, and {share} of the time."
        )
        refused = form.format(
            assessable=amount(figures.assessable_s),
            least=amount(rules.least_assessable_s),
            share=words.percent(rules.least_coverage),
        )
        title = escape(in_words(figures.verdict.reason), quote=True)
        return f'{text}<p style="margin:0 0 8px 0; color:{theme().warn}" title="{title}">{escape(refused)}</p>'
    parts = {part.part: part for part in figures.parts}
    for here, whole in zip(figures.parts[0].labels, of.episodes.parts[0].labels, strict=True):
        if here.number:
            rows.append(_row(here, whole, parts, [of.changes[here.label]] if of.changes else []))
    absent = [words.label(one.label) for one in figures.parts[0].labels if not one.number]
    text += f'<table cellspacing="0" cellpadding="1">{"".join(rows)}</table>'
    notes: list[str] = []
    if absent:
        notes.append(translate("Figures", "Looked for and not read: {list}.").format(list=", ".join(absent)))
    if not of.changes:
        notes.append(translate("Figures", "Mark a phase called “baseline” to see the change from it."))
    if "–</span>" in text:
        notes.append(translate("Figures", "–: too little time, or too few stretches of it, to conclude anything."))
    if figures.untold_s:
        notes.append(
            translate("Figures", "Whether it is spoken cannot be told for {time}.").format(
                time=amount(figures.untold_s)
            )
        )
    return f'{text}<p style="margin:2px 0 8px 0; color:{quiet}">{escape(" ".join(notes))}</p>'


def _head(*, change: bool) -> str:
    names = (
        translate("Figures", "displayed"), translate("Figures", "share"), translate("Figures", "95 % interval"),
        translate("Figures", "time"), translate("Figures", "episodes"), translate("Figures", "per minute"),
        translate("Figures", "speaking"), translate("Figures", "silent"),
        *([translate("Figures", "change, in points")] if change else []),
    )  # fmt: skip
    cells = "".join(
        f'<td align="{"left" if not place else "right"}" style="color:{theme().quiet}; padding-right:12px">'
        f"{escape(name)}</td>"
        for place, name in enumerate(names)
    )
    return f"<tr>{cells}</tr>"


def _row(here: LabelFigures, whole: LabelFigures, parts: dict[str, PartFigures], changes: Sequence[Conclusion]) -> str:
    look = LOOKS[here.label]
    letter = f'<span style="background:{look.colour}; color:{look.ink}">&nbsp;{look.letter}&nbsp;</span>'
    cells = [
        f"{letter} {escape(words.label(here.label))}",
        _share(here.share),
        _interval(here.share),
        amount(here.total_s),
        str(whole.number),
        f"{whole.rate_per_min.value:.1f}" if isinstance(whole.rate_per_min, Estimate) else _none(),
        *(_share(_of(parts[part], here.label)) for part in ("speaking", "silent")),
        *map(_change, changes),
    ]
    made = "".join(
        f'<td align="{"left" if not place else "right"}" style="padding-right:12px">{cell}</td>'
        for place, cell in enumerate(cells)
    )
    return f"<tr>{made}</tr>"


def _of(part: PartFigures, label: str) -> Conclusion:
    return next(one.share for one in part.labels if one.label == label)


def _share(found: Conclusion) -> str:
    return words.percent(found.value) if isinstance(found, Estimate) else _none()


def _interval(found: Conclusion) -> str:
    if not isinstance(found, Estimate) or not isinstance(found.interval, Interval):
        return _none()
    return f"{found.interval.low:.0%}–{found.interval.high:.0%}".replace("%", "\N{NO-BREAK SPACE}%")


def _change(found: Conclusion) -> str:
    if not isinstance(found, Estimate):
        return _none()
    points = f"{100 * found.value:+.0f}"
    if isinstance(found.interval, Interval):
        low, high = 100 * found.interval.low, 100 * found.interval.high
        return escape(
            translate("Figures", "{points} ({low:+.0f} to {high:+.0f})").format(points=points, low=low, high=high)
        )
    return points


def _none() -> str:
    """A figure that is refused: too little is assessable, or too few stretches for an interval."""
    return f'<span style="color:{theme().quiet}">–</span>'
