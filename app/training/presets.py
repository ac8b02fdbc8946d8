"""The presets of training and which of them suits this computer. In: recipes, memory. Out: names and words."""

import re
import tomllib
from dataclasses import dataclass

from app.translation import QT_TRANSLATE_NOOP, translate
from core.assets import resource
from core.vlm.computer import Computer

GB = 1e9
TINY = "tiny"
WORDS = {
    TINY: QT_TRANSLATE_NOOP("Presets", "For trying out, on the processor"),
    "8gb": QT_TRANSLATE_NOOP("Presets", "Graphics card of 8 GB: 4-bit weights, 8 pictures of a clip"),
    "12gb": QT_TRANSLATE_NOOP("Presets", "Graphics card of 12 GB: 4-bit weights, 16 pictures of a clip"),
    "16gb": QT_TRANSLATE_NOOP("Presets", "Graphics card of 16 GB: 4-bit weights, longer rows"),
    "24gb": QT_TRANSLATE_NOOP("Presets", "Graphics card of 24 GB: weights as they are"),
    "40gb": QT_TRANSLATE_NOOP("Presets", "Graphics card of 40 GB or more: weights as they are, a wider adapter"),
}
NEARLY = 0.9
"""A card of 12 GB has a little less than that many bytes."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A recipe that comes with the program."""

    name: str
    memory_gb: int
    """Of the graphics card; 0 for none."""
    model: str
    """The base model that it is made for."""

    @property
    def words(self) -> str:
        """For people."""
        return translate("Presets", WORDS[self.name]) if self.name in WORDS else self.name


def presets() -> tuple[Preset, ...]:
    """All of them, the smallest first."""
    found: list[Preset] = []
    for path in resource("recipes").glob("*.toml"):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        found.append(Preset(path.stem, int(re.sub(r"\D", "", path.stem) or 0), str(told["base"]["model"])))
    return tuple(sorted(found, key=lambda one: (one.memory_gb, one.name)))


def recommended(computer: Computer) -> tuple[str, str]:
    """The preset for this computer, and why, in words."""
    if computer.kind != "cuda":
        return TINY, translate(
            "Presets",
            "This computer has no graphics card that training can use. A model of 3 billion parameters takes an NVIDIA "
            "card with 8 GB of memory, one of 7 billion takes 12 GB or more. The preset for trying out goes the whole "
            "way with a very small model, so that you can see how it works.",
        )
    if computer.device_total is None:
        return "8gb", translate(
            "Presets",
            "How much memory the graphics card has cannot be told, so the smallest preset is chosen.",
        )
    total = computer.device_total / GB
    fitting = [one for one in presets() if one.memory_gb and one.memory_gb * NEARLY <= total]
    if not fitting:
        return TINY, translate(
            "Presets", "The graphics card has {total} GB; training takes 8 GB or more. Only trying out is possible."
        ).format(total=f"{total:.0f}")
    return fitting[-1].name, translate(
        "Presets", "The graphics card has {total} GB, {free} GB of them free now: this is the largest preset for it."
    ).format(total=f"{total:.0f}", free="?" if computer.device is None else f"{computer.device / GB:.0f}")
