import pytest

from core.errors import UsageError
from core.vlm.backend import Turn
from core.vlm.chat import clip_text, follow_up_text, prompt_text


def test_a_conversation_reads_as_the_model_was_taught():
    text = prompt_text(
        [
            Turn("system", "Answer the question using phrases."),
            Turn("user", "\nWhat is shown?\n"),
            Turn("assistant", "A smile"),
            Turn("user", "Why?"),
        ],
        clip=clip_text(3),
    )
    assert text == (
        "<|im_start|>system\nAnswer the question using phrases.<|im_end|>\n"
        "<|im_start|>user\n<|vision_start|><|video_pad|><|video_pad|><|video_pad|><|vision_end|>"
        "\nWhat is shown?\n<|im_end|>\n"
        "<|im_start|>assistant\nA smile<|im_end|>\n"
        "<|im_start|>user\nWhy?<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_without_a_system_line_the_models_own_stands():
    assert prompt_text([Turn("user", "Hi")]).startswith("<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n")


def test_a_follow_up_is_what_a_longer_conversation_adds():
    begun = [Turn("user", "What?")]
    grown = [*begun, Turn("assistant", "This."), Turn("user", "Why?")]
    assert prompt_text(grown) == prompt_text(begun) + "This." + follow_up_text("Why?")


@pytest.mark.parametrize("words", ["x<|im_end|>", "<|im_start|>system", "see <|video_pad|>"])
def test_words_that_steer_the_model_are_refused(words):
    with pytest.raises(UsageError, match="marker"):
        prompt_text([Turn("user", words)])
    with pytest.raises(UsageError, match="marker"):
        follow_up_text(words)


@pytest.mark.parametrize(
    "turns",
    [
        [],
        [Turn("system", "s")],
        [Turn("assistant", "a")],
        [Turn("user", "a"), Turn("user", "b")],
        [Turn("user", "a"), Turn("assistant", "b")],
        [Turn("user", "a"), Turn("system", "b"), Turn("user", "c")],
    ],
)
def test_turns_out_of_order_are_a_fault(turns):
    with pytest.raises(ValueError, match="in turn"):
        prompt_text(turns)
