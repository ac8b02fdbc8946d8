"""The timeline as a picture for a slide or a paper. Comes in: an `Analysis`. Goes out: PNG bytes, the same each time.

Per person a lane of segments (colour and letter say what is displayed, height its probability; unclear pale with a
question mark, what has no reading hatched), a strip of the whole distribution and a quality lane; below,
speech and time.
Drawn with matplotlib's objects, never through pyplot: no global figure, no window system. Must not know: HTML, files.
"""

import io
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from core.export.clock import amount, axis_ticks
from core.export.extent import DENSE, Extent, Patch, display_patches, quality_patches
from core.export.look import (
    DISCLAIMER,
    FLAGS,
    GOOD_COLOUR,
    HATCH_COLOUR,
    LOOKS,
    MISSING,
    NOT_ASSESSABLE,
    SPEECH_COLOUR,
    key_of,
)
from core.records.analysis import EMOTIONS, Analysis, PersonSummary, Segment

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DPI = 160
WIDTH_IN = 11.0
LEFT_IN = 1.15
RIGHT_IN = 0.4
LANE_IN = 0.52
STRIP_IN = 0.2
BAR_IN = 0.09
GAP_IN = 0.07
PERSON_GAP_IN = 0.24
TOP_IN = 0.62
BOTTOM_IN = 1.02
MOST_PEOPLE = 12
INK = "#26241f"
SOFT = "#6b675f"
LINE = "#dedbd4"
PAPER = "#ffffff"
PLAIN = "#f6f5f2"


class _Box(NamedTuple):
    """A rectangle: x in seconds (or 0 to 1 for a still picture), y in inches below the top."""

    left: float
    right: float
    top: float
    bottom: float


