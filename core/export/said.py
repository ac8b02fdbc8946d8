"""What a model said of a segment, as a reader walks it. Comes in: an `Account`. Goes out: texts and facts in words.

Must not know: HTML.
"""

import math
from dataclasses import dataclass

from core.records.account import Account, Candidate


@dataclass(frozen=True, slots=True)
class Answer:
    """One candidate."""

    text: str
    facts: str
    """Its score and what that is made of, in words."""


@dataclass(frozen=True, slots=True)
class SaidLevel:
    """One level of the search."""

    name: str
    prompt: str
    stability: str
    """How far the candidates agree, in words; empty for a single one."""
    winner: Answer
    losers: tuple[Answer, ...]
    """Best first."""


@dataclass(frozen=True, slots=True)
class Said:
    """An account in words."""

    levels: tuple[SaidLevel, ...]
    rationale: str
    unread: tuple[str, ...]
    frames: int


def said(account: Account) -> Said:
    """The account as a report shows it."""
    levels: list[SaidLevel] = []
    for level in account.levels:
        losers = [candidate for place, candidate in enumerate(level.candidates) if place != level.chosen]
        losers.sort(key=lambda candidate: -candidate.score)
        agree = "" if level.stability is None else f"candidates agree to {level.stability:.2f}"
        winner = _answer(level.candidates[level.chosen])
        levels.append(SaidLevel(level.level, level.prompt, agree, winner, tuple(map(_answer, losers))))
    return Said(tuple(levels), account.rationale, account.unread, account.frames)


def _answer(candidate: Candidate) -> Answer:
    parts = ", ".join(f"{name} {value:.2f}" for name, value in sorted(candidate.parts.items()))
    facts = [f"score {candidate.score:.2f}{f' ({parts})' if parts else ''}"]
    if math.isfinite(candidate.log_probability):
        facts.append(f"mean log-probability {candidate.log_probability:.2f} nats over {candidate.tokens} tokens")
    else:
        facts.append(f"{candidate.tokens} tokens")
    facts.append(f"{len(candidate.tree.clues)} clues read out of it")
    if not candidate.ended:
        facts.append("cut off at the longest length")
    return Answer(candidate.text or "(nothing)", "; ".join(facts))
