"""One language model: licence, size, state, what fits this computer, its verbs. In: a row. Out: signals."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from app import fits
from app.look import SPACE
from app.translation import translate
from app.verbs.models import Row
from app.widgets.flow import FlowLayout
from app.widgets.parts import card, mark, quiet, titled
from core.models.importing import IMPORTED
from core.vlm.fitting import Proposal


class ModelCard(QWidget):
    """A card."""

    fetch_wanted = Signal()
    quantise_wanted = Signal()
    verify_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, row: Row, *, busy: bool) -> None:
        super().__init__()
        self.row = row
        self.fit, self.about, self.parity = QLabel(), quiet(""), quiet("")
        self.fit.setWordWrap(True)
        self.table = QWidget()
        self.table.hide()
        self.more = self._button(self.tr("All ways to run it"), self._toggle)
        self.more.setCheckable(True)
        self.fetch = self._button(self._fetch_words(), self.fetch_wanted.emit)
        self.quantise = self._button(self.tr("Quantise…"), self.quantise_wanted.emit)
        self.verify = self._button(self.tr("Verify"), self.verify_wanted.emit)
        self.remove = self._button(self.tr("Remove…"), self.remove_wanted.emit)
        parts: list[QWidget | QLayout] = [self._head()]
        known = row.known
        if known.catalogued is not None:
            parts.append(_wrapped(translate("Help", known.catalogued.purpose)))
        self.about.setText(self._about())
        parts += [self.about, self.fit, self.table]
        if known.here is not None and known.here.origin.base:
            self.parity.setText(fits.parity(known.here.parity))
            parts.append(self.parity)
        if known.unfinished:
            held = QLabel(
                self.tr("An unfinished try holds {size}; the next one goes on there, removing frees it.").format(
                    size=fits.size(known.unfinished)
                )
            )
            held.setWordWrap(True)
            mark(held, bad="warn")
            parts.append(held)
        verbs = FlowLayout(spacing=SPACE)
        for button in (self.fetch, self.quantise, self.verify, self.remove, self.more):
            verbs.addWidget(button)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card(*parts, verbs))
        # Only now: a part that is shown before it stands in the card would be a window of its own.
        self._show_fit()
        self._show_verbs(busy=busy)

    def _head(self) -> QHBoxLayout:
        known = self.row.known
        state, tone = {
            "here": (self.tr("here"), "good"),
            "missing": (self.tr("not here"), "quiet"),
            "wrong": (self.tr("incomplete"), "bad"),
        }[known.state]
        said = QLabel(state)
        mark(said, bad=tone)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        title = known.title if known.title.casefold() == known.name else f"{known.title} ({known.name})"
        head.addWidget(titled(title), 1)
        head.addWidget(said)
        return head

    def _about(self) -> str:
        known = self.row.known
        licence = known.licence if known.licence not in ("", "unknown") else self.tr("unknown")
        parts = [self.tr("Licence: {licence}.").format(licence=licence)]
        if known.catalogued is not None and known.catalogued.licence_note:
            parts.append(translate("Help", known.catalogued.licence_note))
        if known.here is not None:
            source = known.here.origin.source
            if known.here.origin.base:
                form = self.tr("{size}, made from {source}.")
            elif source.startswith(IMPORTED):
                form, source = self.tr("{size}, taken from the folder {source}."), source.removeprefix(IMPORTED)
            else:
                form = self.tr("{size}, from the hub: {source}.")
            parts.append(form.format(size=fits.size(known.bytes), source=source))
        elif known.catalogued is not None:
            parts.append(
                self.tr("About {size}, from the hub: {source}.").format(
                    size=fits.size(known.bytes), source=known.catalogued.repository
                )
            )
        return " ".join(parts)

    def _fetch_words(self) -> str:
        return self.tr("Go on fetching…") if self.row.known.unfinished else self.tr("Fetch…")

    def _show_fit(self) -> None:
        ways, lacks = self.row.ways, self.row.lacks
        self.more.setVisible(len(ways) > 1)
        if not ways:
            self.fit.setText(self.tr("What it takes to run cannot be told: it does not say how large it is."))
            mark(self.fit, bad="quiet")
            self.fit.setVisible(self.row.known.here is not None)
            return
        best = ways[0]
        words = fits.proposal(best)
        if best.to_quantise:
            words += " " + self.tr("It has to be quantised first.")
        if best.plan.engine in lacks:
            words += " " + self.tr("Its engine is not installed: pip install 'videmo-studio[{extra}]'").format(
                extra={"transformers": "local", "llama_cpp": "llama"}[best.plan.engine]
            )
        self.fit.setText(words)
        mark(self.fit, bad=fits.tone(best.verdict))
        grid = QGridLayout(self.table)
        grid.setContentsMargins(SPACE, 0, 0, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 6)
        grid.setColumnStretch(1, 5)
        for line, one in enumerate(ways):
            self._line(grid, line, one)

    def _line(self, grid: QGridLayout, line: int, one: Proposal) -> None:
        said = QLabel(fits.verdict(one.verdict))
        mark(said, bad=fits.tone(one.verdict))
        for column, label in enumerate((_wrapped(fits.way(one)), quiet(fits.memory(one.demands)), said)):
            label.setWordWrap(True)
            grid.addWidget(label, line, column)

    def _show_verbs(self, *, busy: bool) -> None:
        known = self.row.known
        self.fetch.setVisible(known.catalogued is not None and known.state != "here")
        self.quantise.setVisible(known.state == "here" and known.here is not None and known.here.kind == "safetensors")
        self.verify.setVisible(known.here is not None)
        self.remove.setVisible(known.here is not None or known.unfinished > 0)
        for button in (self.fetch, self.quantise, self.verify, self.remove):
            button.setEnabled(not busy)

    def _button(self, words: str, do: Callable[..., object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{words} {self.row.known.title}")
        button.clicked.connect(do)
        return button

    def _toggle(self, shown: bool) -> None:
        self.table.setVisible(shown)


def _wrapped(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label
