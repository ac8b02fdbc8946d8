"""One run by several processes, as `accelerate launch` starts them: each learns from its share of a step's rows.

Alone, nothing happens here. Gradients are sums over tokens, so adding them up gives the step that one process would
have made. The first process alone writes, judges and listens; the others follow. Imports torch.
"""

import datetime
import os
from collections.abc import Sequence
from typing import Any

import torch
from torch import distributed

from finetune.world_size import processes, rank

LONGEST_SILENCE = datetime.timedelta(hours=12)
"""The others wait while the first judges."""


class World:
    """Who takes part. Made once in a process; `close` leaves."""

    def __init__(self) -> None:
        self.size, self.rank = processes(), rank()
        if self.size > 1:
            backend = "nccl" if torch.cuda.is_available() else "gloo"
            if backend == "nccl":
                torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
            distributed.init_process_group(backend, timeout=LONGEST_SILENCE)

    @property
    def first(self) -> bool:
        """Whether this process writes, judges and listens."""
        return self.rank == 0

    def add_up(self, tensors: Sequence[torch.Tensor]) -> None:
        """Each tensor becomes its sum over all processes."""
        if self.size > 1:
            for tensor in tensors:
                distributed.all_reduce(tensor)

    def any(self, own: bool) -> bool:
        """Whether it is so in at least one process."""
        if self.size == 1:
            return own
        count = torch.tensor(float(own), device="cuda" if torch.cuda.is_available() else "cpu")
        distributed.all_reduce(count)
        return bool(count > 0)

    def told(self, value: Any) -> Any:  # noqa: ANN401 - anything that can be sent
        """What the first process says."""
        if self.size == 1:
            return value
        box = [value]
        distributed.broadcast_object_list(box)
        return box[0]

    def wait(self) -> None:
        """Until all have come here."""
        if self.size > 1:
            distributed.barrier()

    def close(self) -> None:
        """Leaves. May be called twice."""
        if self.size > 1 and distributed.is_initialized():
            distributed.destroy_process_group()
