"""Who has allowed what. In: the open study. Out: statements of participants, each with its date and text version.

A statement is never erased: a later one replaces it. What is allowed is decided by `core.project.consents`, not here.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from app.dialogs.sheet import Sheet
from app.translation import QT_TRANSLATE_NOOP
from app.widgets.parts import quiet, titled
from app.widgets.table import Table
from app.workbench import Workbench
from core.records.consent import SCOPES, Consent, Scope
from core.records.study import Participant, Session

if TYPE_CHECKING:
    from core.project.study import Study

WORDS: dict[Scope, str] = {
    "analyse": QT_TRANSLATE_NOOP("Consent", "Analyse"),
    "research": QT_TRANSLATE_NOOP("Consent", "Research"),
    "train": QT_TRANSLATE_NOOP("Consent", "Train models"),
    "share excerpts": QT_TRANSLATE_NOOP("Consent", "Share pictures"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the study knows of consent."""

    participants: tuple[Participant, ...]
    sessions: tuple[Session, ...]
    statements: tuple[Consent, ...]


class ConsentDialog(Sheet):
    """A table of participants and scopes, and a form for a statement."""

    def __init__(self, bench: Workbench, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Consent"),
            words=self.tr(
                "The program keeps to this by itself: it analyses no session of somebody who withdrew or whose consent "
                "leaves analysis out, exports no picture and trains no model without consent of everybody who was "
                "there, and logs every refusal. A statement is never erased; a later one replaces it."
            ),
            width=760,
        )
        self._bench = bench
        self._known = Known((), (), ())
        scene = bench.session.scene
        self._session = scene.session.id if scene is not None else None
        self.about = QComboBox()
        self.about.setAccessibleName(self.tr("For which sessions"))
        scopes = [QCoreApplication.translate("Consent", WORDS[one]) for one in SCOPES]
        self.table = Table(
            self.tr("Consent of the participants"),
            [self.tr("Participant"), *scopes, self.tr("Last statement")],
        )
        self.table.setMinimumHeight(170)
        self.scopes: dict[Scope, QCheckBox] = {
            one: QCheckBox(QCoreApplication.translate("Consent", WORDS[one])) for one in SCOPES
        }
        self.given_on = QLineEdit(date.today().isoformat())
        self.text_version = QLineEdit()
        self.text_version.setPlaceholderText(self.tr("which text was signed, such as “information sheet 3”"))
        self.pseudonym = QLineEdit()
        self.pseudonym.setPlaceholderText(self.tr("pseudonym, such as C-014"))
        self.join = QPushButton(self.tr("Add participant"))
        self.join.setAutoDefault(False)
        self.join.clicked.connect(self._join)
        self._arrange()
        self.withdraw = self.other(self.tr("Record a withdrawal"), self._withdraw)
        self.give = self.primary(self.tr("Record this consent"))
        self.cancel(self.tr("Close"))
        self.about.currentIndexChanged.connect(self._fill)
        self.table.currentCellChanged.connect(self._show_standing)
        bench.saved.connect(self.load)
        self.load()

    @property
    def known(self) -> tuple[Consent, ...]:
        """Every statement of the study, oldest first."""
        return self._known.statements

    def load(self) -> None:
        """Reads what the study knows."""
        self._bench.ask(_known, then=self._show, failed=self.fail, owner=self)

    def typed(self) -> bool:
        """Whether a pseudonym or a text version was begun."""
        return bool(self.pseudonym.text().strip())

    def accept(self) -> None:
        """Records what the chosen participant allows."""
        from core.project.consents import give_consent

        person = self._person()
        scopes: tuple[Scope, ...] = tuple(scope for scope in SCOPES if self.scopes[scope].isChecked())
        if person is None or self.waiting:
            return
        if not scopes:
            self.say(
                self.tr("A consent allows something: tick what."), self.tr("To take consent back, record a withdrawal.")
            )
            return
        session, given_on, text = self._about(), self.given_on.text().strip(), self.text_version.text().strip()
        self.wait(self.tr("Saving…"))
        self._bench.do(
            lambda study: give_consent(
                study, participant=person.id, scopes=scopes, given_on=given_on, text_version=text, session=session
            ),
            then=self.later(self.rest),
            failed=self.failing(self._bench.failed),
        )

    def _withdraw(self) -> None:
        from core.project.consents import withdraw_consent
        from core.project.learned import adapters_touched

        person = self._person()
        if person is None:
            return
        session, given_on, text = self._about(), self.given_on.text().strip(), self.text_version.text().strip()

        def withdraw(study: "Study") -> tuple[str, ...]:
            withdraw_consent(study, participant=person.id, given_on=given_on, text_version=text, session=session)
            return tuple(one.name for one in adapters_touched(study, participant=person.id, session=session))

        self.wait(self.tr("Saving…"))
        self._bench.do(withdraw, then=self._withdrawn, failed=self.failing(self._bench.failed))

    def _withdrawn(self, touched: tuple[str, ...]) -> None:
        """Names the adapters that learned from somebody who took consent back."""
        if not isValid(self):
            return
        self.rest()
        if touched:
            self.say(
                self.tr("Adapters that learned from this participant: {names}.").format(names=", ".join(touched)),
                self.tr("A withdrawal does not unlearn: remove them, or train anew without the participant."),
            )

    def _join(self) -> None:
        from core.project.sessions import add_participant, attend

        name, session = self.pseudonym.text().strip(), self._session

        def join(study: "Study") -> None:
            number = add_participant(study, name)
            if session is not None:
                attend(study, session=session, participant=number)

        self.wait(self.tr("Saving…"))
        self._bench.do(join, then=self.later(self._joined), failed=self.failing(self._bench.failed))

    def _joined(self) -> None:
        self.rest()
        self.pseudonym.clear()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.pseudonym, 1)
        row.addWidget(self.join)
        boxes = QHBoxLayout()
        for box in self.scopes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Statement about"), self.about)
        self.add(form)
        self.add(self.table, 1)
        self.add(row)
        self._whose = titled("")
        self.add(self._whose)
        below = QFormLayout()
        below.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        below.addRow(self.tr("Allows"), boxes)
        below.addRow(self.tr("Date of the statement"), self.given_on)
        below.addRow(self.tr("Text"), self.text_version)
        self.add(below)
        self._hint = quiet("")
        self.add(self._hint)

    def _show(self, known: Known) -> None:
        self._known = known
        chosen = self.about.currentData() if self.about.count() else self._session
        self.about.blockSignals(True)
        self.about.clear()
        self.about.addItem(self.tr("All sessions of the participant"), None)
        for one in known.sessions:
            self.about.addItem(self.tr("Session “{name}” only").format(name=one.name), one.id)
        self.about.setCurrentIndex(max(0, self.about.findData(chosen)) if chosen is not None else 0)
        self.about.blockSignals(False)
        self._fill()

    def _about(self) -> int | None:
        number = self.about.currentData()
        return None if number is None else int(number)

    def _people(self) -> tuple[Participant, ...]:
        session = next((one for one in self._known.sessions if one.id == self._about()), None)
        if session is None:
            return self._known.participants
        return tuple(one for one in self._known.participants if one.id in session.participants)

    def _person(self) -> Participant | None:
        row, people = self.table.currentRow(), self._people()
        return people[row] if 0 <= row < len(people) else None

    def _standing(self, person: Participant) -> Consent | None:
        session = self._about()
        covering = [
            one
            for one in self._known.statements
            if one.participant == person.id and one.session in ((None,) if session is None else (None, session))
        ]
        return covering[-1] if covering else None

    def _fill(self, *_: object) -> None:
        rows: list[list[str]] = []
        for person in self._people():
            standing = self._standing(person)
            marks = [self._mark(standing, scope) for scope in SCOPES]
            rows.append([person.pseudonym, *marks, self._last(standing)])
        self.table.fill(rows)
        self._show_standing()

    def _mark(self, standing: Consent | None, scope: Scope) -> str:
        if standing is None:
            return "–"
        return self.tr("yes") if scope in standing.scopes else self.tr("no")

    def _last(self, standing: Consent | None) -> str:
        if standing is None:
            return self.tr("none yet")
        if standing.withdrawn:
            return self.tr("withdrawn on {date}").format(date=standing.given_on)
        return self.tr("{date} {text}").format(date=standing.given_on, text=standing.text_version).strip()

    def _show_standing(self, *_: object) -> None:
        person, study = self._person(), self._bench.study
        writable = study is not None and study.writable
        standing = self._standing(person) if person is not None else None
        for scope, box in self.scopes.items():
            box.setChecked(standing is not None and scope in standing.scopes)
            box.setEnabled(person is not None and writable)
        self.give.setEnabled(person is not None and writable)
        self.withdraw.setEnabled(standing is not None and not standing.withdrawn and writable)
        self.join.setEnabled(writable)
        self._whose.setText(
            self.tr("Statement of {name}").format(name=person.pseudonym)
            if person is not None
            else self.tr("Nobody yet")
        )
        self._hint.setText(
            ""
            if person is not None
            else self.tr("No participant is recorded here. Without one, a session can be analysed and nothing else.")
        )
        self._hint.setVisible(person is None)


def _known(study: "Study") -> Known:
    from core.project.consents import consents
    from core.project.sessions import participants, sessions

    return Known(participants(study), sessions(study), consents(study))
