"""What the unfinished pieces of an analysis belong to. In: what was asked for and all it depends on. Out: a text, and
back to what was asked for, so that a job can be taken up where nobody remembers its choices.
"""

import json
from dataclasses import dataclass

from core.by_model import LanguageModel
from core.project.codec import UnreadableError, from_plain, to_plain
from core.records.analysis import Provenance
from core.records.moment import Span


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices of an analysis."""

    start_s: float | None
    end_s: float | None
    most_people: int | None
    every_frame: bool
    model: LanguageModel | None


def job_key(asked: Asked, *, sha256: str, span: Span, record: Provenance) -> str:
    """Everything that a finished piece depends on. `sha256`: of the recording."""
    call = {
        "asked": to_plain(asked),
        "video": sha256,
        "span": [span.start_s, span.end_s],
        "software": [record.version, record.commit],
        "models": dict(record.models),
        "settings": dict(record.settings),
        "libraries": dict(record.libraries),
    }
    return json.dumps(call, sort_keys=True, default=str)


def asked_in(key: str) -> Asked | None:
    """The choices of the job with that key; None where it was written by a version that did not note them."""
    try:
        return from_plain(json.loads(key)["asked"], Asked)
    except (ValueError, KeyError, TypeError, UnreadableError):
        return None
