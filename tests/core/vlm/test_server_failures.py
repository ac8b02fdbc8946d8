"""What a server can do wrong, each over a real connection on this computer, and the sentence that comes of it."""

import base64
import io
import json
import logging
from contextlib import closing

import numpy as np
import pytest
from PIL import Image

from core.progress import finish
from core.vlm.backend import Clip, EngineError, Plan, PromptTooLongError, Reply, Sampling, Turn
from core.vlm.server import connect
from core.vlm.server_address import address_of, is_here, server_key, warning
from core.vlm.server_link import BusyError, Limits, RefusedError
from tests.core.vlm import rude_server as at
from tests.core.vlm.rude_server import piece, rude

QUICK = Limits(connect_s=1.0, silence_s=0.5, tries=3, pause_s=0.01)
ASKED = (Turn("system", "S"), Turn("user", "What is displayed?"))
RULE = Sampling(most_tokens=8, seed=3)
POLITE = at.streamed(piece(""), piece("B"), piece("F"), piece("", finish="stop"), "[DONE]")
FRAMES = np.random.default_rng(1).integers(0, 255, (4, 28, 56, 3), np.uint8)


def opened(server, *, key: str = "", ready_s: float = 0.2, name: str = ""):
    plan = Plan("server", server.address, device="remote", model_name=name)
    return closing(finish(connect(plan, key=key, limits=QUICK, ready_s=ready_s)))


def drawn(engine, *, count: int = 1, rule: Sampling = RULE) -> tuple[list[str], tuple[Reply, ...]]:
    sampling, words = engine.sample(engine.prefill(ASKED, clip=None), count=count, rule=rule), []
    while True:
        try:
            words.append(next(sampling).text)
        except StopIteration as end:
            return words, end.value


def test_nothing_listens():
    with rude(POLITE) as server:
        address = server.address
    with pytest.raises(EngineError, match=r"127\.0\.0\.1:\d+ cannot be reached"):
        finish(connect(Plan("server", address), key="", limits=QUICK))


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key(status):
    with rude(POLITE) as server:
        server.listing = at.refusing(status, "Invalid API Key")
        with (
            pytest.raises(EngineError, match=f"refuses the key \\({status}\\).*VIDEMO_SERVER_KEY"),
            opened(server),
        ):
            pass
        assert len(server.seen) == 1


@pytest.mark.parametrize(("names", "wanted"), [(("a", "b"), ""), (("a",), "videmo")])
def test_a_model_that_is_not_served(names, wanted):
    with rude(POLITE) as server:
        server.listing = at.listing(*names)
        with pytest.raises(EngineError, match=f"It names: {', '.join(names)}"), opened(server, name=wanted):
            pass


def test_a_server_that_loads_is_waited_for():
    with rude(POLITE) as server:
        server.polite = at.refusing(503, "Loading model")
        plan = Plan("server", server.address)
        loading = connect(plan, key="", limits=QUICK, ready_s=30)
        steps = [next(loading).stage, next(loading).stage]
        server.polite = at.whole("B", top=True)
        with closing(finish(loading)) as engine:
            assert drawn(engine)[0] == ["B", "F"]
        assert [step.split()[0] for step in steps] == ["asking", "waiting"]
        server.polite = at.refusing(503, "Loading model")
        with pytest.raises(BusyError, match="503: Loading model"), opened(server):
            pass


@pytest.mark.parametrize("first", [at.refusing(500), at.refusing(429), at.hanging_up])
def test_a_failure_before_the_answer_is_asked_again(first):
    with rude(first, first, POLITE) as server, opened(server) as engine:
        assert drawn(engine) == (["B", "F"], (Reply("BF", (), (-0.1, -0.1), ended=True),))
        assert len(server.asked()) == 3


@pytest.mark.parametrize(
    ("answer", "kind", "said"),
    [
        (at.refusing(500, "out of cheese"), BusyError, "fails \\(500: out of cheese\\)"),
        (at.refusing(400, "no such thing"), RefusedError, "refuses the request \\(400: no such thing\\)"),
        (at.refusing(400, "This model's maximum context length is 40 tokens"), PromptTooLongError, "longer than"),
        (at.refusing(302, "", Location="http://127.0.0.1:9/"), EngineError, "points elsewhere \\(302\\)"),
        (at.hanging_up, EngineError, "broke off"),
        (at.silent(2.0), EngineError, "has not answered for 0 s"),
        (at.streamed(), EngineError, "broke off in the middle"),
        (at.streamed(piece("B")), EngineError, "broke off in the middle"),
        (at.streamed(piece("B"), "[DONE]"), EngineError, "broke off in the middle"),
        (at.streamed(piece("B"), {"error": {"message": "GPU lost"}}), EngineError, "reports a failure \\(GPU lost\\)"),
        (at.streamed([1, 2]), EngineError, r"no sense \(no object: \[1, 2\]\)"),
        (at.streamed({"answer": "B"}), EngineError, "no sense"),
        (at.streamed({"choices": [{"index": 0}]}), EngineError, "no sense"),
        (at.streamed({"choices": [{"delta": {"content": 7}}]}), EngineError, "no sense"),
        (at.streamed({"choices": 3}), EngineError, "no sense"),
        (at.endless(b"data: {}{}\n"), EngineError, "no sense"),
        (at.endless(b"x" * 4096), EngineError, "a line without an end"),
        (at.endless(b": still there\n\n"), EngineError, "has not answered for 0 s"),
        (at.endless(b"data: " + json.dumps(piece("")).encode() + b"\n\n"), EngineError, "broke off in the middle"),
    ],
)
def test_a_bad_answer_is_a_sentence_and_the_engine_answers_on(answer, kind, said):
    with rude(answer) as server, opened(server) as engine:
        with pytest.raises(kind, match=said) as told:
            drawn(engine)
        assert type(told.value) is kind
        server.rudenesses = [POLITE]
        assert drawn(engine)[1][0].text == "BF"


