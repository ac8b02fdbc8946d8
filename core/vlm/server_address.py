"""Where a server is and how it is asked for entry. In: what the user gave. Out: an address, a warning, a key.

Opens no connection. The key comes from the environment or a file alone; it goes into no plan, log or analysis.
"""

import ipaddress
import os
from pathlib import Path

from core.vlm.backend import EngineError

KEY_VARIABLE = "VIDEMO_SERVER_KEY"
"""Environment variable that holds the key."""
KEY_FILE_VARIABLE = "VIDEMO_SERVER_KEY_FILE"
"""Environment variable that names a file which holds it; it goes first."""


def address_of(text: str) -> str:
    """The address in the form that requests are made to. Raises `EngineError` for what is none."""
    scheme, separator, rest = text.strip().partition("://")
    host, _, path = rest.partition("/")
    if scheme not in ("http", "https") or not separator or not host or set(rest) & set("?#@ \\"):
        raise EngineError(
            f"{text!r} is not the address of a server.",
            remedy="Give it as http://localhost:8080/v1 or https://name/v1; a key does not belong in it.",
        )
    path = path.strip("/")
    path = path if path == "v1" or path.endswith("/v1") else f"{path}/v1".lstrip("/")
    return f"{scheme}://{host}/{path}"


def is_here(address: str) -> bool:
    """Whether the address is this computer's own."""
    host = address_of(address).split("/")[2]
    name = host[1 : host.index("]")] if host.startswith("[") and "]" in host else host.partition(":")[0]
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name.lower() == "localhost"


def warning(address: str) -> str:
    """What to tell before pictures are sent there; empty where there is nothing to tell."""
    if address_of(address).startswith("https:") or is_here(address):
        return ""
    return (
        f"{address} is not encrypted: whoever can listen on the network sees the pictures of faces, the answers and "
        "the key. Use https, or a tunnel that ends on this computer."
    )


def server_key() -> str:
    """The key; empty without one. Raises `EngineError` where its file cannot be read."""
    file = os.environ.get(KEY_FILE_VARIABLE, "").strip()
    try:
        key = Path(file).expanduser().read_text(encoding="utf-8") if file else os.environ.get(KEY_VARIABLE, "")
    except (OSError, ValueError) as failure:
        raise EngineError(
            f"The file of the server's key ({KEY_FILE_VARIABLE}) cannot be read ({type(failure).__name__}).",
            remedy="Check the path and that the file belongs to you.",
        ) from failure
    key = key.strip()
    if not key.isascii() or any(letter.isspace() for letter in key):
        raise EngineError("The server's key is not one plain word.", remedy="Check where it was copied from.")
    return key
