"""The panel "Your verdict": agree, correct, reject, unsure, comment, what to check next, and how far raters agree.

In: the selected segment or clue, verdicts, doubts. Out: verbs of the table. Original and correction stand side by side.
A blind rater sees their own verdicts alone.
"""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app import reasons, sentences, words
from app.actions import Actions
from app.dialogs.correct import told
from app.look import SPACE
from app.verbs.review import in_words, next_to_check, to_check, why_check, why_in_words
from app.widgets.elided import ElidedLabel
from app.widgets.flow import FlowLayout
from app.widgets.label_icon import label_icon
from app.widgets.verb_button import VerbButton
from app.workbench import Workbench
from core.export.clock import time_code
from core.figures.on_screen import MODEL, RaterAgreement, rater_agreement
from core.project.reviews import last_words
from core.records.review import Review
from core.records.study import SegmentRow
from core.statistics.agreement import Agreement
from core.statistics.conclusion import Estimate, Interval, Refusal

SETTLED_MS = 400
"""Agreement is computed when nothing has changed for so long."""
DOUBTS_MS = 150
"""What is left to check is looked up anew so long after the first doubts that came since."""
ICON = 18


class ReviewPanel(QWidget):
    """One per session page."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self.bench, self.actions_ = bench, actions
        self._turn = 0
        self._buttons = {
            name: VerbButton(actions, f"review.{name}")
            for name in ("agree", "correct", "reject", "unsure", "comment", "next")
        }
        self._buttons["next"].setText(self.tr("Next  N"))
        verbs = FlowLayout(spacing=SPACE - 2)
        for button in self._buttons.values():
            button.setProperty("compact", True)
            verbs.addWidget(button)
        self.about, self.standing = QLabel(), _Verdict()
        self.about.setProperty("quiet", True)
        self.others, self.upcoming = ElidedLabel(quiet=True), ElidedLabel()
        self.agreement = ElidedLabel(quiet=True)
        self._undo = VerbButton(actions, "review.undo", short=True)
        self._undo.setToolTip(self.tr("Take back the last change of the study"))
        self._rater = VerbButton(actions, "review.rater", short=True)
        for button in (self._undo, self._rater):
            button.setProperty("flat", True)
        saved = QHBoxLayout()
        saved.addWidget(self._rater)
        saved.addWidget(self.about)
        saved.addWidget(self.standing, 1)
        saved.addWidget(self._undo)
        card = QFrame()
        card.setProperty("card", True)
        column = QVBoxLayout(card)
        column.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        column.setSpacing(4)
        column.addLayout(verbs)
        column.addLayout(saved)
        for label in (self.others, self.upcoming, self.agreement):
            column.addWidget(label)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._ask_agreement)
        session = bench.session
        self._left: tuple[str, list[SegmentRow]] | None = None
        """The rater, and what is left to check; None where it has to be looked up anew."""
        self._doubted = QTimer(self, singleShot=True, interval=DOUBTS_MS)
        self._doubted.timeout.connect(self._look_anew)
        session.selected.connect(self.refresh)
        session.scene_changed.connect(self._changed)
        session.doubts_changed.connect(self._doubts_came)
        session.opened.connect(lambda: self.agreement.say(""))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps room for a second line of buttons: a dock asks for no height that depends on the width."""
        super().resizeEvent(event)
        self._keep_room()

    def event(self, event: QEvent) -> bool:
        """Keeps room for words that have come since."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_room()
        return super().event(event)

    def _keep_room(self) -> None:
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Draws anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def refresh(self) -> None:
        """Shows what is selected and said now."""
        session = self.bench.session
        row, scene = session.row, session.scene
        blind = scene is not None and scene.blind
        for name in ("agree", "reject"):
            self._buttons[name].setVisible(not blind)
        self._rater.setText(self.bench.rater)
        clue = session.selected_clue
        self.about.setText(self.tr("on “{clue}”").format(clue=reasons.title(clue)) if clue is not None else "")
        self.about.setVisible(clue is not None)
        mine = session.standing_review(row, rater=self.bench.rater, clue=session.clue) if row is not None else None
        self.standing.show_verdict(
            row,
            mine,
            bare=blind or clue is not None,
            offset_s=session.offset_s(row.analysis) if row is not None else 0.0,
        )
        newest = max((one.id for one in scene.reviews), default=0) if scene is not None else 0
        self._undo.setVisible(mine is not None and mine.id == newest)
        told = self._said_by_others(row) if row is not None and not blind else ""
        self.others.say(told)
        self._show_next()
        self._settled.start()

    def _said_by_others(self, row: SegmentRow) -> str:
        scene = self.bench.session.scene
        name, clue = row.segment.split("/")[0], self.bench.session.clue
        found = last_words(one for one in (scene.reviews if scene is not None else ()) if one.analysis == row.analysis)
        said = [
            in_words(one)
            for (rater, segment, on), one in found.items()
            if segment == name and on == clue and rater != self.bench.rater
        ]
        return self.tr("Others: {list}").format(list="; ".join(said)) if said else ""

    def _changed(self) -> None:
        self._left = None
        self.refresh()

    def _doubts_came(self) -> None:
        """Doubts of an hour come in dozens of parts; thousands of segments are not gone through for each."""
        if not self._doubted.isActive():
            self._doubted.start()

    def _look_anew(self) -> None:
        self._left = None
        self._show_next()

    def _show_next(self) -> None:
        scene = self.bench.session.scene
        if scene is None or not scene.segments:
            self.upcoming.say("")
            return
        if self._left is None or self._left[0] != self.bench.rater:
            self._left = self.bench.rater, to_check(self.bench)
        rows = self._left[1]
        row, left = next_to_check(self.bench, rows), len(rows)
        why = why_check(self.bench, row) if row is not None else None
        if row is None or why is None:
            self.upcoming.say(self.tr("Nothing else is left to check."))
            return
        self.upcoming.say(
            self.tr("Next to check: {person} {time}, {why} · {count} left").format(
                person=row.person, time=time_code(row.start_s), why=why_in_words(why), count=left
            )
        )

    def _ask_agreement(self) -> None:
        session, rater = self.bench.session, self.bench.rater
        scene, row = session.scene, session.row
        self._turn += 1
        turn = self._turn
        if scene is None or scene.blind or session.provisional or not scene.people:
            self.agreement.say("")
            return
        key = (row.analysis, row.person) if row is not None else scene.people[0].key
        if not any(one.rater == rater and one.analysis == key[0] for one in scene.reviews):
            self.agreement.say(self.tr("Agreement between you and the model appears here as you judge segments."))
            return

        def show(found: RaterAgreement) -> None:
            if turn == self._turn:
                self._show_agreement(found)

        self.bench.free_lane.ask(lambda: rater_agreement(scene, key, rater=rater), then=show, owner=self)

    def _show_agreement(self, found: RaterAgreement) -> None:
        lines = [self._agreement_in_words(one) for one in found.found]
        lines += [
            self.tr("With {other}: no figure. {why}").format(other=self._coder(other), why=sentences.in_words(why))
            for other, why in found.refused
        ]
        if not lines:
            lines = [self.tr("You have not judged a segment of {person} yet.").format(person=found.key[1])]
        self.agreement.say("\n".join(lines), more="\n".join(self._base_rates(one) for one in found.found))

    def _agreement_in_words(self, found: Agreement) -> str:
        pair = found.pairs[0]
        kappa, raw = pair.kappa.result, pair.raw.result
        seconds = f"{pair.kappa.samples * found.rules.step_s:.0f}"
        if isinstance(kappa, Refusal):
            return self.tr("{person}, agreement with {other}: no figure. {why}").format(
                person=found.person, other=self._coder(pair.second), why=sentences.in_words(kappa.reason)
            )
        told = self.tr("{person}, agreement with {other}: κ {kappa}{interval}, the same {raw} of {seconds} s").format(
            person=found.person,
            other=self._coder(pair.second),
            kappa=f"{kappa.value:.2f}",
            interval=self._interval(kappa),
            raw=words.percent(raw.value) if isinstance(raw, Estimate) else "–",
            seconds=seconds,
        )
        return told

    def _interval(self, of: Estimate) -> str:
        if not isinstance(of.interval, Interval):
            return ""
        return self.tr(" ({level} interval {low} to {high})").format(
            level=words.percent(of.interval.level), low=f"{of.interval.low:.2f}", high=f"{of.interval.high:.2f}"
        )

    def _base_rates(self, found: Agreement) -> str:
        """How often each coder gave each label: without it kappa says little."""
        lines: list[str] = []
        for coder in found.coders:
            rates = ", ".join(
                self.tr("{label} {share}").format(label=words.label(one.label), share=words.percent(one.share))
                for one in found.base_rates
                if one.coder == coder and one.share
            )
            lines.append(self.tr("{coder}: {rates}").format(coder=self._coder(coder), rates=rates or "–"))
        return "\n".join(lines)

    def _coder(self, name: str) -> str:
        return self.tr("the model") if name == MODEL else name


class _Verdict(QWidget):
    """The model's label and the rater's word on it, side by side."""

    def __init__(self) -> None:
        super().__init__()
        self._before_icon, self._before = QLabel(), QLabel()
        self._after_icon, self._after = QLabel(), ElidedLabel()
        self._arrow = QLabel("→")
        self._arrow.setProperty("quiet", True)
        self._after.setProperty("title", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._before_icon, self._before, self._arrow, self._after_icon):
            row.addWidget(widget)
        row.addWidget(self._after, 1)

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._before.text()} → {self._after.text()}"

    def show_verdict(self, row: SegmentRow | None, review: Review | None, *, bare: bool, offset_s: float) -> None:
        """Shows another verdict, or that there is none; `bare` without the label of the segment."""
        label = row.label if row is not None and not bare else None
        self._before_icon.setVisible(label is not None)
        self._before.setVisible(label is not None)
        self._arrow.setVisible(label is not None)
        self._before.setText("" if label is None else words.label(label))
        if label is not None:
            self._before_icon.setPixmap(label_icon(label).pixmap(ICON, ICON))
        corrected = review.correction if review is not None else None
        better = corrected.label if corrected is not None else None
        self._after_icon.setVisible(better is not None)
        if better is not None:
            self._after_icon.setPixmap(label_icon(better).pixmap(ICON, ICON))
        if row is None:
            self._after.say(self.tr("choose a segment to say whether its reading is right"))
        elif review is None:
            self._after.say(self.tr("no verdict of yours yet"))
        elif corrected is not None:
            self._after.say(self._with(review, told(corrected, offset_s=offset_s)))
        else:
            self._after.say(self._with(review, self._plain(review)))

    def _plain(self, review: Review) -> str:
        return {
            "agree": self.tr("you agree"),
            "disagree": self.tr("you reject it"),
            "unsure": self.tr("you are unsure"),
            "correct": self.tr("you correct it"),
        }[review.verdict]

    def _with(self, review: Review, what: str) -> str:
        if review.comment:
            return self.tr("{what} · “{comment}” · saved").format(what=what, comment=review.comment)
        return self.tr("{what} · saved").format(what=what)
