"""A clinic that does not exist: recordings of drawn people by a camera of its own, with conversations about them.

`python -m tests.tiny.clinic FOLDER` writes clips, lossless, and `clinic.json` in the form of Emo-CFG. A person looks
the same in all clips and displays something else in each. The camera is unlike the one the small model was taught with:
a grey night picture of low contrast with grain, a little turned. What is asked are published tasks of the three levels
and the questions of the search.
"""

import argparse
import json
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.reasoning.prompts import level_prompt, opening, task
from tests.media import Clip, encode
from tests.tiny.faces import UNITS, Face, draw, some_face
from tests.tiny.lessons import LEVELS, answer, level_answer

SIDE = 112
FRAMES = 4
TICKS = 300
"""Of a six hundredth of a second: two pictures a second."""
TASKS = {
    "attribute": ("hair", "head-pose"),
    "expression": ("action-units", "emotion-7"),
    "emotion": ("emotion-caption",),
}
"""Published tasks by the stage in which they are learned; the search's question of the level comes with them."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is."""

    people: int = 40
    clips: int = 14
    """Of each person: every display twice."""


def face_of(person: int, *, label: str, rng: np.random.Generator) -> Face:
    """A person's own looks with a display; only pose and strength change."""
    own = some_face(np.random.default_rng([person, 1]), label=label)
    now = some_face(rng, label=label)
    return Face(label, now.strength, replace(own.look, pose=now.look.pose), person=20_000 + person)


def filmed(face: Face, *, seed: int) -> NDArray[np.uint8]:
    """(frames, side, side, 3) as the clinic's camera shows it."""
    rng = np.random.default_rng([seed, 2])
    pictures = draw(face, seed=seed, frames=FRAMES, height=SIDE, width=SIDE).astype(np.float32)
    grey = pictures @ np.array([0.5, 0.4, 0.1], np.float32)
    grey = 70 + 0.45 * grey + rng.normal(0, 7, grey.shape)
    turn = float(rng.uniform(-6, 6))
    turned = [
        np.asarray(
            Image.fromarray(one.clip(0, 255).astype(np.uint8)).rotate(turn, Image.Resampling.BILINEAR, fillcolor=90)
        )
        for one in grey
    ]
    return np.repeat(np.stack(turned)[..., None], 3, axis=3)


def write(folder: Path, size: Size, *, seed: int = 1) -> Path:
    """Writes clips and conversations; returns the file with the conversations."""
    folder.mkdir(parents=True, exist_ok=True)
    labels = list(UNITS)
    records = []
    for person in range(size.people):
        for number in range(size.clips):
            rng = np.random.default_rng([seed, person, number])
            face = face_of(person, label=labels[number % len(labels)], rng=rng)
            name = f"p{person:03d}-{number:02d}.mkv"
            clip = Clip(frames=FRAMES, width=SIDE, height=SIDE, codec="ffv1", pixel_format="bgr0", ticks=(TICKS,),
                        time_base=Fraction(1, 600), b_frames=0)  # fmt: skip
            encode(folder / name, filmed(face, seed=int(rng.integers(2**31))), clip)
            for stage, asked, said in conversations(face, rng):
                turns = [(turn.role, f"<video>{turn.text}" if turn.role == "user" else turn.text) for turn in asked]
                records.append(
                    {
                        "messages": [{"role": role, "content": text} for role, text in (*turns, ("assistant", said))],
                        "videos": [name],
                        "person": f"person {person}",
                        "session": f"session {person}",
                        "stage": stage,
                    }
                )
    path = folder / "clinic.json"
    path.write_text(json.dumps(records, indent=1), "utf-8")
    return path


def conversations(face: Face, rng: np.random.Generator) -> list[tuple]:
    """Stage, opening turns and answer of everything that is asked about a clip."""
    found = []
    for level in LEVELS:
        for name in TASKS[level]:
            asked = task(name)
            found.append((level, opening(asked.question, system=asked.system), answer(asked, face, rng)))
        found.append((level, opening(level_prompt(level).question), level_answer(level, face, rng)))
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=Size.people)
    parser.add_argument("--clips", type=int, default=Size.clips)
    told = parser.parse_args()
    print(write(told.folder, Size(told.people, told.clips)))
