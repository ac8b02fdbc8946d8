"""Asks what a new study is called, where it lies, what it is for and what opens it. Out: wishes; then its recovery key.

The recovery key is shown once, and the dialog closes only when somebody says that they have kept it.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.files import ask_new_study, documents
from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.sentences import in_words
from app.translation import QT_TRANSLATE_NOOP
from app.widgets.parts import card, mark, quiet, titled
from core.errors import ExpectedError

SUFFIX = ".vemo"
PURPOSES = (
    ("therapy", QT_TRANSLATE_NOOP("NewStudy", "Therapy: documentation and supervision of psychotherapy")),
    ("medical", QT_TRANSLATE_NOOP("NewStudy", "Medical: another medical reason")),
    ("research", QT_TRANSLATE_NOOP("NewStudy", "Research with the consent of those who are recorded")),
    ("safety", QT_TRANSLATE_NOOP("NewStudy", "Safety: a safety reason")),
    ("workplace", QT_TRANSLATE_NOOP("NewStudy", "At the workplace")),
    ("education", QT_TRANSLATE_NOOP("NewStudy", "In education")),
)
WEAK_BITS, FAIR_BITS = 45, 65


@dataclass(frozen=True, slots=True)
class Wanted:
    """A study to be made."""

    path: Path
    name: str
    purpose: str
    passphrase: str | None
    """None for one without encryption."""


class NewStudyDialog(Sheet):
    """A form, then the recovery key."""

    def __init__(self, make: Callable[[Wanted], object], *, parent: QWidget) -> None:
        super().__init__(self.tr("New study"), parent, width=600)
        self._make = make
        self._place_chosen = False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._form())
        self._pages.addWidget(self._key_page())
        self.add(self._pages, 1)
        self.go = self.primary(self.tr("Make the study"))
        self._leave = self.cancel()
        self.name.textChanged.connect(self._name_changed)
        self.purpose.currentIndexChanged.connect(self._refresh)
        for field in (self.first, self.second):
            field.textChanged.connect(self._refresh)
        self.open_.toggled.connect(self._refresh)
        self._name_changed()
        self.name.setFocus()

    def typed(self) -> bool:
        """Whether anything was typed."""
        return bool(self.name.text() or self.first.text()) and self._pages.currentIndex() == 0

    def accept(self) -> None:
        """Makes the study, or, once the key was kept, closes."""
        if self.waiting:
            return
        if self._pages.currentIndex() == 1:
            if self.kept.isChecked():
                self.finish()
            return
        problem = self._problem_now()
        if problem:
            self.say(problem)
            return
        self.wait(self.tr("Making the study… this takes about a second."))
        passphrase = None if self.open_.isChecked() else self.first.text()
        self._make(Wanted(self._path(), self.name.text().strip(), self._purpose(), passphrase))

    def reject(self) -> None:
        """Leaves; not while the recovery key has not been kept, for it is shown once."""
        if self.waiting:  # its key comes in a moment
            return
        if self._pages.currentIndex() == 1 and not self.kept.isChecked():
            self.say(
                self.tr("This key is shown only once."),
                self.tr("Copy it, print it or write it down, then tick the box above."),
            )
            return
        if self._pages.currentIndex() == 1:
            self.finish()
            return
        super().reject()

    def show_key(self, key: str) -> None:
        """Shows the recovery key of the study that was made."""
        self.rest()
        self.first.clear()
        self.second.clear()
        self.key.setText(key)
        self._pages.setCurrentIndex(1)
        self._leave.hide()
        self.go.setText(self.tr("Done"))
        self.go.setEnabled(False)
        self.kept.setFocus()

    def finish(self) -> None:
        """Closes as done."""
        self.rest()
        super().accept()

    def _form(self) -> QWidget:
        self.name, self.purpose = QLineEdit(), QComboBox()
        self.name.setPlaceholderText(self.tr("such as “Clinic, winter”"))
        for purpose, words in PURPOSES:
            self.purpose.addItem(QCoreApplication.translate("NewStudy", words), purpose)
        self.where = QLabel()
        self.where.setWordWrap(True)
        elsewhere = QPushButton(self.tr("Choose…"))
        elsewhere.setAutoDefault(False)
        elsewhere.setAccessibleName(self.tr("Choose where the study is kept"))
        elsewhere.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self.where, 1)
        place.addWidget(elsewhere)
        self.why_not = QLabel()
        self.why_not.setWordWrap(True)
        mark(self.why_not, bad="bad")
        self.first, self.second = QLineEdit(), QLineEdit()
        for field in (self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.hint = quiet("")
        self.open_ = QCheckBox(self.tr("Without encryption: whoever has the file can read it"))
        form = QFormLayout()
        form.setVerticalSpacing(SPACE + 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Kept in"), place)
        form.addRow(self.tr("What it is for"), self.purpose)
        form.addRow("", self.why_not)
        form.addRow(self.tr("Passphrase"), self.first)
        form.addRow(self.tr("Once more"), self.second)
        form.addRow("", self.hint)
        form.addRow("", self.open_)
        page = QWidget()
        page.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        return page

    def _key_page(self) -> QWidget:
        self.key = QLabel()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(font.pointSizeF() * 1.35)
        self.key.setFont(font)
        self.key.setWordWrap(True)
        self.key.setTextInteractionFlags(self.key.textInteractionFlags().TextSelectableByMouse)
        self.key.setAccessibleName(self.tr("Recovery key"))
        copy, printed = QPushButton(self.tr("Copy")), QPushButton(self.tr("Print…"))
        for button in (copy, printed):
            button.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.key.text()))
        printed.clicked.connect(self._print)
        self.kept = QCheckBox(self.tr("I have kept the recovery key where nobody else finds it"))
        self.kept.toggled.connect(self._kept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addWidget(printed)
        buttons.addStretch(1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 4)
        column.addWidget(titled(self.tr("The recovery key")))
        column.addWidget(
            quiet(
                self.tr(
                    "It opens the study when the passphrase is forgotten. It is shown only now and is kept nowhere: "
                    "without passphrase and recovery key nobody can ever open the study again."
                )
            )
        )
        column.addWidget(card(self.key))
        column.addLayout(buttons)
        column.addWidget(self.kept)
        column.addStretch(1)
        return page

    def _kept(self, on: bool) -> None:
        self.go.setEnabled(on)
        self.say("")

    def _print(self) -> None:
        from PySide6.QtGui import QTextDocument
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            document = QTextDocument()
            document.setPlainText(
                self.tr("Recovery key of a study of VidEmo Studio, made {name}\n\n{key}").format(
                    name=self._path().name, key=self.key.text()
                )
            )
            document.print_(printer)

    def _name_changed(self) -> None:
        if not self._place_chosen:
            self._folder = documents()
        self.where.setText(str(self._path()))
        self._refresh()

    def _choose(self) -> None:
        chosen = ask_new_study(self, proposed=self._path())
        if chosen is not None:
            self._place_chosen, self._folder = True, chosen.parent
            self._file = chosen.name if chosen.suffix == SUFFIX else chosen.name + SUFFIX
            self.where.setText(str(self._path()))

    def _path(self) -> Path:
        if self._place_chosen:
            return self._folder / self._file
        plain = " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", self.name.text()).split()).strip(" .")
        return self._folder / ((plain or self.tr("Study")) + SUFFIX)

    def _purpose(self) -> str:
        return str(self.purpose.currentData())

    def _refresh(self) -> None:
        from core.project.opening import check_purpose

        self.say("")
        encrypted = not self.open_.isChecked()
        self.first.setEnabled(encrypted)
        self.second.setEnabled(encrypted)
        self.hint.setText(self._hint() if encrypted else self.tr("The study's file says that it is not encrypted."))
        try:
            check_purpose(self._purpose())
            self.why_not.setText("")
        except ExpectedError as failure:
            self.why_not.setText(f"{in_words(failure.problem)} {in_words(failure.remedy)}")
        self.why_not.setVisible(bool(self.why_not.text()))
        self.go.setEnabled(not self.why_not.text())
        self.grow()

    def _problem_now(self) -> str:
        if not self.name.text().strip():
            return self.tr("A study needs a name.")
        if self.open_.isChecked():
            return ""
        if not self.first.text():
            return self.tr("Type a passphrase, or choose a study without encryption.")
        if self.first.text() != self.second.text():
            return self.tr("The two passphrases differ.")
        return ""

    def _hint(self) -> str:
        text = self.first.text()
        bits = strength_bits(text)
        if not text:
            words = self.tr("Four or five words that do not belong together are easy to keep and hard to guess.")
        elif bits < WEAK_BITS:
            words = self.tr("Weak: a computer guesses this. Add a word or two.")
        elif bits < FAIR_BITS:
            words = self.tr("Fair: another word makes it good.")
        else:
            words = self.tr("Good.")
        if self.second.text() and self.second.text() != text:
            return self.tr("{strength} The two differ.").format(strength=words)
        return words


def strength_bits(text: str) -> float:
    """A rough upper bound of how hard a passphrase is to guess, in bits; repeated signs and words count once.

    The lesser of two ways to guess it: sign by sign from the kinds of signs it uses, word by word from 4,000 words
    (every other run of signs counting as a word and a half).
    """
    kinds = (("abcdefghijklmnopqrstuvwxyz", 26), ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26), ("0123456789", 10))
    pool = sum(size for signs, size in kinds if any(sign in signs for sign in text))
    rest = [sign for sign in text if not any(sign in signs for signs, _ in kinds)]
    pool += 33 if any(ord(sign) < 128 for sign in rest) else 0
    pool += 500 if any(ord(sign) >= 128 for sign in rest) else 0
    by_sign = min(len(text), 2 * len(set(text))) * math.log2(pool) if pool else 0.0
    runs = {run.lower() for run in re.split(r"[\s\-_.,;]+", text) if run}
    plain = all(run.isalpha() and run.isascii() for run in runs)
    by_word = sum(12.0 if run.isalpha() else max(12.0, len(set(run)) * 5.0) for run in runs)
    return min(by_sign, by_word) if plain or len(runs) > 1 else by_sign
