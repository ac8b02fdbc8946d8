"""Fetches a published address into a file, going on where an earlier try broke off.

One of the two files of `core` that open a connection, the other being `core/vlm/server_link.py`; it is imported when
the user asked for a download and not before.
"""

import http.client
import socket
import time
import urllib.error
import urllib.request
from http import HTTPStatus
from pathlib import Path

from core.models.entries import SourceError
from core.models.store import MEGABYTE, writing
from core.progress import Progress, Stage

CONNECT_S = 4.0
"""For all addresses of a host together: behind a firewall that swallows packets nobody waits longer than this."""
READ_S = 30.0
CHUNK = 256 * 1024
IDLE_TRIES = 2
"""Broken connections in a row without one new byte, after which the source is given up."""
PAUSE_S = 0.5
ANSWER_BYTES = 10_000_000


def download(address: str, part: Path, *, size: int, stage: str) -> Stage[None]:
    """Fills `part` up to `size` bytes. Raises `SourceError`; what has arrived stays for the next try."""
    idle = 0
    while (have := _length(part)) != size:
        if have > size:
            part.unlink()
            continue
        try:
            yield from _stretch(address, part, size=size, stage=stage)
            reason = "the connection broke off"
        except urllib.error.HTTPError as refused:
            refused.close()
            if refused.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE or not have:
                raise SourceError(f"the server answers {refused.code} {refused.reason}") from refused
            part.unlink()
            reason = "the server refuses to go on from where the last try stopped"
        except urllib.error.URLError as failure:
            raise SourceError(f"no answer ({failure.reason})") from failure
        except (OSError, http.client.HTTPException) as failure:
            reason = f"the connection broke off ({failure})"
        arrived = _length(part)
        if arrived == size:
            return
        idle = 0 if arrived > have else idle + 1
        if idle >= IDLE_TRIES:
            raise SourceError(f"{reason} after {arrived / MEGABYTE:.1f} of {size / MEGABYTE:.1f} MB")
        time.sleep(PAUSE_S)


def ask(address: str, *, most: int = ANSWER_BYTES) -> bytes:
    """A short answer of an address. Raises `SourceError`."""
    opener = urllib.request.build_opener(_HttpHandler(), _HttpsHandler())
    request = urllib.request.Request(address, headers={"User-Agent": "videmo-studio"})
    try:
        with opener.open(request, timeout=CONNECT_S) as answer:
            read = answer.read(most + 1)
    except urllib.error.HTTPError as refused:
        refused.close()
        raise SourceError(f"the server answers {refused.code} {refused.reason}") from refused
    except urllib.error.URLError as failure:
        raise SourceError(f"no answer ({failure.reason})") from failure
    except (OSError, http.client.HTTPException) as failure:
        raise SourceError(f"the connection broke off ({failure})") from failure
    if len(read) > most:
        raise SourceError(f"the answer is longer than {most} bytes")
    return read


def _stretch(address: str, part: Path, *, size: int, stage: str) -> Stage[None]:
    """One connection's worth."""
    have = _length(part)
    headers = {"User-Agent": "videmo-studio", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    opener = urllib.request.build_opener(_HttpHandler(), _HttpsHandler())
    with opener.open(urllib.request.Request(address, headers=headers), timeout=CONNECT_S) as answer:
        goes_on = answer.status == HTTPStatus.PARTIAL_CONTENT
        if goes_on and not str(answer.headers.get("Content-Range", "")).startswith(f"bytes {have}-"):
            part.unlink(missing_ok=True)
            return
        arrived = have if goes_on else 0
        with writing(part.parent):
            file = part.open("ab" if goes_on else "wb")
        with file:
            while chunk := answer.read1(CHUNK):
                with writing(part.parent):
                    file.write(chunk)
                arrived += len(chunk)
                if arrived > size:
                    break
                yield Progress(stage, arrived / MEGABYTE, size / MEGABYTE, "MB")
            with writing(part.parent):
                file.flush()
    if arrived > size:
        part.unlink()
        raise SourceError(f"the server sends more than the {size} bytes the catalogue names")


def _length(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _connect(address: tuple[str, int], timeout: float | None = None, source_address: object = None) -> socket.socket:
    """The first of a host's addresses that answers, all of them within `CONNECT_S` together."""
    del timeout, source_address
    deadline = time.monotonic() + CONNECT_S
    last: OSError | None = None
    found = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)
    for number, (family, kind, protocol, _, target) in enumerate(found, start=1):
        left = deadline - time.monotonic()
        if left <= 0:
            break
        connection = socket.socket(family, kind, protocol)
        try:
            # Half of what is left: a dead IPv6 route must not use up the time of the IPv4 address behind it.
            connection.settimeout(left if number == len(found) else max(left / 2, 0.1))
            connection.connect(target)
        except OSError as failure:
            connection.close()
            last = failure
        else:
            connection.settimeout(CONNECT_S)
            return connection
    raise last or TimeoutError("timed out")


class _Http(http.client.HTTPConnection):
    """A connection that gives up early on a silent host, and later on a slow one."""

    def connect(self) -> None:
        self._create_connection = _connect  # http.client's own hook for this
        super().connect()
        self.sock.settimeout(READ_S)


class _Https(http.client.HTTPSConnection):
    """The same with TLS; certificates are checked as Python does by default."""

    def connect(self) -> None:
        self._create_connection = _connect
        super().connect()
        self.sock.settimeout(READ_S)


class _HttpHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Http, req)


class _HttpsHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Https, req)
