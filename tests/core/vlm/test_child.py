"""An engine in a process of its own: real processes, real signals. The engine inside replays, to start fast."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import numpy as np
import psutil
import pytest

from core.progress import finish
from core.vlm.backend import Clip, EngineError, Plan, PromptTooLongError, Sampling, Turn
from core.vlm.child import load_apart
from core.vlm.engines import load_here, open_engine
from core.vlm.recorded import FORMAT

ROOT = Path(__file__).resolve().parents[3]
RULE = Sampling(temperature=0.0, most_tokens=4000)
ASKED = (Turn("system", "S"), Turn("user", "What is displayed?"))
LONG = tuple(f"word{number} " for number in range(3000))


@pytest.fixture
def plan(tmp_path) -> Plan:
    """Two recorded answers, one of them long."""

    def said(*pieces: str) -> dict:
        scores = [-0.25] * (len(pieces) + 1)
        return {"pieces": pieces, "text": "".join(pieces), "ids": [], "log_probabilities": scores, "ended": True}

    about = {
        **{"engine": "transformers", "model": "tiny", "digest": "", "quantisation": "none", "device": "cpu"},
        **{"precision": "fp32", "adapter": "", "libraries": {"torch": "2"}, "context_tokens": 5000, "scores": True},
    }
    first = {
        **{"turns": [["system", "S"], ["user", "What is displayed?"]], "clip": "", "tokens": 30},
        "draws": [{"rule": asdict(RULE), "replies": [said("B"), said(*LONG)]}],
        "scores": {"A": -3.0, "B": -0.05},
    }
    second = {"turns": [["user", "Why?"]], "clip": "", "tokens": 9000, "draws": [], "scores": {}}
    path = tmp_path / "replies.json"
    document = {"format": FORMAT, "match": "question", "about": about, "conversations": [first, second]}
    path.write_text(json.dumps(document))
    return Plan("scripted", path)


@pytest.fixture
def apart(plan):
    with closing(finish(load_apart(plan, load_here, silence_s=2.0))) as engine:
        yield engine


def clip() -> Clip:
    frames = np.random.default_rng(1).integers(0, 255, (4, 56, 84, 3), np.uint8)
    return Clip(frames, 1.0)


def drawn(sampling) -> tuple[list, tuple]:
    tokens = []
    while True:
        try:
            tokens.append(next(sampling))
        except StopIteration as end:
            return tokens, end.value


def gone(process: int) -> bool:
    deadline = time.monotonic() + 10
    while psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_it_answers_as_the_engine_itself_does(apart, plan):
    with closing(finish(load_here(plan))) as here:
        assert apart.about == here.about
        contexts = [engine.prefill(ASKED, clip=engine.encode(clip())) for engine in (apart, here)]
        assert contexts[0].tokens == contexts[1].tokens == 30
        both = [drawn(e.sample(c, count=2, rule=RULE)) for e, c in zip((apart, here), contexts, strict=True)]
        assert both[0] == both[1]
        assert both[0][1][1].text == "".join(LONG)
        np.testing.assert_array_equal(apart.score(contexts[0], ["B", "A"]), [-0.05, -3.0])
        ours, theirs = apart.usage(), here.usage()
        assert (ours.vision_passes, ours.prefills, ours.tokens_read, ours.tokens_drawn) == (
            *(theirs.vision_passes, theirs.prefills, theirs.tokens_read, theirs.tokens_drawn),
        )


def test_expected_failures_keep_their_kind_and_the_engine_answers_on(apart):
    context = apart.prefill(ASKED, clip=None)
    with pytest.raises(PromptTooLongError, match="9000 tokens"):
        apart.extend(context, reply=drawn(apart.sample(context, count=1, rule=RULE))[1][0], question="Why?")
    with pytest.raises(EngineError, match="No answer is recorded for: Never asked"):
        apart.prefill([Turn("user", "Never asked")], clip=None)
    assert drawn(apart.sample(apart.fork(context), count=1, rule=RULE))[1][0].text == "B"


def test_cancelling_stops_between_tokens(apart):
    context = apart.prefill(ASKED, clip=None)
    sampling = apart.sample(context, count=2, rule=RULE)
    assert [next(sampling).text for _ in range(3)] == ["B", "word0 ", "word1 "]
    sampling.close()
    assert apart.usage().tokens_drawn < len(LONG)
    assert drawn(apart.sample(context, count=1, rule=RULE))[1][0].text == "B"


@pytest.mark.parametrize(
    ("end", "said"), [(signal.SIGKILL, "as the system does when memory runs out"), (signal.SIGSEGV, "SIGSEGV")]
)
def test_a_crash_is_a_sentence_and_a_restart_goes_on(apart, end, said):
    context = apart.prefill(ASKED, clip=None)
    process = apart.process
    sampling = apart.sample(context, count=2, rule=RULE)
    next(sampling)
    os.kill(process, end)
    with pytest.raises(EngineError, match=said):
        drawn(sampling)
    assert not psutil.pid_exists(process), "a zombie is left"
    with pytest.raises(EngineError, match="not running"):
        apart.usage()
    finish(apart.restart())
    with pytest.raises(EngineError, match="started anew"):
        drawn(apart.sample(context, count=1, rule=RULE))
    assert drawn(apart.sample(apart.prefill(ASKED, clip=None), count=1, rule=RULE))[1][0].text == "B"


def test_a_hang_is_ended_after_its_silence(apart):
    context = apart.prefill(ASKED, clip=None)
    process = apart.process
    os.kill(process, signal.SIGSTOP)
    with pytest.raises(EngineError, match="said nothing for 2 s"):
        apart.score(context, ["A"])
    assert not psutil.pid_exists(process)
    finish(apart.restart())
    assert apart.prefill(ASKED, clip=None).tokens == 30


def test_a_failure_while_loading_is_the_engines_own(tmp_path):
    with pytest.raises(EngineError, match=r"nothing\.json cannot be read"):
        finish(load_apart(Plan("scripted", tmp_path / "nothing.json"), load_here))


def tells_its_threads(_plan):
    """A loader that says what GNU's OpenMP will read, and whether it has read it."""
    here = "libgomp" in Path("/proc/self/maps").read_text()
    raise EngineError(f"spins {os.environ['GOMP_SPINCOUNT']}, loaded {here}", remedy="None.")
    yield


