"""Subtitles: WebVTT and SubRip. Comes in: a source. Goes out: one track per voice, the text of a cue as its label.

WebVTT after the W3C candidate recommendation of 2019 (cue timings with a point, voices as <v Name>); SubRip as players
read it (timings with a comma, numbers above them optional). Tags are taken out and character references resolved;
settings, regions, styles and notes are passed over. Own parser because webvtt-py, srt and pysubs2 do not say in which
line a cue is wrong, and drop or repair what we must refuse. Must not know: speech.
"""

import html
import re
from collections.abc import Iterator, Sequence

from core.imports.source import Source
from core.records.foreign import ForeignAnnotation, ForeignTrack, Imported, Origin, Tool
from core.records.moment import Span

EXPORT = "Correct the line in a text editor or export the subtitles again."
_VTT_TIME = r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_SRT_TIME = r"(\d{1,4}):([0-5]?\d):([0-5]?\d)[,.](\d{1,3})"
_VTT = re.compile(rf"\s*{_VTT_TIME}[ \t]+-->[ \t]+{_VTT_TIME}(?:[ \t].*)?", re.ASCII)
_SRT = re.compile(rf"\s*{_SRT_TIME}\s*-->\s*{_SRT_TIME}(?:\s.*)?", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"<[^<>]*>")
_ASIDE = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t].*)?")

Block = list[tuple[int, str]]
"""Lines with their number."""


def read_webvtt(source: Source) -> Imported:
    """The cues of a WebVTT file. Raises `ForeignFileError` with the line of what is wrong."""
    blocks = list(_blocks(source.text()))
    if not blocks or not re.fullmatch(r"WEBVTT(?:[ \t].*)?", blocks[0][0][1]):
        raise source.error("a WebVTT file begins with WEBVTT.", remedy=EXPORT, line=1)
    notes = [source.note] if source.note else []
    if any("X-TIMESTAMP-MAP" in text for _, text in blocks[0]):
        notes.append("The file belongs to a stream and maps its times to it (X-TIMESTAMP-MAP); the map was not used.")
    cues = [_cue(block, _VTT, source) for block in blocks[1:] if not _ASIDE.fullmatch(block[0][1])]
    return Imported(_tracks(cues, "WebVTT", source), tuple(notes))


def read_srt(source: Source) -> Imported:
    """The cues of a SubRip file. Raises `ForeignFileError` with the line of what is wrong."""
    cues = [_cue(block, _SRT, source) for block in _blocks(source.text())]
    return Imported(_tracks(cues, "SubRip", source), (source.note,) if source.note else ())


def is_srt(head: str) -> bool:
    """Whether a text begins with a cue of SubRip."""
    first = next(_blocks(head), [])
    return any(_SRT.fullmatch(text) for _, text in first[:2])


def _blocks(text: str) -> Iterator[Block]:
    """Runs of lines between blank ones."""
    block: Block = []
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.lstrip("\ufeff")), start=1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _cue(block: Block, timing: re.Pattern[str], source: Source) -> ForeignAnnotation:
    place = next((index for index, (_, text) in enumerate(block[:2]) if "-->" in text), None)
    if place is None:
        raise source.error("a cue without times.", remedy=EXPORT, line=block[0][0])
    line, text = block[place]
    match = timing.fullmatch(text)
    if match is None:
        raise source.error(f"{text.strip()[:60]!r} are no times of a cue.", remedy=EXPORT, line=line)
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if end < start:
        raise source.error("the cue ends before it starts.", remedy=EXPORT, line=line)
    return ForeignAnnotation(Span.between(start, end), "\n".join(text for _, text in block[place + 1 :]))


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return int(hours) * 3600 + int(minutes) * 60 + float(f"{int(seconds)}.{fraction.ljust(3, '0')}")


def _tracks(cues: Sequence[ForeignAnnotation], tool: Tool, source: Source) -> tuple[ForeignTrack, ...]:
    if not cues:
        raise source.error("the file has no cue.", remedy="Check that you chose the right file.")
    voices: dict[str, list[ForeignAnnotation]] = {}
    for cue in cues:
        for voice, label in _voices(cue.label) if tool == "WebVTT" else [("", _plain(cue.label))]:
            voices.setdefault(voice, []).append(ForeignAnnotation(cue.span, label))
    return tuple(
        ForeignTrack(
            origin=Origin(
                tool=tool,
                file=source.path.name,
                sha256=source.sha256,
                place=f"voice {voice}" if voice else "cues",
                coder="",
                clock="Times of the cues.",
            ),
            person=voice,
            annotations=tuple(sorted(own, key=lambda one: (one.span.start, one.span.end))),
        )
        for voice, own in voices.items()
    )


def _voices(text: str) -> list[tuple[str, str]]:
    """The parts of a cue by who speaks them; what stands before the first voice has none."""
    parts = _VOICE.split(text)
    said = [("", parts[0]), *zip(parts[1::2], parts[2::2], strict=True)]
    found = [(_plain(voice), _plain(words)) for voice, words in said]
    return [one for one in found if one[1]] or [(found[-1][0], "")]


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())
