"""A realistic analysis made by hand: two people, missing parts, an unclear span, a contradicted clue, hostile texts."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.records.account import Account, Candidate, LevelAccount
from core.records.analysis import EMOTIONS, Analysis, PersonSummary, Provenance, Reading, Segment
from core.records.measurement import Quality, Speech
from core.records.moment import MICROSECOND, Moment, Span
from core.records.tree import AffectiveTree, Clue, Evidence, RationaleEdge
from core.records.video import AudioStream, Video

DURATION_S = 48.0
HOSTILE = "<script>alert('x')</script> 微笑 😀 & \"quotes\""


def video(*, duration_s: float = DURATION_S, frames: int = 1200) -> Video:
    return Video(
        path=Path("/secret/Erika Mustermann 李雷 😀.mp4"),
        sha256="3f" * 32,
        container="mov,mp4,m4a,3gp,3g2,mj2",
        codec="h264",
        pixel_format="yuv420p",
        width=1280,
        height=720,
        rotation=90,
        time_base=Fraction(1, 12800),
        start=Moment(0, MICROSECOND),
        duration_s=duration_s,
        frames=frames,
        average_rate=None if frames == 1 else Fraction(25),
        variable_frame_rate=True,
        interlaced=False,
        audio=AudioStream("aac", 48000, 2),
        notes=("The last 3 frames could not be decoded.",),
    )


def distribution(label: str, probability: float, second: str, second_probability: float) -> dict[str, float]:
    rest = max(0.0, 1 - probability - second_probability) / (len(EMOTIONS) - 2)
    return {name: {label: probability, second: second_probability}.get(name, rest) for name in EMOTIONS}


def clue(ident: str, level: str, name: str, text: str, span: Span, **more: object) -> Clue:
    plain = {"value": "present", "score": 0.8, "support": "supported", "evidence": ()}
    return Clue(id=ident, level=level, name=name, text=text, span=span, **{**plain, **more})  # type: ignore[arg-type]


def happy_tree(ident: str, span: Span, probability: float) -> AffectiveTree:
    inside = Span.between(span.start_s + 0.2, span.end_s - 0.1) if span.duration_s > 1 else span
    rule = "value is at least the threshold above the person's own baseline"
    smile = (Evidence("AU12", 0.71, 0.06, 0.3, "intensity, 0 to 1", rule),)
    cheeks = (Evidence("AU6", 0.48, 0.12, 0.2, "intensity", rule),)
    brows = (Evidence("AU4", 0.02, 0.03, 0.2, "intensity", rule),)
    look = (
        Evidence("appearance: happiness", probability, None, 0.5, "probability", "value is at least the threshold"),
    )
    covered = (Evidence("AU1", float("nan"), None, 0.25, "intensity", "brows are covered"),)
    roll = (Evidence("roll_deg", 14.2, 1.1, 8.0, "degrees", "tilt from the own baseline is at least the threshold"),)
    return AffectiveTree(
        clues=(
            clue(f"{ident}-a1", "attribute", "AU12", "Lip corners pulled up", inside, evidence=smile, value="marked"),
            clue(f"{ident}-a2", "attribute", "AU6", "Cheeks raised", inside, evidence=cheeks, score=0.64),
            clue(f"{ident}-a3", "attribute", "AU4", f"Brows lowered {HOSTILE}", inside, evidence=brows,
                 support="contradicted", score=0.05),
            clue(f"{ident}-a4", "attribute", "AU1", "Inner brows raised", inside, evidence=covered,
                 support="not_measurable", score=0.0),
            clue(f"{ident}-a5", "attribute", "roll_deg", "Head tilted to the left", span, evidence=roll, value="left",
                 score=0.7),
            clue(f"{ident}-e1", "expression", "smile with raised cheeks", "A smile that lifts the cheeks", inside,
                 score=0.77),
            clue(f"{ident}-e2", "expression", "frown", "A frown", inside, support="contradicted", score=0.04),
            clue(f"{ident}-m1", "emotion", "happiness", "Happiness is displayed", span, score=probability,
                 evidence=look),
        ),
        edges=(
            RationaleEdge(f"{ident}-a1", f"{ident}-e1", "lip corners pulled up are half of this expression"),
            RationaleEdge(f"{ident}-a2", f"{ident}-e1", "raised cheeks are the other half"),
            RationaleEdge(f"{ident}-a3", f"{ident}-e2", "lowered brows would make a frown"),
            RationaleEdge(f"{ident}-e1", f"{ident}-m1", "EMFACS prototype of happiness: AU6 + AU12"),
            RationaleEdge(f"{ident}-e2", f"{ident}-m1", "speaks against happiness"),
        ),
    )  # fmt: skip


def plain_tree(ident: str, span: Span, label: str, probability: float) -> AffectiveTree:
    rule = "value is at least the threshold above the person's own baseline"
    return AffectiveTree(
        clues=(
            clue(f"{ident}-a1", "attribute", "AU15", "Lip corners pulled down", span, score=0.5,
                 evidence=(Evidence("AU15", 0.41, 0.09, 0.25, "intensity", rule),)),
            clue(f"{ident}-e1", "expression", "lowered lip corners", "Mouth corners hang", span, score=0.45),
            clue(f"{ident}-m1", "emotion", label, f"{label.capitalize()} is displayed", span, score=probability),
        ),
        edges=(
            RationaleEdge(f"{ident}-a1", f"{ident}-e1", "lip corner depressor is the core of it"),
            RationaleEdge(f"{ident}-e1", f"{ident}-m1", f"part of the prototype of {label}"),
        ),
    )  # fmt: skip


def segment(
    ident: str, person: str, start_s: float, end_s: float, label: str | None, probability: float = 0.8,
    second: str = "surprise", second_probability: float = 0.1, *, reason: str = "display changes",
    speaking: bool | None = False, remark: str = "", quality: dict[str, float] | None = None,
) -> Segment:  # fmt: skip
    span = Span.between(start_s, end_s)
    if label is None:
        return Segment(ident, person, span, reason, False, 0.1, speaking, quality or {"occluded": 0.9}, None, None,  # type: ignore[arg-type]
                       AffectiveTree((), ()))  # fmt: skip
    top = "sadness" if label == "unclear" else label
    values = distribution(top, probability, second, second_probability)
    reading = Reading(
        label=label,
        distribution=values,
        alternatives=tuple(sorted((name for name in EMOTIONS if name != top), key=lambda name: -values[name])[:2]),
        stability=round(min(1.0, probability + 0.1), 3),
        signals={
            "action units": distribution(top, probability, second, second_probability),
            "appearance": distribution(second, 0.55, top, 0.3) if remark else values,
        },
        remark=remark,
    )
    tree = happy_tree(ident, span, probability) if label == "happiness" else plain_tree(ident, span, top, probability)
    middle = (start_s + end_s) / 2
    return Segment(ident, person, span, reason, True, 0.94, speaking, quality or {}, middle, reading, tree)  # type: ignore[arg-type]


def person(ident: str, segments: tuple[Segment, ...], spans: tuple[Span, ...], *, duration_s: float) -> PersonSummary:
    times = np.arange(0, max(duration_s, 0.1), 0.1 if duration_s < 600 else 1.0)
    rng = np.random.default_rng(5)
    quality = np.full(len(times), Quality.LOST, dtype=np.uint8)
    for span in spans:
        quality[(times >= span.start_s) & (times < span.end_s)] = 0
    curves = {}
    for code, floor in (("AU1", 0.05), ("AU4", 0.03), ("AU6", 0.12), ("AU12", 0.06), ("AU15", 0.09)):
        curve = floor + 0.02 * rng.standard_normal(len(times))
        for item in segments:
            here = (times >= item.span.start_s) & (times < item.span.end_s)
            if item.reading is None:
                quality[here] |= np.uint8(Quality.OCCLUDED)
                curve[here] = np.nan
            elif code in {"AU6", "AU12"} and item.reading.label == "happiness":
                curve[here] += 0.6 * np.sin(np.linspace(0.2, np.pi - 0.2, int(here.sum())))
        curve[quality == Quality.LOST] = np.nan
        curves[code] = np.clip(curve, 0, 1).astype(np.float32)
    return PersonSummary(
        id=ident, spans=spans, coverage=0.87,
        baseline="The 20 % of usable moments with the least movement, 6.2 s in all, median of each curve.",
        times_s=times, curves=curves,
        baseline_curves={"AU1": 0.05, "AU4": 0.03, "AU6": 0.12, "AU12": 0.06, "AU15": 0.09}, quality=quality,
    )  # fmt: skip


PROVENANCE = Provenance(
    software="VidEmo Studio",
    version="0.1.0",
    commit="fcfe923",
    analyst="measured",
    models={"face_landmarker": "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff", "fer": "ab" * 32},
    settings={
        "quality": {"occluded_visible_share": 0.6, "off_angle_deg": 45.0, "small_px": np.float32(48)},
        "segments": {"shortest_s": 0.5, "longest_s": 15.0, "cuts": ("content", 27.0)},
        "analyst": {"unclear_below": 0.45, "resamplings": 25, "note": HOSTILE},
    },
    libraries={"av": "15.0.0", "mediapipe": "0.10.31", "numpy": "2.1.0"},
    hardware={"cpu": "2 cores, x86_64", "system": "Linux"},
    seed=7,
    created="2026-11-23T02:40:00Z",
)


@pytest.fixture(scope="session")
def analysis() -> Analysis:
    """48 seconds, two people; P2 comes at 6 s, leaves from 30 to 36 s."""
    first = (
        segment("s1", "P1", 0, 4.8, "sadness", 0.62, "neutral", 0.2, reason="start",
                remark="Action units alone speak for sadness (0.62), appearance alone for neutral (0.55)."),
        segment("s2", "P1", 4.8, 9.0, None),
        segment("s3", "P1", 9.0, 14.2, "unclear", 0.38, "neutral", 0.31, speaking=True, remark="=HYPERLINK(\"x\")"),
        segment("s4", "P1", 14.2, 20.5, "happiness", 0.91),
        segment("s5", "P1", 20.5, 31.0, "neutral", 0.77, "sadness", 0.12, speaking=True),
        segment("s6", "P1", 31.0, 33.4, "surprise", 0.58, "fear", 0.22, reason="shot cut"),
        segment("s7", "P1", 33.4, 40.0, "happiness", 0.7, "neutral", 0.2, reason="longest length", speaking=None),
        segment("s8", "P1", 40.0, 48.0, "neutral", 0.84, "sadness", 0.08),
    )  # fmt: skip
    second = (
        segment("s9", "P2", 6.0, 15.0, "neutral", 0.72, "anger", 0.15, reason="face appears", speaking=True),
        segment("s10", "P2", 15.0, 21.0, "anger", 0.55, "disgust", 0.25),
        segment("s11", "P2", 21.0, 25.5, "disgust", 0.52, "anger", 0.3),
        segment("s12", "P2", 25.5, 30.0, None, quality={"off_angle": 0.7, "dark": 0.4}),
        segment("s13", "P2", 36.0, 40.5, "fear", 0.5, "surprise", 0.33, reason="face appears"),
        segment("s14", "P2", 40.5, 48.0, "happiness", 0.83),
    )
    return Analysis(
        video=video(),
        span=Span.between(0, DURATION_S),
        people=(
            person("P1", first, (Span.between(0, 48),), duration_s=DURATION_S),
            person("P2", second, (Span.between(6, 30), Span.between(36, 48)), duration_s=DURATION_S),
        ),
        segments=first + second,
        cuts_s=(31.0,),
        speech=Speech(((6.5, 13.9), (21.0, 30.2), (41.0, 44.0)), "Energy 12 dB above the floor for at least 0.3 s."),
        notes=("1 frame at 00:12.4 could not be decoded and was passed over.",),
        provenance=PROVENANCE,
    )


def candidate(text: str, tree: AffectiveTree, *, score: float, log_probability: float = -0.4) -> Candidate:
    parts = {"consensus": score, "agreement": 0.5}
    return Candidate(text, tree, score, parts, log_probability, tokens=len(text.split()), ended=score > 0.3)


def told(of: Segment) -> Segment:
    """The segment with what a model said of it: three levels, two candidates each, the second one chosen."""
    empty = AffectiveTree((), ())
    levels = tuple(
        LevelAccount(
            level,
            f"search/{level}@1",
            (
                candidate(f"A loser at {level}. {HOSTILE}", empty, score=0.25, log_probability=float("nan")),
                candidate(f"The winner at {level}.", of.tree, score=0.75),
            ),
            chosen=1,
            stability=0.5,
        )
        for level in ("attribute", "expression", "emotion")
    )
    account = Account(levels, f"Because of the mouth. {HOSTILE}", (f"An odd sentence. {HOSTILE}",), "", 8)
    return replace(of, account=account)


FAILURE = "The model gave no answer that can be read."


def failed(of: Segment) -> Segment:
    """The segment as it is where the model failed to read it."""
    return replace(of, reading=None, tree=AffectiveTree((), ()), account=Account((), "", (), FAILURE, 4))


@pytest.fixture(scope="session")
def by_model(analysis: Analysis) -> Analysis:
    """The same recording as a vision language model read it: s8 and s14 failed, s2 and s12 stay not assessable."""
    segments = tuple(
        one if not one.assessable else failed(one) if one.id in {"s8", "s14"} else told(one)
        for one in analysis.segments
    )
    settings = {
        **analysis.provenance.settings,
        "engine": {"engine": "transformers", "model": "VidEmo-3B", "quantisation": "nf4", "device": "cuda",
                   "precision": "bf16", "adapter": "clinic-1", "address": "", "context_tokens": 8192,
                   "prompts": ("search/attributes@1", "search/emotion@2")},
        "language model": {"search.mode": "search", "search.candidates": 2, "vision.variant": "corrected"},
    }  # fmt: skip
    provenance = replace(analysis.provenance, analyst="videmo", settings=settings)
    return replace(analysis, segments=segments, provenance=provenance)


@pytest.fixture(scope="session")
def nobody() -> Analysis:
    """A recording without any face and without an audio track."""
    return Analysis(video(duration_s=10.0, frames=250), Span.between(0, 10), (), (), (), None, (), PROVENANCE)


@pytest.fixture(scope="session")
def still() -> Analysis:
    """One picture with one face; the reader gives it the length of a frame."""
    only = segment("s1", "P1", 0, 0.04, "happiness", 0.9, reason="start", speaking=None)

    summary = person("P1", (only,), (only.span,), duration_s=0)
    return Analysis(video(duration_s=0.04, frames=1), only.span, (summary,), (only,), (), None, (), PROVENANCE)


@pytest.fixture(scope="session")
def long_session() -> Callable[[int], Analysis]:
    """Builds a 10-hour recording of one person with a given number of segments."""

    def build(count: int) -> Analysis:
        each = 36_000 / count
        labels = ("neutral", "happiness", "sadness", None, "unclear", "anger", "neutral", "surprise")
        segments = tuple(
            segment(f"s{n + 1}", "P1", n * each, (n + 1) * each, labels[n % 8], 0.5 + 0.39 * (n * 37 % 100) / 100)
            for n in range(count)
        )
        whole = Span.between(0, 36_000)
        return Analysis(
            video(duration_s=36_000, frames=900_000), whole, (person("P1", segments, (whole,), duration_s=36_000),),
            segments, (600.0, 7200.0), Speech(((10.0, 600.0), (9000.0, 20000.0)), "rule"), (), PROVENANCE,
        )  # fmt: skip

    return build


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A small picture, as key frames come."""
    import io

    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (320, 320), "#d8cbb8")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((70, 40, 250, 280), fill="#b98f6d")
    draw.arc((120, 150, 200, 230), 20, 160, fill="#5a2e22", width=6)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
