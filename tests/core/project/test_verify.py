"""Altered, removed and added entries are named; single-byte edits are found or change nothing; none crashes."""

import json
import random

import apsw
import pytest

from core.project import sessions
from core.project.connection import connect
from core.project.container import system_base
from core.project.failures import StudyError
from core.project.header import HEADER_BYTES
from core.project.history import undo
from core.project.opening import open_study
from core.project.reviews import desk
from core.project.verify import end_of_log, verify_study
from tests.core.project.builders import PASSPHRASE, analysed, circumstances, new_study


def filled(folder, **more):
    made = new_study(folder, **more)
    with made.study as study:
        number = analysed(study, length_s=20.0)
        for verdict in ("agree", "unsure"):
            desk(study, "anna").review(analysis=number, segment="S1", verdict=verdict, comment=f"seen: {verdict}")
        sessions.add_note(study, session=1, text="a note")
        undo(study)
    return study


def raw(study) -> apsw.Connection:
    """A connection past every guard, as somebody has who knows the passphrase."""
    connection = connect(study.path, data_key=study.data_key, base=system_base(), writable=True)
    triggers = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]
    for name in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    return connection


def bad(study) -> dict[str, str]:
    with open_study(study.path, secret=PASSPHRASE, read_only=True, circumstances=circumstances()) as again:
        return {one.what: one.text for one in verify_study(again) if not one.fine}


def test_a_study_that_was_left_alone_is_fine(tmp_path):
    study = filled(tmp_path)
    assert not bad(study)


@pytest.mark.parametrize(
    ("statement", "what", "word"),
    [
        ("UPDATE audit SET who = 'x' WHERE seq = 4", "audit log", "entry 4"),
        ("UPDATE audit SET at = '2020' WHERE seq = 1", "audit log", "entry 1"),
        ("DELETE FROM audit WHERE seq = 5", "audit log", "entry 5 was removed"),
        ("DELETE FROM audit WHERE seq >= 6", "audit log", "entries 6 to 8"),
        ("DELETE FROM audit", "audit log", "entries 1 to 8"),
        ("DELETE FROM audit_end", "audit log", "removed"),
        ("UPDATE audit_end SET entries = 6", "audit log", "sealed"),
        ("UPDATE audit SET seq = seq + 1 WHERE seq = 8", "audit log", "entry 8 was removed"),
        ("INSERT INTO audit SELECT 9, at, who, verb, detail, chain FROM audit WHERE seq = 8", "audit log", "entry 9"),
        ("UPDATE review SET verdict = 'agree'", "records", "review"),
        ("UPDATE segment SET body = (SELECT body FROM segment LIMIT 1) WHERE id = 3", "records", "analyse"),
        ("DELETE FROM review WHERE id = 2", "records", "review"),
        ("INSERT INTO retraction VALUES (9, 3, 'review', 1)", "records", "analyse"),
        ("UPDATE change SET in_force = 0 WHERE seq = 4", "history", "change 4"),
        ("UPDATE change SET in_force = 1", "history", "change"),
        ("UPDATE change SET summary = 'nothing' WHERE seq = 2", "history", "change 2"),
        ("UPDATE change SET who = 'ben' WHERE seq = 4", "history", "change 4"),
    ],
)
def test_what_was_altered_is_named(tmp_path, statement, what, word):
    study = filled(tmp_path)
    with raw(study) as connection:
        connection.pragma("foreign_keys", False)
        connection.execute(statement)
    connection.close()
    found = bad(study)
    assert word in found[what], found


def test_a_log_written_anew_needs_the_key_and_a_witness_finds_even_that(tmp_path):
    study = filled(tmp_path)
    with open_study(study.path, secret=PASSPHRASE, circumstances=circumstances()) as again:
        witness = end_of_log(again)
    with raw(study) as connection:
        from core.project import audit

        connection.execute("DELETE FROM audit; DELETE FROM audit_end")
        for _ in range(12):
            audit.append(connection, study.audit_key, at="2026", who="x", verb="opened", detail={})
    connection.close()
    with open_study(study.path, secret=PASSPHRASE, circumstances=circumstances()) as again:
        findings = {one.what: one.fine for one in verify_study(again, witness=witness)}
    assert findings["audit log"]  # the forger had the passphrase and this program
    assert not findings["witness"]


