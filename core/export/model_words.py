"""How a language model read, as a paragraph. Comes in: an `Analysis` whose analyst is one. Goes out: sentences.

Everything comes from the provenance. Must not know: HTML, engines.
"""

from collections.abc import Sequence
from typing import cast

from core.records.analysis import Analysis

QUANTISED = {"none": "not quantised", "nf4": "quantised to 4 bits (NF4)", "int8": "quantised to 8 bits"}
MODES = {
    "single": "one answer was taken for everything",
    "levels": "one answer was taken at each level, attributes before expressions before emotion",
    "search": "the best of several answers was taken at each level, attributes before expressions before emotion",
}
TIMED = {
    "published": "timed as its makers evaluated it, one second for each pair of pictures",
    "corrected": "timed truly",
}


def language_model(analysis: Analysis) -> str:
    """Which model read, with what, and how it was asked."""
    settings = analysis.provenance.settings
    engine, rule = settings.get("engine", {}), settings.get("language model", {})
    quantisation = str(engine.get("quantisation", ""))
    parts = [f"engine {engine.get('engine', 'unknown')}"]
    if engine.get("address"):
        parts.append(f"at {engine['address']}")
    else:
        parts.append(f"on {engine.get('device', 'unknown')} in {engine.get('precision', 'unknown')}")
        parts.append(QUANTISED.get(quantisation, f"quantised as {quantisation}"))
    parts.append(f"adapter {engine['adapter']}" if engine.get("adapter") else "no adapter")
    mode = str(rule.get("search.mode", ""))
    count = rule.get("search.candidates")
    several = f" ({count} answers a level)" if mode == "search" else ""
    asked = engine.get("prompts")
    prompts = ", ".join(map(str, cast("Sequence[object]", asked))) if isinstance(asked, list | tuple) else ""
    timed = TIMED.get(str(rule.get("vision.variant")), "timed otherwise")
    if engine.get("engine") == "server":
        timed = "one by one and without their times"
    sentences = [
        f"Segments were cut and faces judged usable by the measurements; what is displayed was read by the language "
        f"model {engine.get('model', 'unknown')} ({'; '.join(parts)}).",
        f"It was shown pictures cut out around the face, {timed}; {MODES.get(mode, 'answers were taken')}{several}.",
    ]
    if prompts:
        sentences.append(f"Questions: {prompts}.")
    failed = [segment for segment in analysis.segments if segment.failure]
    if failed:
        sentences.append(f"It failed at {len(failed)} of {_assessable(analysis)} assessable segments.")
    return " ".join(sentences)


def _assessable(analysis: Analysis) -> int:
    return sum(segment.assessable for segment in analysis.segments)
