"""The runs on this computer: a folder each. In: the folder of all runs. Out: what each is, how it stands, wishes to it.

How a run stands is told by its log and its lock alone, so that any process can ask at any time: the lock is the
operating system's and is gone with the process that had it, however that ended. Never imports torch. Must not know:
how a run is done.
"""

import json
import math
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, cast

from core.errors import OutputError, UsageError
from core.project.codec import UnreadableError, from_plain, to_plain
from core.project.holder import NoLockError, holder_of
from finetune.checkpoint import Checkpoints
from finetune.events import Begun, Ended, Evaluated, Preparing, Reinforced, Rewarded, Stepped, Validated, Warned
from finetune.log import Told, events_of, lasting
from finetune.recipe import Recipe
from finetune.recipe_file import NAME, parse_recipe, recipe_digest, recipe_text
from finetune.rewarding import Rewarding, rewarding
from finetune.workspace import Workspace, cannot_keep

FORMAT = 1
ABOUT, RECIPE, LOG, WISH, LOCK = "run.json", "recipe.toml", "log.jsonl", "wish", "run"
Wish = Literal["go", "pause", "stop"]
State = Literal["made", "running", "pausing", "stopping", "paused", "stopped", "failed", "died", "done"]
"""`made`: never begun. `died`: its process ended without a word; all but `done` can be gone on with."""
LAST_STEPS = 20
"""Over which loss, rewards and pace are averaged."""
REINFORCEMENT = "reinforcement"
"""What a run of that kind does, and the name of its last evaluation."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run's folder and what is open about it."""

    folder: Path
    base: str
    """The model, as the recipe names it."""
    study: str
    """Path of the study it learns from; empty for files."""
    sealed: bool
    """Whether its files need the study's key."""
    recipe: str
    """SHA-256 of the recipe."""
    made: str
    """UTC, ISO 8601."""

    @property
    def name(self) -> str:
        """Unique on this computer."""
        return self.folder.name

    @property
    def log(self) -> Path:
        """Its log."""
        return self.folder / LOG

    @property
    def lock(self) -> Path:
        """What its process holds: see `core.project.holder`."""
        return self.folder / LOCK

    def workspace(self, key: bytes | None) -> Workspace:
        """Its files. `key`: of the study, for a sealed one."""
        return Workspace(self.folder, key)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a run stands."""

    name: str
    state: State
    sentence: str
    """The same for people, with what can be done."""
    base: str
    made: str
    last: str = ""
    """When it last said something, UTC; empty where it never did."""
    process: int = 0
    """Of the run while it runs."""
    doing: str = ""
    """A stage of the curriculum, `reinforcement`, or what is prepared."""
    step: int = 0
    steps: int = 0
    loss: float | None = None
    """Mean of the last steps, in nats."""
    losses: Mapping[str, float] = field(default_factory=dict[str, float])
    """By task, each as last seen."""
    validated: float | None = None
    """The last loss on other people."""
    rewards: Rewarding | None = None
    """Of reinforcement, once anything was rewarded."""
    tokens_per_s: float | None = None
    """Read while learning, and drawn."""
    left_s: float | None = None
    memory_bytes: int = 0
    device_bytes: int = 0
    checkpoints: tuple[int, ...] = ()
    """Steps at which it can be gone on from, the newest first."""
    begun: Begun | None = None
    evaluated: tuple[Evaluated, ...] = ()
    warnings: tuple[str, ...] = ()
    ended: Ended | None = None


def make_run(root: Path, recipe: Recipe, *, key: bytes | None, files: Mapping[str, bytes] | None = None) -> Run:
    """A folder for a new run, with its recipe and further files, sealed where there is a key.

    Raises `UsageError` where the name is taken, `OutputError`.
    """
    folder = root / recipe.name
    run = Run(folder, recipe.base.model, recipe.data.study, key is not None, recipe_digest(recipe), _now())
    try:
        root.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
    except FileExistsError as failure:
        raise UsageError(
            f"There is a run called {recipe.name} already.",
            remedy=f"Go on with it (`videmo train resume {recipe.name}`), or give another --name.",
        ) from failure
    except OSError as failure:
        raise cannot_keep(folder, failure) from failure
    with ExitStack() as undoing:  # a run that could not be made whole is none
        undoing.callback(shutil.rmtree, folder, ignore_errors=True)
        for name, body in {RECIPE: recipe_text(recipe).encode(), **(files or {})}.items():
            run.workspace(key).write(name, body)
        # Last, for what has no such file is no run; open, as it says whose passphrase opens the rest.
        Workspace(folder, None).write(ABOUT, json.dumps(_about(run)).encode())
        undoing.pop_all()
    return run


def find_run(root: Path, name: str) -> Run:
    """A run by its name. Raises `UsageError` where there is none, `OutputError` where its file cannot be read."""
    if not re.fullmatch(NAME, name) or not (root / name / ABOUT).is_file():
        known = ", ".join(run.name for run in all_runs(root)) or "none"
        raise UsageError(f"There is no run called {name}.", remedy=f"Runs are: {known}.")
    return _read(root / name)


def all_runs(root: Path) -> list[Run]:
    """Every run, the newest first; what cannot be read is passed over and `find_run` tells why."""
    found: list[Run] = []
    for path in root.glob(f"*/{ABOUT}"):
        with suppress(OutputError):
            found.append(_read(path.parent))
    return sorted(found, key=lambda run: (run.made, run.name), reverse=True)


def recipe_of(run: Run, *, key: bytes | None) -> Recipe:
    """The recipe it was begun with. Raises `RecipeError`, `OutputError`, `SealError`."""
    text = run.workspace(key).read(RECIPE).decode()
    recipe = parse_recipe(text, what=f"The recipe of the run {run.name}", folder=run.folder)
    if recipe_digest(recipe) != run.recipe:
        raise OutputError(
            f"The recipe of the run {run.name} is not the one that it was begun with.",
            remedy="Start a new run with the changed recipe; this one stays as it is.",
        )
    return recipe


def ask(run: Run, wish: Wish) -> None:
    """Leaves a wish for the run's process, or takes it back (`go`). Raises `OutputError`."""
    path = run.folder / WISH
    try:
        if wish == "go":
            path.unlink(missing_ok=True)
        else:
            path.write_text(wish, encoding="ascii")  # half of it is none, and is read again
    except OSError as failure:
        raise cannot_keep(path, failure) from failure


