"""Small files of each kind, written from the formats' definitions."""

import json

EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="AB" DATE="2026-01-01T10:00:00+01:00" FORMAT="3.0" VERSION="3.0">
  <HEADER MEDIA_FILE="" TIME_UNITS="milliseconds">
    <MEDIA_DESCRIPTOR MEDIA_URL="file:///x/front.mp4" MIME_TYPE="video/mp4" RELATIVE_MEDIA_URL="./front.mp4"
      TIME_ORIGIN="1500"/>
    <MEDIA_DESCRIPTOR MEDIA_URL="file:///x/side.mp4" MIME_TYPE="video/mp4"/>
  </HEADER>
  <TIME_ORDER>
    <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/>
    <TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="3000"/>
    <TIME_SLOT TIME_SLOT_ID="ts3"/>
    <TIME_SLOT TIME_SLOT_ID="ts4"/>
    <TIME_SLOT TIME_SLOT_ID="ts5" TIME_VALUE="6000"/>
    <TIME_SLOT TIME_SLOT_ID="ts6" TIME_VALUE="3000"/>
  </TIME_ORDER>
  <TIER ANNOTATOR="AB" LINGUISTIC_TYPE_REF="emotion" PARTICIPANT="Client" TIER_ID="P1_emotion">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
      <ANNOTATION_VALUE>happiness</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts6" TIME_SLOT_REF2="ts5">
      <ANNOTATION_VALUE>Ärger &amp; Wut</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="thirds" PARENT_REF="P1_emotion" TIER_ID="P1_thirds">
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts6" TIME_SLOT_REF2="ts3">
      <ANNOTATION_VALUE>x</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a4" TIME_SLOT_REF1="ts3" TIME_SLOT_REF2="ts4">
      <ANNOTATION_VALUE>y</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
    <ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a5" TIME_SLOT_REF1="ts4" TIME_SLOT_REF2="ts5">
      <ANNOTATION_VALUE>z</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="note" PARENT_REF="P1_emotion" TIER_ID="P1_note">
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a6" ANNOTATION_REF="a1">
      <ANNOTATION_VALUE>broad smile</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="words" PARENT_REF="P1_note" TIER_ID="P1_words">
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a8" ANNOTATION_REF="a6" PREVIOUS_ANNOTATION="a7">
      <ANNOTATION_VALUE>smile</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
    <ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a7" ANNOTATION_REF="a6">
      <ANNOTATION_VALUE>broad</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>
  </TIER>
  <TIER LINGUISTIC_TYPE_REF="emotion" PARTICIPANT="Therapist" TIER_ID="P2_emotion"/>
  <LINGUISTIC_TYPE CONTROLLED_VOCABULARY_REF="emotions" LINGUISTIC_TYPE_ID="emotion" TIME_ALIGNABLE="true"/>
  <LINGUISTIC_TYPE CONSTRAINTS="Time_Subdivision" LINGUISTIC_TYPE_ID="thirds" TIME_ALIGNABLE="true"/>
  <LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Association" LINGUISTIC_TYPE_ID="note" TIME_ALIGNABLE="false"/>
  <LINGUISTIC_TYPE CONSTRAINTS="Symbolic_Subdivision" LINGUISTIC_TYPE_ID="words" TIME_ALIGNABLE="false"/>
  <LANGUAGE LANG_ID="und" LANG_LABEL="undetermined"/>
  <CONTROLLED_VOCABULARY CV_ID="emotions">
    <CV_ENTRY_ML CVE_ID="c1"><CVE_VALUE LANG_REF="und">happiness</CVE_VALUE></CV_ENTRY_ML>
    <CV_ENTRY_ML CVE_ID="c2"><CVE_VALUE LANG_REF="und">Ärger &amp; Wut</CVE_VALUE></CV_ENTRY_ML>
  </CONTROLLED_VOCABULARY>
