"""One question and what was answered: the true answer, the model's, rewards, where their trees differ. In: a row."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app import words as terms
from app.look import SPACE
from app.training import words
from app.training.said import Answer, Difference, Row
from app.translation import QT_TRANSLATE_NOOP, translate
from app.widgets.parts import Drawn, Scroll, mark, quiet, titled

WHEN = {
    "before": QT_TRANSLATE_NOOP("Samples", "Before, it said"),
    "after": QT_TRANSLATE_NOOP("Samples", "Now it says"),
    "look": QT_TRANSLATE_NOOP("Samples", "It said"),
}
REWARDS = {
    "answer": QT_TRANSLATE_NOOP("Samples", "right answer"),
    "tree": QT_TRANSLATE_NOOP("Samples", "affective tree"),
    "caption": QT_TRANSLATE_NOOP("Samples", "description"),
    "evidence": QT_TRANSLATE_NOOP("Samples", "measurements"),
    "form": QT_TRANSLATE_NOOP("Samples", "form"),
    "length": QT_TRANSLATE_NOOP("Samples", "length"),
}
KINDS = {
    "omitted": (QT_TRANSLATE_NOOP("Samples", "left out"), "−", "bad"),
    "added": (QT_TRANSLATE_NOOP("Samples", "added"), "+", "warn"),
    "changed": (QT_TRANSLATE_NOOP("Samples", "other value"), "≠", "warn"),
}
"""Word, sign and tone."""
LEVELS = ("emotion", "expression", "attribute", "edge")
"""The order in which differences stand: what weighs most first."""


class AnswerView(Scroll):
    """Below one another, to be scrolled."""

    def __init__(self) -> None:
        super().__init__(translate("Samples", "Answers"))
        self.column.setContentsMargins(2 * SPACE, 0, SPACE, 0)

    def show_row(self, row: Row | None) -> None:
        """Shows a question with its answers, or nothing."""
        if row is None:
            self.fill(())
            return
        parts: list[QWidget] = [_said(row.question, tone="quiet"), titled(translate("Samples", "The true answer"))]
        parts.append(_said(row.wanted))
        for one in row.answers:
            parts += _answer(one, gain=row.gain if one.when == "after" else None)
        self.fill(parts)
        self.verticalScrollBar().setValue(0)


def _answer(one: Answer, *, gain: float | None) -> list[QWidget]:
    told = f"{translate('Samples', WHEN[one.when])} ({one.score:.2f})"
    parts: list[QWidget] = [titled(told)]
    if gain is not None and gain != 0:
        better = gain > 0
        how = translate("Samples", "better") if better else translate("Samples", "worse")
        drawn, tone = ("tick", "good") if better else ("reject", "bad")
        parts = [_marked(drawn, f"{told}, {how}", tone=tone)]
    if one.said:
        parts.append(_said(one.said))
    else:
        parts.append(_said(translate("Samples", "The answer is missing."), tone="warn"))
    if not one.ended:
        parts.append(_said(translate("Samples", "It was cut off: nothing is learned from it."), tone="warn"))
    if one.rewards:
        parts.append(quiet(rewards_words(one.rewards)))
    if one.differences is not None:
        parts.append(_differences(one.differences))
    return parts


def rewards_words(rewards: Mapping[str, float]) -> str:
    """As `affective tree 0.55 · form 1.00`."""
    return " · ".join(
        f"{translate('Samples', REWARDS[name]) if name in REWARDS else name} {rewards[name]:.2f}"
        for name in sorted(rewards, key=lambda one: (list(REWARDS).index(one) if one in REWARDS else len(REWARDS), one))
    )


def difference_words(one: Difference) -> str:
    """The statement that differs, in plain words; of a reason what it joins."""
    if one.level == "edge":
        return " → ".join(terms.unit(part) for part in one.name.split(" > "))
    name, wanted, said = terms.unit(one.name), terms.word(one.wanted), terms.word(one.said)
    if one.kind == "changed":
        form = translate("Samples", "{name}: {said}, and not {wanted}")
        return form.format(name=name, said=said, wanted=wanted)
    return translate("Samples", "{name}: {value}").format(name=name, value=wanted or said)


def _differences(found: Sequence[Difference]) -> QWidget:
    """A line each, by level."""
    frame = QWidget()
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(2, 1)
    if not found:
        grid.addWidget(
            _marked("tick", translate("Samples", "Its tree is the same as the true one."), tone="good"), 0, 0, 1, 3
        )
    line = 0
    for level in LEVELS:
        own = [one for one in found if one.level == level]
        if own:
            heading = translate("Samples", "Reasons") if level == "edge" else words.name(level)
            grid.addWidget(quiet(heading[:1].upper() + heading[1:]), line, 0, 1, 3)
            line += 1
        for one in own:
            word, sign, tone = KINDS[one.kind]
            top = Qt.AlignmentFlag.AlignTop
            for column, label in enumerate((titled(sign), QLabel(translate("Samples", word)))):
                mark(label, bad=tone)
                grid.addWidget(label, line, column, top)
            grid.addWidget(_said(difference_words(one)), line, 2)
            line += 1
    return frame


def _marked(drawn: str, told: str, *, tone: str) -> QWidget:
    frame = QWidget()
    row = QHBoxLayout(frame)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    row.addWidget(Drawn(drawn, side=16, tone=tone))
    label = titled(told)
    mark(label, bad=tone)
    row.addWidget(label, 1)
    return frame


def _said(told: str, *, tone: str = "") -> QLabel:
    """Words of the model or of people: plain text, never markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(told)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    mark(label, bad=tone)
    return label
