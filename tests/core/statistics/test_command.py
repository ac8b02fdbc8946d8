"""The verb that compares coders, on two subtitle files of known agreement."""

import argparse
from pathlib import Path

import pytest

from core.commands import statistics
from core.errors import UsageError


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    statistics.add_arguments(parser)
    return statistics.run(parser.parse_args(words))


def coded(path: Path, labels: str) -> str:
    cues = [
        f"00:{n // 6:02d}:{n % 6 * 10:02d},000 --> 00:{(n + 1) // 6:02d}:{(n + 1) % 6 * 10:02d},000\n{label}"
        for n, label in enumerate(labels)
    ]
    path.write_text("\n\n".join(cues), encoding="utf-8")
    return str(path)


def test_two_coders(tmp_path: Path, capsys):
    one, two = coded(tmp_path / "a.srt", "abababababab"), coded(tmp_path / "b.srt", "abababababba")
    assert run(one, two) == 0
    shown = capsys.readouterr().out
    assert "base rate  a.srt: a 50.0% (60 s)" in shown
    # 10 of 12 agree where half would by chance.
    assert "raw agreement: 0.833" in shown
    assert "Cohen's kappa: 0.667" in shown
    assert "240 samples, 0 left out" in shown


def test_what_a_gap_means_is_the_users_choice(tmp_path: Path, capsys):
    one, two = coded(tmp_path / "a.srt", "abab"), coded(tmp_path / "b.srt", "ab")
    run(one, two, "--to", "1:00")
    assert "40 samples, 40 left out" in capsys.readouterr().out
    run(one, two, "--to", "1:00", "--between", "nothing coded")
    assert "120 samples, 0 left out" in capsys.readouterr().out


def test_requests_that_make_no_sense(tmp_path: Path):
    one = coded(tmp_path / "a.srt", "abab")
    with pytest.raises(UsageError, match="names 0 tracks"):
        run(f"{one}#nobody", one)
    with pytest.raises(UsageError, match="no time"):
        run(one, one, "--from", "50", "--to", "10")
    with pytest.raises(UsageError, match="two coders"):
        run(one)
