"""A fresh study for each test."""

from pathlib import Path

import pytest

from tests.core.project.builders import new_study


@pytest.fixture
def study(tmp_path: Path):
    made = new_study(tmp_path)
    with made.study as opened:
        yield opened
