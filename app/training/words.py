"""Times, amounts and stages of training in words. In: numbers, names. Out: text in the user's language."""

from app.sentences import in_words
from app.translation import QT_TRANSLATE_NOOP, translate

COUNTS = {
    "examples": (
        QT_TRANSLATE_NOOP("TrainingWords", "{count} example"),
        QT_TRANSLATE_NOOP("TrainingWords", "{count} examples"),
    ),
    "people": (
        QT_TRANSLATE_NOOP("TrainingWords", "{count} person"),
        QT_TRANSLATE_NOOP("TrainingWords", "{count} people"),
    ),
    "errors": (
        QT_TRANSLATE_NOOP("TrainingWords", "{count} error"),
        QT_TRANSLATE_NOOP("TrainingWords", "{count} errors"),
    ),
    "warnings": (
        QT_TRANSLATE_NOOP("TrainingWords", "{count} warning"),
        QT_TRANSLATE_NOOP("TrainingWords", "{count} warnings"),
    ),
}
"""For one, and for any other number."""
STAGES = {
    "attribute": QT_TRANSLATE_NOOP("TrainingWords", "attributes"),
    "expression": QT_TRANSLATE_NOOP("TrainingWords", "expressions"),
    "emotion": QT_TRANSLATE_NOOP("TrainingWords", "displayed emotion"),
    "reinforcement": QT_TRANSLATE_NOOP("TrainingWords", "reinforcement"),
    "mean": QT_TRANSLATE_NOOP("TrainingWords", "mean over the stages"),
    "before": QT_TRANSLATE_NOOP("TrainingWords", "before"),
}


def name(of: str) -> str:
    """A stage of the curriculum, else what a process is at."""
    return translate("TrainingWords", STAGES[of]) if of in STAGES else in_words(of)


def counted(count: int, what: str) -> str:
    """As `1 example`, `12 examples`."""
    one, many = COUNTS[what]
    return translate("TrainingWords", one if count == 1 else many).format(count=count)


def duration(seconds: float) -> str:
    """As `3 h 20 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return translate("TrainingWords", "{s} s").format(s=whole)
    minutes = round(whole / 60)
    if minutes < 60:
        return translate("TrainingWords", "{m} min").format(m=minutes)
    return translate("TrainingWords", "{h} h {m} min").format(h=minutes // 60, m=minutes % 60)
