"""Says what the program is for, what it is not for, and how sure it is. In: resources/report/limits.toml. Out: text."""

import tomllib

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.widgets.parts import Drawn, Scroll, card, quiet, titled
from core import __version__
from core.assets import resource


class AboutDialog(Sheet):
    """Intended use first."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(self.tr("About VidEmo Studio"), parent, width=640)
        from core.__main__ import INTENDED_USE

        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(Drawn("app", side=56))
        name = QVBoxLayout()
        name.addWidget(titled(self.tr("VidEmo Studio {version}").format(version=__version__)))
        name.addWidget(
            quiet(self.tr("Everything is computed on this computer. Nothing is sent anywhere, and nothing is counted."))
        )
        head.addLayout(name, 1)
        self.add(head)
        limits = tomllib.loads(resource("report/limits.toml").read_text(encoding="utf-8"))
        use = QLabel(QCoreApplication.translate("Help", INTENDED_USE))
        use.setWordWrap(True)
        own = (
            self.tr("What is displayed in a face is not what a person feels. No statement here is about feelings."),
            self.tr("It identifies nobody. People are numbered P1, P2, …; nothing biometric is stored."),
            self.tr(
                "People who are recorded have a right to know. Whether you may analyse a recording is for you to clear "
                "beforehand."
            ),
        )
        caveats = (*limits["caveats"], *limits["language_model"]["caveats"])
        parts: list[QWidget] = [card(titled(self.tr("Intended use")), use), titled(self.tr("Limits"))]
        parts += [_point(text) for text in own]
        parts += [_point(QCoreApplication.translate("Help", str(text))) for text in caveats]
        parts += [
            titled(self.tr("Licence")),
            _point(
                self.tr(
                    "Apache-2.0. Other people's work that is part of it, with its licences, is listed in "
                    "packaging/THIRD-PARTY.md."
                )
            ),
        ]
        self.add(Scroll(self.tr("Intended use and limits"), parts), 1)
        self.cancel(self.tr("Close")).setDefault(True)
        self.resize(680, 640)


def _point(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
