"""Draws clips of faces whose display and looks are known: a small model is taught and tested without footage.

A `Face` goes in, pictures come out; the same face and seed give the same pictures. They are drawings: a model that
reads them reads nothing else.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Strength = Literal["weak", "medium", "strong"]
STRENGTHS: dict[Strength, float] = {"weak": 0.6, "medium": 0.8, "strong": 1.0}
"""How far the features move from rest, as a share of the most."""
UNITS = {
    "happiness": ("AU6", "AU12", "AU25"),
    "sadness": ("AU1", "AU4", "AU15"),
    "neutral": (),
    "anger": ("AU4", "AU7", "AU23"),
    "surprise": ("AU1", "AU2", "AU5", "AU25", "AU26"),
    "disgust": ("AU9", "AU10"),
    "fear": ("AU1", "AU2", "AU4", "AU5", "AU20", "AU25"),
}
"""The action units that are drawn for each display. Prototypes of resources/taxonomy/expressions.toml."""
HAIR = {"black": (25, 22, 26), "brown": (110, 66, 30), "blonde": (226, 190, 100), "gray": (150, 150, 154)}
POSES = {"front": (0.0, 0.0), "left": (-0.07, 0.0), "right": (0.07, 0.0), "up": (0.0, -0.07), "down": (0.0, 0.07)}
"""Where the features stand against the outline, as seen in the picture, in shares of its smaller side."""
SKIN = ((244, 208, 180), (224, 172, 136), (188, 128, 92), (128, 82, 58), (92, 60, 44))
FINER = 2
"""Drawn this many times larger and scaled down, so that lines are smooth."""


@dataclass(frozen=True, slots=True)
class Look:
    """What stays the same in a person's face, and where it is turned."""

    hair: str = "brown"
    """One of `HAIR`."""
    long_hair: bool = False
    bangs: bool = False
    eyeglasses: bool = False
    beard: bool = False
    pose: str = "front"
    """One of `POSES`."""


@dataclass(frozen=True, slots=True)
class Face:
    """A person, how they look and what they display."""

    label: str
    """One of `UNITS`."""
    strength: Strength
    look: Look
    person: int
    """Decides skin, proportions and background."""

    @property
    def units(self) -> tuple[str, ...]:
        """The action units that are drawn: of a weak display the lips stay closed where the display allows it."""
        return tuple(
            unit
            for unit in UNITS[self.label]
            if not (unit == "AU25" and self.label == "happiness" and self.strength == "weak")
        )


def some_face(rng: np.random.Generator, *, label: str | None = None) -> Face:
    """A face with everything but a given label drawn by lot."""
    return Face(
        label=label or str(rng.choice(list(UNITS))),
        strength=list(STRENGTHS)[rng.integers(len(STRENGTHS))],
        look=Look(
            hair=str(rng.choice(list(HAIR))),
            long_hair=bool(rng.random() < 0.5),
            bangs=bool(rng.random() < 0.4),
            eyeglasses=bool(rng.random() < 0.4),
            beard=bool(rng.random() < 0.3),
            pose=str(rng.choice(list(POSES))) if rng.random() < 0.4 else "front",
        ),
        person=int(rng.integers(1000)),
    )


def draw(face: Face, *, seed: int, frames: int = 8, height: int = 308, width: int = 336) -> NDArray[np.uint8]:
    """(frames, height, width, 3) RGB: the display grows out of half its strength while the head sways a little."""
    rng = np.random.default_rng(seed)
    sway, light, phase = rng.uniform(0.0, 0.02), rng.uniform(0.85, 1.1), rng.uniform(0, 2 * np.pi)
    pictures = []
    for number in range(frames):
        share = number / max(frames - 1, 1)
        drawing = _Drawing(face, height=height, width=width)
        drawing.shift = (sway * np.sin(phase + 5 * share), sway * np.cos(phase + 3 * share))
        drawing.amount = STRENGTHS[face.strength] * min(1.0, 0.5 + share)
        picture = np.asarray(drawing.paint(), np.float32) * light + rng.normal(0, 4, (height, width, 1))
        pictures.append(picture.clip(0, 255).astype(np.uint8))
    return np.stack(pictures)


