"""What learned from a study. In: a participant who takes consent back. Out: the adapters that this touches.

A withdrawal does not unlearn: the adapters are named so that somebody decides to remove them or to train anew.
"""

from core.models.adapters import Adapter, affected_by
from core.project.consents import consents
from core.project.study import Study


def adapters_touched(study: Study, *, participant: int, session: int | None) -> tuple[Adapter, ...]:
    """The adapters that learned on the strength of this participant's consents, for one session or for any.

    Raises `StudyError`.
    """
    given = [one.id for one in consents(study) if one.participant == participant and not one.withdrawn]
    return affected_by(study=study.header.study, consents=given, session=session, key=study.training_key)
