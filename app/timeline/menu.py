"""The menu under the right button. In: what was clicked. Out: the actions on it."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Actions
from app.session import OpenSession, Span
from core.export.clock import time_code

GROUPS = (
    ("review.agree", "review.correct", "review.reject", "review.unsure", "review.comment"),
    ("play.loop", "view.segment"),
    ("session.event", "session.phase", "session.markers"),
    ("view.whole", "view.distribution", "view.curves"),
)


def show_menu(
    parent: QWidget, where: QPoint, *, session: OpenSession, actions: Actions, time_s: float, span: Span | None
) -> QMenu:
    """Pops up a menu about a moment and (`span`) the segment there, which is selected."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    here = menu.addAction(QCoreApplication.translate("Timeline", "Go to {time}").format(time=time_code(time_s)))
    here.triggered.connect(lambda: session.seek(time_s))
    if span is not None:
        mark = menu.addAction(QCoreApplication.translate("Timeline", "Mark the segment's span"))
        mark.triggered.connect(lambda: session.mark(span))
    for group in GROUPS:
        menu.addSeparator()
        for name in group:
            menu.addAction(actions[name])
    menu.popup(where)
    return menu
