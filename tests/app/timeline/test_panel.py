"""The timeline on a real study: what is drawn, and what pointer and keys do to session and study."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.actions import Actions
from app.look import DARK, LIGHT, wear
from app.panels.timeline import TimelinePanel
from app.timeline.axis import GUTTER
from app.timeline.palette import CODES, palette_of
from app.timeline.segments import SegmentLane
from app.timeline.strips import Labelled, SpanLane
from core.export.look import FAILED_COLOUR, LOOKS
from core.project import sessions
from core.project.analyses import save_analysis
from core.project.foreign import add_foreign, tie_track
from core.project.opening import open_study
from core.project.reviews import set_rater
from tests.core.project.builders import PASSPHRASE, analysis, by_model, circumstances, imported, new_study, recorded


def place(panel, lane, time_s, *, down=None):
    """A point of the canvas."""
    top = panel.canvas.top_of(lane)
    return QPoint(round(GUTTER + panel.view.cut().x(time_s)), top + (lane.height - 4 if down is None else down))


def colour_at(panel, lane, time_s, *, down=None):
    picture = panel.canvas.grab().toImage()
    return QColor(picture.pixel(place(panel, lane, time_s, down=down))).name()


def said(lane, time_s):
    return lane.tip(time_s, per_px=0.05)


def row_of(panel, name):
    return next(row for row in panel._bench.session.scene.segments if row.segment == name)


def drag(qtbot, panel, start, end, *, keys=Qt.KeyboardModifier.NoModifier):
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(panel.canvas, button, keys, start)
    for step in (0.3, 0.6, 1.0):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * step
        qtbot.mouseMove(panel.canvas, at.toPoint())
        move(panel.canvas, at, keys)
    qtbot.mouseRelease(panel.canvas, button, keys, end)


def move(widget, at, keys):
    event = QMouseEvent(
        QEvent.Type.MouseMove, at, widget.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, keys
    )
    QApplication.sendEvent(widget, event)


def wheel(panel, at, *, up=0, along=0, keys=Qt.KeyboardModifier.NoModifier):
    canvas = panel.canvas
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(along, up), Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def test_a_segment_is_drawn_in_its_colour_and_no_higher_than_its_probability(shown):
    lane = shown._lanes.segments[1]
    assert colour_at(shown, lane, 33.0) == LOOKS["sadness"].colour
    assert colour_at(shown, lane, 33.0, down=14) == "#ffffff"  # its probability is 0.4


def test_a_correction_stands_in_front_and_the_models_label_below(shown):
    lane = shown._lanes.segments[0]
    assert colour_at(shown, lane, 12.0, down=25) == LOOKS["fear"].colour
    assert colour_at(shown, lane, 12.0, down=lane.height - 2) == LOOKS["sadness"].colour


def test_a_moved_segment_is_drawn_where_the_rater_put_it(shown):
    lane = shown._lanes.segments[0]
    assert colour_at(shown, lane, 28.6, down=25) == LOOKS["surprise"].colour
    assert colour_at(shown, lane, 38.5, down=25) == "#ffffff"
    assert colour_at(shown, lane, 38.5, down=lane.height - 2) == LOOKS["sadness"].colour
    assert lane.rows[lane.at(28.5)].segment == "S7"


def test_a_rejected_reading_is_paler(shown):
    lane = shown._lanes.segments[1]
    pale = palette_of(LIGHT).fill[CODES["happiness"] + 16]
    assert colour_at(shown, lane, 2.0, down=lane.height - 3) == QColor.fromRgba(int(pale)).name()


def test_not_assessable_is_hatched_at_full_height_and_has_no_colour_of_a_display(shown):
    lane, picture = shown._lanes.segments[1], shown.canvas.grab().toImage()
    seen = set()
    for across in range(40):
        at = place(shown, lane, 22.6, down=16) + QPoint(across, across % 20)
        seen.add(QColor(picture.pixel(at)).name())
    assert len(seen) >= 2, "hatching has two colours"
    assert not seen & {look.colour for look in LOOKS.values()}


def test_what_the_model_failed_to_read_is_hatched_in_a_colour_of_its_own(panel, bench, tmp_path, qtbot):
    with new_study(tmp_path).study as study:
        save_analysis(study, by_model(), recording=recorded(study)[1])
    bench.open(lambda: open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    lane, picture = panel._lanes.segments[0], panel.canvas.grab().toImage()

    def colours(time_s):
        spots = (place(panel, lane, time_s, down=16) + QPoint(x, x % 20) for x in range(40))
        return {QColor(picture.pixel(at)).name() for at in spots}

    failed, missing = colours(12.6), colours(22.6)
    assert not failed & {look.colour for look in LOOKS.values()}
    assert FAILED_COLOUR in failed
    assert FAILED_COLOUR not in missing
    assert "the model failed here" in said(lane, 14.0)
    assert "Not assessable" in said(lane, 24.0)
    assert "not read" in panel.legend.accessibleDescription()


def test_another_raters_verdicts_are_a_lane_of_their_own(shown):
    lane = next(one for one in shown._lanes.all if isinstance(one, SpanLane) and one.detail == "ben")
    assert colour_at(shown, lane, 42.0, down=6) == LOOKS["anger"].colour
    assert "anger" in said(lane, 42.0)


def test_a_click_selects_and_seeks(shown, qtbot):
    lane = shown._lanes.segments[0]
    qtbot.mouseClick(shown.canvas, Qt.MouseButton.LeftButton, pos=place(shown, lane, 45.0))
    session = shown._bench.session
    assert session.row.segment == "S9"
    assert session.playhead_s == 40.0
    assert "P1" in shown.canvas.accessibleDescription()


def test_a_double_click_plays_the_segment_again_and_again(shown, qtbot):
    lane = shown._lanes.segments[0]
    qtbot.mouseDClick(shown.canvas, Qt.MouseButton.LeftButton, pos=place(shown, lane, 45.0))
    assert shown._bench.session.loop == (40.0, 50.0)


def test_the_wheel_zooms_around_the_pointer_and_with_shift_moves_along(shown):
    lane = shown._lanes.segments[0]
    at = place(shown, lane, 20.0)
    wheel(shown, at, up=240)
    assert shown.view.span_s == pytest.approx(60.04 / 1.25**2)
    assert shown.view.cut().x(20.0) + GUTTER == pytest.approx(at.x(), abs=1)
    before = shown.view.start_s
    wheel(shown, at, up=-120, keys=Qt.KeyboardModifier.ShiftModifier)
    assert shown.view.start_s > before
    assert shown.view.span_s == pytest.approx(60.04 / 1.25**2)


def test_dragging_moves_along_and_selects_nothing(shown, qtbot):
    shown.view.show(20.0, 40.0)
    lane = shown._lanes.segments[0]
    drag(qtbot, shown, place(shown, lane, 30.0), place(shown, lane, 25.0))
    assert shown.view.start_s == pytest.approx(25.0, abs=0.1)
    assert shown._bench.session.row is None


def test_shift_and_drag_marks_a_span_and_escape_clears_it(shown, qtbot):
    lane, session = shown._lanes.segments[0], shown._bench.session
    drag(qtbot, shown, place(shown, lane, 30.0), place(shown, lane, 35.0), keys=Qt.KeyboardModifier.ShiftModifier)
    assert session.span == pytest.approx((30.0, 35.0), abs=0.1)
    shown.canvas.give_up()
    assert session.span is None


def test_a_moved_border_becomes_a_correction_that_can_be_undone(shown, qtbot):
    bench, session = shown._bench, shown._bench.session
    lane = shown._lanes.segments[1]
    session.select(row_of(shown, "S4"))
    assert shown.canvas.over.editable
    with qtbot.waitSignal(session.scene_changed):
        drag(qtbot, shown, place(shown, lane, 20.0), place(shown, lane, 16.0))
    review = session.standing_review(row_of(shown, "S4"), rater="anna")
    assert review.verdict == "correct"
    assert review.correction.label is None
    assert review.correction.span.end_s == pytest.approx(16.0, abs=0.1)
    assert review.correction.span.start_s == pytest.approx(10.0)
    lane = shown._lanes.segments[1]
    assert lane.bounds(lane.place_of(row_of(shown, "S4")))[1] == pytest.approx(16.0, abs=0.1)
    assert row_of(shown, "S4").end_s == 20.0, "the analysis stays"
    from app.verbs.review import undo

    with qtbot.waitSignal(session.scene_changed):
        undo(bench)
    assert session.standing_review(row_of(shown, "S4"), rater="anna") is None


def test_moving_a_border_keeps_the_label_the_rater_gave(shown, qtbot):
    session, lane = shown._bench.session, shown._lanes.segments[0]
    session.select(row_of(shown, "S3"))
    with qtbot.waitSignal(session.scene_changed):
        drag(qtbot, shown, place(shown, lane, 20.0), place(shown, lane, 18.0))
    assert session.standing_review(row_of(shown, "S3"), rater="anna").correction.label == "fear"


def test_escape_leaves_a_border_where_it_was(shown, qtbot):
    session, lane = shown._bench.session, shown._lanes.segments[1]
    session.select(row_of(shown, "S4"))
    edge = place(shown, lane, 20.0)
    qtbot.mousePress(shown.canvas, Qt.MouseButton.LeftButton, pos=edge)
    move(shown.canvas, QPointF(edge) - QPointF(50, 0), Qt.KeyboardModifier.NoModifier)
    shown.canvas.give_up()
    qtbot.mouseRelease(shown.canvas, Qt.MouseButton.LeftButton, pos=edge - QPoint(50, 0))
    assert session.standing_review(row_of(shown, "S4"), rater="anna") is None


def test_segments_are_walked_in_the_lane_of_the_selected_person(shown, actions):
    session = shown._bench.session
    actions.start("play.segment_on")
    assert session.row.segment == "S1"
    session.select(row_of(shown, "S2"))
    actions.start("play.segment_on")
    assert session.row.segment == "S4"
    actions.start("play.segment_back")
    actions.start("play.segment_back")
    assert session.row.segment == "S2", "there is none before the first"


def test_keys_zoom_and_show_the_segment(shown, actions):
    session = shown._bench.session
    session.select(row_of(shown, "S9"))
    actions.start("view.segment")
    assert (shown.view.start_s, shown.view.end_s) == pytest.approx((37.0, 53.0))
    actions.start("view.zoom_out")
    assert shown.view.span_s > 16.0
    actions.start("view.whole")
    assert shown.view.whole


def test_playing_scrolls_without_jumping_and_leaves_alone_who_looks_elsewhere(shown):
    session, view = shown._bench.session, shown.view
    view.show(0.0, 10.0)
    starts = []
    for tick in range(400):
        session.show(tick * 0.04)
        starts.append(view.start_s)
    steps = [b - a for a, b in pairwise(starts)]
    assert max(steps) < 0.1, "no jump"
    assert view.start_s <= session.playhead_s <= view.end_s
    view.show(40.0, 50.0)
    session.show(session.playhead_s + 0.04)
    assert view.start_s == 40.0
    session.show(5.0)
    assert view.start_s <= 5.0 <= view.end_s, "a jump is followed"


def test_the_axis_scrubs_no_more_than_thirty_times_a_second(shown, qtbot):
    asked = []
    shown.axis.scrubbed.connect(asked.append)
    qtbot.mousePress(shown.axis, Qt.MouseButton.LeftButton, pos=QPoint(GUTTER + 100, 8))
    for step in range(200):
        move(shown.axis, QPointF(GUTTER + 100 + step, 8), Qt.KeyboardModifier.NoModifier)
    assert len(asked) < 20
    last = shown.view.cut().time(299)
    qtbot.waitUntil(lambda: asked[-1] == pytest.approx(last))


def test_the_mini_map_moves_the_visible_window(shown, qtbot):
    shown.view.show(0.0, 10.0)
    width = shown.minimap.width()
    qtbot.mousePress(shown.minimap, Qt.MouseButton.LeftButton, pos=QPoint(width * 5 // 60, 10))
    move(shown.minimap, QPointF(width * 35 / 60, 10), Qt.KeyboardModifier.NoModifier)
    qtbot.mouseRelease(shown.minimap, Qt.MouseButton.LeftButton, pos=QPoint(width * 35 // 60, 10))
    assert shown.view.start_s == pytest.approx(30.0, abs=0.3)


def test_distributions_are_read_when_they_are_shown(shown, actions, qtbot):
    assert not shown._lanes.distributions
    with qtbot.waitSignal(shown._bench.session.distributions_changed):
        actions.start("view.distribution")
    lane = shown._lanes.distributions[0]
    qtbot.waitUntil(lambda: "sadness 0.40" in said(lane, 35.0))
    assert colour_at(shown, lane, 45.0, down=lane.height - 2) == LOOKS["happiness"].colour


def test_curves_are_read_for_what_is_visible(shown, qtbot):
    shown._show_curves((((1, "P1"), "AU12"), ((1, "P1"), "AU99")))
    lane, absent = shown._lanes.curves
    qtbot.waitUntil(lambda: "Measured intensity" in said(lane, 3.0))
    assert "could not be read" in said(lane, 20.15)
    assert absent._asked
    assert not absent._lines


def test_the_chooser_ticks_curves(shown, actions):
    actions.start("view.curves")
    item = shown.chooser.list.item(0)
    item.setCheckState(Qt.CheckState.Checked)
    assert [lane.code for lane in shown._lanes.curves] == [item.data(Qt.ItemDataRole.UserRole)]
    shown.chooser.clear()
    assert not shown._lanes.curves
    shown.chooser.close()


def test_curves_and_distributions_are_remembered_for_the_next_opening(shown, bench, actions, study_file, qtbot):
    bench.preferences.curves = (("P9", "AU1"),)
    key = shown._bench.session.scene.people[0].key
    shown._show_curves(((key, "AU12"), (key, "AU4")))
    actions.start("view.distribution")
    bench.close_study()
    qtbot.waitUntil(lambda: not shown._lanes.all)
    bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bool(shown._lanes.curves))
    assert [(lane.person.key, lane.code) for lane in shown._lanes.curves] == [(key, "AU12"), (key, "AU4")]
    assert bench.preferences.curves == (("P9", "AU1"), ("P1", "AU12"), ("P1", "AU4"))
    again = TimelinePanel(bench, Actions(bench))
    qtbot.addWidget(again)
    assert [lane.code for lane in again._lanes.curves] == ["AU12", "AU4"]
    assert again._lanes.distributions
    again._show_curves(())
    assert bench.preferences.curves == (("P9", "AU1"),)


def test_a_hover_says_what_is_known_in_plain_words(shown, qtbot):
    lane = shown._lanes.segments[0]
    with qtbot.waitSignal(shown._bench.session.distributions_changed):
        shown.canvas.pointed.emit(row_of(shown, "S9"))
    text = said(lane, 45.0)
    assert "The model reads happiness as displayed, with a probability of 0.40." in text
    assert "Next: " in text
    assert "feels" not in text
    assert "Not assessable" in said(lane, 24.0)
    assert "anna corrects: fear" in said(lane, 12.0)


def test_a_blind_rater_sees_plain_spans_and_their_own_verdicts(panel, bench, study_file, qtbot, actions):
    bench.preferences.rater = "clara"
    with open_study(study_file, secret=PASSPHRASE, circumstances=circumstances()) as study:
        set_rater(study, "clara", blind=True)
    bench.open(lambda: open_study(study_file, secret=PASSPHRASE, circumstances=circumstances(who="clara")))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    actions.start("view.distribution")
    actions.start("view.curves")
    assert panel.chooser is None
    assert not panel._lanes.distributions
    assert not panel._lanes.curves
    assert not any(isinstance(lane, SpanLane) and lane.detail for lane in panel._lanes.all)
    displays = {look.colour for name, look in LOOKS.items()}
    picture = panel.grab().toImage()
    seen = {
        QColor(picture.pixel(x, y)).name() for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 2)
    }
    assert not seen & (displays - {LOOKS["neutral"].colour, LOOKS["unclear"].colour})
    lane = panel._lanes.segments[0]
    assert "probability" not in said(lane, 45.0)
    assert not any(name in said(lane, 45.0) for name in LOOKS)


def test_empty_states_say_what_to_do(panel, bench, actions, qtbot, tmp_path):
    assert "Open a session" in panel.empty.text.text()
    with new_study(tmp_path, name="empty.vemo").study as study:
        sessions.add_session(study, "bare")
    bench.open(lambda: open_study(tmp_path / "empty.vemo", secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: bench.session.scene is not None)
    assert "no recording" in panel.empty.text.text()
    bench.do(lambda study: recorded(study, session="filmed"))
    qtbot.waitUntil(lambda: len(bench.study.sessions) == 2)
    bench.show_session(2)
    qtbot.waitUntil(lambda: bench.session.scene.session.id == 2)
    assert "Nothing has been read" in panel.empty.text.text()
    ran = []
    actions.on("session.analyse", lambda: ran.append(True))
    panel._show_page()
    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    assert ran


@pytest.mark.usefixtures("shown")
def test_a_time_that_is_none_is_told(bench):
    from app.timeline import navigation

    told = []
    bench.told.connect(lambda *what: told.append(what))
    navigation.go_to(bench, "half past two")
    assert told[0][2] == "problem"
    navigation.go_to(bench, "0:41.5")
    assert bench.session.playhead_s == 41.5


def test_first_results_are_pale_and_said_to_be_first(shown, bench):
    scene = bench.session.scene
    bench.show_first_results(analysis(), recording=scene.recordings[0])
    assert bench.session.provisional
    lane = shown._lanes.segments[1]
    assert isinstance(lane, SegmentLane)
    assert colour_at(shown, lane, 33.0) != LOOKS["sadness"].colour
    assert "first result" in said(lane, 33.0)
    assert not shown.canvas.over.editable


def test_other_tools_tracks_stand_beside_whom_they_are_about(shown, bench, qtbot):
    scene = bench.session.scene
    with qtbot.waitSignal(bench.session.scene_changed):
        bench.do(lambda study: add_foreign(study, imported(), session=scene.session.id))
    qtbot.waitUntil(lambda: any(one.detail == "AB · ELAN" for one in shown._lanes.all))
    lanes = [one.detail for one in shown._lanes.all]
    assert lanes.index("AB · ELAN") > lanes.index("ben")
    lane = next(one for one in shown._lanes.all if one.detail == "AB · ELAN")
    first = shown._opinions[0].rows[0]
    assert first.label in said(lane, (first.start_s + first.end_s) / 2)
    with qtbot.waitSignal(bench.session.scene_changed):
        bench.do(lambda study: tie_track(study, 1, analysis=1, person="P1"))
    qtbot.waitUntil(lambda: shown._opinions[0].about == ((1, "P1"),))
    above = [one.title for one in shown._lanes.all]
    assert [one.detail for one in shown._lanes.all].index("AB · ELAN") < above.index("P2")


def test_spans_that_overlap_stand_below_one_another():
    lane = SpanLane("x", [Labelled(0, 5, "a"), Labelled(2, 4, "b"), Labelled(5, 6, "c"), Labelled(3.0, 3.0, "nod")])
    assert lane.height == 2 * 14
    assert "a" in said(lane, 1.0)
    assert "nod" in said(lane, 3.1)


def test_the_menu_holds_the_actions_on_what_was_clicked(shown, actions, monkeypatch):
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # the unseen screen has no pop-ups
    row = row_of(shown, "S9")
    shown.canvas.menu_wanted.emit(QPoint(100, 100), row, 45.0)
    menu = shown.findChildren(QMenu)[-1]
    assert shown._bench.session.row is row
    assert actions["review.agree"] in menu.actions()
    assert menu.actions()[0].text() == "Go to 00:45.0"
    menu.actions()[0].trigger()
    assert shown._bench.session.playhead_s == 45.0
    menu.close()


def test_another_theme_repaints_everything(shown, qtbot):
    lane = shown._lanes.segments[1]
    wear(DARK)
    try:
        qtbot.waitUntil(lambda: colour_at(shown, lane, 33.0, down=14) == DARK.card)
    finally:
        wear(LIGHT)


def test_the_legend_names_what_occurs_and_nothing_else(shown):
    texts = shown.legend.accessibleDescription()
    assert "happiness" in texts
    assert "no face found" in texts
    assert "too dark" not in texts