def wish_for(run: Run) -> Wish:
    """What is wished of the run now."""
    try:
        told = (run.folder / WISH).read_text(encoding="ascii", errors="replace")
    except OSError:
        return "go"
    return cast(Wish, told) if told in ("pause", "stop") else "go"


def is_running(run: Run) -> bool:
    """Whether a process has it now. Raises `OutputError` where that cannot be told."""
    return _process(run) is not None


def standing(run: Run) -> Standing:
    """How a run stands now. Raises `OutputError` where that cannot be told."""
    process = _process(run)
    told = events_of(run.log)
    summed = _summed(run, told)
    if process is not None:
        state: State = {"go": "running", "pause": "pausing", "stop": "stopping"}[wish_for(run)]  # type: ignore[assignment]
        return replace(summed, state=state, sentence=_sentence(summed, state), process=process, ended=None)
    if not told:
        state = "made"
    elif summed.ended is not None:
        state = cast(State, summed.ended.how)
    else:
        state = "died"
    return replace(summed, state=state, sentence=_sentence(summed, state), left_s=None)


def must_be_resumable(run: Run) -> None:
    """Raises `UsageError` for a run that is running or done."""
    found = standing(run)
    if found.process:
        raise UsageError(
            f"The run {run.name} is running (process {found.process}).",
            remedy=f"Watch it with `videmo train status {run.name} --follow`.",
        )
    if found.state == "done":
        raise UsageError(
            f"The run {run.name} is done.", remedy="Start a new one to learn more; its adapter is in the registry."
        )


def must_be_running(run: Run) -> None:
    """Raises `UsageError` for a run that no process has."""
    found = standing(run)
    if not found.process:
        raise UsageError(f"The run {run.name} is not running: {found.sentence}", remedy=_next(run.name, found.state))


