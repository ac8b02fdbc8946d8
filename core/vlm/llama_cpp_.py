"""The engine `llama_cpp`: a quantised Qwen2.5-VL as GGUF, on the processor or a graphics card.

Comes in: a plan. Goes out: a loaded model behind the protocol. Checks the files before llama.cpp opens them, because
what it cannot read may end the process. The library is imported by `llama_model`, which is imported only here.
"""

import importlib.util
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from core.models.adapter_gguf import adapter_file
from core.models.adapters import SEALED, opened
from core.models.heads import GgufHead, gguf_head
from core.progress import Progress, Stage
from core.vlm.backend import Backend, EngineError, Plan, Quantisation
from core.vlm.checkpoint import Checkpoint, adapter_at, as_engine_error, digest_of
from core.vlm.model_shape import FILE_TYPES

TEXT, PICTURES = "qwen2vl", "clip"
"""Architectures of the two files of a Qwen2.5-VL."""
PROJECTOR = "qwen2.5vl_merger"
_REMEDY = "Make them with videmo models quantise, or import a folder that holds both."
_INSTALL = "Run: pip install 'videmo-studio[llama]'"


def load(plan: Plan) -> Stage[Backend]:
    """Checks the files, hashes them and loads the model. Raises `EngineError` and `OutOfMemoryError`."""
    began = time.perf_counter()
    if plan.quantisation not in ("none", "q4_k_m", "q5_k_m", "q8_0"):
        raise EngineError(
            f"The engine llama_cpp has no quantisation {plan.quantisation}.",
            remedy="Choose none, q4_k_m, q5_k_m or q8_0, or the engine transformers.",
        )
    if importlib.util.find_spec("llama_cpp") is None:
        raise EngineError("The engine llama_cpp lacks llama-cpp-python.", remedy=_INSTALL)
    checkpoint = gguf_model_at(Path(plan.model))
    quantisation = _quantisation(checkpoint, wanted=plan.quantisation)
    adapter = _adapter_at(plan.adapter) if plan.adapter is not None else None
    digest = yield from digest_of(checkpoint, *([adapter] if adapter is not None else []))
    adapter_digest = "" if adapter is None else (yield from digest_of(adapter))
    yield Progress("loading the model", 0, 1, "models")
    try:
        from core.vlm.llama_backend import LlamaBackend
    except (RuntimeError, OSError) as failure:
        raise EngineError(
            f"llama.cpp's library cannot be loaded here ({failure}).",
            remedy="It needs a process of its own, as the program gives it; if it fails there too, install "
            "llama-cpp-python anew.",
        ) from failure

    with _file_of(adapter, key=plan.adapter_key) as file:
        engine = LlamaBackend(
            plan,
            checkpoint=checkpoint,
            quantisation=quantisation,
            adapter=adapter,
            adapter_file=file,
            adapter_digest=adapter_digest,
            digest=digest,
            began=began,
        )
    yield Progress("loading the model", 1, 1, "models")
    return engine


@as_engine_error()
def gguf_model_at(place: Path) -> Checkpoint:
    """The text model and, beside it, the one that looks at pictures: `files` in this order.

    `place` is their folder, or the text model where a folder holds several. Raises `EngineError`.
    """
    folder = place if place.is_dir() else place.parent
    if not place.exists():
        raise EngineError(f"There is no model at {place}.", remedy=_REMEDY)
    heads = {path: gguf_head(path) for path in sorted(folder.glob("*.gguf"))}
    if place.is_file() and place not in heads:
        raise EngineError(f"{place} is not a GGUF file.", remedy=_REMEDY)
    texts = [path for path, head in heads.items() if head.architecture == TEXT]
    if place.is_file():
        if heads[place].architecture != TEXT:
            named = heads[place].architecture or "none"
            raise EngineError(
                f"The model {place} has another architecture ({named}) than this engine runs ({TEXT}).",
                remedy="Choose VidEmo or another Qwen2.5-VL model.",
            )
        texts = [place]
    lookers = [path for path, head in heads.items() if head.architecture == PICTURES]
    if not texts and heads:
        named = ", ".join(sorted({head.architecture or "none" for head in heads.values()}))
        raise EngineError(f"None of the GGUF files in {folder} is a Qwen2.5-VL ({named}).", remedy=_REMEDY)
    for what, found in (("text model", texts), ("model that looks at pictures (mmproj)", lookers)):
        if not found:
            raise EngineError(f"The {what} is missing in {folder}.", remedy=_REMEDY)
        if len(found) > 1:
            names = ", ".join(path.name for path in found)
            raise EngineError(f"{folder} holds more than one {what}: {names}.", remedy="Name the text model's file.")
    _must_match(heads[texts[0]], heads[lookers[0]], lookers[0])
    name = place.resolve().name if place.is_dir() else place.stem
    return Checkpoint(folder, name, heads[texts[0]].values, (texts[0], lookers[0]))


def _must_match(text: GgufHead, pictures: GgufHead, path: Path) -> None:
    kind = pictures.values.get("clip.projector_type") or pictures.values.get("clip.vision.projector_type")
    wide, wanted = pictures.number("clip.vision.projection_dim"), text.number(f"{TEXT}.embedding_length")
    if kind != PROJECTOR or wide != wanted:
        raise EngineError(
            f"{path.name} does not belong to the text model beside it ({kind}, {wide} wide instead of {wanted}).",
            remedy=_REMEDY,
        )


def _quantisation(checkpoint: Checkpoint, *, wanted: Quantisation) -> Quantisation:
    """How the text model is quantised, by its file. `none` asks for the file as it is."""
    text = checkpoint.files[0]
    found = FILE_TYPES.get(checkpoint.config.get("general.file_type"))
    if found is None:
        raise EngineError(
            f"{text.name} is quantised in a way that this program does not use.",
            remedy="Choose a model in q4_k_m, q5_k_m or q8_0.",
        )
    if wanted not in ("none", found):
        raise EngineError(f"{text.name} is quantised as {found}, not as {wanted}.", remedy=_REMEDY)
    return found


@contextmanager
def _file_of(adapter: Checkpoint | None, *, key: bytes | None) -> Generator[Path | None]:
    """The adapter's GGUF file while the model is loaded: PEFT's is converted, a sealed one without touching the disk.

    Raises `ModelError`, `SealError`.
    """
    if adapter is None or adapter.files[0].suffix == ".gguf":
        yield None if adapter is None else adapter.files[0]
        return
    weights = adapter.files[-1]
    with adapter_file(adapter.config, opened(weights, key=key), sealed=weights.suffix == SEALED) as path:
        yield path


@as_engine_error()
def _adapter_at(path: Path) -> Checkpoint:
    if path.is_dir():
        return adapter_at(path)
    head = gguf_head(path)
    if head.values.get("general.type") != "adapter" or head.values.get("adapter.type") != "lora":
        raise EngineError(f"{path} is not a LoRA adapter as GGUF.", remedy="Choose a LoRA adapter.")
    if head.architecture != TEXT:
        raise EngineError(
            f"The adapter {path.name} is for another architecture ({head.architecture}).",
            remedy="Choose an adapter that was trained on this model.",
        )
    return Checkpoint(path.parent, path.stem, head.values, (path,))
