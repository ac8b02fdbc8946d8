"""Undo and redo over the whole study. In: an open study. Out: the change that was taken back or put back.

A record counts while its change is in force. Undo takes the last change that is in force and undoable out of force,
redo puts back the one that was undone last, as long as nothing new was done since; both are entries of the history
themselves, so they survive a restart and nothing is ever lost. What others may rely on is not undoable: consent and
its withdrawal, a rater's blindness, and everything that happened outside the file (exports, changed passphrases).
"""

from dataclasses import replace

from core.project.failures import NotFoundError
from core.project.study import Study
from core.records.study import Change

_COLUMNS = "seq, at, who, verb, summary, undoable, in_force, target"


def undo(study: Study) -> Change:
    """Takes the last undoable change back. Raises `NotFoundError` where there is none, or `StudyError`."""
    found = study.rows(
        f"SELECT {_COLUMNS} FROM change WHERE undoable = 1 AND in_force = 1 AND verb NOT IN ('undo', 'redo') "
        "ORDER BY seq DESC LIMIT 1"
    )
    if not found:
        raise NotFoundError("There is nothing to undo.", remedy="`videmo study history` shows what was done.")
    last = _change(found[0])
    with study.change("undo", f"undid: {last.summary}", undoable=False, target=last.seq) as pen:
        pen.connection.execute("UPDATE change SET in_force = 0 WHERE seq = ?", (last.seq,))
    return replace(last, in_force=False)


def redo(study: Study) -> Change:
    """Puts back what was undone last. Raises `NotFoundError` where there is nothing, or `StudyError`."""
    open_undos = _undone_since_last_change(study)
    if not open_undos:
        raise NotFoundError(
            "There is nothing to redo: something was changed since the last undo, or nothing was undone.",
            remedy="`videmo study history` shows what was done.",
        )
    row = study.one(f"SELECT {_COLUMNS} FROM change WHERE seq = ?", (open_undos[-1],), what="such change")
    again = _change(row)
    with study.change("redo", f"did again: {again.summary}", undoable=False, target=again.seq) as pen:
        pen.connection.execute("UPDATE change SET in_force = 1 WHERE seq = ?", (again.seq,))
    return replace(again, in_force=True)


def _undone_since_last_change(study: Study) -> list[int]:
    """Targets of undos that no redo and no new undoable change has answered, oldest first."""
    fresh = study.rows("SELECT coalesce(max(seq), 0) FROM change WHERE undoable = 1")[0][0]
    open_undos: list[int] = []
    for verb, target in study.rows(
        "SELECT verb, target FROM change WHERE seq > ? AND verb IN ('undo', 'redo') ORDER BY seq", (fresh,)
    ):
        if verb == "undo":
            open_undos.append(int(target))
        elif open_undos:
            open_undos.pop()
    return open_undos


def history(study: Study, *, last: int | None = None) -> tuple[Change, ...]:
    """What was done, in order, or its `last` entries. Raises `StudyError`."""
    rows = study.rows(f"SELECT {_COLUMNS} FROM change ORDER BY seq DESC LIMIT ?", (-1 if last is None else last,))
    return tuple(_change(row) for row in rows[::-1])


def in_force_by_history(study: Study) -> dict[int, bool]:
    """For every change whether it counts, worked out from the undos and redos alone: what verification compares."""
    state: dict[int, bool] = {}
    for seq, verb, target in study.rows("SELECT seq, verb, target FROM change ORDER BY seq"):
        state[int(seq)] = True
        if verb in ("undo", "redo") and target is not None:
            state[int(target)] = verb == "redo"
    return state


def _change(row: tuple[object, ...]) -> Change:
    seq, at, who, verb, summary, undoable, in_force, target = row
    return Change(
        int(str(seq)),
        str(at),
        str(who),
        str(verb),
        str(summary),
        bool(undoable),
        bool(in_force),
        None if target is None else int(str(target)),
    )
