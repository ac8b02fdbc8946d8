"""What we can write minimally comes back as it was: ELAN, WebVTT, SubRip, BORIS."""

import json
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.imports.reading import read_foreign
from core.progress import finish

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
SPANS = st.lists(st.tuples(st.integers(0, 3_600_000), st.integers(0, 60_000), WORDS), min_size=1, max_size=12)
"""Start and length in milliseconds, label."""
Rows = list[tuple[int, int, str]]


def eaf(rows: Rows) -> str:
    slots = "".join(
        f'<TIME_SLOT TIME_SLOT_ID="s{n}" TIME_VALUE="{start}"/>'
        f'<TIME_SLOT TIME_SLOT_ID="e{n}" TIME_VALUE="{start + length}"/>'
        for n, (start, length, _) in enumerate(rows)
    )
    notes = "".join(
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a{n}" TIME_SLOT_REF1="s{n}" TIME_SLOT_REF2="e{n}">'
        f"<ANNOTATION_VALUE>{escape(label)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
        for n, (_, _, label) in enumerate(rows)
    )
    return (
        f"<ANNOTATION_DOCUMENT><TIME_ORDER>{slots}</TIME_ORDER>"
        f'<TIER TIER_ID="t" LINGUISTIC_TYPE_REF="x">{notes}</TIER></ANNOTATION_DOCUMENT>'
    )


def clock(milliseconds: int, mark: str) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{mark}{rest:03d}"


def cues(rows: Rows, mark: str) -> str:
    return "\n\n".join(
        f"{n}\n{clock(start, mark)} --> {clock(start + length, mark)}\n{escape(label)}"
        for n, (start, length, label) in enumerate(rows, start=1)
    )


def boris(rows: Rows) -> str:
    # A code of its own for each row, so that overlapping states pair as they were written.
    codes = {str(n): {"code": f"{n} {label}", "type": "State event"} for n, (_, _, label) in enumerate(rows)}
    events = [
        [at / 1000, "", f"{n} {label}", "", ""]
        for n, (start, length, label) in enumerate(rows)
        for at in (start, start + length)
    ]
    return json.dumps({"behaviors_conf": codes, "observations": {"o": {"type": "LIVE", "events": events}}})


@pytest.mark.parametrize("kind", ["eaf", "vtt", "srt", "boris"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=SPANS)
def test_round_trip(tmp_path, kind, rows):
    write = {
        "eaf": eaf,
        "vtt": lambda rows: "WEBVTT\n\n" + cues(rows, "."),
        "srt": lambda rows: cues(rows, ","),
        "boris": boris,
    }[kind]
    path = tmp_path / f"written.{kind}"
    path.write_bytes(write(rows).encode())
    (track,) = finish(read_foreign(path)).tracks
    found = sorted(
        (round(one.span.start_s * 1000), round(one.span.duration_s * 1000), one.label) for one in track.annotations
    )
    if kind == "boris":
        rows = [(start, length, f"{n} {label}") for n, (start, length, label) in enumerate(rows)]
    assert found == sorted(rows)