def edit_rows(folder, count: int, seed: int) -> int:
    """Single-byte edits of the log's rows; returns how many were found."""
    study = filled(folder)
    draw = random.Random(seed)
    connection = raw(study)
    found = 0
    for _ in range(count):
        table, columns = draw.choice(
            (("audit", ("seq", "at", "who", "verb", "detail", "chain")), ("audit_end", ("entries", "chain", "seal")))
        )
        column = draw.choice(columns)
        connection.execute("SAVEPOINT edit")
        key, value = draw.choice(list(connection.execute(f"SELECT rowid, {column} FROM {table}")))
        data = bytearray(value if isinstance(value, bytes) else str(value).encode())
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        edited: object = bytes(data) if isinstance(value, bytes) else bytes(data).decode("latin-1").replace("\0", "?")
        try:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (edited, key))
        except (apsw.ConstraintError, apsw.MismatchError):
            found += 1  # SQLite itself would not have it
        else:
            again = open_study(study.path, secret=PASSPHRASE, read_only=True, circumstances=circumstances())
            again.connection.close()
            again.connection = connection
            findings = {one.what: one for one in verify_study(again)}
            found += not findings["audit log"].fine
        connection.execute("ROLLBACK TO edit")
    connection.execute("ROLLBACK")
    connection.close()
    return found


def edit_bytes(folder, count: int, seed: int) -> dict[str, int]:
    """Single-byte edits of the encrypted file: refused, found by verification, or harmless and identical."""
    study = filled(folder)
    whole = study.path.read_bytes()
    with open_study(study.path, secret=PASSPHRASE, read_only=True, circumstances=circumstances()) as fine:
        content = everything(fine)
    outcome = {"refused": 0, "found": 0, "identical": 0, "missed": 0}
    draw = random.Random(seed)
    for _ in range(count):
        place = draw.randrange(HEADER_BYTES) if draw.random() < 0.1 else draw.randrange(len(whole))
        edited = bytearray(whole)
        edited[place] ^= 1 << draw.randrange(8)
        study.path.write_bytes(edited)
        try:
            with open_study(study.path, secret=PASSPHRASE, read_only=True, circumstances=circumstances()) as again:
                if not all(one.fine for one in verify_study(again)):
                    outcome["found"] += 1
                elif everything(again) == content:
                    outcome["identical"] += 1
                else:
                    outcome["missed"] += 1
        except StudyError:
            outcome["refused"] += 1
        assert study.path.read_bytes() == bytes(edited)
    return outcome


def everything(study) -> str:
    tables = [row[0] for row in study.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    return json.dumps([[repr(row) for row in study.rows(f"SELECT * FROM {table}")] for table in tables])


def test_single_byte_edits_of_the_log(tmp_path):
    assert edit_rows(tmp_path, 60, 1) == 60


def test_single_byte_edits_of_the_file(tmp_path):
    outcome = edit_bytes(tmp_path, 60, 2)
    assert outcome["missed"] == 0
    assert outcome["refused"] + outcome["found"] > 0


@pytest.mark.slow
def test_a_thousand_single_byte_edits_of_the_log(tmp_path):
    assert edit_rows(tmp_path, 1000, 11) == 1000


@pytest.mark.slow
def test_a_thousand_single_byte_edits_of_the_file(tmp_path):
    outcome = edit_bytes(tmp_path, 1000, 12)
    print(outcome)  # noqa: T201 - the figures of the note
    assert outcome["missed"] == 0
    assert sum(outcome.values()) == 1000


def test_a_negative_zero_is_stored_as_zero_and_is_no_alteration(study):
    session = sessions.add_session(study, "first")
    sessions.add_note(study, session=session, text="at the start", at_s=-0.0)
    assert all(one.fine for one in verify_study(study))