@pytest.mark.parametrize(
    "answer",
    [
        at.saying(b"<html>proxy</html>"),
        at.saying(b"[]"),
        at.saying(b"{}"),
        at.saying(b'{"choices": [{"message": {}, "logprobs": {"content": [{"token": "B", "logprob": 7}]}}]}'),
        at.saying(b'{"choices": [{"message": {}, "logprobs": {"content": [{"token": "B", "logprob": NaN}]}}]}'),
    ],
)
def test_nonsense_for_a_whole_answer(answer):
    with rude(POLITE) as server, opened(server) as engine:
        server.polite = answer
        with pytest.raises(EngineError, match="makes no sense"):
            engine.prefill(ASKED, clip=None)
        server.polite = at.saying(b'{"choices": []}')
        with pytest.raises(EngineError, match="gives no answer"):
            engine.prefill(ASKED, clip=None)


def test_a_body_without_an_end_is_given_up():
    with rude(POLITE) as server, opened(server) as engine:
        server.polite = at.endless(b"[" * 65536)
        with pytest.raises(EngineError, match="an answer without an end"):
            engine.prefill(ASKED, clip=None)
        assert server.closed.wait(5)


def test_an_answer_that_never_ends_is_cut_off():
    with rude(at.endless(b"data: " + json.dumps(piece("x")).encode() + b"\n\n")) as server, opened(server) as engine:
        words, (reply,) = drawn(engine)
        assert words == ["x"] * 8
        assert (reply.text, len(reply.log_probabilities), reply.ended) == ("x" * 8, 8, False)
        assert server.closed.wait(5), "the stream was left open"


def test_giving_up_closes_the_connection_at_once():
    with rude(at.endless(b"data: " + json.dumps(piece("x")).encode() + b"\n\n")) as server, opened(server) as engine:
        sampling = engine.sample(engine.prefill(ASKED, clip=None), count=1, rule=Sampling(most_tokens=10**6))
        assert next(sampling).text == "x"
        sampling.close()
        assert server.closed.wait(5)
        server.rudenesses = [POLITE]
        assert drawn(engine)[1][0].text == "BF"


def test_an_empty_answer_is_an_answer():
    with rude(at.streamed(piece("", finish="stop"), "[DONE]")) as server, opened(server) as engine:
        assert drawn(engine) == ([], (Reply("", (), (), ended=True),))


@pytest.mark.parametrize("alone", [POLITE, at.refusing(400, "n must be 1")])
def test_a_server_without_n_is_asked_side_by_side_with_the_same_seeds(alone):
    with rude(alone, POLITE) as server, opened(server) as engine:
        assert [reply.text for reply in drawn(engine, count=3)[1]] == ["BF"] * 3
        first, *others = server.asked()
        assert first["n"] == 3
        assert not any("n" in body for body in others)
        wanted = {first["seed"], first["seed"] + 1, first["seed"] + 2}
        assert {body["seed"] for body in server.asked()} == wanted
        before = len(server.asked())
        assert len(drawn(engine, count=2)[1]) == 2
        assert [body.get("n") for body in server.asked()[before:]] == [None, None], "it was known by now"
        assert {body["seed"] for body in server.asked()[before:]} < wanted


def test_a_server_with_n_is_asked_once():
    both = [piece("B", place=1), piece("A"), piece("", finish="stop"), piece("F", place=1)]
    with rude(at.streamed(*both, piece("", place=1, finish="length"), "[DONE]")) as server, opened(server) as engine:
        assert [(reply.text, reply.ended) for reply in drawn(engine, count=2)[1]] == [("A", True), ("BF", False)]
        assert len(server.asked()) == 1


