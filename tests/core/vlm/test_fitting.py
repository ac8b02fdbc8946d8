"""What is said before anything is loaded: whether it fits, what would, and a refusal only where it certainly cannot."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.vlm import fitting
from core.vlm.backend import EngineError, Plan
from core.vlm.computer import Computer, this_computer
from core.vlm.fitting import fit_of, require, ways
from core.vlm.memory import estimate
from core.vlm.model_shape import shape_of
from tests.core.vlm.test_memory import LARGE, SMALL

ROOMY = Computer(int(60e9), main_total=int(64e9))
BUSY = Computer(int(7e9), main_total=int(64e9))
LITTLE = Computer(int(7e9), main_total=int(8e9))


@pytest.fixture(autouse=True)
def both_engines(monkeypatch):
    monkeypatch.setattr(fitting, "engines_here", lambda: ("transformers", "llama_cpp"))


def folder(tmp_path: Path, name: str, config: dict) -> Path:
    place = tmp_path / name
    place.mkdir()
    (place / "config.json").write_text(json.dumps(config))
    return place


@pytest.fixture
def large(tmp_path) -> Path:
    return folder(tmp_path, "7B", LARGE)


@pytest.fixture
def small(tmp_path) -> Path:
    return folder(tmp_path, "3B", SMALL)


def test_what_fits_is_said_with_what_it_needs_and_nothing_else_is_proposed(large):
    fit = fit_of(Plan("transformers", large, most_candidates=1), ROOMY, frames=16)
    assert (fit.chosen.verdict, fit.hopeless, fit.instead) == ("fits", False, None)
    assert "of 60.0 GB of main memory" in fit.sentence
    require(fit)


def test_a_memory_in_use_warns_and_names_what_fits_of_the_same_model(large, small):
    plan = Plan("transformers", large, most_candidates=2)
    fit = fit_of(plan, BUSY, frames=16, others=(small, large))
    assert fit.chosen.verdict == "does not fit"
    assert not fit.hopeless, "other programs can be closed"
    require(fit)
    small_ways = fit_of(plan, Computer(int(14e9)), frames=16).instead
    assert (Path(small_ways.plan.model), small_ways.plan.engine) == (large, "llama_cpp")
    assert small_ways.to_quantise
    assert small_ways.plan.most_candidates == 2
    assert Path(fit.instead.plan.model) == small, "nothing of the large one fits"
    assert fit.instead.sentence in fit.sentence


def test_what_cannot_fit_is_refused_before_it_is_loaded(large, small):
    fit = fit_of(Plan("transformers", large), LITTLE, frames=16, others=(small,))
    assert fit.hopeless
    with pytest.raises(EngineError, match="too little memory") as failure:
        require(fit)
    assert "3B, llama_cpp q8_0 on cpu, 16 pictures" in failure.value.remedy
    nothing = fit_of(Plan("transformers", large), Computer(int(1e9), main_total=int(2e9)), frames=16)
    with pytest.raises(EngineError) as failure:
        require(nothing)
    assert "smaller model" in failure.value.remedy


def test_a_card_that_is_too_small_is_refused_by_its_own_memory(large):
    card = Computer(int(60e9), int(7e9), "cuda", int(64e9), int(8e9))
    plan = Plan("transformers", large, device="cuda", most_candidates=1)
    fit = fit_of(plan, card, frames=16)
    assert fit.hopeless
    assert [one.memory for one in fit.chosen.demands] == ["main", "device"]
    assert not fit_of(replace(plan, quantisation="nf4"), card, frames=16).hopeless


def test_a_quantised_file_is_judged_as_it_is_and_never_by_pages_the_system_can_drop(tmp_path, monkeypatch, small):
    shape = replace(shape_of(small), folder=tmp_path, file_bytes=int(3.5e9), file_quantisation="q4_k_m")
    monkeypatch.setattr(fitting, "shape_of", lambda _: shape)
    plan = Plan("llama_cpp", tmp_path / "text.gguf", most_candidates=1)
    (tmp_path / "text.gguf").touch()
    fit = fit_of(plan, Computer(int(3.8e9), main_total=int(4e9)), frames=16)
    assert fit.chosen.plan.quantisation == "q4_k_m"
    assert fit.chosen.verdict == "does not fit"
    assert fit.chosen.estimate.weights > 4e9
    assert not fit.hopeless


@pytest.mark.parametrize(
    "plan",
    [Plan("server", "http://localhost:1/v1"), Plan("scripted", Path("x.json")), Plan("transformers", Path("no"))],
)
def test_what_cannot_be_told_is_not_told(plan):
    assert fit_of(plan, ROOMY, frames=16) is None
    require(None)


def test_the_ways_of_a_model_are_each_named_once_with_the_most_pictures_that_fit(large):
    found = ways(large, Computer(int(20e9)))
    how = [(one.plan.engine, one.plan.quantisation) for one in found]
    assert sorted(how) == sorted(set(how))
    assert {"none", "q8_0", "q5_k_m", "q4_k_m"} == {one.plan.quantisation for one in found}
    assert all(one.frames == 16 for one in found if one.verdict == "fits")
    best = found[0]
    assert best.estimate == estimate(shape_of(large), best.plan, frames=16)


@pytest.mark.skipif(os.name == "nt", reason="a program in sh")
@pytest.mark.parametrize(
    ("says", "free", "total"), [("7821, 8192", 7821 * 2**20, 8192 * 2**20), ("[N/A], [N/A]", None, None)]
)
def test_the_card_s_memory_comes_from_its_driver(tmp_path, monkeypatch, says, free, total):
    driver = tmp_path / "nvidia-smi"
    driver.write_text(f"#!/bin/sh\necho '{says}'\n")
    driver.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("core.vlm.computer.metadata.version", lambda _: "2.9.0")
    found = this_computer()
    assert (found.kind, found.device, found.device_total) == ("cuda", free, total)
    assert 0 < found.main < found.main_total


def test_torch_is_not_loaded_for_that():
    code = "import sys; from core.vlm.computer import this_computer; this_computer(); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
