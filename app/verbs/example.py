"""The example: a study of the catalogue's sample, made on this computer. In: the main window. Out: it is open.

It is analysed here, by the same code as every recording, and is not encrypted: there is nobody's data in it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from app.translation import translate
from core.errors import ModelError

if TYPE_CHECKING:
    from app.window import MainWindow
    from core.project.study import Study
    from core.records.study import Recording

NEEDED = ("sample", "face-landmarker", "expression-network")


def example_path() -> Path:
    """Where the example lies."""
    from core.settings import home

    return home() / "example" / "Example.vemo"


def open_example(window: "MainWindow") -> None:
    """Opens the example, made and analysed at the first time."""
    from app.verbs.opening import open_study

    bench = window.bench
    path = example_path()
    if bench.study is not None and bench.study.path == path:
        open_study(window, path, then=None)
        return

    def looked(lacking: tuple[str, ...]) -> None:
        if lacking:
            _offer(window, lacking)
        else:
            _open(window, path)

    bench.free_lane.ask(lambda: () if path.is_file() else _lacking(), then=looked, failed=bench.failed, owner=window)


def _lacking() -> tuple[str, ...]:
    from core.models import locate

    lacks: list[str] = []
    for name in NEEDED:
        try:
            locate(name)
        except ModelError:
            lacks.append(name)
    return tuple(lacks)


def _offer(window: "MainWindow", lacking: tuple[str, ...]) -> None:
    from app.dialogs.models import ModelsDialog

    dialog = ModelsDialog(
        window.bench,
        wanted=lacking,
        why=translate(
            "Verbs",
            "The example is a short clip that is analysed on this computer. What it needs is not here yet: fetch it "
            "once, or take it from a folder or a USB stick.",
        ),
        parent=window,
    )
    dialog.complete.connect(lambda: open_example(window))
    dialog.open()


def _open(window: "MainWindow", path: Path) -> None:
    bench, who = window.bench, window.bench.rater

    def opened(study: "Study") -> None:
        bench.open(lambda: study, then=lambda: bench.ask(_unread, then=unread))

    def unread(found: "tuple[Recording, ...]") -> None:
        from app.verbs.analyse import analyse
        from app.verbs.help import tour_if_new

        for recording in found:
            analyse(bench, recording)
        tour_if_new(window)

    bench.free_lane.ask(lambda: _example(path, who=who), then=opened, failed=bench.failed, owner=window)


def _unread(study: "Study") -> "tuple[Recording, ...]":
    """Recordings that have no analysis yet."""
    from core.project.analyses import analyses
    from core.project.media import recordings

    read = {row.recording for row in analyses(study)}
    return tuple(one for one in recordings(study) if one.id not in read)


def _example(path: Path, *, who: str) -> "Study":
    """The example, open; made where it is not there. A half-made one of an interrupted start is completed."""
    from core.footage.reader import probe
    from core.models import locate
    from core.project import media, sessions
    from core.project.opening import Circumstances, create_study, open_study

    circumstances = Circumstances(who=who)
    if path.is_file():
        study = open_study(path, secret=None, circumstances=circumstances)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        made = create_study(path, name="Example", purpose="research", passphrase=None, circumstances=circumstances)
        study = made.study
    if study.writable and not media.recordings(study):
        sample = locate("sample")
        video = probe(sample)
        known = sessions.sessions(study)
        session = known[0].id if known else sessions.add_session(study, "Example")
        media.add_recording(study, sample, session=session, sha256=video.sha256, video=video)
    return study
