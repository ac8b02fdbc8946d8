"""The catalogue as data, the files that are here, and what is never let in."""

import hashlib
import io
import pickle
import zipfile

import pytest

from core.errors import ModelError, UsageError
from core.models import Address, catalogue, locate, state, verify
from core.models.entries import parse
from core.models.store import carries_code, path_of
from core.progress import finish
from tests.core.models.serving import CONTENT, get, leftovers, make


def test_the_shipped_catalogue_has_what_an_analysis_and_the_demo_need():
    assert {item.name for item in catalogue()} >= {"face-landmarker", "expression-network", "sample"}
    assert all(item.sources for item in catalogue())


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("file = 'a.bin'", "file = '../a.bin'"), "plain file name"),
        (("file = 'a.bin'", "file = 'a.pt'"), "can run code"),
        (("bytes = 3", "bytes = 0"), "above 0"),
        (("bytes = 3", "bytes = '3'"), "whole number"),
        (("https://", "http://"), "https"),
        (("kind = 'address'", "kind = 'torrent'"), "address or a wheel"),
        (("kind = 'model'", "kind = 'toy'"), "model or a sample"),
        ((f"sha256 = '{'0' * 64}'", "sha256 = 'abc'"), "64 small hexadecimal"),
    ],
)
def test_a_catalogue_with_a_mistake_is_refused(change, says):
    text = (
        f"[[entry]]\nname = 'a'\nkind = 'model'\ntitle = 'A'\npurpose = 'p'\nfile = 'a.bin'\nbytes = 3\n"
        f"sha256 = '{'0' * 64}'\nlicence = 'MIT'\nlicence_note = 'n'\n"
        "[[entry.source]]\nkind = 'address'\naddress = 'https://example.org/a'\n"
    )
    assert len(parse(text)) == 1
    with pytest.raises(ValueError, match=says):
        parse(text.replace(*change))
    with pytest.raises(ValueError, match="twice"):
        parse(text + text)


def test_an_unknown_name_says_what_there_is():
    with pytest.raises(UsageError) as failure:
        locate("face")
    assert "face-landmarker" in failure.value.remedy


def test_a_missing_file_names_the_command_that_mends_it(own_home):
    with pytest.raises(ModelError) as failure:
        locate("face-landmarker")
    assert failure.value.remedy == "Run: videmo models fetch face-landmarker"
    assert not own_home.exists(), "looking must not create anything"


def test_the_hash_is_checked_at_every_load(own_home, server):
    entry = make(Address(server.address))
    path = get(entry)
    assert path == own_home / "models" / "thing.bin"
    assert locate("thing", entries=[entry]) == path
    changed = bytearray(CONTENT)
    changed[1000] ^= 1
    path.write_bytes(changed)
    assert state(entry) == "here", "the list goes by size"
    with pytest.raises(ModelError) as failure:
        locate("thing", entries=[entry])
    assert all(word in failure.value.problem for word in (str(path), entry.sha256, hashlib.sha256(changed).hexdigest()))
    (verdict,) = finish(verify(entries=[entry]))
    assert (verdict.state, verdict.found) == ("wrong", hashlib.sha256(changed).hexdigest())
    remarks = []
    assert get(entry, remark=remarks.append).read_bytes() == CONTENT
    assert "is replaced" in remarks[0]


def test_a_file_is_hashed_once_as_long_as_it_stays_put(server, monkeypatch):
    entry = make(Address(server.address))
    get(entry)
    locate("thing", entries=[entry])
    monkeypatch.setattr(hashlib, "sha256", lambda: pytest.fail("hashed again"))
    locate("thing", entries=[entry])


def torch_like() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({}))
    return out.getvalue()


class Runs:
    def __reduce__(self):
        return (print, ("ran",))


PICKLES = [pickle.dumps(Runs(), protocol) for protocol in range(6)] + [torch_like()]


@pytest.mark.parametrize("content", PICKLES)
def test_a_pickle_is_refused_even_when_the_catalogue_names_it(server, content):
    server.content = content
    entry = make(Address(server.address), content=content)
    with pytest.raises(ModelError, match="can run code"):
        get(entry)
    assert not path_of(entry).exists()
    assert leftovers(entry) == []


@pytest.mark.parametrize("content", [b"boxed" * 100, b"c is no module\nnor this\n", b"GGUF\x03\x00", b"", b"\x80"])
def test_what_only_begins_like_a_pickle_is_none(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    assert not carries_code(tmp_path / "file")


def test_the_real_models_carry_no_code(face_model, expression_model, sample_video):
    assert not any(carries_code(path) for path in (face_model, expression_model, sample_video))
