"""Examples out of a study: what humans agreed with or corrected, in sessions whose people allow training.

Comes in: a study, open. Goes out: examples, and what was left out and why. The store decides about consent
(`core.project.consents`): a session it refuses is listed and nothing of it is read. Nothing is written but the refusal
in the audit log. People are put right as their corrections say; somebody without a pseudonym is one person in the whole
session, by the name they have there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.errors import FootageError
from core.faces.crops import CropRule
from core.progress import Progress, Stage
from core.project.analyses import analyses, load_outline, load_segments
from core.project.consents import Permission, permit
from core.project.face_boxes import FollowedFace, faces_of
from core.project.failures import BlindError, ConsentError
from core.project.media import media_path, recordings
from core.project.people import who_is_who_of
from core.project.resolved import resolve_segment
from core.project.reviews import desk, last_words
from core.project.sessions import participants, session_named, sessions
from core.project.study import Study
from core.records.analysis import EMOTIONS, UNCLEAR, Segment
from core.records.moment import Span
from core.records.review import Review
from core.records.study import PersonStanding, Recording, Session
from finetune.clips import probed
from finetune.examples import ClipPlace, Example
from finetune.lessons import lessons_of
from finetune.measuring import Measuring
from finetune.questions import asks_for_tree
from finetune.reviewed import Settled, Unsettled, settled, timed


@dataclass(frozen=True, slots=True)
class Refused:
    """Something of a data set that is not learned from."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Learned:
    """What a study gives."""

    examples: tuple[Example, ...]
    permission: Permission
    """For the sessions that examples come from; goes into the lineage of what is made of them."""
    refused: tuple[Refused, ...]
    remarks: tuple[str, ...]
    """Sentences that belong on every result."""


def read_study(study: Study, wanted: Sequence[str] = ()) -> Stage[Learned]:
    """The examples of the sessions of these names, or of all. Every yield is a cancel point.

    Raises `NotFoundError` for a session that is not there, `ConsentError` where not one session may be learned from,
    `BlindError` where whoever asks rates blind: what is left out names other raters' verdicts.
    """
    if desk(study, study.who).blind:
        raise BlindError(
            f"{study.who} rates blind and may not see what others said.",
            remedy="Let somebody else prepare the training, or end the blind rating first.",
        )
    chosen = [session_named(study, name) for name in wanted] if wanted else list(sessions(study))
    open_to_us, refused = _permitted(study, chosen)
    examples: list[Example] = []
    used: list[int] = []
    for number, session in enumerate(open_to_us):
        yield Progress("reading reviews", number, len(open_to_us), "sessions")
        found, left_out = yield from _of_session(study, session)
        examples += found
        refused += left_out
        used += [session.id] if found else []
    permission = permit(study, "train", sessions_asked=used)
    return Learned(tuple(examples), permission, tuple(refused), _strangers(examples))


def _strangers(examples: Sequence[Example]) -> tuple[str, ...]:
    """What is said where somebody without a pseudonym is in several sessions: it may be one person."""
    by_session: dict[str, set[str]] = {}
    for one in examples:
        if one.person.startswith(_stranger(one.session, "")):
            by_session.setdefault(one.session, set()).add(one.person)
    if len(by_session) < 2:
        return ()
    first = sorted(min(people) for people in by_session.values())
    return (
        f"{sum(map(len, by_session.values()))} people of {len(by_session)} sessions have no pseudonym ({first[0]}, "
        f"{first[1]}{', …' if len(by_session) > 2 else ''}): one of them in two sessions counts as two, and may be on "
        "both sides. `videmo study people STUDY ANALYSIS --name P NAME --participant PSEUDONYM` says who somebody is.",
    )


def _stranger(session: str, person: str) -> str:
    """What somebody without a pseudonym is called."""
    return f"{session}/{person}"


def _permitted(study: Study, chosen: Sequence[Session]) -> tuple[list[Session], list[Refused]]:
    permitted: list[Session] = []
    refused: list[Refused] = []
    refusal: ConsentError | None = None
    for session in chosen:
        try:
            permit(study, "train", sessions_asked=(session.id,))
        except ConsentError as error:
            refusal = error
            refused.append(Refused(f"session {session.name}", error.problem))
        else:
            permitted.append(session)
    if refusal is not None and not permitted:
        raise refusal
    return permitted, refused


def _of_session(study: Study, session: Session) -> Stage[tuple[list[Example], list[Refused]]]:
    examples: list[Example] = []
    refused: list[Refused] = []
    for recording in recordings(study, session.id):
        reviewed = [
            (row.id, words) for row in analyses(study, recording=recording.id) if (words := _words(study, row.id))
        ]
        if not reviewed:
            continue
        yield Progress(f"looking into a recording of session {session.name}", 0, 1, "recordings")
        gone = _gone(study, recording)
        if gone:
            refused.append(Refused(f"session {session.name}, recording {recording.id}", gone))
            continue
        for analysis, words in reviewed:
            found, left_out = _Source(study, session, recording, analysis).read(words)
            examples += found
            refused += left_out
    if not examples and not refused:
        refused.append(Refused(f"session {session.name}", "nothing in it is reviewed"))
    return examples, refused


