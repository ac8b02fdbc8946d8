"""The actions of `videmo train`. In: arguments. Out: lines to read, an exit code. Knows no arithmetic of training."""

import argparse
from pathlib import Path

from core.commands.progress_bar import show
from core.errors import UsageError
from core.models.adapters import adapters_folder, check_adapter_name
from core.project.codec import canonical, to_plain
from core.project.consents import permit_training
from core.settings import home
from finetune import process
from finetune.export import export_action
from finetune.following import follow, wait_for_end
from finetune.log import LogReader
from finetune.material import FILE, Checked, checked_data, gathered, must_be_installed, thawed
from finetune.runs import Run, all_runs, ask, find_run, make_run, must_be_resumable, must_be_running, standing
from finetune.samples import judged_twice, looks, samples, samples_text
from finetune.starting import chosen_recipe, estimated, must_still_be_allowed, studied
from finetune.tables import (
    advice_text,
    comparison_notes,
    comparison_table,
    findings_table,
    runs_table,
    status_text,
)


def runs_folder() -> Path:
    """Where runs lie on this computer."""
    return home() / "runs"


def run_action(args: argparse.Namespace) -> int:
    """Carries out one action and returns its exit code. Raises `ExpectedError`s."""
    actions = {
        "sft": _begun,
        "grpo": _begun,
        "estimate": _estimate,
        "check": _check,
        "status": _status,
        "pause": _steer,
        "stop": _steer,
        "resume": _resume,
        "list": _list,
        "compare": _compare,
        "samples": _samples,
        "export": _export,
    }
    return actions[args.action](args)


def _export(args: argparse.Namespace) -> int:
    for line in export_action(args):
        print(line)
    return 0


def _begun(args: argparse.Namespace) -> int:
    """A new run, of either method."""
    must_be_installed()
    recipe = chosen_recipe(args, taken=_taken)
    if _taken(recipe.name):
        raise UsageError(
            f"There is a run called {recipe.name} already.",
            remedy=f"Go on with it (`videmo train resume {recipe.name}`), or give another --name.",
        )
    check_adapter_name(recipe.name)
    if (adapters_folder() / recipe.name).exists():
        raise UsageError(f"There is an adapter called {recipe.name} already.", remedy="Give another --name.")
    with studied(recipe.data.study, args) as (study, key):
        checked = show(checked_data(recipe, study=study))
        _print_findings(checked)
        if checked.errors:
            raise UsageError(
                f"The data has {checked.errors} errors, and nothing was started.", remedy="Mend them as the table says."
            )
        advice = show(estimated(recipe, checked.frozen, key=key, probing=False))
        print(advice_text(advice))
        if advice.colour == "red" and not args.anyway:
            raise UsageError(
                "This computer cannot do it as it stands, and nothing was started.",
                remedy="Change the recipe as told above, or start it nevertheless with --anyway.",
            )
        if study is not None and checked.frozen.dataset.permission is not None:
            permit_training(study, checked.frozen.dataset.permission.sessions, adapter=recipe.name)
        run = make_run(runs_folder(), recipe, key=key, files={FILE: checked.frozen.to_bytes()})
    if recipe.method == "sft" and args.for_accelerate:
        print(f"The run {run.name} is made. Begin it: accelerate launch --num_processes N -m finetune run {run.folder}")
        return 0
    return _begin(run, args, key=key)


def _begin(run: Run, args: argparse.Namespace, *, key: bytes | None) -> int:
    reader = LogReader(run.log, from_end=True)
    process.start(run, key=key)
    if args.detach:
        print(f"The run {run.name} is running by itself: `videmo train status {run.name}`.")
        return 0
    return follow(run, reader, pausing=True)


def _resume(args: argparse.Namespace) -> int:
    must_be_installed()
    run = find_run(runs_folder(), args.name)
    must_be_resumable(run)
    with studied(run.study, args) as (study, key):
        if study is not None:
            must_still_be_allowed(study, thawed(run.workspace(key)))
    return _begin(run, args, key=key)


def _check(args: argparse.Namespace) -> int:
    recipe = chosen_recipe(args, taken=_taken)
    with studied(recipe.data.study, args) as (study, _):
        checked = show(checked_data(recipe, study=study))
    if args.json:
        print(canonical({"findings": to_plain(checked.findings), "refused": to_plain(checked.frozen.dataset.refused)}))
    else:
        _print_findings(checked)
    return 1 if checked.errors else 0


def _print_findings(checked: Checked) -> None:
    dataset, split = checked.frozen.dataset, checked.frozen.split
    print(findings_table(checked.findings, dataset.refused))
    parts = {"learned from": split.train, "to validate": split.validate, "held out": split.test}
    told = ", ".join(f"{len(places)} {name}" for name, places in parts.items())
    print(f"{len(dataset.examples)} examples of {len(dataset.people)} people by name: {told} (split by {split.by}).")
    for remark in split.remarks:
        print(f"note: {remark}")


def _estimate(args: argparse.Namespace) -> int:
    recipe = chosen_recipe(args, taken=_taken)
    with studied(recipe.data.study, args) as (study, key):
        frozen = show(gathered(recipe, study=study))
        advice = show(estimated(recipe, frozen, key=key, probing=args.probe))
    print(canonical(to_plain(advice)) if args.json else advice_text(advice))
    return 1 if advice.colour == "red" else 0


def _status(args: argparse.Namespace) -> int:
    run = find_run(runs_folder(), args.name)
    if args.follow:
        return follow(run, LogReader(run.log, from_end=True), pausing=False)
    found = standing(run)
    print(canonical(to_plain(found)) if args.json else status_text(found))
    return 0


def _steer(args: argparse.Namespace) -> int:
    run = find_run(runs_folder(), args.name)
    must_be_running(run)
    ask(run, args.action)
    found = standing(run) if args.no_wait else wait_for_end(run)
    print(found.sentence)
    return 0


def _list(args: argparse.Namespace) -> int:
    found = [standing(run) for run in all_runs(runs_folder())]
    if args.json:
        print(canonical([to_plain(one) for one in found]))
    else:
        print(runs_table(found) if found else "There are no runs yet: `videmo train sft` makes one.")
    return 0


def _compare(args: argparse.Namespace) -> int:
    one, other = (standing(find_run(runs_folder(), name)) for name in (args.name, args.other))
    notes = comparison_notes(one, other)
    if args.json:
        print(canonical({"runs": [to_plain(one), to_plain(other)], "notes": notes}))
        return 0
    print(comparison_table(one, other))
    for run in (one, other):
        if run.ended is not None and run.ended.text:
            print(f"{run.name}: {run.ended.text}")
    for note in notes:
        print(f"note: {note}")
    return 0


def _samples(args: argparse.Namespace) -> int:
    run = find_run(runs_folder(), args.name)
    with studied(run.study if run.sealed else "", args) as (_, key):
        workspace = run.workspace(key)
        known = looks(workspace)
        look = args.look
        if look is None and known and not judged_twice(workspace):
            look = known[-1]
        found = samples(workspace, thawed(workspace), task=args.task, look=look)
    if args.json:
        print(canonical([to_plain(one) for one in found]))
        return 0
    if look is not None:
        print(f"At step {look}, people who are not learned from:\n")
    print(samples_text(found, most=args.most))
    if known:
        print(f"\nRewards were looked at in step {', '.join(map(str, known))}: --look STEP shows one.")
    return 0


def _taken(name: str) -> bool:
    return (runs_folder() / name).exists()
