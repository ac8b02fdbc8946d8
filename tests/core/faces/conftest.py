"""The face model, opened once, and face passes over real clips that several tests look at."""

from functools import cache
from pathlib import Path

import pytest

from core.faces.face_pass import face_pass
from core.faces.landmarker import FaceModel
from core.faces.stretch import Sampling
from core.footage.reader import probe
from core.progress import finish
from core.records.measurement import FacePass


@pytest.fixture(scope="session")
def model(face_model):
    with FaceModel(face_model) as opened:
        yield opened


@pytest.fixture(scope="session")
def passed(face_model):
    """Runs the face pass over a file, once per file and rate."""

    @cache
    def run(path: Path, rate_hz: float = 10.0) -> FacePass:
        return finish(face_pass(probe(path), model=face_model, sampling=Sampling(rate_hz), workers=2))

    return run
