"""The adapter a user chose, held against the model it is to go with. In: a name, a plan. Out: a plan that has it.

Must not know: how a model is chosen, what it is asked.
"""

from dataclasses import replace
from pathlib import Path

from core.errors import ModelError
from core.models.adapters import adapters, adapters_folder, find, lineage_of, registered
from core.models.adopted import adopted
from core.progress import Stage
from core.vlm.backend import Plan
from core.vlm.base import base_at

ADOPTED = "adopted"
"""The adapter that was adopted for the model, whatever it is called."""


def is_name(text: str) -> bool:
    """Whether these words name an adapter of the registry, or the adopted one; else they are a place."""
    return text == ADOPTED or any(one.name == text for one in adapters())


def place_of(adapter: str | None) -> Path | None:
    """Where an adapter lies; None for none, and for the adopted one, which the model's digest tells.

    Raises `ModelError` where it is not here.
    """
    if adapter is None or adapter == ADOPTED:
        return None
    if is_name(adapter):
        return adapters_folder() / adapter
    path = Path(adapter)
    if not path.exists():
        here = ", ".join(one.name for one in adapters()) or "none"
        raise ModelError(
            f"There is no adapter called {adapter}, and none at that place.",
            remedy=f"Name its folder or GGUF file, or one of those that are here: {here}.",
        )
    return path


def adapted(plan: Plan, adapter: str | None, *, key: bytes | None) -> Stage[Plan]:
    """The plan with the adapter: one of the registry once its files were verified and its base is the plan's model.

    `key` opens an adapter that is sealed. An adapter from elsewhere is the user's own affair: nobody knows its base but
    by its shapes. Raises `ModelError`, also for an adapter of another model, `SealError` where it cannot be opened,
    `EngineError`.
    """
    if not isinstance(plan.model, Path) or adapter is None:
        return plan
    place = place_of(adapter)
    found = None if place is None else registered(place)
    if place is not None and found is None:
        return replace(plan, adapter=place)
    base = yield from base_at(plan.model)
    if found is None:
        found = adopted(base)
        if found is None:
            raise ModelError(
                f"No adapter of {base.name} is adopted.", remedy="Name one of `videmo adapters list`, or leave it out."
            )
    yield from find(found.name)
    if not found.about.base.is_same(base):
        wanted = f"{found.about.base.name} (SHA-256 {found.about.base.digest[:12]}…)"
        if base.digest or base.model:
            problem = f"The adapter {found.name} is for {wanted}, not for {base.name} ({base.digest[:12]}…)."
        else:
            problem = f"The adapter {found.name} is for {wanted}, and nobody knows what {base.name} was made from."
        raise ModelError(
            problem.replace(" (…)", ""),
            remedy="Choose the model it was made for, or one that `videmo models quantise` made from that.",
        )
    lineage_of(found, key=key)  # a missing or wrong key is told before gigabytes are loaded
    return replace(plan, adapter=found.folder, adapter_key=key if found.sealed else None)
