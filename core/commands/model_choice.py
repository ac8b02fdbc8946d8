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
PICTURES = (4, 8, 16)
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
    "pictures": "--pictures",
    "address": "--address",
    "send_pictures": "--send-pictures",
}
"""What only a language model has, by the name under which the parser keeps it."""


def add_model(parser: argparse.ArgumentParser, *, title: str = "for --analyst videmo") -> None:
    """What can be chosen of a language model that analyses."""
    group = parser.add_argument_group(title)
    add_engine(group)
    add_search(group)


def add_search(group: argparse._ArgumentGroup) -> None:  # pyright: ignore[reportPrivateUsage] - it has no public name
    """How answers are searched for."""
    group.add_argument("--candidates", type=int, choices=CANDIDATES, help="answers to choose from at each level "
                       "(default: 4)")  # fmt: skip
    group.add_argument("--mode", choices=("single", "levels", "search"), help="one answer in all, one a level, or the "
                       "best of several a level (default: search)")  # fmt: skip


def add_engine(
    group: argparse._ArgumentGroup,  # pyright: ignore[reportPrivateUsage] - it has no public name
    *,
    adapter: bool = True,
) -> None:
    """What can be chosen of a language model, whatever it is to do. Not `adapter`: the verb names adapters itself."""
    group.add_argument("--model", metavar="ID", help="a name of `videmo models list`, a folder or a GGUF file; for a "
                       "server the name it serves")  # fmt: skip
    group.add_argument("--engine", choices=get_args(EngineName), help="what runs it (default: what suits its files)")
    group.add_argument("--quant", choices=get_args(Quantisation), help="quantise when loading (default: as it is)")
    group.add_argument("--device", choices=("cuda", "mps", "cpu"), help="where it runs (default: a graphics card the "
                       "engine can use, else the processor)")  # fmt: skip
    if adapter:
        group.add_argument("--adapter", metavar="A", help="a LoRA adapter: a name of `videmo adapters list`, "
                           "`adopted`, a PEFT folder or a GGUF file")  # fmt: skip
    else:
        group.set_defaults(adapter=None)
    group.add_argument("--adapter-study", type=Path, metavar="FILE", help="the study that opens an encrypted adapter "
                       "(default: the one that keeps the analysis)")  # fmt: skip
    group.add_argument("--frames", choices=("published", "corrected"), help="how pictures are timed for the model: as "
                       "its makers did, or truly (default: published)")  # fmt: skip
    group.add_argument("--pictures", type=int, choices=PICTURES, help="shown of a segment at most; fewer take less "
                       "memory and time (default: 16)")  # fmt: skip
    group.add_argument("--address", metavar="URL", help="of an OpenAI-compatible server, for --engine server")
    group.add_argument("--send-pictures", action="store_true", default=None, help="without a study: pictures of faces "
                       "may go to a server on another computer; you have cleared that")  # fmt: skip


def chosen_model(args: argparse.Namespace) -> "LanguageModel | None":
    """The chosen language model; None for the built-in analyst. Raises `UsageError`."""
    given = _given(args)
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
    return searching_model(args)


def tried_model(args: argparse.Namespace) -> "LanguageModel | None":
    """The language model to try; None where none is named. Raises `UsageError`."""
    if args.model is None and (given := _given(args)):
        raise UsageError(f"{given[0]} is about one language model.", remedy="Name it with --model, or leave it out.")
    return None if args.model is None else searching_model(args)


def _given(args: argparse.Namespace) -> list[str]:
    return [option for name, option in ONLY.items() if getattr(args, name) is not None]


def searching_model(args: argparse.Namespace) -> "LanguageModel":
    """As `named_model`, with what `add_search` offers."""
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
        "pictures": args.pictures,
        "address": args.address,
    }
    return LanguageModel(as_named(args.model), **{name: value for name, value in given.items() if value is not None})


def study_key(study: Path | None, passphrase: Path | None) -> bytes | None:
    """The key of a study that opens its adapters, asked for as that of any study; None without one or encryption.

    `passphrase`: a file whose first line it is. Raises `UsageError`, `StudyError`.
    """
    if study is None:
        return None
    from core.commands.study_access import secret_for
    from core.project.opening import Circumstances, open_study

    secret = secret_for(study, passphrase)
    with open_study(study, secret=secret, read_only=True, circumstances=Circumstances()) as opened:
        return opened.training_key


def clear_where_pictures_go(args: argparse.Namespace, address: str) -> None:
    """Says where pictures of faces go. To another computer only with a study, whose consent decides, or once the user
    has confirmed it: by `--send-pictures`, or by typing the host's name. Raises `UsageError`."""
    from core.vlm.server_address import address_of, is_here, warning

    if args.send_pictures and args.study is not None:
        raise UsageError(
            "With --study the consent in it decides where pictures may go.", remedy="Leave out --send-pictures."
        )
    if not address:
        if args.send_pictures:
            raise UsageError("--send-pictures is about a server.", remedy="Name it with --address, or leave it out.")
        return
    if not is_here(address):
        say(f"pictures of faces are sent to {address}, outside this computer.")
    if told := warning(address):
        say(told)
    if not is_here(address) and args.study is None and not args.send_pictures:
        _confirm(address_of(address).split("/")[2])


def _confirm(host: str) -> None:
    """Without a study nobody's consent is known: whoever asks answers for it."""
    if sys.stdin.isatty():
        if input(f"Nobody's consent is known here. To send the pictures, type the server's name, {host}: ") == host:
            return
        raise UsageError(
            "Nothing was sent.", remedy="Type the name as it is shown, or let a model on this computer read."
        )
    raise UsageError(
        f"Pictures of faces would go to {host}, another computer, and nobody's consent is known here.",
        remedy="Name the study with --study, whose consent decides, or say --send-pictures where you have cleared it.",
    )


def say(sentence: str) -> None:
    """A note, on standard error."""
    print(f"note: {sentence}", file=sys.stderr)
