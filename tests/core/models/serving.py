"""A server on this computer that misbehaves as told, entries for what it serves, and packages built on the spot."""

import hashlib
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from core.models import Entry, Wheel, fetch
from core.models.store import path_of
from core.progress import finish

CONTENT = bytes(range(256)) * 8000  # 2 MB


class Server(ThreadingHTTPServer):
    """Serves `content`, misbehaving as told, and remembers the ranges it was asked for."""

    def __init__(self, content: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.content = content
        self.ranges: list[str | None] = []
        self.cut_after: list[int] = []
        """For each coming answer: break the connection off after so many bytes."""
        self.takes_ranges = True
        self.status = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/file"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self):
        asked = self.headers.get("Range")
        self.server.ranges.append(asked)
        if self.server.status != 200:
            self.send_error(self.server.status)
            return
        begin = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.server.takes_ranges else 0
        body = self.server.content[begin:]
        if begin and not body:
            self.send_error(416)
            return
        self.send_response(206 if begin else 200)
        if begin:
            total = len(self.server.content)
            self.send_header("Content-Range", f"bytes {begin}-{total - 1}/{total}")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.server.cut_after:
            body = body[: self.server.cut_after.pop(0)]
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_):
        pass


def make(*sources, content=CONTENT, name="thing", file="thing.bin") -> Entry:
    return Entry(
        name=name,
        kind="model",
        title="A thing",
        purpose="To be fetched.",
        file=file,
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        licence="MIT",
        licence_note="Made for a test.",
        sources=sources,
    )


def get(entry, **more):
    return finish(fetch(entry.name, entries=[entry], **more))


def leftovers(entry):
    return sorted(path.name for path in path_of(entry).parent.iterdir() if path != path_of(entry))


def build_wheel(folder, *, member="box/thing.bin", content=CONTENT, version="1.0"):
    path = folder / f"box-{version}-py3-none-any.whl"
    info = f"box-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, content)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: box\nVersion: {version}\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


BOX = Wheel(package="box", version="1.0", member="box/thing.bin", bytes=2_100_000)
