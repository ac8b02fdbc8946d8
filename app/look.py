"""How the window looks: colours for light and dark, one style sheet, icons. In: a theme. Out: what Qt paints with.

The colours of displays are those of the report (`core.export.look`); here are those of surfaces, text and lines. Must
not know: any panel.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from core.assets import resource


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as #rrggbb, each with one use."""

    name: str
    desk: str
    """Behind the cards."""
    card: str
    raised: str
    """Fields and buttons on a card."""
    line: str
    text: str
    quiet: str
    """Second-rank text; contrast of at least 4.5 on `card`."""
    accent: str
    on_accent: str
    selected: str
    """Behind what is selected."""
    good: str
    bad: str
    warn: str


LIGHT = Theme(
    "light", desk="#f5f3ee", card="#ffffff", raised="#fbfaf7", line="#e0dcd3", text="#1c1b19", quiet="#6a655c",
    accent="#2f5d62", on_accent="#ffffff", selected="#dfeaea", good="#2e7043", bad="#ab2f2a", warn="#8a5a00",
)  # fmt: skip
DARK = Theme(
    "dark", desk="#161718", card="#1f2123", raised="#2a2d30", line="#3a3e42", text="#ece9e2", quiet="#a8a298",
    accent="#7fbcc0", on_accent="#10201f", selected="#2b4346", good="#7cc494", bad="#ef8a80", warn="#e0b25a",
)  # fmt: skip

SPACE = 8
"""Distance between neighbours, in device-independent pixels."""
RADIUS = 6


def system_theme() -> Theme:
    """Light or dark, as the system is set."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


_current: list[Theme] = [LIGHT]


def theme() -> Theme:
    """The theme that is in use."""
    return _current[0]


def wear(chosen: Theme) -> None:
    """Puts a theme on the whole application; where it is worn already nothing is drawn anew."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a theme needs an application")
    if chosen is _current[0] and application.styleSheet():
        return
    _current[0] = chosen
    application.setStyle("Fusion")
    application.setPalette(_palette(chosen))
    application.setStyleSheet(_sheet(chosen))
    icon.cache_clear()


def _palette(chosen: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, chosen.desk), (role.WindowText, chosen.text), (role.Base, chosen.card),
        (role.AlternateBase, chosen.raised), (role.Text, chosen.text), (role.Button, chosen.raised),
        (role.ButtonText, chosen.text), (role.Highlight, chosen.accent), (role.HighlightedText, chosen.on_accent),
        (role.ToolTipBase, chosen.card), (role.ToolTipText, chosen.text), (role.PlaceholderText, chosen.quiet),
        (role.Link, chosen.accent), (role.Mid, chosen.line), (role.Accent, chosen.accent),
    ):  # fmt: skip
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(chosen.quiet))
    return palette


def _sheet(t: Theme) -> str:
    arrow, up, tick = (resource(f"icons/{drawn}-{t.name}.svg").as_posix() for drawn in ("down", "up", "tick"))
    return f"""
    QMainWindow, QDialog, QStatusBar {{ background: {t.desk}; }}
    QFrame[card="true"] {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
    QLabel {{ background: transparent; }}
    QLabel[quiet="true"] {{ color: {t.quiet}; }}
    QLabel[title="true"] {{ font-weight: 600; }}
    QLabel[good="true"] {{ color: {t.good}; }}
    QLabel[bad="true"] {{ color: {t.bad}; }}
    QLabel[warn="true"] {{ color: {t.warn}; }}
    QPushButton, QToolButton {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
        padding: 5px 12px; color: {t.text}; }}
    QToolButton {{ padding: 4px 6px; }}
    QPushButton[compact="true"] {{ padding: 5px 7px; }}
    QPushButton[compact="true"]:focus {{ padding: 4px 6px; }}
    QToolButton[flat="true"], QPushButton[flat="true"] {{ border-color: transparent; background: transparent; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {t.accent}; }}
    QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{
        background: {t.selected}; border-color: {t.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 4px 11px; }}
    QToolButton:focus {{ padding: 3px 5px; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.quiet}; }}
    QPushButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
        font-weight: 600; }}
    QPushButton[primary="true"] QLabel {{ color: {t.on_accent}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {t.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {t.line}; border-color: {t.line}; color: {t.quiet}; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {{
        background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px; padding: 4px 6px;
        color: {t.text}; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    QCheckBox::indicator, QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {t.quiet};
        border-radius: 3px; background: {t.raised}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
        image: url("{tick}"); }}
    QCheckBox::indicator:disabled, QListView::indicator:disabled {{ border-color: {t.line}; background: {t.desk}; }}
    QCheckBox::indicator:checked:disabled {{ background: {t.quiet}; }}
    QCheckBox:focus {{ color: {t.accent}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {t.accent}; width: 12px; height: 12px; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 12px; height: 12px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent; width: 20px; }}
    QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
    QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{arrow}"); width: 10px; height: 10px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
    QDateEdit:focus {{ border-color: {t.accent}; }}
    QTreeView, QListView, QTableView {{ background: {t.card}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
        alternate-background-color: {t.raised}; }}
    QTreeView::item, QListView::item {{ padding: 3px; }}
    QTableView::item {{ padding: 0 6px; }}
    QTableView:focus, QListView:focus, QTreeView:focus {{ border-color: {t.accent}; }}
    QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {{
        background: {t.selected}; color: {t.text}; }}
    QHeaderView::section {{ background: {t.raised}; color: {t.quiet}; border: none;
        border-bottom: 1px solid {t.line}; padding: 4px 6px; }}
    QDockWidget {{ font-weight: 600; }}
    QDockWidget::title {{ background: {t.desk}; padding: 5px 8px; }}
    QMainWindow::separator {{ background: {t.desk}; width: 6px; height: 6px; }}
    QSplitter::handle {{ background: {t.desk}; }}
    QMenuBar {{ background: {t.desk}; }}
    QMenuBar::item:selected, QMenu::item:selected {{ background: {t.selected}; color: {t.text}; }}
    QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; padding: 4px; }}
    QProgressBar {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: 4px; text-align: center;
        color: {t.text}; min-height: 14px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QScrollArea {{ border: none; background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 5px; min-height: 24px; min-width: 24px; }}
    QScrollBar::handle:hover {{ background: {t.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QTabBar::tab {{ background: transparent; padding: 6px 12px; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ border-bottom-color: {t.accent}; }}
    QTabWidget::pane {{ border: none; }}
    """


@lru_cache(maxsize=128)
def icon(name: str, colour: str = "") -> QIcon:
    """A drawn icon of `resources/icons` in the text's colour, or in `colour`, sharp on scaled displays."""
    from PySide6.QtSvg import QSvgRenderer

    drawn = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour or theme().text)
    renderer = QSvgRenderer(QByteArray(drawn.encode()))
    made = QIcon()
    for side in (16, 20, 24, 32, 48, 64):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        made.addPixmap(picture)
    return made
