"""The machine-readable result. Comes in: an `Analysis`. Goes out: the document of `videmo.analysis/1` and its bytes.

Numbers are rounded here and nowhere else, so that every other file says the same: seconds to 6 decimals, everything
else to 4; thresholds and settings stay exact. Missing is null. The file name of the recording is left out on purpose:
it often names a patient, and the SHA-256 already says which recording it was. The curves stay out too (a 10-hour
recording holds millions of values); the neutral values they are compared with are in. Must not know: HTML, CSV.
"""

import json
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from core.assets import resource
from core.export.look import FLAGS
from core.records.account import Account, Candidate
from core.records.analysis import EMOTIONS, UNCLEAR, Analysis, PersonSummary, Reading, Segment
from core.records.moment import Span
from core.records.tree import AffectiveTree
from core.records.video import Video

SCHEMA = "videmo.analysis/1"
LANGUAGE_MODEL = "videmo"
"""The analyst that is a language model."""
SECONDS_DECIMALS = 6
VALUE_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Accuracy:
    """One measured figure for this version, shown in every report."""

    footage: str
    people: str
    clips: int
    accuracy: float
    """Share of clips read as labelled, in [0, 1]."""
    uar: float
    """Unweighted average recall over the classes, in [0, 1]."""
    note: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What the results may be used for and how far they go: `resources/report/limits.toml`."""

    intended_use: str
    calibration: str
    """On what the probabilities were calibrated, and how well."""
    caveats: tuple[str, ...]
    accuracy: tuple[Accuracy, ...]
    """Measured figures; none for a language model, which no figure was measured for."""
    unproven: str
    """What to say where there is no figure."""


def limits(analyst: str = "measured") -> Limits:
    """Reads the shipped limits of an analyst. Raises `FileNotFoundError` when the installation lacks them."""
    table = tomllib.loads(resource("report/limits.toml").read_text(encoding="utf-8"))
    common = tuple(str(line) for line in table["caveats"])
    if analyst == LANGUAGE_MODEL:
        own = table["language_model"]
        caveats = (*common, *(str(line) for line in own["caveats"]))
        return Limits(str(table["intended_use"]), str(own["calibration"]), caveats, (), str(own["accuracy"]))
    return Limits(
        intended_use=str(table["intended_use"]),
        calibration=str(table["calibration"]),
        caveats=common,
        accuracy=tuple(Accuracy(**row) for row in table.get("accuracy", ())),
        unproven=str(table["unproven"]),
    )


def document(analysis: Analysis) -> dict[str, Any]:
    """The whole analysis as plain JSON values, keys in a fixed order.

    Raises `ValueError` where the records contradict themselves: a reading without an assessable segment, an assessable
    segment with neither reading nor failure, a label or quality flag nobody knows.
    """
    return {key: list(cast(Iterator[Any], v)) if isinstance(v, Iterator) else v for key, v in _entries(analysis)}


def segment_documents(analysis: Analysis) -> Iterator[dict[str, Any]]:
    """The document's entry of each segment, made one at a time. Raises as `document` does."""
    return (_segment(segment) for segment in analysis.segments)


def settings_of(analysis: Analysis) -> dict[str, Any]:
    """Every threshold of every stage as JSON values, by stage."""
    return {stage: _exact(values) for stage, values in sorted(analysis.provenance.settings.items())}


def analysis_json(analysis: Analysis) -> bytes:
    """`document(analysis)` as UTF-8 with a line end; the same analysis gives the same bytes."""
    return b"".join(json_pieces(analysis))


def json_pieces(analysis: Analysis) -> Iterator[bytes]:
    """The bytes of `analysis_json` piece by piece, so that hours of trees never lie in memory as text.

    One person, segment or other entry a line, so that two files can be compared by line. Raises as `document` does.
    """
    between = "{\n"
    for key, value in _entries(analysis):
        yield f"{between} {_compact(key)}: ".encode()
        if isinstance(value, list | Iterator):
            lines = False
            for entry in cast(Iterable[object], value):
                yield ((",\n  " if lines else "[\n  ") + _compact(entry)).encode("utf-8", "replace")
                lines = True
            yield b"\n ]" if lines else b"[]"
        else:
            yield _compact(value).encode("utf-8", "replace")
        between = ",\n"
    yield b"\n}\n"