def timeline_png(analysis: Analysis) -> bytes:
    """The picture, 1760 pixels wide; people beyond the twelve longest in the picture are named, not drawn."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    people = _drawn_people(analysis)
    person_in = LANE_IN + GAP_IN + STRIP_IN + GAP_IN + BAR_IN + PERSON_GAP_IN
    lanes_in = max(1, len(people)) * person_in + BAR_IN + 0.16
    height_in = round((TOP_IN + lanes_in + BOTTOM_IN) * DPI) / DPI
    figure = Figure(figsize=(WIDTH_IN, height_in), dpi=DPI, facecolor=PAPER)
    canvas = FigureCanvasAgg(figure)
    plot_in = WIDTH_IN - LEFT_IN - RIGHT_IN
    axes = figure.add_axes(
        (LEFT_IN / WIDTH_IN, BOTTOM_IN / height_in, plot_in / WIDTH_IN, lanes_in / height_in), facecolor="none"
    )
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(lanes_in, 0)
    extent = Extent.of(analysis)
    _grid(axes, extent, cuts_s=analysis.cuts_s, height_in=lanes_in)
    by_person: dict[str, list[Segment]] = {person.id: [] for person in people}
    for segment in analysis.segments:
        by_person.get(segment.person, []).append(segment)
    for place, person in enumerate(people):
        _person(axes, person, by_person[person.id], extent=extent, top=place * person_in)
    if not people:
        _fill(axes, [_Box(0, 1, 0, LANE_IN)], hatched=HATCH_COLOUR)
        _text(axes, 0.5, LANE_IN / 2, "no face found: not assessable", size=9, boxed=True)
    _speech(axes, analysis, extent=extent, top=lanes_in - BAR_IN - 0.1)
    _frame(figure, analysis, extent=extent, drawn=len(people), height_in=height_in)
    buffer = io.BytesIO()
    canvas.print_png(buffer, metadata={"Software": "VidEmo Studio", "Description": DISCLAIMER})
    return buffer.getvalue()


def _drawn_people(analysis: Analysis) -> tuple[PersonSummary, ...]:
    longest = sorted(analysis.people, key=lambda person: -sum(span.duration_s for span in person.spans))
    kept = {person.id for person in longest[:MOST_PEOPLE]}
    return tuple(person for person in analysis.people if person.id in kept)


def _dense(analysis: Analysis) -> bool:
    return any(count >= DENSE for count in Counter(segment.person for segment in analysis.segments).values())


def _grid(axes: "Axes", extent: Extent, *, cuts_s: Iterable[float], height_in: float) -> None:
    for seconds, label in axis_ticks(extent.start_s, extent.end_s):
        x = extent.share(seconds)
        axes.plot([x, x], [-0.06, height_in], color=LINE, linewidth=0.7, zorder=0, clip_on=False)
        _text(axes, x, -0.14, label, size=7.5, colour=SOFT)
    if not extent.length_s:
        _text(axes, 0.5, -0.14, "still picture: no time axis", size=7.5, colour=SOFT)
    for cut in cuts_s:
        if extent.start_s <= cut <= extent.end_s:
            x = extent.share(cut)
            axes.plot([x, x], [-0.02, height_in], color=INK, linewidth=0.8, linestyle=(0, (2, 2)), zorder=6)


def _person(axes: "Axes", person: PersonSummary, segments: list[Segment], *, extent: Extent, top: float) -> None:
    floor = top + LANE_IN
    _label(axes, person.id, top + LANE_IN / 2, bold=True)
    for y in (top, floor):
        axes.plot([0, 1], [y, y], color=LINE, linewidth=0.7, zorder=1)
    strip_top = floor + GAP_IN
    if len(segments) >= DENSE:
        _patches(axes, display_patches(segments, extent=extent, columns=DENSE), top=top, height=LANE_IN)
    else:
        _blocks(axes, segments, extent=extent, floor=floor)
        _label(axes, "distribution", strip_top + STRIP_IN / 2)
    bar_top = strip_top + STRIP_IN + GAP_IN
    _patches(axes, quality_patches(person, extent=extent), top=bar_top, height=BAR_IN)
    _label(axes, "quality", bar_top + BAR_IN / 2)


def _blocks(axes: "Axes", segments: list[Segment], *, extent: Extent, floor: float) -> None:
    top, strip_top = floor - LANE_IN, floor + GAP_IN
    hatched: dict[str, list[_Box]] = {}
    blocks: dict[str, list[_Box]] = {}
    strips: dict[str, list[_Box]] = {}
    for segment in segments:
        left, right = extent.shares(segment.span)
        gap = min(0.0008, (right - left) * 0.15)
        if segment.reading is None:
            boxes = hatched.setdefault(key_of(segment), [])
            boxes += [_Box(left, right - gap, top, floor), _Box(left, right - gap, strip_top, strip_top + STRIP_IN)]
            continue
        reading = segment.reading
        height = LANE_IN * max(0.12, max(reading.distribution.values()))
        blocks.setdefault(reading.label, []).append(_Box(left, right - gap, floor - height, floor))
        look = LOOKS[reading.label]
        if (right - left) * (WIDTH_IN - LEFT_IN - RIGHT_IN) > 0.1 + 0.06 * len(look.letter):
            _text(axes, (left + right - gap) / 2, floor - 0.09, look.letter, size=7.5, colour=look.ink, bold=True)
        y = strip_top + STRIP_IN
        for name in EMOTIONS:
            share = reading.distribution[name]
            strips.setdefault(name, []).append(_Box(left, right, y - share * STRIP_IN, y))
            y -= share * STRIP_IN
    for label in LOOKS:
        edge = SOFT if label == "unclear" else None
        _fill(axes, blocks.get(label, []), colour=LOOKS[label].colour, edge=edge)
        _fill(axes, strips.get(label, []), colour=LOOKS[label].colour)
    for key, boxes in hatched.items():
        _fill(axes, boxes, hatched=MISSING[key])


def _patches(axes: "Axes", patches: Iterable[Patch], *, top: float, height: float) -> None:
    """Stacked patches of a lane whose ceiling is at `top`, `height` inches tall."""
    boxes: dict[str, list[_Box]] = {}
    for patch in patches:
        box = _Box(patch.left, patch.right, top + (1 - patch.high) * height, top + (1 - patch.low) * height)
        boxes.setdefault(patch.key, []).append(box)
    colours = {"good": GOOD_COLOUR} | {look.key: look.colour for look in FLAGS}
    colours |= {label: look.colour for label, look in LOOKS.items()}
    for key, same in boxes.items():
        if key in MISSING:
            _fill(axes, same, hatched=MISSING[key], edge="none")
        else:
            _fill(axes, same, colour=colours[key], edge="none")


def _speech(axes: "Axes", analysis: Analysis, *, extent: Extent, top: float) -> None:
    _label(axes, "speech", top + BAR_IN / 2)
    if analysis.speech is None:
        text = "no audio track" if analysis.video.audio is None else "not measured"
        _text(axes, 0.0, top + BAR_IN / 2, text, size=7.5, colour=SOFT, align="left")
        return
    boxes = [_Box(extent.share(a), extent.share(b), top, top + BAR_IN) for a, b in analysis.speech.spans_s]
    axes.plot([0, 1], [top + BAR_IN / 2] * 2, color=LINE, linewidth=0.7, zorder=1)
    _fill(axes, [box for box in boxes if box.right > box.left], colour=SPEECH_COLOUR)


def _frame(figure: Any, analysis: Analysis, *, extent: Extent, drawn: int, height_in: float) -> None:  # noqa: ANN401 - lazy import
    from matplotlib import patches

    family = "DejaVu Sans"
    title = {"x": LEFT_IN / WIDTH_IN, "y": 1 - 0.2 / height_in, "va": "center", "family": family}
    figure.text(s="What is displayed, over time", ha="left", size=10.5, weight="bold", color=INK, **title)
    more = len(analysis.people) - drawn
    side = f"{DISCLAIMER} · recording {analysis.video.sha256[:12]}"
    if more > 0:
        side = f"{more} more {'person' if more == 1 else 'people'} not drawn · {side}"
    figure.text(s=side, ha="right", size=7.5, color=SOFT, **(title | {"x": 1 - RIGHT_IN / WIDTH_IN}))
    keys = [patches.Patch(facecolor=look.colour, label=f"{look.letter}  {label}") for label, look in LOOKS.items()]
    keys[-1].set_edgecolor(SOFT)
    failed = any(segment.assessable and segment.reading is None for segment in analysis.segments)
    keys += [
        patches.Patch(facecolor=PLAIN, edgecolor=rim, hatch="////", label=word)
        for word, rim in MISSING.items()
        if failed or word == NOT_ASSESSABLE
    ]
    font = {"family": family, "size": 7.5}
    plain: dict[str, Any] = {
        "loc": "lower left",
        "frameon": False,
        "prop": font,
        "labelcolor": INK,
        "handlelength": 1.4,
    }
    plain |= {"handleheight": 1.0, "columnspacing": 1.4, "handletextpad": 0.5, "borderaxespad": 0, "borderpad": 0}
    x = LEFT_IN / WIDTH_IN
    figure.legend(handles=keys, ncols=len(keys), bbox_to_anchor=(x, 0.63 / height_in), **plain)
    quality = [patches.Patch(facecolor=GOOD_COLOUR, label="quality: usable face")]
    quality += [patches.Patch(facecolor=look.colour, label=look.words) for look in FLAGS]
    figure.legend(handles=quality, ncols=len(quality), bbox_to_anchor=(x, 0.39 / height_in), **plain)
    height = "Height shows the probability of what the model reads as displayed"
    if _dense(analysis):
        height = (
            f"Too many segments for blocks: height shows shares of time, {amount(extent.length_s / DENSE)} a column"
        )
    note = f"{height}. Hatched is missing, not neutral; empty is not in the picture. A dotted line is a shot cut."
    figure.text(x=x, y=0.2 / height_in, s=note, ha="left", va="center", size=7.5, color=SOFT, family=family)


def _fill(
    axes: "Axes", boxes: list[_Box], *, colour: str = PLAIN, hatched: str | None = None, edge: str | None = None
) -> None:
    """Draws boxes of one colour; `hatched`: the colour of the hatching over it."""
    from matplotlib.collections import PolyCollection

    if not boxes:
        return
    corners = [[(b.left, b.top), (b.right, b.top), (b.right, b.bottom), (b.left, b.bottom)] for b in boxes]
    rim = hatched or edge or "none"
    patches = PolyCollection(
        corners,
        facecolors=colour,
        edgecolors=rim,
        linewidths=0.5 if rim != "none" and edge != "none" else 0,
        hatch="////" if hatched else None,
    )
    patches.set_zorder(3)
    axes.add_collection(patches, autolim=False)


def _label(axes: "Axes", text: str, y: float, *, bold: bool = False) -> None:
    size, colour = (9, INK) if bold else (7.5, SOFT)
    _text(axes, -0.012, y, text, size=size, colour=colour, bold=bold, align="right")


def _text(
    axes: "Axes", x: float, y: float, text: str, *, size: float, colour: str = INK, bold: bool = False,
    align: str = "center", boxed: bool = False,
) -> None:  # fmt: skip
    box = {"facecolor": PAPER, "edgecolor": LINE, "boxstyle": "round,pad=0.4"} if boxed else None
    axes.text(
        x, y, _drawable(text), fontsize=size, color=colour, fontweight="bold" if bold else "normal", ha=align,
        va="center_baseline", family="DejaVu Sans", zorder=7, clip_on=False, bbox=box, parse_math=False,
    )  # fmt: skip


def _drawable(text: str) -> str:
    """The text with characters that matplotlib's own font lacks shown as a box (it would warn and draw one anyway)."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    font = get_font(findfont(FontProperties(family="DejaVu Sans")))
    return "".join(sign if font.get_char_index(ord(sign)) else "□" for sign in text)
