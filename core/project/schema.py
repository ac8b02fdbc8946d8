"""The tables of a study. In: nothing. Out: the SQL of every version and what the tables are for.

Every table in `RECORDS` is append-only: a row is written once by one change and never altered (triggers see to it).
A row counts while its change is in force; undo takes a change out of force and redo puts it back, so nothing that was
ever saved is lost. A later row supersedes an earlier one where only one can stand: the order is that of the ids.
"""

APPLICATION_ID = 0x56454D4F
"""`VEMO`, in SQLite's header for a study."""
PAGE_BYTES = 4096
"""Measured with tests/bench/bench_study.py: 4 and 8 KiB are equally fast for a screen and for a commit, 16 and 32 KiB
are slower at both and make a larger file; of the two the smaller one writes less for a small change."""

RECORDS_V1 = (
    "participant", "session", "attendance", "recording", "relink", "marker", "note", "consent", "analysis", "segment",
    "series", "track", "review", "people_correction", "rater", "setting", "retraction",
)  # fmt: skip
RECORDS_V3 = ("foreign_file", "foreign_track", "foreign_label", "foreign_series", "tie")
"""What other tools coded, and whom it is about."""
RECORDS = (*RECORDS_V1, *RECORDS_V3)
"""Tables of records, in the order in which they are exported and imported: what is pointed at comes first."""

PACKED = {"analysis": "body", "segment": "body"}
"""Columns of zlib-packed canonical JSON. Digests and exports are about the JSON, which zlib's version cannot alter."""

DERIVED = {"segment": ("label", "probability")}
"""Columns that are computed from the others, so that a later version may add or recompute them: in no digest."""

V1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL, summary TEXT NOT NULL,
    undoable INTEGER NOT NULL, target INTEGER REFERENCES change (seq), in_force INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, verb TEXT NOT NULL, detail TEXT NOT NULL,
    chain BLOB NOT NULL
);
CREATE TABLE audit_end (
    one INTEGER PRIMARY KEY CHECK (one = 1), entries INTEGER NOT NULL, chain BLOB NOT NULL, seal BLOB NOT NULL
);
CREATE TABLE participant (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq), pseudonym TEXT NOT NULL,
    remark TEXT NOT NULL
);
CREATE TABLE session (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq), name TEXT NOT NULL,
    held_on TEXT NOT NULL, setting TEXT NOT NULL
);
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    session INTEGER NOT NULL REFERENCES session (id), participant INTEGER NOT NULL REFERENCES participant (id)
);
CREATE TABLE recording (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    session INTEGER NOT NULL REFERENCES session (id), path TEXT NOT NULL, sha256 TEXT NOT NULL, offset_s REAL NOT NULL,
    video TEXT
);
CREATE TABLE relink (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    recording INTEGER NOT NULL REFERENCES recording (id), path TEXT NOT NULL
);
CREATE TABLE marker (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    session INTEGER NOT NULL REFERENCES session (id), kind TEXT NOT NULL, label TEXT NOT NULL, start_s REAL NOT NULL,
    end_s REAL, comment TEXT NOT NULL
);
CREATE TABLE note (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    session INTEGER NOT NULL REFERENCES session (id), at_s REAL, text TEXT NOT NULL
);
CREATE TABLE consent (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    participant INTEGER NOT NULL REFERENCES participant (id), session INTEGER REFERENCES session (id),
    scopes TEXT NOT NULL, given_on TEXT NOT NULL, text_version TEXT NOT NULL, withdrawn INTEGER NOT NULL
);
CREATE TABLE analysis (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    recording INTEGER NOT NULL REFERENCES recording (id), source TEXT NOT NULL, body BLOB NOT NULL
);
CREATE TABLE segment (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    analysis INTEGER NOT NULL REFERENCES analysis (id), name TEXT NOT NULL, person TEXT NOT NULL,
    start_s REAL NOT NULL, end_s REAL NOT NULL, assessable INTEGER NOT NULL, speaking INTEGER, body BLOB NOT NULL
);
CREATE INDEX segment_by_time ON segment (analysis, start_s);
CREATE TABLE series (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    analysis INTEGER NOT NULL REFERENCES analysis (id), person TEXT NOT NULL, name TEXT NOT NULL,
    level INTEGER NOT NULL, chunk INTEGER NOT NULL, samples INTEGER NOT NULL, first_s REAL NOT NULL,
    last_s REAL NOT NULL, body BLOB NOT NULL
);
CREATE UNIQUE INDEX series_by_name ON series (analysis, person, name, level, chunk);
CREATE TABLE track (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    analysis INTEGER NOT NULL REFERENCES analysis (id), person TEXT NOT NULL, columns TEXT NOT NULL
);
CREATE TABLE review (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    analysis INTEGER NOT NULL REFERENCES analysis (id), segment TEXT NOT NULL, clue TEXT, verdict TEXT NOT NULL,
    correction TEXT, rater TEXT NOT NULL, blind INTEGER NOT NULL, at TEXT NOT NULL, comment TEXT NOT NULL
);
CREATE INDEX review_by_segment ON review (analysis, segment);
CREATE TABLE people_correction (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    analysis INTEGER NOT NULL REFERENCES analysis (id), kind TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX people_correction_by_analysis ON people_correction (analysis);
CREATE TABLE rater (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq), name TEXT NOT NULL, blind INTEGER NOT NULL
);
CREATE TABLE setting (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq), key TEXT NOT NULL, value TEXT NOT NULL
);
CREATE TABLE retraction (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq), kind TEXT NOT NULL, record INTEGER NOT NULL
);
"""

V2 = """
ALTER TABLE segment ADD COLUMN label TEXT;
ALTER TABLE segment ADD COLUMN probability REAL;
CREATE INDEX segment_by_name ON segment (analysis, name);
DROP INDEX segment_by_time;
CREATE INDEX segment_on_screen ON segment
    (analysis, start_s, end_s, name, person, assessable, speaking, label, probability);