def _entries(analysis: Analysis) -> Iterator[tuple[str, Any]]:
    """The document's keys in order with their values; what grows with the recording is an iterator."""
    known = limits(analysis.provenance.analyst)
    yield "schema", SCHEMA
    yield "intended_use", known.intended_use
    yield "video", _video(analysis.video)
    yield "span", _span(analysis.span)
    yield "people", [_person(person) for person in analysis.people]
    yield "segments", segment_documents(analysis)
    yield "cuts_s", [_seconds(cut) for cut in analysis.cuts_s]
    speech = analysis.speech
    spoken = () if speech is None else speech.spans_s
    spans = [{"start_s": _seconds(a), "end_s": _seconds(b)} for a, b in spoken]
    yield "speech", None if speech is None else {"spans": spans, "rule": speech.rule}
    yield "notes", list(analysis.notes)
    yield "caveats", list(known.caveats)
    yield "provenance", _provenance(analysis)


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _video(video: Video) -> dict[str, Any]:
    return {
        "sha256": video.sha256,
        "duration_s": _seconds(video.duration_s),
        "width": video.width,
        "height": video.height,
        "frames": video.frames,
        "variable_frame_rate": video.variable_frame_rate,
        "rotation": video.rotation,
        "container": video.container,
        "codec": video.codec,
        "pixel_format": video.pixel_format,
        "interlaced": video.interlaced,
        "average_rate_hz": None if video.average_rate is None else _value(float(video.average_rate)),
        "audio": None
        if video.audio is None
        else {
            "codec": video.audio.codec,
            "sample_rate_hz": video.audio.sample_rate,
            "channels": video.audio.channels,
        },
        "notes": list(video.notes),
    }


def _person(person: PersonSummary) -> dict[str, Any]:
    return {
        "id": person.id,
        "spans": [_span(span) for span in person.spans],
        "coverage": _value(person.coverage),
        "baseline": person.baseline,
        "baseline_values": {name: _value(person.baseline_curves[name]) for name in sorted(person.baseline_curves)},
    }


def _segment(segment: Segment) -> dict[str, Any]:
    if segment.assessable != (segment.reading is not None or bool(segment.failure)):
        raise ValueError(f"segment {segment.id}: a reading or a failure is there exactly when it is assessable")
    if segment.reading is not None and segment.failure:
        raise ValueError(f"segment {segment.id}: a segment that was read has no failure")
    unknown = set(segment.quality) - {look.key for look in FLAGS}
    if unknown:
        raise ValueError(f"segment {segment.id}: unknown quality flags {sorted(unknown)}")
    told: dict[str, Any] = {"failure": segment.failure} if segment.failure else {}
    if segment.account is not None:
        told["account"] = _account(segment.account)
    return {
        "id": segment.id,
        "person": segment.person,
        **_span(segment.span),
        "reason": segment.reason,
        "assessable": segment.assessable,
        "coverage": _value(segment.coverage),
        "speaking": segment.speaking,
        "quality": {look.key: _value(segment.quality.get(look.key, 0.0)) for look in FLAGS},
        "key_frame_s": None if segment.key_frame_s is None else _seconds(segment.key_frame_s),
        "emotion": None if segment.reading is None else _reading(segment.reading, segment_id=segment.id),
        "tree": _tree(segment.tree),
        **told,
    }


