"""Adapters that a reinforcement can go on from. In: the registry. Out: those of one model that can be opened here, the
likeliest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.translation import translate

if TYPE_CHECKING:
    from core.models.adapters import Adapter
    from core.models.manifest import Installed


@dataclass(frozen=True, slots=True)
class Parent:
    """An adapter, as somebody chooses it."""

    name: str
    made_on: str
    own: bool
    """Whether it learned from the open study."""
    better: bool | None
    """Whether it reads held-out people better; None where that could not be judged."""
    parent: str
    """What it goes on from itself; empty for an adapter that the curriculum gave."""

    @property
    def words(self) -> str:
        """For people."""
        if self.own:
            told = translate("Parents", "Made on {date}, from this study.")
        else:
            told = translate("Parents", "Made on {date}, from other data than this study.")
        if self.better:
            verdict = translate("Parents", "It reads held-out people better than the model alone.")
        elif self.better is None:
            verdict = translate("Parents", "Whether it reads held-out people better could not be judged.")
        else:
            verdict = translate("Parents", "It was not shown to read held-out people better.")
        kind = (
            translate("Parents", "It is a reinforcement of {name}.").format(name=self.parent)
            if self.parent
            else translate("Parents", "The curriculum gave it.")
        )
        return " ".join((told.format(date=self.made_on), verdict, kind))


def parents(model: "Installed", known: "Sequence[Adapter]", *, study: str) -> tuple[Parent, ...]:
    """Those of a model: this study's first, of these what the curriculum gave, the newest first.

    One that another study sealed cannot be opened here, and is left out.
    """
    from core.models.adapters import Base

    asked = Base(model.name, "", model.digest)
    found = [one for one in known if one.about.base.is_same(asked) and (not one.sealed or one.about.study == study)]
    found.sort(key=lambda one: one.made, reverse=True)
    found.sort(key=lambda one: (not study or one.about.study != study, bool(one.about.parent)))
    return tuple(
        Parent(one.name, one.made[:10], bool(study) and one.about.study == study, one.about.better, one.about.parent)
        for one in found
    )
