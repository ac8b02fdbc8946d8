"""Sentences of core and finetune come out in the user's language, with their values, everywhere in the window."""

import ast
import importlib.util
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from app.application import speak
from app.jobs import Job
from app.sentences import fitting, in_words, templates
from app.translation import translate
from core.errors import ExpectedError
from core.export.look import shares_in_words
from core.footage.probe import probe
from core.imports.reading import read_foreign
from core.models.installed import find
from core.progress import finish
from core.project.container import read_header, system_base
from core.project.opening import check_purpose
from core.project.sessions import check_date
from core.vlm.server_address import address_of
from finetune.recipe_file import parse_recipe

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(r"(?<![\w/.`-])(the|is|not|of|are|cannot|with|it|and|or)\b(?![`/-])")
"""Words by which an English sentence is known."""
PASSED_ON = {"app/child.py", "app/dialogs/check.py", "app/widgets/model_choice.py", "app/verbs/models.py"}
"""Where a failure is made of another, whose sentences are translated where it is shown; and lines in a loop."""


@pytest.fixture(scope="module")
def core_texts():
    spec = importlib.util.spec_from_file_location("core_texts", ROOT / "packaging" / "core_texts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def chinese(preferences, qapp):
    preferences.language = "zh_CN"
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")


def test_the_window_knows_what_core_and_finetune_can_say(core_texts):
    collected = core_texts.core_texts()
    assert [one.text for one in templates()] == list(collected), "run packaging/translations.py"
    assert len(collected) > 1500


def test_what_is_left_out_is_there(core_texts, monkeypatch):
    """A text that core no longer has is taken off the list."""
    before = set(core_texts.core_texts())
    left_out = core_texts.INTERNAL
    monkeypatch.setattr(core_texts, "INTERNAL", frozenset())
    assert len(set(core_texts.core_texts()) - before) == len(left_out)


SOURCE = '''
"""A docstring of several words."""
AGAIN = "Try it once more."

def work(path: "some kind of path", many: int) -> None:
    told = "is full" if many > 1 else "is tight"
    raise ModelError(f"The disk of {path.name} {told}: {many:.1f} GB.", remedy=AGAIN)
    raise ValueError("a fault for developers")
    yield Progress(f"reading {path}", 0, 1, "files")
    notes.append(counted(many, one="One row is", many="{count} rows are") + " left out.")
    rows("SELECT a FROM b")
'''


def test_sentences_are_read_out_of_the_source(core_texts):
    assert set(core_texts.texts_of(SOURCE, place="core/x.py")) == {
        "Try it once more.",
        "The disk of {0} is full: {1} GB.",
        "The disk of {0} is tight: {1} GB.",
        "reading {0}",
        "{0} rows are left out.",
        "One row is left out.",
        "is full",
        "is tight",
    }
    assert not set(core_texts.texts_of(SOURCE, place="core/commands/x.py"))


@pytest.mark.parametrize("value", [lambda n: f"v{n}q7", lambda n: f"{12.5 + n}"])
def test_every_template_is_found_again_and_no_other(value):
    """None is ambiguous with another: what was made of it fits it, and gives its values back."""
    lost = []
    for one in templates():
        values = tuple(map(value, range(len(one.parts) - 1)))
        if values and fitting(one.text.format(*values)) != (one, values):
            lost.append(one.text)
    assert not lost


def test_each_comes_out_in_chinese(chinese):
    same = [one.text for one in templates() if translate("Core", one.text) == one.text]
    assert all(not ENGLISH.search(text) for text in same), same
    told = [re.sub(r'"[^"]*"', "", translate("Core", one.text)) for one in templates()]
    assert not [one for one in told if ENGLISH.search(one)]


def raised(work):
    with pytest.raises(ExpectedError) as caught:
        work()
    return caught.value


def empty_video(folder):
    (folder / "a.mp4").touch()
    return raised(lambda: probe(folder / "a.mp4"))


def table_without_times(folder):
    (folder / "codes.csv").write_text("frame,face_id,timestamp,confidence,success,AU01_r\n1,0,,1,1,0.5\n")
    return raised(lambda: finish(read_foreign(folder / "codes.csv")))


def no_study(folder):
    (folder / "a.vemo").write_bytes(b"%PDF-1.4 " * 2000)
    return raised(lambda: read_header(folder / "a.vemo", base=system_base()))


def odd_recipe(folder):
    return raised(lambda: parse_recipe("name = 'x'\nnonsense = 1\n", what="The recipe of the run x", folder=folder))


RAISED = [
    (empty_video, "a.mp4”是空文件", "请从摄像机或原文件夹重新复制。"),
    (lambda folder: raised(lambda: probe(folder / "b.mp4")), "找不到文件“", "请检查拼写和所在文件夹。"),
    (table_without_times, "codes.csv，第 2 行：该行没有时间。", "请对该录像重新运行 OpenFace，再导入新的 CSV。"),
    (no_study, "a.vemo 不是 VidEmo Studio 的项目：是 PDF 文档。", "请指明以 .vemo 结尾的文件。"),
    (lambda _: raised(lambda: check_purpose("education")), "VidEmo Studio 不得用于教育：", "治疗、医疗、安全、研究。"),
    (lambda _: raised(lambda: check_date("soon")), "不是日期。", "请写成 2026-11-23 的形式。"),
    (lambda _: raised(lambda: address_of("no where")), "不是服务器的地址。", "其中不应含密钥。"),
    (odd_recipe, "训练 x 的配方 中有未知的键 nonsense。", "允许的有："),
]  # fmt: skip


@pytest.mark.parametrize(("work", "problem", "remedy"), RAISED)
def test_failures_come_out_in_chinese(chinese, tmp_path, work, problem, remedy):
    failure = work(tmp_path)
    assert problem in in_words(failure.problem)
    assert remedy in in_words(failure.remedy)
    for text in (failure.problem, failure.remedy):
        assert not ENGLISH.search(in_words(text)), in_words(text)


def test_a_missing_model_is_told_in_chinese(chinese, own_home):
    failure = raised(lambda: find("videmo-3b"))
    assert in_words(failure.problem) == "这台电脑上没有模型 videmo-3b。"
    assert "videmo models fetch videmo-3b" in in_words(failure.remedy)
    assert not ENGLISH.search(in_words(failure.remedy))


SAID = [
    ("looking for faces", "正在寻找面部"),
    ("fetching videmo-3b, model-00001-of-00002.safetensors", "正在获取 videmo-3b，model-00001-of-00002.safetensors"),
    ("There is no file “/a/session 5.mp4”. Check the spelling and the folder.",
     "找不到文件“/a/session 5.mp4”。请检查拼写和所在文件夹。"),
    ("Main memory is not enough: about 12.0 GB of 8.0 GB free.", "主内存不足：约需 12.0 GB，空闲 8.0 GB。"),
    ("Not allowed (share excerpts): C-014 has given no consent for session Intake; T-2 withdrew consent on 2026-01-02.",
     "不允许（分享片段）：C-014 没有为会谈 Intake 给出知情同意；T-2 已于 2026-01-02 撤回知情同意。"),
    ("The head is turned to the person's left (23°).", "头部转动：朝本人左侧（23°）。"),
    ("The model reads happiness as displayed for 2.3 s. Reasons: Smile. The person is speaking, which moves the mouth.",
     "模型读出的呈现为高兴，持续 2.3 s。理由：微笑。此人正在说话，这会牵动嘴部。"),
    ("Rare in emotion-7: disgust (1 of 20), fear (2 of 20).",
     "emotion-7 中少见的有：厌恶（20 个中的 1 个）、恐惧（20 个中的 2 个）。"),
    ("Nobody who judges shows anger (emotion-7), fear (emotion-7): nothing is told about that.",
     "用于评判的人物都没有呈现愤怒（emotion-7）、恐惧（emotion-7）：对此无法作出说明。"),
    ("undid: session Intake", "撤销：会谈 Intake"),
    ("There is a session 会谈1 already.", "已有会谈 会谈1。"),
    ("2 people (A, B) are on both sides.", "2 个人物（A, B）同时出现在两侧。"),
    ("All 12 examples of emotion-7 have the label happiness: nothing is told apart.",
     "emotion-7 的全部 12 个样例的标签都是高兴：无从区分。"),
    ("The study clinic.vemo is damaged: entry 3 was altered.", "项目 clinic.vemo 已损坏：条目 3 已被改动。"),
    ("Nobody has ever said this.", "Nobody has ever said this."),
    ("已经是中文：P1 and 2", "已经是中文：P1 and 2"),
]  # fmt: skip


@pytest.mark.parametrize(("english", "wanted"), SAID)
def test_sentences_come_out_with_their_values(chinese, english, wanted):
    assert in_words(english) == wanted


def test_shares_of_quality_come_out_in_chinese(chinese):
    told = in_words(shares_in_words({"occluded": 0.8, "off_angle": 0.12}))
    assert re.fullmatch(r"面部被遮挡 80\s%、\S+ 12\s%", told), told


def test_english_stays_as_it_is(qapp):
    assert in_words("looking for faces") == "looking for faces"


def test_a_failure_of_a_job_is_shown_in_chinese(chinese, window, tmp_path, qtbot):
    from app.panels.queue import JobRow

    bench = window.bench
    with qtbot.waitSignal(bench.told) as told:
        job = bench.enqueue(bench.free_lane.run("x", lambda _: finish(probe(tmp_path / "gone.mp4"))))
    assert isinstance(job, Job)
    problem, remedy, tone = told.args
    assert "找不到文件“" in problem
    assert remedy == "请检查拼写和所在文件夹。"
    assert tone == "problem"
    row = JobRow(bench, job)
    qtbot.addWidget(row)
    assert "找不到文件“" in " ".join(label.text() for label in row.findChildren(QLabel))


def test_no_sentence_of_a_failure_goes_past_the_translation():
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("in_words")
            for part in ast.walk(node)
        }
        found += [
            f"{place}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in ("problem", "remedy")
            if id(node) not in said and place not in PASSED_ON
        ]
    assert not found, "wrap it in in_words()"
