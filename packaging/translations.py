"""Brings `resources/translations` up to date: every text of the window into the .ts, the .ts into the .qm.

Comes in: app/**/*.py, the sentences of core and finetune, resources/help/*.toml, models.toml, report/limits.toml, the
sentence of intended use. Goes out: core.txt, by which the window finds those sentences again; videmo_zh_CN.ts, where
new texts wait as unfinished, and videmo_zh_CN.qm. `lupdate` and `lrelease` come with PySide6; run it with the
environment's Python: `.venv/bin/python packaging/translations.py`.
"""

import argparse
import ast
import shutil
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from core_texts import ROOT, core_texts

LANGUAGE = "zh_CN"
TS = ROOT / "resources" / "translations" / f"videmo_{LANGUAGE}.ts"

CORE = TS.with_name("core.txt")


def help_texts() -> list[str]:
    """What the window shows out of files that `lupdate` cannot read; translated in the context "Help"."""
    found: dict[str, None] = {}
    for name, table in (("glossary", "entry"), ("tour", "step")):
        for one in _toml(ROOT / "resources" / "help" / f"{name}.toml")[table]:
            found |= dict.fromkeys(text for key, text in one.items() if key != "at")
    for one in (one for table in ("entry", "model") for one in _toml(ROOT / "resources" / "models.toml")[table]):
        found |= dict.fromkeys(one[key] for key in ("title", "purpose", "licence_note"))
    limits = tomllib.loads((ROOT / "resources" / "report" / "limits.toml").read_text(encoding="utf-8"))
    found |= dict.fromkeys(str(text) for text in (*limits["caveats"], *limits["language_model"]["caveats"]))
    module = ast.parse((ROOT / "core" / "__main__.py").read_text(encoding="utf-8"))
    for node in module.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "INTENDED_USE":
            found[ast.literal_eval(node.value)] = None
    return list(found)


def update(ts: Path) -> None:
    """Takes new texts into a .ts, unfinished, and drops what is no longer there."""
    with tempfile.TemporaryDirectory() as folder:
        texts = Path(folder) / "other_texts.py"
        others = (*(("Help", text) for text in help_texts()), *(("Core", text) for text in core_texts()))
        lines = (f"QT_TRANSLATE_NOOP({context!r}, {text!r})\n" for context, text in others)
        texts.write_text("".join(lines), encoding="utf-8")
        sources = Path(folder) / "sources.lst"
        names = sorted(str(path) for path in (ROOT / "app").rglob("*.py"))
        sources.write_text("\n".join([*names, str(texts)]), encoding="utf-8")
        # Without the similar-text heuristic: it would offer a translation of another sentence.
        steady = ("-no-obsolete", "-locations", "none", "-sort-messages", "-disable-heuristic", "similartext")
        _program("lupdate", *steady, "-target-language", LANGUAGE, f"@{sources}", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compiles a .ts; unfinished texts stay English."""
    _program("lrelease", "-nounfinished", "-silent", str(ts), "-qm", str(qm))


def messages(ts: Path) -> Iterator[tuple[str, str, str, str]]:
    """Each message of a .ts: context, English, translation, and its state (empty when it is finished)."""
    for context in ElementTree.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text, state = "", "unfinished"
            if translation is not None:
                text, state = translation.text or "", translation.get("type", "")
            yield context.findtext("name", ""), message.findtext("source", ""), text, state


def main() -> int:
    """Updates the files and says what is left to translate."""
    argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0]).parse_args()
    CORE.write_text("".join(f"{text}\n" for text in core_texts()), encoding="utf-8")
    update(TS)
    release(TS, TS.with_suffix(".qm"))
    found = list(messages(TS))
    left = [(context, source) for context, source, _, state in found if state]
    for context, source in left:
        print(f"{context}: {source}")
    print(f"{len(found)} texts, {len(left)} of them not translated yet")
    return 1 if left else 0


def _toml(path: Path) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _program(name: str, *arguments: str) -> None:
    where = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if where is None:
        sys.exit(f"pyside6-{name} is not in this environment. Run `python3 packaging/dev.py test` once: it sets it up.")
    done = subprocess.run([where, *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"pyside6-{name} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
