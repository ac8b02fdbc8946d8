"""How well the built-in analyst reads labelled clips and pictures. Prints JSON.

    python tests/bench/bench_accuracy.py LABELS.csv [--items] [--workers N]

LABELS.csv has a header and the columns `path` (relative to the file itself or absolute) and `label` (one of the seven
emotions), and optionally `start_s`, `end_s` (the part of the recording that shows the display; read alone, as if it
were the whole recording), `person` (who is seen; without it every path is a person of its own) and `half` (any word,
such as development or held-out: the figures are given for each, too).

Every item goes through the same pipeline as `videmo analyse`. An item's distribution is the mean over the segments of
the person who is seen longest (of several, the one whose face is larger), weighted by their usable time: what somebody
would take from the timeline.

- `first choice`: the most probable emotion, also where the segments say unclear. An item that is not assessable is
  wrong.
- `as labelled`: the label that holds for most of the usable time; unclear and not assessable are wrong.
- `temperature`: the one that minimises the mean negative log-likelihood, fitted on all people but one and judged on
  that one, in turn; `all` is fitted on everybody. `balanced` counts every emotion alike, as the labelled items hold
  some far more often than others: its `all` is the value for `temperature` in resources/taxonomy/emotions.toml.
- `ece`: expected calibration error over ten bins of the first choice's probability (Guo et al., ICML 2017).
"""

import argparse
import csv
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]

import numpy as np
from numpy.typing import NDArray

from core.errors import FootageError, UsageError
from core.evidence.prototypes import model
from core.pipeline import Outcome, Request, analyse
from core.progress import finish
from core.records.analysis import EMOTIONS, UNCLEAR

BINS = 10
NOT_ASSESSABLE = "not assessable"
TEMPERATURES = np.exp(np.linspace(np.log(0.2), np.log(8.0), 800))
"""Factors on the model's own temperature that are tried."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One labelled clip or picture."""

    path: Path
    label: str
    start_s: float | None
    end_s: float | None
    person: str
    half: str


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What one source says about one item: s parts, such as segments, each with a distribution and its time."""

    parts: NDArray[np.float64]
    """(s, 7) in the order of `EMOTIONS`; no rows where the item is not assessable."""
    weights: NDArray[np.float64]
    """(s,) summing to 1."""
    named: str
    """The label that is shown for most of the time."""

    def distribution(self, factor: float = 1.0) -> NDArray[np.float64]:
        """(7,) the mean of the parts, each with its temperature multiplied by `factor`."""
        powered = np.maximum(self.parts, 1e-12) ** (1.0 / factor)
        return self.weights @ (powered / powered.sum(axis=1, keepdims=True))


NOTHING = Answer(np.empty((0, len(EMOTIONS))), np.empty(0), NOT_ASSESSABLE)
SOURCES: tuple[str, ...] = ("pipeline", "appearance network alone", "action units alone")


def load(table: Path) -> list[Item]:
    """The items of a CSV. Exits with a sentence where a row cannot be used."""
    items: list[Item] = []
    with table.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            label = (row.get("label") or "").strip().lower()
            path = table.parent / (row.get("path") or "")
            if label not in EMOTIONS or not path.is_file():
                sys.exit(f"{table}, line {number}: needs an existing path and a label out of {', '.join(EMOTIONS)}.")
            start, end = ((row.get(name) or "").strip() for name in ("start_s", "end_s"))
            items.append(
                Item(
                    path=path,
                    label=label,
                    start_s=float(start) if start else None,
                    end_s=float(end) if end else None,
                    person=(row.get("person") or "").strip() or str(path),
                    half=(row.get("half") or "").strip(),
                )
            )
    if not items:
        sys.exit(f"{table} holds no labelled item.")
    return items


def read(item: Item, *, workers: int | None) -> dict[str, Answer]:
    """The pipeline's answer, and those of its two signals. What cannot be read is said and is not assessable."""
    request = Request(item.path, None, start_s=item.start_s, end_s=item.end_s, workers=workers)
    try:
        return answers(finish(analyse(request)))
    except (FootageError, UsageError) as error:
        print(f"{item.path}: {error}", file=sys.stderr)
        return dict.fromkeys(SOURCES, NOTHING)


