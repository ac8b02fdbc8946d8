"""Whether an answer is in sentences that can be read, and how long it is against the true one. In: texts. Out: [0, 1].

Length is counted in words. It is a window, no target: who omits half is paid less for what is omitted, not for being
short; who says twice as much is beyond it.
"""

from collections.abc import Sequence

from core.reasoning.tokens import sentences
from core.reasoning.tree_text import ABOUT_ANOTHER
from finetune.questions import plain

SHORTEST = 0.5
"""Of the true answer's words, from which on an answer is in the window."""
LONGEST = 1.5
"""Up to which it is."""
BEYOND = 2.0
"""From which on it is no answer of that length any more."""
SMALL = 8
"""Words: an answer to a shorter true one may be as long as to one of so many."""


def readable_share(text: str, unread: Sequence[str]) -> float:
    """The share of a text's sentences in which the vocabulary finds something, which is to say those that are not among
    `unread` (`core.reasoning.tree_text.Parsed`). What was said before, word for word, counts as unread. 0 for none."""
    said = [plain(sentence.text) for sentence in sentences(text)]
    missed = {plain(one.removeprefix(ABOUT_ANOTHER)) for one in unread}
    return len(set(said) - missed) / len(said) if said else 0.0


def length_reward(said: str, reference: str) -> float:
    """1 within the window around the true answer's length, falling to 0 at twice that length and at no words."""
    words, true = len(plain(said).split()), len(plain(reference).split())
    if not words or not true:
        return 0.0
    share = words / max(true, SMALL)
    if share > LONGEST:
        return max(0.0, (BEYOND - share) / (BEYOND - LONGEST))
    return min(1.0, words / (SHORTEST * true))
