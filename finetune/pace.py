"""How fast this computer multiplies matrices. In: a device. Out: operations a second. Imports torch, late."""

import time

from core.vlm.backend import Device

SIDE = {"cuda": 8192, "mps": 4096}
SHORTEST_S = 0.2


def flops_of(device: Device, precision: str) -> float:
    """Of a product of large matrices: the best of several, in less than a second. Raises `RuntimeError` of torch."""
    import torch

    kind = {"bf16": torch.bfloat16, "fp16": torch.float16, "fp32": torch.float32}[precision]
    side = SIDE.get(device, 1024)
    one = torch.ones(side, side, dtype=kind, device=device)
    best, spent = 0.0, 0.0
    while spent < SHORTEST_S or not best:
        began = time.perf_counter()
        product = one @ one
        float(product[0, 0])  # waits for the device
        took = time.perf_counter() - began
        best, spent = max(best, 2.0 * side**3 / took), spent + took
    return best
