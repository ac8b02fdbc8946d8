"""What the model said of held-out people, before and after. In: a run's evaluations and its data. Out: samples, a text.

It is what was said of people, so it is sealed where the study is and never in a log. Imports no torch.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.records.tree import Level
from finetune.evaluate import Asked, evaluation_from
from finetune.examples import LEVELS
from finetune.material import Frozen
from finetune.plan import MIXED
from finetune.workspace import Workspace

BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Sample:
    """One held-out example, asked twice."""

    stage: Level
    task: str
    question: str
    wanted: str
    """The true answer."""
    before: str
    after: str
    score_before: float
    """In [0, 1]."""
    score_after: float


def samples(workspace: Workspace, frozen: Frozen, *, task: str = "") -> tuple[Sample, ...]:
    """Before and after the last stage that was judged, by stage and task; `task` for one alone.

    Raises `UsageError` where the run was not judged twice yet, `SealError`.
    """
    stages = [name for name in (*LEVELS, MIXED) if workspace.exists(f"evaluations/{name}.json")]
    if not stages or not workspace.exists(f"evaluations/{BEFORE}.json"):
        raise UsageError("Nothing was asked after a stage of this run yet.", remedy="Wait until a stage has ended.")
    before, after = (_asked(workspace, name) for name in (BEFORE, stages[-1]))
    examples = frozen.dataset.examples
    found = [
        Sample(
            stage=one.stage,
            task=one.task,
            question=examples[place].turns[-2].text.strip(),
            wanted=examples[place].answer,
            before=before[place].said,
            after=one.said,
            score_before=before[place].score,
            score_after=one.score,
        )
        for place, one in after.items()
        if task in ("", one.task) and place in before
    ]
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.stage), one.task)))


def samples_text(found: Sequence[Sample], *, most: int) -> str:
    """The first `most` of each task, to read."""
    lines: list[str] = []
    shown: dict[str, int] = {}
    for one in found:
        name = f"{one.stage}/{one.task}"
        if name not in shown:
            question = one.question if len(one.question) <= 160 else f"{one.question[:160]}…"
            lines += ["", f"{name}: {question}"]
        shown[name] = shown.get(name, 0) + 1
        if shown[name] <= most:
            lines.append(f"  true    {one.wanted}")
            lines.append(f"  before  {one.before or '(no answer)'}  [{one.score_before:.2f}]")
            lines.append(f"  after   {one.after or '(no answer)'}  [{one.score_after:.2f}]")
    return "\n".join(lines).strip()


def _asked(workspace: Workspace, name: str) -> dict[int, Asked]:
    told = evaluation_from(json.loads(workspace.read(f"evaluations/{name}.json")))
    return {one.place: one for one in told.asked}
