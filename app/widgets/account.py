"""What a language model said of a segment: its words level by level, and the answers that were not chosen.

In: an account. Out: nothing. Whatever the model wrote is shown as text and never followed.
"""

import math
from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from app import words
from app.look import theme
from app.translation import QT_TRANSLATE_NOOP, translate
from core.records.account import Account, Candidate, LevelAccount

PARTS = {
    "agreement": QT_TRANSLATE_NOOP("Account", "agrees with what was measured"),
    "consensus": QT_TRANSLATE_NOOP("Account", "agrees with the other answers"),
    "likelihood": QT_TRANSLATE_NOOP("Account", "the model's own probability"),
    "judge": QT_TRANSLATE_NOOP("Account", "the model's judgement of it"),
}
"""What a candidate's score is made of."""


class AccountView(QTextBrowser):
    """One account."""

    def __init__(self) -> None:
        super().__init__()
        self._account: Account | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("What the model said"))
        self.setStyleSheet("QTextBrowser { background: transparent; border: none; padding: 0; }")

    def changeEvent(self, event: QEvent) -> None:
        """Writes anew in another theme."""
        if event.type() == QEvent.Type.PaletteChange and self._account is not None:
            self.setHtml(page(self._account))
        super().changeEvent(event)

    def show_account(self, account: Account) -> None:
        """Shows another account, from its beginning."""
        if account is not self._account:
            self._account = account
            self.setHtml(page(account))


def page(account: Account) -> str:
    """The account as rich text."""
    parts = [_level(level) for level in account.levels]
    if account.rationale:
        parts.append(_head(translate("Account", "asked for reasons")) + _said(account.rationale))
    if account.unread:
        told = translate("Account", "Could not be read into the tree ({count}):").format(count=len(account.unread))
        parts.append(_head(told) + "".join(_said(line, quiet=True) for line in account.unread))
    note = translate(
        "Account",
        "{count} pictures were shown to the model. Its words count only as far as the reasons take them up.",
    )
    parts.append(_quiet(note.format(count=account.frames)))
    asked = ", ".join(dict.fromkeys(level.prompt for level in account.levels if level.prompt))
    if asked:
        parts.append(_quiet(translate("Account", "Asked by: {prompts}").format(prompts=asked)))
    return "".join(parts)


def _level(level: LevelAccount) -> str:
    agree = "" if level.stability is None else translate("Account", "answers agree to {share}").format(
        share=words.percent(level.stability)
    )  # fmt: skip
    head = " · ".join(part for part in (words.level(level.level), agree) if part)
    text = _head(head) + _candidate(level.candidates[level.chosen])
    others = sorted(
        (one for place, one in enumerate(level.candidates) if place != level.chosen), key=lambda one: -one.score
    )
    if others:
        text += _quiet(translate("Account", "not chosen:")) + "".join(_candidate(one, quiet=True) for one in others)
    return text


def _candidate(one: Candidate, *, quiet: bool = False) -> str:
    named = sorted((PARTS.get(name, name), value) for name, value in one.parts.items())
    parts = ", ".join(f"{translate('Account', name)} {value:.2f}" for name, value in named)
    facts = translate("Account", "score {score}").format(score=f"{one.score:.2f}") + (f" ({parts})" if parts else "")
    if math.isfinite(one.log_probability):
        facts += " · " + translate("Account", "mean log-probability {value}").format(value=f"{one.log_probability:.2f}")
    if not one.ended:
        facts += " · " + translate("Account", "cut off at the longest length")
    return _said(one.text or translate("Account", "(nothing)"), quiet=quiet) + _quiet(facts)


def _head(text: str) -> str:
    return f'<p style="margin:8px 0 2px 0"><b>{escape(text)}</b></p>'


def _said(text: str, *, quiet: bool = False) -> str:
    colour = f"; color:{theme().quiet}" if quiet else ""
    return f'<p style="margin:0 0 2px 8px; white-space:pre-wrap{colour}">{escape(text)}</p>'


def _quiet(text: str) -> str:
    return f'<p style="margin:0 0 4px 8px; color:{theme().quiet}">{escape(text)}</p>'
