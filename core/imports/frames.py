"""Tables with a row per frame and face. Comes in: rows of a source. Goes out: columns of floats, grouped by face.

Shared by the OpenFace and the py-feat reader. A cell without a value is NaN; a cell that is no number at all is an
error. Must not know: what a column means.
"""

from array import array
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.imports.cells import cell
from core.imports.source import Source
from core.progress import Progress

ROWS_PER_STEP = 5000


@dataclass(slots=True)
class FaceRows:
    """The rows of one face."""

    lines: list[int] = field(default_factory=list[int])
    """Line of the file, for messages."""
    values: "array[float]" = field(default_factory=lambda: array("d"))
    """n times k numbers, row by row, in the order of the columns that were asked for."""

    def array(self, columns: int) -> NDArray[np.float64]:
        """(n, columns)."""
        return np.frombuffer(self.values, dtype=np.float64).reshape(-1, columns)


def read_rows(
    source: Source, delimiter: str, *, wanted: Sequence[str], by: Sequence[str], remedy: str
) -> Generator[Progress, None, dict[tuple[str, ...], FaceRows]]:
    """Groups the rows by the texts in the columns `by` (empty where a column is not there) and reads those of `wanted`.

    Returns the groups in order of appearance. Names are compared without the spaces around them, as OpenFace writes
    them. Raises `ForeignFileError` for a short row or a cell that is no number.
    """
    rows = source.rows(delimiter)
    line, header = next(rows)
    place = {name.strip(): index for index, name in reversed(list(enumerate(header)))}
    columns = [place[name] for name in wanted]
    keys = [place.get(name) for name in by]
    groups: dict[tuple[str, ...], FaceRows] = {}
    for count, (line, row) in enumerate(rows):
        if count % ROWS_PER_STEP == 0:
            yield Progress(f"reading {source.path.name}", min(line, source.line_ends), source.line_ends, "lines")
        if len(row) != len(header):
            raise source.error(
                f"the row has {len(row)} cells, the header {len(header)}: the file may be cut short.",
                remedy=remedy,
                line=line,
            )
        key = tuple("" if index is None else row[index].strip() for index in keys)
        group = groups.setdefault(key, FaceRows())
        for index, name in zip(columns, wanted, strict=True):
            value = cell(row[index])
            if value is None:
                problem = f"{row[index].strip()[:40]!r} in column {name} is no number."
                raise source.error(problem, remedy=remedy, line=line)
            group.values.append(value)
        group.lines.append(line)
    if not groups:
        raise source.error("the table has a header and no rows.", remedy=remedy, line=line)
    return groups
