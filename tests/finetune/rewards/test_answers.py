"""Questions with options: one table of what earns what."""

import pytest

from core.reasoning.prompts import task
from finetune.rewards.answers import answer_reward, spelling_reward, words_reward

UNREAD = None


@pytest.mark.parametrize(
    ("name", "labels", "said", "earned"),
    [
        # one of several: right or wrong, whatever the spelling
        ("emotion-7", ("happiness",), "A", 1.0),
        ("emotion-7", ("happiness",), "(A)", 1.0),
        ("emotion-7", ("happiness",), "The answer is A.", 1.0),
        ("emotion-7", ("happiness",), "B", 0.0),
        ("emotion-7", ("happiness",), "A or B", UNREAD),
        ("emotion-7", ("happiness",), "AB", UNREAD),
        ("emotion-7", ("happiness",), "The person may well be happy.", UNREAD),
        ("emotion-7", ("happiness",), "", UNREAD),
        ("identity", ("yes",), "Yes, they are.", 1.0),
        ("identity", ("yes",), "no", 0.0),
        # fine-grained: emotion and intensity together
        ("emotion-22", ("anger, weak",), "{anger, weak}", 1.0),
        ("emotion-22", ("anger, weak",), "{anger, strong}", 0.0),
        # micro-expression
        ("micro-expression", ("{first}",), "A", 1.0),
        ("micro-expression", ("{first}",), "B", 0.0),
        # several labels, by F1
        ("emotions-11", ("{first}", "{second}"), "AB", 1.0),
        ("emotions-11", ("{first}", "{second}"), "B, A", 1.0),
        ("emotions-11", ("{first}", "{second}"), "A", 2 / 3),
        ("emotions-11", ("{first}", "{second}"), "ABCD", 2 / 3),
        ("emotions-11", ("{first}", "{second}"), "CD", 0.0),
        ("emotions-11", ("{first}",), "AA", UNREAD),
        # action units: F1; names beside the list are wrong ones; nothing and "None" is right
        ("action-units", ("AU6", "AU12"), "AU6,AU12", 1.0),
        ("action-units", ("AU6", "AU12"), "au06, AU12 (lip corner puller)", 1.0),
        ("action-units", ("AU6", "AU12"), "AU12", 2 / 3),
        ("action-units", ("AU6", "AU12"), "AU6, AU12, AU99", 4 / 5),
        ("action-units", ("AU6", "AU12"), "None", 0.0),
        ("action-units", (), "None", 1.0),
        ("action-units", (), "none observed.", 1.0),
        ("action-units", (), "AU12", 0.0),
        ("action", ("smile", "nod"), "Nod and smile", 1.0),
        ("action", ("smile", "nod"), "smile, nod, juggle", 4 / 5),
    ],
)
def test_what_an_answer_earns(name, labels, said, earned):
    asked = task(name)
    first, second = (option.label for option in asked.options[:2])
    labels = tuple(label.format(first=first, second=second) for label in labels)
    if said.startswith("{"):
        said = next(option.answer for option in asked.options if option.label == said.strip("{}"))
    assert answer_reward(said, asked, labels) == (None if earned is None else pytest.approx(earned))


@pytest.mark.parametrize(
    ("name", "said", "earned"),
    [
        ("emotion-7", "A", 1.0),
        ("emotion-7", " A\n", 1.0),
        ("emotion-7", "(A)", 0.0),
        ("emotion-7", "The answer is A", 0.0),
        ("emotion-7", "no idea", 0.0),
        ("emotions-11", "AB", 1.0),
        ("emotions-11", "A and B", 0.0),
        ("action-units", "AU4, AU12", 1.0),
        ("action-units", "AU4,AU12", 1.0),
        ("action-units", "au04; au12", 0.0),
        ("action-units", "AU4, AU99", 0.0),
        ("action-units", "None", 1.0),
    ],
)
def test_the_form_that_was_asked_for(name, said, earned):
    assert spelling_reward(said, task(name)) == earned


@pytest.mark.parametrize(
    ("said", "earned"), [("c. Happy!", 1.0), ("(C) happy", 1.0), ("C", 0.0), ("", None), ("?", None)]
)
def test_options_lettered_otherwise_are_compared_as_words(said, earned):
    assert words_reward(said, "C. happy") == earned
