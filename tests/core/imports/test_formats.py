"""What each reader finds in a small file of its kind."""

import hashlib
import json
import math

import numpy as np
import pytest

from core.imports.frame_clock import rate_from_clock
from core.imports.source import ForeignFileError
from core.records.foreign import ForeignAnnotation, ForeignTrack, Samples


def spans(track: ForeignTrack) -> list[tuple[float, float, str]]:
    return [(round(one.span.start_s, 6), round(one.span.end_s, 6), one.label) for one in track.annotations]


def test_elan(read, files):
    found = read(files["coded.eaf"], "coded.eaf")
    tiers = {track.origin.place: track for track in found.tracks}
    assert list(tiers) == ["P1_emotion", "P1_thirds", "P1_note", "P1_words", "P2_emotion"]
    emotion = tiers["P1_emotion"]
    # The document's zero lies 1.5 s into the first recording.
    assert spans(emotion) == [(1.5, 4.5, "happiness"), (4.5, 7.5, "Ärger & Wut")]
    assert (emotion.person, emotion.origin.coder, emotion.origin.tool) == ("Client", "AB", "ELAN")
    assert emotion.vocabulary == ("happiness", "Ärger & Wut")
    assert emotion.origin.sha256 == hashlib.sha256(files["coded.eaf"].encode()).hexdigest()
    assert [(one.name, one.offset_s) for one in emotion.origin.media] == [
        ("file:///x/front.mp4", 0),
        ("file:///x/side.mp4", -1.5),
    ]
    assert spans(tiers["P1_thirds"]) == [(4.5, 5.5, "x"), (5.5, 6.5, "y"), (6.5, 7.5, "z")]
    assert any("P1_thirds" in note and "spread" in note for note in found.notes)
    assert spans(tiers["P1_note"]) == [(1.5, 4.5, "broad smile")]
    assert spans(tiers["P1_words"]) == [(1.5, 3.0, "broad"), (3.0, 4.5, "smile")]
    assert spans(tiers["P2_emotion"]) == []


def test_elan_subdivision_of_a_subdivision(read, files):
    deeper = """<TIER LINGUISTIC_TYPE_REF="thirds" PARENT_REF="P1_thirds" TIER_ID="deeper">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="b1" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts9">
      <ANNOTATION_VALUE>l</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="b2" TIME_SLOT_REF1="ts9" TIME_SLOT_REF2="ts4">
      <ANNOTATION_VALUE>r</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><TIER"""
    slot = '<TIME_SLOT TIME_SLOT_ID="ts9"/></TIME_ORDER>'
    text = files["coded.eaf"].replace("<TIER", deeper, 1).replace("</TIME_ORDER>", slot)
    tiers = {track.origin.place: track for track in read(text).tracks}
    assert spans(tiers["deeper"]) == [(5.5, 6.0, "l"), (6.0, 6.5, "r")]


def test_our_own_example_of_a_tree(read):
    # ../shared/schemas/eaf_tree_example.eaf of the steering repository, shortened to one segment of each level.
    text = """<ANNOTATION_DOCUMENT AUTHOR="tool" DATE="2026-11-22T11:55:54+00:00" VERSION="3.0">
    <TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="0"/>
    <TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="2000"/></TIME_ORDER>
    <TIER TIER_ID="P1_emotion" LINGUISTIC_TYPE_REF="emotion" PARTICIPANT="P1" ANNOTATOR="VidEmo-3B int4"><ANNOTATION>
      <ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
      <ANNOTATION_VALUE>happiness</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
    <TIER TIER_ID="P1_attribute" LINGUISTIC_TYPE_REF="attribute" PARENT_REF="P1_emotion" PARTICIPANT="P1">
      <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a5" ANNOTATION_REF="a2">
      <ANNOTATION_VALUE>lip corners up</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
      <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a6" ANNOTATION_REF="a2" PREVIOUS_ANNOTATION="a5">
      <ANNOTATION_VALUE>eyes narrowed</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
    <LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="attribute" TIME_ALIGNABLE="false" CONSTRAINTS="Symbolic_Subdivision"/>
    </ANNOTATION_DOCUMENT>"""
    emotion, attribute = read(text).tracks
    assert spans(emotion) == [(0, 2, "happiness")]
    assert spans(attribute) == [(0, 1, "lip corners up"), (1, 2, "eyes narrowed")]


