"""The small taught model reads the sample: both engines of this computer, and llama.cpp's own server on loopback.

It was taught drawings, so what it says of a real face means nothing; that trees come of it is what is looked at.
"""

import json
from contextlib import ExitStack

import jsonschema
import pytest

from core.__main__ import main
from core.assets import resource
from tests.core.vlm.llama_server import llama_server

KEY = "s3cret"
CALL = ["--from", "0", "--to", "14", "--analyst", "videmo"]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["transformers", "llama_cpp", "server"])
def test_trees_come_out_of_every_engine(
    engine, sample_video, taught_model, taught_gguf, tmp_path, monkeypatch, capsys, caplog
):
    model, choice = taught_model if engine == "transformers" else taught_gguf, []
    with ExitStack() as stack:
        if engine == "server":
            monkeypatch.setenv("VIDEMO_SERVER_KEY", KEY)
            model = taught_gguf / "text.gguf"
            address = stack.enter_context(llama_server(model, taught_gguf / "mmproj.gguf", key=KEY))
            choice = ["--address", address]
        call = ["analyse", str(sample_video), *CALL, "--engine", engine, "--model", str(model), *choice]
        assert main([*call, "--out", str(tmp_path)]) == 0
    assert not [one for one in caplog.records if one.name == "asyncio"], "the connection is ended in order"
    found = json.loads((tmp_path / "analysis.json").read_text(encoding="utf-8"))
    schema = json.loads(resource("schema/analysis.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    seen = [one for one in found["segments"] if one["assessable"]]
    assert len(seen) >= 4
    read = [one for one in seen if not one["account"].get("failure")]
    assert len(read) >= len(seen) - 1
    for one in read:
        levels = one["account"]["levels"]
        assert [level["level"] for level in levels] == ["attribute", "expression", "emotion"]
        assert all(len(level["candidates"]) == 4 for level in levels)
        assert sum(one["emotion"]["signals"]["language model"].values()) == pytest.approx(1.0, abs=1e-3)
    clues = [node for one in read for node in one["tree"]["nodes"]]
    assert {node["level"] for node in clues} == {"attribute", "expression", "emotion"}
    assert {node["support"] for node in clues} >= {"supported", "contradicted"}, "held against the measurements"
    assert any(one["tree"]["edges"] for one in read)
    used = found["provenance"]["settings"]["engine"]
    assert (used["engine"], bool(used["address"])) == (engine, engine == "server")
    # What a server does otherwise is said, on the screen, in the file and in the report.
    report = (tmp_path / "report.html").read_text(encoding="utf-8")
    differs = "The server was shown single pictures without their times"
    for text in (capsys.readouterr().out, " ".join(found["notes"]), report):
        assert (differs in text) == (engine == "server")
    assert ("one by one and without their times" in report) == (engine == "server")
    assert any(node["text"].split(",")[0] in report for node in clues)
