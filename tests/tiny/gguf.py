"""The small models as GGUF: `python -m tests.tiny.gguf FOLDER SOURCE`, by the program's own converter.

`FOLDER` gets text.gguf and mmproj.gguf in 16 bits; with `--to q8_0` or `--to q4_k_m` the text is quantised. `SOURCE` is
a Hugging Face folder.
"""

import argparse
from pathlib import Path

from core.models.convert import convert, quantise
from core.progress import finish


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--to", choices=["q8_0", "q5_k_m", "q4_k_m"])
    args = parser.parse_args()
    args.folder.mkdir(parents=True)
    text = args.folder / "text.gguf"
    finish(convert(args.source, text, part="text", precision="f16"))
    finish(convert(args.source, args.folder / "mmproj.gguf", part="mmproj", precision="f16"))
    if args.to:
        finish(quantise(text, args.folder / f"{args.to}.gguf", to=args.to))
        text.unlink()


if __name__ == "__main__":
    main()
