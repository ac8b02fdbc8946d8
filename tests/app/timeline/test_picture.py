"""Pictures of lanes that are kept and painted over: after any gesture they are those of one painting of everything."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.look import LIGHT, theme
from app.timeline.axis import GUTTER
from app.timeline.lane import line
from app.timeline.palette import palette_of
from app.timeline.picture import BELOW, LanePicture
from app.timeline.view import Cut
from core.export.clock import axis_ticks

WIDTH = 900
VIEWS = ((0.0, 60.04), (3.1, 33.7), (3.4, 34.0), (20.0, 22.5), (0.0, 60.04))


def blank(size, scale):
    made = QImage(size * scale, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(scale)
    made.fill(QColor(LIGHT.card))
    return made


def painted_at_once(lanes, size, cut, font):
    """Every lane painted straight into one picture."""
    image = blank(size, cut.scale)
    painter = QPainter(image)
    painter.setPen(line(theme().line))
    for at_s, _ in axis_ticks(cut.start_s, cut.end_s, most=max(2, cut.width // 90)):
        x = GUTTER + round(cut.x(at_s))
        painter.drawLine(x, 0, x, size.height())
    for lane, top in zip(lanes.lanes, lanes.tops, strict=True):
        painter.save()
        painter.setFont(font)
        painter.setClipRect(QRect(GUTTER, top, cut.width, lane.height))
        painter.translate(GUTTER, top)
        lane.paint(painter, cut, palette_of(theme()))
        painter.restore()
    painter.end()
    return image


def from_pictures(lanes, size, cut, font, *, parts):
    """What a widget of that size shows after it was asked for these parts one after the other."""
    image = blank(size, cut.scale)
    for part in parts:
        painter = QPainter(image)
        painter.setClipRect(part)
        lanes.paint(painter, part, size=size, font=font, cut=cut)
        painter.end()
    return image


def beside_the_names(image):
    left = round(GUTTER * image.devicePixelRatio())
    return image.copy(left, 0, image.width() - left, image.height())


def colours(image):
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_kept_pictures_are_those_of_a_full_painting_after_every_change_of_the_view(shown, scale):
    lanes, font = LanePicture(), shown.canvas.font()
    lanes.show(shown.canvas.lanes.lanes)
    size = QSize(GUTTER + WIDTH + BELOW, lanes.height)
    upper, lower = QRect(0, 0, size.width(), 90), QRect(0, 90, size.width(), size.height() - 90)
    for start_s, end_s in VIEWS:
        cut = Cut(start_s, end_s, WIDTH, scale)
        lanes.forget()
        seen = from_pictures(lanes, size, cut, font, parts=(upper, lower))
        assert beside_the_names(seen) == beside_the_names(painted_at_once(lanes, size, cut, font)), (start_s, end_s)


def test_on_a_fractional_scale_no_row_between_two_lanes_is_left_out_or_smoothed(shown):
    lanes, font = LanePicture(), shown.canvas.font()
    lanes.show(shown.canvas.lanes.lanes)
    size = QSize(GUTTER + WIDTH + BELOW, lanes.height)
    cut = Cut(3.1, 33.7, WIDTH, 1.25)
    seen = blank(size, cut.scale)
    seen.fill(QColor("#ff00ff"))
    painter = QPainter(seen)
    lanes.paint(painter, QRect(0, 0, size.width(), size.height()), size=size, font=font, cut=cut)
    painter.end()
    seen, whole = beside_the_names(seen), beside_the_names(painted_at_once(lanes, size, cut, font))
    assert colours(seen) == colours(whole)  # a bar may lie one row further down, at half a row


def test_a_part_that_was_out_of_sight_is_painted_for_the_view_of_now(shown):
    lanes, font = LanePicture(), shown.canvas.font()
    lanes.show(shown.canvas.lanes.lanes)
    size = QSize(GUTTER + WIDTH + BELOW, lanes.height)
    whole, upper = QRect(0, 0, size.width(), size.height()), QRect(0, 0, size.width(), 60)
    first, second = Cut(0.0, 60.0, WIDTH, 2.0), Cut(10.0, 40.0, WIDTH, 2.0)
    from_pictures(lanes, size, first, font, parts=(whole,))
    lanes.forget()
    seen = from_pictures(lanes, size, second, font, parts=(upper, whole))
    assert beside_the_names(seen) == beside_the_names(painted_at_once(lanes, size, second, font))
