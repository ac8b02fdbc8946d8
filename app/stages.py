"""What a job is at, in the user's language. In: the name of a stage of `core`. Out: words.

A stage that is not in the table comes back as it is. `{what}` stands for a name: of a model, a file, a server.
"""

import re
from functools import cache

from app.translation import QT_TRANSLATE_NOOP, translate

KNOWN: tuple[str, ...] = (
    QT_TRANSLATE_NOOP("Stages", "opening the recording"),
    QT_TRANSLATE_NOOP("Stages", "looking for faces"),
    QT_TRANSLATE_NOOP("Stages", "listening for speech"),
    QT_TRANSLATE_NOOP("Stages", "cutting key frames"),
    QT_TRANSLATE_NOOP("Stages", "writing the report"),
    QT_TRANSLATE_NOOP("Stages", "starting the engine"),
    QT_TRANSLATE_NOOP("Stages", "loading the model"),
    QT_TRANSLATE_NOOP("Stages", "the model reads"),
    QT_TRANSLATE_NOOP("Stages", "comparing with the unquantised model"),
    QT_TRANSLATE_NOOP("Stages", "the unquantised model answers"),
    QT_TRANSLATE_NOOP("Stages", "reading the language model"),
    QT_TRANSLATE_NOOP("Stages", "reading the vision tower"),
    QT_TRANSLATE_NOOP("Stages", "looking through the folder"),
    QT_TRANSLATE_NOOP("Stages", "copying the study"),
    QT_TRANSLATE_NOOP("Stages", "reading the backup to its last page"),
    QT_TRANSLATE_NOOP("Stages", "starting"),
    QT_TRANSLATE_NOOP("Stages", "reading reviews"),
    QT_TRANSLATE_NOOP("Stages", "looking into a recording of session {what}"),
    QT_TRANSLATE_NOOP("Stages", "looking at clips"),
    QT_TRANSLATE_NOOP("Stages", "comparing clips"),
    QT_TRANSLATE_NOOP("Stages", "reading answers"),
    QT_TRANSLATE_NOOP("Stages", "counting tokens"),
    QT_TRANSLATE_NOOP("Stages", "asking held-out people"),
    QT_TRANSLATE_NOOP("Stages", "asking people for their rewards"),
    QT_TRANSLATE_NOOP("Stages", "the model answers"),
    QT_TRANSLATE_NOOP("Stages", "asking the server {what}"),
    QT_TRANSLATE_NOOP("Stages", "waiting for the server {what}"),
    QT_TRANSLATE_NOOP("Stages", "quantising to {what}"),
    QT_TRANSLATE_NOOP("Stages", "fetching {what}"),
    QT_TRANSLATE_NOOP("Stages", "taking in {what}"),
    QT_TRANSLATE_NOOP("Stages", "checking {what}"),
    QT_TRANSLATE_NOOP("Stages", "verifying: {what}"),
    QT_TRANSLATE_NOOP("Stages", "reading {what}"),
)


def stage(name: str) -> str:
    """The name of a stage in words."""
    for text, form in _forms():
        if found := form.fullmatch(name):
            return translate("Stages", text).format(**found.groupdict())
    return name


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((text, re.compile(re.escape(text).replace(r"\{what\}", "(?P<what>.+)"))) for text in KNOWN)
