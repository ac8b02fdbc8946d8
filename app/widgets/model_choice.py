"""Who reads: the built-in analyst, or a language model and how. In: clicks, words. Out: a `LanguageModel` or None.

Whether the chosen model fits this computer is asked in the free lane, and said beside it before anything is loaded.
"""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import fits
from app.sentences import in_words
from app.widgets.parts import mark, quiet
from app.workbench import Workbench
from core.commands.model_choice import CANDIDATES, PICTURES
from core.errors import ExpectedError, ModelError

if TYPE_CHECKING:
    from core.by_model import LanguageModel
    from core.vlm.fitting import Fit

Mode = Literal["search", "levels", "single"]
USUAL = 4
SETTLED_MS = 250
"""So long nothing changes before it is asked what fits: nobody waits for letters."""


class ModelChoice(QWidget):
    """Two ways to read, and what can be chosen of the second."""

    changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._turn = 0
        self._none_here = False
        self.fit: Fit | None = None
        """Whether what is chosen fits; None where that is not told, or not yet."""
        self.who, self.candidates, self.mode, self.pictures = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.adapter = QComboBox()
        self.model, self.address = QComboBox(), QLineEdit()
        self.who.addItem(self.tr("The built-in analyst: measurements alone"), "measured")
        self.who.addItem(self.tr("A language model on top of the measurements"), "videmo")
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.model.setAccessibleName(self.tr("Model"))
        line = self.model.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("its name in the list of models, or a folder"))
        for count in CANDIDATES:
            self.candidates.addItem(str(count), count)
        self.candidates.setCurrentIndex(CANDIDATES.index(USUAL))
        for count in reversed(PICTURES):
            self.pictures.addItem(self.tr("{count} at most").format(count=count), count)
        self.mode.addItem(self.tr("the best of several answers at each level"), "search")
        self.mode.addItem(self.tr("one answer at each level (faster)"), "levels")
        self.mode.addItem(self.tr("one answer for everything (fastest)"), "single")
        self._list_adapters()
        self.address.setPlaceholderText(self.tr("empty: the model runs on this computer"))
        self.words, self.verdict = quiet(""), QLabel()
        self.verdict.setWordWrap(True)
        self._arrange()
        self._wait = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._wait.timeout.connect(self._ask)
        for box in (self.who, self.mode, self.candidates, self.pictures):
            box.currentIndexChanged.connect(self._refresh)
        self.model.editTextChanged.connect(self._refresh)
        self.address.textChanged.connect(self._refresh)
        self._refresh()
        bench.free_lane.ask(_names, then=self._offer, owner=self)

    @property
    def complete(self) -> bool:
        """Whether a model is named where one is to read, and can run."""
        if self.who.currentData() == "measured":
            return True
        return bool(self.model.currentText().strip()) and not (self.fit is not None and self.fit.hopeless)

    def chosen(self) -> "LanguageModel | None":
        """The language model; None for the built-in analyst. Raises `ExpectedError` where it is not here."""
        if self.who.currentData() == "measured":
            return None
        from core.by_model import plan_of, server_of

        wanted = self._wanted()
        try:
            plan_of(wanted)
        except ModelError as missing:
            raise ModelError(missing.problem, remedy=self._way_to_it()) from missing
        server_of(wanted)
        return wanted

    def _way_to_it(self) -> str:
        return self.tr("“Models…” in the menu “Study” fetches models, or takes them from a folder.")

    def _wanted(self) -> "LanguageModel":
        from core.by_model import LanguageModel, as_named

        return LanguageModel(
            as_named(self.model.currentText()),
            candidates=self.candidates.currentData(),
            mode=self.mode.currentData(),
            pictures=self.pictures.currentData(),
            adapter=self.adapter.currentData() if self.adapter.isEnabled() else None,
            address=self.address.text().strip(),
        )

    def _arrange(self) -> None:
        browse = QPushButton(self.tr("Folder…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.model, 1)
        place.addWidget(browse)
        self._own, self._place = QWidget(), QWidget()
        named = QFormLayout(self._place)
        named.addRow(self.tr("Model"), place)
        form = QFormLayout(self._own)
        form.addRow(self.tr("Adapter"), self.adapter)
        form.addRow(self.tr("How it answers"), self.mode)
        form.addRow(self.tr("Answers at each level"), self.candidates)
        form.addRow(self.tr("Pictures of a segment"), self.pictures)
        form.addRow(self.tr("Address of a server"), self.address)
        first = QFormLayout()
        first.addRow(self.tr("Who reads"), self.who)
        self.forms = (first, named, form)
        """For columns of the same width, with other forms beside it."""
        for one in self.forms:
            one.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first)
        column.addWidget(self._place)
        column.addWidget(self.verdict)
        column.addWidget(self._own)
        column.addWidget(self.words)

    def _list_adapters(self) -> None:
        """Those that training gave on this computer; whether one fits the model is told when it is loaded."""
        from core.adapter_choice import ADOPTED
        from core.models.adapters import adapters

        self.adapter.addItem(self.tr("none: the model as it was published"), None)
        known = adapters()
        if known:
            self.adapter.addItem(self.tr("the one that was adopted for the model"), ADOPTED)
        for one in known:
            words = (
                self.tr("{name}, for {model}, reinforced from {parent}")
                if one.about.reinforced
                else self.tr("{name}, for {model}, from the curriculum")
            )
            told = words.format(name=one.name, model=one.about.base.name, parent=one.about.parent)
            self.adapter.addItem(told, one.name)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a language model"))
        if folder:
            self.model.setEditText(folder)

    def _offer(self, names: tuple[str, ...]) -> None:
        """The models that are here, the first of them chosen where nothing was typed."""
        typed = self.model.currentText()
        self.model.addItems(list(names))
        self.model.setEditText(typed or (names[0] if names else ""))
        self._none_here = not names
        self._refresh()

    def _refresh(self, *_: object) -> None:
        by_model = self.who.currentData() == "videmo"
        for part in (self._place, self._own):
            part.setVisible(by_model)
        self.candidates.setEnabled(self.mode.currentData() == "search")
        self.adapter.setEnabled(not self.address.text().strip())
        if not by_model:
            told = self.tr(
                "The built-in analyst reads action units and appearance on this computer. It gives what is displayed, "
                "as the model reads it, with its reasons; nothing is sent anywhere."
            )
        elif self.address.text().strip():
            told = self.tr(
                "Pictures of faces are sent to this address to be read. On another computer everybody in the session "
                "must have allowed to share excerpts; each sending is written down in the study."
            )
        else:
            told = self.tr(
                "The language model reads what the measurements cut, on this computer; nothing is sent anywhere. What "
                "measurements contradict is struck out. Its accuracy was not measured here, and it takes much longer."
            )
        self.words.setText(told)
        self._turn += 1
        self.fit = None
        nothing = by_model and self._none_here and not self.model.currentText().strip()
        none_here = self.tr("No language model is here yet.")
        self._say(f"{none_here} {self._way_to_it()}" if nothing else "", "quiet")
        if by_model and self.model.currentText().strip() and not self.address.text().strip():
            self._wait.start()
        self.changed.emit()

    def _ask(self) -> None:
        from core.by_model import fit_here

        wanted, turn = self._wanted(), self._turn

        def answered(found: "Fit | None") -> None:
            if turn != self._turn:
                return
            self.fit = found
            if found is None:
                self._say(self.tr("Whether it fits this computer cannot be told: its engine says more."), "quiet")
            else:
                self._say(fits.fit(found), "bad" if found.hopeless else fits.tone(found.chosen.verdict))
            self.changed.emit()

        def failed(failure: ExpectedError) -> None:
            if turn == self._turn:
                words = f"{in_words(failure.problem)} {in_words(failure.remedy)}"
                if isinstance(failure, ModelError):
                    missing = self.tr("The model {name} is not on this computer.").format(name=wanted.model)
                    words = f"{missing} {self._way_to_it()}"
                self._say(words, "warn")
                self.changed.emit()

        self._bench.free_lane.ask(lambda: fit_here(wanted), then=answered, failed=failed, owner=self)

    def _say(self, words: str, tone: str) -> None:
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))
        mark(self.verdict, bad=tone)


def _names() -> tuple[str, ...]:
    from core.models.installed import installed

    return tuple(one.name for one in installed())
