"""A process that is killed while it works on a study. It says what was acknowledged: one line for each change.

    python -m tests.core.project.victim KIND STUDY SEED

Every line is written when the verb has returned, with os.write, so that a line that was read is a change that was
acknowledged. The test then counts them in the study.
"""

import os
import random
import sys
from pathlib import Path

from core.project import history, keys, sessions
from core.project.analyses import save_analysis
from core.project.backups import keep_backup
from core.project.media import recordings
from core.project.opening import Circumstances, open_study
from core.project.vault import Strength
from tests.core.project.builders import PASSPHRASE, QUICK, analysis, tracks


def say(line: str) -> None:
    os.write(1, (line + "\n").encode())


def saving(study, draw: random.Random) -> None:
    number = len(sessions.notes(study, 1))
    while True:
        if draw.random() < 0.3:
            done = save_analysis(study, analysis(length_s=20.0), recording=recordings(study, 1)[0].id, tracks=tracks())
            say(f"analysis {done}")
        else:
            number += 1
            sessions.add_note(study, session=1, text=f"note {number}")
            say(f"note {number}")


def undoing(study, draw: random.Random) -> None:
    for number in range(10_000):
        sessions.add_note(study, session=1, text=f"note {number}")
        say(f"standing {len(sessions.notes(study, 1))}")
        for _ in range(min(draw.randint(1, 3), len(sessions.notes(study, 1)))):
            history.undo(study)
            say(f"standing {len(sessions.notes(study, 1))}")
        for _ in range(draw.randint(0, 1)):
            history.redo(study)
            say(f"standing {len(sessions.notes(study, 1))}")


def backing_up(study, _: random.Random) -> None:
    number = len(sessions.notes(study, 1))
    while True:
        number += 1
        sessions.add_note(study, session=1, text=f"note {number}")
        say(f"note {number}")
        backup = keep_backup(study)
        say(f"backup {backup.name}")


def rekeying(study, _: random.Random) -> None:
    number = 0
    while True:
        number += 1
        say(f"trying new passphrase {number}")
        keys.change_passphrase(study, f"new passphrase {number}", strength=QUICK)
        say(f"passphrase new passphrase {number}")


def main() -> None:
    kind, path, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    draw = random.Random(seed)
    if kind == "migration":
        say("begun")
    with open_study(
        path, secret=PASSPHRASE, circumstances=Circumstances(who="victim", strength=Strength(n=256))
    ) as study:
        say("open")
        if kind == "migration":
            say("migrated")
            return
        {"saving": saving, "undo": undoing, "backup": backing_up, "passphrase": rekeying}[kind](study, draw)


if __name__ == "__main__":
    main()