class _Drawing:
    """One picture. Coordinates are shares of the smaller side, from the middle of the picture."""

    def __init__(self, face: Face, *, height: int, width: int) -> None:
        self.face, self.shift, self.amount = face, (0.0, 0.0), 1.0
        self.height, self.width = height, width
        own = np.random.default_rng(face.person)
        self.skin = tuple(int(value) for value in np.array(SKIN[own.integers(len(SKIN))]) + own.integers(-8, 9, 3))
        self.back = tuple(int(value) for value in own.integers(60, 220, 3))
        self.breadth, self.eye_gap = own.uniform(0.28, 0.33), own.uniform(0.12, 0.14)
        self.image = Image.new("RGB", (width * FINER, height * FINER), self.back)
        self.pen = ImageDraw.Draw(self.image)

    def unit(self, name: str) -> float:
        """How far an action unit has moved, in [0, 1]."""
        return self.amount if name in self.face.units else 0.0

    def _at(self, *points: tuple[float, float]) -> list[tuple[float, float]]:
        side = min(self.height, self.width) * FINER
        left, top = self.width * FINER / 2, self.height * FINER / 2
        return [(left + (x + self.shift[0]) * side, top + (y + self.shift[1]) * side) for x, y in points]

    def _oval(self, middle: tuple[float, float], radii: tuple[float, float], colour: tuple[int, ...]) -> None:
        (x, y), (across, down) = middle, radii
        self.pen.ellipse([*self._at((x - across, y - down), (x + across, y + down))], fill=colour)

    def _line(self, points: list[tuple[float, float]], colour: tuple[int, ...], thickness: float) -> None:
        side = min(self.height, self.width) * FINER
        self.pen.line(self._at(*points), fill=colour, width=max(1, round(thickness * side)), joint="curve")

    def paint(self) -> Image.Image:
        """Draws everything, back to front."""
        look, (turn, nod) = self.face.look, POSES[self.face.look.pose]
        hair = HAIR[look.hair]
        self._oval((0, -0.08), (self.breadth + 0.07, 0.4), hair)
        if look.long_hair:
            for side in (-1, 1):
                self._oval((side * self.breadth, 0.2), (0.11, 0.34), hair)
        self._oval((0, 0.03), (self.breadth, 0.4), self.skin)
        if look.beard:
            self.pen.chord([*self._at((-self.breadth, -0.37), (self.breadth, 0.43))], 25, 155, fill=hair)
        if look.bangs:
            self.pen.chord([*self._at((-self.breadth, -0.37), (self.breadth, 0.43))], 205, 335, fill=hair)
        self._features(turn, nod, hair)
        return self.image.resize((self.width, self.height), Image.Resampling.BOX)

    def _features(self, turn: float, nod: float, hair: tuple[int, ...]) -> None:
        dark = tuple(value // 2 for value in self.skin)
        brow_colour = tuple(value // 2 for value in hair)
        for side in (-1, 1):
            x, y = turn + side * self.eye_gap, nod - 0.06
            opening = 0.034 * (1 + 0.9 * self.unit("AU5") - 0.55 * self.unit("AU7") - 0.35 * self.unit("AU6"))
            self._oval((x, y), (0.06, opening), (250, 250, 250))
            self._oval((x, y), (min(0.026, opening), min(0.03, opening)), (40, 30, 30))
            inner = (
                y - 0.09 - 0.08 * self.unit("AU1") + (0.065 if "AU1" not in self.face.units else 0) * self.unit("AU4")
            )
            outer = y - 0.085 - 0.08 * self.unit("AU2") + (0.02 if "AU1" in self.face.units else 0) * self.unit("AU4")
            near = 0.065 - 0.025 * self.unit("AU4")
            middle = (inner + outer) / 2 - 0.015
            brow = [(x - side * near, inner), (x, middle), (x + side * 0.07, outer)]
            self._line(brow, brow_colour, 0.036)
            if self.unit("AU6"):
                self._line([(x - 0.05, y + 0.055), (x, y + 0.068), (x + 0.05, y + 0.055)], dark, 0.02)
            if self.unit("AU9"):
                lines = [(side * 0.025 + turn, nod - 0.02), (side * 0.06 + turn, nod + 0.03)]
                self._line(lines, dark, 0.024)
            if self.face.look.eyeglasses:
                frame = [*self._at((x - 0.085, y - 0.065), (x + 0.085, y + 0.065))]
                self.pen.ellipse(frame, outline=(20, 20, 20), width=max(2, round(0.014 * self._side)))
        if self.face.look.eyeglasses:
            self._line([(turn - 0.05, nod - 0.06), (turn + 0.05, nod - 0.06)], (20, 20, 20), 0.014)
        self._line(
            [(turn * 1.3, nod - 0.02), (turn * 1.3 + 0.02, nod + 0.07), (turn * 1.3 - 0.02, nod + 0.075)], dark, 0.012
        )
        self._mouth(turn, nod + 0.2)

    def _mouth(self, x: float, y: float) -> None:
        half = 0.125 + 0.04 * self.unit("AU12") + 0.06 * self.unit("AU20") - 0.05 * self.unit("AU23")
        if self.unit("AU26"):
            half -= 0.05
        corner = y - 0.08 * self.unit("AU12") + 0.085 * self.unit("AU15")
        opening = 0.045 * self.unit("AU25") + 0.09 * self.unit("AU26")
        upper = y - opening * 0.4 - 0.06 * self.unit("AU10") + 0.015 * self.unit("AU12") - 0.02 * self.unit("AU15")
        lower = y + opening * 1.2 + 0.03 * self.unit("AU12") - 0.015 * self.unit("AU15")
        at = np.linspace(-1, 1, 15)
        top = [(x + half * t, corner + (upper - corner) * (1 - t * t)) for t in at]
        bottom = [(x + half * t, corner + (lower - corner) * (1 - t * t)) for t in at]
        lips = (188, 60, 70)
        if opening or self.unit("AU10"):
            self.pen.polygon(self._at(*top, *reversed(bottom)), fill=(60, 12, 20))
            if self.unit("AU12") or self.unit("AU10") or self.unit("AU20"):
                teeth = [(px, py + 0.02) for px, py in top[3:-3]]
                self.pen.polygon(self._at(*top[3:-3], *reversed(teeth)), fill=(245, 245, 240))
        thickness = 0.036 - 0.016 * self.unit("AU23")
        self._line(top, lips, thickness)
        self._line(bottom, lips, thickness)

    @property
    def _side(self) -> int:
        return min(self.height, self.width) * FINER
