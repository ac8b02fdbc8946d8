"""The crash dialog. In: a fault of the program. Out: a report to copy, without anything of a patient in it.

The report names the kind of fault and the places in the program it passed through, and nothing else: what a fault says
in its own words may hold a name, a path or a note, so it is left out. The terminal, where there is one, has it all.
"""

import platform
import re
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.dialogs.sheet import Sheet
from app.widgets.parts import titled
from core import __version__

_FRAME = re.compile(r'^\s*File "(?P<path>.+)", line (?P<line>\d+), in (?P<name>[\w<>.]+)')
_KIND = re.compile(r"^(?P<kind>[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit|Warning|Iteration))\b")


class CrashDialog(Sheet):
    """One at a time: further faults are added to the one that is open."""

    def __init__(self, fault: BaseException, *, parent: QWidget) -> None:
        super().__init__(
            parent=parent,
            title=self.tr("A fault in the program"),
            words=self.tr(
                "This is a fault in VidEmo Studio, not in what you did. What was saved is kept: every change is on the "
                "disk as soon as it is made. Nothing has left this computer, and nothing will unless you send it."
            ),
            width=640,
        )
        self.add(titled(self.tr("The report: places in the program, no file names, no names of people")))
        self.report = QPlainTextEdit(report_of(fault))
        self.report.setReadOnly(True)
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setMinimumHeight(240)
        self.report.setTabChangesFocus(True)
        self.add(self.report, 1)
        self.other(self.tr("Copy the report"), self._copy)
        self.cancel(self.tr("Go on")).setDefault(True)

    def further(self, fault: BaseException) -> None:
        """Adds another fault."""
        self.report.appendPlainText("\n" + report_of(fault))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def show_crash(fault: BaseException, *, parent: QWidget) -> None:
    """Says that a fault happened and that nothing that was saved is lost."""
    there = parent.findChild(CrashDialog)
    if there is not None and there.isVisible():
        there.further(fault)
        return
    CrashDialog(fault, parent=parent).open()


def report_of(fault: BaseException) -> str:
    """The fault's kind and places, and what the program runs on. Holds no word of the fault's own."""
    lines = [
        f"VidEmo Studio {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.machine()}",
        "(What the fault says in its own words is left out: it may name files or people.)",
    ]
    # A fault of a child process brings the child's traceback as its text; the same is taken from it.
    own = "".join(traceback.format_exception(fault)).splitlines()
    for line in own:
        frame, kind = _FRAME.match(line), _KIND.match(line)
        if frame is not None:
            lines.append(f"  {_place(frame['path'])}:{frame['line']} in {frame['name']}")
        elif kind is not None:
            lines.append(kind["kind"])
    if not any(line == type(fault).__name__ or line.endswith("." + type(fault).__name__) for line in lines):
        lines.append(type(fault).__qualname__)
    return "\n".join(lines)


def _place(path: str) -> str:
    """A file of the program or a library by its place in it; anything else without its name."""
    parts = Path(path.replace("\\", "/")).parts
    for root in ("site-packages", "dist-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) + 1 :])
    source = Path(__file__).resolve().parents[2]
    if path.startswith(str(source)):
        return Path(path).relative_to(source).as_posix()
    base = Path(sys.base_prefix)
    if path.startswith(str(base)):
        return f"python/{Path(path).name}"
    if path.startswith("<"):
        return path
    return "a file outside the program"
