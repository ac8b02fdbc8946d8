"""A run's process whose work is only to keep checkpoints: `python -m tests.finetune.pretend run FOLDER`.

Everything about the process is real: its session, lock, key, log, checkpoints and signals. What it does is told by the
file `plan.json` in the run's folder.
"""

import errno
import json
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path

from core.errors import OutputError
from finetune.checkpoint import Checkpoints
from finetune.events import Begun, Ended, Evaluated, Event, Kept, Preparing, Stepped
from finetune.process import live, read_key
from finetune.runs import Run, Wish, find_run, recipe_of

SECRET = "person seven looks away"


def keep(checkpoints: Checkpoints, step: int) -> Kept:
    import torch  # seconds, which not every test needs

    checkpoints.save(step, {"a": torch.full((4,), float(step))}, {"said": SECRET})
    return Kept(step, 0.0)


def work(run: Run, key: bytes | None) -> Callable[[Callable[[], Wish]], Generator[Event, None, Ended]]:
    def events(wished: Callable[[], Wish]) -> Generator[Event, None, Ended]:
        plan = json.loads((run.folder / "plan.json").read_text())
        recipe_of(run, key=key)
        checkpoints = Checkpoints(run.workspace(key), 2)
        saved = checkpoints.newest()
        step = saved.step if saved is not None else 0
        for number in range(plan.get("clips", 0)):
            yield Preparing("looking at clips", number, plan["clips"], None)
            time.sleep(0.02)
        yield Begun(run.name, run.recipe, "d" * 64, "b" * 64, {"train": 3}, {"train": 30}, step, plan["steps"], (),
                    "cpu", {})  # fmt: skip
        if not step:
            yield Evaluated("before", 0, {"emotion": {"score": 0.25, "examples": 8}})
        while step < plan["steps"]:
            if (wish := wished()) != "go":
                yield keep(checkpoints, step)
                return Ended("paused" if wish == "pause" else "stopped", "")
            step += 1
            if step == plan.get("fails"):
                raise OutputError("The disk is full.", remedy="Free some space.")
            if step == plan.get("full"):
                raise OSError(errno.ENOSPC, "No space left on device", SECRET)
            if step == plan.get("breaks"):
                raise KeyError(SECRET)
            time.sleep(plan.get("seconds", 0.01))
            yield Stepped("emotion", step, plan["steps"], 1.0 / step, {"emotion-7": 1.0 / step}, 1e-4, 1.0, 100, 10,
                          0.01, (plan["steps"] - step) * 0.01, 10**9, 0)  # fmt: skip
            if step % 10 == 0:
                yield keep(checkpoints, step)
        return Ended("done", "Held-out people are read better.", adapter=run.name, better=True,
                     table={"emotion": {"before": 0.25, "after": 0.75, "low": 0.4, "high": 0.6}})  # fmt: skip

    return events


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    opened = find_run(folder.parent, folder.name)
    sys.exit(live(opened, work(opened, read_key())))
