"""Expressions: combinations of action units with a name a clinician uses.

Comes in: the taxonomy `resources/taxonomy/expressions.toml`. Goes out: typed expressions, each with the emotions whose
display it belongs to and its source.
"""

import tomllib
from dataclasses import dataclass
from functools import cache

from core.assets import resource


@dataclass(frozen=True, slots=True)
class Expression:
    """A combination of movements."""

    name: str
    text: str
    """The statement in plain words."""
    all_of: tuple[str, ...]
    """Units or movements that must all be displayed."""
    any_of: tuple[str, ...]
    """And at least one of these, where there are any."""
    none_of: tuple[str, ...]
    """And none of these."""
    pattern: str
    """A combination of `core.evidence.prototypes.combine` that must be displayed too; empty for none."""
    no_pattern: tuple[str, ...]
    """Combinations that must not be displayed."""
    emotions: tuple[str, ...]
    """Emotions whose prototype it is part of; empty where it belongs to none."""
    spoken: bool
    """Whether talking alone can bring it about: it is then no reason while the person speaks."""
    source: str


@cache
def expressions() -> tuple[Expression, ...]:
    """The expressions of the taxonomy, most specific first."""
    table = tomllib.loads(resource("taxonomy/expressions.toml").read_text(encoding="utf-8"))
    return tuple(
        Expression(
            name=entry["name"],
            text=entry["text"],
            all_of=tuple(entry["all_of"]),
            any_of=tuple(entry.get("any_of", ())),
            none_of=tuple(entry.get("none_of", ())),
            pattern=entry.get("pattern", ""),
            no_pattern=tuple(entry.get("no_pattern", ())),
            emotions=tuple(entry.get("emotions", ())),
            spoken=entry.get("spoken", False),
            source=entry["source"],
        )
        for entry in table["expression"]
    )
