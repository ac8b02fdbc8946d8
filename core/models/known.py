"""Every model of several files that there is to speak of: in the catalogue, here, or begun. Out: one list for all.

What is here is told by sizes alone: quick, for lists. Must not know: what a model takes to run.
"""

import re
from dataclasses import dataclass

from core.models.entries import HubModel, hub_models
from core.models.installed import installed, leftovers, size_of, state_of
from core.models.manifest import Installed
from core.models.store import State
from core.settings import models_folder


@dataclass(frozen=True, slots=True)
class Known:
    """A model as it stands on this computer."""

    name: str
    state: State
    catalogued: HubModel | None
    """None for one that the catalogue does not know."""
    here: Installed | None
    unfinished: int
    """Bytes that an unfinished fetch or quantising of it holds; the next try goes on there, removing frees them."""

    @property
    def title(self) -> str:
        """Its makers' name for it, else the name it has here."""
        return self.catalogued.title if self.catalogued is not None else self.name

    @property
    def bytes(self) -> int:
        """Of its files where it is here, else about what a fetch takes; 0 where that is not known."""
        if self.here is not None:
            return self.here.bytes
        return self.catalogued.bytes if self.catalogued is not None else 0

    @property
    def licence(self) -> str:
        """Empty where it is not known."""
        if self.catalogued is not None:
            return self.catalogued.licence
        return self.here.origin.licence if self.here is not None else ""


def known_models() -> tuple[Known, ...]:
    """The catalogue's in its order, then what else is here, then what was only begun."""
    here = {one.name: one for one in installed()}
    listed = {one.name: one for one in hub_models()}
    found: list[Known] = []
    for name in dict.fromkeys((*listed, *here, *_begun())):
        model = here.get(name)
        unfinished = sum(size_of(folder) for folder in leftovers(name))
        found.append(Known(name, state_of(model) if model else "missing", listed.get(name), model, unfinished))
    return tuple(found)


def _begun() -> tuple[str, ...]:
    """Names of which an unfinished try left something."""
    form = re.compile(r"\.(?:fetch|quantise)-(.+)-[0-9a-f]{12}")
    folders = sorted(path.name for path in models_folder().glob(".*") if path.is_dir())
    return tuple(match[1] for name in folders if (match := form.fullmatch(name)) is not None)
