"""The panel `timeline`: lanes of people over the whole session. In: the open session. Out: what is chosen and sought.

The parts are in `app.timeline`; here they are put together and connected with the session and the table of verbs.
"""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.actions import Actions
from app.look import SPACE
from app.timeline import navigation
from app.timeline.axis import Axis
from app.timeline.bounds import Edit, Side
from app.timeline.build import Lanes, lanes_of
from app.timeline.canvas import Canvas
from app.timeline.chooser import CurveChooser
from app.timeline.curves import CurveFeed, Wanted
from app.timeline.editing import edit_of, keep_edit, shown_span
from app.timeline.empty import EmptyPage, why_empty
from app.timeline.explain import About
from app.timeline.foreign import Opinion, read_opinions
from app.timeline.legend import Legend
from app.timeline.menu import show_menu
from app.timeline.minimap import MiniMap
from app.timeline.toolbar import Toolbar
from app.timeline.verdicts import standing_verdicts
from app.timeline.view import STEP, TimeView
from app.workbench import Workbench
from core.project.scene import Scene
from core.records.study import SegmentRow

FOLLOW_AT = 0.75
"""Share of the width at which the playhead stays while playing on."""
PLAYING_S = 0.5
"""A step of the playhead that is no longer than this is playing or stepping; a longer one is a jump."""


