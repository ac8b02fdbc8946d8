"""Everything that can be said of a data set before a run: a table with remedies. Errors stop a run, the rest does not.

Comes in: examples. Goes out: findings, errors first. Words are looked at here, clips in `finetune.seen`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.progress import Progress, Stage
from core.reasoning.tree_text import parse
from core.records.moment import Span
from finetune.examples import LEVELS, Example
from finetune.findings import Finding, counted, named, worst_first
from finetune.questions import OTHER, SEARCH, allowed, labels_of, published
from finetune.recipe import Pictures
from finetune.seen import look_at

_ANSWER_AT_MOST = 40
"""Letters of an answer that a sentence quotes."""
_EVERY = 256


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when something is said. All are ours."""

    rare_share: float = 0.05
    """A label on fewer of a task's examples is rare."""
    few_clips: int = 20
    """With fewer, clips are learned by heart."""
    parsed_share: float = 0.5
    """Of the answers in prose at least so many should give a tree."""


def validate(
    examples: Sequence[Example],
    *,
    pictures: Pictures,
    count_tokens: Callable[[Example], int] | None = None,
    longest: int = 0,
    thresholds: Thresholds | None = None,
) -> Stage[tuple[Finding, ...]]:
    """The table. `count_tokens` tells the length of an example, which may be `longest` at most; None: not looked at.

    Every yield is a cancel point. Clips that look the same are findings of the kind `near-duplicate`; `alike_of` hands
    them on to the split.
    """
    rule = thresholds or Thresholds()
    found = [*_labels(examples), *_contradictions(examples), *_duplicates(examples), *_balance(examples, rule)]
    found += _sizes(examples, rule)
    found += yield from _trees(examples, rule)
    if count_tokens is not None:
        found += yield from _tokens(examples, count_tokens, longest)
    seen = yield from look_at(examples, pictures.vision)
    found += seen.findings
    return worst_first(found)


def alike_of(findings: Sequence[Finding]) -> tuple[tuple[int, ...], ...]:
    """Places of examples whose clips look the same, group by group."""
    return tuple(one.examples for one in findings if one.kind == "near-duplicate")


def _labels(examples: Sequence[Example]) -> Iterator[Finding]:
    """Answers that a published question does not have: together where they are the same."""
    unknown: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(examples):
        task = published(one.task)
        if task is not None and labels_of(task, one.answer) is None:
            unknown.setdefault((one.task, one.answer), []).append(place)
    for (name, answer), places in unknown.items():
        task = published(name)
        short = answer if len(answer) <= _ANSWER_AT_MOST else f"{answer[:_ANSWER_AT_MOST]}…"
        what = f"{named(examples, places)}: “{short}” is no answer to {name}."
        remedy = f"Allowed are: {allowed(task)}." if task is not None else ""
        yield Finding("error", "label", what, tuple(places), remedy)


def _contradictions(examples: Sequence[Example]) -> Iterator[Finding]:
    """The same question about the same clip with different labels."""
    asked: dict[tuple[str, str, str], list[int]] = {}
    for place, one in enumerate(examples):
        task = published(one.task)
        if one.clip is not None and task is not None and task.options and labels_of(task, one.answer) is not None:
            asked.setdefault((one.clip.key, one.task, one.turns[-2].text), []).append(place)
    for (_, task, _), places in asked.items():
        labels = sorted({", ".join(examples[place].labels) or "none" for place in places})
        if len(labels) > 1:
            what = f"{named(examples, places)}: one clip has the labels {' and '.join(labels)} ({task})."
            yield Finding("error", "contradiction", what, tuple(places), "Decide for one, or leave the clip out.")


def _duplicates(examples: Sequence[Example]) -> Iterator[Finding]:
    keys: dict[str, list[int]] = {}
    for place, one in enumerate(examples):
        keys.setdefault(one.key, []).append(place)
    more = [place for places in keys.values() if len(places) > 1 for place in places[1:]]
    if more:
        told = counted(len(more), one="One example stands", many="{count} examples stand")
        what = f"{told} there more than once: {named(examples, more)}."
        yield Finding(
            "warning", "duplicate", what, tuple(more), "Leave the copies out, or they count more than others."
        )


