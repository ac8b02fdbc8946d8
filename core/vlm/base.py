"""Which model a place holds, told by digests, so that an adapter is held against it. In: a place. Out: a `Base`."""

from pathlib import Path

from core.models.adapters import Base
from core.models.installed import at_place
from core.progress import Stage
from core.vlm.checkpoint import digest_of, model_at


def base_at(place: Path) -> Stage[Base]:
    """The model in a folder, or the one a GGUF was made from. Raises `EngineError`, `ModelError`.

    Of a GGUF that this program did not make nobody knows what it was made from: both digests are empty.
    """
    known = at_place(place)
    if place.suffix == ".gguf" or any(place.glob("*.gguf")):
        name = place.stem if known is None else known.name
        return Base(name, "", "" if known is None else known.origin.base_digest)
    checkpoint = model_at(place)
    digest = yield from digest_of(checkpoint)
    return Base(checkpoint.name, digest, "" if known is None else known.digest)
