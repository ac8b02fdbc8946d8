"""What is known of runs as tables of text. In: events, standings. Out: lines. Must not know: terminals, files."""

from collections.abc import Sequence

from finetune.events import Ended, Evaluated
from finetune.examples import LEVELS
from finetune.runs import Standing


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows, the first of which is the head, in columns."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines)


def scores_table(event: Evaluated) -> str:
    """How held-out people are read: stages, and the tasks within each."""
    rows = [["stage/task", "score", "uar", "f1", "ece", "examples"]]
    for name in sorted(event.scores, key=_by_level):
        scores = event.scores[name]
        cells = [f"{scores[key]:.3f}" if key in scores else "" for key in ("score", "uar", "f1", "ece")]
        rows.append([name, *cells, f"{scores['examples']:.0f}" if "examples" in scores else ""])
    return table(rows)


def verdict_table(ended: Ended) -> str:
    """Before and after by stage."""
    rows = [["stage", "before", "after", "difference (95 %)"]]
    for name in sorted(ended.table, key=_by_level):
        rows.append([name, *_verdict(ended, name)])
    return table(rows)


def runs_table(found: Sequence[Standing]) -> str:
    """All runs."""
    rows = [["run", "state", "step", "doing", "loss", "base", "made"]]
    rows += [
        [
            one.name,
            one.state,
            f"{one.step}/{one.steps}" if one.steps else "",
            one.doing,
            "" if one.loss is None else f"{one.loss:.3f}",
            one.base,
            one.made[:16],
        ]
        for one in found
    ]
    return table(rows)


def comparison_table(one: Standing, other: Standing) -> str:
    """What two runs reached, side by side; what is not known yet stays empty."""
    rows = [["stage", f"{one.name}: before", "after", "difference (95 %)",
             f"{other.name}: before", "after", "difference (95 %)"]]  # fmt: skip
    names = {name for run in (one, other) for name in _judged(run)}
    for name in sorted(names, key=_by_level):
        rows.append([name, *_reached(one, name), *_reached(other, name)])
    return table(rows)


def comparison_notes(one: Standing, other: Standing) -> list[str]:
    """Why the two must not be compared as if all else were alike."""
    if one.begun is None or other.begun is None:
        return ["One of the two has not begun to learn."]
    notes: list[str] = []
    if one.begun.data != other.begun.data:
        notes.append("The two learned from different data, and other people judged them: the figures do not compare.")
    elif one.begun.remarks != other.begun.remarks or one.begun.examples != other.begun.examples:
        notes.append("The two split the people differently: the figures do not quite compare.")
    if one.begun.base != other.begun.base:
        notes.append("The two began from different models.")
    return notes


def _judged(run: Standing) -> set[str]:
    return set(run.ended.table if run.ended is not None else ()) | {
        name for event in run.evaluated for name in event.scores if "/" not in name
    }


def _reached(run: Standing, name: str) -> list[str]:
    if run.ended is not None and name in run.ended.table:
        return _verdict(run.ended, name)
    seen = [event.scores[name]["score"] for event in run.evaluated if "score" in event.scores.get(name, {})]
    if not seen:
        return ["", "", ""]
    after = f"{seen[-1]:.3f}" if len(seen) > 1 else ""
    return [f"{seen[0]:.3f}", after, "not judged yet"]


def _verdict(ended: Ended, name: str) -> list[str]:
    row = ended.table[name]
    difference = row["after"] - row["before"]
    span = f" [{row['low']:+.3f}, {row['high']:+.3f}]" if {"low", "high"} <= set(row) else ""
    return [f"{row['before']:.3f}", f"{row['after']:.3f}", f"{difference:+.3f}{span}"]


def _by_level(name: str) -> tuple[int, str]:
    level = name.split("/")[0]
    return (list(LEVELS).index(level) if level in LEVELS else len(LEVELS), name)  # type: ignore[arg-type]
