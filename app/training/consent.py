"""Which sessions may be learned from, and why others may not. In: a study. Out: each session with its reasons."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.translation import translate

if TYPE_CHECKING:
    from core.project.consents import Standpoint
    from core.project.study import Study
    from core.records.study import Session


@dataclass(frozen=True, slots=True)
class Candidate:
    """A session of the study."""

    session: "Session"
    standpoints: "tuple[Standpoint, ...]"

    @property
    def allowed(self) -> bool:
        """Whether everybody who was there allows training."""
        return bool(self.standpoints) and all(one.allows for one in self.standpoints)

    @property
    def words(self) -> str:
        """Who allowed it, who did not, and why."""
        if not self.standpoints:
            return translate("TrainingConsent", "Nobody is recorded as a participant, so nobody's consent is known.")
        return " ".join(_words(one) for one in sorted(self.standpoints, key=lambda one: one.allows))


def candidates(study: "Study") -> tuple[Candidate, ...]:
    """The sessions of a study. For the study lane."""
    from core.project.consents import standpoints
    from core.project.sessions import sessions

    known = standpoints(study, "train")
    return tuple(Candidate(one, known[one.id]) for one in sessions(study))


def _words(one: "Standpoint") -> str:
    consent = one.consent
    if consent is None:
        form = translate("TrainingConsent", "{who} has given no consent.")
    elif consent.withdrawn:
        form = translate("TrainingConsent", "{who} withdrew consent on {date}.")
    elif one.allows:
        form = translate("TrainingConsent", "{who} allowed training on {date}.")
    else:
        form = translate("TrainingConsent", "{who}'s consent of {date} does not cover training.")
    return form.format(who=one.who, date="" if consent is None else consent.given_on)
