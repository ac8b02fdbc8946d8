"""Head pose and gaze out of one face. Comes in: the landmarker's matrix and mesh. Goes out: degrees.

Signs are those of `core.records.measurement.Measurements.pose`, checked on real frames. Must not know: time, people.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.records.face import Face

_IRIS = {"right": (468, 33, 133), "left": (473, 362, 263)}
"""Centre of the iris and the two corners of the eye, the corner to the picture's left first; numbers of the mesh."""
EYE_TO_BALL = 2.4
"""Width between the eye's corners over the radius of the eyeball: about 29 mm over 12 mm."""


class FaceObserver(Protocol):
    """Something that reads values from the pixels of each followed face; one is made per worker."""

    @property
    def names(self) -> tuple[str, ...]:
        """Columns it gives, unique over all observers."""
        ...

    @property
    def every_s(self) -> float:
        """Seconds of video: it sees the first look at a face in each such step and gives NaN in between."""
        ...

    def observe(self, face: Face, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(len(names),) values for one face in one upright RGB picture; NaN where it cannot tell."""
        ...


def rotation(transform: NDArray[np.float32]) -> NDArray[np.float64]:
    """(3, 3) rotation of the canonical face to the camera (x to the picture's right, y up, z to the viewer)."""
    axes = transform[:3, :3].astype(np.float64)
    return axes / np.linalg.norm(axes, axis=0, keepdims=True)


def pose_degrees(transform: NDArray[np.float32]) -> NDArray[np.float32]:
    """(3,) yaw, pitch, roll in degrees from MediaPipe's (4, 4) matrix.

    The rotation is taken apart as turn (about the vertical), then nod, then tilt, the usual order for heads: yaw and
    pitch are where the face points, roll is what is left. The matrix is relative to the line of sight to the face.
    """
    turn = rotation(transform)
    yaw = np.arctan2(turn[0, 2], turn[2, 2])
    pitch = np.arcsin(np.clip(turn[1, 2], -1.0, 1.0))
    roll = np.arctan2(turn[1, 0], turn[1, 1])
    return np.degrees(np.array((yaw, pitch, roll))).astype(np.float32)


def gaze_degrees(face: Face) -> NDArray[np.float32]:
    """(2,) where the eyes look relative to the head, in degrees: x > 0 to the person's own left, y > 0 up.

    Mean of both eyes: the iris' offset from the middle of the eye's corners, in the head's own axes, over the radius
    of the eyeball. y has the lids' constant offset of a few degrees, so compare it with the person's own baseline.
    NaN where an eye is closed beyond telling (a lid gap under a tenth of the eye's width).
    """
    points = face.landmarks.astype(np.float64) * (1.0, -1.0, -1.0)
    points = points @ rotation(face.transform)  # rows times R = the inverse rotation: into the head's own axes
    looks: list[tuple[float, float]] = []
    for iris, outer, inner in _IRIS.values():
        axis = points[inner] - points[outer]
        width = float(np.linalg.norm(axis))
        upper, lower = (159, 145) if iris == 468 else (386, 374)
        if width <= 0 or abs(points[upper, 1] - points[lower, 1]) < 0.1 * width:
            continue
        offset = points[iris] - (points[inner] + points[outer]) / 2
        along = float(offset @ axis) / width**2
        across = float(offset[1] * axis[0] - offset[0] * axis[1]) / width**2
        looks.append((along, across))
    if not looks:
        return np.full(2, np.nan, np.float32)
    sines = np.clip(np.mean(looks, axis=0) * EYE_TO_BALL, -1.0, 1.0)
    return np.degrees(np.arcsin(sines)).astype(np.float32)


class GazeObserver:
    """Gives `gaze_x_deg` and `gaze_y_deg`, see `gaze_degrees`."""

    names = ("gaze_x_deg", "gaze_y_deg")
    every_s = 0.1

    def observe(self, face: Face, picture: NDArray[np.uint8]) -> NDArray[np.float32]:
        """(2,) degrees; the picture is not needed."""
        del picture
        return gaze_degrees(face)
