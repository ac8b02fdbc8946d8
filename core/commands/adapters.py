"""`videmo adapters`: list, show, compare, adopt, roll back, rename, export and remove adapters. Out: lines to read."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from core.commands.model_choice import add_engine, add_search, searching_model, study_key
from core.commands.progress_bar import show
from core.commands.times import seconds
from core.commands.train import run as run_training
from core.errors import UsageError
from core.models.adapters import Adapter, adapters, adapters_folder, find, lineage_of, named, remove, rename
from core.models.adopted import adopt, adopted, roll_back, steps

if TYPE_CHECKING:
    from core.comparing import Side

FORMS = ("peft", "merged", "gguf-lora", "gguf")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One parser for each action."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="show every adapter, what it is for and whether it is adopted")
    showing = actions.add_parser("show", help="verify one and tell its lineage and figures")
    adopting = actions.add_parser("adopt", help="from now on this one stands for its model")
    adopting.add_argument("--although-not-better", action="store_true", help="adopt one that held-out people do not "
                          "show to be better")  # fmt: skip
    back = actions.add_parser("rollback", help="take the last adoption back: the one before stands again")
    renaming = actions.add_parser("rename", help="give one another name")
    removing = actions.add_parser("remove", help="delete one for good")
    removing.add_argument("--yes", action="store_true", help="do not ask")
    exporting = actions.add_parser("export", help="write one for other programs; what is written is NOT encrypted")
    for one in (showing, adopting, back, renaming, removing, exporting):
        one.add_argument("name", metavar="NAME", help="as `videmo adapters list` names it")
    renaming.add_argument("to", metavar="NEW", help="the new name")
    exporting.add_argument("out", type=Path, metavar="FOLDER", help="a folder that is not there yet")
    exporting.add_argument("--form", choices=FORMS, default="peft", help="adapter or merged model, for PyTorch or as "
                           "GGUF (default: peft)")  # fmt: skip
    exporting.add_argument("--quant", choices=("q4_k_m", "q5_k_m", "q8_0"), help="quantise a merged GGUF")
    exporting.add_argument("--base", metavar="ID", help="the model it is for (default: the one of the store)")
    for one in (showing, exporting):
        one.add_argument("--study", type=Path, metavar="FILE", help="the study it learned from, which opens it")
        one.add_argument("--passphrase-file", type=Path, metavar="FILE", help="first line opens the study")
    exporting.add_argument("--who", default="", metavar="NAME", help="who is working, for the study's history")
    comparing = actions.add_parser("compare", help="what a model says of a clip with each of some adapters")
    comparing.add_argument("video", type=Path, metavar="VIDEO", help="the recording or picture")
    comparing.add_argument("--adapters", nargs="+", required=True, metavar="A", help="names, or `none` for the model "
                           "alone")  # fmt: skip
    comparing.add_argument("--person", metavar="P1", help="of whom, numbered as they appear in that part")
    comparing.add_argument("--from", dest="start", type=seconds, metavar="T", help="what is from here on")
    comparing.add_argument("--to", dest="end", type=seconds, metavar="T", help="up to here")
    comparing.add_argument("--tokens", type=int, default=512, metavar="N", help="longest answer (default: 512)")
    group = comparing.add_argument_group("the language model")
    add_engine(group, adapter=False)
    add_search(group)


def run(args: argparse.Namespace) -> int:
    """Runs one action and returns the exit code."""
    match args.action:
        case "list":
            return _list()
        case "show":
            return _show(args)
        case "adopt":
            return _adopt(show(find(args.name)), sure=bool(args.although_not_better))
        case "rollback":
            adapter = named(args.name)
            stands = roll_back(adapter.about.base)
            print(f"{adapter.about.base.name}: {stands.name if stands else 'the model alone'} stands")
        case "rename":
            rename(args.name, to=args.to)
            print(f"{args.name} is called {args.to} now")
        case "remove":
            return _remove(named(args.name), sure=bool(args.yes))
        case "export":
            return run_training(args)
        case _:
            return _compare(args)
    return 0


def _list() -> int:
    print(f"Kept in {adapters_folder()}")
    for one in adapters():
        print(f"\n{one.name}  for {one.about.base.name}, {one.bytes / 1e6:.1f} MB, {one.made}{_marks(one)}")
        print(f"  {_verdict(one)}")
    return 0


def _show(args: argparse.Namespace) -> int:
    adapter = show(find(args.name))
    about = adapter.about
    print(f"{adapter.name}: verified, {adapter.folder}{_marks(adapter)}")
    print(f"  SHA-256 {adapter.digest}")
    print(f"  for {about.base.name}, SHA-256 {about.base.digest}")
    print(f"  recipe {about.recipe}, data {about.data}, made {adapter.made}")
    if about.parent:
        print(f"  goes on from {about.parent} ({about.parent_digest})")
    if about.licence:
        print(f"  {about.licence}")
    if not adapter.sealed or args.study is not None:
        lineage = lineage_of(adapter, key=study_key(args.study, args.passphrase_file))
        print(f"  learned from {', '.join(lineage.people) or 'people nobody named'}")
        if about.study:
            consents = ", ".join(map(str, lineage.consents)) or "none"
            print(f"  study {about.study}, sessions {', '.join(map(str, lineage.sessions))}, consents {consents}")
        for source in lineage.sources:
            print(f"  from {source}")
    else:
        print(f"  learned from people of study {about.study}, who are encrypted: --study FILE shows them")
    for stage, row in about.table.items():
        change = f", {100 * row['low']:+.1f} to {100 * row['high']:+.1f}" if "low" in row else ", no interval"
        print(f"  {stage:<12} {100 * row['before']:5.1f} -> {100 * row['after']:5.1f} of 100{change}")
    for sentence in (*about.words, *about.remarks):
        print(f"  {sentence}")
    for step in steps():
        if step.digest == adapter.digest:
            print(f"  {step.at}  {step.what}")
    return 0


def _adopt(adapter: Adapter, *, sure: bool) -> int:
    if adapter.about.better is not True and not sure:
        raise UsageError(
            f"{adapter.name} is not proposed for adoption: {_verdict(adapter)}",
            remedy="Leave it, or say --although-not-better.",
        )
    before = adopted(adapter.about.base)
    adopt(adapter)
    print(f"{adapter.about.base.name}: {adapter.name} stands" + (f" in place of {before.name}" if before else ""))
    return 0


def _remove(adapter: Adapter, *, sure: bool) -> int:
    if not sure:
        if not sys.stdin.isatty():
            raise UsageError(f"Removing {adapter.name} asks first.", remedy="Say --yes where nobody can be asked.")
        if input(f"Remove {adapter.name}{_marks(adapter)} for good? [y/N] ").strip().lower() not in ("y", "yes"):
            print("Nothing was removed.")
            return 1
    print(f"{adapter.name}: removed, {remove(adapter.name) / 1e6:.1f} MB freed.")
    return 0


def _compare(args: argparse.Namespace) -> int:
    if args.model is None:
        raise UsageError("Which language model is to answer?", remedy="Name it with --model, see `videmo models list`.")
    from core.asking import Question
    from core.by_model import as_adapter
    from core.comparing import TASKS, compare_adapters
    from core.reasoning.prompts import task

    question = Question(
        video=args.video,
        task=task(TASKS[0]),
        model=searching_model(args),
        people=(args.person.strip().upper(),) if args.person else (),
        start_s=args.start,
        end_s=args.end,
        most_tokens=max(1, args.tokens),
        adapter_key=study_key(args.adapter_study, None),
    )
    wanted = [None if name == "none" else as_adapter(name) for name in args.adapters]
    for side in show(compare_adapters(question, wanted)):
        print(f"\n{side.adapter or 'the model alone'}")
        for line in _lines(side):
            print(f"  {line}")
    return 0


def _lines(side: "Side") -> list[str]:
    from core.reasoning.answers import Answer

    lines: list[str] = []
    for said in side.said:
        read = ", ".join(said.answer.labels) or "none of the list" if isinstance(said.answer, Answer) else "no answer"
        sure = sorted((said.distribution or {}).items(), key=lambda one: -one[1])[:3]
        shares = "; ".join(f"{label} {share:.0%}" for label, share in sure)
        lines.append(f"{said.task}: {read}" + (f" ({shares}; not calibrated)" if shares else ""))
    if side.found.account.failure:
        lines.append(f"search: not read. {side.found.account.failure}")
    elif side.found.reading is not None:
        lines.append(f"search: the model reads {side.found.reading.label} as displayed")
    lines += [f"  {clue.level}: {clue.name} = {clue.value}" for clue in side.found.tree.clues]
    return lines


def _marks(adapter: Adapter) -> str:
    stands = adopted(adapter.about.base)
    marks = [f"reinforced from {adapter.about.parent}" if adapter.about.reinforced else "from the curriculum"]
    marks += ["adopted"] if stands is not None and stands.digest == adapter.digest else []
    return "".join(f", {mark}" for mark in [*marks, *(["encrypted"] if adapter.sealed else [])])


def _verdict(adapter: Adapter) -> str:
    return adapter.about.words[0] if adapter.about.words else "Nobody has judged it on held-out people."
