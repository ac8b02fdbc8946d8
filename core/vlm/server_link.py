"""The line to a server. In: an address, a key, JSON bodies. Out: JSON, whole or as it is drawn; or a sentence.

The only file besides `core/models/download.py` that opens a connection: to the one host it was given, directly, without
a proxy and without following a redirect, since pictures of faces go with it. The key is sent as a header and is nowhere
else. Everything that is read is bounded. Must not know: prompts, clips, answers.

One private event loop runs while somebody waits for an answer and not otherwise: many answers are read side by side
without a thread, and to give up is to close the connection at once.
"""

import asyncio
import contextlib
import json
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import httpx

from core.vlm.backend import EngineError, PromptTooLongError
from core.vlm.server_answers import nonsense

T = TypeVar("T")
Json = Mapping[str, Any]

MOST_BYTES = 16_000_000
MOST_LINE_BYTES = 1_000_000
READ_AHEAD = 64
"""Objects of all streams that wait to be looked at."""
RETRIED = (408, 425, 429)
"""Statuses besides 5xx after which the same request may succeed later."""
_TOO_LONG = (
    "exceed_context_size",
    "context_length_exceeded",
    "maximum context length",
    "context window",
    "context size",
)
_CHECK = "Check its address and that it runs; `videmo check` tries it."


class RefusedError(EngineError):
    """The server will not do what was asked (4xx); asked otherwise it may."""


class BusyError(EngineError):
    """The server failed or is not ready (5xx, 429), also when asked again."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a server is waited for."""

    connect_s: float = 4.0
    silence_s: float = 600.0
    """Without a byte of the answer that counts. A server without a graphics card reads a clip for minutes."""
    tries: int = 4
    """Of a request that meets a lost connection or a server that fails; only as long as nothing was answered."""
    pause_s: float = 0.5
    """Before the second try; twice as long before each next one."""


class Link:
    """One server. Not for two threads at once."""

    def __init__(self, address: str, *, key: str = "", limits: Limits = Limits()) -> None:
        """`address` ends in the version, as `http://localhost:8080/v1`."""
        self._limits = limits
        self._host = httpx.URL(address).netloc.decode()
        self._loop = asyncio.new_event_loop()
        self._client = httpx.AsyncClient(
            base_url=address,
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=httpx.Timeout(limits.silence_s, connect=limits.connect_s),
            # Of the system's certificates, an institution's own among them; no proxy and no .netrc of the environment.
            verify=ssl.create_default_context() if address.startswith("https:") else False,
            trust_env=False,
            limits=httpx.Limits(max_connections=None),
        )

    @property
    def host(self) -> str:
        """Name or number of the host, with its port."""
        return self._host

    def get(self, path: str, *, tries: int | None = None) -> Json:
        """Raises `EngineError`."""
        return self._run(self._whole("GET", path, None, tries))

    def post(self, path: str, body: Json, *, tries: int | None = None) -> Json:
        """Raises `EngineError`."""
        return self._run(self._whole("POST", path, body, tries))

    @contextlib.contextmanager
    def open(self, path: str, bodies: Sequence[Json]) -> Generator["Streams", None, None]:
        """Asks for streams side by side; leaving closes what is still open."""
        streams = Streams(self._loop, [self._stream(path, body) for body in bodies])
        try:
            yield streams
        finally:
            streams.close()

    def close(self) -> None:
        """May be called twice."""
        if not self._loop.is_closed():
            self._run(self._client.aclose())
            self._run(self._ended())
            self._run(self._loop.shutdown_default_executor())
            self._loop.close()

    async def _ended(self) -> None:
        """Ends what closed streams left behind: their iterators are closed by tasks, which a closed loop would lose."""
        await self._loop.shutdown_asyncgens()
        await asyncio.sleep(0)
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()}, return_exceptions=True)

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    async def _whole(self, method: str, path: str, body: Json | None, tries: int | None) -> Json:
        async with self._answer(method, path, body, tries) as response:
            return self._object(await self._body(response))

    async def _stream(self, path: str, body: Json) -> AsyncIterator[Json]:
        """The objects of one stream of server-sent events, until it says that it is done."""
        async with self._answer("POST", path, body, None) as response:
            lines = self._lines(response)
            while True:
                try:
                    # For the next line that counts: a server may send comments for ever to keep the line open.
                    async with asyncio.timeout(self._limits.silence_s):
                        line = await _next_data(lines)
                except TimeoutError as silence:
                    raise self._silent() from silence
                except httpx.TransportError as failure:
                    raise self._broken(failure) from failure
                if line is None or line == b"[DONE]":
                    return
                yield self._object(line)

    @contextlib.asynccontextmanager
    async def _answer(
        self, method: str, path: str, body: Json | None, tries: int | None
    ) -> AsyncGenerator[httpx.Response]:
        """An answer of status 200; asks again after a lost connection and a failing server, later each time."""
        left, pause = tries or self._limits.tries, self._limits.pause_s
        content = None if body is None else json.dumps(body).encode()
        while True:
            left -= 1
            request = self._client.build_request(
                method, path, content=content, headers={"Content-Type": "application/json"} if content else {}
            )
            try:
                response = await self._client.send(request, stream=True)
            except httpx.ReadTimeout as silence:
                raise self._silent() from silence
            except httpx.TransportError as failure:
                if left <= 0:
                    raise self._broken(failure) from failure
            else:
                try:
                    if response.is_success:
                        yield response
                        return
                    failure = self._refusal(response.status_code, await self._body(response))
                finally:
                    await response.aclose()
                if left <= 0 or not isinstance(failure, BusyError):
                    raise failure
            await asyncio.sleep(pause)
            pause *= 2

    async def _body(self, response: httpx.Response) -> bytes:
        parts, length = list[bytes](), 0
        try:
            async for part in response.aiter_bytes():
                parts.append(part)
                length += len(part)
                if length > MOST_BYTES:
                    raise nonsense(self._host, "an answer without an end")
        except httpx.ReadTimeout as silence:
            raise self._silent() from silence
        except httpx.TransportError as failure:
            raise self._broken(failure) from failure
        return b"".join(parts)

    async def _lines(self, response: httpx.Response) -> AsyncIterator[bytes]:
        rest = b""
        async for part in response.aiter_bytes():
            *whole, rest = (rest + part).split(b"\n")
            if len(rest) > MOST_LINE_BYTES:
                raise nonsense(self._host, "a line without an end")
            for line in whole:
                yield line.strip()
        if rest:
            yield rest.strip()

    def _object(self, text: bytes) -> Json:
        try:
            found = json.loads(text)
        except ValueError as failure:
            raise nonsense(self._host, f"no JSON: {_short(text)}") from failure
        if not isinstance(found, dict):
            raise nonsense(self._host, f"no object: {_short(text)}")
        told = cast("Json", found)
        if told.get("error"):  # some say so in the middle of a stream, or under status 200
            raise self._refusal(None, text)
        return told

    def _refusal(self, status: int | None, text: bytes) -> EngineError:
        said = _said(text)
        if any(words in text.decode(errors="replace").lower() for words in _TOO_LONG):
            return PromptTooLongError(
                f"The conversation is longer than the server {self._host} takes ({said}).",
                remedy="Choose fewer pictures, or start the server with a longer context.",
            )
        if status is None:
            return EngineError(f"The server {self._host} reports a failure ({said}).", remedy="See what it logged.")
        if status in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
            return EngineError(
                f"The server {self._host} refuses the key ({status}).",
                remedy="Set VIDEMO_SERVER_KEY, or VIDEMO_SERVER_KEY_FILE to the file that holds it.",
            )
        if httpx.codes.is_redirect(status):
            return EngineError(
                f"The server {self._host} points elsewhere ({status}), which is not followed: pictures would go along.",
                remedy="Give the address it really answers at.",
            )
        if status in RETRIED or httpx.codes.is_server_error(status):
            return BusyError(f"The server {self._host} fails ({status}: {said}).", remedy="See what it logged.")
        return RefusedError(f"The server {self._host} refuses the request ({status}: {said}).", remedy=_CHECK)

    def _silent(self) -> EngineError:
        return EngineError(
            f"The server {self._host} has not answered for {self._limits.silence_s:.0f} s.",
            remedy="Check what keeps it busy, or choose fewer pictures.",
        )

    def _broken(self, failure: httpx.TransportError) -> EngineError:
        if isinstance(failure, httpx.ConnectError | httpx.ConnectTimeout):
            return EngineError(f"The server {self._host} cannot be reached ({_reason(failure)}).", remedy=_CHECK)
        return EngineError(
            f"The connection to the server {self._host} broke off ({_reason(failure)}).", remedy="Try again."
        )