def test_what_a_server_does_not_tell_is_left_out():
    with rude(at.streamed(piece("B", told=False), piece("", finish="stop"), "[DONE]")) as server:
        server.polite = at.whole("B", top=False)
        with opened(server) as engine:
            assert not engine.about.scores
            assert drawn(engine)[1] == (Reply("B", (), (), ended=True),)
            with pytest.raises(EngineError, match="tells no log-probabilities"):
                engine.score(engine.prefill(ASKED, clip=None), ["A", "B"])
            assert not any("logprobs" in body for body in server.asked())


def test_closed_answers_are_scored_by_their_first_tokens():
    with rude(POLITE) as server, opened(server) as engine:
        context = engine.prefill(ASKED, clip=None)
        np.testing.assert_array_equal(engine.score(context, ["A", "B", "Happy"]), [-2.5, -0.1, -6.0])
        # An answer that is not listed can have the least listed at most, here 0.2 % of the rest.
        np.testing.assert_array_equal(engine.score(context, ["A", "B", "Sad"]), [-2.5, -0.1, -6.0])
        with pytest.raises(EngineError, match="too few of the answers"):
            engine.score(context, ["Sad", "Happy"])
        with pytest.raises(EngineError, match="begin with the same token"):
            engine.score(context, ["B", "Bad"])


def test_pictures_are_sent_without_loss_and_counted_as_often_as_sent():
    with rude(POLITE) as server, opened(server) as engine:
        encoded = engine.encode(Clip(FRAMES, 1.0))
        assert encoded.tokens == 4 * 1 * 2
        context = engine.prefill(ASKED, clip=encoded)
        engine.extend(engine.fork(context), reply=Reply("B", (), (), ended=True), question="Why?")
        usage = engine.usage()
        assert (usage.vision_passes, usage.prefills, usage.tokens_read) == (2, 2, 80)
        content = server.seen[-2][2]["messages"][1]["content"]
        assert [part["type"] for part in content] == ["image_url"] * 4 + ["text"]
        assert [turn["role"] for turn in server.seen[-1][2]["messages"]] == ["system", "user", "assistant", "user"]
        for part, frame in zip(content, FRAMES, strict=False):
            np.testing.assert_array_equal(seen(part["image_url"]["url"]), frame)


def seen(uri: str) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(uri.removeprefix("data:image/png;base64,")))))


def test_the_key_is_a_header_and_nowhere_else(caplog):
    caplog.set_level(logging.DEBUG)
    with rude(at.refusing(400, "no")) as server, opened(server, key="s3cret-key") as engine:
        with pytest.raises(EngineError) as told:
            drawn(engine)
        assert {headers["Authorization"] for _, headers, _ in server.seen} == {"Bearer s3cret-key"}
        said = f"{engine.about} {told.value} {engine!r} {vars(engine)} {caplog.text}"
        assert "127.0.0.1" in said
        assert "s3cret" not in said


def test_the_key_comes_from_the_environment_or_a_file(monkeypatch, tmp_path):
    monkeypatch.delenv("VIDEMO_SERVER_KEY", raising=False)
    monkeypatch.delenv("VIDEMO_SERVER_KEY_FILE", raising=False)
    assert server_key() == ""
    monkeypatch.setenv("VIDEMO_SERVER_KEY", "one")
    assert server_key() == "one"
    (tmp_path / "key").write_text("two\n")
    monkeypatch.setenv("VIDEMO_SERVER_KEY_FILE", str(tmp_path / "key"))
    assert server_key() == "two"
    monkeypatch.setenv("VIDEMO_SERVER_KEY_FILE", str(tmp_path / "none"))
    with pytest.raises(EngineError, match="cannot be read"):
        server_key()
    monkeypatch.setenv("VIDEMO_SERVER_KEY_FILE", "")
    monkeypatch.setenv("VIDEMO_SERVER_KEY", "one\nInjected: header")
    with pytest.raises(EngineError, match="not one plain word"):
        server_key()


@pytest.mark.parametrize(
    ("text", "address", "here", "warned"),
    [
        ("http://localhost:8080", "http://localhost:8080/v1", True, False),
        ("http://127.0.0.1:8000/v1/", "http://127.0.0.1:8000/v1", True, False),
        ("http://[::1]:80/v1", "http://[::1]:80/v1", True, False),
        ("https://gpu.lab/openai/v1", "https://gpu.lab/openai/v1", False, False),
        ("http://gpu.lab:8000", "http://gpu.lab:8000/v1", False, True),
        ("http://10.0.0.7", "http://10.0.0.7/v1", False, True),
        ("http://localhost.evil.example/v1", "http://localhost.evil.example/v1", False, True),
    ],
)
def test_addresses(text, address, here, warned):
    assert address_of(text) == address
    assert is_here(text) is here
    assert bool(warning(text)) is warned


@pytest.mark.parametrize(
    "text",
    ["", "gpu.lab", "ftp://gpu.lab", "file:///etc/passwd", "http://", "https://me:key@gpu.lab/v1", "http://a?k=1"],
)
def test_what_is_no_address_of_a_server(text):
    with pytest.raises(EngineError, match="is not the address"):
        address_of(text)
