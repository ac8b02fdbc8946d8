"""The search on a real small model: pictures are read once, nonsense is a failure, and a recording gives the same."""

import pytest

from core.progress import finish
from core.reasoning.search import SearchRule, read_clip
from core.records.moment import Span
from core.vlm.backend import Plan, Sampling
from core.vlm.recorder import Recorder
from core.vlm.scripted import load as load_recorded
from core.vlm.transformers_ import load as load_model
from tests.core.vlm.contract import face
from tests.tiny.build import build

torch = pytest.importorskip("torch")
SPAN = Span.between(2.0, 4.0)
RULE = SearchRule(candidates=4, sampling=Sampling(most_tokens=12))


def opened(folder):
    return finish(load_model(Plan("transformers", folder, precision="fp32", context_tokens=4096)))


def read(backend):
    return finish(read_clip(backend, face(), span=SPAN, prefix="s1", rule=RULE, check=lambda tree: tree))


def test_a_model_that_talks_nonsense_fails_with_a_reason_and_so_does_its_recording(tmp_path):
    path = tmp_path / "replies.json"
    engine = opened(build(tmp_path / "untaught"))
    recorder = Recorder(engine, path)
    try:
        found = read(recorder)
        usage = engine.usage()
    finally:
        recorder.close()
    assert found.account.failure
    assert found.reading is None
    assert not found.tree.clues
    assert (usage.vision_passes, usage.prefills) == (1, 1)
    again = finish(load_recorded(Plan("scripted", path)))
    try:
        assert read(again) == found
    finally:
        again.close()
