"""`videmo models`: what the catalogue names, what is here, and how it gets here. Nothing is fetched unasked."""

import argparse
import sys
from pathlib import Path

from core.commands import local_models
from core.commands.progress_bar import show
from core.errors import UsageError
from core.models import catalogue, fetch, import_folder, state, verify
from core.models.convert import LEVELS
from core.models.importing import looks_like_a_model
from core.models.store import MEGABYTE, path_of
from core.settings import models_folder

STATES = {"here": "here", "missing": "not here", "wrong": "wrong file"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`list`, `fetch`, `verify`, `import`, `quantise` and `remove`."""
    verbs = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verbs.add_parser("list", help="show every entry, its size, its licence and whether it is here")
    fetching = verbs.add_parser("fetch", help="fetch entries that are not here yet")
    fetching.add_argument(
        "names", nargs="*", metavar="NAME", help="entries to fetch, as `videmo models list` names them"
    )
    fetching.add_argument("--all", action="store_true", help="fetch every entry of the catalogue but the large models")
    fetching.add_argument("--hub", default="", metavar="ADDRESS", help="a mirror of the hub, for the large models")
    verifying = verbs.add_parser("verify", help="compute the SHA-256 of what is here and compare")
    verifying.add_argument("names", nargs="*", metavar="NAME", help="entries to verify (default: all)")
    importing = verbs.add_parser("import", help="take files from a folder or a USB stick, without any network")
    importing.add_argument("folder", type=Path, metavar="FOLDER", help="searched with all folders below it")
    importing.add_argument("--name", default="", help="the folder holds one model; keep it under this name")
    quantising = verbs.add_parser("quantise", help="make a smaller model that runs without a graphics card")
    quantising.add_argument("name", metavar="NAME", help="a model of the hub that is here")
    quantising.add_argument("--to", choices=LEVELS, default="q4_k_m", help="how small (default: %(default)s)")
    quantising.add_argument("--no-comparison", action="store_true", help="do not hold it against the original")
    removing = verbs.add_parser("remove", help="delete a large model and say what that frees")
    removing.add_argument("name", metavar="NAME", help="as `videmo models list` names it")
    removing.add_argument("--yes", action="store_true", help="do not ask")


def run(args: argparse.Namespace) -> int:
    """Runs one action and returns the exit code."""
    match args.action:
        case "list":
            return _list()
        case "fetch":
            return _fetch(list(args.names), everything=bool(args.all), hub=str(args.hub))
        case "verify":
            return _verify(list(args.names))
        case "quantise":
            return local_models.quantise_one(str(args.name), to=str(args.to), compares=not args.no_comparison)
        case "remove":
            return local_models.remove_one(str(args.name), sure=bool(args.yes))
        case _:
            if args.name or looks_like_a_model(args.folder):
                return local_models.import_one(args.folder, name=str(args.name))
            return _import(args.folder)


def _list() -> int:
    print(f"Kept in {models_folder()}")
    for item in catalogue():
        print(f"\n{item.name}  ({item.kind}, {_size(item.bytes)}, {item.licence}): {STATES[state(item)]}")
        print(f"  {item.title}. {item.purpose}")
        print(f"  {item.licence_note}")
        print(f"  from {', else '.join(str(source) for source in item.sources)}, else a folder")
    local_models.list_models()
    return 0


def _fetch(names: list[str], *, everything: bool, hub: str) -> int:
    if everything == bool(names):
        raise UsageError(
            "Say which entries to fetch.", remedy="Name them, or use --all; `videmo models list` shows what there is."
        )
    for name in [item.name for item in catalogue()] if everything else names:
        if name in local_models.names():
            local_models.fetch_one(name, hub=hub)
            continue
        path = show(fetch(name, remark=_remark))
        print(f"{name}: verified, {path}")
    return 0


def _verify(names: list[str]) -> int:
    large = [name for name in names if name in local_models.names()]
    right = local_models.verify_some(large) if large or not names else True
    small = [name for name in names if name not in large]
    verdicts = show(verify(small)) if small or not names else ()
    for verdict in verdicts:
        match verdict.state:
            case "here":
                print(f"{verdict.entry.name}: right, {verdict.path}")
            case "missing":
                print(f"{verdict.entry.name}: not here (videmo models fetch {verdict.entry.name})")
            case "wrong":
                print(f"{verdict.entry.name}: WRONG FILE, {verdict.path}")
                print(f"  SHA-256 {verdict.found}")
                print(f"  expected {verdict.entry.sha256}")
                print(f"  mend it: videmo models fetch {verdict.entry.name}")
    named_missing = bool(names) and any(verdict.state == "missing" for verdict in verdicts)
    return 1 if not right or named_missing or any(verdict.state == "wrong" for verdict in verdicts) else 0


def _import(folder: Path) -> int:
    result = show(import_folder(folder))
    for item in result.taken:
        print(f"{item.name}: taken, {path_of(item)}")
    for item in result.already:
        print(f"{item.name}: was here already")
    for sentence in result.refused:
        _remark(sentence)
    missing = [item for item in catalogue() if item not in result.taken and item not in result.already]
    for item in missing:
        print(f"{item.name}: not in that folder ({item.file}, {_size(item.bytes)})")
    print(f"{result.looked_at} files looked at.")
    return 0 if result.taken or not missing else 1


def _remark(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _size(count: int) -> str:
    return f"{count / MEGABYTE:.1f} MB" if count >= MEGABYTE / 10 else f"{count / 1000:.0f} kB"
