"""From what a run learned to the registry of adapters. In: weights, verdict, what it rests on. Out: the adapter's name.

An adapter that is not better, or of which nobody knows, is kept with that verdict; whoever adopts it is told. What came
from an encrypted study is sealed with that study's key. Must not know: how it learned.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.errors import ModelError
from core.models import adapters
from core.models.adapters import About, Adapter, Lineage, lineage_of
from core.models.entries import hub_models
from core.models.installed import at_place
from core.progress import finish
from core.sealing import SealError
from core.vlm.base import base_at
from finetune.comparison import Comparison
from finetune.material import Frozen


def take_in(
    wanted: str,
    *,
    weights: bytes,
    config: Mapping[str, Any],
    base: Path,
    base_digest: str,
    recipe: str,
    frozen: Frozen,
    comparison: Comparison,
    parent: Adapter | None,
    key: bytes | None,
) -> Adapter:
    """Puts the adapter into the registry as `wanted`, or with a number behind it where that name is taken.

    `weights`: safetensors under PEFT's names. `base_digest`: of the base as it was when the run began. `recipe`:
    SHA-256. `key`: of the study, where that is encrypted. Raises `ModelError`, also where the base is another one by
    now, `EngineError`, `SealError`.
    """
    found = finish(base_at(base))
    if found.digest != base_digest:
        raise ModelError(
            f"The model in {base} is not the one the run began with.", remedy="Bring that model back, and go on."
        )
    permission = frozen.dataset.permission
    lineage = Lineage(
        people=frozen.dataset.people,
        sessions=() if permission is None else permission.sessions,
        consents=() if permission is None else permission.consents,
        sources=tuple(one.sha256 for one in frozen.dataset.sources),
    )
    if parent is not None:
        lineage = _joined(lineage, parent, study=frozen.study, key=key)
    return adapters.add(
        free_name(wanted),
        config=config,
        weights=weights,
        about=About(
            base=found,
            recipe=recipe,
            data=frozen.dataset.digest,
            study=frozen.study,
            table=comparison.table,
            better=comparison.better,
            words=comparison.words,
            remarks=frozen.split.remarks,
            licence=licence_note(base),
            parent="" if parent is None else parent.name,
            parent_digest="" if parent is None else parent.digest,
        ),
        lineage=lineage,
        key=key,
    )


def free_name(wanted: str) -> str:
    """The name itself, or the first of `name-2`, `name-3`, … that no adapter bears."""
    taken = {one.name for one in adapters.adapters()}
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def licence_note(base: Path) -> str:
    """What the base's licence asks of what is made from it, as far as the catalogue knows; empty for a folder of the
    user's own."""
    model = at_place(base)
    if model is None:
        return ""
    known = next((one for one in hub_models() if model.origin.source in (one.repository, one.name)), None)
    if known is None:
        return f"Licence of the base: {model.origin.licence}." if model.origin.licence else ""
    return f"Licence of the base: {known.licence}. {known.licence_note}"


def _joined(lineage: Lineage, parent: Adapter, *, study: str, key: bytes | None) -> Lineage:
    """With whom the parent learned from, so that a withdrawal finds this one too when the parent is gone.

    Sessions and consents are numbers of one study: of another study's only people and sources are taken over. A parent
    that this key does not open stays known by its digest alone.
    """
    try:
        earlier = lineage_of(parent, key=key)
    except SealError:
        return lineage
    same = parent.about.study == study
    return Lineage(
        people=tuple(sorted({*lineage.people, *earlier.people})),
        sessions=tuple(sorted({*lineage.sessions, *(earlier.sessions if same else ())})),
        consents=tuple(sorted({*lineage.consents, *(earlier.consents if same else ())})),
        sources=tuple(dict.fromkeys((*earlier.sources, *lineage.sources))),
    )