CREATE TABLE job (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, recording INTEGER REFERENCES recording (id), key TEXT NOT NULL
);
CREATE TABLE piece (
    job INTEGER NOT NULL REFERENCES job (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (job, ordinal)
);
CREATE TABLE cache (key TEXT PRIMARY KEY, used INTEGER NOT NULL, body BLOB NOT NULL);
"""


V3 = """
CREATE TABLE foreign_file (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    session INTEGER NOT NULL REFERENCES session (id), recording INTEGER REFERENCES recording (id),
    offset_s REAL NOT NULL, tool TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, importer TEXT NOT NULL,
    notes TEXT NOT NULL
);
CREATE TABLE foreign_track (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    file INTEGER NOT NULL REFERENCES foreign_file (id), place TEXT NOT NULL, coder TEXT NOT NULL, person TEXT NOT NULL,
    clock TEXT NOT NULL, media TEXT NOT NULL, vocabulary TEXT NOT NULL, samples INTEGER, columns TEXT
);
CREATE INDEX foreign_track_by_file ON foreign_track (file);
CREATE TABLE foreign_label (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    track INTEGER NOT NULL REFERENCES foreign_track (id), start_s REAL NOT NULL, end_s REAL NOT NULL,
    label TEXT NOT NULL, detail TEXT NOT NULL
);
CREATE INDEX foreign_label_on_screen ON foreign_label (track, start_s, end_s, label, detail);
CREATE TABLE foreign_series (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    track INTEGER NOT NULL REFERENCES foreign_track (id), name TEXT NOT NULL, level INTEGER NOT NULL,
    chunk INTEGER NOT NULL, samples INTEGER NOT NULL, first_s REAL NOT NULL, last_s REAL NOT NULL, body BLOB NOT NULL
);
CREATE UNIQUE INDEX foreign_series_by_name ON foreign_series (track, name, level, chunk);
CREATE TABLE tie (
    id INTEGER PRIMARY KEY, change INTEGER NOT NULL REFERENCES change (seq),
    track INTEGER NOT NULL REFERENCES foreign_track (id), analysis INTEGER NOT NULL REFERENCES analysis (id),
    person TEXT
);
"""


def guards(tables: tuple[str, ...]) -> str:
    """Triggers that refuse to alter or remove a record or an audit entry, whoever asks."""
    lines: list[str] = []
    for table in tables:
        columns = "" if table != "segment" else " OF id, change, analysis, name, person, start_s, end_s, body"
        lines.append(
            f"CREATE TRIGGER {table}_stays BEFORE UPDATE{columns} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'a record is never altered'); END;"
        )
        lines.append(
            f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'a record is never removed'); END;"
        )
    return "\n".join(lines)


def history_guards() -> str:
    """Triggers that do the same for the history; only whether a change is in force may be altered."""
    return (
        "CREATE TRIGGER change_stays BEFORE UPDATE OF seq, at, who, verb, summary, undoable, target ON change "
        "BEGIN SELECT RAISE(ABORT, 'history is never altered'); END;\n"
        "CREATE TRIGGER change_is_kept BEFORE DELETE ON change "
        "BEGIN SELECT RAISE(ABORT, 'history is never removed'); END;"
    )