def _words(study: Study, analysis: int) -> dict[str, list[Review]]:
    """Each rater's last words on each node, by segment."""
    found: dict[str, list[Review]] = {}
    for (_, segment, _), word in last_words(desk(study, study.who).reviews(analysis=analysis)).items():
        found.setdefault(segment, []).append(word)
    return found


def _gone(study: Study, recording: Recording) -> str:
    """Why the recording cannot be shown; empty where it can."""
    try:
        video = probed(media_path(study, recording))
    except FootageError as error:
        return error.problem
    return "" if video.sha256 == recording.sha256 else "The file there is not the recording that was analysed."


class _Source:
    """One analysis of a recording that lies where the study says."""

    def __init__(self, study: Study, session: Session, recording: Recording, analysis: int) -> None:
        self._session, self._analysis = session, analysis
        self._video, self._sha256 = media_path(study, recording), recording.sha256
        self._segments = load_segments(study, analysis)
        self._who = who_is_who_of(study, analysis)
        self._pseudonyms = {one.id: one.pseudonym for one in participants(study)}
        outline = load_outline(study, analysis)
        followed = faces_of(study, analysis, start_s=outline.span.start_s, end_s=outline.span.end_s, units=False)
        names = (person.id for person in outline.people)
        self._faces = dict(zip(names, followed.faces, strict=True))
        self._measuring = Measuring(study, analysis, outline=outline)

    def read(self, words: dict[str, list[Review]]) -> tuple[list[Example], list[Refused]]:
        """The examples of all reviewed segments, and the reviewed segments that give none."""
        examples: list[Example] = []
        refused: list[Refused] = []
        for segment in self._segments:
            told = settled(segment, words.get(segment.id, ()))
            if isinstance(told, Unsettled):
                refused.append(Refused(self._called(segment), f"{told.why}."))
            if not isinstance(told, Settled):
                continue
            if told.label not in (*EMOTIONS, UNCLEAR):
                why = f"“{told.label}” is none of the labels that are asked for ({', '.join(EMOTIONS)})."
                refused.append(Refused(self._called(segment), why))
            for part, span in self._parts(segment, told):
                found = self._examples(segment, part, told, span)
                if isinstance(found, str):
                    refused.append(Refused(self._called(part), found))
                else:
                    examples += found
        return examples, refused

    def _called(self, segment: Segment) -> str:
        return f"session {self._session.name}, analysis {self._analysis}, {segment.id}"

    def _parts(self, segment: Segment, told: Settled) -> Iterator[tuple[Segment, Span]]:
        """The segment as it belongs to people, with what is shown of each part; parts share one corrected span."""
        parts = resolve_segment(segment, self._who)
        if told.span is None:
            yield from ((part, part.span) for part in parts)
        elif parts:
            yield max(parts, key=lambda part: _shared_s(part.span, told.span or part.span)), told.span

    def _examples(self, segment: Segment, part: Segment, told: Settled, span: Span) -> list[Example] | str:
        """The examples of one part, or why there are none."""
        if not part.assessable:
            return "There is no usable face in it: not assessable."
        who = self._who.standings.get(part.person, PersonStanding(part.person, part.person, None, None))
        if who.participant is None and who.role == "bystander":
            return "A bystander without a pseudonym: nobody knows of a consent."
        if who.participant is not None and who.participant not in self._session.participants:
            return f"{self._pseudonyms[who.participant]} is not recorded as a participant of this session."
        boxes = _boxes(self._faces[segment.person], span)
        if not any(span.start_s <= box[0] < span.end_s for box in boxes):
            return "The study does not hold where the face is."
        person = _stranger(self._session.name, part.person)
        if who.participant is not None:
            person = self._pseudonyms[who.participant]
        clip = ClipPlace(self._video, self._sha256, span.start_s, span.end_s, boxes)
        tree = None if told.tree is None else timed(told.tree, span)
        measured = None if tree is None else self._measuring.rows(segment.person, span)
        found = [
            Example(
                lesson.stage,
                lesson.task,
                lesson.turns,
                clip,
                person,
                self._session.name,
                lesson.labels,
                f"{self._called(part)} ({', '.join(told.raters)})",
                measured if asks_for_tree(lesson.task) else None,
            )
            for lesson in lessons_of(told.label, tree, span)
        ]
        return found or "Nothing is left that can be asked for."


def _boxes(face: FollowedFace, span: Span) -> tuple[tuple[float, float, float, float, float], ...]:
    """Where the face is in the span, and so far around it as steadies what is cut out there."""
    reach_s = CropRule().reach_s
    first, last = np.searchsorted(face.times_s, (span.start_s - reach_s, span.end_s + reach_s))
    times, boxes = face.times_s[first:last].tolist(), face.boxes[first:last].tolist()
    return tuple((time, x, y, width, height) for time, (x, y, width, height) in zip(times, boxes, strict=True))


def _shared_s(one: Span, other: Span) -> float:
    return min(one.end_s, other.end_s) - max(one.start_s, other.start_s)
