"""Documentation that fails: paths it names exist, every verb, option and catalogue entry is described."""

import argparse
import re
import subprocess
from pathlib import Path

import pytest

from core.__main__ import VERBS, parser_for
from core.models import catalogue

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROOMS = ("app", "core", "finetune", "resources", "tests", "packaging", ".ci")
PAGES = [
    path.relative_to(ROOT).as_posix()
    for room in (".", *ROOMS)
    for path in (ROOT / room).rglob("*.md" if room != "." else "README.md")
    if not any(part in (".venv", ".git", "videmo-out") for part in path.parts)
]


def named_paths(text: str) -> set[str]:
    """Paths in backticks or links that begin at the project's root."""
    spans = {span for ticked in re.findall(r"`([^`\n]+)`", text) for span in ticked.split()}
    spans |= set(re.findall(r"\]\(([^)#\s]+)\)", text))
    # Trees of files stand in fenced blocks, one entry a line.
    spans |= {word for block in re.findall(r"```\w*\n(.*?)```", text, flags=re.DOTALL) for word in block.split()}
    return {span.rstrip(",.;:") for span in spans if span.split("/")[0] in ROOMS and "/" in span and "*" not in span}


@pytest.mark.parametrize("page", sorted(set(PAGES)))
def test_every_path_a_page_names_exists(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [name for name in sorted(named_paths(text)) if not (ROOT / name).exists()]
    assert not missing, f"{page} names what is not there"


def test_each_layer_has_a_readme():
    assert not [room for room in ("app", "core", "finetune") if not (ROOT / room / "README.md").is_file()]


def test_the_two_commands_come_first():
    first = README.index("python3 packaging/dev.py demo")
    assert first < README.index("\n## "), "the two commands stand before the first heading"
    assert README.index("python3 packaging/dev.py test") < README.index("\n## ")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_verb_is_in_the_readme_with_an_example(verb):
    assert verb.help
    assert f"`videmo {verb.name}`" in README
    assert re.search(rf"`videmo {verb.name} \w|`videmo {verb.name}` \|$", README, flags=re.MULTILINE)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_option_has_help(verb):
    unexplained: list[str] = []

    def walk(parser: argparse.ArgumentParser, path: str) -> None:
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                explained = {choice.dest for choice in action._choices_actions if choice.help}
                unexplained.extend(f"{path} {name}" for name in action.choices if name not in explained)
                for name, below in action.choices.items():
                    walk(below, f"{path} {name}")
            elif not action.help:
                unexplained.append(f"{path} {action.metavar or action.dest}")

    walk(parser_for(verb.name), "videmo")
    assert not unexplained


def test_every_entry_of_the_catalogue_is_documented():
    third_parties = (ROOT / "packaging/THIRD-PARTY.md").read_text(encoding="utf-8")
    for item in catalogue():
        assert f"`{item.name}`" in README
        assert f"| {item.name} |" in third_parties
        assert item.licence in README
        assert item.licence in third_parties


def test_the_intended_use_reads_the_same_everywhere():
    from core.__main__ import INTENDED_USE

    assert INTENDED_USE in " ".join(README.replace("\n> ", " ").split())


@pytest.mark.parametrize(
    "words", ["diagnoses", "detects emotion", "recognises emotion", "the person feels", "lie detect"]
)
def test_the_readme_claims_no_more_than_what_is_displayed(words):
    assert words not in README.lower()


def test_nothing_of_a_run_is_tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert not re.search(r"\.(task|tflite|mp4|mov|onnx|gguf|safetensors|pkl|pt|pth)$", listed, flags=re.MULTILINE)