def answers(outcome: Outcome) -> dict[str, Answer]:
    """By source: the pipeline, the appearance network as it is, and the action units alone."""
    found = dict.fromkeys(SOURCES, NOTHING)
    if not outcome.tracks:
        return found
    longest = max(
        outcome.tracks, key=lambda track: (len(track.measurements), float(track.measurements.boxes[0, 2]))
    ).person
    read_ones = [
        (segment.reading, segment.span.duration_s * segment.coverage)
        for segment in outcome.analysis.segments
        if segment.person == longest and segment.reading is not None
    ]
    if not read_ones:
        return found
    weights = np.array([weight for _, weight in read_ones])
    weights /= weights.sum()

    def answer(parts: list[Any], labels: list[str]) -> Answer:
        table = np.array([[part[emotion] for emotion in EMOTIONS] for part in parts])
        shown: dict[str, float] = {}
        for label, weight in zip(labels, weights, strict=True):
            shown[label] = shown.get(label, 0.0) + float(weight)
        return Answer(table, weights, max(shown, key=lambda label: shown[label]))

    readings = [reading for reading, _ in read_ones]
    found["pipeline"] = answer([reading.distribution for reading in readings], [reading.label for reading in readings])
    units = [reading.signals["action units"] for reading in readings]
    found["action units alone"] = answer(units, [max(part, key=lambda emotion: part[emotion]) for part in units])
    (person,) = (person for person in outcome.analysis.people if person.id == longest)
    curves = np.stack([person.curves[f"appearance_{emotion}"] for emotion in EMOTIONS], axis=1)
    mean = np.nanmean(curves.astype(np.float64), axis=0)
    found["appearance network alone"] = Answer(mean[None, :], np.ones(1), EMOTIONS[int(np.argmax(mean))])
    return found


def figures(items: list[Item], found: list[Answer]) -> dict[str, Any]:
    """Every figure of one source on some items."""
    rows = [tuple[str, ...](EMOTIONS).index(item.label) for item in items]
    seen = [place for place, answer in enumerate(found) if len(answer.parts)]
    first = [
        EMOTIONS[int(np.argmax(answer.distribution()))] if len(answer.parts) else NOT_ASSESSABLE for answer in found
    ]
    named = [answer.named for answer in found]
    result: dict[str, Any] = {
        "items": len(items),
        "people": len({item.person for item in items}),
        "first choice": _counts(items, first),
        "as labelled": _counts(items, named),
        UNCLEAR: named.count(UNCLEAR),
        NOT_ASSESSABLE: named.count(NOT_ASSESSABLE),
    }
    if not seen:
        return result
    labels = np.array([rows[place] for place in seen])
    people = [items[place].person for place in seen]
    every = np.stack([[found[place].distribution(factor) for place in seen] for factor in TEMPERATURES])
    losses = -np.log(np.maximum(every[:, np.arange(len(seen)), labels], 1e-12))
    now = np.stack([found[place].distribution() for place in seen])
    result["as it is"] = _calibration(now, labels)
    share = np.bincount(labels, minlength=len(EMOTIONS))
    for name, weight in (("temperature", np.ones(len(seen))), ("temperature, balanced", 1.0 / share[labels])):
        result[name] = _fitted(every, losses, labels, people, weight)
    return result


