"""Undo and redo over the whole study, across restarts, against a list that does the same in memory."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from core.project import history, sessions
from core.project.failures import NotFoundError
from core.project.opening import open_study
from core.project.standing import retract
from core.project.verify import verify_study
from tests.core.project.builders import PASSPHRASE, circumstances, new_study


class StudyAgainstList(RuleBasedStateMachine):
    """`done` holds the notes after each undoable change; `at` says which of them stands."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.study = new_study(Path(self.folder.name)).study
        self.session = sessions.add_session(self.study, "first")
        self.done: list[dict[int, str]] = [{}]
        self.at = 0

    def teardown(self) -> None:
        assert all(one.fine for one in verify_study(self.study))
        self.study.close()
        self.folder.cleanup()

    def _new(self, notes: dict[int, str]) -> None:
        self.done = [*self.done[: self.at + 1], notes]
        self.at += 1

    @rule(text=st.text(st.characters(codec="utf-8"), max_size=20))
    def write(self, text: str) -> None:
        number = sessions.add_note(self.study, session=self.session, text=text)
        self._new(self.done[self.at] | {number: text})

    @rule(which=st.integers(0, 9))
    def take_back(self, which: int) -> None:
        standing = sorted(self.done[self.at])
        if standing:
            number = standing[which % len(standing)]
            retract(self.study, "note", number)
            self._new({key: text for key, text in self.done[self.at].items() if key != number})

    @rule()
    def undo(self) -> None:
        if self.at == 0:
            return  # the session itself would go
        history.undo(self.study)
        self.at -= 1

    @rule()
    def redo(self) -> None:
        if self.at == len(self.done) - 1:
            with pytest.raises(NotFoundError):
                history.redo(self.study)
            return
        history.redo(self.study)
        self.at += 1

    @rule()
    def restart(self) -> None:
        path = self.study.path
        self.study.close()
        self.study = open_study(path, secret=PASSPHRASE, circumstances=circumstances())

    @invariant()
    def the_same(self) -> None:
        assert {note.id: note.text for note in sessions.notes(self.study, self.session)} == self.done[self.at]


StudyAgainstList.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None)
TestStudyAgainstList = StudyAgainstList.TestCase


def test_undo_is_itself_in_the_history(study):
    session = sessions.add_session(study, "first")
    sessions.add_note(study, session=session, text="one")
    undone = history.undo(study)
    assert not undone.in_force
    again = history.redo(study)
    assert again.in_force
    assert [one.verb for one in history.history(study)] == ["add session", "add note", "undo", "redo"]
    assert [one.target for one in history.history(study, last=2)] == [2, 2]
    assert [row[0] for row in study.rows("SELECT verb FROM audit ORDER BY seq")][-2:] == ["undo", "redo"]


def test_nothing_to_undo_is_said(study):
    with pytest.raises(NotFoundError, match="nothing to undo"):
        history.undo(study)
    with pytest.raises(NotFoundError, match="nothing to redo"):
        history.redo(study)
