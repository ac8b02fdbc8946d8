"""Opening a study from the window. In: a path. Out: the study on the workbench; a failure where it was asked for.

The study is opened beside the window's thread and handed to the workbench only when it is open, so that a wrong
passphrase leaves what was open before as it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shiboken6 import isValid

from app.sentences import in_words
from app.translation import translate
from core.errors import ExpectedError

if TYPE_CHECKING:
    from app.dialogs.passphrase import Secret
    from app.window import MainWindow
    from core.project.study import Study


@dataclass(frozen=True, slots=True)
class _Look:
    """What can be told of a study without opening it."""

    path: Path
    encrypted: bool
    kept: str | None
    """The keychain's secret for it."""
    remark: str
    """Why the keychain did not answer."""


def open_study(window: "MainWindow", path: Path, *, then: Callable[[], None] | None = None) -> None:
    """Opens a study, asking for its passphrase where it has one. Shows its latest session."""
    bench = window.bench

    def looked(look: _Look) -> None:
        if bench.study is not None and bench.study.path == look.path:
            _show_again(window)
            return
        if look.encrypted and look.kept is None:
            _ask(window, look, then=then)
            return

        def failed(failure: ExpectedError) -> None:
            if look.encrypted:  # the keychain's secret is an old one
                _ask(window, look, then=then, failure=failure)
            else:
                bench.failed(failure)

        _open(window, look.path, secret=look.kept, read_only=False, then=then, failed=failed)

    bench.free_lane.ask(lambda: _look(path), then=looked, failed=bench.failed, owner=window)


def _look(path: Path) -> _Look:
    from core.project.container import read_header, system_base
    from core.project.failures import StudyError
    from core.project.keychain import stored_secret

    path = path.expanduser().resolve()
    header = read_header(path, base=system_base()).header
    kept, remark = None, ""
    if any(slot.kind == "keychain" for slot in header.slots):
        try:
            kept = stored_secret(header.study)
        except StudyError as failure:
            remark = in_words(failure.problem)
    return _Look(path, header.encrypted, kept, remark)


def _show_again(window: "MainWindow") -> None:
    scene, study = window.bench.session.scene, window.bench.study
    if scene is not None:
        window.show_session()
    elif study is not None and study.sessions:
        window.bench.show_session(study.sessions[-1].id)
    else:
        window.show_start()


def _ask(
    window: "MainWindow", look: _Look, *, then: Callable[[], None] | None, failure: ExpectedError | None = None
) -> None:
    from app.dialogs.passphrase import PassphraseDialog

    def attempt(secret: "Secret") -> None:
        def wanted() -> bool:
            return isValid(dialog) and dialog.isVisible()

        def opened() -> None:
            dialog.done_()
            if secret.remember:
                remember(window)
            if then is not None:
                then()

        def failed(why: ExpectedError) -> None:
            if wanted():
                dialog.again(in_words(why.problem), in_words(why.remedy))

        _open(
            window,
            look.path,
            secret=secret.text,
            read_only=secret.read_only,
            then=opened,
            failed=failed,
            wanted=wanted,
        )

    dialog = PassphraseDialog(look.path, attempt, parent=window)
    if failure is not None:
        dialog.fail(failure)
    elif look.remark:
        dialog.say(look.remark)
    dialog.open()


def _open(
    window: "MainWindow",
    path: Path,
    *,
    secret: str | None,
    read_only: bool,
    then: Callable[[], None] | None,
    failed: Callable[[ExpectedError], None],
    wanted: Callable[[], bool] | None = None,
) -> None:
    bench, who = window.bench, window.bench.rater

    def work() -> "Study":
        from core.project.opening import Circumstances, open_study

        return open_study(path, secret=secret, read_only=read_only, circumstances=Circumstances(who=who))

    def opened(study: "Study") -> None:
        if wanted is not None and not wanted():  # the question was closed while it opened
            bench.free_lane.ask(study.close)
            return
        bench.open(lambda: study)
        if then is not None:
            then()

    bench.free_lane.ask(work, then=opened, failed=failed, owner=window)


def remember(window: "MainWindow") -> None:
    """From now on the keychain opens the open study."""
    from core.project.keys import remember_in_keychain

    bench = window.bench
    bench.do(
        remember_in_keychain,
        then=lambda _: bench.tell(
            translate("Verbs", "This computer's keychain opens the study from now on."), tone="done"
        ),
    )