def _counts(items: list[Item], given: list[str]) -> dict[str, Any]:
    answers_given = (*EMOTIONS, UNCLEAR, NOT_ASSESSABLE)
    table: dict[str, dict[str, int]] = {shown: {name: 0 for name in answers_given} for shown in EMOTIONS}
    for item, answer in zip(items, given, strict=True):
        table[item.label][answer] += 1
    recall: dict[str, float] = {
        shown: round(table[shown][shown] / sum(table[shown].values()), 3)
        for shown in EMOTIONS
        if sum(table[shown].values())
    }
    right = sum(table[shown][shown] for shown in EMOTIONS)
    return {
        "accuracy": round(right / len(items), 3),
        "uar": round(float(np.mean(list(recall.values()))), 3),
        "recall": recall,
        "confusion": {
            shown: {name: n for name, n in row.items() if n} for shown, row in table.items() if any(row.values())
        },
    }


def _calibration(probabilities: NDArray[np.float64], labels: NDArray[np.int64]) -> dict[str, Any]:
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    places = np.minimum((sure * BINS).astype(int), BINS - 1)
    bins = [
        {
            "from": place / BINS,
            "items": int((places == place).sum()),
            "mean probability": round(float(sure[places == place].mean()), 3),
            "right": round(float(right[places == place].mean()), 3),
        }
        for place in range(BINS)
        if (places == place).any()
    ]
    gaps = [abs(entry["mean probability"] - entry["right"]) * entry["items"] for entry in bins]
    loss = -np.log(np.maximum(probabilities[np.arange(len(labels)), labels], 1e-12))
    return {
        "nll": round(float(loss.mean()), 3),
        "nll, balanced": round(float(np.mean([loss[labels == c].mean() for c in np.unique(labels)])), 3),
        "ece": round(sum(gaps) / len(labels), 3),
        "bins": bins,
    }


def _fitted(
    every: NDArray[np.float64],
    losses: NDArray[np.float64],
    labels: NDArray[np.int64],
    people: list[str],
    weight: NDArray[np.float64],
) -> dict[str, Any]:
    """Temperature by leave-one-person-out; `every` is (f, n, 7), `losses` (f, n), `weight` (n,)."""
    whose = np.array(people)
    judged = np.empty(every.shape[1:])
    chosen: list[float] = []
    for person in dict.fromkeys(people):
        own = whose == person
        best = int(np.argmin((losses * weight)[:, ~own].sum(axis=1))) if (~own).any() else len(TEMPERATURES) // 2
        judged[own] = every[best, own]
        chosen.append(float(TEMPERATURES[best]))
    own_temperature = model().temperature
    return {
        "all": round(own_temperature * float(TEMPERATURES[int(np.argmin((losses * weight).sum(axis=1)))]), 2),
        "without one person, from": round(own_temperature * min(chosen), 2),
        "without one person, to": round(own_temperature * max(chosen), 2),
        "left-out people": _calibration(judged, labels),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--items", action="store_true", help="list every item's answer, too")
    parser.add_argument("--workers", type=int)
    args = parser.parse_args()
    items = load(args.labels)
    found: list[dict[str, Answer]] = []
    for number, item in enumerate(items, start=1):
        found.append(read(item, workers=args.workers))
        print(f"{number} of {len(items)}", file=sys.stderr, end="\r")
    report: dict[str, Any] = {"temperature now": model().temperature}
    for half in dict.fromkeys(["all", *sorted({item.half for item in items if item.half})]):
        among = [place for place, item in enumerate(items) if half in ("all", item.half)]
        report[half] = {
            source: figures([items[place] for place in among], [found[place][source] for place in among])
            for source in found[0]
        }
    if args.items:
        report["items"] = [
            {
                "path": str(item.path),
                "from": item.start_s,
                "label": item.label,
                "named": answer["pipeline"].named,
                **{
                    source: {
                        emotion: round(float(value), 2)
                        for emotion, value in zip(EMOTIONS, given.distribution(), strict=True)
                    }
                    for source, given in answer.items()
                    if len(given.parts)
                },
            }
            for item, answer in zip(items, found, strict=True)
        ]
    print(file=sys.stderr)
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
