"""The report's timeline as coordinates. Comes in: an `Analysis`. Goes out: blocks, strips and lanes ready to place.

Horizontal places are percent of the drawn width, so that the page can stretch the timeline without redrawing it;
dense parts are one path per colour in a box of 10000 by 1000. Must not know: HTML elements, colours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.export.clock import amount, axis_ticks, time_code
from core.export.extent import DENSE, Extent, Patch, display_patches, quality_patches
from core.export.look import LOOKS, MISSING, key_of, steadiness, why_missing
from core.records.analysis import EMOTIONS, UNCLEAR, Analysis, PersonSummary, Segment

BOX_WIDTH = 10_000
BOX_HEIGHT = 1_000


@dataclass(frozen=True, slots=True)
class Block:
    """One segment in its lane."""

    anchor: str
    left: str
    """Percent of the width, as text."""
    width: str
    middle: str
    share: str
    """Of the width, from 0 to 1: decides whether the letter fits."""
    height: float
    """Of the lane, from 0 to 1."""
    key: str
    """Label, or `not assessable` or `not read`."""
    letter: str
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One person."""

    person: str
    dense: bool
    blocks: tuple[Block, ...]
    """Every segment; in a dense lane invisible columns to click."""
    columns: Mapping[str, str]
    """Path of each label in a dense lane."""
    hatched: tuple[Block, ...]
    """What has no reading in a dense lane."""
    strip: Mapping[str, str]
    """Path of each emotion's probability; empty in a dense lane."""
    quality: Mapping[str, str]
    """Path of each quality flag."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the time axis."""

    left: str
    label: str
    fine: bool
    """Shown only when the timeline is stretched."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything the figure shows."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    speech: str
    """One path."""
    cuts: str
    """One path of vertical lines."""
    column: str
    """Length of a dense column in words; empty where no lane is dense."""


def timeline(analysis: Analysis, *, anchors: Mapping[str, str]) -> Timeline:
    """The figure; `anchors` gives the page's anchor of each segment id."""
    extent = Extent.of(analysis)
    by_person: dict[str, list[Segment]] = {person.id: [] for person in analysis.people}
    for segment in analysis.segments:
        by_person.setdefault(segment.person, []).append(segment)
    lanes = tuple(_lane(p, by_person[p.id], extent=extent, anchors=anchors) for p in analysis.people)
    coarse = axis_ticks(extent.start_s, extent.end_s)
    fine = axis_ticks(extent.start_s, extent.end_s, most=80)
    between = [tick for tick in fine if all(abs(tick[0] - seconds) > 1e-6 for seconds, _ in coarse)]
    ticks = [Tick(_percent(extent.share(seconds)), label, False) for seconds, label in coarse]
    ticks += [Tick(_percent(extent.share(seconds)), label, True) for seconds, label in between]
    spoken = analysis.speech.spans_s if analysis.speech else ()
    places = [(extent.share(a), extent.share(b)) for a, b in spoken]
    cuts = (extent.share(cut) for cut in analysis.cuts_s if extent.start_s <= cut <= extent.end_s)
    return Timeline(
        lanes=lanes,
        ticks=tuple(ticks),
        speech="".join(_box(a, b, 0, 1) for a, b in places if b > a),
        cuts="".join(f"M{round(x * BOX_WIDTH)} 0v{BOX_HEIGHT}" for x in cuts),
        column=amount(extent.length_s / DENSE) if any(lane.dense for lane in lanes) else "",
    )


def title(segment: Segment) -> str:
    """What hovering over a segment says."""
    reading = segment.reading
    start, end = time_code(segment.span.start_s), time_code(segment.span.end_s)
    where = f"{segment.person} {start}–{end}" if start != end else segment.person
    if reading is None:
        why = why_missing(segment)
        return f"{where}: {key_of(segment)}{f' ({why})' if why else ''}"
    others = ", ".join(f"{name} {reading.distribution[name]:.2f}" for name in reading.alternatives[:2])
    if reading.label == UNCLEAR:
        ranked = sorted(EMOTIONS, key=lambda name: -reading.distribution[name])[:2]
        says = "unclear: " + " or ".join(f"{name} {reading.distribution[name]:.2f}" for name in ranked)
    else:
        says = f"{reading.label} displayed, probability {reading.distribution[reading.label]:.2f}"
        says += f"; next {others}" if others else ""
    speaks = {True: "; speaking", False: "; silent", None: ""}[segment.speaking]
    return f"{where}: {says}; {steadiness(segment)}{speaks}"


