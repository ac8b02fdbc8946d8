"""llama.cpp's own server on this computer, as a process: `python -m tests.core.vlm.llama_server TEXT MMPROJ KEY`.

Prints its address and ends when its input is closed.
"""

import contextlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SLOTS, CONTEXT = 1, 4096


@contextlib.contextmanager
def llama_server(text: Path, mmproj: Path, *, key: str) -> Iterator[str]:
    """Its address, while it runs."""
    command = [sys.executable, "-m", "tests.core.vlm.llama_server", str(text), str(mmproj), key]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), f"the server did not start: {address!r}"
            yield address
        finally:
            process.stdin.close()
            process.wait(30)


def main(text: str, mmproj: str, key: str) -> None:
    import xllamacpp

    told = xllamacpp.CommonParams()
    told.model.path, told.mmproj.path = text, mmproj
    told.n_ctx, told.n_parallel = SLOTS * CONTEXT, SLOTS
    told.hostnames, told.port = ["127.0.0.1"], 0
    told.cpuparams.n_threads = told.cpuparams_batch.n_threads = 1
    told.api_keys = [key]
    told.warmup = False
    server = xllamacpp.Server(told)
    print(server.listening_address, flush=True)  # noqa: T201 - what the parent waits for
    sys.stdin.read()


if __name__ == "__main__":
    main(*sys.argv[1:])
