"""Real recordings analysed once for all flows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.pipeline import Outcome, Request, analyse
from core.progress import finish


@pytest.fixture(scope="session", autouse=True)
def models_here(face_model, expression_model) -> tuple[Path, Path]:
    """Every flow needs the real models; without them it fails with the command that fetches them."""
    return face_model, expression_model


@pytest.fixture(scope="session")
def analysed(tmp_path_factory) -> Callable[[Path], Outcome]:
    """Analyses a recording with the default settings; each recording once."""
    done: dict[Path, Outcome] = {}

    def run(video: Path) -> Outcome:
        if video not in done:
            done[video] = finish(analyse(Request(video, tmp_path_factory.mktemp("analysed"))))
        return done[video]

    return run
