"""A look at every clip of a data set: can it be decoded, is the span in the file, is a face in it, what does it show.

Comes in: examples and how clips are shown. Goes out: findings, and groups of clips that look the same. Each clip is
decoded once, as training decodes it. Pictures and looks stay in memory.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.errors import FootageError, ModelError
from core.faces.landmarker import FaceModel
from core.models import locate
from core.progress import Progress, Stage
from core.vlm.backend import Clip
from core.vlm.frames import Vision
from finetune.clips import pictures_of, video_of
from finetune.duplicates import PICTURES, WORDS, alike, look_of
from finetune.examples import ClipPlace, Example
from finetune.findings import Finding, counted, named
from finetune.questions import published

_BEYOND_S = 0.1
"""A clip may end so much after its recording: times are rounded when they are written down."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the clips show."""

    findings: tuple[Finding, ...]
    alike: tuple[tuple[int, ...], ...]
    """Places of examples whose clips differ and look the same, group by group."""


def look_at(examples: Sequence[Example], vision: Vision) -> Stage[Seen]:
    """Looks at each clip once. Every yield is a cancel point."""
    clips: dict[str, ClipPlace] = {}
    shown: dict[str, list[int]] = {}
    for place, one in enumerate(examples):
        if one.clip is not None:
            clips.setdefault(one.clip.key, one.clip)
            shown.setdefault(one.clip.key, []).append(place)
    with ExitStack() as stack:
        look = _Looking(examples, shown, stack)
        for number, (key, clip) in enumerate(clips.items()):
            yield Progress("looking at clips", number, len(clips), "clips")
            look.at(key, clip, vision)
    seen = list(look.looks)
    looks = np.stack([look.looks[key] for key in seen]) if seen else np.zeros((0, WORDS), np.uint64)
    groups = yield from alike(looks, [clips[key].end_s - clips[key].start_s for key in seen])
    places = [tuple(sorted(place for member in group for place in shown[seen[member]])) for group in groups]
    copies = [
        _copy(examples, [shown[seen[member]][0] for member in group], group_places)
        for group, group_places in zip(groups, places, strict=True)
    ]
    return Seen((*look.findings, *look.told(), *copies), tuple(places))


class _Looking:
    """What has been seen so far."""

    def __init__(self, examples: Sequence[Example], shown: dict[str, list[int]], stack: ExitStack) -> None:
        self._examples, self._shown, self._stack = examples, shown, stack
        self._model: FaceModel | None = None
        self._no_model: ModelError | None = None
        self._faceless: list[int] = []
        self._whole: list[int] = []
        self.findings: list[Finding] = []
        self.looks: dict[str, NDArray[np.uint64]] = {}

    def at(self, key: str, clip: ClipPlace, vision: Vision) -> None:
        """Looks at one clip."""
        places = tuple(self._shown[key])
        try:
            duration_s = video_of(clip).duration_s
            if not self._within(clip, duration_s, places):
                return
            pictures = pictures_of(clip, vision)
        except FootageError as error:
            what = f"{named(self._examples, places)}: {error.problem}"
            self.findings.append(Finding("error", "clip", what, places, error.remedy))
            return
        self.looks[key] = look_of(pictures)
        if not clip.boxes:
            self._face(pictures, places)

    def _within(self, clip: ClipPlace, duration_s: float, places: tuple[int, ...]) -> bool:
        if clip.end_s <= duration_s + _BEYOND_S:
            return True
        outside = clip.start_s >= duration_s
        what = (
            f"{named(self._examples, places)}: the clip {'is' if outside else 'ends'} after the recording's end "
            f"({clip.start_s:g} s to {clip.end_s:g} s of {duration_s:.2f} s)."
        )
        level = "error" if outside else "warning"
        self.findings.append(Finding(level, "span", what, places, "Times are seconds after the file's first frame."))
        return not outside

    def _face(self, pictures: Clip, places: tuple[int, ...]) -> None:
        """Looks for a face in whole pictures where the question is about one."""
        asks = [published(self._examples[place].task) for place in places]
        about = tuple(
            place for place, task in zip(places, asks, strict=True) if task is None or task.picture != "frame"
        )
        if not about:
            return
        self._whole += about
        model = self._landmarker()
        if model is None:
            return
        chosen = np.round(np.linspace(0, len(pictures.frames) - 1, PICTURES)).astype(np.intp)
        if not any(model.detect(frame) for frame in pictures.frames[chosen]):
            self._faceless += about

    def _landmarker(self) -> FaceModel | None:
        if self._model is None and self._no_model is None:
            try:
                self._model = self._stack.enter_context(FaceModel(locate("face-landmarker")))
            except ModelError as error:
                self._no_model = error
        return self._model

    def told(self) -> list[Finding]:
        """What is said of all clips together."""
        found: list[Finding] = []
        if self._faceless:
            told = counted(len(self._faceless), one="one example", many="{count} examples")
            what = f"No face was found for {told}: {named(self._examples, self._faceless)}."
            remedy = "Leave them out unless you see one; drawn and very small faces are not found."
            found.append(Finding("warning", "face", what, tuple(self._faceless), remedy))
        if self._no_model is not None:
            what = f"Faces were not looked for: {self._no_model.problem}"
            found.append(Finding("warning", "face", what, tuple(self._whole), self._no_model.remedy))
        if self._whole:
            told = counted(
                len(self._whole), one="One example about a face shows", many="{count} examples about a face show"
            )
            what = f"{told} whole pictures; an analysis shows the face cut out."
            remedy = (
                "Where the face is small, cut the clips to it, or correct an analysis in a study and learn from that."
            )
            found.append(Finding("note", "face", what, tuple(self._whole), remedy))
        return found


def _copy(examples: Sequence[Example], clips: Sequence[int], places: tuple[int, ...]) -> Finding:
    """What is said of clips that look the same; `clips` are an example of each."""
    files = {examples[place].recording for place in clips}
    labels = {(examples[place].task, examples[place].labels) for place in places if examples[place].labels}
    tasks = {task for task, _ in labels}
    differ = len(labels) > len(tasks) and len(files) > 1
    what = f"{len(clips)} clips look the same: {named(examples, clips)}."
    if differ:
        what += " They have different labels."
        return Finding("warning", "near-duplicate", what, places, "Decide for one label, or keep one of the clips.")
    remedy = "Keep one of the copies." if len(files) > 1 else "Nothing moves in them; one of them is enough."
    return Finding("warning" if len(files) > 1 else "note", "near-duplicate", what, places, remedy)
