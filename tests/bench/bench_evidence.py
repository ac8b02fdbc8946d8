"""How well planted contradictions are caught: the check of a model's words against the measurements.

    python tests/bench/bench_evidence.py CLIP... [--statements FILE.toml]

The trees that the built-in analyst grows on the clips are taken as a model's words: support and evidence are struck
out. Each clue is checked as it is (a contradiction found there is a false alarm) and with a contradiction planted:
another name or side in its place, or "absent" for what is there. A name is planted only where the tree does not hold it
too. That is circular as far as both rest on the same measurements, so `--statements` gives sentences that somebody
wrote down from looking at the frames, true and false ones alike (tests/data/statements.toml). Prints JSON.
"""

import argparse
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.evidence.grid import to_grid
from core.evidence.measured import MeasuredRules, Person, measure_people, rows_in
from core.evidence.spoken import CheckRule, check_tree
from core.pipeline import Outcome, Request, analyse
from core.progress import finish
from core.records.moment import Span
from core.records.tree import AffectiveTree, Clue

UNITS = {
    "AU12": "AU15", "AU15": "AU12", "AU1": "AU4", "AU2": "AU4", "AU4": "AU2", "AU5": "AU43", "AU43": "AU5",
    "AU25": "AU23/24", "AU26": "AU23/24", "AU23/24": "AU26", "AU17": "AU26", "AU9": "AU2", "AU10": "AU15",
    "AU20": "AU23/24", "AU6/7": "AU5", "AU16": "AU17", "oblique brows": "AU2",
}  # fmt: skip
SIDES = {
    "to the person's left": "to the person's right",
    "to the person's right": "to the person's left",
    "up": "down",
    "down": "up",
}
EMOTIONS = {
    "happiness": "anger", "sadness": "happiness", "neutral": "surprise", "anger": "happiness", "surprise": "disgust",
    "disgust": "happiness", "fear": "happiness",
}  # fmt: skip
SMILING = ("smile", "open laugh", "smile with raised cheeks")


def words(clue: Clue) -> Clue:
    """A clue as if it had been read out of text."""
    return replace(clue, support="not_measurable", evidence=())


def planted(clue: Clue, names: set[str]) -> Iterator[tuple[str, Clue]]:
    """The kinds of contradiction and the clue that says it."""
    if clue.level == "attribute":
        yield "absent", replace(clue, value="absent")
        other = UNITS.get(clue.name)
        if other is not None and other not in names:
            yield "other movement", replace(clue, name=other, value="present")
        if clue.value in SIDES:
            yield "other side", replace(clue, value=SIDES[clue.value])
    elif clue.level == "expression" and clue.name != "appearance of the whole face":
        other = "lip corners down" if clue.name in SMILING else "smile"
        if other not in names and not (other == "smile" and names & {*SMILING, "AU12"}):
            yield "other expression", replace(clue, name=other)
    elif clue.level == "emotion":
        other = EMOTIONS[clue.name]
        if other not in names:
            yield "other emotion", replace(clue, name=other)


def people_of(outcome: Outcome) -> dict[str, Person]:
    analysis, found = outcome.analysis, {}
    for track in outcome.tracks:
        grid = to_grid(
            track.measurements, person=track.person, start_s=analysis.span.start_s, end_s=analysis.span.end_s
        )
        (found[track.person],) = measure_people([grid], speech=analysis.speech, rules=MeasuredRules())
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clips", type=Path, nargs="+")
    parser.add_argument("--statements", type=Path)
    args = parser.parse_args()
    rule, caught, alarms, misses = CheckRule(), Counter(), Counter(), []
    said: dict[str, dict[str, object]] = {}
    stated = tomllib.loads(args.statements.read_text("utf-8"))["clip"] if args.statements else {}
    for path in args.clips:
        outcome = finish(analyse(Request(path, None)))
        people = people_of(outcome)
        for segment in outcome.analysis.segments:
            if segment.reading is None:
                continue
            rows = rows_in(people[segment.person], segment.span)
            names = {clue.name for clue in segment.tree.clues}
            for clue in segment.tree.clues:
                if clue.name == "appearance of the whole face":
                    continue
                (checked,) = check_tree(AffectiveTree((words(clue),), ()), rows, rule=rule).clues
                alarms[clue.level, checked.support] += 1
                for kind, wrong in planted(clue, names):
                    (checked,) = check_tree(AffectiveTree((words(wrong),), ()), rows, rule=rule).clues
                    caught[kind, checked.support] += 1
                    if checked.support != "contradicted":
                        misses.append(f"{path.name} {segment.id} {kind}: {clue.name} → {wrong.name} {checked.support}")
        for entry in stated.get(path.name, ()):
            person = people[entry.get("person", "P1")]
            span = Span.between(entry["start_s"], entry["end_s"])
            clue = Clue("w", entry["level"], entry["name"], entry["value"], "", span, 1.0, "not_measurable", ())
            (checked,) = check_tree(AffectiveTree((clue,), ()), rows_in(person, span), rule=rule).clues
            key = "true" if entry["seen"] else "false"
            said.setdefault(key, {"statements": 0, "supported": 0, "contradicted": 0, "not_measurable": 0, "wrong": []})
            said[key]["statements"] += 1
            said[key][checked.support] += 1
            if checked.support == ("contradicted" if entry["seen"] else "supported"):
                said[key]["wrong"].append(f"{path.name} {span.start_s}–{span.end_s} {clue.name} {clue.value}")
    total = sum(caught.values())
    untouched = sum(alarms.values())
    found = sum(count for (_, support), count in caught.items() if support == "contradicted")
    wrong = sum(count for (_, support), count in alarms.items() if support == "contradicted")
    print(
        json.dumps(
            {
                "clips": [path.name for path in args.clips],
                "planted": total,
                "caught": round(found / total, 4),
                "untouched": untouched,
                "false_alarms": round(wrong / untouched, 4),
                "by_kind": {f"{kind}: {support}": count for (kind, support), count in sorted(caught.items())},
                "untouched_by_level": {
                    f"{kind}: {support}": count for (kind, support), count in sorted(alarms.items())
                },
                "stated": said,
                "misses": misses,
            },
            indent=2,
            ensure_ascii=False,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
