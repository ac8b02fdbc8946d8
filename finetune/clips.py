"""The pictures of a clip, as `videmo analyse` would show them to the model: training sees what is seen in use.

Comes in: where a clip is. Goes out: pictures at the model's size. Nothing is written. Must not know: examples, models.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np

from core.errors import FootageError
from core.footage.reader import probe
from core.reasoning.analyst import NO_PICTURE, ModelRule, clip_along, clip_of_frames
from core.records.moment import Span
from core.records.video import Video
from core.vlm.backend import Clip
from core.vlm.frames import Vision
from finetune.examples import ClipPlace

_RULE = ModelRule()
"""How the analyst cuts out faces; its vision is replaced by the recipe's."""


def pictures_of(place: ClipPlace, vision: Vision) -> Clip:
    """Cut out along the face's boxes, or whole pictures where there are none.

    Raises `FootageError` where the recording is gone, another one, cannot be decoded or shows no face in the span.
    """
    video = video_of(place)
    if place.end_s <= place.start_s:
        raise FootageError(
            f"The clip of “{place.video}” has no length ({place.start_s:g} s to {place.end_s:g} s).",
            remedy="Let it end after it starts.",
        )
    span = Span.between(place.start_s, place.end_s)
    if not place.boxes:
        return clip_of_frames(span, video=video, vision=vision)
    along = np.array(place.boxes, np.float64)
    clip = clip_along(span, along[:, 0], along[:, 1:].astype(np.float32), video=video, vision=vision, rule=_RULE)
    if clip is None:
        raise FootageError(
            f"{NO_PICTURE} (“{place.video}”, {place.start_s:g} s to {place.end_s:g} s)",
            remedy="Leave this clip out, or give a span in which the face is seen.",
        )
    return clip


def video_of(place: ClipPlace) -> Video:
    """The recording, looked into once. Raises `FootageError` where it cannot be read or its content has changed."""
    video = probed(place.video)
    if video.sha256 != place.sha256:
        raise FootageError(
            f"“{place.video}” is not the recording that the data set was made from: its content differs.",
            remedy="Put the original file back, or make the data set anew.",
        )
    return video


def probed(path: Path) -> Video:
    """`core.footage.probe.probe`, once for each state of a file: it reads the whole of it. Raises `FootageError`."""
    try:
        told = path.stat()
    except OSError as error:
        raise FootageError(
            f"“{path}” cannot be read ({error.strerror}).", remedy="Look whether the disk or share is connected."
        ) from error
    return _probed(path, told.st_size, told.st_mtime_ns)


@lru_cache(maxsize=256)
def _probed(path: Path, size: int, modified_ns: int) -> Video:
    del size, modified_ns  # parts of the cache's key: a file that changes is looked into again
    return probe(path)
