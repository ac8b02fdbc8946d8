"""Pixel columns as pictures. In: `Columns`, a palette. Out: `QImage`s, painted with numpy in one go per lane.

A lane costs the same whether it holds ten spans or ten thousand. Must not know: what a code stands for.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from app.timeline.columns import NONE, Columns
from app.timeline.palette import FAILED, MISSING, PALE, Palette
from app.timeline.view import Cut

Pixels = NDArray[np.uint32]
"""(rows, columns) 0xAARRGGBB, colours premultiplied; 0 is transparent."""
LEAST_MISSING = 0.3
"""Of a column that holds anything not assessable, at least this part is hatched."""


def draw(painter: QPainter, pixels: Pixels, *, x: float, y: float, scale: float) -> None:
    """Paints pixels of the device; `x` and `y` in device-independent pixels."""
    rows, columns = pixels.shape
    if not rows or not columns:
        return
    pixels = np.ascontiguousarray(pixels)
    image = QImage(pixels.data, columns, rows, 4 * columns, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    painter.drawImage(round(x), round(y), image)


def hatched(rows: int, columns: NDArray[np.int64], *, scale: float, ink: int, ground: int) -> Pixels:
    """Crossed lines on a ground in columns of these numbers: the same at the same time wherever the view begins."""
    tile = _crossed(rows, max(1, round(scale)), ink, ground)
    return tile[:, columns % tile.shape[1]]


@lru_cache(maxsize=16)
def _crossed(rows: int, thick: int, ink: int, ground: int) -> Pixels:
    period = 6 * thick
    down, across = np.mgrid[0:rows, 0:period]
    line = ((across + down) % period < thick) | ((across - down) % period < thick)
    return np.where(line, np.uint32(ink), np.uint32(ground)).astype(np.uint32)


def boxes(columns: Columns, cut: Cut, *, height: int, palette: Palette) -> Pixels:
    """A lane of spans: filled from the floor to their height, hatched at full height where nothing is read."""
    rows, pixel = round(height * cut.scale), max(1, round(cut.scale))
    code, missing = columns.code.copy(), columns.missing
    reach = np.where(columns.code == NONE, 0.0, columns.height)
    top = rows - np.ceil(reach * rows).astype(np.int16)
    depth = np.where(missing > 0, np.ceil(np.maximum(missing, LEAST_MISSING) * rows), 0).astype(np.int16)
    failed = (code % PALE == FAILED) & (code != NONE)
    only = ((code % PALE == MISSING) & (code != NONE)) | failed
    depth[only] = rows
    mixed = (depth > 0) & ~only
    top[mixed] = np.maximum(top[mixed], depth[mixed])
    count = len(code)
    for step in range(2 * pixel):  # round shoulders
        rise = 2 * pixel - step
        for corner in (columns.first + step, columns.last - pixel - step):
            inside = corner[(corner >= 0) & (corner < count)]
            top[inside[~only[inside]]] += rise
    gap = (columns.last[:, None] - np.arange(pixel)).ravel()
    gap = gap[(gap >= 0) & (gap < count)]
    code[gap], depth[gap] = NONE, 0
    top[(code == NONE) | only] = rows
    down = np.arange(rows, dtype=np.int16)[:, None]
    pixels = (down >= top) * palette.fill[code]
    rim, edge = np.arange(count), palette.edge[code]
    for step in range(pixel):
        rim = rim[top[rim] + step < rows]
        pixels[top[rim] + step, rim] = edge[rim]
    place = np.flatnonzero(depth)
    if len(place):
        deep, ground = int(depth[place].max()), palette.hatch_ground
        lines = hatched(rows, place + cut.first_column, scale=cut.scale, ink=palette.hatch, ground=ground)
        bad = failed[place]
        if bad.any():
            where = place[bad] + cut.first_column
            lines[:, bad] = hatched(rows, where, scale=cut.scale, ink=palette.hatch_failed, ground=ground)
        under = down[:deep] < np.minimum(depth, top)[place]
        pixels[:deep, place] = np.where(under, lines[:deep], pixels[:deep, place])
    return pixels


def stacked(shares: NDArray[np.float64], colours: NDArray[np.uint32], *, rows: int) -> Pixels:
    """Filled layers: (k, w) shares of each column, the first layer at the floor, in (k,) or (k, w) colours.

    What the shares leave open is transparent.
    """
    reach = np.cumsum(shares, axis=0) * rows
    down = np.arange(rows, dtype=np.int16)[:, None]
    pixels = np.zeros((rows, shares.shape[1]), np.uint32)
    for layer in range(len(shares) - 1, -1, -1):
        seen = shares[layer] > 1e-6
        if not seen.any():
            continue
        thick = np.where(seen, reach[layer], 0)
        top = rows - np.ceil(np.round(thick, 3)).astype(np.int16)
        np.copyto(pixels, colours[layer], where=down >= top)
    return pixels
