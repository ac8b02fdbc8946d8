"""Takes MediaPipe's face result from where its C library left it. In: a landmarker and an image. Out: three arrays.

WORKAROUND(mediapipe 0.10.31): its public call makes a Python object of each of 478 points and 52 scores, 0.8 ms a face
with the interpreter lock held, and hands each call to a thread of its own and back, twice a face: that is what two
workers wait for. This makes the same calls in the caller's thread (a landmarker is used by one thread at a time) and
reads the same structures, which are not public; the version is pinned, and a test holds the arrays against the public
call's. Must not know: pictures.
"""

import ctypes
import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MODULE = "mediapipe.tasks.python.vision.face_landmarker"

Arrays = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]


def first_face(landmarker: Any, image: Any) -> Arrays | None:  # noqa: ANN401 (MediaPipe's own types, loaded late)
    """(p, 3) landmarks as shares of the image, (52,) blendshapes and the (4, 4) transform; None without a face."""
    result = importlib.import_module(_MODULE).FaceLandmarkerResultC()
    library = landmarker._lib._lib
    fault = ctypes.c_char_p()
    status = library.MpFaceLandmarkerDetectImage(
        landmarker._handle, image._image_ptr, None, ctypes.byref(result), ctypes.byref(fault)
    )
    if status:
        reason = (fault.value or b"no reason given").decode("utf-8", "replace")
        library.MpErrorFree(fault)
        raise RuntimeError(f"MediaPipe refused a picture: {reason} (status {status})")
    try:
        if result.face_landmarks_count == 0:
            return None
        points, scores = result.face_landmarks[0], result.face_blendshapes[0]
        landmarks = _floats(points.landmarks, points.landmarks_count, "x", 3)
        blendshapes = _floats(scores.categories, scores.categories_count, "score", 1)[:, 0]
        return landmarks, blendshapes, result.facial_transformation_matrixes[0].to_numpy().astype(np.float32)
    finally:
        library.MpFaceLandmarkerCloseResult(ctypes.byref(result))


def _floats(pointer: Any, count: int, first: str, width: int) -> NDArray[np.float32]:  # noqa: ANN401 (a ctypes pointer)
    """(count, width) a copy of neighbouring floats of each structure in a C array, from the field `first` on."""
    kind = pointer._type_
    size = ctypes.sizeof(kind)
    memory = (ctypes.c_ubyte * (size * count)).from_address(ctypes.addressof(pointer.contents))
    start = int(getattr(kind, first).offset)
    rows = np.frombuffer(bytes(memory), np.uint8).reshape(count, size)[:, start : start + 4 * width]
    return rows.copy().view(np.float32)