@pytest.mark.skipif(sys.platform != "linux", reason="GNU's OpenMP, and /proc")
@pytest.mark.parametrize("chosen", [None, "77"])
def test_threads_are_told_to_give_up_the_processor_before_any_is_there(plan, chosen, monkeypatch):
    monkeypatch.delenv("GOMP_SPINCOUNT", raising=False)
    if chosen is not None:
        monkeypatch.setenv("GOMP_SPINCOUNT", chosen)
    with pytest.raises(EngineError, match=f"spins {chosen or '1000'}, loaded False"):
        finish(load_apart(plan, tells_its_threads))


def test_giving_up_while_loading_leaves_no_process(plan):
    loading = load_apart(plan, load_here)
    assert next(loading).stage == "starting the engine"
    children = multiprocessing.active_children()
    assert len(children) == 1
    process = children[0].pid
    loading.close()
    assert not psutil.pid_exists(process)


def test_closing_twice_and_calling_after_it(plan):
    engine = finish(load_apart(plan, load_here))
    process = engine.process
    engine.close()
    engine.close()
    assert not psutil.pid_exists(process)
    with pytest.raises(EngineError):
        engine.usage()


def test_the_child_ends_with_its_parent(plan):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(plan.model)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with parent, closing(parent.stdout):
        child = int(parent.stdout.readline())
        assert psutil.pid_exists(child)
        parent.kill()
        parent.wait()
        assert gone(child)


def test_only_what_can_crash_gets_a_process(plan):
    with closing(finish(open_engine(plan))) as engine:
        assert not hasattr(engine, "process")


PARENT = """
import sys, time
from core.progress import finish
from core.vlm.backend import Plan
from core.vlm.child import load_apart
from core.vlm.engines import load_here

if __name__ == "__main__":
    engine = finish(load_apart(Plan("scripted", sys.argv[1]), load_here))
    print(engine.process, flush=True)
    time.sleep(60)
"""
