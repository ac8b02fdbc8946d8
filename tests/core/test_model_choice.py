"""Choosing a language model on the command line: what goes together, and what is said where it does not."""

import pytest

from core.__main__ import main
from core.by_model import LanguageModel, rule_of
from core.errors import UsageError
from core.export.document import analysis_json
from core.job_key import Asked, asked_in, job_key
from core.records.moment import Span
from tests.core.project.builders import analysis


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