</ANNOTATION_DOCUMENT>
"""

BORIS: dict[str, object] = {
    "time_format": "hh:mm:ss",
    "project_name": "study",
    "project_format_version": "7.0",
    "subjects_conf": {"0": {"key": "1", "name": "Client", "description": ""}},
    "behaviors_conf": {
        "0": {"type": "State event", "key": "s", "code": "smile", "modifiers": ""},
        "1": {"type": "Point event", "key": "n", "code": "nod", "modifiers": ""},
    },
    "observations": {
        "session 1": {
            "file": {"1": ["/x/a.mp4", "/x/b.mp4"], "2": ["/x/side.mp4"]},
            "type": "MEDIA",
            "date": "2026-01-01T10:00:00",
            "description": "",
            "time offset": 10.0,
            "events": [
                [12.0, "Client", "smile", "open|strong", "first", 300],
                [13.0, "", "nod", "", "", 325],
                [13.5, "Client", "smile", "closed", "", 338],
                [14.0, "Client", "smile", "open|strong", "", 350],
                [16.5, "Client", "smile", "closed", "", 413],
            ],
            "media_info": {
                "length": {"/x/a.mp4": 60.0, "/x/b.mp4": 30.0, "/x/side.mp4": 90.0},
                "offset": {"1": 0.0, "2": -2.5},
            },
        },
        "live": {"file": [], "type": "LIVE", "time offset": 0.0, "events": [[1.0, "", "nod", "", ""]]},
    },
}

BORIS_EVENTS = """\
Observation id\tObservation date\tDescription\tTime offset (s)\tSubject\tBehavior\tBehavioral category\tModifier #1\t\
Behavior type\tTime\tMedia file name\tComment
one\t2026-01-01 10:00:00\t\t0\tClient\tsmile\t\topen\tSTART\t3.300\ta.mp4\tfirst
one\t2026-01-01 10:00:00\t\t0\tNo focal subject\tnod\t\t\tPOINT\t4.000\ta.mp4\t
one\t2026-01-01 10:00:00\t\t0\tClient\tsmile\t\topen\tSTOP\t7.750\ta.mp4\t
"""
BORIS_SPANS = """\
Observation id,Media file,Subject,Behavior,Modifiers,Behavior type,Start (s),Stop (s),Duration (s),Comment start
one,a.mp4,Client,smile,open,STATE,3.300,7.750,4.450,"first, really"
one,a.mp4,Client,nod,,POINT,4.000,4.000,NA,
two,b.mp4,No focal subject,nod,,POINT,1.000,1.000,NA,
"""
BORIS_OLD = """\
Observation id\tobservation #1\t\t\t
\t\t\t\t
Time offset (s)\t1.0\t\t\t
variable\tvalue\t\t\t
Time\tMedia file path\tSubject\tBehavior\tStatus
4.300\ta.mp4\tsubject1\ts\tSTART
8.750\ta.mp4\tsubject1\ts\tSTOP
"""

OPENFACE = """\
frame, face_id, timestamp, confidence, success, gaze_angle_x, pose_Rx, x_0, AU12_r, AU12_c
1, 0, 0.000, 0.98, 1, 0.1, 0.01, 300, 1.50, 1.00
1, 1, 0.000, 0.90, 1, 0.2, 0.02, 500, 0.00, 0.00
2, 0, 0.033, 0.30, 0, 0.3, 0.03, 301, 4.90, 1.00
3, 0, 0.067, 0.97, 1, -nan(ind), 0.04, 302, 2.50, 1.00
"""

PY_FEAT = """\
,frame,FaceRectX,FaceRectY,FaceRectWidth,FaceRectHeight,FaceScore,x_0,AU12,happiness,input,approx_time,Identity
0,0,10,20,90,90,0.99,1,0.5,0.9,clip.mp4,00:00,Person_0
1,0,210,20,90,90,0.98,1,0.1,0.1,clip.mp4,00:00,Person_1
2,29,10,20,90,90,0.97,1,0.6,0.8,clip.mp4,00:00,Person_0
3,30,,,,,,,,,clip.mp4,00:01,
4,1770,10,20,90,90,0.99,1,0.7,0.7,clip.mp4,00:59,Person_0
5,1799,10,20,90,90,0.99,1,0.7,0.7,clip.mp4,00:59,Person_0
"""

VTT = """\
WEBVTT - made by hand

NOTE
a remark --> not a cue

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start
<v Client>I am <i>fine</i> &amp; well.
<v Therapist>Good.

01:00:00.000 --> 01:00:01.000
Two
lines
"""
SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>smile</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000 X1:1\r\nneutral\r\n"

FILES: dict[str, str] = {
    "coded.eaf": EAF,
    "study.boris": json.dumps(BORIS, indent=1),
    "events.tsv": BORIS_EVENTS,
    "spans.csv": BORIS_SPANS,
    "old.tsv": BORIS_OLD,
    "openface.csv": OPENFACE,
    "fex.csv": PY_FEAT,
    "cues.vtt": VTT,
    "cues.srt": SRT,
}
