"""What is asked before a language model is fetched, taken in, quantised or removed. In: a row. Out: what was chosen."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from app import fits
from app.dialogs.sheet import Sheet
from app.translation import translate
from app.verbs.models import Row
from app.widgets.parts import mark, quiet
from core.models.convert import LEVELS, Level


class _Asking(Sheet):
    """Is as high as its words need and no higher, as nothing in it takes up more."""

    def showEvent(self, event: QShowEvent) -> None:
        """Fits its height."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


class FetchSheet(_Asking):
    """Names licence, size and that the network is used."""

    def __init__(self, row: Row, *, free: int, hub: str, start: Callable[[str], object], parent: QWidget) -> None:
        known = row.known
        super().__init__(self.tr("Fetch {name}").format(name=known.title), parent, width=520)
        self._start = start
        if known.catalogued is None:
            raise ValueError(f"{known.name} is not in the catalogue")
        left = max(0, known.bytes - known.unfinished)
        licence = known.licence if known.licence != "unknown" else self.tr("unknown")
        form = QFormLayout()
        told = _wrapped(licence)
        mark(told, bad="warn" if known.licence == "unknown" else "")
        form.addRow(self.tr("Licence"), told)
        form.addRow("", quiet(translate("Help", known.catalogued.licence_note)))
        size = self.tr("about {size}; {free} are free on this disk").format(size=fits.size(left), free=fits.size(free))
        form.addRow(self.tr("Size"), _wrapped(size))
        form.addRow(self.tr("From"), _wrapped(f"{hub}/{known.catalogued.repository}"))
        self.hub = QLineEdit()
        self.hub.setPlaceholderText(self.tr("empty: the address above"))
        form.addRow(self.tr("A mirror of it"), self.hub)
        self.add(form)
        network = QLabel(
            self.tr(
                "This uses the network. Nothing about you or your recordings is sent. It can be stopped at any time "
                "and goes on where it stopped; every file is checked against the hash that the hub names."
            )
        )
        network.setWordWrap(True)
        self.add(network)
        self.add(_fit(row))
        self.go = self.primary(self.tr("Fetch"))
        self.cancel()

    def accept(self) -> None:
        """Starts the fetch."""
        super().accept()
        self._start(self.hub.text().strip())


class QuantiseSheet(_Asking):
    """Asks how small, and whether to compare."""

    def __init__(self, row: Row, *, start: Callable[[Level, bool], object], parent: QWidget) -> None:
        super().__init__(
            self.tr("Quantise {name}").format(name=row.known.title),
            parent,
            words=self.tr(
                "A smaller copy is made for llama.cpp, which runs without a graphics card. The model it is made from "
                "stays. Finished steps are kept when it is stopped."
            ),
            width=560,
        )
        self._start, self._row = start, row
        self.level = QComboBox()
        for level in LEVELS:
            self.level.addItem(translate("Fits", fits.QUANTISATIONS[level]), level)
        self.fit = QLabel()
        self.fit.setWordWrap(True)
        self.compares = QCheckBox(self.tr("Compare it with the original afterwards, on the sample clip"))
        self.compares.setChecked(True)
        form = QFormLayout()
        form.addRow(self.tr("Bits of a weight"), self.level)
        self.add(form)
        self.add(self.fit)
        self.add(self.compares)
        self.add(
            quiet(
                self.tr(
                    "The comparison loads both, one after the other. It says how often both hold the same next word "
                    "for the most probable; it is no measure of how right either is."
                )
            )
        )
        self.go = self.primary(self.tr("Quantise"))
        self.cancel()
        self.level.currentIndexChanged.connect(self._show_fit)
        self._show_fit()

    def accept(self) -> None:
        """Starts the work."""
        super().accept()
        self._start(self.level.currentData(), self.compares.isChecked())

    def _show_fit(self, *_: object) -> None:
        level = self.level.currentData()
        found = next((one for one in self._row.ways if one.plan.quantisation == level), None)
        self.fit.setText("" if found is None else fits.proposal(found))
        mark(self.fit, bad="quiet" if found is None else fits.tone(found.verdict))
        self.grow()


class RemoveSheet(_Asking):
    """Says what is freed, and what was made from it."""

    def __init__(self, row: Row, *, start: Callable[[], object], parent: QWidget) -> None:
        known = row.known
        size = (known.here.bytes if known.here is not None else 0) + known.unfinished
        super().__init__(self.tr("Remove {name}").format(name=known.title), parent, width=480)
        self._start = start
        form = (
            self.tr("{name} is deleted from this computer; {size} are freed.")
            if known.here is not None
            else self.tr("What an unfinished try of {name} got is deleted; {size} are freed.")
        )
        self.add(_wrapped(form.format(name=known.title, size=fits.size(size))))
        if row.made:
            self.add(
                quiet(self.tr("What was made from it stays and works without it: {names}.").format(
                    names=", ".join(row.made))))  # fmt: skip
        self.add(quiet(self.tr("Analyses that it made stay as they are.")))
        self.go = self.primary(self.tr("Remove"))
        self.cancel()

    def accept(self) -> None:
        """Removes it."""
        super().accept()
        self._start()


class NameSheet(_Asking):
    """Asks under which name a model is taken in."""

    def __init__(self, folder: Path, *, start: Callable[[str], object], parent: QWidget) -> None:
        super().__init__(
            self.tr("Take in a model"),
            parent,
            words=self.tr(
                "The folder holds a language model. It is copied, every file is compared, and formats that can run "
                "code are refused. No network is used."
            ),
            width=520,
        )
        self._start = start
        self.name = QLineEdit(named(folder))
        form = QFormLayout()
        form.addRow(self.tr("Folder"), _wrapped(str(folder)))
        form.addRow(self.tr("Its name here"), self.name)
        self.add(form)
        self.add(quiet(self.tr("Small letters, digits, dots, hyphens and underscores, such as videmo-3b.")))
        self.go = self.primary(self.tr("Take in"))
        self.cancel()
        self.name.textChanged.connect(self._refresh)
        self._refresh()

    def accept(self) -> None:
        """Starts the copying."""
        super().accept()
        self._start(self.name.text().strip())

    def _refresh(self, *_: object) -> None:
        from core.models.manifest import NAME

        self.go.setEnabled(NAME.fullmatch(self.name.text().strip()) is not None)


def named(folder: Path) -> str:
    """The name a folder's model would get."""
    return re.sub(r"[^a-z0-9._-]+", "-", folder.resolve().name.lower()).strip("-._")[:64]


def _fit(row: Row) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if not row.ways:
        label.hide()
    else:
        best = row.ways[0]
        label.setText(fits.proposal(best))
        mark(label, bad=fits.tone(best.verdict))
    return label


def _wrapped(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label
