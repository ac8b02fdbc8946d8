"""The lanes and everything done to them with pointer and wheel. In: lanes, the view. Out: signals with rows and times.

All lanes are painted once for a view into one picture; playhead, selection and marked span are laid over it, so that
playing repaints no lane. Must not know: the study, the other widgets of the panel.
"""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.look import theme
from app.session import Span
from app.timeline.axis import GUTTER
from app.timeline.bounds import Edit, Side
from app.timeline.lane import Lane, line
from app.timeline.overlay import Overlay
from app.timeline.picture import BELOW, LanePicture
from app.timeline.segments import SegmentLane
from app.timeline.view import STEP, Cut, TimeView
from core.records.study import SegmentRow

CATCH = 6
"""Pixels in which a border is taken, and in which it jumps to the playhead."""
SLACK = 4
"""Pixels the pointer may wander before a click becomes a drag."""

Gesture = Literal["", "press", "pan", "mark", "bound"]


class Canvas(QWidget):
    """Everything below the axis."""

    chosen = Signal(object, float)
    """A `SegmentRow`, or None beside all segments, and the moment that was clicked."""
    repeated = Signal(object)
    """A `Span` to play again and again."""
    marked = Signal(object)
    """A marked `Span`, or None."""
    edited = Signal(object)
    """An `Edit` that was released."""
    menu_wanted = Signal(object, object, float)
    """Where on the screen, the `SegmentRow` there or None, and the moment."""
    panned = Signal()
    """The view was moved by hand."""
    pointed = Signal(object)
    """A `SegmentRow` that is explained."""

    def __init__(self, view: TimeView, edit_of: Callable[[SegmentRow, Side], Edit | None]) -> None:
        super().__init__()
        self._view, self._edit_of = view, edit_of
        self.lanes = LanePicture()
        self._gesture: Gesture = ""
        self._from = QPointF()
        self._from_s = 0.0
        self._view_from_s = 0.0
        self._edit: Edit | None = None
        self._tip_at: QHelpEvent | None = None
        self.over = Overlay()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        view.changed.connect(lambda: self.draw_again())

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Other lanes."""
        self.lanes.show(lanes)
        self.setFixedHeight(self.lanes.height)
        self.update()

    def draw_again(self, *, names: bool = False) -> None:
        """Paints every lane anew, where said their names too."""
        self.lanes.forget(names=names)
        self.update()

    def top_of(self, lane: Lane) -> int:
        """The first pixel of a lane. Raises `ValueError` for one that is not shown."""
        return self.lanes.tops[self.lanes.lanes.index(lane)]

    def move_playhead(self, time_s: float) -> None:
        """The frame that is shown begins at this moment."""
        if time_s != self.over.playhead_s:
            for at_s in (self.over.playhead_s, time_s):
                x = GUTTER + round(self._cut().x(at_s))
                self.over.playhead_s = time_s
                self.update(QRect(x - 3, 0, 7, self.height()))

    def show_tip_again(self) -> None:
        """More is known about what is being explained."""
        if self._tip_at is not None and QToolTip.isVisible():
            self._tip(self._tip_at)

    # what is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of the lanes and what lies over it."""
        painter, rect = QPainter(self), event.rect()
        cut = self._cut()
        self.lanes.paint(painter, rect, size=self.size(), font=self.font(), cut=cut)
        painter.setClipRect(QRect(GUTTER, 0, self._view.width, self.height()).intersected(rect))
        painter.translate(GUTTER, 0)
        tops = zip(self.lanes.lanes, self.lanes.tops, strict=True)
        places = [(lane, top) for lane, top in tops if isinstance(lane, SegmentLane)]
        self.over.paint(painter, cut, places, height=self.height(), edit=self._edit)
        if self.hasFocus():
            painter.setClipping(False)
            painter.setPen(line(theme().accent, 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(0.5, 0.5, self._view.width - 1, self.height() - 1))

    def resizeEvent(self, _: QResizeEvent) -> None:
        """The span is laid over another width."""
        self._view.set_width(self.width() - GUTTER - BELOW)

    # what is done

    def event(self, event: QEvent) -> bool:
        """Explanations under the pointer, pinching."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._view.zoom(1 / max(0.2, 1 + event.value()), around_s=self._time(event.position().x()))
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms around the pointer; with shift, sideways or on a touchpad moves along; over the names scrolls."""
        angle, pixel = event.angleDelta(), event.pixelDelta()
        x = event.position().x()
        if x < GUTTER:
            event.ignore()
            return
        keys = event.modifiers()
        touchpad = event.phase() != Qt.ScrollPhase.NoScrollPhase and not pixel.isNull()
        zooming = bool(keys & Qt.KeyboardModifier.ControlModifier)
        along = angle.x() if abs(angle.x()) > abs(angle.y()) else 0
        if keys & Qt.KeyboardModifier.ShiftModifier:
            along = angle.x() or angle.y()
        if along and not zooming:
            pixels = pixel.x() if touchpad and pixel.x() else along * 0.6
            self._view.pan(-pixels * self._cut().per_px)
            self.panned.emit()
        elif touchpad and not zooming and self.height() > self.visibleRegion().boundingRect().height():
            event.ignore()
            return
        elif angle.y():
            self._view.zoom(STEP ** (-angle.y() / 120), around_s=self._time(x))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click, a drag, a mark or a moved border begins."""
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        QToolTip.hideText()
        self._from, self._from_s = event.position(), self._time(event.position().x())
        self._view_from_s = self._view.start_s
        side = self._border(event.position())
        row = self.over.selected
        if event.button() == Qt.MouseButton.MiddleButton:
            self._gesture = "pan"
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._gesture = "mark"
        elif side is not None and row is not None:
            self._edit = self._edit_of(row, side)
            self._gesture = "bound" if self._edit is not None else "press"
        else:
            self._gesture = "press"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Goes on with what began."""
        at = event.position()
        if self._gesture == "press" and (at - self._from).manhattanLength() > SLACK:
            self._gesture = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        match self._gesture:
            case "pan":
                wanted = self._view_from_s - (at.x() - self._from.x()) * self._cut().per_px
                self._view.pan(wanted - self._view.start_s)
                self.panned.emit()
            case "mark":
                self.marked.emit(self._between(self._from_s, self._time(at.x())))
            case "bound":
                if self._edit is not None:
                    self._edit = self._edit.dragged(
                        self._time(at.x()), playhead_s=self.over.playhead_s, catch_s=CATCH * self._cut().per_px
                    )
                    self.update()
            case _:
                over = self._border(at) is not None
                self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends what began."""
        gesture, self._gesture = self._gesture, ""
        edit, self._edit = self._edit, None
        self.unsetCursor()
        if gesture == "press":
            row = self.row_at(event.position())
            self.chosen.emit(row, self._time(event.position().x()))
        elif gesture == "bound" and edit is not None:
            self.update()
            if edit.changed:
                self.edited.emit(edit)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Plays a segment again and again."""
        found = self._found(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            lane, place = found
            self._gesture = ""
            self.repeated.emit(lane.bounds(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions on what is under the pointer, or (by key) on what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self.over.selected
            at_s = self.over.playhead_s
            self.menu_wanted.emit(self.mapToGlobal(self.rect().center()), row, at_s)
            return
        at = QPointF(event.pos())
        self.menu_wanted.emit(event.globalPos(), self.row_at(at), self._time(at.x()))

    def give_up(self) -> bool:
        """Escape: leaves a drag under way as if it had not begun; else the marked span is cleared.

        Returns whether there was anything to give up.
        """
        if self._gesture == "bound":
            self._gesture, self._edit = "", None
            self.update()
            return True
        if self.over.marked is not None:
            self.marked.emit(None)
            return True
        return False

    def row_at(self, at: QPointF) -> SegmentRow | None:
        """The segment under a point."""
        found = self._found(at)
        return None if found is None else found[0].rows[found[1]]

    def _found(self, at: QPointF) -> tuple[SegmentLane, int] | None:
        lane = self.lanes.at(at.y())
        if isinstance(lane, SegmentLane) and at.x() >= GUTTER:
            place = lane.at(self._time(at.x()))
            return None if place is None else (lane, place)
        return None

    def _border(self, at: QPointF) -> Side | None:
        """Which border of the selected segment can be taken there."""
        lane, row = self.lanes.at(at.y()), self.over.selected
        if not isinstance(lane, SegmentLane) or row is None or at.x() < GUTTER:
            return None
        place = lane.place_of(row)
        if place is None or not self.over.editable:
            return None
        start_s, end_s = lane.bounds(place)
        cut = self._cut()
        left, right, x = cut.x(start_s), cut.x(end_s), at.x() - GUTTER
        if right - left < 2 * CATCH:
            return None
        near: list[tuple[float, Side]] = [(abs(x - left), "start"), (abs(x - right), "end")]
        distance, side = min(near)
        return side if distance <= CATCH else None

    def _tip(self, event: QHelpEvent) -> None:
        at = QPointF(event.pos())
        lane, text = self.lanes.at(at.y()), ""
        if lane is not None and at.x() >= GUTTER:
            row = self.row_at(at)
            if row is not None:
                self.pointed.emit(row)
            text = lane.tip(self._time(at.x()), per_px=self._cut().per_px)
        self._tip_at = QHelpEvent(event.type(), event.pos(), event.globalPos()) if text else None
        QToolTip.showText(event.globalPos(), text, self)

    def _between(self, first_s: float, second_s: float) -> Span | None:
        start_s, end_s = sorted(
            (min(max(0.0, first_s), self._view.length_s), min(max(0.0, second_s), self._view.length_s))
        )
        return (start_s, end_s) if end_s - start_s > 0 else None

    def _cut(self) -> Cut:
        return self._view.cut(self.devicePixelRatioF())

    def _time(self, x: float) -> float:
        return self._cut().time(x - GUTTER)
