"""A run's result as one page that needs nothing but itself. In: an adapter, two evaluations, of reinforcement what it
was rewarded for. Out: HTML.

Figures and sentences of ours: nobody is named and nothing that was said is shown. A content security policy forbids
every connection. Must not know: where it is kept, and that it is sealed there where the study is encrypted.
"""

import base64
import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.assets import resource
from core.export.look import ACCENT, DARK_INK, DISCLAIMER, HATCH_COLOUR
from core.models.adapters import Adapter
from finetune.benchmark.metrics import Bin, Confusion, confusion
from finetune.evaluate import Asked, Evaluation, reliability_of
from finetune.examples import LEVELS
from finetune.report_rewards import Reinforcement

Axes = Any
"""A `matplotlib.axes.Axes`."""
REPORT = "report.html"
FIGURES = ("score", "accuracy", "uar", "war", "f1", "ece", "missing")
"""Columns, in this order, where a task has them."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of one stage, before and after."""

    stage: str
    task: str
    examples: int
    figures: tuple[tuple[str, str, str], ...]
    """Name, before, after."""
    drawing: str
    """PNG as a data address; empty where there is nothing to draw."""
    words: str
    """What is drawn, for who does not see it."""


def training_report(
    adapter: Adapter, *, before: Evaluation, after: Evaluation, reinforced: Reinforcement | None = None
) -> bytes:
    """The page as UTF-8. Raises `FileNotFoundError` where the installation lacks the template."""
    folder = resource("report")
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = "".join((folder / name).read_text(encoding="utf-8") for name in ("report.css", "training.css"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    page = environment.get_template("training.html.j2").render(
        adapter=adapter,
        rows=rows(before, after),
        table=[(stage, adapter.about.table[stage]) for stage in (*LEVELS, "mean") if stage in adapter.about.table],
        reinforced=reinforced,
        style=Markup(style),
        policy=f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'",
        disclaimer=DISCLAIMER,
    )
    return page.encode("utf-8", "replace")


def rows(before: Evaluation, after: Evaluation) -> tuple[TaskRow, ...]:
    """Every task of every stage that was asked."""
    found: list[TaskRow] = []
    for name, now in after.scores.items():
        stage, _, task = name.partition("/")
        if not task:
            continue
        then = before.scores.get(name, {})
        sides = [[one for one in side.asked if one.stage == stage and one.task == task] for side in (before, after)]
        figures = tuple((key, _told(key, then), _told(key, now)) for key in FIGURES if key in now or key in then)
        drawing, words = _drawn(*sides)
        found.append(TaskRow(stage, task, int(now["examples"]), figures, drawing, words))
    return tuple(found)


def _told(key: str, scores: Mapping[str, float]) -> str:
    value = scores.get(key)
    if value is None:
        return "–"
    return f"{value:.0f}" if key == "missing" else f"{100 * value:.1f}"


def _drawn(before: Sequence[Asked], after: Sequence[Asked]) -> tuple[str, str]:
    """Confusion matrices and reliability of both, side by side; empty for a task without single labels."""
    if not all(len(one.label) == 1 and len(one.answer or ("",)) == 1 for one in (*before, *after)):
        return "", ""
    from matplotlib.figure import Figure

    tables = [
        confusion([one.label[0] for one in side], [one.answer[0] if one.answer else None for one in side])
        for side in (before, after)
    ]
    points = [reliability_of(side) for side in (before, after)]
    figure = Figure(figsize=(10, 7.5 if any(points) else 4), dpi=110, layout="constrained")
    axes = figure.subplots(2 if any(points) else 1, 2, squeeze=False)
    for column, title in enumerate(("before", "after")):
        _matrix(axes[0][column], tables[column], title)
        if any(points):
            _reliability(axes[1][column], points[column], title)
    body = io.BytesIO()
    figure.savefig(body, format="png")
    words = "Which answer each true label got, before and after"
    if any(points):
        words += "; below, how often answers are right at each confidence"
    return "data:image/png;base64," + base64.b64encode(body.getvalue()).decode("ascii"), f"{words}."


def _matrix(axes: Axes, table: Confusion, title: str) -> None:
    rows = table.counts / table.counts.sum(axis=1, keepdims=True).clip(1)
    axes.imshow(rows, cmap="Greys", vmin=0, vmax=1.4, aspect="auto")
    columns = [*table.labels, "missing"]
    axes.set_xticks(range(len(columns)), columns, rotation=45, ha="right", fontsize=7)
    axes.set_yticks(range(len(table.labels)), table.labels, fontsize=7)
    for row, counts in enumerate(table.counts.tolist()):
        for column, count in enumerate(counts):
            if count:
                axes.text(column, row, str(count), ha="center", va="center", fontsize=7, color=DARK_INK)
    axes.set_xlabel("answer", fontsize=8)
    axes.set_ylabel("true label", fontsize=8)
    axes.set_title(title, fontsize=9)


def _reliability(axes: Axes, points: Sequence[Bin], title: str) -> None:
    axes.plot((0, 1), (0, 1), color=HATCH_COLOUR, linewidth=1)
    told = [(one.confidence, one.accuracy, one.count) for one in points if one.count]
    axes.plot([one[0] for one in told], [one[1] for one in told], marker="o", color=ACCENT, linewidth=1)
    for confidence, right, count in told:
        axes.annotate(str(count), (confidence, right), textcoords="offset points", xytext=(4, -9), fontsize=7)
    axes.set_xlim(-0.02, 1.02)
    axes.set_ylim(-0.04, 1.04)
    axes.set_xlabel("probability the model gives its answer", fontsize=8)
    axes.set_ylabel("share right", fontsize=8)
    axes.set_title(f"{title}: confidence and truth, with counts", fontsize=9)
