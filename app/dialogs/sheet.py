"""What every dialog is made of: a sentence on top, its parts, a line for problems, buttons. In: words. Out: a dialog.

Escape closes it; where something was typed, the first Escape says so and only the second closes. Problems are shown
inside, beside what caused them. While it waits for an answer its buttons rest and it says what it waits for.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.look import SPACE
from app.sentences import in_words
from app.widgets.parts import mark, quiet
from core.errors import ExpectedError


class Sheet(QDialog):
    """A dialog that opens above the window and never blocks it."""

    def __init__(self, title: str, parent: QWidget | None, *, words: str = "", width: int = 520) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(width)
        self._asked_to_leave = False
        self._waiting = False
        self._before: list[tuple[QPushButton, bool]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(SPACE + 4)
        if words:
            column.addWidget(quiet(words))
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE)
        column.addLayout(self.body, 1)
        self._problem = Problem()
        column.addWidget(self._problem)
        self.buttons = QDialogButtonBox()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Puts a part below the others."""
        if isinstance(part, QLayout):
            self.body.addLayout(part, stretch)
        else:
            self.body.addWidget(part, stretch)

    def primary(self, words: str) -> QPushButton:
        """The button of what the dialog is for; Return presses it."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setProperty("primary", True)
        button.style().unpolish(button)
        button.style().polish(button)
        button.setDefault(True)
        return button

    def cancel(self, words: str = "") -> QPushButton:
        """The button that leaves everything as it was."""
        words = words or self.tr("Cancel")
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.RejectRole)
        button.setAutoDefault(False)
        return button

    def other(self, words: str, do: Callable[[], object]) -> QPushButton:
        """A further button, at the left."""
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def typed(self) -> bool:
        """Whether closing would lose something that was typed."""
        return False

    def say(self, problem: str, remedy: str = "") -> None:
        """Shows a problem inside the dialog; empty takes it away."""
        self._problem.say(problem, remedy)
        self.grow()

    @property
    def said(self) -> str:
        """The problem that is shown; empty where there is none."""
        return self._problem.said

    def fail(self, failure: ExpectedError) -> None:
        """Shows a failure and lets the user try again."""
        self.rest()
        self.say(in_words(failure.problem), in_words(failure.remedy))

    def wait(self, words: str) -> None:
        """Says what is being waited for; the buttons but that of leaving rest until `rest`."""
        if not self._waiting:
            self._waiting = True
            role = QDialogButtonBox.ButtonRole.RejectRole
            found = [one for one in self.buttons.buttons() if self.buttons.buttonRole(one) != role]
            self._before = [(one, one.isEnabled()) for one in found if isinstance(one, QPushButton)]
            for button, _ in self._before:
                button.setEnabled(False)
        self._problem.wait(words)
        self.grow()

    def grow(self) -> None:
        """Becomes as high as its words need at this width; never smaller, so that nothing jumps."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            needed = layout.totalHeightForWidth(self.width())
            if needed > self.height():
                self.resize(self.width(), needed)

    def showEvent(self, event: QShowEvent) -> None:
        """Is high enough from the start."""
        super().showEvent(event)
        self.grow()

    def rest(self) -> None:
        """Nothing is waited for any more."""
        self._waiting = False
        for button, enabled in self._before:
            button.setEnabled(enabled)
        self._before = []
        self._problem.say("")

    @property
    def waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._waiting

    def later(self, call: Callable[[], object]) -> Callable[..., None]:
        """`call` for an answer that may come when the dialog is closed already; then it does nothing."""

        def answered(*_: object) -> None:
            if isValid(self):
                call()

        return answered

    def failing(self, otherwise: Callable[[ExpectedError], object]) -> Callable[[ExpectedError], None]:
        """Shows a failure inside, or by `otherwise` where the dialog was closed meanwhile."""

        def failed(failure: ExpectedError) -> None:
            if isValid(self) and self.isVisible():
                self.fail(failure)
            else:
                otherwise(failure)

        return failed

    def reject(self) -> None:
        """Closes, at the second try where something typed would be lost."""
        if self.typed() and not self._asked_to_leave:
            self._asked_to_leave = True
            self.say(self.tr("What you typed is not saved."), self.tr("Press Escape or Cancel once more to drop it."))
            return
        super().reject()

    def accept(self) -> None:
        """Closes as done."""
        if not self._waiting:
            super().accept()


class Problem(QLabel):
    """A line that says what is wrong, or what is being waited for; takes no room otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = ""
        """What is wrong; empty where nothing is."""
        self.hide()

    def say(self, problem: str, remedy: str = "") -> None:
        """Says what is wrong and what to do."""
        self.said = f"{problem} {remedy}".strip()
        self._show(self.said, bad=True)

    def wait(self, words: str) -> None:
        """Says what is being waited for."""
        self.said = ""
        self._show(words, bad=False)

    def _show(self, words: str, *, bad: bool) -> None:
        self.setText(words)
        self.setAccessibleName(words)
        mark(self, bad="bad" if bad else "quiet")
        self.setVisible(bool(words))
