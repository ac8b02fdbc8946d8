"""A way to read a small file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.imports.reading import read_foreign
from core.progress import finish
from core.records.foreign import Imported
from tests.core.imports.samples import BORIS, FILES

Read = Callable[..., Imported]


@pytest.fixture
def files() -> dict[str, str]:
    return FILES


@pytest.fixture
def boris() -> dict[str, object]:
    return json.loads(json.dumps(BORIS))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes a text or bytes under a name and reads it."""

    def run(content: str | bytes, name: str = "file", **options: object) -> Imported:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return finish(read_foreign(path, **options))

    return run
