"""Words of `core` in the user's language: labels, quality, levels, action units, expressions. In: a name. Out: words.

What is not in the table (a label from another program, a name somebody gave) comes back as it is. Must not know: any
panel.
"""

from PySide6.QtCore import QCoreApplication

from app.sentences import in_words
from app.translation import QT_TRANSLATE_NOOP
from core.evidence.action_units import action_units
from core.evidence.expressions import expressions
from core.export.clock import time_code
from core.export.look import FLAGS
from core.records.analysis import Reason
from core.records.review import Verdict
from core.records.study import PersonStanding, Role
from core.records.tree import Level, Support

KNOWN: tuple[str, ...] = (
    # labels
    QT_TRANSLATE_NOOP("Words", "happiness"),
    QT_TRANSLATE_NOOP("Words", "sadness"),
    QT_TRANSLATE_NOOP("Words", "neutral"),
    QT_TRANSLATE_NOOP("Words", "anger"),
    QT_TRANSLATE_NOOP("Words", "surprise"),
    QT_TRANSLATE_NOOP("Words", "disgust"),
    QT_TRANSLATE_NOOP("Words", "fear"),
    QT_TRANSLATE_NOOP("Words", "unclear"),
    QT_TRANSLATE_NOOP("Words", "not assessable"),
    QT_TRANSLATE_NOOP("Words", "not read"),
    # quality
    QT_TRANSLATE_NOOP("Words", "no face found"),
    QT_TRANSLATE_NOOP("Words", "face covered"),
    QT_TRANSLATE_NOOP("Words", "turned away"),
    QT_TRANSLATE_NOOP("Words", "too small"),
    QT_TRANSLATE_NOOP("Words", "blurred"),
    QT_TRANSLATE_NOOP("Words", "too dark"),
    # levels of a tree
    QT_TRANSLATE_NOOP("Words", "attribute"),
    QT_TRANSLATE_NOOP("Words", "expression"),
    QT_TRANSLATE_NOOP("Words", "emotion"),
    # support
    QT_TRANSLATE_NOOP("Words", "supported"),
    QT_TRANSLATE_NOOP("Words", "contradicted"),
    QT_TRANSLATE_NOOP("Words", "not measurable"),
    # why a segment begins
    QT_TRANSLATE_NOOP("Words", "start of the recording"),
    QT_TRANSLATE_NOOP("Words", "the face appears"),
    QT_TRANSLATE_NOOP("Words", "the face leaves"),
    QT_TRANSLATE_NOOP("Words", "the face becomes more or less visible"),
    QT_TRANSLATE_NOOP("Words", "shot cut"),
    QT_TRANSLATE_NOOP("Words", "the display changes"),
    QT_TRANSLATE_NOOP("Words", "longest length of a segment"),
    # roles
    QT_TRANSLATE_NOOP("Words", "therapist"),
    QT_TRANSLATE_NOOP("Words", "client"),
    QT_TRANSLATE_NOOP("Words", "bystander"),
    # verdicts
    QT_TRANSLATE_NOOP("Words", "agrees"),
    QT_TRANSLATE_NOOP("Words", "rejects"),
    QT_TRANSLATE_NOOP("Words", "corrects"),
    QT_TRANSLATE_NOOP("Words", "is unsure"),
    # kinds of evidence
    QT_TRANSLATE_NOOP("Words", "action units"),
    QT_TRANSLATE_NOOP("Words", "appearance of the face"),
    QT_TRANSLATE_NOOP("Words", "language model"),
    # action units (FACS)
    QT_TRANSLATE_NOOP("Words", "inner brow raiser"),
    QT_TRANSLATE_NOOP("Words", "outer brow raiser"),
    QT_TRANSLATE_NOOP("Words", "brow lowerer"),
    QT_TRANSLATE_NOOP("Words", "upper lid raiser"),
    QT_TRANSLATE_NOOP("Words", "cheek raiser or lid tightener"),
    QT_TRANSLATE_NOOP("Words", "nose wrinkler"),
    QT_TRANSLATE_NOOP("Words", "upper lip raiser"),
    QT_TRANSLATE_NOOP("Words", "lip corner puller"),
    QT_TRANSLATE_NOOP("Words", "lip corner depressor"),
    QT_TRANSLATE_NOOP("Words", "lower lip depressor"),
    QT_TRANSLATE_NOOP("Words", "chin raiser"),
    QT_TRANSLATE_NOOP("Words", "lip stretcher"),
    QT_TRANSLATE_NOOP("Words", "lip tightener or presser"),
    QT_TRANSLATE_NOOP("Words", "lips part"),
    QT_TRANSLATE_NOOP("Words", "jaw drop"),
    QT_TRANSLATE_NOOP("Words", "eye closure"),
    QT_TRANSLATE_NOOP("Words", "inner ends of the brows above the outer ones"),
    # action units in plain words
    QT_TRANSLATE_NOOP("Words", "inner brows raised"),
    QT_TRANSLATE_NOOP("Words", "outer brows raised"),
    QT_TRANSLATE_NOOP("Words", "brows lowered or drawn together"),
    QT_TRANSLATE_NOOP("Words", "eyes opened wide"),
    QT_TRANSLATE_NOOP("Words", "cheeks raised or lids tightened"),
    QT_TRANSLATE_NOOP("Words", "nose wrinkled"),
    QT_TRANSLATE_NOOP("Words", "upper lip raised"),
    QT_TRANSLATE_NOOP("Words", "lip corners pulled up"),
    QT_TRANSLATE_NOOP("Words", "lip corners pulled down"),
    QT_TRANSLATE_NOOP("Words", "lower lip pulled down"),
    QT_TRANSLATE_NOOP("Words", "chin pushed up"),
    QT_TRANSLATE_NOOP("Words", "lips pulled sideways"),
    QT_TRANSLATE_NOOP("Words", "lips tightened or pressed"),
    QT_TRANSLATE_NOOP("Words", "lips parted"),
    QT_TRANSLATE_NOOP("Words", "jaw dropped"),
    QT_TRANSLATE_NOOP("Words", "eyes closed or lowered"),
    QT_TRANSLATE_NOOP("Words", "inner brow ends drawn up and together"),
    # expressions
    QT_TRANSLATE_NOOP("Words", "tearful face"),
    QT_TRANSLATE_NOOP("Words", "grimace under raised brows"),
    QT_TRANSLATE_NOOP("Words", "smile with raised cheeks"),
    QT_TRANSLATE_NOOP("Words", "smile"),
    QT_TRANSLATE_NOOP("Words", "open laugh"),
    QT_TRANSLATE_NOOP("Words", "brows raised and drawn together"),
    QT_TRANSLATE_NOOP("Words", "brows raised with wide eyes"),
    QT_TRANSLATE_NOOP("Words", "brows raised with dropped jaw"),
    QT_TRANSLATE_NOOP("Words", "brows raised"),
    QT_TRANSLATE_NOOP("Words", "wide eyes with stretched lips"),
    QT_TRANSLATE_NOOP("Words", "stretched lips"),
    QT_TRANSLATE_NOOP("Words", "inner brows raised and drawn together"),
    QT_TRANSLATE_NOOP("Words", "oblique brows"),
    QT_TRANSLATE_NOOP("Words", "lip corners down with raised chin"),
    QT_TRANSLATE_NOOP("Words", "lip corners down"),
    QT_TRANSLATE_NOOP("Words", "closed eyes with drawn brows"),
    QT_TRANSLATE_NOOP("Words", "brows lowered with tense eyes"),
    QT_TRANSLATE_NOOP("Words", "brows lowered"),
    QT_TRANSLATE_NOOP("Words", "pressed lips"),
    QT_TRANSLATE_NOOP("Words", "wrinkled nose"),
    QT_TRANSLATE_NOOP("Words", "raised upper lip"),
    # what an expression looks like
    QT_TRANSLATE_NOOP("Words", "The eyes are shut, the lips closed and the mouth drawn, as in crying."),
    QT_TRANSLATE_NOOP("Words", "The open lips are stretched under raised brows and open eyes."),
    QT_TRANSLATE_NOOP("Words", "The lip corners are pulled up and the cheeks raised or the lids tightened."),
    QT_TRANSLATE_NOOP("Words", "The lip corners are pulled up; the cheeks are not clearly raised."),
    QT_TRANSLATE_NOOP("Words", "The lip corners are pulled up with the lips parted."),
    QT_TRANSLATE_NOOP("Words", "The brows are raised and pulled together at the same time."),
    QT_TRANSLATE_NOOP("Words", "The brows are raised and the eyes opened wide."),
    QT_TRANSLATE_NOOP("Words", "The brows are raised and the jaw has dropped."),
    QT_TRANSLATE_NOOP("Words", "The brows are raised."),
    QT_TRANSLATE_NOOP("Words", "The eyes are opened wide and the lips pulled sideways."),
    QT_TRANSLATE_NOOP("Words", "The lips are pulled sideways."),
    QT_TRANSLATE_NOOP("Words", "The inner ends of the brows are raised and pulled together."),
    QT_TRANSLATE_NOOP("Words", "The inner ends of the brows are raised, the outer ends are not."),
    QT_TRANSLATE_NOOP("Words", "The brows slope: their inner ends are drawn up and together."),
    QT_TRANSLATE_NOOP("Words", "The lip corners are pulled down and the chin is pushed up."),
    QT_TRANSLATE_NOOP("Words", "The lip corners are pulled down."),
    QT_TRANSLATE_NOOP("Words", "The eyes are closed or lowered and the brows are drawn."),
    QT_TRANSLATE_NOOP("Words", "The brows are lowered and the lids are tense or wide."),
    QT_TRANSLATE_NOOP("Words", "The brows are lowered."),
    QT_TRANSLATE_NOOP("Words", "The lips are pressed or tightened."),
    QT_TRANSLATE_NOOP("Words", "The nose is wrinkled."),
    QT_TRANSLATE_NOOP("Words", "The upper lip is raised without a smile."),
    # movements and their sides
    QT_TRANSLATE_NOOP("Words", "head turned"),
    QT_TRANSLATE_NOOP("Words", "head raised or lowered"),
    QT_TRANSLATE_NOOP("Words", "head tilted"),
    QT_TRANSLATE_NOOP("Words", "gaze to the side"),
    QT_TRANSLATE_NOOP("Words", "gaze up or down"),
    QT_TRANSLATE_NOOP("Words", "eyes closed"),
    QT_TRANSLATE_NOOP("Words", "nod"),
    QT_TRANSLATE_NOOP("Words", "head shake"),
    QT_TRANSLATE_NOOP("Words", "appearance of the whole face"),
    QT_TRANSLATE_NOOP("Words", "to the person's left"),
    QT_TRANSLATE_NOOP("Words", "to the person's right"),
    QT_TRANSLATE_NOOP("Words", "up"),
    QT_TRANSLATE_NOOP("Words", "down"),
    QT_TRANSLATE_NOOP("Words", "for most of it"),
    QT_TRANSLATE_NOOP("Words", "for part of it"),
    QT_TRANSLATE_NOOP("Words", "present"),
    QT_TRANSLATE_NOOP("Words", "marked"),
)
"""What the functions below may hand to the translator; here so that `lupdate` finds it."""

