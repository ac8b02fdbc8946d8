"""Files that are hostile, damaged or something else: a sentence with the place, or a whole import, and nothing else."""

import codecs
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import ExpectedError
from core.imports.reading import read_foreign
from core.imports.source import ForeignFileError
from core.progress import finish
from core.records.foreign import Imported
from tests.core.imports.samples import FILES

NAMES = sorted(FILES)


def same(one: Imported, other: Imported) -> bool:
    return [(t.person, t.annotations, t.origin.place) for t in one.tracks] == [
        (t.person, t.annotations, t.origin.place) for t in other.tracks
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_encoding_of_every_kind(read, name):
    text = FILES[name]
    plain = read(text, name)
    for data in (
        codecs.BOM_UTF8 + text.encode(),
        text.encode("utf-16"),
        codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        text.encode("utf-16-le"),
        text.encode("cp1252"),
        text.replace("\r\n", "\n").replace("\n", "\r\n").encode(),
    ):
        assert same(read(data, name), plain)
    if "Ä" in text:
        assert any("Windows-1252" in note for note in read(text.encode("cp1252"), name).notes)


@pytest.mark.parametrize("name", NAMES)
def test_the_kind_follows_from_the_content_not_the_name(read, name):
    assert same(read(FILES[name], "something.dat"), read(FILES[name], name))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"PK\x03\x04rest", "packed"),
        (b"\x1f\x8brest", "packed"),
        (b"\x00\x01\x02\x03" * 99, "no text file"),
        (b"\xff\xfe\x00\xd8\x00", "damaged"),
        (b"just words", "no file that can be imported"),
        (b"a,b,c\n1,2,3\n", "no file that can be imported"),
        (b"<html></html>", "not an ELAN document"),
        (b"{}", "no BORIS project"),
        (b'{"a": 1', "no complete JSON"),
        (b"[" * 5, "no file that can be imported"),
        (b'{"a":' + b"[" * 100_000, "nesting|JSON"),
        (b'{"observations": {}, "behaviors_conf": {}, "x": NaN}', "number"),
        (b'{"observations": {}, "behaviors_conf": {}, "x": ' + b"9" * 5000 + b"}", "number"),
        (b'{"observations": {}, "behaviors_conf": {}}', "no observation"),
        (b"WEBVTT\n", "no cue"),
        (b"WEBVTTX\n\n00:01.000 --> 00:02.000\na\n", "begins with WEBVTT"),
        (b"<ANNOTATION_DOCUMENT>" + b"<A>" * 100, "too deeply"),
        (b"<ANNOTATION_DOCUMENT/>", "no tier"),
    ],
)
def test_what_is_no_such_file(read, content, message):
    with pytest.raises(ForeignFileError, match=message) as caught:
        read(content)
    assert caught.value.remedy


def test_missing_files_and_folders(tmp_path: Path):
    for path in (tmp_path / "gone.eaf", tmp_path):
        with pytest.raises(ForeignFileError, match="cannot be read"):
            finish(read_foreign(path))


BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<ANNOTATION_DOCUMENT>&b;</ANNOTATION_DOCUMENT>"""
OUTSIDE = """<?xml version="1.0"?>
<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<ANNOTATION_DOCUMENT>&e;</ANNOTATION_DOCUMENT>"""


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_document_types_are_refused(read, text, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(ForeignFileError, match="document type") as caught:
        read(text)
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('TIME_VALUE="3000"', 'TIME_VALUE="soon"', "no number of milliseconds"),
        ('TIME_VALUE="3000"', 'TIME_VALUE="99999999999"', "no number of milliseconds"),
        ('TIME_SLOT_REF2="ts2"', 'TIME_SLOT_REF2="ts99"', "ts99 is not there"),
        ('TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"', 'TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts1"', "ends before"),
        ('TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"', 'TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts3"', "no time"),
        ('TIME_SLOT_REF1="ts4" TIME_SLOT_REF2="ts5"', 'TIME_SLOT_REF1="ts4" TIME_SLOT_REF2="ts3"', "no time"),
        ('ANNOTATION_REF="a1"', 'ANNOTATION_REF="a9"', "a9, which is not there"),
        ('ANNOTATION_REF="a1"', 'ANNOTATION_REF="a7"', "refers to itself"),
        ('PREVIOUS_ANNOTATION="a7"', 'PREVIOUS_ANNOTATION="a8"', "in no order"),
        ('ANNOTATION_ID="a2"', 'ANNOTATION_ID="a1"', "a1 is there twice"),
        ('TIER_ID="P2_emotion"', 'TIER_ID="P1_note"', "two tiers"),
        ('TIME_UNITS="milliseconds"', 'TIME_UNITS="PAL-frames"', "PAL-frames"),
        ("</ANNOTATION_DOCUMENT>", "", "no complete XML"),
    ],
)
def test_broken_elan_documents(read, old, new, message):
    text = FILES["coded.eaf"].replace(old, new)
    assert text != FILES["coded.eaf"]
    with pytest.raises(ForeignFileError, match=message):
        read(text)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "drop", "twice", "byte", "swap", "number"]), st.floats(0, 1), st.integers(0, 255)
    ),
    min_size=1,
    max_size=4,
)


def attempt(path: Path) -> tuple[Imported | None, ExpectedError | None]:
    try:
        return finish(read_foreign(path)), None
    except ExpectedError as failure:
        return None, failure


def mutated(data: bytes, edits: list[tuple[str, float, int]]) -> bytes:
    for kind, where, what in edits:
        place = int(where * max(0, len(data) - 1))
        lines = data.split(b"\n")
        row = int(where * (len(lines) - 1))
        if kind == "cut":
            data = data[:place]
        elif kind == "byte":
            data = data[:place] + bytes([what]) + data[place + 1 :]
        elif kind == "number":
            digits = [i for i, byte in enumerate(data) if chr(byte).isdigit()]
            if digits:
                at = digits[int(where * (len(digits) - 1))]
                data = data[:at] + (b"-1", b"1e9", b"nan", b"99999999")[what % 4] + data[at + 1 :]
        else:
            other = what % len(lines)
            if kind == "drop":
                del lines[row]
            elif kind == "twice":
                lines.insert(row, lines[row])
            else:
                lines[row], lines[other] = lines[other], lines[row]
            data = b"\n".join(lines)
    return data


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_mutated_files_give_an_expected_error_or_a_whole_import(tmp_path, name, edits):
    path = tmp_path / name
    path.write_bytes(mutated(FILES[name].encode(), edits))
    found, failure = attempt(path)
    if failure is not None:
        assert failure.problem.startswith(name)
        assert failure.remedy
        return
    assert found is not None
    assert found.tracks or found.notes
    for track in found.tracks:
        starts = [one.span.start for one in track.annotations]
        assert starts == sorted(starts)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
def test_any_bytes(tmp_path, data):
    path = tmp_path / "any"
    path.write_bytes(data)
    with pytest.raises(ExpectedError):
        finish(read_foreign(path))
