"""Processes that keep checkpoints and are killed while they do. Torch is imported once; each victim is a fork.

`python -m tests.finetune.saving moments FOLDER ROUNDS SEED` kills at random moments, `… steps FOLDER SIZE` before every
single thing that is done to the file system. Ends with an error where a checkpoint that was promised is not whole.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

import torch

from finetune.checkpoint import Checkpoints
from finetune.workspace import Workspace

KEY = bytes(range(32))
CHANGES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree"}


def tensors(step: int, size: int) -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(step)
    return {"a": torch.randn(size, generator=generator), "b": torch.full((3, 5), float(step), dtype=torch.bfloat16)}


def kept(folder: Path, key: bytes | None) -> Checkpoints:
    return Checkpoints(Workspace(folder, key), keep=2)


def check(folder: Path, key: bytes | None, *, at_least: int, size: int) -> int:
    """The newest one is whole, not older than what was promised, and nothing was passed over to find it."""
    found = kept(folder, key).newest()
    if found is None:
        assert at_least == 0, f"step {at_least} was promised and nothing is there"
        return 0
    assert found.step >= at_least, f"step {at_least} was promised, {found.step} is there"
    assert found.state == {"step": found.step}
    assert not found.passed_over, found.passed_over
    for name, value in tensors(found.step, size).items():
        assert torch.equal(found.tensors[name], value), name
    return found.step


def save(folder: Path, key: bytes | None, step: int, size: int) -> None:
    kept(folder, key).save(step, tensors(step, size), {"step": step}, best=step % 3 == 0)


def at_moments(folder: Path, *, rounds: int, seed: int, key: bytes | None) -> tuple[int, int]:
    """Kills `rounds` victims; returns the last step and how many were killed in the middle of saving."""
    chance = random.Random(seed)
    size, step, inside = 60_000, 1, 0
    save(folder, key, step, size)
    began = time.perf_counter()
    save(folder, key, step, size)
    usual = time.perf_counter() - began
    for _ in range(rounds):
        reading, writing = os.pipe()
        victim = os.fork()
        if victim == 0:
            for later in range(step + 1, step + 10_000):
                save(folder, key, later, size)
                os.write(writing, later.to_bytes(4, "big"))
        os.close(writing)
        time.sleep(chance.uniform(0, 3 * usual))
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        with os.fdopen(reading, "rb") as pipe:
            told = pipe.read()
        promised = int.from_bytes(told[-4:], "big") if told else step
        inside += any((folder / "checkpoints").glob(".unfinished-*"))
        step = check(folder, key, at_least=promised, size=size)
    return step, inside


def at_every_step(folder: Path, *, size: int, key: bytes | None) -> int:
    """Kills before the first, the second, … change of the file system, until one save gets through; how many."""
    for step in (1, 2, 3):  # so that there is one to take away
        save(folder, key, step, size)
    for place in range(1, 1000):
        before = check(folder, key, at_least=3, size=size)
        victim = os.fork()
        if victim == 0:
            left = place

            def hook(event: str, args: tuple) -> None:
                nonlocal left
                if event in CHANGES and str(folder) in str(args[0]):
                    left -= 1
                    if left == 0:
                        os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(hook)
            save(folder, key, before + 1, size)
            os._exit(0)
        _, status = os.waitpid(victim, 0)
        check(folder, key, at_least=before, size=size)
        if os.WIFEXITED(status):
            assert os.WEXITSTATUS(status) == 0
            return place
    raise AssertionError("no save ever got through")


if __name__ == "__main__":
    where = Path(sys.argv[2])
    if sys.argv[1] == "moments":
        print(
            *at_moments(
                where, rounds=int(sys.argv[3]), seed=int(sys.argv[4]), key=KEY if "sealed" in sys.argv else None
            )
        )
    else:
        print(at_every_step(where, size=int(sys.argv[3]), key=KEY if "sealed" in sys.argv else None))
