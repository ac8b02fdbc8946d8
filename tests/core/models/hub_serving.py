"""A server on this computer that answers as the hub does: commit, file tree, files, ranges; misbehaves as told."""

import hashlib
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(ThreadingHTTPServer):
    """Serves the files of `folder`; large are those that end in .safetensors."""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
        self.told_sha = {name: hashlib.sha256(content).hexdigest() for name, content in self.files.items()}
        self.commit = COMMIT
        self.asked: list[tuple[str, str | None]] = []
        """Path and range of every request for a file."""
        self.cut_after: list[int] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def tree(self) -> list[dict]:
        found = []
        for name, content in self.files.items():
            blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
            one = {"type": "file", "path": name, "size": len(content), "oid": blob}
            if name.endswith(".safetensors"):
                one["lfs"] = {"oid": self.told_sha[name], "size": len(content), "pointerSize": 135}
            found.append(one)
        return [*found, {"type": "directory", "path": "figures", "size": 0, "oid": "0" * 40}]


class Handler(BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self):
        path = self.path.partition("?")[0]
        if path == "/api/models/team/small/revision/main":
            self._send(json.dumps({"sha": self.server.commit}).encode())
        elif path == f"/api/models/team/small/tree/{self.server.commit}":
            self._send(json.dumps(self.server.tree()).encode())
        elif path.startswith(f"/team/small/resolve/{self.server.commit}/"):
            name = path.rpartition("/")[2]
            self.server.asked.append((name, self.headers.get("Range")))
            self._file(self.server.files[name])
        else:
            self.send_error(404)

    def _file(self, content: bytes):
        asked = self.headers.get("Range")
        begin = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        extra = {"Content-Range": f"bytes {begin}-{len(content) - 1}/{len(content)}"} if asked else {}
        self._send(content[begin:], status=206 if asked else 200, extra=extra, file=True)

    def _send(self, body: bytes, *, status: int = 200, extra: dict | None = None, file: bool = False):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if file and self.server.cut_after:
            body = body[: self.server.cut_after.pop(0)]
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_):
        pass
