"""`videmo ask` through the command: a recording, a person, an engine, an answer; and what is not asked rightly."""

import json

import pytest

from core.__main__ import main
from core.footage.reader import probe
from core.project import sessions
from core.project.consents import give_consent, withdraw_consent
from core.project.media import add_recording
from core.project.opening import open_study
from core.reasoning.prompts import opening, rationale_prompt, task, tasks
from tests.core.project.builders import PASSPHRASE, circumstances, new_study

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
        (["--task", "emotion-7", "--adapter", "/nowhere"], "no adapter called"),
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


FAR = ["--task", "emotion-7", "--model", "m", "--address", "https://gpu.lab.example/v1", "--from", "900", "--to", "901"]
"""A question that ends, once it may be asked, before anything is sent."""
LET_THROUGH = "nothing to ask about"


def test_pictures_go_to_another_computer_only_when_that_was_confirmed(sample_video, monkeypatch, capsys):
    assert main(["ask", str(sample_video), *FAR]) == 2
    said = capsys.readouterr().err
    assert "gpu.lab.example, another computer, and nobody's consent is known" in said
    assert LET_THROUGH not in said
    assert main(["ask", str(sample_video), *FAR, "--send-pictures"]) == 2
    assert LET_THROUGH in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    for typed, outcome in (("yes", "Nothing was sent"), ("gpu.lab.example", LET_THROUGH)):
        monkeypatch.setattr("builtins.input", lambda _, typed=typed: typed)
        assert main(["ask", str(sample_video), *FAR]) == 2
        assert outcome in capsys.readouterr().err


def test_an_analysis_outside_a_study_asks_the_same(sample_video, tmp_path, capsys):
    call = ["analyse", str(sample_video), "--out", str(tmp_path / "out"), "--analyst", "videmo", "--engine", "server"]
    call += ["--model", "m", "--address", "https://gpu.lab.example/v1"]
    assert main(call) == 2
    assert "nobody's consent is known" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_study_s_consent_decides_and_its_log_notes_what_is_sent(sample_video, tmp_path, capsys):
    with new_study(tmp_path).study as study:
        number = sessions.add_session(study, "first")
        add_recording(study, sample_video, session=number, sha256=probe(sample_video).sha256, video=probe(sample_video))
        someone = sessions.add_participant(study, "C-014")
        sessions.attend(study, session=number, participant=someone)
    (tmp_path / "secret").write_text(PASSPHRASE)
    kept = ["--study", str(tmp_path / "study.vemo"), "--passphrase-file", str(tmp_path / "secret")]
    assert main(["ask", str(sample_video), *FAR, *kept]) == 2
    assert "C-014 has given no consent" in capsys.readouterr().err
    assert main(["ask", str(sample_video), *FAR, *kept, "--send-pictures"]) == 2
    assert "the consent in it decides" in capsys.readouterr().err
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()) as study:
        give_consent(
            study, participant=someone, scopes=("analyse", "share excerpts"), given_on="2026-11-01", text_version="3"
        )
    assert main(["ask", str(sample_video), *FAR, *kept]) == 2
    assert LET_THROUGH in capsys.readouterr().err
    with open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()) as study:
        log = [(verb, json.loads(detail)) for verb, detail in study.rows("SELECT verb, detail FROM audit ORDER BY seq")]
        sent = [detail for verb, detail in log if verb == "sent"]
        assert [one["scope"] for verb, one in log if verb == "refused"] == ["share excerpts"]
        assert [(one["server"], one["elsewhere"], one["session"]) for one in sent] == [
            ("gpu.lab.example", True, number)
        ]
        withdraw_consent(study, participant=someone, given_on="2026-11-02")
    assert main(["ask", str(sample_video), "--task", "emotion-7", "--model", "m", *kept]) == 2
    assert "withdrew consent" in capsys.readouterr().err, "nor is a model on this computer asked then"


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
