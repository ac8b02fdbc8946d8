"""The small appearance network: what a whole face looks like to it, as one probability per emotion.

Comes in: a face and its picture. Goes out: seven numbers, in the order of `EMOTIONS`. Knows nothing of time or people.

The network is the quantised mini-Xception of the MIT package `fer` (Shenk, 2025), trained on FER-2013 (Goodfellow et
al., 2013): 64 x 64 grey pixels scaled to [-1, 1]. It reads crying where blendshapes see a smile; it hardly ever says
disgust, and a black border makes it say anger, so the picture's edge is repeated instead.
"""

import importlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.errors import ModelError
from core.faces.crops import cut, square
from core.faces.quiet import quiet_stderr
from core.records.analysis import EMOTIONS
from core.records.face import Face

_NETWORK_ORDER = ("anger", "disgust", "fear", "happiness", "sadness", "surprise", "neutral")
_SIDE = 64
MARGIN = 0.1
"""Share of the face box added on each side before the square is cut."""

APPEARANCE = tuple(f"appearance: {emotion}" for emotion in EMOTIONS)
"""Names of the observed columns."""


class AppearanceNetwork:
    """Observes one face at a time. One instance per thread."""

    names = APPEARANCE
    every_s = 0.2

    def __init__(self, model: Path) -> None:
        """Loads the network. Raises `ModelError` when the file is not a TFLite network of the expected shape."""
        runtime = importlib.import_module("ai_edge_litert.interpreter")
        try:
            with quiet_stderr():
                self._interpreter: Any = runtime.Interpreter(str(model), num_threads=1)
                self._interpreter.allocate_tensors()
        except (ValueError, RuntimeError) as error:
            raise ModelError(
                f"The expression network {model.name} could not be loaded.",
                remedy="Run `videmo models verify`, then `videmo models fetch expression-network`.",
            ) from error
        self._input: int = self._interpreter.get_input_details()[0]["index"]
        self._output: int = self._interpreter.get_output_details()[0]["index"]

    def observe(self, face: Face, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(7,) probabilities in the order of `EMOTIONS`; `picture` is (h, w, 3) uint8 RGB, upright.

        The face and its mirror image are both read and averaged geometrically: no face is read differently for the
        side it turns to.
        """
        scaled = (grey_square(face, picture) / 255.0 - 0.5) * 2.0
        answers = np.log(np.stack([self._answer(scaled), self._answer(scaled[:, ::-1])]) + 1e-6).mean(axis=0)
        probabilities = np.exp(answers) / np.exp(answers).sum()
        return probabilities[[_NETWORK_ORDER.index(emotion) for emotion in EMOTIONS]].astype(np.float32)

    def _answer(self, scaled: NDArray[np.float32]) -> NDArray[np.float32]:
        self._interpreter.set_tensor(self._input, np.ascontiguousarray(scaled[None, :, :, None]))
        self._interpreter.invoke()
        return self._interpreter.get_tensor(self._output)[0].copy()


def grey_square(face: Face, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(64, 64) grey levels in [0, 255] of the square around a face; the picture's edge is repeated beyond it."""
    pixels = cut(picture, square(face.box, margin=1.0 + 2.0 * MARGIN), size=_SIDE)
    return np.asarray(Image.fromarray(pixels).convert("L"), dtype=np.float32)
