"""What a new training does: the curriculum, or reinforcement and what that goes on from. In: models with adapters.

Parts of a form, which `choosing` puts below one another.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.training.bases import Basis
from app.widgets.parts import mark, quiet

SFT, GRPO = "sft", "grpo"


class Kind(QObject):
    """Two choices, each with a sentence below it; the second is there for reinforcement alone."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._basis: Basis | None = None
        self._bases: Sequence[Basis] = ()
        self.box, self.adapter = QComboBox(), QComboBox()
        self.box.addItem(self.tr("The curriculum: learn from corrected readings"), SFT)
        self.box.addItem(self.tr("Reinforcement: practise with an adapter that went through the curriculum"), GRPO)
        self.about, self.about_adapter = quiet(""), QLabel()
        self.about_adapter.setWordWrap(True)
        self._of_adapter: list[QWidget] = [self.adapter, self.about_adapter]
        self.box.currentIndexChanged.connect(self._chosen)
        self.adapter.currentIndexChanged.connect(self._chosen)
        self._show()

    @property
    def method(self) -> str:
        """`sft` or `grpo`."""
        return str(self.box.currentData())

    @property
    def parent_adapter(self) -> str:
        """The adapter that a reinforcement goes on from; empty for none, and for the curriculum."""
        return str(self.adapter.currentData() or "") if self.method == GRPO else ""

    def hides_with_adapter(self, part: QWidget) -> None:
        """This is there for reinforcement alone."""
        self._of_adapter.append(part)
        part.setVisible(self.method == GRPO)

    def show_for(self, basis: Basis | None, *, among: Sequence[Basis]) -> None:
        """Offers the adapters of a model, the likeliest chosen unless another one was."""
        self._basis, self._bases = basis, among
        chosen = self.adapter.currentData()
        self.adapter.blockSignals(True)
        self.adapter.clear()
        for one in () if basis is None else basis.parents:
            self.adapter.addItem(one.name, one.name)
        if self.adapter.count():
            self.adapter.setCurrentIndex(max(0, self.adapter.findData(chosen)))
        self.adapter.setEnabled(bool(self.adapter.count()))
        self.adapter.blockSignals(False)
        self._show()

    def _chosen(self, *_: object) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        reinforced = self.method == GRPO
        for part in self._of_adapter:
            part.setVisible(reinforced)
        if reinforced:
            about = self.tr(
                "It answers each question several times; answers nearer to your corrected readings become likelier. "
                "This refines what the curriculum taught, and takes longer."
            )
        else:
            about = self.tr(
                "It is shown your corrected readings and learns to answer so: attributes first, then expressions, then "
                "displayed emotion. Begin with this one."
            )
        self.about.setText(about)
        name = self.adapter.currentData()
        parent = next((one for one in (() if self._basis is None else self._basis.parents) if one.name == name), None)
        others = ", ".join(one.name for one in self._bases if one.parents)
        if parent is not None:
            words = parent.words
        elif others:
            words = self.tr("No adapter of this model is here; there are some of {models}.").format(models=others)
        else:
            words = self.tr("No adapter of this model is on this computer yet.")
        self.about_adapter.setText(words)
        mark(self.about_adapter, bad="warn" if parent is None else "quiet")
