"""MediaPipe lives here. In comes an upright RGB picture, out come detections and faces in that picture's pixels.

Every call is for a still image: what comes out depends on the pixels and the window handed in, never on the frames
before, so that two workers give the same numbers. Must not know: video, time, people, emotions.
"""

import gc
import zipfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from core.errors import ModelError
from core.faces.crops import cut_native
from core.faces.native import first_face
from core.faces.quiet import quiet_stderr
from core.records.face import Face, FaceBox

Picture = NDArray[np.uint8]
"""(height, width, 3) uint8 upright RGB."""

_DETECTOR_MEMBER = "face_detector.tflite"
_REMEDY = "Fetch it again with `videmo models fetch`."


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A place that looks like a face to the detector (BlazeFace short range)."""

    box: FaceBox
    score: float
    """In [0, 1]."""
    keypoints: NDArray[np.float32]
    """(6, 2) pixels: right eye, left eye, nose tip, mouth, right and left ear tragion; right is the person's own."""


@dataclass(frozen=True, slots=True)
class LandmarkerRule:
    """Thresholds handed to MediaPipe, scores and overlaps in [0, 1]."""

    detection_score: float = 0.5
    """Least score of the detector, on the whole picture, on a tile and inside a window."""
    presence_score: float = 0.5
    """Least score of the landmark network that there is a face under its landmarks."""
    window_px: int = 360
    """A window about twice this large is handed over with every second pixel, and so on: at this side the landmark
    network's 256 pixels, three quarters of a window, are pixels of the picture, and more would tell it nothing."""
    suppression_overlap: float = 0.3
    """Detections of one call that overlap by more than this (intersection over union) become one."""


class FaceModel:
    """One detector and one landmarker, for one thread at a time. Close it, or use it in a `with` statement."""

    def __init__(self, path: Path, *, rule: LandmarkerRule | None = None) -> None:
        """Loads the bundle `face_landmarker.task`. Raises `ModelError` when it is missing or not such a bundle."""
        rule = rule or LandmarkerRule()
        try:
            bundle = path.read_bytes()
            with zipfile.ZipFile(path) as members:
                detector_bytes = members.read(_DETECTOR_MEMBER)
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise ModelError(f"The face model {path} cannot be read: {error}.", remedy=_REMEDY) from error
        import mediapipe as mp
        from mediapipe.tasks.python import BaseOptions, vision

        self._mp: Any = mp
        self._window_px = rule.window_px
        self._detector: Any = None
        self._landmarker: Any = None
        try:
            with quiet_stderr():
                self._detector = vision.FaceDetector.create_from_options(
                    vision.FaceDetectorOptions(
                        base_options=BaseOptions(model_asset_buffer=detector_bytes),
                        min_detection_confidence=rule.detection_score,
                        min_suppression_threshold=rule.suppression_overlap,
                    )
                )
                self._landmarker = vision.FaceLandmarker.create_from_options(
                    vision.FaceLandmarkerOptions(
                        base_options=BaseOptions(model_asset_buffer=bundle),
                        num_faces=1,
                        min_face_detection_confidence=rule.detection_score,
                        min_face_presence_confidence=rule.presence_score,
                        output_face_blendshapes=True,
                        output_facial_transformation_matrixes=True,
                    )
                )
                self._warm_up()
        except (ValueError, RuntimeError, OSError) as error:
            self.close()
            # MediaPipe's half-made task holds a thread, and a traceback and a cycle of references hold the task.
            reason = error.with_traceback(None)
            gc.collect()
            raise ModelError(f"The face model {path} cannot be loaded: {error}.", remedy=_REMEDY) from reason

    def _warm_up(self) -> None:
        """One call each, because the C++ prints once more when the first picture arrives."""
        blank = np.zeros((128, 128, 3), np.uint8)
        self.detect(blank)
        self.read(blank, FaceBox(0, 0, 128, 128))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Frees both tasks and their threads; a second call does nothing."""
        for task in (self._detector, self._landmarker):
            if task is not None:
                task.close()
        self._detector = self._landmarker = None

    def _image(self, pixels: Picture) -> Any:  # noqa: ANN401 (MediaPipe's own type, loaded late)
        return self._mp.Image(image_format=self._mp.ImageFormat.SRGB, data=np.ascontiguousarray(pixels))

    def detect(self, picture: Picture) -> tuple[Detection, ...]:
        """Places that look like faces, best first. Finds faces from about a tenth of the picture's longer side."""
        height, width = picture.shape[:2]
        found: list[Detection] = []
        for detection in self._detector.detect(self._image(picture)).detections:
            box = detection.bounding_box
            points = np.array([(point.x * width, point.y * height) for point in detection.keypoints], np.float32)
            score = float(detection.categories[0].score)
            found.append(Detection(FaceBox(box.origin_x, box.origin_y, box.width, box.height), score, points))
        return tuple(sorted(found, key=lambda one: -one.score))

    def read(self, picture: Picture, window: FaceBox) -> Face | None:
        """The face in a square `window` of the picture, or None. The window may reach over the border."""
        step = max(1, round(max(window.width, window.height) / self._window_px))
        pixels, origin = cut_native(picture, window, step=step)
        found = first_face(self._landmarker, self._image(pixels))
        if found is None:
            return None
        landmarks, blendshapes, transform = found
        height, width = pixels.shape[:2]
        # z is in the scale of x (MediaPipe's model card). A cut-out pixel shows the first of its `step` pixels.
        landmarks *= np.array((width * step, height * step, width * step), np.float32)
        landmarks[:, :2] += origin - 0.5 * (step - 1)
        low, high = landmarks[:, :2].min(axis=0), landmarks[:, :2].max(axis=0)
        return Face(
            box=FaceBox(float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])),
            landmarks=landmarks,
            blendshapes=blendshapes,
            transform=transform,
        )
