"""A small real Qwen2.5-VL reads a stretch of the sample: through the command, into a study, into the files.

Its weights are random, so its words mean nothing: what no rule can read is a failure with a reason, and no reading.
"""

import json

import jsonschema
import pytest

from core.__main__ import main
from core.assets import resource
from core.project.analyses import analyses, load_analysis
from core.project.opening import open_study
from core.records.account import Account
from tests.core.project.builders import PASSPHRASE, circumstances, new_study

SPAN = ["--from", "9.4", "--to", "10.3"]
CALL = ["--analyst", "videmo", "--engine", "transformers", "--device", "cpu", "--mode", "single", *SPAN]


@pytest.mark.slow
def test_the_untaught_model_reads_the_sample_into_a_study_and_its_files(sample_video, untaught_model, tmp_path):
    new_study(tmp_path).study.close()
    (tmp_path / "secret").write_text(PASSPHRASE)
    call = [
        "analyse",
        str(sample_video),
        "--study",
        str(tmp_path / "study.vemo"),
        "--model",
        str(untaught_model),
        *CALL,
    ]
    call += ["--passphrase-file", str(tmp_path / "secret"), "--out", str(tmp_path / "out"), "--no-pictures"]
    assert main(call) == 0
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()) as study:
        (row,) = analyses(study)
        found = load_analysis(study, row.id)
    assert row.source == "videmo"
    seen = [one for one in found.segments if one.assessable]
    assert seen
    for one in seen:
        assert isinstance(one.account, Account)
        assert (one.reading is None) == bool(one.failure)
        assert one.account.levels or one.failure
        for level in one.account.levels:
            assert len(level.candidates) == 1
            assert all(candidate.tokens > 0 for candidate in level.candidates)
    assert any(one.failure for one in seen), "nothing is made of words that mean nothing"
    engine = found.provenance.settings["engine"]
    assert (engine["engine"], engine["device"], engine["quantisation"]) == ("transformers", "cpu", "none")
    memory = found.provenance.settings["memory"]
    assert memory["expected_bytes"] > 1e8
    assert memory["used_bytes"] > 1e8
    plain = json.loads((tmp_path / "out" / "analysis.json").read_text(encoding="utf-8"))
    schema = json.loads(resource("schema/analysis.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(plain)
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "not read: " in report
    assert "was not measured with this program" in report
