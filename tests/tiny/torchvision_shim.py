"""Lets torchvision be imported beside a torch it was not built for."""

import torch

_library = torch.library.Library("torchvision", "FRAGMENT")


def declare_operators() -> None:
    """Declares the operators of torchvision's own binary: PyPI's build for CUDA cannot load beside a CPU torch."""
    for name in ("nms", "qnms"):
        if not hasattr(torch.ops.torchvision, name):
            _library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
