"""What is known of runs as tables of text. In: events, standings. Out: lines. Must not know: terminals, files."""

from collections.abc import Mapping, Sequence

from core.commands.progress_bar import duration
from finetune.estimate import Advice
from finetune.events import Ended, Evaluated
from finetune.examples import LEVELS
from finetune.findings import Finding
from finetune.from_study import Refused
from finetune.rewarding import Rewarding
from finetune.runs import REINFORCEMENT, Standing


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
    rows = [["run", "state", "step", "doing", "loss", "reward", "base", "made"]]
    rows += [
        [
            one.name,
            one.state,
            f"{one.step}/{one.steps}" if one.steps else "",
            one.doing,
            "" if one.loss is None else f"{one.loss:.3f}",
            "" if one.rewards is None or one.rewards.reward is None else f"{one.rewards.reward:.3f}",
            one.base,
            one.made[:16],
        ]
        for one in found
    ]
    return table(rows)


def status_text(found: Standing) -> str:
    """How a run stands, in lines."""
    lines = [f"{found.name}: {found.sentence}", f"Base: {found.base}; made {found.made[:16]} UTC."]
    if found.last:
        lines.append(f"Last word: {found.last[:19]} UTC.")
    if found.process and found.doing:
        lines.append(f"Now: {found.doing}.")
    if found.loss is not None:
        told = f"Loss {found.loss:.3f}"
        told += "" if found.validated is None else f", on other people {found.validated:.3f}"
        lines.append(f"{told}{_pace(found)}.")
        lines += [f"  {task}: {loss:.3f}" for task, loss in sorted(found.losses.items())]
    if found.rewards is not None:
        lines += _rewards_lines(found.rewards, found)
    if found.memory_bytes:
        card = f", {found.device_bytes / 1e9:.1f} GB of the graphics card" if found.device_bytes else ""
        lines.append(f"Memory: {found.memory_bytes / 1e9:.1f} GB{card} at most.")
    if found.checkpoints:
        lines.append("Checkpoints: step " + ", ".join(map(str, found.checkpoints)) + ".")
    lines += [f"note: {warning}" for warning in (*(found.begun.remarks if found.begun else ()), *found.warnings)]
    if found.evaluated:
        last = found.evaluated[-1]
        lines += [f"Held-out people {when_asked(last)}:", scores_table(last)]
    if found.ended is not None and found.ended.table:
        lines.append(verdict_table(found.ended))
    return "\n".join(lines)


def when_asked(event: Evaluated) -> str:
    """When held-out people were asked, in words."""
    if event.after == "before":
        return "before learning"
    return "after reinforcement" if event.after == REINFORCEMENT else f"after the stage {event.after}"


def rewards_told(rewards: Mapping[str, float], spread: Mapping[str, float] | None = None) -> list[str]:
    """Each reward, with its spread where that is known: `tree 0.412 ± 0.093`."""
    between = spread or {}
    return [
        f"{name} {value:.3f}" + (f" ± {between[name]:.3f}" if name in between else "")
        for name, value in sorted(rewards.items())
    ]


def _pace(found: Standing) -> str:
    pace = "" if found.tokens_per_s is None else f"; {found.tokens_per_s:.0f} tokens/s"
    return pace + ("" if found.left_s is None else f", {duration(found.left_s)} left")


