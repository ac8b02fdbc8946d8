"""Analyses, tracks and studies made by hand, for tests of the store."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np

from core.project import sessions
from core.project.analyses import save_analysis
from core.project.media import add_recording
from core.project.opening import Circumstances, Made, create_study
from core.project.study import Study
from core.project.vault import Strength
from core.records.account import Account, Candidate, LevelAccount
from core.records.analysis import EMOTIONS, Analysis, PersonSummary, Provenance, Reading, Segment
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Media, Origin, Samples
from core.records.measurement import Measurements, PersonTrack, Speech
from core.records.moment import Moment, Span
from core.records.tree import AffectiveTree, Clue, Evidence, RationaleEdge
from core.records.video import AudioStream, Video

PASSPHRASE = "blue paper boat"
QUICK = Strength(n=256)
"""A real study takes half a second for its passphrase; a test does not."""
SHA = "ab" * 32


def circumstances(**changes) -> Circumstances:
    return Circumstances(**({"who": "anna", "strength": QUICK} | changes))


def new_study(folder: Path, *, name: str = "study.vemo", passphrase: str | None = PASSPHRASE, **changes) -> Made:
    return create_study(
        folder / name, name="A study", purpose="therapy", passphrase=passphrase, circumstances=circumstances(**changes)
    )


def recorded(study: Study, *, session: str = "first") -> tuple[int, int]:
    """A session with a recording in it."""
    number = sessions.add_session(study, session, held_on="2026-11-01")
    return number, add_recording(study, study.folder / f"{session}.mp4", session=number, sha256=SHA, video=video())


def analysed(study: Study, **shape) -> int:
    """A study with one analysis; returns its number."""
    _, recording = recorded(study)
    return save_analysis(study, analysis(**shape), recording=recording, tracks=tracks())


def video() -> Video:
    return Video(
        path=Path("first.mp4"),
        sha256=SHA,
        container="mov,mp4",
        codec="h264",
        pixel_format="yuv420p",
        width=1280,
        height=720,
        rotation=90,
        time_base=Fraction(1, 12800),
        start=Moment(512, Fraction(1, 12800)),
        duration_s=60.04,
        frames=1501,
        average_rate=Fraction(30000, 1001),
        variable_frame_rate=True,
        interlaced=False,
        audio=AudioStream("aac", 48000, 2),
        notes=("The last 3 frames could not be decoded.",),
    )


def clue(name: str, *, span: Span, text: str = "the corners of the mouth are raised") -> Clue:
    return Clue(
        id=name,
        level="attribute",
        name="AU12",
        value="present",
        text=text,
        span=span,
        score=0.7320508,
        support="supported",
        evidence=(
            Evidence("AU12", 0.31, 0.05, 1 / 3, "intensity", "above the threshold"),
            Evidence("yaw_deg", float("nan"), None, 30, "degrees", "below"),
        ),
    )


def tree(span: Span) -> AffectiveTree:
    top = Clue("c2", "emotion", "happiness", "shown", "happiness is displayed", span, 0.6, "not_measurable", ())
    return AffectiveTree((clue("c1", span=span), top), (RationaleEdge("c1", "c2", "a raised mouth"),))


def segment(number: int, person: str, start_s: float, end_s: float, *, label: str = "happiness") -> Segment:
    span = Span(Moment(round(start_s * 12800), Fraction(1, 12800)), Moment(round(end_s * 12800), Fraction(1, 12800)))
    share = {name: (0.4 if name == label else 0.1) for name in EMOTIONS}
    reading = Reading(label, share, ("neutral", "surprise"), 0.8, {"action units": share}, "")
    seen = label != "none"
    return Segment(
        id=f"S{number}",
        person=person,
        span=span,
        reason="display changes",
        assessable=seen,
        coverage=0.9 if seen else 0.0,
        speaking=None if number % 3 == 0 else number % 2 == 0,
        quality={"occluded": 0.1},
        key_frame_s=start_s if seen else None,
        reading=reading if seen else None,
        tree=tree(span) if seen else AffectiveTree((), ()),
    )


def person(name: str, *, span: Span, rows: int, seed: int) -> PersonSummary:
    draw = np.random.default_rng(seed)
    curve = draw.random(rows).astype(np.float32)
    curve[rows // 3 : rows // 3 + 4] = np.nan
    quality = np.zeros(rows, np.uint8)
    quality[rows // 3 : rows // 3 + 4] = 1
    return PersonSummary(
        id=name,
        spans=(span,),
        coverage=0.93,
        baseline="the quietest tenth",
        times_s=np.arange(rows) / 10,
        curves={"AU12": curve, "AU4": draw.random(rows).astype(np.float32)},
        baseline_curves={"AU12": 0.05, "AU4": float(np.float32(0.1))},
        quality=quality,
    )


def analysis(*, length_s: float = 60.0, people: tuple[str, ...] = ("P1", "P2"), every_s: float = 10.0) -> Analysis:
    """Every person has a segment every `every_s` seconds; the third of each is not assessable."""
    starts = np.arange(0.0, length_s, every_s)
    parts = [
        segment(
            1 + place * len(people) + index,
            name,
            float(start),
            float(start + every_s),
            label="none" if place % 5 == 2 else ("happiness", "sadness")[place % 2],
        )
        for place, start in enumerate(starts)
        for index, name in enumerate(people)
    ]
    whole = Span.between(0.0, length_s)
    rows = int(length_s * 10)
    return Analysis(
        video=video(),
        span=whole,
        people=tuple(person(name, span=whole, rows=rows, seed=i) for i, name in enumerate(people)),
        segments=tuple(parts),
        cuts_s=(12.5, 30.033367),
        speech=Speech(((1.0, 2.5), (3.1, 9.99)), "louder than -30 dB"),
        notes=("Two people were seen.",),
        provenance=Provenance(
            "VidEmo Studio",
            "0.1",
            "release",
            "measured",
            {"face-landmarker": "cd" * 32},
            {"faces": {"lowest": 0.5, "words": ["a", 1, None], "odd": float("inf")}},
            {"numpy": "2.1"},
            {"cores": "2"},
            20250,
            "2026-11-23T03:00:00+00:00",
        ),
    )


FAILURE = "The model gave no answer that can be read."


def by_model() -> Analysis:
    """`analysis()` as a vision language model read it: every reading has an account, S3 of P1 (10 to 20 s) failed."""
    whole = analysis()

    def account(one: Segment) -> Account:
        parts = {"consensus": 1 / 3, "likelihood": 0.25}
        candidates = (
            Candidate("She smiles.\nShe is happy \u2028 \U0001f600", one.tree, 0.3, parts, -0.7320508, 9, True),
            Candidate("", AffectiveTree((), ()), 0.0, {}, float("nan"), 512, False),
        )
        levels = (LevelAccount("emotion", "search/emotion@1", candidates, 0, 1 / 3),)
        return Account(levels, "Because of the mouth.", ("Und so weiter.",), "", 16)

    segments = tuple(
        one
        if one.reading is None
        else replace(one, reading=None, tree=AffectiveTree((), ()), account=Account((), "", (), FAILURE, 4))
        if one.id == "S3"
        else replace(one, account=account(one))
        for one in whole.segments
    )
    return replace(whole, segments=segments)


def tracks(*, rows: int = 300, seed: int = 5, on_grid: bool = True) -> tuple[PersonTrack, ...]:
    draw = np.random.default_rng(seed)
    times_s = np.round(np.cumsum(draw.choice([1, 1, 1, 40], rows)) / 30, 6) if on_grid else np.sort(draw.random(rows))
    measured = Measurements(
        times_s=times_s,
        boxes=draw.random((rows, 4), np.float32) * 500,
        blendshapes=draw.random((rows, 52), np.float32),
        pose=draw.normal(size=(rows, 3)).astype(np.float32),
        quality=draw.integers(0, 64, rows).astype(np.uint8),
        quality_values=draw.random((rows, 5), np.float32),
        observed=draw.random((rows, 2), np.float32),
        observed_names=("gaze_x_deg", "gaze_y_deg"),
    )
    return (PersonTrack("P1", measured),)


def imported(*, rows: int = 40) -> Imported:
    """A coder's tier with overlapping labels and a point event, and a table of samples, of one file."""
    origin = Origin(
        "ELAN", "coder.eaf", "ef" * 32, "P1_emotion", "AB", (Media("first.mp4"), Media("side.mp4", -2.5)), "ms"
    )
    labels = tuple(
        ForeignAnnotation(Span.between(start_s, end_s), label, detail)
        for start_s, end_s, label, detail in (
            (0.0, 9.5, "happiness", ()),
            (9.5, 20.0, "sadness", ("broad", "as told")),
            (12.0, 12.0, "nod", ()),
        )
    )
    draw = np.random.default_rng(11)
    values = draw.normal(size=(rows, 2))
    values[3, 1] = np.nan
    values[4, 1] = 1e300
    samples = Samples(np.round(np.arange(rows) / 30, 6), ("AU12_r", "confidence"), values)
    return Imported(
        (
            ForeignTrack(origin, "Client", labels, vocabulary=("happiness", "sadness", "nod")),
            ForeignTrack(replace(origin, place="face 0", coder=""), "face 0", samples=samples),
        ),
        ("A note of the reader.",),
    )


def same(left: object, right: object) -> bool:
    """Equal to the bit, arrays, NaN and types of numbers included."""
    import dataclasses

    if isinstance(left, np.ndarray) and isinstance(right, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if dataclasses.is_dataclass(left):
        names = [one.name for one in dataclasses.fields(left)]
        return type(left) is type(right) and all(same(getattr(left, n), getattr(right, n)) for n in names)
    if isinstance(left, dict):
        return isinstance(right, dict) and list(left) == list(right) and all(same(left[k], right[k]) for k in left)
    if isinstance(left, tuple | list):
        return type(left) is type(right) and len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) and left != left:
        return isinstance(right, float) and right != right
    return type(left) is type(right) and left == right
