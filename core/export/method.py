"""The method statement of a paper or an ethics board. Comes in: an `Analysis`. Goes out: paragraphs and a table.

Everything comes from the provenance and the shipped limits, so that text and numbers cannot drift apart. Must not know:
HTML.
"""

from collections.abc import Iterable, Mapping

from core.export.clock import amount, time_code
from core.export.document import LANGUAGE_MODEL, limits
from core.export.model_words import language_model
from core.records.analysis import Analysis


def method_statement(analysis: Analysis) -> tuple[str, ...]:
    """Paragraphs ready to paste."""
    known, video = analysis.provenance, analysis.video
    rate = "a still picture" if video.still else f"{video.frames} frames"
    if video.variable_frame_rate:
        rate += ", variable frame rate"
    digest, dash, state = known.commit.partition("-")
    commit = known.commit if known.commit == "release" else f"commit {digest[:12]}{dash}{state}"
    part = f"the stretch from {time_code(analysis.span.start_s)} to {time_code(analysis.span.end_s)} of a recording"
    if abs(analysis.span.duration_s - video.duration_s) < 0.05:
        part = "a picture" if video.still else "a whole recording"
    if not video.still:
        rate = f"{amount(video.duration_s)}, {rate}"
    models = "; ".join(f"{name} (SHA-256 {digest[:12]}…)" for name, digest in sorted(known.models.items()))
    libraries = ", ".join(f"{name} {version}" for name, version in sorted(known.libraries.items()))
    hardware = ", ".join(f"{name}: {value}" for name, value in sorted(known.hardware.items()))
    paragraphs = [
        f"Displayed emotion was read with {known.software} {known.version} ({commit}), analyst “{known.analyst}”, in "
        f"{part} ({video.width} × {video.height} pixels, {rate}; SHA-256 {video.sha256[:12]}…).",
        _cutting(analysis),
        "For each segment the model gives a probability for happiness, sadness, neutral, anger, surprise, disgust and "
        "fear; it says “unclear” where no class is probable enough. Each reading rests on facial attributes and "
        "expressions that were checked against measurements; contradicted clues were not counted.",
    ]
    known_limits = limits(known.analyst)
    if known.analyst == LANGUAGE_MODEL:
        paragraphs += [language_model(analysis), known_limits.unproven]
    paragraphs.append(known_limits.calibration)
    for baseline in sorted({person.baseline for person in analysis.people}):
        owners = ", ".join(person.id for person in analysis.people if person.baseline == baseline)
        paragraphs.append(f"Neutral ({owners}): {baseline}")
    if analysis.speech is not None:
        paragraphs.append(f"Speech was found in the audio track: {analysis.speech.rule}")
    if models:
        paragraphs.append(f"Model files: {models}.")
    paragraphs.append(
        f"Seed {known.seed}. Libraries: {libraries or 'none listed'}. Hardware: {hardware or 'not listed'}."
    )
    return tuple(paragraphs)


def _cutting(analysis: Analysis) -> str:
    if not analysis.people:
        return "No face was found: nothing was assessable."
    one, many = ("face", "faces") if analysis.video.still else ("segment", "segments")
    missing = sum(not segment.assessable for segment in analysis.segments)
    failed = sum(segment.assessable and segment.reading is None for segment in analysis.segments)
    treated = f"{_counted(missing, one, many)} not assessable and treated as missing; shares are of assessable time."
    if not missing:
        treated = f"Every {one} was assessable."
    if failed:
        treated += f" {_counted(failed, one, many)} assessable and not read, as the model failed: missing as well."
    if analysis.video.still:
        return f"{_counted(len(analysis.people), 'face', 'faces')} read. {treated}"
    return (
        f"{_counted(len(analysis.people), 'person', 'people')} followed through the recording, which was cut into "
        f"{len(analysis.segments)} {one if len(analysis.segments) == 1 else many} where the measured display changed, "
        f"at shot cuts and where a face came or went. {treated}"
    )


def settings_rows(settings: Mapping[str, object]) -> tuple[tuple[str, str, str], ...]:
    """Every setting as (stage, name, value); nested names are joined with a dot. `settings` is the document's."""
    return tuple((stage, name, value) for stage, values in settings.items() for name, value in _flat(values))


def _flat(value: object, *, name: str = "") -> Iterable[tuple[str, str]]:
    if isinstance(value, dict):
        items: dict[str, object] = value
        for key, inner in items.items():
            yield from _flat(inner, name=f"{name}.{key}" if name else str(key))
    elif isinstance(value, list):
        entries: list[object] = value
        yield name, ", ".join(str(item) for item in entries)
    else:
        yield name, "none" if value is None else str(value)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many} {'was' if count == 1 else 'were'}"
