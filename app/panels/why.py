"""The panel "Why this reading": the selected segment's tree, and the evidence of the selected clue.

In: `session.row`, `session.segment`, `session.clue`. Out: another selected clue, a moment to go to, a span to loop. For
a blind rater it shows nothing of what the model reads.
"""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import reasons, words
from app.actions import Actions
from app.look import SPACE
from app.panels.why_evidence import Background, WhyEvidence
from app.panels.why_heading import WhyHeading
from app.sentences import in_words
from app.widgets.account import AccountView
from app.widgets.elided import ElidedLabel
from app.widgets.empty import EmptyState
from app.widgets.reasons_graph import COLUMNS, Edge, ReasonsGraph
from app.widgets.reasons_tree import Card, ReasonsTree
from app.workbench import Workbench
from core.export.trees import Node, nested
from core.project.analyses import load_outline
from core.project.study import Study
from core.records.analysis import Segment
from core.records.tree import Clue, Support

SHORTEST_LOOP_S = 0.6
TREE, GRAPH, WORDS = range(3)
"""The ways to show the reasons."""
FIRST = Background({}, None)
SUPPORTS: tuple[Support, ...] = ("supported", "contradicted", "not_measurable")


class WhyPanel(QWidget):
    """One per session page."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        self._backgrounds: dict[int, Background] = {}
        self._shown: tuple[Segment, int, tuple[object, ...]] | None = None
        self.heading, self.evidence, self.empty = WhyHeading(), WhyEvidence(bench), EmptyState()
        self.tree, self.graph, self.words = ReasonsTree(), ReasonsGraph(), AccountView()
        self._counts = ElidedLabel(quiet=True)
        self._ways = QStackedWidget()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidget(self.graph)
        self.graph.setAutoFillBackground(False)
        scrolled.viewport().setAutoFillBackground(False)
        self._ways.addWidget(self.tree)
        self._ways.addWidget(scrolled)
        self._ways.addWidget(self.words)
        self._as_tree = self._way(self.tr("Tree"), TREE)
        self._as_graph = self._way(self.tr("Graph"), GRAPH)
        self.as_words = self._way(self.tr("Words"), WORDS)
        self.as_words.setToolTip(self.tr("What the model said, and the answers that were not chosen"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._content())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        for widget in (self.tree, self.graph):
            widget.chosen.connect(self._choose)
            widget.jumped.connect(self._jump)
        self._switch(GRAPH if bench.preferences.flag("why.graph", default=False) else TREE)
        session = bench.session
        session.selected.connect(self.refresh)
        session.scene_changed.connect(self.refresh)
        session.opened.connect(self._backgrounds.clear)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Draws anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.tree.viewport().update()
            self.graph.update()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Shows what is selected now."""
        told = self._nothing_to_show()
        segment, row = self.bench.session.segment, self.bench.session.row
        background = self._background()
        if told is not None or segment is None or row is None or segment.reading is None or background is None:
            title, hint = told or (self.tr("Reading the reasons …"), "")
            self.empty.say(title, hint)
            self._pages.setCurrentIndex(0)
            self.evidence.forget()
            self._shown = None
            return
        marks = self._marks()
        if self._shown is None or self._shown[0] is not segment or self._shown[1:] != (row.analysis, marks):
            self._shown = (segment, row.analysis, marks)
            self._show_tree(segment, background)
        self.heading.show_reading(row, segment, segment.reading, self.bench.session.person)
        clue = self._current(segment)
        self.tree.choose(clue.id if clue is not None else None)
        self.graph.choose(clue.id if clue is not None else None)
        if clue is not None:
            self.evidence.show_clue(clue, segment.tree, background=background, own_person=segment.person)
        self._pages.setCurrentIndex(1)

    def _content(self) -> QWidget:
        bar = QHBoxLayout()
        bar.addWidget(self._counts, 1)
        bar.addWidget(self._as_tree)
        bar.addWidget(self._as_graph)
        bar.addWidget(self.as_words)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self._ways, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.evidence)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 4)
        split.setChildrenCollapsible(False)
        split.setSizes([400, 280])
        page = QFrame()
        page.setProperty("card", True)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(SPACE + 4, SPACE + 2, SPACE, SPACE)
        whole.setSpacing(SPACE)
        whole.addWidget(self.heading)
        whole.addWidget(split, 1)
        return page

    def _way(self, text: str, place: int) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda: self._switch(place))
        return button

    def _switch(self, place: int) -> None:
        self._ways.setCurrentIndex(place)
        self.evidence.setVisible(place != WORDS)  # words belong to no clue, and want the room
        (self._as_tree, self._as_graph, self.as_words)[place].setChecked(True)
        if place != WORDS:  # which not every reading has
            self.bench.preferences.keep_flag("why.graph", on=place == GRAPH)

    def _nothing_to_show(self) -> tuple[str, str] | None:
        session = self.bench.session
        row, segment = session.row, session.segment
        if session.scene is None or row is None:
            return (
                self.tr("Choose a segment"),
                self.tr("Click one on the timeline, or press ↑ and ↓: the reasons for its reading appear here."),
            )
        if session.scene.blind:
            return (
                self.tr("You rate blind: give your own label"),
                self.tr("Press C and choose what you see displayed. The model’s reading and its reasons stay hidden."),
            )
        if not row.assessable:
            shares = segment.quality if segment is not None else {}
            why = ", ".join(
                self.tr("{what} {share}").format(what=words.flag(name), share=words.percent(share))
                for name, share in sorted(shares.items(), key=lambda item: -item[1])
                if share >= 0.05
            )
            where = words.span(row.start_s, row.end_s)
            told = self.tr("{person}, {span}: {why}.") if why else self.tr("{person}, {span}.")
            return (
                self.tr("Not assessable: no usable face, so nothing is read here"),
                told.format(person=row.person, span=where, why=why),
            )
        if row.unread and segment is not None and segment.failure:
            return (
                self.tr("Not read: the model failed here"),
                self.tr("{person}, {span}: {why} It is missing, not neutral.").format(
                    person=row.person, span=words.span(row.start_s, row.end_s), why=in_words(segment.failure)
                ),
            )
        if session.provisional and (segment is None or segment.reading is None):
            return (
                self.tr("First results of a running analysis"),
                self.tr("The reasons can be looked at when it is finished."),
            )
        return None

    def _background(self) -> Background | None:
        row, scene = self.bench.session.row, self.bench.session.scene
        if row is None or scene is None or scene.blind:
            return None
        if self.bench.session.provisional:
            return FIRST
        analysis = row.analysis
        if analysis not in self._backgrounds:
            self.bench.ask(
                lambda study: _load_background(study, analysis),
                then=lambda found: self._give_background(analysis, found),
                owner=self,
            )
        return self._backgrounds.get(analysis)

    def _give_background(self, analysis: int, found: Background) -> None:
        if analysis not in self._backgrounds:
            self._backgrounds[analysis] = found
            self.refresh()

    def _marks(self) -> tuple[object, ...]:
        """The rater's own verdicts on clues: they stand on the cards."""
        session, row = self.bench.session, self.bench.session.row
        if row is None or session.scene is None:
            return ()
        name = row.segment.split("/")[0]
        return tuple(
            (one.clue, one.verdict)
            for one in session.scene.reviews
            if (one.analysis, one.segment, one.rater) == (row.analysis, name, self.bench.rater) and one.clue is not None
        )

    def _show_words(self, segment: Segment) -> None:
        """What a language model said; the built-in analyst says nothing, so there is no button for it."""
        self.as_words.setVisible(segment.account is not None)
        if segment.account is not None:
            self.words.show_account(segment.account)
        elif self.as_words.isChecked():
            self._switch(TREE)

    def _show_tree(self, segment: Segment, background: Background) -> None:
        self._show_words(segment)
        top, rest = nested(segment.tree)
        cards = {clue.id: self._card(clue, segment, background) for clue in segment.tree.clues}

        explained = {edge.target for edge in segment.tree.edges}

        def nest(node: Node, *, beside: bool = False) -> Card:
            card = cards[node.clue.id]
            below = tuple(nest(reason) for reason in node.reasons)
            detail = card.detail
            if node.shown_above and node.clue.id in explained:
                detail = self.tr("{detail} · reasons: see above").format(detail=detail)
            elif beside and node.clue.support != "contradicted":
                detail = self.tr("{detail} · no reason for the reading").format(detail=detail)
            return Card(
                card.clue, card.title, detail, card.level, card.support,
                " ".join(part for part in (card.told, in_words(node.why)) if part), below,
            )  # fmt: skip

        self.tree.show_cards((*(nest(node) for node in top), *(nest(node, beside=True) for node in rest)))
        self.graph.show_graph(
            tuple(tuple(cards[clue.id] for clue in segment.tree.at(level)) for level in COLUMNS),
            tuple(Edge(edge.source, edge.target, in_words(edge.why)) for edge in segment.tree.edges),
            heads=(self.tr("Attributes"), self.tr("Expressions"), self.tr("Emotion")),
        )
        count = {name: sum(clue.support == name for clue in segment.tree.clues) for name in SUPPORTS}
        forms: dict[Support, str] = {
            "supported": self.tr("{count} supported"),
            "contradicted": self.tr("{count} contradicted, not counted"),
            "not_measurable": self.tr("{count} not measurable"),
        }
        told = " · ".join(forms[name].format(count=count[name]) for name in SUPPORTS if count[name])
        self._counts.say(told)

    def _card(self, clue: Clue, segment: Segment, background: Background) -> Card:
        usual = background.usual.get(segment.person, {})
        detail = reasons.detail(clue, usual=usual, segment=segment)
        session, row = self.bench.session, self.bench.session.row
        said = session.standing_review(row, rater=self.bench.rater, clue=clue.id) if row is not None else None
        if said is not None:
            detail = self.tr("{who} {verdict} · {detail}").format(
                who=said.rater, verdict=words.verdict(said.verdict), detail=detail
            )
        offset_s = session.offset_s(row.analysis) if row is not None else 0.0
        told = self.tr("{title}: {support}. {detail}. {span}.").format(
            title=reasons.title(clue),
            support=words.support(clue.support),
            detail=detail,
            span=words.span(clue.span.start_s + offset_s, clue.span.end_s + offset_s),
        )
        return Card(clue.id, reasons.title(clue), detail, words.level(clue.level), clue.support, told, ())

    def _current(self, segment: Segment) -> Clue | None:
        """The selected clue; for the segment as a whole its reading, or the most probable emotion."""
        selected = self.bench.session.selected_clue
        emotions = segment.tree.at("emotion")
        return selected or _reading_clue(segment) or next(iter(emotions), None)

    def _choose(self, clue: str) -> None:
        session = self.bench.session
        segment = session.segment
        reading = _reading_clue(segment) if segment is not None else None
        wanted = None if reading is not None and reading.id == clue else clue
        if wanted != session.clue:
            session.select_clue(wanted)

    def _jump(self, clue: str) -> None:
        session, row = self.bench.session, self.bench.session.row
        found = next((one for one in session.segment.tree.clues if one.id == clue), None) if session.segment else None
        if row is None or found is None:
            return
        self._choose(clue)
        offset_s = session.offset_s(row.analysis)
        start_s, end_s = found.span.start_s + offset_s, found.span.end_s + offset_s
        if end_s - start_s < SHORTEST_LOOP_S:
            middle = (start_s + end_s) / 2
            start_s, end_s = max(0.0, middle - SHORTEST_LOOP_S / 2), middle + SHORTEST_LOOP_S / 2
        session.play_again((start_s, end_s))
        session.seek(start_s)


def _reading_clue(segment: Segment) -> Clue | None:
    return next((clue for clue in segment.tree.at("emotion") if clue.value == "reading"), None)


def _load_background(study: Study, analysis: int) -> Background:
    outline = load_outline(study, analysis)
    return Background({person.id: dict(person.baseline_curves) for person in outline.people}, outline.provenance)
