"""The arguments that choose a language model. In: a command line. Out: a `LanguageModel`, or None for measurements."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from core.errors import UsageError
from core.vlm.backend import EngineName, Quantisation

if TYPE_CHECKING:
    from core.by_model import LanguageModel

CANDIDATES = (1, 2, 4, 8)
ONLY = {
    "model": "--model",
    "engine": "--engine",
    "quant": "--quant",
    "device": "--device",
    "candidates": "--candidates",
    "adapter": "--adapter",
    "adapter_study": "--adapter-study",
    "mode": "--mode",
    "frames": "--frames",
    "address": "--address",
}
"""What only a language model has, by the name under which the parser keeps it."""


def add_model(parser: argparse.ArgumentParser) -> None:
    """What can be chosen of a language model that analyses."""
    group = parser.add_argument_group("for --analyst videmo")
    add_engine(group)
    group.add_argument("--candidates", type=int, choices=CANDIDATES, help="answers to choose from at each level "
                       "(default: 4)")  # fmt: skip
    group.add_argument("--mode", choices=("single", "levels", "search"), help="one answer in all, one a level, or the "
                       "best of several a level (default: search)")  # fmt: skip


def add_engine(group: argparse._ArgumentGroup) -> None:  # pyright: ignore[reportPrivateUsage] - it has no public name
    """What can be chosen of a language model, whatever it is to do."""
    group.add_argument("--model", metavar="ID", help="a name of `videmo models list`, a folder or a GGUF file; for a "
                       "server the name it serves")  # fmt: skip
    group.add_argument("--engine", choices=get_args(EngineName), help="what runs it (default: what suits its files)")
    group.add_argument("--quant", choices=get_args(Quantisation), help="quantise when loading (default: as it is)")
    group.add_argument("--device", choices=("cuda", "mps", "cpu"), help="where it runs (default: a graphics card the "
                       "engine can use, else the processor)")  # fmt: skip
    group.add_argument("--adapter", metavar="A", help="a LoRA adapter: a name of `videmo adapters list`, `adopted`, a "
                       "PEFT folder or a GGUF file")  # fmt: skip
    group.add_argument("--adapter-study", type=Path, metavar="FILE", help="the study that opens an encrypted adapter "
                       "(default: the one that keeps the analysis)")  # fmt: skip
    group.add_argument("--frames", choices=("published", "corrected"), help="how pictures are timed for the model: as "
                       "its makers did, or truly (default: published)")  # fmt: skip
    group.add_argument("--address", metavar="URL", help="of an OpenAI-compatible server, for --engine server")


def chosen_model(args: argparse.Namespace) -> "LanguageModel | None":
    """The chosen language model; None for the built-in analyst. Raises `UsageError`."""
    given = [option for name, option in ONLY.items() if getattr(args, name) is not None]
    if args.analyst != "videmo":
        if given:
            raise UsageError(f"{given[0]} is about a language model.", remedy="Add --analyst videmo, or leave it out.")
        return None
    if args.model is None:
        raise UsageError(
            "Which language model is to read?",
            remedy="Name it with --model (`videmo models list` shows them), or let the built-in analyst read: "
            "--analyst measured.",
        )
    named = named_model(args)
    return replace(named, candidates=args.candidates or named.candidates, mode=args.mode or named.mode)


def named_model(args: argparse.Namespace) -> "LanguageModel":
    """The model that `--model` names, with what else `add_engine` offers; what is left out is as usual."""
    from core.by_model import LanguageModel, as_adapter, as_named

    given: dict[str, Any] = {
        "engine": args.engine,
        "quantisation": args.quant,
        "device": args.device,
        "adapter": None if args.adapter is None else as_adapter(args.adapter),
        "frames": args.frames,
        "address": args.address,
    }
    return LanguageModel(as_named(args.model), **{name: value for name, value in given.items() if value is not None})


def adapter_key(args: argparse.Namespace) -> bytes | None:
    """The key of the study that `--adapter-study` names, asked for as that of any study; None without one.

    Raises `UsageError`, `StudyError`.
    """
    if args.adapter_study is None:
        return None
    from core.commands.study_access import secret_for
    from core.project.opening import Circumstances, open_study

    secret = secret_for(args.adapter_study, None)
    with open_study(args.adapter_study, secret=secret, read_only=True, circumstances=Circumstances()) as study:
        return study.training_key


def say_where_pictures_go(address: str) -> None:
    """Notes on a server's address, on standard error."""
    from core.vlm.server_address import is_here, warning

    if not is_here(address):
        print(f"note: pictures of faces are sent to {address}, outside this computer.", file=sys.stderr)
    if told := warning(address):
        print(f"note: {told}", file=sys.stderr)
