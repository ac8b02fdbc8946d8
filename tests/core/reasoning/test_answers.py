"""A closed task's reply as labels: every form that is plainly an answer, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.reasoning.answers import Answer, NoAnswer, read_answer
from core.reasoning.prompts import task, tasks

CLOSED = [one for one in tasks() if one.answer != "prose"]
LETTERED = [one for one in CLOSED if one.answer in ("letter", "letters")]


def labels(text, name):
    found = read_answer(text, task(name))
    assert isinstance(found, Answer), found
    return found.labels


@pytest.mark.parametrize("text", ["B", "(B)", "B.", "b)", " B \n", "(B) Sad", "B. Sad", "Sad", "sad.", "B: Sad",
                                  "The answer is (B).", "Answer: B", "**B**", '"B"', "( b )"])  # fmt: skip
def test_one_option_in_every_spelling(text):
    assert labels(text, "emotion-7") == ("sadness",)


@pytest.mark.parametrize("text", ["", "  ", "H", "BF", "A, B", "(B) Happy", "She looks sad to me.", "Bad", "A sad face",
                                  "not B", "I see B", "Happy or sad", "?", "None", "B is wrong"])  # fmt: skip
def test_no_option_is_guessed(text):
    found = read_answer(text, task("emotion-7"))
    assert isinstance(found, NoAnswer)
    assert found.text == text
    assert found.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["BF", "FB", "B,F", "B, F", "B F", "(B)(F)", "(B), (F)", "B and F", "Surprise, Fear", "(B) Surprise\n(F) Fear"],
)
def test_several_letters_come_back_in_the_tasks_order(text):
    assert labels(text, "emotions-11") == ("surprise", "fear")


@pytest.mark.parametrize("text", ["BZ", "BB", "B, joy", "Surprise maybe", "fear because of B"])
def test_several_letters_that_are_none(text):
    assert isinstance(read_answer(text, task("emotions-11")), NoAnswer)


@pytest.mark.parametrize(
    "text",
    ["AU6, AU12", "AU6,AU12", "AU06 AU12", "au 6; au-12", "AU6: cheek raiser, AU12 (lip corner puller)", "AU6+AU12"],
)
def test_action_units(text):
    assert labels(text, "action-units") == ("AU6", "AU12")


def test_names_out_of_the_list_are_told_apart():
    found = read_answer("smile, Head Wagging, fly", task("action"))
    assert isinstance(found, Answer)
    assert found.labels == ("head_wagging", "smile")
    assert found.unknown == ("fly",)
    assert labels("male,receding_hairline,5 o'clock shadow", "appearance") == (
        "male",
        "receding_hairline",
        "5_o_clock_shadow",
    )
    assert isinstance(read_answer("He flies.", task("action")), NoAnswer)
    assert read_answer("AU6, AU99", task("action-units")) == Answer((task("action-units").options[3],), ("au99",))


@pytest.mark.parametrize("text", ["None", "none.", "NONE"])
def test_none_is_an_answer_of_lists_alone(text):
    for name in ("action-units", "action", "appearance", "emotions-11"):
        assert labels(text, name) == ()
    assert isinstance(read_answer(text, task("emotion-7")), NoAnswer)
    assert isinstance(read_answer(text, task("identity")), NoAnswer)


def test_yes_and_no():
    assert labels("Yes.", "identity") == ("yes",)
    assert labels("no, they differ", "identity") == ("no",)
    for text in ("yes and no", "Yesterday", "maybe", ""):
        assert isinstance(read_answer(text, task("identity")), NoAnswer)


def test_prose_has_no_labels():
    with pytest.raises(ValueError, match="prose"):
        read_answer("A", task("hair"))


@pytest.mark.parametrize("one", LETTERED, ids=lambda one: one.id)
def test_every_option_of_every_task_is_read_in_each_of_its_forms(one):
    for option in one.options:
        for text in (option.answer, f"({option.answer})", f"{option.answer}.", option.text, option.text.upper(),
                     f"({option.answer}) {option.text}", f"{option.answer}. {option.text}"):  # fmt: skip
            assert read_answer(text, one) == Answer((option,)), text


@given(st.sampled_from(CLOSED), st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_is_an_answer_or_none_and_never_a_fault(one, text):
    found = read_answer(text, one)
    if isinstance(found, NoAnswer):
        assert found.reason
    else:
        assert set(found.options) <= set(one.options)
        assert len(set(found.options)) == len(found.options)
        assert len(found.options) == 1 or not one.closed


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_chosen_is_read_back_whatever_the_order_and_the_marks(data):
    one = data.draw(st.sampled_from([one for one in CLOSED if not one.closed]))
    chosen = data.draw(st.lists(st.sampled_from(one.options), unique=True, min_size=1))
    mark = data.draw(st.sampled_from([",", ", ", "; ", "\n"] + ([""] if one.answer == "letters" else [])))
    assert read_answer(mark.join(option.answer for option in chosen), one) == Answer(
        tuple(option for option in one.options if option in chosen)
    )
