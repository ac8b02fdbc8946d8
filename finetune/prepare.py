"""Before the first step: every clip is looked at once, every conversation spelled. Imports torch.

Comes in: examples, a loaded trunk, where features lie. Goes out: the book that steps are planned from. What was looked
at before, in this run or another, is not looked at again; what is missing when it is needed is made anew.
"""

import time
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass

from core.errors import ExpectedError
from core.vlm.backend import Encoded
from core.vlm.frames import Vision
from core.vlm.torch_backend import TorchBackend
from finetune.clips import pictures_of
from finetune.events import Preparing
from finetune.examples import ClipPlace, Example
from finetune.features import FeatureStore, Shelf, feature_name
from finetune.packing import Shown
from finetune.plan import Book
from finetune.trunk import Features, Trunk
from finetune.world import World

LOOKING = "looking at clips"


class TooLongError(ExpectedError):
    """A conversation that the model cannot read."""


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What steps need."""

    book: Book
    features: Shelf


def prepared(
    trunk: Trunk, examples: Sequence[Example], *, vision: Vision, store: FeatureStore, world: World
) -> Generator[Preparing, None, Prepared]:
    """Looks at every clip that was not looked at yet; each process at its share.

    Raises `FootageError` where a clip is gone or cannot be read (what was looked at so far is kept), `CacheFullError`,
    `TooLongError`, `EngineError`.
    """
    places: dict[str, ClipPlace] = {}
    names: list[str] = []
    for example in examples:
        name = "" if example.clip is None else name_of(example.clip, trunk, vision)
        names.append(name)
        if example.clip is not None:
            places.setdefault(name, example.clip)
    shelf = Shelf(store, places)
    # One process decides: the others may come when something was looked at already.
    looked_at = {name: _seen(name, one) for name in places if (one := shelf.find(name))} if world.first else {}
    seen: dict[str, tuple[Shown, int]] = world.told(looked_at)
    missing = [name for name in places if name not in seen]
    began = time.monotonic()
    for number, name in enumerate(own := missing[world.rank :: world.size]):
        left = (time.monotonic() - began) / number * (len(own) - number) if number else None
        yield Preparing(LOOKING, len(places) - len(own) + number, len(places), left)
        shelf.add(name, features := trunk.look(pictures_of(places[name], vision)))
        seen[name] = _seen(name, features)
    world.wait()
    yield Preparing(LOOKING, len(places), len(places), 0.0)
    seen |= {name: _seen(name, shelf[name]) for name in missing if name not in seen}  # by the others
    conversations = [
        trunk.speller.conversation(example, clip_tokens=seen[name][1] if name else 0)
        for example, name in zip(examples, names, strict=True)
    ]
    for example, one in zip(examples, conversations, strict=True):
        if (length := len(one.prefix) + len(one.suffix)) > trunk.longest:
            raise TooLongError(
                f"A conversation has {length} tokens and the model reads {trunk.longest} at most ({example.source}).",
                remedy="Shorten it, or show fewer pictures of each clip.",
            )
    return Prepared(Book(examples, conversations, [seen[name][0] if name else None for name in names]), shelf)


def _seen(name: str, features: Features) -> tuple[Shown, int]:
    """How a clip stands in a row, and in how many tokens."""
    return Shown(name, features.grid, features.seconds_per_grid), len(features.values)


def name_of(place: ClipPlace, trunk: Trunk, vision: Vision) -> str:
    """Under which name a clip's features lie for this model."""
    return feature_name(place, vision, base=trunk.digest, precision=str(trunk.precision))


def held_by(
    engine: TorchBackend, example: Example, features: Mapping[str, Features], *, trunk: Trunk, vision: Vision
) -> Encoded | None:
    """An example's clip, as the engine holds what was kept of it; None for words alone."""
    if example.clip is None:
        return None
    kept = features[name_of(example.clip, trunk, vision)]
    return engine.keep(kept.values, kept.grid, seconds_per_grid=kept.seconds_per_grid)