class Streams:
    """Several streams read side by side: an iterator of (place of the stream, object)."""

    def __init__(self, loop: asyncio.AbstractEventLoop, streams: Sequence[AsyncIterator[Json]]) -> None:
        self._loop = loop
        self._queue: asyncio.Queue[tuple[int, Json | None]] = asyncio.Queue()
        self._room = asyncio.Semaphore(READ_AHEAD)
        self._tasks = [loop.create_task(self._read(place, stream)) for place, stream in enumerate(streams)]
        self._open = set(range(len(self._tasks)))

    def __iter__(self) -> Generator[tuple[int, Json], None, None]:
        """Raises `EngineError` as the first stream that fails does."""
        while self._open:
            place, told = self._loop.run_until_complete(self._queue.get())
            if told is not None:
                self._room.release()
            if place not in self._open:
                continue
            if told is not None:
                yield place, told
            else:
                self._open.discard(place)
                self._loop.run_until_complete(self._tasks[place])  # raises what ended it

    def drop(self, place: int) -> None:
        """Closes one stream: nothing more of it is wanted."""
        self._open.discard(place)
        self._tasks[place].cancel()

    def close(self) -> None:
        """Closes what is open."""
        for task in self._tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*self._tasks, return_exceptions=True))

    async def _read(self, place: int, stream: AsyncIterator[Json]) -> None:
        try:
            async with contextlib.aclosing(cast("Any", stream)):
                async for told in stream:
                    await self._room.acquire()
                    self._queue.put_nowait((place, told))
        finally:
            self._queue.put_nowait((place, None))


async def _next_data(lines: AsyncIterator[bytes]) -> bytes | None:
    async for line in lines:
        if line.startswith(b"data:"):
            return line[5:].strip()
    return None


def _said(text: bytes) -> str:
    """What a server says of its failure, in a few words."""
    try:
        told: Any = json.loads(text)
        error = told.get("error", told)
        message = error.get("message", error) if isinstance(error, dict) else error
        return _short(str(cast("object", message)).encode())
    except (ValueError, AttributeError):
        return _short(text)


def _short(text: bytes) -> str:
    words = " ".join(text[:2000].decode(errors="replace").split())
    return words if len(words) <= 200 else words[:200] + " …"


def _reason(failure: Exception) -> str:
    return str(failure) or type(failure).__name__
