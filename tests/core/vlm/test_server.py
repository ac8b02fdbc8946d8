"""The engine `server` against llama.cpp's own server, with the small model, over a real connection on this computer."""

from contextlib import closing

import numpy as np
import pytest

from core.progress import finish
from core.vlm.backend import EngineError, Plan, Reply, Sampling
from core.vlm.engines import open_engine
from core.vlm.model_shape import shape_of
from core.vlm.recorder import Recorder
from tests.core.vlm.contract import GREEDY, LABELS, QUESTION, RANDOM, Contract, drawn, face, texts
from tests.core.vlm.llama_server import llama_server

KEY = "s3cret"


@pytest.fixture(scope="module")
def address(untaught_gguf):
    with llama_server(untaught_gguf / "text.gguf", untaught_gguf / "mmproj.gguf", key=KEY) as address:
        yield address


@pytest.fixture(scope="module")
def load(address):
    def loaded():
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("VIDEMO_SERVER_KEY", KEY)
            plan = Plan("server", address, device="remote", context_tokens=2048, most_candidates=4)
            return finish(open_engine(plan))

    return loaded


class TestServer(Contract):
    """As every engine; what a server cannot promise is said instead."""

    @pytest.fixture(scope="class")
    @classmethod
    def load(cls, load):
        return load

    def test_it_tells_what_it_is(self, engine):
        about = engine.about
        assert (about.engine, about.device, about.scores) == ("server", "remote", True)
        assert about.model.startswith("text") or "text.gguf at 127.0.0.1:" in about.model
        assert about.libraries == {"server": "llamacpp"}
        assert KEY not in str(about)
        assert engine.usage().seconds["load"] > 0

    def test_what_is_told_token_by_token_is_the_reply(self, engine, context):
        tokens, replies = drawn(engine, context, count=3, rule=RANDOM)
        for number, reply in enumerate(replies):
            assert "".join(token.text for token in tokens if token.answer == number) == reply.text
            assert len(reply.ids) == len(reply.log_probabilities) <= RANDOM.most_tokens, "it leaves out the end"
            assert max(reply.log_probabilities) <= 0.0

    def test_a_search_looks_once_and_reads_the_clip_once(self, engine):
        """The server keeps what it has read: only the first question is read from the start."""
        before = engine.usage()
        held = [engine.prefill(QUESTION, clip=engine.encode(face(seed=2)))]
        reply = drawn(engine, held[0], count=1, rule=RANDOM)[1][0]
        held.append(engine.extend(held[0], reply=reply, question="Which emotion is displayed?"))
        after = engine.usage()
        assert after.vision_passes - before.vision_passes == after.prefills - before.prefills == 1
        assert held[0].tokens <= after.tokens_read - before.tokens_read < held[1].tokens + 100

    def test_given_answers_have_probabilities(self, engine, context):
        """Untaught, the model finds none of the letters likely, and the server lists a hundred of 152,000 tokens."""
        with pytest.raises(EngineError, match="too few of the answers"):
            engine.score(context, LABELS[:2])
        reply = drawn(engine, context, count=1, rule=Sampling(temperature=0.0, most_tokens=1))[1][0]
        assert engine.score(context, [reply.text])[0] == pytest.approx(reply.log_probabilities[0], abs=1e-4)


def test_a_wrong_key_is_refused_by_the_real_server(address, monkeypatch):
    monkeypatch.setenv("VIDEMO_SERVER_KEY", "another")
    with pytest.raises(EngineError, match="refuses the key"):
        finish(open_engine(Plan("server", address, device="remote")))


def test_what_it_said_is_recorded_and_replayed(load, tmp_path):
    """A scripted engine says again, to the token, what the server's model said."""
    path = tmp_path / "replies.json"

    def talk(engine):
        first = engine.prefill(QUESTION, clip=engine.encode(face()))
        told = drawn(engine, engine.fork(first), count=3, rule=RANDOM)
        further = engine.extend(first, reply=told[1][1], question="Why?")
        word = drawn(engine, first, count=1, rule=Sampling(temperature=0.0, most_tokens=1))[1][0].text
        scores = engine.score(first, [word])
        return sorted(told[0], key=lambda token: token.answer), told[1], texts(engine, further), scores, further.tokens

    with closing(Recorder(load(), path)) as recorder:
        said = talk(recorder)
    with closing(finish(open_engine(Plan("scripted", path)))) as engine:
        again = talk(engine)
        assert again[:3] == said[:3]
        np.testing.assert_array_equal(again[3], said[3])
        assert again[4] == said[4]
        assert engine.about.engine == "scripted"
        assert "127.0.0.1" in engine.about.model
        first = engine.prefill(QUESTION, clip=engine.encode(face()))
        assert texts(engine, first, count=2, rule=RANDOM) == [reply.text for reply in said[1][:2]]
        for refused in (
            lambda: texts(engine, first, count=4, rule=RANDOM),
            lambda: texts(engine, first, rule=GREEDY),
            lambda: engine.prefill(QUESTION, clip=engine.encode(face(seed=9))),
            lambda: engine.extend(first, reply=Reply("never said", (), (), ended=True), question="Why?"),
            lambda: engine.score(first, ["never asked"]),
        ):
            with pytest.raises(EngineError, match="recorded"):
                refused()


def test_the_heads_of_gguf_files_tell_the_same_sizes_as_the_description(untaught_gguf, untaught_model):
    of_files, of_folder = shape_of(untaught_gguf), shape_of(untaught_model)
    assert of_files.parameters == of_folder.parameters
    assert of_files.file_bytes == sum(path.stat().st_size for path in untaught_gguf.iterdir())
