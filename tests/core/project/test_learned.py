"""After a withdrawal the adapters that learned from that person are named: in the store, the command and the window."""

import pytest

from core.models.adapters import About, Base, Lineage, add
from core.project import consents, sessions
from core.project.learned import adapters_touched
from core.project.opening import open_study
from tests.core.project.builders import PASSPHRASE
from tests.core.project.test_commands import cli, good, made

__all__ = ["cli"]
pytestmark = pytest.mark.usefixtures("own_home")


def grown(name, study, permission):
    lineage = Lineage(("C-014",), permission.sessions, permission.consents)
    about = About(Base("videmo-3b", "d" * 64), "", "", study.header.study)
    add(name, config={}, weights=name.encode(), about=about, lineage=lineage, key=study.training_key)


def test_only_what_rests_on_the_withdrawn_consent_is_named(study):
    client, other = (sessions.add_participant(study, name) for name in ("C-014", "C-015"))
    first = sessions.add_session(study, "first", participants=(client,))
    second = sessions.add_session(study, "second", participants=(client, other))
    for person in (client, other):
        consents.give_consent(study, participant=person, scopes=("train",), given_on="2026-11-01", text_version="1")
    assert study.training_key is not None
    grown("one", study, consents.permit_training(study, (first,), adapter="one"))
    grown("both", study, consents.permit_training(study, (first, second), adapter="both"))
    consents.withdraw_consent(study, participant=other, given_on="2026-11-02")
    assert [one.name for one in adapters_touched(study, participant=other, session=None)] == ["both"]
    assert [one.name for one in adapters_touched(study, participant=client, session=None)] == ["both", "one"]
    assert [one.name for one in adapters_touched(study, participant=client, session=second)] == ["both"]


def test_the_command_names_them(cli, tmp_path):
    made(cli)
    good(cli, "add", "s.vemo", "participant", "C-1")
    good(cli, "add", "s.vemo", "session", "first", "--participant", "C-1")
    good(cli, "consent", "s.vemo", "C-1", "--scope", "train", "--date", "2026-10-01")
    with open_study(tmp_path / "s.vemo", secret=PASSPHRASE) as study:
        grown("clinic", study, consents.permit_training(study, (1,), adapter="clinic"))
    said = good(cli, "consent", "s.vemo", "C-1", "--withdraw", "--date", "2026-11-01")
    assert "the adapter clinic learned from C-1" in said
    assert "videmo adapters remove clinic" in said
