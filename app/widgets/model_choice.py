"""Who reads: the built-in analyst, or a language model and how. In: clicks, words. Out: a `LanguageModel` or None."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
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

from app.widgets.parts import quiet
from core.commands.model_choice import CANDIDATES

if TYPE_CHECKING:
    from core.by_model import LanguageModel

Mode = Literal["search", "levels", "single"]
USUAL = 4


class ModelChoice(QWidget):
    """Two ways to read, and what can be chosen of the second."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.candidates, self.mode, self.adapter = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.model, self.address = QLineEdit(), QLineEdit()
        self.who.addItem(self.tr("The built-in analyst: measurements alone"), "measured")
        self.who.addItem(self.tr("A language model on top of the measurements"), "videmo")
        self.model.setPlaceholderText(self.tr("its name in the list of models, or a folder"))
        for count in CANDIDATES:
            self.candidates.addItem(str(count), count)
        self.candidates.setCurrentIndex(CANDIDATES.index(USUAL))
        self.mode.addItem(self.tr("the best of several answers at each level"), "search")
        self.mode.addItem(self.tr("one answer at each level (faster)"), "levels")
        self.mode.addItem(self.tr("one answer for everything (fastest)"), "single")
        self._list_adapters()
        self.address.setPlaceholderText(self.tr("empty: the model runs on this computer"))
        browse = QPushButton(self.tr("Folder…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.model, 1)
        place.addWidget(browse)
        self._own = QWidget()
        form = QFormLayout(self._own)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Model"), place)
        form.addRow(self.tr("Adapter"), self.adapter)
        form.addRow(self.tr("How it answers"), self.mode)
        form.addRow(self.tr("Answers at each level"), self.candidates)
        form.addRow(self.tr("Address of a server"), self.address)
        first = QFormLayout()
        first.addRow(self.tr("Who reads"), self.who)
        self.words: QLabel = quiet("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(first)
        column.addWidget(self._own)
        column.addWidget(self.words)
        for box in (self.who, self.mode):
            box.currentIndexChanged.connect(self._refresh)
        self.model.textChanged.connect(self._refresh)
        self.address.textChanged.connect(self._refresh)
        self._refresh()

    @property
    def complete(self) -> bool:
        """Whether a model is named where one is to read."""
        return self.who.currentData() == "measured" or bool(self.model.text().strip())

    def chosen(self) -> "LanguageModel | None":
        """The language model; None for the built-in analyst. Raises `ExpectedError` where it is not here."""
        if self.who.currentData() == "measured":
            return None
        from core.by_model import LanguageModel, as_named, plan_of, server_of

        wanted = LanguageModel(
            as_named(self.model.text()),
            candidates=self.candidates.currentData(),
            mode=self.mode.currentData(),
            adapter=self.adapter.currentData() if self.adapter.isEnabled() else None,
            address=self.address.text().strip(),
        )
        plan_of(wanted)
        server_of(wanted)
        return wanted

    def _list_adapters(self) -> None:
        """Those that training gave on this computer; whether one fits the model is told when it is loaded."""
        from core.by_model import ADOPTED
        from core.models.adapters import adapters

        self.adapter.addItem(self.tr("none: the model as it was published"), None)
        known = adapters()
        if known:
            self.adapter.addItem(self.tr("the one that was adopted for the model"), ADOPTED)
        for one in known:
            self.adapter.addItem(
                self.tr("{name}, for {model}").format(name=one.name, model=one.about.base.name), one.name
            )

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of a language model"))
        if folder:
            self.model.setText(folder)

    def _refresh(self, *_: object) -> None:
        by_model = self.who.currentData() == "videmo"
        self._own.setVisible(by_model)
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
        self.changed.emit()
