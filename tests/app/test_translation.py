"""Every text of the window is translated, completely and into the file that is shipped."""

import ast
import importlib.util
import re
import shutil
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QLineEdit

from core.project.holder import account

ROOT = Path(__file__).resolve().parents[2]
SHOWN = {
    "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setAccessibleName",
    "setAccessibleDescription", "setInformativeText", "setTitle", "addAction", "addMenu", "addTab", "addItem",
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QListWidgetItem", "QDockWidget",
    "tell", "say", "wait", "primary", "cancel", "other", "quiet", "titled", "addRow", "ExpectedError",
}  # fmt: skip
"""What puts its words before the user."""
AS_IT_IS = {
    "VidEmo Studio": "the name of the program",
    "Ctrl+Enter": "a key",
    "Export...": "pyqtgraph's, in a menu of its plots that is switched off",
    "“happiness is displayed”": "the model's own words, kept as it wrote them",
}
GIVEN = {"question", "after", "A study", account()}
"""Names that the study of these tests and this computer give to things and people."""


@pytest.fixture(scope="module")
def translations():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "packaging")
        spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def updated(translations, tmp_path_factory):
    """The .ts as it is after another look at the source."""
    ts = tmp_path_factory.mktemp("translations") / translations.TS.name
    shutil.copy(translations.TS, ts)
    translations.update(ts)
    return list(translations.messages(ts))


def sources():
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted((ROOT / "app").rglob("*.py"))]


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def called(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def written(tree, context=""):
    """What the source marks for translation: (context, text)."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            if called(node) == "tr":
                yield context, literal(node.args[0])
            elif called(node) in ("translate", "QT_TRANSLATE_NOOP") and all(map(literal, node.args)):
                yield literal(node.args[0]), literal(node.args[1])
        yield from written(node, node.name if isinstance(node, ast.ClassDef) else context)


def test_nothing_is_missing_unfinished_or_left_over(translations, updated):
    left = [f"{context}: {source}" for context, source, text, state in updated if state or not text.strip()]
    assert not left, "run packaging/translations.py and translate what it lists"
    assert set(updated) == set(translations.messages(translations.TS)), "run packaging/translations.py"


def test_every_marked_text_is_found_in_its_own_context(updated):
    """A text is looked up under the name of its class: one that stands elsewhere would stay English."""
    known = {(context, source) for context, source, _, _ in updated}
    lost = [(path.name, *one) for path, tree in sources() for one in written(tree) if one not in known]
    assert not lost


def test_placeholders_are_the_same_in_both_languages(updated):
    def fields(text):
        return sorted((name, form) for _, name, form, _ in Formatter().parse(text) if name is not None)

    assert not [(source, text) for _, source, text, _ in updated if fields(source) != fields(text)]
    assert any(fields(source) for _, source, _, _ in updated)


def test_no_sentence_speaks_of_what_somebody_feels(updated):
    """Only the sentences that deny it may name the feeling."""
    found = {source for _, source, text, _ in updated if "感受" in text or "感到" in text}
    assert all(re.search(r"\bnot what|\bnever what|about feelings", source) for source in found), found


def test_the_compiled_file_is_that_of_the_texts(translations, tmp_path):
    compiled = tmp_path / "again.qm"
    translations.release(translations.TS, compiled)
    assert compiled.read_bytes() == translations.TS.with_suffix(".qm").read_bytes(), "run packaging/translations.py"


def said(call):
    """What a call puts before the user, as it stands in the source."""
    arguments = [*call.args, *(one.value for one in call.keywords if one.arg in ("words", "remedy"))]
    for argument in arguments[: 1 if called(call) == "addItem" else None]:  # the second is never shown
        for part in argument.values if isinstance(argument, ast.JoinedStr) else [argument]:
            yield literal(part) or ""


def test_no_words_go_past_the_translation():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {text}"
        for path, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and called(node) in SHOWN
        for text in said(node)
        if re.search(r"[A-Za-z]{2}", text) and text not in AS_IT_IS and "<" not in text
    ]
    assert not found, "wrap it in tr() or translate()"


@pytest.fixture
def chinese(preferences, qapp):
    """Chinese from the start of the window on; English again afterwards."""
    from app.application import speak

    preferences.language = "zh_CN"
    yield
    speak(qapp, "en")


def english(*roots):
    """Texts that are on the screen and hold English words but no Chinese ones."""
    texts = set()
    for root in roots:
        for kind in (QLabel, QAbstractButton, QDockWidget, QLineEdit):
            for one in root.findChildren(kind):
                if not one.isVisibleTo(root):
                    continue
                shown = one.windowTitle() if isinstance(one, QDockWidget) else ""
                if isinstance(one, QLineEdit):
                    shown = one.placeholderText()
                elif not isinstance(one, QDockWidget):
                    shown = one.text()
                texts |= {re.sub(r"<[^>]*>", " ", shown), one.toolTip(), one.accessibleName()}
        texts |= {one.text() for one in root.findChildren(QAction)}
        texts.add(root.windowTitle())
    return sorted(text for text in texts if bare(text))


def bare(text):
    if re.search(r"[\u4e00-\u9fff]", text) or text in AS_IT_IS or text.removesuffix(" · VidEmo Studio") in GIVEN:
        return False
    keys = r"(Ctrl|Shift|Alt|Esc|Space|Home|End|Left|Right|Up|Down|Return)\b"
    codes = r"VidEmo Studio|AU\d+|P\d+|[CT]-\d+|\S+\.\w{2,5}\b|/\S+"
    return bool(re.search(r"[A-Za-z]{2,}", re.sub(f"{keys}|{codes}", " ", text)))


def test_the_start_page_is_chinese(chinese, window):
    assert english(window) == []


def test_qt_speaks_chinese_on_its_own_buttons(chinese, window):
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, window)
    assert "取消" in box.button(QDialogButtonBox.StandardButton.Cancel).text()


VERBS = (
    "study.new", "study.history", "study.relink", "session.analyse", "session.people", "session.consent",
    "session.event", "session.phase", "session.markers", "session.note", "session.export", "review.correct",
    "review.comment", "review.rater", "view.curves", "help.palette", "help.keys", "help.glossary", "help.about",
    "help.check", "app.settings", "app.models",
)  # fmt: skip


def test_the_session_and_its_dialogs_are_chinese(chinese, opened_window, qtbot):
    window, session = opened_window, opened_window.bench.session
    window.show_session()
    row = session.scene.segments[0]
    session.select(row)
    session.mark((3.0, 9.5))
    qtbot.waitUntil(lambda: session.segment is not None)
    found = {"the session page": english(window)}
    for verb in VERBS:
        if not window.actions_[verb].isEnabled():
            continue
        window.actions_.start(verb)
        qtbot.wait(60)
        opened = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
        found[verb] = english(*opened)
        for one in opened:
            one.close()
            one.close()  # the second time, as something may count as typed
    left = {name: texts for name, texts in found.items() if texts}
    assert not left, left
