"""Your verdict: what is said is saved, shown beside the reading, and taken back; what to check comes in order."""

import pytest
from PySide6.QtCore import Qt

from app.dialogs.correct import CorrectDialog
from app.panels.review import ReviewPanel
from app.verbs import review
from core.figures.on_screen import rater_agreement, track_of
from core.project.analyses import load_analysis
from core.project.doubts import Doubt
from core.project.reviews import annotations, desk
from core.records.moment import Span
from core.records.review import Correction


@pytest.fixture
def panel(opened, actions, qtbot):
    made = ReviewPanel(opened, actions)
    qtbot.addWidget(made)
    made.show()
    return made


def saved(bench, qtbot, do):
    with qtbot.waitSignal(bench.session.scene_changed):
        do()


def test_a_verdict_stands_beside_the_reading_and_is_taken_back(panel, choose, opened, qtbot):
    row = choose()
    assert "no verdict" in panel.standing.text
    saved(opened, qtbot, lambda: review.judge(opened, "agree"))
    assert panel.standing.text == f"{row.label} → you agree · saved"
    assert panel._undo.isVisibleTo(panel)
    saved(opened, qtbot, lambda: review.undo(opened))
    assert "no verdict" in panel.standing.text


def test_a_verdict_on_a_clue_leaves_the_reading_open(panel, choose, opened, qtbot):
    choose()
    clue = opened.session.segment.tree.clues[0].id
    opened.session.select_clue(clue)
    saved(opened, qtbot, lambda: review.judge(opened, "disagree"))
    assert "you reject it" in panel.standing.text
    assert opened.session.scene.reviews[-1].clue == clue
    opened.session.select_clue(None)
    assert "no verdict" in panel.standing.text


def test_others_are_shown_with_their_label(panel, choose, opened, qtbot):
    row = choose()

    def by_ben(study):
        return desk(study, "ben").review(
            analysis=row.analysis, segment=row.segment, verdict="correct", correction=Correction(label="fear")
        )

    saved(opened, qtbot, lambda: opened.do(by_ben))
    assert panel.others.text() == "Others: ben corrects to fear"


def test_a_letter_and_enter_correct_the_label(choose, opened, qtbot, panel):
    row = choose(next(one for one in opened.session.scene.segments if one.assessable and one.label != "sadness"))
    dialog = CorrectDialog(opened)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    assert not dialog.save.isEnabled()
    dialog.saved.connect(
        lambda correction, text: review.judge(opened, "correct", correction=correction, comment=text, whole=True)
    )
    qtbot.keyClick(dialog, Qt.Key.Key_S)
    assert dialog.correction == Correction(label="sadness")
    saved(opened, qtbot, lambda: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    standing = opened.session.standing_review(opened.session.row, rater="anna")
    assert (standing.verdict, standing.correction.label) == ("correct", "sadness")
    assert panel.standing.text == f"{row.label} → sadness · saved"


def test_a_span_and_a_clue_are_corrected_in_the_recordings_time(choose, opened, qtbot):
    row = choose()
    clue = opened.session.segment.tree.clues[0]
    opened.session.select_clue(clue.id)
    opened.session.mark((row.start_s + 0.1, row.end_s))
    dialog = CorrectDialog(opened)
    qtbot.addWidget(dialog)
    dialog.removed.setChecked(True)
    dialog.added.setCurrentIndex(dialog.added.findText("nose wrinkled", Qt.MatchFlag.MatchContains))
    found = dialog.correction
    offset_s = opened.session.offset_s(row.analysis)
    assert found.span.start_s == pytest.approx(row.start_s + 0.1 - offset_s, abs=0.006)
    assert found.removed == clue.id
    assert (found.added.name, found.added.level) == ("AU9", "attribute")
    saved(opened, qtbot, lambda: review.judge(opened, "correct", correction=found, whole=True))
    assert opened.session.scene.reviews[-1].correction == found
    dialog.end.setValue(0.0)
    assert dialog.correction is None, "a span cannot run backwards"


def test_what_to_check_is_doubtful_and_ends(opened, qtbot, panel, monkeypatch):
    monkeypatch.setattr(review, "DOUBTFUL", 0.95)  # the sample is read with some certainty
    session = opened.session
    answers = []
    analysis = session.scene.analyses[0].id
    opened.ask(lambda study: load_analysis(study, analysis), then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    for segment in answers[0].segments:
        row = session.find(analysis, segment.id)
        contradicted = any(c.support == "contradicted" and c.value != "alternative" for c in segment.tree.clues)
        why = review.why_check(opened, row)
        assert (why == "contradicted") == contradicted
        if segment.reading is None:
            assert why is None
        elif segment.reading.remark and not contradicted:
            assert why == "signals"
        elif not contradicted and segment.reading.label != "unclear":
            assert (why == "improbable") == (row.probability < review.DOUBTFUL)
    rows = review.to_check(opened)
    assert 0 < len(rows) < len(session.scene.segments)
    for _ in rows:
        review.go_to_next(opened)
        assert session.row in rows
        saved(opened, qtbot, lambda: review.judge(opened, "unsure"))
    assert not review.to_check(opened)
    assert "Nothing else" in panel.upcoming.text()


def test_tracks_from_the_scene_are_those_of_the_study(opened, choose, qtbot):
    session = opened.session
    rows = [row for row in session.scene.segments if row.assessable]
    for place, row in enumerate(rows):
        session.select(row)
        moved = Span.between(row.start_s, row.end_s - 0.05)
        how = [("agree", None), ("correct", Correction(label="fear", span=moved)), ("unsure", None)][place % 3]
        saved(opened, qtbot, lambda how=how: review.judge(opened, how[0], correction=how[1]))
    analysis, answers = rows[0].analysis, []
    opened.ask(
        lambda study: [annotations(study, analysis, source=source) for source in ("model", "anna")], then=answers.append
    )
    qtbot.waitUntil(lambda: bool(answers))
    for source, stored in zip(("model", "anna"), answers[0], strict=True):
        for person in session.scene.people:
            track = track_of(session.scene, person.key, source=source)
            own = [one for one in stored if one.person == person.standing.person]
            assert [piece.label for piece in track.pieces] == [one.label for one in own]
            assert [piece.span.end_s for piece in track.pieces] == pytest.approx([one.end_s for one in own], abs=1e-5)


def test_too_little_in_common_is_refused_with_the_reason(opened, choose, qtbot, panel):
    row = choose()
    saved(opened, qtbot, lambda: review.judge(opened, "agree"))
    found = rater_agreement(opened.session.scene, (row.analysis, row.person), rater="anna")
    assert found.rated == 1
    qtbot.waitUntil(lambda: "no figure" in panel.agreement.text(), timeout=5000)
    assert found.found[0].pairs[0].kappa.result.reason in panel.agreement.text()


def test_who_rates_blind_from_now_on_finds_nothing_of_what_was_seen(panel, choose, opened, qtbot):
    row = choose()
    opened.session.give_doubts(row.analysis, {row.segment: Doubt(1, True)})
    with qtbot.waitSignal(opened.session.opened):
        review.set_rater(opened, "ben", blind=True)
    assert opened.rater == "ben"
    assert opened.session.scene.blind
    assert not opened.session.doubts
    assert opened.session.segment is None
    opened.session.select(row)  # as it was before
    assert row.label not in panel.standing.text
    assert not panel._buttons["agree"].isVisibleTo(panel)
    assert panel.agreement.text() == ""
    assert review.why_check(opened, opened.session.scene.segments[-1]) == "unrated"