def _lane(
    person: PersonSummary, segments: Sequence[Segment], *, extent: Extent, anchors: Mapping[str, str]
) -> Lane:  # fmt: skip
    dense = len(segments) >= DENSE
    quality = _paths(quality_patches(person, extent=extent, cells=600))
    if not dense:
        blocks = tuple(_block(segment, extent=extent, anchor=anchors[segment.id]) for segment in segments)
        return Lane(person.id, False, blocks, {}, (), _strip(segments, extent=extent), quality)
    patches = display_patches(segments, extent=extent, columns=DENSE)
    missing = tuple(
        _placed(p.left, p.right, anchor="", key=p.key, letter=f"{1 - p.high:.3f}", title="", height=p.high - p.low)
        for p in patches
        if p.key in MISSING
    )
    shown = _paths(patch for patch in patches if patch.key not in MISSING)
    return Lane(person.id, True, _columns(segments, extent=extent, anchors=anchors), shown, missing, {}, quality)


def _block(segment: Segment, *, extent: Extent, anchor: str) -> Block:
    left, right = extent.shares(segment.span)
    key, letter, height = key_of(segment), "", 1.0
    if segment.reading is not None:
        letter = LOOKS[key].letter
        height = max(0.12, max(segment.reading.distribution.values()))
    return _placed(left, right, anchor=anchor, key=key, letter=letter, title=title(segment), height=height)


def _columns(segments: Sequence[Segment], *, extent: Extent, anchors: Mapping[str, str]) -> tuple[Block, ...]:
    """One place to click per dense column: the first segment that lies in it."""
    first: dict[int, list[Segment]] = {}
    for segment in segments:
        left, right = extent.shares(segment.span)
        first.setdefault(min(DENSE - 1, int((left + right) / 2 * DENSE)), []).append(segment)
    step = extent.length_s / DENSE
    columns: list[Block] = []
    for n, inside in sorted(first.items()):
        start = extent.start_s + n * step
        about = f"{time_code(start, decimals=0)}–{time_code(start + step, decimals=0)}: {len(inside)} segments"
        text = f"{about}; first {title(inside[0])}"
        columns.append(
            _placed(n / DENSE, (n + 1) / DENSE, anchor=anchors[inside[0].id], key="", letter="", title=text, height=1.0)
        )
    return tuple(columns)


def _placed(left: float, right: float, *, anchor: str, key: str, letter: str, title: str, height: float) -> Block:
    return Block(
        anchor=anchor,
        left=_percent(left),
        width=_percent(right - left),
        middle=_percent((left + right) / 2),
        share=f"{right - left:.5f}",
        height=round(height, 4),
        key=key,
        letter=letter,
        title=title,
    )


def _strip(segments: Sequence[Segment], *, extent: Extent) -> dict[str, str]:
    paths = dict.fromkeys(EMOTIONS, "")
    for segment in segments:
        if segment.reading is None:
            continue
        left, right = extent.shares(segment.span)
        low = 0.0
        for name in EMOTIONS:
            high = low + segment.reading.distribution[name]
            paths[name] += _box(left, right, low, high)
            low = high
    return {name: path for name, path in paths.items() if path}


def _paths(patches: Iterable[Patch]) -> dict[str, str]:
    paths: dict[str, str] = {}
    for patch in patches:
        paths[patch.key] = paths.get(patch.key, "") + _box(patch.left, patch.right, patch.low, patch.high)
    return paths


def _box(left: float, right: float, low: float, high: float) -> str:
    """A rectangle as path data; `low` and `high` count from the floor, the drawing from the ceiling."""
    x, y = round(left * BOX_WIDTH), round((1 - high) * BOX_HEIGHT)
    width, height = max(1, round(right * BOX_WIDTH) - x), round((1 - low) * BOX_HEIGHT) - y
    return f"M{x} {y}h{width}v{height}h-{width}z" if height > 0 else ""


def _percent(share: float) -> str:
    return f"{share * 100:.4f}".rstrip("0").rstrip(".") + "%"
