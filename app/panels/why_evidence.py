"""The evidence of one clue: its curves around the segment, a sentence for each measure, the model's words, provenance.

Curves are read in the study lane, one minute at most, and drawn with gaps where no usable face was.
"""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app import reasons
from app.look import SPACE, theme
from app.sentences import in_words
from app.widgets.evidence_plot import EvidencePlot
from app.workbench import Workbench
from core.project.screen import Screen, Window, screen
from core.records.analysis import Provenance
from core.records.tree import AffectiveTree, Clue

MOST_CURVES = 3
BUILT_IN = "measured"
"""Name of the analyst that knows rules and measurements alone."""
MOST_WINDOW_S = 60.0
LEAST_MARGIN_S = 3.0


@dataclass(frozen=True, slots=True)
class Background:
    """What an analysis says once for all its segments."""

    usual: dict[str, dict[str, float]]
    """Neutral value of each curve by the analysis' own person."""
    provenance: Provenance | None
    """None for the first results of a running analysis."""


class WhyEvidence(QScrollArea):
    """One clue at a time."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._turn = 0
        self._worn = theme()
        self._wanted: tuple[object, ...] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Evidence"))
        inner = QWidget()
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE, 0, SPACE, 0)
        column.setSpacing(4)
        self._title = _label(title=True)
        column.addWidget(self._title)
        self._plots: list[tuple[QLabel, EvidencePlot]] = []
        for _ in range(MOST_CURVES):
            head, plot = _label(quiet=True), EvidencePlot()
            column.addWidget(head)
            column.addWidget(plot)
            self._plots.append((head, plot))
        self.told = _label()
        self._words_head, self._words = _label(title=True), _label()
        self._words_head.setText(self.tr("The model’s words"))
        self._source = _label(quiet=True)
        for label in (self.told, self._words_head, self._words, self._source):
            column.addWidget(label)
        column.addStretch(1)
        bench.session.moved.connect(self._move)

    def changeEvent(self, event: QEvent) -> None:
        """Draws anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_plots") and self._worn is not theme():
            self._worn = theme()
            for _, plot in self._plots:
                plot.draw()
        super().changeEvent(event)

    def forget(self) -> None:
        """Shows nothing until the next clue."""
        self._turn += 1
        self._wanted = None

    def show_clue(self, clue: Clue, tree: AffectiveTree, *, background: Background, own_person: str) -> None:
        """Shows a clue of the selected segment; `own_person` is what the analysis calls that person."""
        session, row = self._bench.session, self._bench.session.row
        if row is None or session.scene is None:
            return
        wanted = (row.analysis, row.segment, row.person, clue.id, id(background))
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._turn += 1
        turn = self._turn
        name = session.person.standing.name if session.person is not None else row.person
        found = reasons.measures(clue, tree, usual=background.usual.get(own_person, {}), person=name)
        self._title.setText(self.tr("Evidence · {clue}").format(clue=reasons.title(clue)))
        sentences = [one.sentence for one in found]
        if clue.support == "contradicted":
            sentences.insert(0, self.tr("Not counted: {why}.").format(why=reasons.against(clue)))
        self.told.setText("\n".join(self.tr("• {sentence}").format(sentence=one) for one in sentences))
        of = background.provenance
        measured = of is not None and of.analyst == BUILT_IN
        self._words.setText(f"“{in_words(clue.text) if measured else clue.text}”")
        self._words.setVisible(bool(clue.text))
        self._words_head.setVisible(bool(clue.text))
        self._source.setText(self._provenance(background.provenance))
        drawn: dict[str, reasons.Measure] = {}
        for one in found:
            if one.curve is not None and len(drawn) < MOST_CURVES and not session.provisional:
                drawn.setdefault(one.curve, one)
        for place, (head, plot) in enumerate(self._plots):
            head.setVisible(place < len(drawn))
            plot.setVisible(place < len(drawn))
        if not drawn or session.provisional:
            return
        offset_s = session.offset_s(row.analysis)
        span_s = (clue.span.start_s + offset_s, clue.span.end_s + offset_s)
        window_s = self._window(row.start_s, row.end_s)
        question = Window(
            session=session.scene.session.id,
            start_s=window_s[0],
            end_s=window_s[1],
            curves=tuple((row.person, name) for name in drawn),
            rater=self._bench.rater,
            analyses=(row.analysis,),
        )

        def show(found: Screen) -> None:
            if turn == self._turn:
                self._draw(drawn, found, window_s=window_s, span_s=span_s)

        self._bench.ask(lambda study: screen(study, question), then=show, owner=self)

    def _draw(
        self,
        drawn: dict[str, reasons.Measure],
        found: Screen,
        *,
        window_s: tuple[float, float],
        span_s: tuple[float, float],
    ) -> None:
        curves = {curve.name: curve for curve in found.curves}
        for (head, plot), (name, measure) in zip(self._plots, drawn.items(), strict=False):
            head.setText(self._head(measure, drawn=name in curves))
            plot.setAccessibleName(measure.sentence)
            plot.show_curve(
                curves.get(name),
                window_s=window_s,
                span_s=span_s,
                levels=(measure.usual, measure.threshold),
                degrees=measure.degrees,
                either_way=measure.either_way,
            )
            plot.move_playhead(self._bench.session.playhead_s)

    def _head(self, measure: reasons.Measure, *, drawn: bool) -> str:
        """Name and legend of a curve."""
        if not drawn:
            return self.tr("{what}: no curve was kept").format(what=measure.title)
        unit = "°" if measure.degrees else ""
        digits = 0 if measure.degrees else 2
        parts = [measure.title]
        if measure.usual is not None:
            parts.append(self.tr("– – usual {value}").format(value=f"{measure.usual:.{digits}f}{unit}"))
        if measure.threshold is not None:
            parts.append(self.tr("··· counts from {value}").format(value=f"{measure.threshold:.{digits}f}{unit}"))
        return "  ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)

    def _window(self, start_s: float, end_s: float) -> tuple[float, float]:
        """The segment with its length on either side, a minute at most."""
        length = end_s - start_s
        margin = max(LEAST_MARGIN_S, min(length, (MOST_WINDOW_S - length) / 2))
        scene = self._bench.session.scene
        longest = scene.length_s if scene is not None else end_s
        return max(0.0, start_s - margin), max(end_s, min(longest, end_s + margin))

    def _move(self, time_s: float) -> None:
        for _, plot in self._plots:
            if plot.isVisible():
                plot.move_playhead(time_s)

    def _provenance(self, of: Provenance | None) -> str:
        if of is None:
            return self.tr("First results of a running analysis; the curves can be looked at when it is finished.")
        return self.tr("Read by {analyst}, {software} {version}, with {models}.").format(
            analyst=self.tr("the built-in analyst") if of.analyst == BUILT_IN else of.analyst,
            software=of.software,
            version=of.version,
            models=", ".join(of.models) or "–",
        )


def _label(*, title: bool = False, quiet: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setProperty("title", title)
    label.setProperty("quiet", quiet)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
