"""The affective tree as a small graph: attributes left, expressions, the emotion right, rationale edges between them.

In: cards and edges. Out: a choice. Arrows walk it, Enter jumps; hovering an edge says why it is there. Must not know:
the session, where its words come from.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.look import RADIUS, theme
from app.widgets.reasons_tree import Card, colour_of, icon_of, small_font, walks
from core.records.tree import Level

COLUMNS: tuple[Level, ...] = ("attribute", "expression", "emotion")
NODE_HEIGHT = 46
GAP = 8
BETWEEN = 26
"""Width left to the edges between two columns."""
HEAD = 24


@dataclass(frozen=True, slots=True)
class Edge:
    """`source` is given as a reason for `target`."""

    source: str
    target: str
    why: str


class ReasonsGraph(QWidget):
    """A graph of `Card`s, by level."""

    chosen = Signal(str)
    """A clue became the current one."""
    jumped = Signal(str)
    """The clue was clicked, or Enter was pressed on it."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[tuple[Card, ...], ...] = ((), (), ())
        self._edges: tuple[Edge, ...] = ()
        self._heads = ("", "", "")
        self._current: str | None = None
        self._places: dict[str, QRectF] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(self.tr("Graph of reasons"))

    def show_graph(
        self, columns: tuple[tuple[Card, ...], ...], edges: tuple[Edge, ...], *, heads: tuple[str, str, str]
    ) -> None:
        """Shows other cards: attributes, expressions, emotions."""
        self._columns, self._edges, self._heads = columns, edges, heads
        self.updateGeometry()
        self._arrange()
        self.update()

    def choose(self, clue: str | None) -> None:
        """Marks a clue, without saying so."""
        self._current = clue
        card = self._card(clue)
        self.setAccessibleDescription(card.told if card is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for the longest column."""
        most = max(len(column) for column in self._columns)
        return QSize(420, HEAD + max(1, most) * (NODE_HEIGHT + GAP) + GAP)

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be: it stands in a scrolled area."""
        return QSize(390, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Keeps the keys that walk the graph; says why an edge is there."""
        if walks(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbour, Enter jumps."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            self.jumped.emit(self._current)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(Qt.Key(key))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a node jumps to it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        for clue, place in self._places.items():
            if place.contains(event.position()):
                self.choose(clue)
                self.chosen.emit(clue)
                self.jumped.emit(clue)

    def resizeEvent(self, event: QEvent) -> None:
        """Places the nodes anew."""
        del event
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, edges, nodes."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(small_font(self.font()))
        painter.setPen(QColor(theme().quiet))
        for place, head in enumerate(self._heads):
            left, width = self._column(place)
            painter.drawText(QRectF(left, 0, width, HEAD - 4), Qt.AlignmentFlag.AlignVCenter, head)
        for edge in self._edges:
            self._draw_edge(painter, edge)
        for column in self._columns:
            for card in column:
                self._draw_node(painter, card)
        painter.end()

    def _draw_edge(self, painter: QPainter, edge: Edge) -> None:
        source = self._card(edge.source)
        path = self._path(edge)
        if source is None or path is None:
            return
        lit = self._current in (edge.source, edge.target)
        against = source.support == "contradicted"
        colour = theme().bad if against else theme().accent if lit else theme().quiet
        pen = QPen(QColor(colour), 2.2 if lit else 1.2)
        if source.support != "supported":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _draw_node(self, painter: QPainter, card: Card) -> None:
        look, place = theme(), self._places[card.clue]
        selected = card.clue == self._current
        painter.setPen(QPen(QColor(look.accent if selected else look.line), 2 if selected and self.hasFocus() else 1))
        painter.setBrush(QColor(look.selected if selected else look.raised))
        painter.drawRoundedRect(place, RADIUS, RADIUS)
        side = 16
        mark = QRectF(place.left() + 8, place.center().y() - side / 2, side, side)
        icon_of(card.support).paint(painter, mark.toRect())
        font = small_font(self.font())
        against = card.support == "contradicted"
        font.setStrikeOut(against)
        painter.setFont(font)
        painter.setPen(QColor(colour_of(card.support) if against else look.text))
        room = place.adjusted(8 + side + 6, 0, -6, 0)
        wrapped = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.setClipRect(room)
        painter.drawText(room, wrapped, card.title)
        painter.setClipping(False)

    def _arrange(self) -> None:
        self._places = {}
        for place, column in enumerate(self._columns):
            left, width = self._column(place)
            height = len(column) * (NODE_HEIGHT + GAP) - GAP
            most = max(len(one) for one in self._columns) * (NODE_HEIGHT + GAP) - GAP
            top = HEAD + max(0.0, (most - height) / 2) + 2
            for row, card in enumerate(column):
                self._places[card.clue] = QRectF(left, top + row * (NODE_HEIGHT + GAP), width, NODE_HEIGHT)

    def _column(self, place: int) -> tuple[float, float]:
        width = (self.width() - 2 * BETWEEN - 4) / 3
        return 2 + place * (width + BETWEEN), width

    def _path(self, edge: Edge) -> QPainterPath | None:
        source, target = self._places.get(edge.source), self._places.get(edge.target)
        if source is None or target is None:
            return None
        start, end = QPointF(source.right(), source.center().y()), QPointF(target.left(), target.center().y())
        path = QPainterPath(start)
        bend = (end.x() - start.x()) / 2
        path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
        return path

    def _told_at(self, point: QPointF) -> str:
        for clue, place in self._places.items():
            card = self._card(clue)
            if place.contains(point) and card is not None:
                return card.told
        near = QRectF(point.x() - 4, point.y() - 4, 8, 8)
        for edge in self._edges:
            path = self._path(edge)
            if path is not None and any(near.contains(path.pointAtPercent(step / 40)) for step in range(41)):
                return edge.why
        return ""

    def _walk(self, key: Qt.Key) -> None:
        here = self._places.get(self._current or "")
        if here is None:
            column = next((column for column in reversed(self._columns) if column), ())
            to = column[0].clue if column else None
        else:
            to = self._neighbour(here, key)
        if to is not None:
            self.choose(to)
            self.chosen.emit(to)

    def _neighbour(self, here: QRectF, key: Qt.Key) -> str | None:
        def wanted(place: QRectF) -> bool:
            if key == Qt.Key.Key_Left:
                return place.right() < here.left()
            if key == Qt.Key.Key_Right:
                return place.left() > here.right()
            beside = abs(place.left() - here.left()) < 1
            return beside and (place.top() < here.top() if key == Qt.Key.Key_Up else place.top() > here.top())

        def far(place: QRectF) -> float:
            return 10 * abs(place.center().x() - here.center().x()) + abs(place.center().y() - here.center().y())

        found = [(far(place), clue) for clue, place in self._places.items() if wanted(place)]
        return min(found)[1] if found else None

    def _card(self, clue: str | None) -> Card | None:
        return next((card for column in self._columns for card in column if card.clue == clue), None)