def _summed(run: Run, told: Sequence[Told]) -> Standing:
    """What the log adds up to; an end counts as long as nothing came after it."""
    found = Standing(run.name, "made", "", run.base, run.made)
    steps: list[Stepped | Reinforced] = []
    looks: list[Rewarded] = []
    evaluated: dict[str, Evaluated] = {}
    losses: dict[str, float] = {}
    for one in lasting(told):
        event = one.event
        found = replace(found, last=one.at, ended=event if isinstance(event, Ended) else None)
        match event:
            case Begun():
                found = replace(found, begun=event, step=event.step, steps=event.steps, left_s=None)
            case Preparing():
                found = replace(found, doing=event.what, left_s=event.left_s)
            case Stepped() | Reinforced():
                steps.append(event)
                losses |= event.losses if isinstance(event, Stepped) else {}
                found = replace(
                    found,
                    doing=event.stage if isinstance(event, Stepped) else REINFORCEMENT,
                    step=event.step,
                    steps=event.steps,
                    left_s=event.left_s,
                    memory_bytes=max(found.memory_bytes, event.memory_bytes),
                    device_bytes=max(found.device_bytes, event.device_bytes),
                )
            case Rewarded():
                looks.append(event)
            case Validated():
                found = replace(found, validated=event.loss)
            case Evaluated():
                evaluated[event.after] = event
            case Warned():
                found = replace(found, warnings=(*found.warnings, event.text))
            case _:
                pass
    recent = steps[-LAST_STEPS:]
    seconds = sum(_seconds(step) for step in recent)
    return replace(
        found,
        loss=_mean([step.loss for step in recent if isinstance(step, Stepped)]),
        losses=losses,
        rewards=rewarding([step for step in steps if isinstance(step, Reinforced)], looks, recent=LAST_STEPS),
        tokens_per_s=sum(_tokens(step) for step in recent) / seconds if seconds > 0 else None,
        evaluated=tuple(evaluated.values()),
        checkpoints=Checkpoints(run.workspace(None), keep=1).steps(),
    )


def _seconds(step: Stepped | Reinforced) -> float:
    return step.seconds if isinstance(step, Stepped) else sum(step.seconds.values())


def _tokens(step: Stepped | Reinforced) -> int:
    return step.tokens if isinstance(step, Stepped) else step.tokens + step.drawn


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _sentence(found: Standing, state: State) -> str:
    at = f"step {found.step} of {found.steps}" if found.steps else "before its first step"
    ended = found.ended.text if found.ended is not None else ""
    kept = f"the checkpoint of step {found.checkpoints[0]}" if found.checkpoints else "the beginning"
    return {
        "made": "Not begun yet.",
        "running": f"Running, {at}.",
        "pausing": f"Pausing, {at}: it stops when where it stands is kept.",
        "stopping": f"Stopping, {at}: it stops when where it stands is kept.",
        "paused": f"Paused at {at}.",
        "stopped": f"Stopped at {at}.",
        "failed": f"Failed at {at}. {ended}",
        "died": f"Its process ended without a word at {at}, as when it is killed, memory runs out or the computer goes "
        f"off; it can be gone on with from {kept}.",
        "done": f"Done. {ended}",
    }[state].strip()


def _next(name: str, state: State) -> str:
    return "Start a new one." if state == "done" else f"Go on with it: `videmo train resume {name}`."


def _process(run: Run) -> int | None:
    """The process that has it; 0 where its number cannot be told, which is never taken for none."""
    try:
        holder = holder_of(run.lock)
    except NoLockError as failure:
        raise OutputError(
            f"Whether the run {run.name} is running cannot be told ({failure}).",
            remedy=f"Look at the folder {run.folder} and whether its disk knows locks.",
        ) from failure
    return None if holder is None else holder.process or -1


def _about(run: Run) -> dict[str, Any]:
    plain = cast("dict[str, Any]", to_plain(run))
    del plain["folder"]
    return {"format": FORMAT, **plain}


def _read(folder: Path) -> Run:
    try:
        plain = json.loads((folder / ABOUT).read_bytes())
        if plain["format"] > FORMAT:
            raise OutputError(
                f"The run {folder.name} was made by a newer VidEmo Studio.", remedy="Install the newer version."
            )
        return from_plain({**plain, "folder": str(folder)}, Run)
    except (OSError, ValueError, KeyError, TypeError, UnreadableError) as failure:
        raise OutputError(
            f"{folder / ABOUT} cannot be read ({failure}).", remedy="Bring it back from a backup, or start a new run."
        ) from failure


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
