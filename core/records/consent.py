"""Who allowed what with their recording, and what the software may be used for at all."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal["analyse", "research", "train", "share excerpts"]
SCOPES: tuple[Scope, ...] = ("analyse", "research", "train", "share excerpts")

Purpose = Literal["therapy", "medical", "safety", "research"]
PURPOSES: tuple[Purpose, ...] = ("therapy", "medical", "safety", "research")

REFUSED_PURPOSES = ("workplace", "education")
"""Regulation (EU) 2024/1689 (AI Act), Art. 5(1)(f), forbids to infer emotions there except for medical or safety
reasons. Recital 44 names therapeutical use as a medical reason."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One statement of one participant. A later statement replaces an earlier one for the same sessions."""

    id: int
    participant: int
    session: int | None
    """The one session it is about; None for all sessions of the participant."""
    scopes: tuple[Scope, ...]
    """What is allowed from now on; empty after a withdrawal."""
    given_on: str
    """Date of the statement, ISO 8601."""
    text_version: str
    """Version of the text the participant was given."""
    withdrawn: bool
    """Whether this statement takes an earlier consent back."""
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Server:
    """Where pictures of faces go to be read by a language model that does not run in this program."""

    host: str
    model: str
    elsewhere: bool
    """Whether it is another computer than this."""
