"""How many processes share a run, and which one this is: as `accelerate launch` and `torchrun` tell each. No torch."""

import os


def processes() -> int:
    """How many share the run; 1 where nobody told."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def first_process() -> bool:
    """Whether this is the one that writes, judges and listens."""
    return rank() == 0


def rank() -> int:
    """This one's number, from 0."""
    return int(os.environ.get("RANK", "0"))