def _rewards_lines(seen: Rewarding, found: Standing) -> list[str]:
    """What answers earned in the last steps, what the run does with them, and the looks at other people."""
    lines: list[str] = []
    if seen.reward is not None:
        told = f"Reward {seen.reward:.3f}" + (f" ± {seen.spread['all']:.3f}" if "all" in seen.spread else "")
        told += " (± spread within a question's answers)" if seen.spread else ""
        told += "" if seen.baseline is None else f"; the commonest true tree would earn {seen.baseline:.3f}"
        lines.append(f"{told}{_pace(found)}.")
        lines += [f"  {one}" for one in rewards_told(seen.rewards, seen.spread)]
        lines += [f"  {task}: {value:.3f}" for task, value in sorted(seen.by_task.items())]
        lines.append(
            f"Distance from its beginning (divergence) {seen.kl:.4f}, 0 where it says what it said then; variety of "
            f"answers (entropy) {seen.entropy:.2f}, near 0 where it always says the same; answers of "
            f"{seen.length:.0f} tokens, {seen.truncated:.0%} cut off; to {seen.alike:.0%} of the questions all answers "
            f"earned the same, and {seen.clipped:.1%} of the tokens were beyond the ratio's limits."
        )
        if seen.failed:
            lines.append(f"{seen.failed} questions were left out, as a reward failed.")
    if seen.best is not None:
        last = seen.looks[-1]
        told = f"On other people {last.reward:.3f} at step {last.step}"
        told += "" if last.baseline is None else f" (the commonest true tree: {last.baseline:.3f})"
        lines.append(f"{told}, at best {seen.best.reward:.3f} at step {seen.best.step}.")
    return lines


def findings_table(findings: Sequence[Finding], refused: Sequence[Refused]) -> str:
    """What validation says, and what was left out."""
    rows = [["", "what", "examples", "what to do"]]
    rows += [[one.level, one.what, str(len(one.examples) or ""), one.remedy] for one in findings]
    rows += [["left out", f"{one.what}: {one.why}", "", ""] for one in refused]
    return table(rows) if len(rows) > 1 else "Nothing is to be mended."


def advice_text(advice: Advice) -> str:
    """An estimate, in lines."""
    need = advice.need
    rows = [["", "what for", "GB"]]
    for where, parts in (("graphics card", need.device), ("main memory", need.main), ("disk", need.disk)):
        rows += [[where, name, f"{count / 1e9:.2f}"] for name, count in parts.items() if name != "together"]
        if "together" in parts:
            rows.append([where, "at once, at most", f"{parts['together'] / 1e9:.2f}"])
    lines = [table(rows)]
    if need.hours:
        told = ", ".join(f"{name} {duration(3600 * one)}" for name, one in need.hours.items() if name != "together")
        lines.append(f"Time: about {duration(3600 * need.hours['together'])} ({told}).")
    lines += [f"{advice.colour}: {advice.sentences[0]}", *advice.sentences[1:]]
    if advice.changes:
        lines.append("What helps: " + ", ".join(advice.changes) + ".")
    return "\n".join(lines)


def comparison_table(one: Standing, other: Standing) -> str:
    """What two runs reached, side by side; what is not known yet stays empty."""
    rows = [["stage", f"{one.name}: before", "after", "difference (95 %)",
             f"{other.name}: before", "after", "difference (95 %)"]]  # fmt: skip
    names = {name for run in (one, other) for name in _judged(run)}
    for name in sorted(names, key=_by_level):
        rows.append([name, *_reached(one, name), *_reached(other, name)])
    if one.rewards is not None or other.rewards is not None:
        rows.append(["reward on others", *_earned(one), *_earned(other)])
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
    if one.rewards is not None and other.rewards is not None:
        notes.append("Rewards compare where both recipes have the same [rewards].")
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


def _earned(run: Standing) -> list[str]:
    """Rewards of people who are not learned from: at the first look, at the best, and the difference."""
    seen = run.rewards
    if seen is None or seen.best is None:
        return ["", "", ""]
    first, best = seen.looks[0].reward, seen.best.reward
    return [f"{first:.3f}", f"{best:.3f}", f"{best - first:+.3f}"] if len(seen.looks) > 1 else [f"{first:.3f}", "", ""]


def _verdict(ended: Ended, name: str) -> list[str]:
    row = ended.table[name]
    difference = row["after"] - row["before"]
    span = f" [{row['low']:+.3f}, {row['high']:+.3f}]" if {"low", "high"} <= set(row) else ""
    return [f"{row['before']:.3f}", f"{row['after']:.3f}", f"{difference:+.3f}{span}"]


def _by_level(name: str) -> tuple[int, str]:
    level = name.split("/")[0]
    return (list(LEVELS).index(level) if level in LEVELS else len(LEVELS), name)  # type: ignore[arg-type]
