"""The figures of a session. In: a study, a session, a source, what is asked. Out: figures per person and phase.

Figures are those of `core.statistics`; this file only chooses phases, events and labels. Must not know: how a figure is
printed or drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.errors import UsageError
from core.figures.coded import MODEL, Choices, Coded, CodedPerson, Source, coded
from core.project.sessions import markers
from core.project.study import Study
from core.records.moment import Moment, Span
from core.records.study import Marker
from core.statistics.change import change_from_baseline
from core.statistics.conclusion import Conclusion
from core.statistics.latency import Event, Latency, latencies
from core.statistics.phases import PARTS, Part, Phase, PhaseFigures, PhaseRules, phase_figures
from core.statistics.transitions import Transitions, transitions

WHOLE = "whole session"
BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which figures."""

    phases: bool = False
    """Each marked phase besides the whole session."""
    baseline: str | None = None
    """Phase to compare the others with; None: the phase called `baseline`, where there is one."""
    after: str | None = None
    """Event whose latencies are asked for."""
    window_s: float = 30.0
    """How long after the event is looked."""
    rules: PhaseRules = field(default_factory=PhaseRules)


@dataclass(frozen=True, slots=True)
class Change:
    """How a label differs in a phase from the baseline."""

    baseline: str
    phase: str
    part: Part
    label: str
    share: Conclusion
    rate_per_min: Conclusion


@dataclass(frozen=True, slots=True)
class PhaseTransitions:
    """What followed what within a phase."""

    phase: str
    found: Transitions


@dataclass(frozen=True, slots=True)
class PersonFigures:
    """Everything about one person."""

    coded: CodedPerson
    phases: tuple[PhaseFigures, ...]
    transitions: tuple[PhaseTransitions, ...]
    changes: tuple[Change, ...]
    latencies: tuple[Latency, ...]


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """Everything about one session as one source codes it."""

    session: int
    source: Source
    coder: str
    labels: tuple[str, ...]
    asked: Asked
    people: tuple[PersonFigures, ...]


def session_figures(
    study: Study,
    session: int,
    source: Source = MODEL,
    *,
    analyses_asked: Sequence[int] = (),
    asked: Asked | None = None,
    choices: Choices | None = None,
) -> SessionFigures:
    """The figures of every person of a session, phase by phase. Raises what `coded` raises, and `UsageError` for a
    phase or an event that is not marked."""
    asked = asked or Asked()
    said = coded(study, session, source, analyses_asked=analyses_asked, choices=choices)
    marked = markers(study, session)
    phases = [Phase(WHOLE, said.span), *(phases_of(marked) if asked.phases or asked.baseline is not None else ())]
    baseline = baseline_of(phases[1:], asked.baseline)
    events = _events(marked, asked.after)
    return SessionFigures(
        session=session,
        source=source,
        coder=said.coder,
        labels=said.labels,
        asked=asked,
        people=tuple(_person(one, said, phases, baseline, events, asked) for one in said.people),
    )


def _person(
    one: CodedPerson,
    said: Coded,
    phases: Sequence[Phase],
    baseline: Phase | None,
    events: Sequence[Event],
    asked: Asked,
) -> PersonFigures:
    track, labels = one.track, said.labels
    return PersonFigures(
        coded=one,
        phases=tuple(phase_figures(track, phase, labels=labels, rules=asked.rules) for phase in phases),
        transitions=tuple(
            PhaseTransitions(phase.name, transitions(track, labels=labels, within=phase.span)) for phase in phases
        ),
        changes=()
        if baseline is None
        else tuple(
            Change(
                baseline.name,
                phase.name,
                part,
                label,
                *change_from_baseline(track, baseline=baseline, phase=phase, label=label, part=part, rules=asked.rules),
            )
            for phase in phases[1:]
            if phase is not baseline
            for part in PARTS
            for label in labels
        ),
        latencies=tuple(
            latency
            for event in events
            for latency in latencies(
                track, event, labels=labels, window_s=asked.window_s, least_coverage=asked.rules.least_coverage
            )
        ),
    )


def phases_of(marked: Sequence[Marker]) -> list[Phase]:
    """The phases among events and phases."""
    return [
        Phase(one.label, Span.between(one.start_s, one.end_s))
        for one in marked
        if one.kind == "phase" and one.end_s is not None
    ]


def baseline_of(phases: Sequence[Phase], name: str | None) -> Phase | None:
    """The first phase of that name in time; without a name the first that is called baseline, however it is written.

    Raises `UsageError` where none has the name that was asked for.
    """
    if name is None:
        return next((phase for phase in phases if phase.name.strip().lower() == BASELINE), None)
    found = next((phase for phase in phases if phase.name == name), None)
    if found is None:
        known = ", ".join(dict.fromkeys(phase.name for phase in phases))
        raise UsageError(f"No phase of this session is called {name}.", remedy=f"There are: {known or 'none'}.")
    return found


def _events(marked: Sequence[Marker], label: str | None) -> list[Event]:
    if label is None:
        return []
    known = [one for one in marked if one.kind == "event"]
    found = [Event(one.label, Moment.at(one.start_s)) for one in known if one.label == label]
    if not found:
        names = ", ".join(dict.fromkeys(one.label for one in known))
        raise UsageError(f"No event of this session is called {label}.", remedy=f"There are: {names or 'none'}.")
    return found
