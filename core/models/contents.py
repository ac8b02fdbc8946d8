"""What a folder with a model holds, told from the files' own heads: nothing of a file is run, no weight is read.

Comes in: a folder, of the hub's kind or with GGUF files. Goes out: its kind and the files that belong to it, or a
`ModelError` that names the file that is missing, cut off, another architecture's or able to run code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from core.errors import ModelError
from core.models.heads import AGAIN, Tensor, gguf_head, json_at, safetensors_head
from core.models.store import carries_code

Kind = Literal["safetensors", "gguf"]

ARCHITECTURE = "Qwen2_5_VLForConditionalGeneration"
GGUF_ARCHITECTURES = {"text": "qwen2vl", "mmproj": "clip"}
INDEX = "model.safetensors.index.json"
NEEDED = ("config.json", "preprocessor_config.json", "tokenizer_config.json")
TAKEN = (".safetensors", ".gguf", ".json", ".txt", ".jinja", ".md")
LICENCES = ("LICENSE", "LICENCE", "NOTICE")
"""Names without an ending that are taken too."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A folder whose model is complete."""

    kind: Kind
    files: tuple[Path, ...]
    """What belongs to the model, in order of name."""
    left_out: tuple[Path, ...]
    """What lies beside it and is not taken: pictures, other formats."""


def contents_of(folder: Path) -> Contents:
    """Looks a folder over. Raises `ModelError`."""
    if not folder.is_dir():
        raise ModelError(f"There is no folder {folder}.", remedy="Name the folder that holds the model.")
    present = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    taken = [path for path in present if is_taken(path.name)]
    for path in taken:
        if carries_code(path):
            raise ModelError(
                f"{path} is a pickle, which can run any program when it is opened, whatever its name says; nothing "
                "was taken.",
                remedy="Use a copy of the model with safetensors or GGUF files.",
            )
    kind: Kind = "gguf" if any(path.suffix == ".gguf" for path in taken) else "safetensors"
    if kind == "gguf":
        gguf_parts(folder)
    else:
        _check_hub_folder(folder, present)
    return Contents(kind, tuple(taken), tuple(path for path in present if path not in taken))


def is_taken(name: str) -> bool:
    """Whether a file of that name can belong to a model: weights that run no code, and texts."""
    return name.lower().endswith(TAKEN) or name.upper() in LICENCES


def gguf_parts(folder: Path) -> Mapping[Literal["text", "mmproj"], Path]:
    """The two files of a GGUF model, by what they hold and not by their names. Raises `ModelError`."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.gguf")):
        architecture = gguf_head(path).architecture
        part = next((part for part, name in GGUF_ARCHITECTURES.items() if name == architecture), None)
        if part is None:
            raise ModelError(
                f"{path} holds another architecture ({architecture}) than the program runs (qwen2vl).",
                remedy="Choose VidEmo or another Qwen2.5-VL model.",
            )
        if part in found:
            raise ModelError(
                f"{folder} holds two files of the same kind: {found[part].name} and {path.name}.",
                remedy="Keep one language model and one mmproj in the folder.",
            )
        found[part] = path
    for part, words in (("text", "language model"), ("mmproj", "vision tower (mmproj)")):
        if part not in found:
            raise ModelError(f"The GGUF file with the {words} is missing in {folder}.", remedy=AGAIN)
    return cast("Mapping[Literal['text', 'mmproj'], Path]", found)


def tensors_of(folder: Path) -> dict[str, Tensor]:
    """Every array of a folder of the hub's, by name, from the heads of its files. Raises `ModelError`."""
    found: dict[str, Tensor] = {}
    for path in weight_files(folder):
        found |= safetensors_head(path)
    return found


def _check_hub_folder(folder: Path, present: list[Path]) -> None:
    pickled = [path for path in present if carries_code(path)]
    if pickled and not any(path.suffix == ".safetensors" for path in present):
        raise ModelError(
            f"{folder} keeps its weights as a pickle ({pickled[0].name}), which can run any program when it is opened.",
            remedy="Use a copy of the model with safetensors files.",
        )
    for name in NEEDED:
        if not (folder / name).is_file():
            raise ModelError(f"The model in {folder} is incomplete: {name} is missing.", remedy=AGAIN)
    if not (folder / "tokenizer.json").is_file() and not (folder / "vocab.json").is_file():
        raise ModelError(f"The model in {folder} is incomplete: tokenizer.json is missing.", remedy=AGAIN)
    named = json_at(folder / "config.json").get("architectures")
    if named != [ARCHITECTURE]:
        raise ModelError(
            f"The model in {folder} has another architecture ({named}) than the program runs ({ARCHITECTURE}).",
            remedy="Choose VidEmo or another Qwen2.5-VL model.",
        )
    index = folder / INDEX
    held = tensors_of(folder)
    if index.is_file():
        wanted = cast("dict[str, str]", json_at(index)["weight_map"])
        lost = sorted(set(wanted) - set(held))
        if lost:
            raise ModelError(
                f"The model in {folder} is incomplete: {index.name} names {lost[0]} in {wanted[lost[0]]}, "
                "which does not hold it.",
                remedy=AGAIN,
            )


def weight_files(folder: Path) -> list[Path]:
    """The files that hold the weights, every one that the index names. Raises `ModelError` where one is missing."""
    index = folder / INDEX
    if not index.is_file():
        names = ["model.safetensors"]
    else:
        places = json_at(index).get("weight_map")
        if not isinstance(places, dict) or not places:
            raise ModelError(f"{index} does not say which files hold the weights.", remedy=AGAIN)
        # A name that leads out of the folder is taken as the plain name it ends in.
        names = sorted({Path(str(name)).name for name in cast("dict[str, str]", places).values()})
    for name in names:
        if not (folder / name).is_file():
            raise ModelError(f"The model in {folder} is incomplete: {name} is missing.", remedy=AGAIN)
    return [folder / name for name in names]