def test_boris_project(read, boris):
    found = read(json.dumps(boris))
    tracks = {(track.origin.place, track.person): track for track in found.tracks}
    client = tracks["session 1", "Client"]
    assert spans(client) == [(2.0, 4.0, "smile"), (3.5, 6.5, "smile")]
    assert client.annotations[0].detail == ("open", "strong", "first")
    assert client.vocabulary == ("smile", "nod")
    assert spans(tracks["session 1", ""]) == [(3.0, 3.0, "nod")]
    assert spans(tracks["live", ""]) == [(1.0, 1.0, "nod")]
    assert [(one.name, one.offset_s) for one in client.origin.media] == [
        ("/x/a.mp4", 0),
        ("/x/b.mp4", -60),
        ("/x/side.mp4", 2.5),
    ]
    assert any("several recordings" in note for note in found.notes)


def test_boris_state_without_end(read, boris):
    del boris["observations"]["session 1"]["events"][-1]
    with pytest.raises(ForeignFileError, match=r"session 1: the state smile of Client that starts at 3.500 s"):
        read(json.dumps(boris))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"events": [[1.0, "", "unknown", "", ""]]}, "no code 'unknown'"),
        ({"events": [["1:00", "", "nod", "", ""]]}, "no time in seconds"),
        ({"events": [[True, "", "nod", "", ""]]}, "no time in seconds"),
        ({"events": [[1.0]]}, "1 fields"),
        ({"events": {}}, "another form"),
        ({"media_creation_date_as_offset": True}, "creation date"),
        ({"media_info": {}}, "length of /x/a.mp4"),
    ],
)
def test_boris_observations_that_cannot_be_read(read, boris, change, message):
    boris["observations"]["session 1"].update(change)
    with pytest.raises(ForeignFileError, match=message):
        read(json.dumps(boris))


def test_boris_pictures_are_left_out_with_a_note(read, boris):
    boris["observations"]["session 1"]["type"] = "IMAGES"
    found = read(json.dumps(boris))
    assert [track.origin.place for track in found.tracks] == ["live"]
    assert "left out" in found.notes[0]


def test_boris_tables(read, files):
    events = read(files["events.tsv"])
    assert [(track.person, spans(track)) for track in events.tracks] == [
        ("Client", [(3.3, 7.75, "smile")]),
        ("", [(4.0, 4.0, "nod")]),
    ]
    assert events.tracks[0].annotations[0].detail == ("open", "first")
    aggregated = read(files["spans.csv"])
    assert [(t.origin.place, t.person, spans(t)) for t in aggregated.tracks] == [
        ("one", "Client", [(3.3, 7.75, "smile"), (4.0, 4.0, "nod")]),
        ("two", "", [(1.0, 1.0, "nod")]),
    ]
    assert aggregated.tracks[0].annotations[0].detail == ("open", "first, really")
    old = read(files["old.tsv"])
    assert [(t.origin.place, t.person, spans(t)) for t in old.tracks] == [
        ("observation #1", "subject1", [(3.3, 7.75, "s")])
    ]
    # A spreadsheet of a country with decimal commas.
    comma = files["spans.csv"].replace('"first, really"', "").replace(",", ";").replace(".300", ",300")
    assert spans(read(comma).tracks[0])[0] == (3.3, 7.75, "smile")


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("STOP\t7.750", "START\t7.750", 4, "while it is on"),
        ("START\t3.300", "STOP\t3.300", 2, "without a start"),
        ("STOP\t7.750", "STOP\tlater", 4, "no time"),
        ("POINT", "PIONT", 3, "not START, STOP or POINT"),
        ("\tnod\t", "\t\t", 3, "no behaviour"),
    ],
)
def test_boris_table_errors_name_the_line(read, files, old, new, line, message):
    with pytest.raises(ForeignFileError, match=message) as caught:
        read(files["events.tsv"].replace(old, new))
    assert caught.value.line == line
    assert f"line {line}" in caught.value.problem