def _account(account: Account) -> dict[str, Any]:
    return {
        "levels": [
            {
                "level": level.level,
                "prompt": level.prompt,
                "candidates": [_candidate(candidate) for candidate in level.candidates],
                "chosen": level.chosen,
                "stability": None if level.stability is None else _value(level.stability),
            }
            for level in account.levels
        ],
        "rationale": account.rationale,
        "unread": list(account.unread),
        "frames": account.frames,
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "text": candidate.text,
        "tree": _tree(candidate.tree),
        "score": _value(candidate.score),
        "parts": {name: _value(candidate.parts[name]) for name in sorted(candidate.parts)},
        "log_probability": _value(candidate.log_probability),
        "tokens": candidate.tokens,
        "ended": candidate.ended,
    }


def _reading(reading: Reading, *, segment_id: str) -> dict[str, Any]:
    if reading.label not in {*EMOTIONS, UNCLEAR}:
        raise ValueError(f"segment {segment_id}: unknown label {reading.label!r}")
    if set(reading.distribution) != set(EMOTIONS):
        raise ValueError(f"segment {segment_id}: the distribution needs exactly the seven classes")
    return {
        "label": reading.label,
        "probability": None if reading.label == UNCLEAR else _value(reading.distribution[reading.label]),
        "distribution": {name: _value(reading.distribution[name]) for name in EMOTIONS},
        "alternatives": [
            {"label": name, "probability": _value(reading.distribution[name])} for name in reading.alternatives
        ],
        "stability": _value(reading.stability),
        "signals": {
            signal: {name: _value(values[name]) for name in EMOTIONS if name in values}
            for signal, values in sorted(reading.signals.items())
        },
        "remark": reading.remark,
    }


def _tree(tree: AffectiveTree) -> dict[str, Any]:
    nodes = [
        {
            "id": clue.id,
            "level": clue.level,
            "name": clue.name,
            "value": clue.value,
            "text": clue.text,
            **_span(clue.span),
            "score": _value(clue.score),
            "support": clue.support,
            "evidence": [
                {
                    "measure": item.measure,
                    "value": _value(item.value),
                    "baseline": None if item.baseline is None else _value(item.baseline),
                    "threshold": _exact(item.threshold),
                    "unit": item.unit,
                    "rule": item.rule,
                }
                for item in clue.evidence
            ],
        }
        for clue in tree.clues
    ]
    return {"nodes": nodes, "edges": [{"from": edge.source, "to": edge.target, "why": edge.why} for edge in tree.edges]}


def _provenance(analysis: Analysis) -> dict[str, Any]:
    known = analysis.provenance
    return {
        "software": known.software,
        "version": known.version,
        "commit": known.commit,
        "analyst": known.analyst,
        "models": dict(sorted(known.models.items())),
        "settings": settings_of(analysis),
        "libraries": dict(sorted(known.libraries.items())),
        "hardware": dict(sorted(known.hardware.items())),
        "seed": known.seed,
        "created": known.created,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start_s": _seconds(span.start_s), "end_s": _seconds(span.end_s)}


def _seconds(value: float) -> float | None:
    return _rounded(value, decimals=SECONDS_DECIMALS)


def _value(value: float) -> float | None:
    return _rounded(value, decimals=VALUE_DECIMALS)


def _rounded(value: float, *, decimals: int) -> float | None:
    number = float(value)
    if not math.isfinite(number):
        return None
    return round(number, decimals) + 0.0  # + 0.0 turns -0.0 into 0.0: one value, one spelling


def _exact(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """A setting as a JSON value, not rounded. What JSON has no type for is written as text, NaN as null."""
    if isinstance(value, np.generic):
        value = value.item()
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return None if math.isnan(value) else value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        pairs = cast(Mapping[object, object], value)
        return {str(key): _exact(pairs[key]) for key in sorted(pairs, key=str)}
    if isinstance(value, np.ndarray):
        return _exact(cast(Sequence[object], value.tolist()))
    if isinstance(value, set | frozenset):
        return sorted(str(item) for item in cast(Iterable[object], value))
    if isinstance(value, list | tuple):
        return [_exact(item) for item in cast(Sequence[object], value)]
    return str(value)
