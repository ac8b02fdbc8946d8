"""Language models fetched, taken in, quantised, verified and removed. In: names. Out: jobs, and what there is.

Long work goes one after the other in the models' lane, and is listed among the jobs: it goes on when the dialog is
closed. Nothing is fetched but what the user asked for.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app import fits
from app.jobs import Job
from app.sentences import in_words
from app.translation import translate
from app.workbench import Workbench
from core.errors import ExpectedError, ModelError
from core.progress import Stage

if TYPE_CHECKING:
    from core.models.convert import Level
    from core.models.known import Known
    from core.models.manifest import Installed
    from core.vlm.computer import Computer
    from core.vlm.fitting import Proposal

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Row:
    """A model and the ways to run it here, the best first."""

    known: "Known"
    ways: "tuple[Proposal, ...]"
    """Empty where it cannot be told how large the model is."""
    lacks: frozenset[str]
    """Local engines that are not installed."""
    made: tuple[str, ...]
    """Names of the models that were quantised from it."""


def overview() -> tuple[Row, ...]:
    """Every language model there is to speak of. For the free lane: it looks at files and asks the driver."""
    from core.models.installed import made_from
    from core.models.known import known_models
    from core.vlm.computer import this_computer
    from core.vlm.fitting import LIBRARIES, engines_here

    computer, there = this_computer(), engines_here()
    lacks = frozenset(LIBRARIES) - set(there)
    return tuple(Row(one, _ways(one, computer), lacks, made_from(one.name)) for one in known_models())


def _ways(one: "Known", computer: "Computer") -> "tuple[Proposal, ...]":
    from core.vlm.fitting import LIBRARIES, VERDICTS, engines_here, ways_of
    from core.vlm.model_shape import shape_from, shape_of

    try:
        if one.here is not None:
            shape = shape_of(one.here.folder)
        elif one.catalogued is not None and one.catalogued.config:
            shape = shape_from(Path(one.name), one.catalogued.config)
        else:
            return ()
    except ModelError:
        return ()
    there = engines_here()
    found = ways_of(shape, computer, engines=tuple(LIBRARIES))
    return tuple(sorted(found, key=lambda way: (VERDICTS.index(way.verdict), way.plan.engine not in there)))


def free_space() -> int:
    """Bytes that are free where models are kept."""
    from core.settings import models_folder

    folder = models_folder()
    return shutil.disk_usage(next(one for one in (folder, *folder.parents) if one.exists())).free


def fetch(bench: Workbench, name: str, *, hub: str = "") -> Job:
    """Fetches a model of the catalogue; goes on where an earlier try stopped."""
    from core.models.hub import fetch_model, hub_model

    def done(_: object) -> str:
        return translate("ModelVerbs", "{name} is here, every file verified.").format(name=name)

    return _run(
        bench,
        translate("ModelVerbs", "Fetching {name}").format(name=name),
        lambda: fetch_model(hub_model(name), hub=hub),
        about=name,
        done=done,
        again=partial(fetch, bench, name, hub=hub),
    )


def take_in(bench: Workbench, folder: Path, *, name: str) -> Job:
    """Copies the model in a folder, under a name."""
    from core.models.importing import import_model

    def done(_: object) -> str:
        return translate("ModelVerbs", "{name} was taken in, every file compared.").format(name=name)

    return _run(
        bench,
        translate("ModelVerbs", "Taking in {name}").format(name=name),
        lambda: import_model(folder, name=name),
        about=name,
        done=done,
        again=partial(take_in, bench, folder, name=name),
    )


def quantise(bench: Workbench, name: str, *, to: "Level", compares: bool) -> Job:
    """Makes a smaller model of another and holds it against that."""

    def done(found: "Installed") -> str:
        made = translate("ModelVerbs", "{name} is ready: {size}.").format(name=found.name, size=fits.size(found.bytes))
        return f"{made} {fits.parity(found.parity)}" if compares else made

    return _run(
        bench,
        translate("ModelVerbs", "Quantising {name} to {level}").format(name=name, level=to),
        lambda: _quantised(name, to, compares=compares),
        about=name,
        done=done,
        again=partial(quantise, bench, name, to=to, compares=compares),
    )


def _quantised(name: str, to: "Level", *, compares: bool) -> Stage["Installed"]:
    from core.models import locate
    from core.models.installed import find
    from core.models.quantising import quantise_model
    from core.parity import compare_and_keep

    made = yield from quantise_model(name, to=to)
    if not compares:
        return made
    try:
        return (yield from compare_and_keep(find(name), made, video=locate("sample")))
    except ExpectedError as failure:
        ready = translate("ModelVerbs", "{name} is ready, but was not compared with {base}:").format(
            name=made.name, base=name
        )
        raise ExpectedError(f"{ready} {in_words(failure.problem)}", remedy=failure.remedy) from failure


def verify(bench: Workbench, name: str) -> Job:
    """Computes the SHA-256 of each file of a model that is here."""

    def done(_: object) -> str:
        return translate("ModelVerbs", "{name}: every file is the right one (SHA-256).").format(name=name)

    return _run(
        bench,
        translate("ModelVerbs", "Verifying {name}").format(name=name),
        lambda: _verified(name),
        about=name,
        done=done,
        again=partial(verify, bench, name),
    )


def _verified(name: str) -> Stage[None]:
    from core.models.installed import find, wrong_files
    from core.models.store import forget

    model = find(name)
    forget(model.folder)
    wrong = yield from wrong_files(model)
    if wrong:
        raise ModelError(
            translate(
                "ModelVerbs", "{name}: {file} is not the file that was taken in; it is missing or its SHA-256 differs."
            ).format(name=name, file=", ".join(wrong)),
            remedy=translate("ModelVerbs", "Remove the model and get it again."),
        )


def remove(
    bench: Workbench, name: str, *, then: Callable[[int], object], failed: Callable[[ExpectedError], object]
) -> None:
    """Deletes a model, with what an unfinished try left; `then` hears how many bytes that gave back."""
    from core.models.installed import remove as taken_away

    bench.free_lane.ask(lambda: taken_away(name), then=then, failed=failed)


def _run(
    bench: Workbench,
    title: str,
    stage: Callable[[], Stage[T]],
    *,
    about: str,
    done: Callable[[T], str],
    again: Callable[[], Job],
) -> Job:
    job = bench.models_lane.run(title, lambda _: stage())
    job.about = about
    job.again = again

    def ended(state: str) -> None:
        if state == "done":
            job.told = done(job.result)
            bench.tell(job.told, tone="done")

    job.state_changed.connect(ended)
    return bench.enqueue(job)
