"""`videmo ask` through the command: a recording, a person, an engine, an answer; and what is not asked rightly."""

import json

import pytest

from core.__main__ import main
from core.reasoning.prompts import opening, rationale_prompt, task, tasks

SPAN = ["--from", "9.4", "--to", "10"]
RULE = {"temperature": 0.0, "top_p": 1.0, "top_k": 0, "most_tokens": 512, "seed": 20250}


def reply(text):
    return {"pieces": [*text], "text": text, "ids": [], "log_probabilities": [], "ended": True}


def conversation(question, text, scores=()):
    turns = [["user", question]]
    return {"turns": turns, "clip": "", "tokens": 40, "draws": [{"rule": RULE, "replies": [reply(text)]}],
            "scores": dict(scores)}  # fmt: skip


@pytest.fixture
def replies(tmp_path):
    """A file of replies to some of the tasks, each told by its question."""

    def first(name):
        return opening(task(name).question)[-1].text

    seven = dict(zip("ABCDEFG", (-3.0, -0.2, -4.0, -5.0, -6.0, -7.0, -8.0), strict=True))
    about = {
        "engine": "transformers", "model": "recorded", "digest": "", "quantisation": "none", "device": "cpu",
        "precision": "fp32", "adapter": "", "libraries": {}, "context_tokens": 4096, "scores": True,
    }  # fmt: skip
    said = [
        conversation(first("emotion-7"), "(B) Sad", seven.items()),
        conversation(rationale_prompt().question, "The lip corners are pulled down."),
        conversation(first("action-units"), "AU4, AU15, AU99"),
        conversation(first("head-pose"), "straight ahead\x1b[2J", dict.fromkeys("ABCDEFG", -2.0).items()),
        conversation(first("expression-caption"), "Her tears suggest sadness. The light is dim."),
        conversation(first("description"), "In a dim room a woman cries."),
        conversation(first("identity"), "Yes", {"Yes": -0.1, "No": -3.0}.items()),
    ]
    file = tmp_path / "replies.json"
    document = {"format": "videmo-replies@1", "match": "question", "about": about, "conversations": said}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def asked(sample, replies, *words):
    return main(["ask", str(sample), "--model", str(replies), *SPAN, *words])


def test_a_closed_task_gives_an_answer_a_distribution_and_reasons(sample_video, replies, capsys):
    assert asked(sample_video, replies, "--task", "emotion-7", "--why", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["labels"] == ["sadness"]
    assert said["people"] == ["P1"]
    assert max(said["distribution"], key=said["distribution"].get) == "sadness"
    assert sum(said["distribution"].values()) == pytest.approx(1.0)
    assert 0.8 < said["on_options"] < 1.0
    assert said["reasons"] == "The lip corners are pulled down."
    assert said["frames"] >= 2


def test_the_reply_is_streamed_and_what_it_says_is_printed(sample_video, replies, capsys):
    assert asked(sample_video, replies, "--task", "action-units", "--person", "p1") == 0
    out = capsys.readouterr().out
    assert out.startswith("AU4, AU15, AU99\n")
    assert "the model reads: AU4, AU15" in out
    assert "not in the list: au99" in out
    assert "%" not in out, "an answer of several labels has no distribution over single ones"


def test_a_reply_that_is_no_answer_is_said_and_steers_no_terminal(sample_video, replies, capsys):
    assert asked(sample_video, replies, "--task", "head-pose") == 0
    out = capsys.readouterr().out
    assert "no answer: The reply is not among the options." in out
    assert "\x1b" not in out


def test_prose_becomes_clues_and_the_rest_is_counted(sample_video, replies, capsys):
    assert asked(sample_video, replies, "--task", "expression-caption", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    names = {(clue["level"], clue["name"]) for clue in said["clues"]}
    assert names == {("expression", "tearful face"), ("emotion", "sadness")}
    assert said["unread"] == ["The light is dim."]
    assert said["labels"] is None


def test_a_task_about_the_whole_picture_looks_for_nobody(sample_video, replies, capsys):
    assert asked(sample_video, replies, "--task", "description", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["people"] == []
    assert said["clues"] is None
    assert said["reply"] == "In a dim room a woman cries."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--task", "emotion"], "There is no task 'emotion'"),
        (["--task", "rationale"], "about an answer given before"),
        (["--task", "emotion-7", "--person", "Anna"], "names no person"),
        (["--task", "emotion-7", "--person", "P7"], "Name one person of these, as in --person P1"),
        (["--task", "emotion-7", "--person", "P1,P2"], "asks about one person"),
        (["--task", "identity"], "asks about two people; in that part of the recording only P1 is seen"),
        (["--task", "description", "--person", "P1"], "asks about the whole picture"),
        (["--task", "age"], "No answer is recorded"),
        (["--task", "emotion-7", "--tokens", "0"], "--tokens begins at 1"),
        (["--task", "emotion-7", "--temperature", "-1"], "--temperature at 0"),
        (["--task", "emotion-7", "--from", "900"], "nothing to ask about"),
        (["--task", "emotion-7", "--adapter", "/nowhere"], "no adapter at"),
        ([], "Name VIDEO and --task"),
    ],
)
def test_bad_input_is_a_sentence(words, sentence, sample_video, replies, capsys):
    assert asked(sample_video, replies, *words) == 2
    caught = capsys.readouterr()
    assert sentence in caught.err
    assert "Traceback" not in caught.err


def test_without_a_model_or_with_one_that_is_not_here(sample_video, capsys):
    assert main(["ask", str(sample_video), "--task", "emotion-7"]) == 2
    assert "--model" in capsys.readouterr().err
    assert main(["ask", str(sample_video), "--task", "emotion-7", "--model", "videmo-99b"]) == 2
    assert "videmo-99b is not on this computer" in capsys.readouterr().err


def test_the_list_names_every_task_and_how_much_of_it_is_published(capsys):
    assert main(["ask", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [one.id for one in tasks()]
    assert all(f"wording {one.wording}" in line for one, line in zip(tasks(), lines, strict=True))
    assert main(["ask", "--list", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(tasks())


@pytest.mark.slow
def test_a_small_real_model_is_asked(sample_video, untaught_model, capsys):
    """Random weights: the words mean nothing, so what is checked is that nothing is made of them."""
    call = ["ask", str(sample_video), *SPAN, "--task", "emotion-22", "--model", str(untaught_model), "--device", "cpu"]
    assert main([*call, "--tokens", "8", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["distribution"]) == 22
    assert sum(said["distribution"].values()) == pytest.approx(1.0)
    assert (said["labels"] is None) == bool(said["failure"])
    assert said["model"]["sha256"]
