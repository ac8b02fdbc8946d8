"""Consent and what it allows. In: statements of participants. Out: permission, or a refusal with the reason.

Code, not custom, decides: `permit` is called by the verbs that analyse, export excerpts or train, and raises. A later
statement replaces an earlier one; nothing is erased, and consent cannot be undone by a slip of the keyboard: a new
statement is recorded instead. Every refusal goes into the audit log.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.project.codec import canonical
from core.project.failures import ConsentError
from core.project.sessions import check_date, participants, sessions
from core.project.standing import standing
from core.project.study import Study
from core.records.consent import SCOPES, Consent, Scope
from core.records.study import Session

_REMEDY = "Record the consent with `videmo study consent`, or leave these sessions out."
_EXCERPTS = (
    "Record who was there (`videmo study add STUDY attendance PSEUDONYM --session NAME`) and their consent "
    "(`videmo study consent`), or export without pictures of faces (--no-pictures)."
)


@dataclass(frozen=True, slots=True)
class Permission:
    """What a permitted use rests on: goes into the lineage of an adapter and the provenance of an export."""

    scope: Scope
    sessions: tuple[int, ...]
    consents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What a participant of a session says of one use."""

    participant: int
    who: str
    """The pseudonym."""
    consent: Consent | None
    """The statement that counts; None where there is none."""
    allows: bool


def give_consent(
    study: Study,
    *,
    participant: int,
    scopes: Sequence[Scope],
    given_on: str,
    text_version: str,
    session: int | None = None,
) -> int:
    """Records what a participant allows, for one session or all. Raises `UsageError` or `StudyError`."""
    unknown = sorted(set(scopes) - set(SCOPES))
    if unknown or not scopes:
        raise UsageError(
            f"There is no scope {', '.join(unknown)}." if unknown else "A consent names at least one scope.",
            remedy="Scopes are: " + ", ".join(SCOPES) + ".",
        )
    return _state(study, participant, session, tuple(scopes), given_on, text_version, withdrawn=False)


def withdraw_consent(
    study: Study, *, participant: int, given_on: str, text_version: str = "", session: int | None = None
) -> int:
    """Records that a participant takes their consent back, for one session or all. Raises `StudyError`."""
    return _state(study, participant, session, (), given_on, text_version, withdrawn=True)


def _state(
    study: Study,
    participant: int,
    session: int | None,
    scopes: tuple[Scope, ...],
    given_on: str,
    text: str,
    *,
    withdrawn: bool,
) -> int:
    if not given_on:
        raise UsageError("A consent has a date.", remedy="Give the date of the signature with --date.")
    check_date(given_on)
    study.one(
        f"SELECT 1 FROM {standing('participant', 'p')} WHERE p.id = ?",
        (participant,),
        what=f"participant {participant}",
    )
    ordered = tuple(scope for scope in SCOPES if scope in scopes)
    what = "withdrawal of consent" if withdrawn else "consent"
    values = {
        "participant": participant,
        "session": session,
        "scopes": canonical(ordered),
        "given_on": given_on,
        "text_version": text,
        "withdrawn": int(withdrawn),
    }
    with study.change("consent", f"{what} of participant {participant}", undoable=False) as pen:
        pen.detail |= {"participant": participant, "session": session, "scopes": list(ordered), "withdrawn": withdrawn}
        return pen.insert("consent", values)


def consents(study: Study) -> tuple[Consent, ...]:
    """Every statement in the order it was recorded. Raises `StudyError`."""
    rows = study.rows(
        "SELECT k.id, k.participant, k.session, k.scopes, k.given_on, k.text_version, k.withdrawn, c.who "
        f"FROM {standing('consent', 'k')} JOIN change c ON c.seq = k.change ORDER BY k.id"
    )
    return tuple(
        Consent(number, person, session, tuple(json.loads(scopes)), given, text, bool(withdrawn), who)
        for number, person, session, scopes, given, text, withdrawn, who in rows
    )


def standing_consent(statements: Iterable[Consent], *, participant: int, session: int) -> Consent | None:
    """The last statement of a participant that covers the session; None where there is none."""
    covering = [one for one in statements if one.participant == participant and one.session in (None, session)]
    return covering[-1] if covering else None


