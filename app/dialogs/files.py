"""The system's own dialogs for files and folders. In: a window. Out: paths, or None where nothing was chosen."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

VIDEO_SUFFIXES = ("mp4", "mov", "m4v", "mkv", "avi", "webm", "mpg", "mpeg", "mts", "m2ts", "ts", "wmv", "3gp", "mxf")


def documents() -> Path:
    """Where people keep their own files."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_study(parent: QWidget, *, folder: Path) -> Path | None:
    """An existing study."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Files", "Open a study"),
        str(folder),
        QCoreApplication.translate("Files", "Studies (*.vemo);;All files (*)"),
    )
    return Path(name) if name else None


def ask_new_study(parent: QWidget, *, proposed: Path) -> Path | None:
    """A place for a new study."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        QCoreApplication.translate("Files", "Where the study is kept"),
        str(proposed),
        QCoreApplication.translate("Files", "Studies (*.vemo)"),
    )
    return Path(name) if name else None


def ask_recordings(parent: QWidget, *, folder: Path) -> tuple[Path, ...]:
    """Recordings, several at once."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        QCoreApplication.translate("Files", "Add recordings"),
        str(folder),
        QCoreApplication.translate("Files", "Videos ({endings});;All files (*)").format(
            endings=" ".join(f"*.{one} *.{one.upper()}" for one in VIDEO_SUFFIXES)
        ),
    )
    return tuple(Path(name) for name in names)


def ask_foreign(parent: QWidget, *, folder: Path) -> Path | None:
    """A file in which somebody coded with another program."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Files", "Import what others coded"),
        str(folder),
        QCoreApplication.translate(
            "Files",
            "ELAN, BORIS, py-feat, OpenFace, subtitles (*.eaf *.boris *.csv *.tsv *.txt *.vtt *.srt);;All files (*)",
        ),
    )
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, *, folder: Path) -> Path | None:
    """A folder."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None
