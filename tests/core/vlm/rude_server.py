"""A server on this computer that does to a request what a test tells it: polite by default, or any rudeness in turn."""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Rudeness = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: "Rude"
    protocol_version = "HTTP/1.1"
    body: dict

    def do_GET(self) -> None:
        self.body = {}
        self._answer(self.server.listing)

    def do_POST(self) -> None:
        self.body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._answer(self.server.turn(self.body))

    def _answer(self, how: Rudeness) -> None:
        self.server.seen.append((self.path, dict(self.headers), self.body))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            how(self)

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def say(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def begin(self) -> None:
        """Of a stream, which ends when the connection is closed."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()

    def send(self, *parts: object) -> None:
        for part in parts:
            self.wfile.write(b"data: " + (json.dumps(part).encode() if part != "[DONE]" else b"[DONE]") + b"\n\n")
            self.wfile.flush()


class Rude(ThreadingHTTPServer):
    """Questions about the model are answered politely; what is asked with more than one token, by the rudenesses."""

    daemon_threads = True

    def __init__(self, rudenesses: Sequence[Rudeness]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.rudenesses = list(rudenesses)
        self.listing: Rudeness = listing()
        self.polite: Rudeness = whole("B", top=True)
        self.seen: list[tuple[str, dict, dict]] = []
        self.closed = threading.Event()
        """Set once a stream without an end found its connection closed."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def turn(self, body: dict) -> Rudeness:
        """The next rudeness, the last one for ever after; a short question is answered politely."""
        if body["max_tokens"] == 1 and not body.get("stream"):
            return self.polite
        return self.rudenesses.pop(0) if len(self.rudenesses) > 1 else self.rudenesses[0]

    def asked(self) -> list[dict]:
        """Bodies of the questions that a rudeness answered."""
        return [body for _, _, body in self.seen if body and (body["max_tokens"] > 1 or body.get("stream"))]


@contextlib.contextmanager
def rude(*rudenesses: Rudeness) -> Iterator[Rude]:
    """The server, running."""
    server = Rude(rudenesses)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def listing(*names: str) -> Rudeness:
    entries = [{"id": name, "owned_by": "rude"} for name in names or ("tiny",)]
    return lambda handler: handler.say(json.dumps({"data": entries}).encode())


def logprobs(word: str, *, top: bool = False) -> dict:
    listed = [{"token": token, "logprob": score} for token, score in (("B", -0.1), ("A", -2.5), ("Hap", -6.0))]
    return {"content": [{"token": word, "logprob": -0.1, "top_logprobs": listed if top else []}]}


def whole(word: str, *, top: bool) -> Rudeness:
    choice = {"index": 0, "message": {"content": word}, "finish_reason": "length"}
    choice |= {"logprobs": logprobs(word, top=True)} if top else {}
    told = {"choices": [choice], "usage": {"prompt_tokens": 40, "completion_tokens": 1}}
    return lambda handler: handler.say(json.dumps(told).encode())


def piece(word: str, *, place: int = 0, finish: str | None = None, told: bool = True) -> dict:
    choice = {"index": place, "delta": {"content": word}, "finish_reason": finish}
    return {"choices": [choice | ({"logprobs": logprobs(word)} if told and word else {})]}


def streamed(*parts: object) -> Rudeness:
    def answer(handler: Handler) -> None:
        handler.begin()
        handler.send(*parts)

    return answer


def endless(part: bytes) -> Rudeness:
    """Sends the same for ever, or until nobody reads it any more."""

    def answer(handler: Handler) -> None:
        handler.begin()
        try:
            while True:
                handler.wfile.write(part)
        except OSError:
            handler.server.closed.set()

    return answer


def refusing(status: int, text: str = "no", **headers: str) -> Rudeness:
    return lambda handler: handler.say(json.dumps({"error": {"message": text}}).encode(), status=status, **headers)


def saying(text: bytes) -> Rudeness:
    return lambda handler: handler.say(text)


def hanging_up(handler: Handler) -> None:
    handler.close_connection = True


def silent(seconds: float) -> Rudeness:
    return lambda handler: handler.server.closed.wait(seconds) and None
