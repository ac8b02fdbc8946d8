"""Explains words and measures in plain language. In: resources/help/glossary.toml. Out: text to search and read."""

import tomllib
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.dialogs.sheet import Sheet
from app.widgets.parts import Scroll, card, quiet, titled
from core.assets import resource


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and what it means, in English."""

    group: str
    term: str
    text: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every entry in its order."""
    plain = tomllib.loads(resource("help/glossary.toml").read_text(encoding="utf-8"))
    return tuple(Entry(**one) for one in plain["entry"])


def explained(term: str) -> str:
    """What a term means, in the user's language, for a tooltip. Raises `KeyError`."""
    found = {one.term: one.text for one in entries()}[term]
    return QCoreApplication.translate("Help", found)


class GlossaryDialog(Sheet):
    """A field to search, and the entries by group."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(self.tr("Glossary"), parent, width=640)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the glossary"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.page = Scroll(self.tr("Glossary"))
        self.add(self.search)
        self.add(self.page, 1)
        self.cancel(self.tr("Close"))
        self.resize(680, 620)
        self.search.setFocus()
        self._fill("")

    def shown(self) -> list[str]:
        """The terms that are shown."""
        labels = self.page.findChildren(QLabel, "term", Qt.FindChildOption.FindChildrenRecursively)
        return [label.text() for label in labels if label.isVisibleTo(self)]

    def _fill(self, sought: str) -> None:
        parts: list[QWidget] = []
        group, words = "", sought.casefold().split()
        for one in entries():
            term, text, heading = (QCoreApplication.translate("Help", it) for it in (one.term, one.text, one.group))
            if not all(word in f"{term} {text}".casefold() for word in words):
                continue
            if heading != group:
                group = heading
                parts.append(quiet(heading))
            name, meaning = titled(term), QLabel(text)
            name.setObjectName("term")
            meaning.setWordWrap(True)
            parts.append(card(name, meaning))
        self.page.fill(parts or [quiet(self.tr("Nothing here has these words."))])
