"""`videmo check --model`: a small taught model reads one segment of the sample, and what is told of it."""

import json
import re

import pytest

from core.__main__ import main


def told(capsys, *words):
    code = main(["check", "--json", *words])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["transformers", "llama_cpp"])
def test_a_model_that_is_here_is_timed(engine, sample_video, taught_model, taught_gguf, capsys):
    place = taught_model if engine == "transformers" else taught_gguf
    choice = ["--engine", engine, "--device", "cpu", "--mode", "levels"]
    code, looks = told(capsys, "--video", str(sample_video), "--model", str(place), *choice)
    assert code == 0
    own = [look for look in looks if look["text"].startswith(f"model {place.name} ({engine} on cpu)")]
    assert [look["what"] for look in own] == ["trial", "hour", "memory"]
    assert re.search(r"loaded in [\d.]+ s, first token after [\d.]+ s, then [\d.]+ a second", own[0]["text"])
    # The rule is told with its figures, and they give the figure.
    minutes = int(re.search(r"(\d+) minutes for an hour", own[1]["text"])[1])
    segments, seconds = re.search(r"(\d+) segments.*: ([\d.]+) s for one", own[1]["remedy"][0]).groups()
    assert minutes == pytest.approx(int(segments) * float(seconds) / 60, rel=0.1, abs=1.5)
    assert "mode levels" in own[1]["remedy"][0]
    assert re.search(r"GB of main memory were used, [\d.]+ GB were expected", own[2]["text"])


@pytest.mark.slow
def test_a_model_that_reads_nothing_gives_no_time_for_an_hour(sample_video, untaught_model, capsys):
    choice = ["--model", str(untaught_model), "--device", "cpu", "--mode", "single"]
    code, looks = told(capsys, "--video", str(sample_video), *choice)
    assert code == 1
    (hour,) = (look for look in looks if look["what"] == "hour" and untaught_model.name in look["text"])
    assert not hour["fine"]
    assert "minutes" not in hour["text"]
    assert hour["remedy"][0].startswith(("The model's answer", "Nothing could be read"))


@pytest.mark.parametrize(
    ("words", "problem"), [(["--model", "no-such"], "not on this computer"), (["--engine", "llama_cpp"], "--model")]
)
def test_what_cannot_be_tried_is_said_before_anything_is_timed(words, problem, capsys):
    assert main(["check", *words]) == 2
    caught = capsys.readouterr()
    assert problem in caught.err
    assert not caught.out