class TimelinePanel(QFrame):
    """Everything about time in one place."""

    def __init__(self, bench: Workbench, actions: Actions) -> None:
        super().__init__()
        self._bench, self._actions = bench, actions
        self.view = TimeView(self)
        self.canvas = Canvas(self.view, self._edit_of)
        self.axis = Axis(self.view)
        self.minimap = MiniMap(self.view)
        self.legend = Legend()
        self.toolbar = Toolbar(actions, self.view, self.minimap, legend=bench.preferences.flag("legend", default=True))
        self.empty = EmptyPage(actions)
        self.feed = CurveFeed(bench, self.view, self)
        self.chooser: CurveChooser | None = None
        self._lanes = Lanes()
        self._curves: tuple[Wanted, ...] = ()
        self._people: set[tuple[int, str]] = set()
        """Whose curves have been remembered."""
        self._opinions: tuple[Opinion, ...] = ()
        self._just_opened: Scene | None = None
        """A scene whose lanes are there although the session has still to say that it changed."""
        self._lay_out()
        self._want = QTimer(self, singleShot=True, interval=60)
        self._want.timeout.connect(self._want_distributions)
        self._connect()
        self._opened()

    def _lay_out(self) -> None:
        self.lanes_area = QScrollArea()
        self.lanes_area.setFrameShape(QFrame.Shape.NoFrame)
        self.lanes_area.setWidgetResizable(True)
        self.lanes_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lanes_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        column.addStretch(1)
        self.lanes_area.setWidget(inner)
        for ground in (inner, self.lanes_area.viewport()):
            ground.setAutoFillBackground(False)  # the card's own ground shows
        below = QHBoxLayout()
        below.setContentsMargins(SPACE, 2, SPACE, 4)
        below.addWidget(self.legend)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.toolbar)
        rows.addWidget(self.axis)
        rows.addWidget(self.lanes_area, 1)
        rows.addLayout(below)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)
        self.setProperty("card", True)

    def _connect(self) -> None:
        session, on = self._bench.session, self._actions.on
        session.opened.connect(self._opened)
        session.scene_changed.connect(self._scene_changed)
        session.selected.connect(self._selected)
        session.moved.connect(self._moved)
        session.span_changed.connect(self._span_changed)
        session.loop_changed.connect(self._span_changed)
        session.distributions_changed.connect(self._distributions_changed)
        self._bench.jobs_changed.connect(self._show_page)
        self.view.changed.connect(self._view_changed)
        self.feed.came.connect(lambda: self.canvas.draw_again())
        self.axis.scrubbed.connect(session.seek)
        self.canvas.chosen.connect(self._chosen)
        self.canvas.repeated.connect(session.play_again)
        self.canvas.marked.connect(session.mark)
        self.canvas.edited.connect(self._edited)
        self.canvas.menu_wanted.connect(self._menu)
        self.canvas.pointed.connect(self._pointed)
        self.toolbar.legend.toggled.connect(self._show_legend)
        self._show_legend(self.toolbar.legend.isChecked())
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape), self, self.canvas.give_up,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )  # fmt: skip
        on("view.zoom_in", lambda: self._zoom(STEP**-2))
        on("view.zoom_out", lambda: self._zoom(STEP**2))
        on("view.whole", lambda: self.view.show(0.0, self.view.length_s))
        on("view.segment", self._show_segment)
        self._actions["view.distribution"].setChecked(self._bench.preferences.flag("distribution", default=False))
        on("view.distribution", self._show_distribution)
        on("view.curves", self._choose_curves)
        on("play.segment_back", lambda: navigation.step(session, -1))
        on("play.segment_on", lambda: navigation.step(session, 1))
        on("play.start", lambda: session.seek(0.0))
        on("play.end", lambda: session.seek(self.view.length_s))
        on("play.time", lambda: navigation.ask_time(self._bench, self))

    # what the session says

    def _opened(self) -> None:
        scene = self._bench.session.scene
        self._curves, self._opinions = (), ()
        self._people.clear()
        if self.chooser is not None:
            self.chooser.close()
            self.chooser = None
        self.view.set_length(scene.length_s if scene is not None else 0.0, keep=False)
        self._move_playhead(self._bench.session.playhead_s)
        self._scene_changed()
        self._just_opened = scene

    def _scene_changed(self) -> None:
        scene = self._bench.session.scene
        if scene is not None and scene is self._just_opened:
            self._just_opened = None
            return
        if scene is not None and scene.length_s != self.view.length_s:
            self.view.set_length(scene.length_s, keep=True)
        self._rebuild()
        if scene is not None:
            session, rater, analyses = scene.session.id, self._bench.rater, [one.id for one in scene.analyses]
            self._bench.ask(
                lambda study: read_opinions(study, session=session, rater=rater, analyses=analyses),
                then=lambda found: self._opinions_came(session, found),
                owner=self,
            )

    def _opinions_came(self, session: int, found: tuple[Opinion, ...]) -> None:
        scene = self._bench.session.scene
        if scene is not None and scene.session.id == session and found != self._opinions:
            self._opinions = found
            self._rebuild()

    def _rebuild(self) -> None:
        session = self._bench.session
        scene = session.scene
        self._show_page()
        if scene is None:
            self._lanes = Lanes()
            self.canvas.show_lanes(())
            self.minimap.show_spans(())
            return
        self._remember_curves(scene)
        about = About(session.distributions, standing_verdicts(scene), scene.blind, session.provisional)
        shown = self._actions["view.distribution"].isChecked()
        self._lanes = lanes_of(
            scene,
            about,
            rater=self._bench.rater,
            distribution=shown,
            curves=self._curves,
            opinions=self._opinions,
        )
        for lane in self._lanes.distributions:
            lane.take(session.distributions)
        over = self.canvas.over
        over.cuts_s, over.markers = scene.cuts_s, scene.markers
        self.axis.set_markers(scene.markers)
        self.canvas.show_lanes(self._lanes.all)
        self.minimap.show_spans([lane.spans for lane in self._lanes.segments])
        failed = not scene.blind and any(row.unread for row in scene.segments)
        self.legend.explain(blind=scene.blind, flags=self._lanes.flags, failed=failed)
        self.toolbar.note.setVisible(session.provisional)
        self.feed.show(self._lanes.curves)
        self._selected()
        self._want.start()

    def _show_page(self) -> None:
        why = why_empty(self._bench)
        self._pages.setCurrentIndex(1 if why else 0)
        self.empty.show_why(why)

    def _selected(self) -> None:
        session, over = self._bench.session, self.canvas.over
        row = session.row
        another = row is not None and (over.selected is None or row.start_s != over.selected.start_s
                                       or row.segment != over.selected.segment)  # fmt: skip
        over.selected = row
        over.editable = row is not None and self._edit_of(row, "start") is not None
        if another and row is not None:
            self.view.reveal(row.start_s, row.end_s)
            self._scroll_to(row)
        self.canvas.setAccessibleDescription(" ".join(self._described(row)))
        self.canvas.update()

    def _described(self, row: SegmentRow | None) -> list[str]:
        for lane in self._lanes.segments:
            place = lane.place_of(row)
            if place is not None:
                return lane.told(place)
        return []

    def _scroll_to(self, row: SegmentRow) -> None:
        for lane in self._lanes.segments:
            if lane.place_of(row) is not None:
                self.lanes_area.ensureVisible(0, self.canvas.top_of(lane) + lane.height // 2, 0, lane.height // 2 + 8)

    def _moved(self, time_s: float) -> None:
        before, view = self.canvas.over.playhead_s, self.view
        self._move_playhead(time_s)
        if self.canvas.over.playhead_s == before or view.whole:
            return
        if abs(time_s - before) > PLAYING_S:
            if not view.start_s <= time_s <= view.end_s:
                view.reveal(time_s, time_s)
        elif view.start_s <= before <= view.end_s:  # somebody who looks elsewhere meanwhile is left there
            ahead = time_s - (view.start_s + FOLLOW_AT * view.span_s)
            if ahead > 0 and time_s > before:
                view.pan(ahead)
            elif time_s < view.start_s:
                view.pan(time_s - view.start_s)

    def _move_playhead(self, time_s: float) -> None:
        self.canvas.move_playhead(time_s)
        self.axis.move_playhead(time_s)
        self.minimap.move_playhead(time_s)

    def _span_changed(self) -> None:
        over, session = self.canvas.over, self._bench.session
        over.marked, over.looped = session.span, session.loop
        self.canvas.update()

    def _distributions_changed(self) -> None:
        for lane in self._lanes.distributions:
            lane.take(self._bench.session.distributions)
        if self._lanes.distributions:
            self.canvas.draw_again()
        self.canvas.show_tip_again()

    def _pointed(self, row: SegmentRow) -> None:
        self._bench.session.want_distributions([row])

    def _want_distributions(self) -> None:
        for lane in self._lanes.distributions:
            self._bench.session.want_distributions(lane.visible(self.view.start_s, self.view.end_s))

    # what the user does

    def _view_changed(self) -> None:
        if self._lanes.distributions:
            self._want.start()

    def _zoom(self, factor: float) -> None:
        view, now = self.view, self.canvas.over.playhead_s
        view.zoom(factor, around_s=now if view.start_s <= now <= view.end_s else (view.start_s + view.end_s) / 2)

    def _show_segment(self) -> None:
        row = self._bench.session.row
        if row is not None:
            beside = (row.end_s - row.start_s) * 0.3
            self.view.show(row.start_s - beside, row.end_s + beside)

    def _chosen(self, row: SegmentRow | None, time_s: float) -> None:
        session = self._bench.session
        if row is not None:
            session.select(row)
            session.seek(row.start_s)
        else:
            session.seek(time_s)

    def _edit_of(self, row: SegmentRow, side: Side) -> Edit | None:
        return edit_of(self._bench, self._lanes.segments, row, side)

    def _edited(self, edit: Edit) -> None:
        keep_edit(self._bench, edit)

    def _menu(self, where: QPoint, row: SegmentRow | None, time_s: float) -> None:
        session = self._bench.session
        span = None
        if row is not None:
            session.select(row)
            span = shown_span(self._lanes.segments, row)
        show_menu(self, where, session=session, actions=self._actions, time_s=time_s, span=span)

    def _choose_curves(self) -> None:
        scene = self._bench.session.scene
        if scene is None or scene.blind:
            self._bench.tell(self.tr("Curves are hidden from a rater who works blind."))
            return
        self.chooser = CurveChooser(scene.people, self._curves, self)
        self.chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chooser.destroyed.connect(self._chooser_gone)
        self.chooser.changed.connect(self._show_curves)
        self.chooser.show()

    def _chooser_gone(self) -> None:
        self.chooser = None

    def _show_curves(self, chosen: tuple[Wanted, ...]) -> None:
        """Shows curves, and remembers them; those of people whom this session does not have stay remembered."""
        here = {person for _, person in self._people}
        elsewhere = (one for one in self._bench.preferences.curves if one[0] not in here)
        own = ((person, code) for (_, person), code in chosen)
        self._bench.preferences.curves = tuple(dict.fromkeys((*elsewhere, *own)))
        self._curves = chosen
        self._rebuild()

    def _remember_curves(self, scene: Scene) -> None:
        remembered = self._bench.preferences.curves
        fresh = [one.key for one in scene.people if one.key not in self._people]
        self._people.update(fresh)
        self._curves += tuple((key, code) for key in fresh for person, code in remembered if person == key[1])

    def _show_distribution(self) -> None:
        self._bench.preferences.keep_flag("distribution", on=self._actions["view.distribution"].isChecked())
        self._rebuild()

    def _show_legend(self, shown: bool) -> None:
        self.legend.setVisible(shown)
        self._bench.preferences.keep_flag("legend", on=shown)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_pages"):
            self.toolbar.draw_icons()
            self.canvas.draw_again(names=True)
            self.minimap.repaint_all()
        super().changeEvent(event)
