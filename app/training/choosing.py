"""What a new training is made of: sessions, kind, base model, preset, name. In: the study, this computer. Out: choices.

Must not know: processes, checks.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.actions import Actions
from app.look import SPACE
from app.training.bases import Basis, bases
from app.training.consent import Candidate, candidates
from app.training.kind import GRPO, Kind
from app.training.presets import presets, recommended
from app.training.runs import runs_folder
from app.training.sessions import SessionList
from app.widgets.parts import card, mark, quiet, titled
from app.workbench import Workbench
from core.vlm.computer import Computer

LIST_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen."""

    sessions: tuple[str, ...]
    method: str
    """`sft`, the curriculum, or `grpo`, reinforcement."""
    model: str
    adapter: str
    """That a reinforcement goes on from; empty for the curriculum."""
    preset: str
    name: str


class Choosing(QWidget):
    """Two cards."""

    changed = Signal()

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench = bench
        self._computer: Computer | None = None
        self._bases: tuple[Basis, ...] = ()
        self.sessions = SessionList()
        self.sessions.setFixedHeight(LIST_HEIGHT)
        self.nothing = quiet("")
        self.kind = Kind()
        self.model, self.preset, self.name = QComboBox(), QComboBox(), QLineEdit()
        self.name.setMaxLength(63)
        self.about_model, self.about_preset = QLabel(), quiet("")
        self.about_model.setWordWrap(True)
        for one in presets():
            self.preset.addItem(one.words, one.name)
        self.consent = _button(self.tr("Consent…"), actions, "session.consent")
        self.open_ = _button(self.tr("Open a study…"), actions, "study.open")
        self.models = _button(self.tr("Models…"), actions, "app.models")
        self._arrange()
        self.sessions.changed.connect(lambda: self.changed.emit())
        self.kind.changed.connect(lambda: self.changed.emit())
        self.model.currentIndexChanged.connect(self._model_chosen)
        self.preset.currentIndexChanged.connect(self._preset_chosen)
        self.name.textChanged.connect(lambda: self.changed.emit())
        bench.study_changed.connect(self._study_changed)
        bench.saved.connect(self._saved)
        bench.jobs_changed.connect(self._jobs_changed)
        self._suggested = ""

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return Choice(
            self.sessions.chosen,
            self.kind.method,
            str(self.model.currentData() or ""),
            self.kind.parent_adapter,
            str(self.preset.currentData() or ""),
            self.name.text().strip(),
        )

    def missing(self) -> str:
        """The first thing that is missing, as a sentence; empty where nothing is."""
        study, choice = self._bench.study, self.choice
        if study is None:
            return self.tr("Open the study that is to be learned from.")
        if not study.writable:
            return self.tr(
                "The study is open for reading only, and what is learned from it must be written down in it."
            )
        if not choice.sessions:
            return self.tr("Tick a session.")
        if not choice.model:
            return self.tr("No model that can be adapted is on this computer: fetch one in “Models…”.")
        if choice.method == GRPO and not choice.adapter:
            return self.tr("Let the model go through the curriculum first: reinforcement goes on from its adapter.")
        if not re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9_-])?", choice.name):
            return self.tr("Give a name of small letters, digits, dots, hyphens and underscores.")
        return ""

    def load(self) -> None:
        """Looks at the study, the models and the computer as they are now."""
        from core.vlm.computer import this_computer

        self._load_sessions()
        study = "" if self._bench.study is None else self._bench.study.id
        self._bench.free_lane.ask(
            lambda: (this_computer(), bases(study=study)), then=lambda found: self._show_here(*found), owner=self
        )

    def _study_changed(self) -> None:
        if self.isVisible():
            self.load()

    def _saved(self) -> None:
        if self.isVisible():
            self._load_sessions()

    def _jobs_changed(self) -> None:
        """Perhaps a model was fetched."""
        if self.isVisible():
            self.load()

    def _load_sessions(self) -> None:
        study = self._bench.study
        self.open_.setVisible(study is None)
        self.consent.setVisible(study is not None)
        if study is None:
            self._show_sessions(())
        else:
            self._bench.ask(candidates, then=self._show_sessions, owner=self)
        self._suggest()

    def _suggest(self) -> None:
        """A name after the study, unless somebody typed one."""
        study = self._bench.study
        if study is None or self.name.text() not in ("", self._suggested):
            return
        stem = re.sub(r"[^a-z0-9]+", "-", study.path.stem.lower()).strip("-")[:40] or "training"
        taken = {path.name for path in runs_folder().glob("*")}
        self._suggested = next(name for number in range(1, len(taken) + 2) if (name := f"{stem}-{number}") not in taken)
        self.name.setText(self._suggested)

    def _show_sessions(self, found: tuple[Candidate, ...]) -> None:
        self.sessions.show_candidates(found)
        self.sessions.setVisible(bool(found))
        if self._bench.study is None:
            words = self.tr("No study is open. A model learns from the sessions of a study that were reviewed.")
        elif not found:
            words = self.tr("The study holds no session yet. Add a recording, analyse it and review what was read.")
        elif not any(one.allowed for one in found):
            words = self.tr("Nobody's consent covers training yet. Record it under “Consent…”.")
        else:
            words = self.tr(
                "Learned from is what raters agreed with or corrected. Sessions whose people do not all allow training "
                "cannot be ticked."
            )
        self.nothing.setText(words)
        self.changed.emit()

    def _show_here(self, computer: Computer, found: tuple[Basis, ...]) -> None:
        first = self._computer is None
        self._computer, self._bases = computer, found
        chosen = self.model.currentData()
        self.model.blockSignals(True)
        self.model.clear()
        for one in found:
            self.model.addItem(one.name, one.name)
        self.model.setCurrentIndex(max(0, self.model.findData(chosen)) if found else -1)
        self.model.blockSignals(False)
        self.model.setEnabled(bool(found))
        self.models.setVisible(not found)
        if first:
            self.preset.setCurrentIndex(max(0, self.preset.findData(recommended(computer)[0])))
        self._preset_chosen()

    def _preset_chosen(self, *_: object) -> None:
        """The base that the preset is made for, where it is here."""
        if self._computer is not None:
            name, why = recommended(self._computer)
            recommended_ = name == self.preset.currentData()
            self.about_preset.setText(
                why if recommended_ else self.tr("For this computer “{name}” is recommended. {why}").format(
                    name=self.preset.itemText(self.preset.findData(name)), why=why
                )
            )  # fmt: skip
            made_for = next((one.model for one in presets() if one.name == self.preset.currentData()), "")
            place = self.model.findData(made_for)
            if place >= 0:
                self.model.setCurrentIndex(place)
        self._model_chosen()

    def _model_chosen(self, *_: object) -> None:
        """The model in words, and its adapters."""
        one = next((one for one in self._bases if one.name == self.model.currentData()), None)
        if self._computer is None:
            self.about_model.setText("")
        elif one is None:
            self.about_model.setText(
                self.tr("No model that can be adapted is on this computer: fetch one, or take one in from a folder.")
            )
            mark(self.about_model, bad="warn")
        else:
            self.about_model.setText(one.words(self._computer))
            mark(self.about_model, bad="warn" if one.too_large(self._computer) else "quiet")
        self.kind.show_for(one, among=self._bases)
        self.changed.emit()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.open_, self.consent):
            buttons.addWidget(button)
        buttons.addStretch(1)
        base = QHBoxLayout()
        base.addWidget(self.model, 1)
        base.addWidget(self.models)
        form = QGridLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE // 2)
        form.setColumnStretch(1, 1)
        fields = (
            (self.tr("Kind of training"), self.kind.box, self.kind.about),
            (self.tr("Base model"), self.model, self.about_model),
            (self.tr("Goes on from"), self.kind.adapter, self.kind.about_adapter),
            (self.tr("Preset"), self.preset, self.about_preset),
            (self.tr("Name"), self.name, quiet(self.tr("Of the run, and of the adapter that comes of it."))),
        )
        for line, (words, field, below) in enumerate(fields):
            field.setAccessibleName(words)
            below.setContentsMargins(0, 0, 0, SPACE)
            label = QLabel(words)
            form.addWidget(label, 2 * line, 0)
            if field is self.model:
                form.addLayout(base, 2 * line, 1)
            else:
                form.addWidget(field, 2 * line, 1)
            if field is self.kind.adapter:
                self.kind.hides_with_adapter(label)
            form.addWidget(below, 2 * line + 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(card(titled(self.tr("Sessions to learn from")), self.nothing, self.sessions, buttons))
        column.addWidget(card(titled(self.tr("What is adapted, and how")), form))


def _button(words: str, actions: Actions, verb: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    action = actions[verb]
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
    return button