def permit(study: Study, scope: Scope, *, sessions_asked: Sequence[int]) -> Permission:
    """Whether every participant of every session allows this use.

    Raises `ConsentError` with who has not. A session without a recorded participant is refused, since nobody's consent
    is known; only `analyse` is allowed there, so that a study can be begun before its papers are typed in, as long as
    nobody has said otherwise.
    """
    statements, known = consents(study), {session.id: session for session in sessions(study)}
    names = {one.id: one.pseudonym for one in participants(study)}
    basis: list[int] = []
    refused: list[str] = []
    for number in sessions_asked:
        session = known.get(number)
        if session is None:
            refused.append(f"session {number} is not in this study")
            continue
        reasons, rests_on = _of_session(session, scope, statements, names)
        refused += reasons
        basis += rests_on
    if refused:
        if study.writable:
            study.report("refused", {"scope": scope, "sessions": list(sessions_asked), "reasons": len(refused)})
        raise ConsentError(
            f"Not allowed ({scope}): " + "; ".join(refused) + ".",
            remedy=_EXCERPTS if scope == "share excerpts" else _REMEDY,
        )
    return Permission(scope, tuple(sessions_asked), tuple(sorted(set(basis))))


def standpoints(study: Study, scope: Scope) -> dict[int, tuple[Standpoint, ...]]:
    """By session, what each participant says of a use: for showing, nothing is asked for and nothing logged."""
    statements, names = consents(study), {one.id: one.pseudonym for one in participants(study)}
    return {session.id: _standpoints(session, scope, statements, names) for session in sessions(study)}


def _standpoints(
    session: Session, scope: Scope, statements: tuple[Consent, ...], names: dict[int, str]
) -> tuple[Standpoint, ...]:
    found: list[Standpoint] = []
    for participant in session.participants:
        consent = standing_consent(statements, participant=participant, session=session.id)
        allows = consent is not None and not consent.withdrawn and scope in consent.scopes
        who = names.get(participant, f"participant {participant}")
        found.append(Standpoint(participant, who, consent, allows))
    return tuple(found)


def _of_session(
    session: Session, scope: Scope, statements: tuple[Consent, ...], names: dict[int, str]
) -> tuple[list[str], list[int]]:
    refused: list[str] = []
    basis: list[int] = []
    if not session.participants and scope != "analyse":
        refused.append(f"nobody is recorded as a participant of session {session.name}")
    for one in _standpoints(session, scope, statements, names):
        if one.consent is None:
            if scope != "analyse":
                refused.append(f"{one.who} has given no consent for session {session.name}")
        elif one.consent.withdrawn:
            refused.append(f"{one.who} withdrew consent on {one.consent.given_on}")
        elif not one.allows:
            refused.append(f"{one.who}'s consent of {one.consent.given_on} does not cover it")
        else:
            basis.append(one.consent.id)
    return refused, basis


def permit_export(study: Study, session: int, *, pictures: bool, what: str, target: str) -> Permission:
    """Before something of a session leaves the study. Raises `ConsentError`; writes the export down.

    `pictures`: footage or pictures of faces go along, which needs the scope "share excerpts"; without, "analyse" is
    enough. Where it cannot be written down, the study being open for reading only, it is refused: `ReadOnlyStudyError`.
    """
    permission = permit(study, "share excerpts" if pictures else "analyse", sessions_asked=(session,))
    study.report("exported", {"what": what, "pictures": pictures, "session": session, "to": target})
    return permission


def permit_server(study: Study, session: int | None, *, server: str, model: str, elsewhere: bool) -> Permission:
    """Before pictures of faces of a session go to a server that runs a model. Raises `ConsentError`; writes it down.

    `session` is None where the study does not know the recording yet, which is no obstacle on this computer only.
    `server` is the host's name, `elsewhere` whether it is another computer than this: then excerpts are shared, which
    needs the scope "share excerpts"; on this computer "analyse" is enough. What cannot be written down, the study being
    open for reading only, is refused: `ReadOnlyStudyError`.
    """
    if session is None and elsewhere:
        raise ConsentError("Not allowed (share excerpts): nobody knows who is in this recording.", remedy=_REMEDY)
    scope: Scope = "share excerpts" if elsewhere else "analyse"
    permission = permit(study, scope, sessions_asked=() if session is None else (session,))
    study.report("sent", {"server": server, "model": model, "elsewhere": elsewhere, "session": session})
    return permission


def permit_training(study: Study, sessions_asked: Sequence[int], *, adapter: str) -> Permission:
    """Before a model learns from sessions. Raises `ConsentError`; writes the training and its lineage down."""
    permission = permit(study, "train", sessions_asked=sessions_asked)
    study.report("trained", {"adapter": adapter, "sessions": list(sessions_asked), "consents": permission.consents})
    return permission
