"""One row per segment for a spreadsheet or a statistics program.

Comes in: the segments of `core.export.document`, so that no number differs from analysis.json. Goes out: RFC 4180
with commas, CRLF, decimal points and a byte order mark (without one Excel reads UTF-8 as Windows-1252; pandas and
readr skip it, base R wants `fileEncoding = "UTF-8-BOM"`). An empty cell is missing; a 0 was measured; yes is 1, no 0.
Must not know: records, HTML.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.export.look import FLAGS
from core.records.analysis import EMOTIONS

COLUMNS = (
    "segment",
    "person",
    "start_s",
    "end_s",
    "duration_s",
    "reason",
    "assessable",
    "coverage_share",
    "speaking",
    "displayed",
    "displayed_probability",
    *(f"p_{name}" for name in EMOTIONS),
    "alternative_1",
    "alternative_1_probability",
    "alternative_2",
    "alternative_2_probability",
    "stability_share",
    *(f"quality_{look.key}_share" for look in FLAGS),
    "key_frame_s",
    "clues_supported",
    "clues_contradicted",
    "clues_not_measurable",
    "remark",
    "failure",
    "candidates",
    "unread_sentences",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # a spreadsheet runs what begins so


def segments_csv(segments: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The table line by line, from the document's segments; the header alone where there are none."""
    yield ",".join(COLUMNS).encode("utf-8-sig") + b"\r\n"
    for segment in segments:
        row = _row(segment)
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\r\n").writerow([_cell(row[column]) for column in COLUMNS])
        yield line.getvalue().encode("utf-8", "replace")


def _row(segment: Mapping[str, Any]) -> dict[str, object]:
    emotion: Mapping[str, Any] = segment["emotion"] or {}
    distribution: Mapping[str, float] = emotion.get("distribution", {})
    support = Counter(node["support"] for node in segment["tree"]["nodes"])
    account: Mapping[str, Any] | None = segment.get("account")
    row: dict[str, object] = {
        "segment": segment["id"],
        "person": segment["person"],
        "start_s": segment["start_s"],
        "end_s": segment["end_s"],
        "duration_s": round(segment["end_s"] - segment["start_s"], 6),
        "reason": segment["reason"],
        "assessable": segment["assessable"],
        "coverage_share": segment["coverage"],
        "speaking": segment["speaking"],
        "displayed": emotion.get("label"),
        "displayed_probability": emotion.get("probability"),
        "stability_share": emotion.get("stability"),
        "key_frame_s": segment["key_frame_s"],
        "clues_supported": support["supported"],
        "clues_contradicted": support["contradicted"],
        "clues_not_measurable": support["not_measurable"],
        "remark": emotion.get("remark"),
        "failure": segment.get("failure"),
        "candidates": None if account is None else sum(len(level["candidates"]) for level in account["levels"]),
        "unread_sentences": None if account is None else len(account["unread"]),
    }
    row |= {f"p_{name}": distribution.get(name) for name in EMOTIONS}
    row |= {f"quality_{look.key}_share": segment["quality"][look.key] for look in FLAGS}
    alternatives: list[Mapping[str, Any]] = [*emotion.get("alternatives", ()), {}, {}]
    for place, alternative in enumerate(alternatives[:2], start=1):
        row[f"alternative_{place}"] = alternative.get("label")
        row[f"alternative_{place}_probability"] = alternative.get("probability")
    return row


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
