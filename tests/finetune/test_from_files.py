import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ExpectedError, UsageError
from core.progress import finish
from core.reasoning.answers import read_answer
from core.reasoning.prompts import opening, task, tasks
from core.vlm.backend import Turn
from finetune.examples import Example
from finetune.from_files import read_file
from finetune.questions import answer_of
from tests import media


def read(path: Path) -> tuple[Example, ...]:
    return finish(read_file(path))


def written(folder: Path, held: object, name: str = "data.json") -> Path:
    path = folder / name
    path.write_text(held if isinstance(held, str) else json.dumps(held), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with one clip of a second in it."""
    made = tmp_path_factory.mktemp("data")
    media.build(made, frames=30)
    return made


QUESTION = task("emotion-7").question


def conversation(content: str = f"<video>\n{QUESTION}", answer: str = "B", **keys: object) -> dict[str, object]:
    messages = [{"role": "user", "content": content}, {"role": "assistant", "content": answer}]
    return {"messages": messages, "videos": ["clip.mp4"], **keys}


def test_a_conversation_is_recognised_by_its_question(folder: Path):
    (one,) = read(written(folder, [conversation(source="dfew", person="C-014", session="first")]))
    assert (one.task, one.stage, one.labels) == ("emotion-7", "expression", ("sadness",))
    assert one.turns == (*opening("")[:1], Turn("user", f"\n{QUESTION}"), Turn("assistant", "B"))
    assert one.clip is not None
    assert (one.clip.start_s, one.clip.end_s, one.clip.boxes) == (0.0, pytest.approx(1.0), ())
    assert one.clip.video == folder / "clip.mp4"
    assert (one.person, one.session, one.source) == ("C-014", "first", "data.json, entry 1")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (f"<video>\n{QUESTION}\n", f"\n{QUESTION}\n"),
        (f"<video>.{QUESTION}", f".{QUESTION}"),
        (QUESTION, opening(QUESTION)[-1].text),
    ],
)
def test_both_spellings_of_the_tag_are_kept_and_a_missing_one_is_put_as_we_put_it(folder: Path, content, text):
    (one,) = read(written(folder, [conversation(content)]))
    assert one.turns[1].text == text
    assert one.task == "emotion-7"


@pytest.mark.parametrize("asked", [one for one in tasks() if one.options], ids=lambda one: one.id)
def test_every_published_question_is_found_again_and_every_label_becomes_its_answer(folder: Path, asked):
    answer = answer_of(asked, [asked.options[0].label, *([asked.options[2].label] if not asked.closed else [])])
    (one,) = read(written(folder, [conversation(f"<video>\n{asked.question}", answer)]))
    assert one.task == asked.id
    assert one.stage == asked.level
    assert one.labels == read_answer(answer, asked).labels
    assert len(one.labels) == (1 if asked.closed else 2)


def test_the_last_question_decides(folder: Path):
    two = conversation()
    two["messages"] += [  # type: ignore[operator]
        {"role": "user", "content": task("rationale").question},
        {"role": "assistant", "content": "The corners of the mouth are lowered."},
    ]
    (one,) = read(written(folder, [two]))
    assert (one.task, one.stage, one.labels) == ("rationale", "emotion", ())
    assert len(one.turns) == 5


@pytest.mark.parametrize(
    ("keys", "stage"),
    [
        ({"source": "x_QA_Eyes"}, "attribute"),
        ({}, "emotion"),
        ({"stage": "expression", "source": "QA_Eyes"}, "expression"),
    ],
)
def test_the_stage_of_an_unknown_question(folder: Path, keys, stage):
    (one,) = read(written(folder, [conversation("<video>\nWhat colour are the eyes?", "They are blue.", **keys)]))
    assert (one.task, one.stage) == ("other", stage)


def test_words_alone_have_no_clip(folder: Path):
    (one,) = read(written(folder, [conversation("What is AU12?", "The lip corner puller.", videos=[])]))
    assert one.clip is None
    assert one.turns[1].text == "What is AU12?"


def test_plain_lines(folder: Path):
    lines = [
        {
            "video": "clip.mp4",
            "start_s": 0.2,
            "end_s": 0.8,
            "person": "A",
            "task": "action-units",
            "labels": ["AU12", "AU6"],
        },
        {"video": "clip.mp4", "labels": "sadness"},
        {"video": "clip.mp4", "task": "action-units", "labels": []},
        {"video": "clip.mp4", "question": task("emotions-11").question, "answer": "BF"},
        {"question": "What is AU4?", "answer": "The brow lowerer.", "stage": "attribute"},
    ]
    text = "\n\n".join(map(json.dumps, lines))
    units, sad, none, several, words = read(written(folder, text, "plain.jsonl"))
    assert (units.answer, units.labels) == ("AU6,AU12", ("AU6", "AU12"))
    assert units.clip is not None
    assert (units.clip.start_s, units.clip.end_s) == (0.2, 0.8)
    assert (sad.task, sad.answer, sad.source) == ("emotion-7", "B", "plain.jsonl, line 3")
    assert none.answer == "None"
    assert (several.task, several.labels) == ("emotions-11", ("surprise", "fear"))
    assert (words.task, words.stage, words.clip) == ("other", "attribute", None)


def test_a_table_of_clips(folder: Path):
    table = "path;label;start_s;person;task\nclip.mp4;Happy;0.5;A;\n\nclip.mp4;AU1,AU4;;B;action-units\n"
    happy, units = read(written(folder, table.replace("AU1,AU4", '"AU1;AU4"'), "clips.csv"))
    assert (happy.labels, happy.answer, happy.person) == (("happiness",), "A", "A")
    assert happy.clip is not None
    assert (happy.clip.start_s, happy.clip.end_s) == (0.5, pytest.approx(1.0))
    assert (units.labels, units.source) == (("AU1", "AU4"), "clips.csv, line 4")


def test_a_label_that_a_task_does_not_have_is_kept_as_it_stands(folder: Path):
    (one,) = read(written(folder, "path,label\nclip.mp4,happyness\n", "clips.csv"))
    assert (one.answer, one.labels) == ("happyness", ())


def test_a_clip_that_is_gone_or_broken_has_no_length(folder: Path):
    (folder / "broken.mp4").write_bytes(b"no video")
    gone, broken = read(written(folder, "path,label\ngone.mp4,anger\nbroken.mp4,anger\n", "clips.csv"))
    assert gone.clip is not None
    assert (gone.clip.sha256, gone.clip.end_s) == ("", 0.0)
    assert broken.clip is not None
    assert len(broken.clip.sha256) == 64
    assert broken.clip.end_s == 0.0


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.txt", "", "a.txt is no data set"),
        ("a.json", "{}", "a.json holds no array"),
        ("a.json", '[{"messages": [}]', "a.json, line 1 is no JSON"),
        ("a.jsonl", '{"video": "x.mp4",\n', "a.jsonl, line 1 is no JSON"),
        ("a.jsonl", '\n{"vidoe": "x.mp4"}', "a.jsonl, line 2: there is no key 'vidoe'"),
        ("a.jsonl", '{"video": "x.mp4", "start_s": "soon", "labels": "anger"}', "“start_s” is no time"),
        ("a.jsonl", '{"video": "x.mp4", "start_s": 4, "end_s": 2, "labels": "anger"}', "“end_s” is not after"),
        ("a.jsonl", '{"video": "x.mp4", "task": "emotion-8", "labels": "anger"}', "There is no task 'emotion-8'"),
        ("a.jsonl", '{"video": "x.mp4", "task": "hair", "labels": "brown"}', "answered in prose"),
        ("a.jsonl", '{"video": "x.mp4"}', "one of “answer” and “labels” is needed"),
        ("a.jsonl", '{"video": "x.mp4", "answer": "A"}', "the question is missing"),
        ("a.jsonl", '{"question": "Who?", "answer": "A", "stage": "last"}', "there is no stage 'last'"),
        ("a.csv", "path,mood\nx.mp4,good\n", "has a column “mood”"),
        ("a.csv", "path,person\nx.mp4,A\n", "has no column “label”"),
        ("a.csv", "path,label\nx.mp4\n", "a.csv, line 2: “label” is empty"),
        ("a.csv", "path,label\nx.mp4,a,b\n", "3 cells for 2 columns"),
    ],
)  # fmt: skip
def test_what_a_file_should_not_be_is_one_sentence(tmp_path: Path, name: str, text: str, told: str):
    with pytest.raises(UsageError, match=re.escape(told)):
        read(written(tmp_path, text, name))


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (conversation("Look: <video>\nwho?"), "stands elsewhere than at the beginning"),
        (conversation(videos=[]), "without a video"),
        (conversation(videos=["a", "b"]), "2 videos stand in one conversation"),
        (conversation(answer=" "), "a turn is empty"),
        (conversation(images=["a.png"]), "there is no key 'images'"),
        ({"messages": [{"role": "user", "content": "x"}]}, "do not take turns"),
        ({"messages": [{"role": "tool", "content": "x"}]}, "no role or no words"),
    ],
)
def test_what_a_conversation_should_not_be(tmp_path: Path, held, told: str):
    with pytest.raises(UsageError, match=told):
        read(written(tmp_path, [held]))


VALID = json.dumps([conversation(person="A", session="s", start=0.1, end=0.4, source="QA_Nose")])
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_file_with_wrong_letters_is_read_or_refused_in_a_sentence(tmp_path_factory, draw: random.Random, wrong: int):
    text = list(VALID)
    for _ in range(wrong):
        at = draw.randrange(len(text))
        text[at] = draw.choice(['"', "{", "[", "}", "]", ",", ":", "\\", "\x00", "9", "null", "\ud7ff", "<video>", ""])
    path = tmp_path_factory.mktemp("wrong") / "data.json"
    path.write_text("".join(text), encoding="utf-8")
    _read_or_refused(path)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_an_entry_with_a_wrong_value_is_read_or_refused_in_a_sentence(tmp_path_factory, data: st.DataObject):
    plain = {"video": "x.mp4", "start_s": 0.0, "end_s": 1.0, "person": "A", "task": "emotion-7", "labels": ["anger"]}
    held = data.draw(st.sampled_from([json.loads(VALID)[0], plain]))
    where = data.draw(st.sampled_from([*held, "question", "answer", "stage"]))
    held = {**held, where: data.draw(json_values)}
    if "messages" in held and where != "messages" and data.draw(st.booleans()):
        held["messages"][0] = data.draw(json_values)
    path = tmp_path_factory.mktemp("wrong") / "data.jsonl"
    path.write_text(json.dumps(held), encoding="utf-8")
    _read_or_refused(path)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='pathlbe,;"\n\t 01.A', max_size=60), st.booleans())
def test_any_table_is_read_or_refused_in_a_sentence(tmp_path_factory, text: str, headed: bool):
    path = tmp_path_factory.mktemp("wrong") / "clips.csv"
    path.write_text(("path,label,start_s\n" if headed else "") + text, encoding="utf-8")
    _read_or_refused(path)


def _read_or_refused(path: Path) -> None:
    """Anything but an expected failure is a traceback, and fails the test."""
    try:
        found = read(path)
    except ExpectedError:
        return
    assert all(one.key and one.answer for one in found)
