import csv
import io
import math

from core.export.document import document, segment_documents
from core.export.segments_csv import COLUMNS, segments_csv
from core.records.analysis import EMOTIONS


def table_of(analysis) -> bytes:
    return b"".join(segments_csv(segment_documents(analysis)))


def rows(content: bytes):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_says_what_the_document_says(analysis):
    plain = document(analysis)
    table = rows(table_of(analysis))
    assert len(table) == len(plain["segments"])
    for row, segment in zip(table, plain["segments"], strict=True):
        assert row["segment"] == segment["id"]
        assert float(row["start_s"]) == segment["start_s"]
        assert float(row["end_s"]) == segment["end_s"]
        assert math.isclose(float(row["duration_s"]), segment["end_s"] - segment["start_s"], abs_tol=1e-6)
        assert row["assessable"] == str(int(segment["assessable"]))
        assert float(row["quality_occluded_share"]) == segment["quality"]["occluded"]
        counts = [node["support"] for node in segment["tree"]["nodes"]]
        assert int(row["clues_contradicted"]) == counts.count("contradicted")
        if segment["emotion"] is not None:
            assert row["displayed"] == segment["emotion"]["label"]
            assert {name: float(row[f"p_{name}"]) for name in EMOTIONS} == segment["emotion"]["distribution"]
            assert row["alternative_2"] == segment["emotion"]["alternatives"][1]["label"]


def test_missing_is_an_empty_cell_never_zero(analysis):
    table = {row["segment"]: row for row in rows(table_of(analysis))}
    lost = table["s2"]
    for column in ("displayed", "displayed_probability", "stability_share", "key_frame_s", "alternative_1", "remark"):
        assert lost[column] == ""
    assert all(lost[f"p_{name}"] == "" for name in EMOTIONS)
    assert table["s3"]["displayed"] == "unclear"
    assert table["s3"]["displayed_probability"] == ""
    assert table["s7"]["speaking"] == ""
    assert table["s3"]["speaking"] == "1"
    assert table["s1"]["speaking"] == "0"


def test_a_cell_never_starts_a_formula(analysis):
    table = {row["segment"]: row for row in rows(table_of(analysis))}
    assert table["s3"]["remark"] == '\'=HYPERLINK("x")'


def test_header_and_line_ends(nobody):
    assert table_of(nobody).decode("utf-8-sig") == ",".join(COLUMNS) + "\r\n"
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_failed_segment_says_why_and_has_no_emotion(by_model, analysis):
    table = {row["segment"]: row for row in rows(table_of(by_model))}
    failed = table["s8"]
    assert (failed["assessable"], failed["displayed"]) == ("1", "")
    assert all(failed[f"p_{name}"] == "" for name in EMOTIONS)
    assert failed["failure"] == "The model gave no answer that can be read."
    assert (table["s4"]["candidates"], table["s4"]["unread_sentences"], table["s4"]["failure"]) == ("6", "1", "")
    assert all(row["candidates"] == row["failure"] == "" for row in rows(table_of(analysis)))