_SUPPORT: dict[Support, str] = {
    "supported": "supported",
    "contradicted": "contradicted",
    "not_measurable": "not measurable",
}
_REASONS: dict[Reason, str] = {
    "start": "start of the recording",
    "face appears": "the face appears",
    "face leaves": "the face leaves",
    "visibility changes": "the face becomes more or less visible",
    "shot cut": "shot cut",
    "display changes": "the display changes",
    "longest length": "longest length of a segment",
}
_VERDICTS: dict[Verdict, str] = {
    "agree": "agrees",
    "disagree": "rejects",
    "correct": "corrects",
    "unsure": "is unsure",
}


def word(name: str) -> str:
    """Any name of the table, or one that `core` makes of several words: "share of time with a nod"."""
    told = QCoreApplication.translate("Words", name)
    return in_words(name) if told == name else told


def label(name: str | None) -> str:
    """A displayed emotion, `unclear`, or (None) "not assessable"."""
    return word("not assessable" if name is None else name)


def flag(name: str) -> str:
    """A quality flag by its key, `off_angle`: "turned away"."""
    return word(next((look.words for look in FLAGS if look.key == name), name))


def level(name: Level) -> str:
    """A level of a tree."""
    return word(name)


def support(name: Support) -> str:
    """Whether measurements speak for a clue."""
    return word(_SUPPORT[name])


