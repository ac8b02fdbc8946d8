"""The affective tree as cards joined by lines, from the emotion down to what was measured. In: a tree. Out: a choice.

Arrows walk it, Enter jumps. Colour, word and icon say whether measurements speak for a clue; a contradicted clue is
struck out. Must not know: the session, where its words come from.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from app import words
from app.look import RADIUS, icon, theme
from core.records.tree import Support

NODE = Qt.ItemDataRole.UserRole
SHEET = """
QTreeView { border: none; background: transparent; selection-background-color: transparent; }
QTreeView::item, QTreeView::item:selected { background: transparent; }
"""
"""The cards draw what is selected themselves."""
INDENT = 26
WALKING = frozenset(
    {
        Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter,
    }
)  # fmt: skip
"""Keys that walk a tree while it has the keyboard, whatever they do in the rest of the window."""
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One clue as it is shown."""

    clue: str
    """The clue's id."""
    title: str
    detail: str
    level: str
    """Its level in the user's language."""
    support: Support
    told: str
    """Everything about it in one text, for a screen reader and the tooltip."""
    reasons: tuple["Card", ...]


def walks(event: QEvent) -> bool:
    """Whether the event asks if a key that walks the tree belongs to it or to the window's verbs."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() in WALKING
        and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    )


def colour_of(support: Support) -> str:
    """The colour that stands for a support."""
    return {"supported": theme().good, "contradicted": theme().bad, "not_measurable": theme().quiet}[support]


def icon_of(support: Support) -> QIcon:
    """The icon that stands for a support, in its colour."""
    return icon(support.replace("_", "-"), colour_of(support))


class ReasonsTree(QTreeView):
    """A tree of `Card`s."""

    chosen = Signal(str)
    """A clue became the current one, by mouse or by keys."""
    jumped = Signal(str)
    """The clue was clicked, or Enter was pressed on it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_CardPainter(self))
        self.setHeaderHidden(True)
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(SHEET)
        self.setAccessibleName(self.tr("Reasons, from the emotion down to what was measured"))
        self.clicked.connect(self._clicked)
        self._quiet = False

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """Shows another tree, all open."""
        self._quiet = True
        self._rows.clear()
        for card in cards:
            self._rows.appendRow(_item(card))
        self.expandAll()
        self._quiet = False

    def choose(self, clue: str | None) -> None:
        """Marks a clue, without saying so."""
        index = self._index_of(clue) if clue is not None else QModelIndex()
        current = self.currentIndex()
        if current.isValid() and index.isValid() and _card(current).clue == clue:
            return
        self._quiet = True
        self.setCurrentIndex(index)
        self._quiet = False

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that walk the tree from the rest of the window."""
        if walks(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter jumps."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.jumped.emit(_card(index).clue)
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Says which clue is the current one."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._quiet:
            self.chosen.emit(_card(current).clue)

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Lines from a card to its reasons, and an arrow where there are some."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme().line), 1.5))
        middle, x = rect.center().y() + 0.5, rect.right() - INDENT * 1.5 + 1
        parent, first = index.parent(), True
        here: AnyIndex = index
        while parent.isValid():
            follows = here.sibling(here.row() + 1, 0).isValid()
            if first:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1 if follows else middle))
                painter.drawLine(QPointF(x, middle), QPointF(rect.right() - INDENT + 6, middle))
            elif follows:
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1))
            here, parent, first, x = parent, parent.parent(), False, x - INDENT
        if self._rows.hasChildren(index):
            self._draw_arrow(painter, QPointF(rect.right() - INDENT / 2 + 1, middle), index)
        elif index.parent().isValid():
            painter.drawLine(QPointF(rect.right() - INDENT + 6, middle), QPointF(rect.right() + 2, middle))
        painter.restore()

    def _clicked(self, index: QModelIndex) -> None:
        self.jumped.emit(_card(index).clue)

    def _draw_arrow(self, painter: QPainter, centre: QPointF, index: AnyIndex) -> None:
        opened = self.isExpanded(index)
        if opened:
            painter.drawLine(
                QPointF(centre.x(), centre.y() + 6), QPointF(centre.x(), self.visualRect(index).bottom() + 1)
            )
        painter.setPen(
            QPen(QColor(theme().quiet), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        arrow = ((-4, -2), (0, 2.5), (4, -2)) if opened else ((-2, -4), (2.5, 0), (-2, 4))
        painter.drawPolyline([centre + QPointF(*point) for point in arrow])

    def _index_of(self, clue: str) -> QModelIndex:
        waiting = [self._rows.index(row, 0) for row in range(self._rows.rowCount())]
        while waiting:
            index = waiting.pop(0)
            if _card(index).clue == clue:
                return index
            waiting += [self._rows.index(row, 0, index) for row in range(self._rows.rowCount(index))]
        return QModelIndex()


def _item(card: Card) -> QStandardItem:
    item = QStandardItem(card.title)
    item.setData(card, NODE)
    item.setData(card.told, Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(card.told)
    for reason in card.reasons:
        item.appendRow(_item(reason))
    return item


def _card(index: AnyIndex) -> Card:
    card = index.data(NODE)
    assert isinstance(card, Card)
    return card


class _CardPainter(QStyledItemDelegate):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Two lines and air."""
        del option, index
        lines = (
            QFontMetrics(self._view.font()).lineSpacing() + QFontMetrics(small_font(self._view.font())).lineSpacing()
        )
        return QSize(160, lines + 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """One card."""
        card, look = _card(index), theme()
        colour = QColor(colour_of(card.support))
        box = QRectF(QRect(option.rect)).adjusted(1.5, 3.5, -3.5, -3.5)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownArgumentType]
        state = option.state  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.accent if selected or hovered else look.line), 2 if focused else 1))
        painter.setBrush(QColor(look.selected if selected else look.raised))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        bar = QPen(colour, 3, Qt.PenStyle.DotLine if card.support == "not_measurable" else Qt.PenStyle.SolidLine)
        bar.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(bar)
        painter.drawLine(box.topLeft() + QPointF(2.5, 4), box.bottomLeft() + QPointF(2.5, -4))
        self._write(painter, box.adjusted(12, 7, -9, -6), card, colour)
        painter.restore()

    def _write(self, painter: QPainter, inner: QRectF, card: Card, colour: QColor) -> None:
        look, plain = theme(), QFont(self._view.font())
        small = small_font(plain)
        bold, struck = QFont(plain), QFont(plain)
        bold.setWeight(QFont.Weight.DemiBold)
        struck.setStrikeOut(True)
        upper, lower = QFontMetrics(bold).height(), QFontMetrics(small).height()
        support = words.support(card.support)
        side = QFontMetrics(bold).height() - 2
        told = QFontMetrics(bold).horizontalAdvance(support) + side + 6
        level = QFontMetrics(small).horizontalAdvance(card.level) + 6
        first = QRectF(inner.left(), inner.top(), inner.width() - told - 6, upper)
        second = QRectF(inner.left(), inner.bottom() - lower, inner.width() - level - 4, lower)
        right = QRectF(inner.right() - told, inner.top(), told, upper)
        against = card.support == "contradicted"
        painter.setFont(struck if against else bold)
        painter.setPen(QColor(look.bad if against else look.text))
        _elided(painter, first, card.title)
        painter.setFont(bold)
        painter.setPen(colour)
        icon_of(card.support).paint(painter, QRect(int(right.left()), int(right.top() + 1), side, side))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, support)
        painter.setFont(small)
        painter.setPen(QColor(look.quiet))
        _elided(painter, second, card.detail)
        corner = QRectF(inner.right() - level, inner.bottom() - lower, level, lower)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, card.level)


def _elided(painter: QPainter, box: QRectF, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def small_font(font: QFont) -> QFont:
    """The font of second lines."""
    small = QFont(font)
    small.setPointSizeF(max(6.5, font.pointSizeF() * 0.87))
    return small
