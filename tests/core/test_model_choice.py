"""Choosing a language model on the command line: what goes together, and what is said where it does not."""

import json

import pytest

from core.__main__ import main
from core.by_model import LanguageModel, rule_of
from core.errors import UsageError
from core.export.document import analysis_json
from core.job_key import Asked, asked_in, job_key
from core.records.moment import Span
from core.vlm.computer import Computer
from tests.core.project.builders import analysis
from tests.core.vlm.test_memory import LARGE


@pytest.mark.parametrize(
    ("words", "problem", "remedy"),
    [
        (["--analyst", "videmo"], "Which language model", "--analyst measured"),
        (["--analyst", "videmo", "--model", "no-such"], "not on this computer", "--analyst measured"),
        (["--model", "x"], "--model is about a language model", "--analyst videmo"),
        (["--candidates", "4"], "--candidates is about a language model", "--analyst videmo"),
        (["--analyst", "videmo", "--model", "x", "--engine", "server"], "needs the server's address", "--address"),
        (["--analyst", "videmo", "--model", "x", "--address", "nowhere"], "not the address", "http"),
    ],
)
def test_what_does_not_go_together_is_a_sentence_and_nothing_is_read_instead(
    words, problem, remedy, sample_video, tmp_path, capsys
):
    assert main(["analyse", str(sample_video), "--to", "1", "--out", str(tmp_path / "out"), *words]) == 2
    said = capsys.readouterr().err
    assert problem in said
    assert remedy in said
    assert not list(tmp_path.rglob("analysis.json"))


@pytest.mark.parametrize("words", [["--candidates", "3"], ["--quant", "q2"], ["--mode", "all"], ["--frames", "x"]])
def test_choices_are_those_that_exist(words, sample_video, tmp_path, capsys):
    call = ["analyse", str(sample_video), "--out", str(tmp_path), "--analyst", "videmo", "--model", "x"]
    assert main([*call, *words]) == 2
    assert "invalid choice" in capsys.readouterr().err


def test_choices_become_the_analysts_rule():
    rule = rule_of(LanguageModel("m", candidates=8, mode="levels", frames="corrected"))
    assert (rule.search.candidates, rule.search.mode, rule.vision.variant) == (8, "levels", "corrected")
    with pytest.raises(UsageError):
        rule_of(LanguageModel("m", candidates=0))


def test_a_job_remembers_what_was_asked():
    model = LanguageModel("m", engine="llama_cpp", quantisation="q4_k_m", adapter="a/b", candidates=8)
    asked = Asked(1.5, None, 2, every_frame=True, model=model)
    whole = analysis()
    key = job_key(asked, sha256="ab", span=Span.between(1.5, 9), record=whole.provenance)
    assert asked_in(key) == asked
    other = job_key(asked, sha256="cd", span=Span.between(1.5, 9), record=whole.provenance)
    assert key != other
    assert asked_in("no key of ours") is None
    assert asked_in('{"video": "written before choices were noted"}') is None


def test_a_measured_analysis_says_nothing_of_language_models():
    assert b"account" not in analysis_json(analysis())


@pytest.fixture
def large(tmp_path):
    """A folder that says how large its model is, and holds no weights."""
    place = tmp_path / "large"
    place.mkdir()
    (place / "config.json").write_text(json.dumps(LARGE))
    return place


def calls(sample_video, large, tmp_path):
    model = ["--model", str(large), "--device", "cpu"]
    analyse = ["analyse", str(sample_video), "--to", "1", "--out", str(tmp_path / "out"), "--analyst", "videmo", *model]
    return analyse, ["ask", str(sample_video), "--task", "emotion-7", *model]


@pytest.mark.parametrize("verb", [0, 1])
def test_what_cannot_fit_is_refused_before_anything_is_loaded(verb, sample_video, large, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("VIDEMO_HOME", str(tmp_path / "home"))  # no model of the user's may be proposed
    monkeypatch.setattr("core.by_model.this_computer", lambda: Computer(int(7e9), main_total=int(8e9)))
    monkeypatch.setattr("core.by_model.open_engine", lambda _: pytest.fail("it was loaded"))
    monkeypatch.setattr("core.asking.open_engine", lambda _: pytest.fail("it was loaded"))
    assert main(calls(sample_video, large, tmp_path)[verb]) == 2
    said = capsys.readouterr().err
    assert "This computer has too little memory: large, transformers on cpu, 16 pictures" in said
    assert "of 7.0 GB of main memory" in said
    assert "Close other programs, or take a smaller model." in said


@pytest.mark.parametrize("verb", [0, 1])
def test_what_may_not_fit_is_said_first_and_tried(verb, sample_video, large, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("core.by_model.this_computer", lambda: Computer(int(13e9), main_total=int(64e9)))
    assert main(calls(sample_video, large, tmp_path)[verb]) == 2, "it has no weights"
    said = capsys.readouterr().err
    assert "Memory may be short: large, transformers on cpu" in said
    assert "What would fit: large, llama_cpp q8_0 on cpu" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("count", [0, 2, 17])
def test_so_many_pictures_are_not_shown(count):
    with pytest.raises(UsageError, match="4 to 16 pictures"):
        rule_of(LanguageModel("m", pictures=count))
