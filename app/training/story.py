"""What a run's log has told so far. In: new bytes of a JSONL file. Out: losses, rewards, scores, sentences, its end.

Reads a part at a time, so that a log of days holds the window up no longer than a frame. A line that a crash cut off,
or of a kind that this version does not know, is passed over. Must not know: widgets.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

MOST_BYTES = 200_000
"""Read at once: some 500 lines, a few milliseconds."""
STAGES = ("attribute", "expression", "emotion")
BEFORE, REINFORCEMENT = "before", "reinforcement"
FIGURES = ("baseline", "kl", "entropy", "length", "truncated", "alike", "failed")
"""Of a step of reinforcement, beside its rewards."""
OF_LEARNING = ("kl", "entropy")
"""Of these, what a step does not have in which nothing was learned."""
Curve = tuple[list[int], list[float]]
"""Steps, and a value at each."""
Scores = Mapping[str, Mapping[str, float]]


class Story:
    """One run's."""

    def __init__(self, path: Path) -> None:
        self._path, self._place = path, 0
        self.begun: Mapping[str, Any] | None = None
        self.losses: dict[str, Curve] = {}
        """By stage: the mean loss of each step in nats."""
        self.validated: dict[str, Curve] = {}
        """Likewise on other people."""
        self.reinforced: dict[str, Curve] = {}
        """`reward`; `rewards/NAME` of each reward; `spread/NAME`, the deviation within a group, `spread/all` of the
        whole; and those of `FIGURES`."""
        self.rewarded: dict[str, Curve] = {}
        """Other people: `reward`, `rewards/NAME`, `baseline`, and `best`, 1 where no look before was better."""
        self.scores: dict[str, tuple[int, Scores]] = {}
        """How held-out people were read, by after what: the step and, by stage and task, figures."""
        self.warnings: list[str] = []
        self.ended: Mapping[str, Any] | None = None
        """None while it goes on."""
        self.doing = ""
        """A stage of the curriculum, or what is prepared."""
        self.step, self.steps = 0, 0
        """Done, and in all; 0 before it began."""
        self.done, self.total = 0, 0
        """Of what is prepared; 0 while it learns."""
        self.left_s: float | None = None
        self.memory_bytes = self.device_bytes = 0
        """The most so far."""
        self.version = 0
        """Another number where something was added."""
        self.drawn = 0
        """Likewise where a curve or a score was."""

    @property
    def device(self) -> str:
        """What it runs on; empty before it began."""
        return "" if self.begun is None else str(self.begun["device"])

    @property
    def remarks(self) -> tuple[str, ...]:
        """Sentences that belong on every result."""
        return () if self.begun is None else tuple(str(one) for one in self.begun["remarks"])

    @property
    def best(self) -> int | None:
        """The step at which other people's reward was highest; None before the first look."""
        steps, marks = self.rewarded.get("best", ([], []))
        return next((step for step, good in zip(reversed(steps), reversed(marks), strict=True) if good), None)

    def read(self) -> bool:
        """Takes in what is new, a part of it where that is much; returns whether there is more."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._place)
                data = file.read(MOST_BYTES)
        except OSError:  # nothing was told yet
            return False
        end = data.rfind(b"\n") + 1
        self._place += end
        for line in data[:end].splitlines():
            self._take(line)
        return len(data) == MOST_BYTES and end > 0

    def _take(self, line: bytes) -> None:
        try:
            told = cast("dict[str, Any]", json.loads(line))
            kind = str(told["kind"])
            self.ended = told if kind == "ended" else None
            take = {
                "begun": self._begin,
                "preparing": self._prepare,
                "stepped": self._step,
                "validated": self._validate,
                "reinforced": self._reinforce,
                "rewarded": self._reward,
                "evaluated": self._evaluate,
                "warned": self._warn,
            }.get(kind)
            if take is not None:
                take(told)
        except (ValueError, KeyError, TypeError):
            return
        self.version += 1

    def _begin(self, told: Mapping[str, Any]) -> None:
        # What came after the checkpoint that is gone on from was lost and is done again.
        step = int(told["step"])
        for curves in (self.losses, self.validated, self.reinforced, self.rewarded):
            for steps, values in curves.values():
                kept = sum(one <= step for one in steps)
                del steps[kept:], values[kept:]
        self.scores = {after: seen for after, seen in self.scores.items() if seen[0] <= step}
        self.begun, self.step, self.steps = told, step, int(told["steps"])
        self.drawn += 1

    def _prepare(self, told: Mapping[str, Any]) -> None:
        self.doing, self.done, self.total = str(told["what"]), int(told["done"]), int(told["total"])
        if told["left_s"] is not None or not self.steps:
            self.left_s = told["left_s"]

    def _step(self, told: Mapping[str, Any]) -> None:
        self._take_step(told, doing=str(told["stage"]))
        _add(self.losses, self.doing, self.step, float(told["loss"]))

    def _reinforce(self, told: Mapping[str, Any]) -> None:
        self._take_step(told, doing=REINFORCEMENT)
        learned = int(told["tokens"]) > 0
        for name, value in {"reward": told["reward"], **{name: told[name] for name in FIGURES}}.items():
            if value is not None and (learned or name not in OF_LEARNING):
                _add(self.reinforced, name, self.step, float(value))
        for of in ("rewards", "spread"):
            for name, value in told[of].items():
                _add(self.reinforced, f"{of}/{name}", self.step, float(value))

    def _take_step(self, told: Mapping[str, Any], *, doing: str) -> None:
        self.step, self.steps, self.left_s = int(told["step"]), int(told["steps"]), float(told["left_s"])
        self.doing, self.done, self.total = doing, 0, 0
        self.memory_bytes = max(self.memory_bytes, int(told["memory_bytes"]))
        self.device_bytes = max(self.device_bytes, int(told["device_bytes"]))
        self.drawn += 1

    def _validate(self, told: Mapping[str, Any]) -> None:
        _add(self.validated, str(told["stage"]), int(told["step"]), float(told["loss"]))
        self.drawn += 1

    def _reward(self, told: Mapping[str, Any]) -> None:
        step = int(told["step"])
        values = {"reward": told["reward"], "baseline": told["baseline"], "best": float(told["best"])}
        for name, value in {**values, **{f"rewards/{name}": one for name, one in told["rewards"].items()}}.items():
            if value is not None:
                _add(self.rewarded, name, step, float(value))
        self.drawn += 1

    def _evaluate(self, told: Mapping[str, Any]) -> None:
        self.scores[str(told["after"])] = (int(told["step"]), told["scores"])
        self.drawn += 1

    def _warn(self, told: Mapping[str, Any]) -> None:
        self.warnings.append(str(told["text"]))


def by_stage(name: str) -> tuple[int, str]:
    """Puts stages, and the tasks within each, in the order in which they are learned."""
    stage = name.partition("/")[0]
    return STAGES.index(stage) if stage in STAGES else len(STAGES), name


def _add(curves: dict[str, Curve], name: str, step: int, value: float) -> None:
    steps, values = curves.setdefault(name, ([], []))
    steps.append(step)
    values.append(value)
