"""The cheapest one-to-one assignment. Comes in: a table of costs. Goes out: pairs. Knows nothing of faces."""

import numpy as np
from numpy.typing import NDArray


def assign(costs: NDArray[np.float64], *, limit: float) -> tuple[tuple[int, int], ...]:
    """Pairs (row, column) of least total cost, each row and column at most once, no pair dearer than `limit`.

    A row left alone costs `limit`, so a pair is made only where it is cheaper than leaving the row alone. The
    Hungarian method with potentials (Kuhn 1955, in the O(rows² columns) form of Jonker and Volgenant 1987).
    `costs` may hold infinity for pairs that must not be. Equal totals: the lower column wins, so the result is the
    same on every computer.
    """
    rows, columns = costs.shape
    if rows == 0 or columns == 0:
        return ()
    alone = limit * 2 + 1.0
    table = np.full((rows, columns + rows), float(limit))
    table[:, :columns] = np.where(costs < limit, costs, alone + rows * abs(limit))
    wide = columns + rows
    row_price, column_price = np.zeros(rows + 1), np.zeros(wide + 1)
    row_of = np.zeros(wide + 1, np.intp)
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        best = np.full(wide + 1, np.inf)
        came_from = np.zeros(wide + 1, np.intp)
        used = np.zeros(wide + 1, np.bool_)
        while row_of[column] != 0:
            used[column] = True
            at = row_of[column]
            reduced = table[at - 1] - row_price[at] - column_price[1:]
            better = ~used[1:] & (reduced < best[1:])
            best[1:][better] = reduced[better]
            came_from[1:][better] = column
            free = np.where(used, np.inf, best)
            free[0] = np.inf
            following = int(np.argmin(free))
            step = free[following]
            row_price[row_of[used]] += step
            column_price[used] -= step
            best[~used] -= step
            column = following
        while column != 0:
            row_of[column] = row_of[came_from[column]]
            column = int(came_from[column])
    pairs = ((int(row_of[column]) - 1, column - 1) for column in range(1, columns + 1) if row_of[column] != 0)
    return tuple(sorted((row, column) for row, column in pairs if costs[row, column] < limit))
