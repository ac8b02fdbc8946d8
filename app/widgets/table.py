"""A plain table to read and choose from. In: headings and rows of text. Out: the row that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from app.look import theme


class _Rows(QStyledItemDelegate):
    """Draws no frame around one cell: the whole row is what is chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """As usual, without the mark of the current cell."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined]


class Table(QTableWidget):
    """Rows are chosen whole; the last column, or `wide`, takes the room that is left."""

    def __init__(self, name: str, headings: Sequence[str], *, wide: int = -1) -> None:
        super().__init__(0, len(headings))
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(wide % len(headings), QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setResizeContentsPrecision(50)
        self.setItemDelegate(_Rows(self))

    def fill(self, rows: Sequence[Sequence[str]], *, faint: frozenset[int] = frozenset()) -> None:
        """Shows these rows; those in `faint` in second-rank text. The chosen row stays chosen where it can."""
        chosen = self.currentRow()
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text if len(text) > 40 else "")
                if place in faint:
                    item.setForeground(QColor(theme().quiet))
                self.setItem(place, column, item)
        if rows:
            self.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
