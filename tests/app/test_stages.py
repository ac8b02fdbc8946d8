"""What a job is at, in the user's language: every stage that core names is known here."""

import ast
from pathlib import Path

import pytest

from app.application import speak
from app.stages import KNOWN, stage

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {"cutting pictures", "the model looks", "the model answers", "reading recorded replies", "adapter",
             "the first words"}  # fmt: skip
"""Stages of verbs that only the command has."""


def named(node: ast.expr) -> str | None:
    """A text as it is written in the source, with `{what}` for each part that is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{what}" for part in node.values)
    return None


def stages() -> set[str]:
    """The names that core gives its stages, wherever they are written out."""
    found: set[str | None] = set()
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Progress" and node.args:
                found.add(named(node.args[0]))
            if isinstance(node, ast.Call):
                found |= {named(one.value) for one in node.keywords if one.arg == "stage"}
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in ("STAGE", "READING"):
                found.add(named(node.value))
    return {one for one in found if one}


def test_every_stage_of_core_is_known():
    assert len(stages()) > 15
    unknown = {one for one in stages() - ELSEWHERE if stage(one.replace("{what}", "x")) == one and one not in KNOWN}
    assert not unknown


@pytest.fixture
def chinese(qapp):
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def test_a_stage_is_said_in_the_user_s_language(chinese):
    assert stage("looking for faces") == "正在寻找面部"
    assert stage("fetching videmo-3b, model-00001-of-00002.safetensors") == (
        "正在获取 videmo-3b, model-00001-of-00002.safetensors"
    )
    assert stage("something new") == "something new"
