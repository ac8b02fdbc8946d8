"""How far sources agree on a session. In: a study, a session, sources. Out: every coefficient per person.

Raters with each other, a rater with the model, a track of another tool with either: whoever codes one person. Must not
know: which of them is right.
"""

from collections.abc import Sequence

from core.errors import UsageError
from core.figures.coded import Choices, Source, coded, sources
from core.project.study import Study
from core.statistics.agreement import Agreement, AgreementRules, agreement
from core.statistics.tracks import LabelTrack


def session_agreement(
    study: Study,
    session: int,
    asked: Sequence[Source] = (),
    *,
    analyses_asked: Sequence[int] = (),
    choices: Choices | None = None,
    rules: AgreementRules | None = None,
) -> tuple[Agreement, ...]:
    """The agreement of two or more sources on each person whom at least two of them code; all sources by default.

    Labels are all that any of them could give: Gwet's AC1 depends on their number. Raises what `coded` and `agreement`
    raise, and `UsageError` where no two sources code one person.
    """
    asked = asked or sources(study, session, analyses_asked=analyses_asked)
    tracks: dict[str, list[LabelTrack]] = {}
    labels: dict[str, None] = {}
    for source in asked:
        said = coded(study, session, source, analyses_asked=analyses_asked, choices=choices)
        labels |= dict.fromkeys(said.labels)
        for one in said.people:
            if one.track.pieces:
                tracks.setdefault(one.person, []).append(one.track)
    found = tuple(agreement(own, labels=tuple(labels), rules=rules) for own in tracks.values() if len(own) > 1)
    if not found:
        raise UsageError(
            "No two sources say anything about one person of this session.",
            remedy="Let a rater review it, or import a track and tie it: `videmo study tracks --tie`.",
        )
    return found
