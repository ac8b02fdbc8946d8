"""What the window remembers between two starts. In: the settings folder. Out: typed values with defaults.

Kept on this computer as one INI file beside the models. It names the studies that were opened last (their paths), and
nothing of what is in them.
"""

from pathlib import Path
from typing import Literal, cast

from PySide6.QtCore import QByteArray, QSettings

from core.settings import home

ThemeChoice = Literal["system", "light", "dark"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
MOST_RECENT = 8


class Preferences:
    """One INI file. Every change is written at once."""

    def __init__(self, path: Path | None = None) -> None:
        self._file = QSettings(str(path or home() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """Which colours; `system` follows the computer's own setting."""
        return cast("ThemeChoice", self._text("theme", "system"))

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._file.setValue("theme", value)

    @property
    def language(self) -> str:
        """`en`, `zh_CN`, or empty for the computer's own."""
        return self._text("language", "")

    @language.setter
    def language(self, value: str) -> None:
        self._file.setValue("language", value)

    @property
    def rater(self) -> str:
        """The name reviews are given under; empty for the user account's."""
        return self._text("rater", "")

    @rater.setter
    def rater(self, value: str) -> None:
        self._file.setValue("rater", value)

    @property
    def recent(self) -> tuple[Path, ...]:
        """Studies that were opened last, newest first."""
        return tuple(Path(name) for name in self._texts("recent"))

    def remember(self, study: Path) -> None:
        """Puts a study first among the recent ones."""
        names = [study, *(one for one in self.recent if one != study)]
        self._file.setValue("recent", [str(one) for one in names[:MOST_RECENT]])

    def forget(self, study: Path) -> None:
        """Takes a study out of the recent ones."""
        self._file.setValue("recent", [str(one) for one in self.recent if one != study])

    @property
    def curves(self) -> tuple[tuple[str, str], ...]:
        """Curves on the timeline of whatever session: a person as they are numbered (`P1`), and an action unit."""
        parts = (text.partition(":") for text in self._texts("curves"))
        return tuple((person, code) for person, _, code in parts if code)

    @curves.setter
    def curves(self, value: tuple[tuple[str, str], ...]) -> None:
        self._file.setValue("curves", [f"{person}:{code}" for person, code in value])

    def layout(self, name: str) -> QByteArray | None:
        """A remembered layout of windows or docks."""
        found = self._file.value(f"layout/{name}")
        return found if isinstance(found, QByteArray) else None

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remembers a layout."""
        self._file.setValue(f"layout/{name}", state)

    def number(self, name: str, default: float) -> float:
        """A remembered number, as the volume."""
        try:
            return float(str(self._file.value(f"number/{name}", default)))
        except ValueError:
            return default

    def keep_number(self, name: str, value: float) -> None:
        """Remembers a number."""
        self._file.setValue(f"number/{name}", value)

    def flag(self, name: str, *, default: bool) -> bool:
        """A remembered switch, as whether the tour was seen."""
        return self._text(f"flag/{name}", "yes" if default else "no") == "yes"

    def keep_flag(self, name: str, *, on: bool) -> None:
        """Remembers a switch."""
        self._file.setValue(f"flag/{name}", "yes" if on else "no")

    def _texts(self, name: str) -> list[str]:
        found = self._file.value(name, [])
        return [found] if isinstance(found, str) else cast("list[str]", found or [])

    def _text(self, name: str, default: str) -> str:
        return str(self._file.value(name, default))