def reason(name: Reason) -> str:
    """Why a segment begins where it does."""
    return word(_REASONS[name])


def role(name: Role) -> str:
    """Who somebody is in a session."""
    return word(name)


def verdict(name: Verdict) -> str:
    """What a rater does with a reading, as the end of a sentence: "anna agrees"."""
    return word(_VERDICTS[name])


def signal(name: str) -> str:
    """A kind of evidence of a reading."""
    return word("appearance of the face" if name == "appearance" else name)


def unit(code: str) -> str:
    """An action unit in plain words, "lip corners pulled up"; another name as it is."""
    return word(next((one.plain for one in action_units() if one.code == code), code))


def unit_name(code: str) -> str:
    """An action unit by its name in FACS, "lip corner puller"; another name as it is."""
    return word(next((one.name for one in action_units() if one.code == code), code))


def expression(name: str) -> str:
    """An expression, "smile with raised cheeks"."""
    return word(name)


def expression_text(name: str) -> str:
    """What an expression looks like, in a sentence; empty where it is not in the taxonomy."""
    return next((word(one.text) for one in expressions() if one.name == name), "")


def person(standing: PersonStanding) -> str:
    """Who somebody is: "P1 · client", or by the name they were given."""
    if standing.role is None:
        return standing.name
    return QCoreApplication.translate("Words", "{name} · {role}").format(name=standing.name, role=role(standing.role))


def span(start_s: float, end_s: float) -> str:
    """A span of time: "02:05.2–02:09.0"."""
    return f"{time_code(start_s)}–{time_code(end_s)}"


def percent(share: float) -> str:
    """A share in [0, 1]: "93 %"."""
    return f"{share:.0%}".replace("%", "\N{NO-BREAK SPACE}%")
