"""The verb that says what a foreign file holds."""

import argparse
import json
from pathlib import Path

import pytest

from core.commands import imports
from tests.core.imports.samples import FILES


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    imports.add_arguments(parser)
    return imports.run(parser.parse_args(words))


@pytest.mark.parametrize("name", sorted(FILES))
def test_every_kind_is_listed(tmp_path: Path, capsys, name):
    path = tmp_path / name
    path.write_bytes(FILES[name].encode())
    assert run(str(path)) == 0
    assert ": " in capsys.readouterr().out
    assert run(str(path), "--json") == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["tracks"][0]["file"] == name
