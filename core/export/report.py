"""The report as one page that needs nothing but itself.

Comes in: an `Analysis`, its document and key frames. Goes out: HTML with style, script, drawings and pictures
inside. A content security policy forbids every connection; style and script are allowed by their own hash, so that
nothing a text smuggles in can run. Must not know: where files go.
"""

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from core.assets import resource
from core.export.cards import MOST_OPEN, Chapter, anchors, chapters
from core.export.clock import amount, time_code
from core.export.document import Limits, limits, settings_of
from core.export.extent import DENSE
from core.export.lanes import Timeline, timeline
from core.export.look import DISCLAIMER, FLAGS, LOOKS, NOT_ASSESSABLE, NOT_READ
from core.export.method import method_statement, settings_rows
from core.export.observations import Observation, missing, observations
from core.export.totals import PersonTotals, person_totals
from core.records.analysis import Analysis

PIECES = 10
"""So many of the template's own pieces, a word or a whole card long, make one of the page's."""


@dataclass(frozen=True, slots=True)
class _Page:
    """Everything the template may use."""

    analysis: Analysis
    json_sha256: str
    limits: Limits
    facts: tuple[tuple[str, str], ...]
    totals: tuple[PersonTotals, ...]
    observations: tuple[Observation, ...]
    notable: frozenset[str]
    """Ids of the segments that the observations are about."""
    missing: tuple[Observation, ...]
    more_missing: int
    timeline: Timeline
    chapters: tuple[Chapter, ...]
    anchors: Mapping[str, str]
    method: tuple[str, ...]
    settings: tuple[tuple[str, str, str], ...]


def report_html(analysis: Analysis, *, json_sha256: str, key_frames: Mapping[str, bytes]) -> Iterator[bytes]:
    """The page as UTF-8, piece by piece: a segment's card is made when its turn comes.

    `json_sha256` is the hash of analysis.json; `key_frames` holds JPEG bytes by segment id, as many as there are.
    Raises `FileNotFoundError` at once when the installation lacks the template.
    """
    folder = resource("report")
    environment = Environment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["time_code"] = time_code
    environment.filters["amount"] = amount
    environment.filters["percent"] = _percent
    environment.filters["slug"] = _slug
    style = _palette() + (folder / "report.css").read_text(encoding="utf-8")
    script = (folder / "report.js").read_text(encoding="utf-8")
    lost, more_lost = missing(analysis)
    seen = observations(analysis)
    page = _Page(
        analysis=analysis,
        json_sha256=json_sha256,
        limits=limits(analysis.provenance.analyst),
        facts=_facts(analysis),
        totals=person_totals(analysis),
        observations=seen,
        notable=frozenset(item.segment for item in seen),
        missing=lost,
        more_missing=more_lost,
        timeline=timeline(analysis, anchors=anchors(analysis)),
        chapters=chapters(analysis, key_frames=key_frames),
        anchors=anchors(analysis),
        method=method_statement(analysis),
        settings=settings_rows(settings_of(analysis)),
    )
    stream = environment.get_template("report.html.j2").stream(
        page=page,
        policy=_policy(style=style, script=script),
        style=Markup(style),
        script=Markup(script),
        looks=LOOKS,
        flags=FLAGS,
        most_open=MOST_OPEN,
        dense=DENSE,
        disclaimer=DISCLAIMER,
        not_assessable=NOT_ASSESSABLE,
        not_read=NOT_READ,
    )
    stream.enable_buffering(PIECES)
    return (text.encode("utf-8", "replace") for text in stream)


def _policy(*, style: str, script: str) -> str:
    return (
        f"default-src 'none'; img-src data:; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _palette() -> str:
    """The colours of `core.export.look` as style rules: `.k-…` fills and backs, `.t-…` is the letter on it."""
    rules = [
        f".k-{_slug(label)}{{fill:{look.colour};background-color:{look.colour};color:{look.ink}}}"
        f".stretch text.t-{_slug(label)}{{fill:{look.ink}}}"
        for label, look in LOOKS.items()
    ]
    rules += [f".q-{look.key}{{fill:{look.colour};background-color:{look.colour}}}" for look in FLAGS]
    return "\n".join(rules) + "\n"


def _slug(label: str) -> str:
    return "missing" if label == NOT_ASSESSABLE else label.replace(" ", "-")


def _percent(share: float | None, decimals: int = 0) -> str:
    return "–" if share is None else f"{share * 100:.{decimals}f}\N{NO-BREAK SPACE}%"


def _facts(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    video, known = analysis.video, analysis.provenance
    size = f"{video.width} × {video.height} pixels"
    facts = [("Recording", "still picture" if video.still else f"{amount(video.duration_s)}, {size}")]
    if video.still:
        facts[0] = ("Recording", f"still picture, {size}")
    elif abs(analysis.span.duration_s - video.duration_s) > 0.05:
        facts.append(("Analysed", f"{time_code(analysis.span.start_s)} to {time_code(analysis.span.end_s)}"))
    facts.append(("People", str(len(analysis.people)) if analysis.people else "no face found"))
    facts.append(("Segments", str(len(analysis.segments))))
    model = known.settings.get("engine", {}).get("model")
    facts.append(("Analyst", f"{known.analyst}, {model}" if model else known.analyst))
    facts.append(("Made", known.created.replace("T", " ").removesuffix("Z").removesuffix("+00:00") + " UTC"))
    facts.append(("Recording ID", video.sha256[:12]))
    return tuple(facts)