def _balance(examples: Sequence[Example], rule: Thresholds) -> Iterator[Finding]:
    by_task: dict[str, list[int]] = {}
    for place, one in enumerate(examples):
        if one.labels:
            by_task.setdefault(one.task, []).append(place)
    for task, places in by_task.items():
        counts = Counter(label for place in places for label in examples[place].labels)
        if len(counts) == 1:
            what = f"All {len(places)} examples of {task} have the label {next(iter(counts))}: nothing is told apart."
            yield Finding(
                "warning", "balance", what, tuple(places), "Add examples of other labels, or leave the task out."
            )
            continue
        rare = sorted(label for label, number in counts.items() if number < rule.rare_share * len(places))
        if rare:
            those = tuple(place for place in places if set(examples[place].labels) & set(rare))
            told = ", ".join(f"{label} ({counts[label]} of {len(places)})" for label in rare)
            what = f"Rare in {task}: {told}."
            yield Finding(
                "warning", "balance", what, those, "Add examples of these; most_per_task keeps others from ruling."
            )


def _sizes(examples: Sequence[Example], rule: Thresholds) -> Iterator[Finding]:
    """What there is too little of."""
    shown = [place for place, one in enumerate(examples) if one.clip is not None]
    if not shown:
        yield Finding("error", "size", "No example shows a clip.", (), "Name files or sessions with clips.")
        return
    clips = len({one.clip.key for one in examples if one.clip is not None})
    if clips < rule.few_clips:
        number = counted(clips, one="is only one clip", many="are only {count} clips")
        remedy = "A few hundred are a beginning; with so few the model learns them by heart."
        yield Finding("warning", "size", f"There {number}.", tuple(shown), remedy)
    people = {examples[place].person for place in shown} - {""}
    nameless = tuple(place for place in shown if not examples[place].person)
    if len(people) == 1 and not nameless:
        remedy = "Add other people: whether a result holds for others cannot be judged."
        yield Finding("warning", "people", f"There is only one person, {min(people)}.", tuple(shown), remedy)
    if nameless:
        told = counted(len(nameless), one="One example does", many="{count} examples do")
        what = f"{told} not say who is shown."
        remedy = "Name people (“person”), so that nobody is learned from and judged with at once."
        yield Finding("note" if people else "warning", "people", what, nameless, remedy)
    lacking = [level for level in LEVELS if not any(examples[place].stage == level for place in shown)]
    if lacking:
        what = f"No example is about {' or '.join(lacking)}: what has no example is passed over."
        yield Finding("note", "size", what, (), "Add such examples, or leave it so.")


def _trees(examples: Sequence[Example], rule: Thresholds) -> Stage[list[Finding]]:
    """How many of the answers in prose the program reads a tree out of."""
    prose = [place for place, one in enumerate(examples) if _described(one)]
    unread: list[int] = []
    for number, place in enumerate(prose):
        if number % _EVERY == 0:
            yield Progress("reading answers", number, len(prose), "answers")
        one, span = examples[place], Span.between(0.0, 1.0)
        if one.clip is not None and one.clip.end_s > one.clip.start_s:
            span = Span.between(one.clip.start_s, one.clip.end_s)
        if not parse(one.answer, span=span, prefix="", level=one.stage).tree.clues:
            unread.append(place)
    if not prose:
        return []
    share = 1 - len(unread) / len(prose)
    told = counted(len(prose), one="the one answer", many="the {count} answers")
    what = f"A tree is read out of {share:.0%} of {told} in sentences."
    remedy = "Write answers in words of the taxonomy; others are learned too, but give no tree."
    return [Finding("warning" if share < rule.parsed_share else "note", "tree", what, tuple(unread), remedy)]


def _described(one: Example) -> bool:
    """Whether an answer in sentences says what somebody displays."""
    task = published(one.task)
    if task is None:
        return one.clip is not None and (one.task.startswith(SEARCH) or one.task == OTHER)
    return one.clip is not None and task.answer == "prose" and not task.second_turn


def _tokens(examples: Sequence[Example], count: Callable[[Example], int], longest: int) -> Stage[list[Finding]]:
    over: dict[int, int] = {}
    most = 0
    for place, one in enumerate(examples):
        if place % _EVERY == 0:
            yield Progress("counting tokens", place, len(examples), "examples")
        tokens = count(one)
        most = max(most, tokens)
        if tokens > longest:
            over[place] = tokens
    if not over:
        return [Finding("note", "tokens", f"The longest example has {most} tokens of {longest}.", (), "")]
    where = named(examples, tuple(over))
    told = counted(len(over), one="One example is", many="{count} examples are")
    what = f"{told} longer than {longest} tokens, the longest has {most}: {where}."
    return [
        Finding("error", "tokens", what, tuple(over), "Raise tokens_per_row, show fewer pictures, or shorten them.")
    ]
