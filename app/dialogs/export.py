"""Asks where results go and what goes along, and shows what they will look like. In: the session. Out: jobs.

The preview is drawn from the analysis in memory. Pictures of faces need the consent of everybody in the session.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.dialogs.files import ask_folder, documents
from app.dialogs.sheet import Sheet
from app.look import SPACE
from app.verbs.preview import Preview, analysis_of, preview
from app.widgets.parts import Scroll, card, mark, quiet, titled
from app.widgets.table import Table

if TYPE_CHECKING:
    from app.window import MainWindow
    from core.project.scene import Scene
    from core.project.study import Study


class ExportDialog(Sheet):
    """Choices on the left, the preview on the right."""

    def __init__(self, window: "MainWindow", scene: "Scene", *, parent: QWidget) -> None:
        super().__init__(self.tr("Export"), parent, width=1000)
        self._window, self._bench, self._scene = window, window.bench, scene
        self._folder: Path | None = None
        self._turn = 0
        self.preview: Preview | None = None
        """What is shown of the chosen analysis, once it is drawn."""
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Which analysis"))
        names = {one.id: one.path.rsplit("/", 1)[-1] for one in scene.recordings}
        for row in scene.analyses:
            self.which.addItem(
                self.tr("{recording}, analysis {number} ({source})").format(
                    recording=names.get(row.recording, ""), number=row.id, source=row.source
                ),
                row.id,
            )
        self.pictures = QCheckBox(self.tr("With pictures of faces (key frames in the report)"))
        self.pictures.setEnabled(False)
        self.why = quiet("")
        self.where = QLabel(self.tr("no folder chosen yet"))
        self.where.setWordWrap(True)
        self.open_after = QCheckBox(self.tr("Open the report afterwards"))
        self.open_after.setChecked(True)
        self.timeline = Picture(self.tr("Timeline of the report"))
        self.page = Scroll(self.tr("Preview of the report"))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._left())
        row.addWidget(card(titled(self.tr("Preview")), self.page), 1)
        self.add(row, 1)
        self.go = self.primary(self.tr("Export"))
        self.cancel()
        self.go.setEnabled(False)
        self.which.currentIndexChanged.connect(self._load)
        self._bench.ask(self._allowed, then=self._show_allowed, failed=self.fail, owner=self)
        self.resize(1040, 640)
        self._load()

    def accept(self) -> None:
        """Starts the export as a job and closes; its outcome is said in the window."""
        from app.verbs.export import run_export

        if self._folder is None or self.waiting:
            return
        run_export(
            self._window,
            int(self.which.currentData()),
            out=self._folder,
            pictures=self.pictures.isChecked(),
            show=self.open_after.isChecked(),
        )
        super().accept()

    def choose(self, folder: Path) -> None:
        """Where the files go."""
        self._folder = folder
        self.where.setText(str(folder))
        self.go.setEnabled(True)
        study = self._bench.study
        if study is not None and study.encrypted:
            mark(self._warning, bad="warn")
            self._warning.setText(
                self.tr(
                    "The study is encrypted; these files are not. Keep the folder where only those may read it who "
                    "may read the study."
                )
            )
            self._warning.show()

    def _left(self) -> QWidget:
        choose = QPushButton(self.tr("Choose a folder…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._warning.hide()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("What"), self.which)
        form.addRow(self.tr("Into which folder"), self.where)
        left = QWidget()
        left.setFixedWidth(330)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE + 2)
        column.addLayout(form)
        column.addWidget(choose)
        column.addWidget(self._warning)
        column.addWidget(self.pictures)
        column.addWidget(self.why)
        column.addWidget(self.open_after)
        column.addWidget(
            quiet(
                self.tr(
                    "Written are report.html (opens in any browser), timeline.png, analysis.json, segments.csv and "
                    "measurements.csv. People stand as you put them right; the log of the study notes the export."
                )
            )
        )
        column.addStretch(1)
        return left

    def _choose(self) -> None:
        study = self._bench.study
        folder = ask_folder(
            self, self.tr("Export into which folder"), folder=study.path.parent if study else documents()
        )
        if folder is not None:
            self.choose(folder)

    def _allowed(self, study: "Study") -> str:
        """Who has not allowed pictures to be shared; empty where everybody has."""
        from core.project.consents import consents, standing_consent

        session = self._scene.session
        if not session.participants:
            return self.tr("Not possible: nobody is recorded as a participant of this session.")
        statements = consents(study)
        names = {one.id: one.pseudonym for one in self._scene.participants}
        lacking: list[str] = []
        for number in session.participants:
            standing = standing_consent(statements, participant=number, session=session.id)
            if standing is None or "share excerpts" not in standing.scopes:
                lacking.append(names.get(number, str(number)))
        if lacking:
            return self.tr("Not possible: no consent to share pictures by {who}.").format(who=", ".join(lacking))
        return ""

    def _show_allowed(self, why_not: str) -> None:
        self.pictures.setEnabled(not why_not)
        self.why.setText(why_not)
        self.why.setVisible(bool(why_not))

    def _load(self, *_: object) -> None:
        number = int(self.which.currentData())
        self._turn += 1
        turn, bench = self._turn, self._bench
        self.page.fill([quiet(self.tr("Drawing the preview…"))])

        def drawn(found: Preview) -> None:
            if turn == self._turn:
                self._show(found)

        bench.ask(
            lambda study: analysis_of(study, number),
            then=lambda analysis: bench.free_lane.ask(
                lambda: preview(analysis), then=drawn, failed=self.fail, owner=self
            ),
            failed=self.fail,
            owner=self,
        )

    def _show(self, found: Preview) -> None:
        self.preview = found
        self.timeline = Picture(self.tr("Timeline of the report"))
        self.timeline.show_png(found.timeline)
        headings = [
            self.tr("Person"),
            self.tr("Usable face"),
            self.tr("Segments"),
            self.tr("Displayed, of usable time"),
        ]
        sums = Table(self.tr("Sums per person"), headings)
        sums.setWordWrap(True)
        sums.fill(found.sums)
        sums.resizeRowsToContents()
        height = sum(sums.rowHeight(row) for row in range(sums.rowCount())) + 44
        sums.setFixedHeight(min(220, height))
        parts: list[QWidget] = [self.timeline, titled(self.tr("What is displayed, in short"))]
        for person, when, sentence in found.sentences:
            line = QLabel(f"{person} · {when}: {sentence}")
            line.setWordWrap(True)
            parts.append(line)
        parts += [titled(self.tr("Sums")), sums, *(quiet(note) for note in found.notes)]
        self.page.fill(parts)


class Picture(QLabel):
    """A picture as wide as there is room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._whole = QPixmap()

    def show_png(self, data: bytes) -> None:
        """Shows a PNG."""
        self._whole.loadFromData(QByteArray(data))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps to the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            return
        scale = self.devicePixelRatioF()
        fitted = self._whole.scaledToWidth(
            round(max(200, self.width()) * scale), Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(scale)
        self.setMinimumWidth(1)
        self.setPixmap(fitted)
        self.setFixedHeight(round(fitted.height() / scale))
