"""The curves of a recording as a table: every row of every person, and missing as an empty cell."""

import csv
import io

import numpy as np
import pytest

from core.export.measurements_csv import measurements_csv


def read(people) -> list[dict[str, str]]:
    text = b"".join(measurements_csv(people)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_of_every_person_is_there_with_its_value(analysis):
    rows = read(analysis.people)
    assert len(rows) == sum(len(person.times_s) for person in analysis.people)
    for person in analysis.people:
        own = [row for row in rows if row["person"] == person.id]
        for name, curve in person.curves.items():
            for row, value in zip(own, curve, strict=True):
                if np.isnan(value):
                    assert row[name] == ""
                else:
                    assert float(row[name]) == pytest.approx(float(value), abs=1e-4)
        lost = (person.quality & 1) > 0
        assert [row["lost"] == "1" for row in own] == lost.tolist()


def test_nobody_gives_the_header_alone():
    assert read(()) == []
