"""Licences: every dependency is listed, and nothing of the base installation is under the GPL or AGPL."""

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
THIRD_PARTIES = (ROOT / "packaging/THIRD-PARTY.md").read_text(encoding="utf-8")
EXTRAS = [line for group in PROJECT["optional-dependencies"].values() for line in group]


def name_of(line: str) -> str:
    return canonicalize_name(Requirement(line).name)


def closure(lines: list[str]) -> dict[str, metadata.Distribution]:
    """Every installed distribution the lines lead to on this computer, by its canonical name."""
    found: dict[str, metadata.Distribution] = {}
    open_names = [name_of(line) for line in lines]
    while open_names:
        name = open_names.pop()
        if name in found:
            continue
        found[name] = metadata.distribution(name)
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                open_names.append(canonicalize_name(requirement.name))
    return found


def licence_of(distribution: metadata.Distribution) -> str:
    """What the package says of itself in a word; a whole licence text in the field is left to the classifiers."""
    about = distribution.metadata
    classifiers = [line for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    field = about.get("License") or ""
    words = [about.get("License-Expression") or "", field if "\n" not in field else "", *classifiers]
    return " ".join(word for word in words if word)


@pytest.mark.parametrize("line", [*PROJECT["dependencies"], *EXTRAS])
def test_every_dependency_is_listed(line):
    listed = {canonicalize_name(name) for name in re.findall(r"^\| ([\w.-]+) \|", THIRD_PARTIES, flags=re.MULTILINE)}
    assert name_of(line) in listed


def test_what_the_base_installation_pulls_in_is_listed():
    words = {canonicalize_name(word) for word in re.findall(r"[\w.-]*\w", THIRD_PARTIES)}
    assert not sorted(set(closure(PROJECT["dependencies"])) - words)


def test_no_strong_copyleft_below_the_base_installation():
    licences = {name: licence_of(found) for name, found in closure(PROJECT["dependencies"]).items()}
    assert not [name for name, said in licences.items() if not said], "a package that states no licence"
    assert not {
        name: said for name, said in licences.items() if re.search(r"(?<!L)\bA?GPL|GNU (Affero )?General", said)
    }


@pytest.mark.parametrize(
    ("room", "extras"),
    [("core", ("local", "llama", "convert", "server")), ("finetune", ("local", "train")), ("app", ("window",))],
)
def test_every_import_is_declared(room, extras):
    """What a room imports comes with its installation: the development environment would hide a gap."""
    homes = metadata.packages_distributions()
    own = {"app", "core", "finetune"} | sys.stdlib_module_names
    optional = PROJECT["optional-dependencies"]
    declared = set(closure([*PROJECT["dependencies"], *(line for extra in extras for line in optional[extra])]))
    undeclared = {}
    for path in (ROOT / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in {name.split(".")[0] for name in names} - own:
                if not {canonicalize_name(home) for home in homes.get(name, ())} & declared:
                    undeclared[name] = path.relative_to(ROOT).as_posix()
    assert not undeclared


def test_the_codecs_inside_pyav_are_spoken_of():
    assert all(word in THIRD_PARTIES for word in ("libx264", "libx265", "frozen"))


def test_the_base_installation_has_no_torch_and_no_window():
    assert not {"torch", "pyside6", "transformers", "llama-cpp-python", "opencv-python"} & set(
        closure(PROJECT["dependencies"])
    )
