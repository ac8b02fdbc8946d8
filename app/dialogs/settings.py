"""What can be chosen on this computer, drawn from one table. In: preferences. Out: the same, changed at once.

A new setting is a row of `SETTINGS`. What belongs to a study (its passphrase, its raters) is not here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFormLayout, QLineEdit, QWidget

from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.preferences import THEMES, Preferences
from app.translation import QT_TRANSLATE_NOOP
from app.widgets.parts import quiet
from app.workbench import Workbench

Value = str | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be chosen."""

    id: str
    words: str
    help: str
    read: Callable[[Preferences], Value]
    write: Callable[[Preferences, Value], None]
    choices: Callable[[], tuple[tuple[str, str], ...]] | None = None
    """Value and words of each choice; None for a switch (bool) or a text (str)."""
    dresses: bool = False
    """Whether the window looks or speaks otherwise at once."""


def _themes() -> tuple[tuple[str, str], ...]:
    words = {
        "system": QCoreApplication.translate("Settings", "As the computer is set"),
        "light": QCoreApplication.translate("Settings", "Light"),
        "dark": QCoreApplication.translate("Settings", "Dark"),
    }
    return tuple((one, words[one]) for one in THEMES)


def _languages() -> tuple[tuple[str, str], ...]:
    from app.application import LANGUAGES

    return (("", QCoreApplication.translate("Settings", "As the computer is set")), *LANGUAGES.items())


def _set_theme(preferences: Preferences, value: Value) -> None:
    preferences.theme = next(one for one in THEMES if one == value)


def _set_language(preferences: Preferences, value: Value) -> None:
    preferences.language = str(value)


def _set_rater(preferences: Preferences, value: Value) -> None:
    preferences.rater = str(value).strip()


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "theme",
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "The colours of displays are told apart by colour-blind eyes in both."),
        lambda preferences: preferences.theme,
        _set_theme,
        _themes,
        dresses=True,
    ),
    Setting(
        "language",
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "New dialogs speak it at once, the rest after a restart, in which nothing is lost.",
        ),
        lambda preferences: preferences.language,
        _set_language,
        _languages,
        dresses=True,
    ),
    Setting(
        "rater",
        QT_TRANSLATE_NOOP("Settings", "Your name as a rater"),
        QT_TRANSLATE_NOOP("Settings", "Reviews and the history carry it. Empty: the name of your user account."),
        lambda preferences: preferences.rater,
        _set_rater,
    ),
    Setting(
        "backups",
        QT_TRANSLATE_NOOP("Settings", "Back up by itself while I work"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Every four hours in which a study was changed, a verified copy is laid beside it, encrypted as it is.",
        ),
        lambda preferences: preferences.flag("backups", default=True),
        lambda preferences, value: preferences.keep_flag("backups", on=bool(value)),
    ),
    Setting(
        "tour",
        QT_TRANSLATE_NOOP("Settings", "Show the tour when the example opens"),
        QT_TRANSLATE_NOOP("Settings", "It is shown once by itself, and whenever you choose it in the menu “Help”."),
        lambda preferences: not preferences.flag("tour_seen", default=False),
        lambda preferences, value: preferences.keep_flag("tour_seen", on=not value),
    ),
)


class SettingsDialog(Sheet):
    """One row for each setting; what is changed holds at once."""

    def __init__(self, bench: Workbench, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("Settings"),
            words=self.tr("They hold at once, on this computer and for your user account."),
            width=560,
        )
        self._bench = bench
        self.fields: dict[str, QWidget] = {}
        form = QFormLayout()
        form.setVerticalSpacing(SPACE - 4)
        form.setHorizontalSpacing(2 * SPACE)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for setting in SETTINGS:
            words = QCoreApplication.translate("Settings", setting.words)
            field = self._field(setting, words)
            field.setAccessibleName(words)
            self.fields[setting.id] = field
            form.addRow("" if isinstance(field, QCheckBox) else words, field)
            help_ = quiet(QCoreApplication.translate("Settings", setting.help))
            help_.setContentsMargins(0, 0, 0, SPACE)
            form.addRow("", help_)
        self.add(form)
        self.body.addStretch(1)
        if find_spec("keyring") is not None:
            self.add(
                quiet(
                    self.tr(
                        "A study can be opened by this computer's keychain: choose that when you type its passphrase."
                    )
                )
            )
        self.restart = self.other(self.tr("Restart now"), self._restart)
        self.restart.setToolTip(
            self.tr("Everything is saved. The study is opened again where you are; if encrypted, with its passphrase.")
        )
        self.restart.hide()
        self._spoken = bench.preferences.language
        self.cancel(self.tr("Close")).setDefault(True)

    def _field(self, setting: Setting, words: str) -> QWidget:
        value = setting.read(self._bench.preferences)
        if isinstance(value, bool):
            box = QCheckBox(words)
            box.setChecked(value)
            box.toggled.connect(lambda: self._set(setting, box.isChecked()))
            return box
        if setting.choices is not None:
            combo = QComboBox()
            for key, text in setting.choices():
                combo.addItem(text, key)
            combo.setCurrentIndex(max(0, combo.findData(value)))
            combo.currentIndexChanged.connect(lambda: self._set(setting, str(combo.currentData())))
            return combo
        line = QLineEdit(value)
        line.setPlaceholderText(self._bench.rater)
        line.editingFinished.connect(lambda: self._set(setting, line.text()))
        return line

    def _set(self, setting: Setting, value: Value) -> None:
        preferences = self._bench.preferences
        if setting.read(preferences) == value:
            return
        setting.write(preferences, value)
        application = QApplication.instance()
        if setting.dresses and isinstance(application, QApplication):
            from app.application import dress

            dress(application, preferences)
        if setting.id == "language":
            self.restart.setVisible(value != self._spoken)
        if setting.id == "rater" and self._bench.study is not None:
            self._bench.reload()

    def _restart(self) -> None:
        from app.restart import restart
        from app.window import MainWindow

        window = self.parent()
        self.close()
        if isinstance(window, MainWindow):
            restart(window)
