"""The one place that picks an engine. In: a `Plan`. Out: a loaded engine behind the protocol.

An engine's file, and the libraries it needs, are imported when it is asked for and not before.
"""

import importlib
from collections.abc import Callable

from core.progress import Stage
from core.vlm.backend import Backend, EngineError, EngineName, Plan
from core.vlm.child import load_apart

MODULES: dict[EngineName, str] = {
    "transformers": "core.vlm.transformers_",
    "llama_cpp": "core.vlm.llama_cpp_",
    "server": "core.vlm.server",
    "scripted": "core.vlm.scripted",
}
EXTRAS: dict[EngineName, str] = {"transformers": "local", "llama_cpp": "llama", "server": "server"}
HEAVY: frozenset[EngineName] = frozenset({"transformers", "llama_cpp"})
"""Engines that run foreign native code on gigabytes: they can take a process down with them."""


def open_engine(plan: Plan, *, isolated: bool = True) -> Stage[Backend]:
    """Loads what the plan says; the caller closes it.

    `isolated` runs an engine that could bring its process down in a process of its own; the others have none to gain.
    Raises `EngineError`, with the extra to install where libraries are missing.
    """
    if isolated and plan.engine in HEAVY:
        return (yield from load_apart(plan, load_here))
    return (yield from load_here(plan))


def load_here(plan: Plan) -> Stage[Backend]:
    """Loads the engine in this process. Raises `EngineError`."""
    try:
        load: Callable[[Plan], Stage[Backend]] = importlib.import_module(MODULES[plan.engine]).load
        return (yield from load(plan))
    except ModuleNotFoundError as missing:
        extra = EXTRAS.get(plan.engine)
        if extra is None or (missing.name or "").split(".")[0] == "core":
            raise
        raise EngineError(
            f"The engine {plan.engine} needs the package {missing.name}, which is not installed.",
            remedy=f"Install the extra: pip install 'videmo-studio[{extra}]'.",
        ) from missing