def test_openface(read, files):
    found = read(files["openface.csv"])
    first, second = found.tracks
    assert (first.person, second.person, first.origin.tool) == ("face 0", "face 1", "OpenFace")
    assert first.samples.names == ("confidence", "gaze_angle_x", "pose_Rx", "AU12_r", "AU12_c")
    assert first.samples.times_s.tolist() == [0, 0.033, 0.067]
    values = first.samples.values
    assert values[:, 0].tolist() == [0.98, 0.30, 0.97]  # confidence tells why a row is missing
    assert np.isnan(values[1, 1:]).all()  # success 0 is missing, never a value
    assert math.isnan(values[2, 1])
    assert values[2, 3] == 2.5
    assert any("match people" in note for note in found.notes)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("2, 0, 0.033", "2, 0, 0.000", 4, "does not go on"),
        ("2, 0, 0.033", "2, 0, nan", 4, "no time"),
        (" 1.50", " 1.5.0", 2, "column AU12_r is no number"),
        (", 2.50, 1.00", "", 5, "cut short"),
        ("timestamp", "time", 1, "no column timestamp"),
    ],
)
def test_openface_errors_name_the_line(read, files, old, new, line, message):
    with pytest.raises(ForeignFileError, match=message) as caught:
        read(files["openface.csv"].replace(old, new))
    assert caught.value.line == line


def test_py_feat_with_the_times_of_the_recording(read, files):
    times = np.arange(1800) / 25
    found = read(files["fex.csv"], frame_times_s=times)
    one, two = found.tracks
    assert (one.person, two.person) == ("Person_0", "Person_1")
    assert one.samples.names[-2:] == ("AU12", "happiness")
    assert one.samples.times_s.tolist() == [0, 29 / 25, 30 / 25, 1770 / 25, 1799 / 25]
    assert one.samples.values[:, -1].tolist()[:2] == [0.9, 0.8]
    assert np.isnan(one.samples.values[2]).all()
    assert np.isnan(two.samples.values[1:]).all()
    assert found.notes == ()
    with pytest.raises(ForeignFileError, match="1000 frames"):
        read(files["fex.csv"], frame_times_s=times[:1000])


def test_py_feat_finds_the_rate_that_fits_its_clock(read, files):
    found = read(files["fex.csv"])
    assert found.tracks[0].samples.times_s[-1] == pytest.approx(1799 / 30)
    assert "30.000 frames per second" in found.notes[0]
    no_clock = "\n".join(line.replace("00:59", "").replace("00:01", "") for line in files["fex.csv"].splitlines())
    with pytest.raises(ForeignFileError, match="does not tell their rate"):
        read(no_clock)


def test_py_feat_without_identities_takes_one_face_only(read, files):
    one = "\n".join(row.rsplit(",", 1)[0] for row in files["fex.csv"].splitlines() if "Person_1" not in row)
    (track,) = read(one).tracks
    assert (track.person, len(track.samples.times_s)) == ("", 5)
    two = "\n".join(row.rsplit(",", 1)[0] for row in files["fex.csv"].splitlines())
    with pytest.raises(ForeignFileError, match="two rows for one face") as caught:
        read(two)
    assert caught.value.line == 3


def test_rate_from_clock():
    for rate in (24, 25, 30, 50, 60, 30000 / 1001):
        found = rate_from_clock([(frame, int(frame / rate)) for frame in range(0, int(rate * 300), 7)])
        assert found is not None
        assert float(found[0]) == pytest.approx(rate, rel=1e-3)
    assert rate_from_clock([(10, 5), (1000, 1)]) is None
    assert rate_from_clock([(10, 0)]) is None


def test_webvtt(read, files):
    found = read(files["cues.vtt"])
    assert [(t.person, spans(t)) for t in found.tracks] == [
        ("Client", [(1.0, 2.5, "I am fine & well.")]),
        ("Therapist", [(1.0, 2.5, "Good.")]),
        ("", [(3600.0, 3601.0, "Two lines")]),
    ]
    with pytest.raises(ForeignFileError, match="ends before") as caught:
        read(files["cues.vtt"].replace("00:02.500", "00:00.500"))
    assert caught.value.line == 10


def test_srt(read, files):
    (track,) = read(files["cues.srt"]).tracks
    assert spans(track) == [(1.0, 2.5, "smile"), (3.0, 4.0, "neutral")]
    with pytest.raises(ForeignFileError, match="no times of a cue") as caught:
        read(files["cues.srt"].replace("00:00:03,000", "00:00:0x,000"))
    assert caught.value.line == 6


def test_samples_check_themselves():
    with pytest.raises(ValueError, match="shape"):
        Samples(np.zeros(2), ("a",), np.zeros((1, 1)))
    with pytest.raises(ValueError, match="increase"):
        Samples(np.zeros(2), ("a",), np.zeros((2, 1)))
    assert ForeignAnnotation.__dataclass_params__.frozen
