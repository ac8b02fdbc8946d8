"""The checkers themselves, run by pytest so that there is one front door: contracts, ruff, pyright strict."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "core", "finetune", "packaging", "tests")
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command(standalone_mode=True)"


def run(*command: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def tell(done: subprocess.CompletedProcess[str]) -> str:
    return f"\n{done.stdout}\n{done.stderr}"


def test_ruff_format():
    done = run("-m", "ruff", "format", "--check", *ROOMS)
    assert done.returncode == 0, tell(done)


def test_ruff_check():
    done = run("-m", "ruff", "check", "--output-format=concise", *ROOMS)
    assert done.returncode == 0, tell(done)


def test_pyright_strict():
    done = run("-m", "pyright", "--pythonpath", sys.executable)
    assert done.returncode == 0, tell(done)


def test_import_contracts():
    done = run("-c", LINT_IMPORTS, "--no-cache")
    assert done.returncode == 0, tell(done)
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("core/records/tree.py", "import core.models", "inside core, downward only"),
        ("core/models.py", "import app", "app and finetune stand side by side on core"),
        ("app/__init__.py", "import finetune", "app and finetune stand side by side on core"),
        ("core/footage.py", "import core.faces", "inside core, downward only"),
        ("finetune/__init__.py", "import PySide6", "core and finetune never import Qt"),
        ("core/evidence.py", "import torch", "core never imports torch"),
    ],
)
def test_a_broken_contract_is_reported(tmp_path, file, line, contract):
    """The contracts of pyproject.toml over a small house that breaks one of them."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("app", "core", "finetune", "core/records"):
        (tmp_path / room).mkdir(parents=True, exist_ok=True)
        (tmp_path / room / "__init__.py").write_text("")
    for name in ("__main__", "models", "footage", "faces", "evidence", "export", "reasoning", "records/tree"):
        (tmp_path / f"core/{name}.py").write_text("")
    (tmp_path / file).write_text(f"{line}\n")
    done = run("-c", LINT_IMPORTS, "--no-cache", cwd=tmp_path)
    assert done.returncode == 1, tell(done)
    broken = [text for text in done.stdout.splitlines() if text.endswith("BROKEN")]
    assert any(text.startswith(contract) for text in broken), tell(done)
