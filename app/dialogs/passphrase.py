"""Asks for what opens an encrypted study. In: its path. Out: a secret to try; a wrong one is said and asked again."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from app.dialogs.sheet import Sheet
from app.widgets.parts import titled


@dataclass(frozen=True, slots=True)
class Secret:
    """What somebody typed to open a study."""

    text: str
    read_only: bool
    remember: bool
    """Whether this computer's keychain is to open it from now on."""


class PassphraseDialog(Sheet):
    """Stays open until the study is, or until it is left."""

    def __init__(self, path: Path, attempt: Callable[[Secret], object], *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Open an encrypted study"),
            words=self.tr("It opens with its passphrase, or with the recovery key that was shown when it was made."),
            width=520,
        )
        self._attempt = attempt
        self.add(titled(path.stem))
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(self.tr("Passphrase or recovery key"))
        show = QCheckBox(self.tr("Show what I type"))
        show.toggled.connect(self._show)
        self.read_only = QCheckBox(self.tr("For reading only; others may write meanwhile"))
        self.remember = QCheckBox(self.tr("From now on, let this computer's keychain open it"))
        self.remember.setVisible(find_spec("keyring") is not None)
        self.read_only.toggled.connect(self.remember.setDisabled)
        form = QFormLayout()
        form.addRow(self.tr("Passphrase or recovery key"), self.secret)
        form.addRow("", show)
        self.add(form)
        self.add(self.read_only)
        self.add(self.remember)
        self.open_ = self.primary(self.tr("Open"))
        self.cancel()
        self.secret.textChanged.connect(self._typed)
        self.open_.setEnabled(False)
        self.secret.setFocus()

    def accept(self) -> None:
        """Tries the secret; the dialog closes once the study is open."""
        if self.waiting or not self.secret.text():
            return
        self.wait(self.tr("Opening… this takes about a second, to make guessing slow."))
        remember = self.remember.isChecked() and self.remember.isEnabled() and not self.remember.isHidden()
        self._attempt(Secret(self.secret.text(), self.read_only.isChecked(), remember))

    def again(self, problem: str, remedy: str) -> None:
        """The secret was wrong."""
        self.rest()
        self.say(problem, remedy)
        self.secret.selectAll()
        self.secret.setFocus()

    def done_(self) -> None:
        """The study is open."""
        self.rest()
        self.secret.clear()
        super().accept()

    def _typed(self, text: str) -> None:
        self.open_.setEnabled(bool(text) and not self.waiting)

    def _show(self, on: bool) -> None:
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
