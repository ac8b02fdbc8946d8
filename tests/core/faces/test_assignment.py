from itertools import combinations, permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.faces.assignment import assign

COSTS = st.integers(1, 4).flatmap(
    lambda rows: st.integers(1, 4).flatmap(
        lambda columns: arrays(
            np.float64, (rows, columns), elements=st.one_of(st.integers(0, 20).map(lambda n: n / 4), st.just(np.inf))
        )
    )
)


def least_total(costs: np.ndarray, limit: float) -> float:
    rows, columns = costs.shape
    return min(
        sum(costs[r, c] for r, c in zip(some, chosen, strict=True)) + limit * (rows - count)
        for count in range(min(rows, columns) + 1)
        for some in combinations(range(rows), count)
        for chosen in permutations(range(columns), count)
    )


@settings(max_examples=300, deadline=None)
@given(COSTS, st.floats(0.1, 8))
def test_no_assignment_is_cheaper(costs, limit):
    pairs = assign(costs, limit=limit)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)
    assert all(costs[pair] < limit for pair in pairs)
    total = sum(costs[pair] for pair in pairs) + limit * (len(costs) - len(pairs))
    assert abs(total - least_total(costs, limit)) < 1e-9


def test_nothing_to_assign():
    assert assign(np.zeros((0, 3)), limit=1) == ()
    assert assign(np.zeros((3, 0)), limit=1) == ()
