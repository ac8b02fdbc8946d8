"""Readable sentences and the window of length: one table each."""

import pytest

from core.reasoning.tree_text import parse
from core.records.moment import Span
from finetune.rewards.form import length_reward, readable_share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ('AU12 is displayed. The emotion "happiness" is displayed.', 1.0),
        ("Attributes:\nAU12 is displayed.", 1.0),
        ("AU12 is displayed. The lamp is on.", 0.5),
        ("AU12 is displayed. AU12 is displayed. au12 is  displayed!", 1 / 3),
        ("The lamp is on.", 0.0),
        ("", 0.0),
        ("...", 0.0),
    ],
)
def test_the_share_of_sentences_that_say_something(text, share):
    unread = parse(text, span=Span.between(0.0, 1.0), prefix="t").unread
    assert readable_share(text, unread) == pytest.approx(share)


@pytest.mark.parametrize(
    ("words", "true", "earned"),
    [
        (20, 20, 1.0),
        (10, 20, 1.0),
        (30, 20, 1.0),
        (35, 20, 0.5),
        (40, 20, 0.0),
        (400, 20, 0.0),
        (5, 20, 0.5),
        (0, 20, 0.0),
        # a short true answer leaves room for a sentence
        (3, 3, 1.0),
        (12, 3, 1.0),
        (16, 3, 0.0),
        (1, 3, 2 / 3),
        (5, 0, 0.0),
    ],
)
def test_the_window_of_length(words, true, earned):
    assert length_reward("word " * words, "word " * true) == pytest.approx(earned)
