"""An example as tokens: what stands before the clip's end, what follows it, and which tokens are learned.

Everything up to the end of the clip is the same for all questions about one clip, so it can be read once for many. The
text is the one that the engines read (`core.vlm.chat`), so that what is learned is what is asked later.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.errors import UsageError
from core.vlm.backend import Turn
from core.vlm.chat import CLIP_ENDS, clip_text, follow_up_text, prompt_text
from finetune.examples import Example


@dataclass(frozen=True, slots=True)
class Conversation:
    """An example's tokens."""

    prefix: tuple[int, ...]
    """System's turn, the opening of the user's and the clip; empty for words alone."""
    suffix: tuple[int, ...]
    """All the rest."""
    learned: tuple[bool, ...]
    """(len(suffix),) which tokens of the suffix are the model's own: its answers with their ends."""
    clip_at: int = 0
    """Place of the first visual token in the prefix; of no meaning for words alone."""

    @property
    def answers(self) -> int:
        """Tokens that are learned."""
        return sum(self.learned)

    def question(self) -> "Conversation":
        """All up to the last answer, as what several answers to it begin with: its last token alone is the suffix."""
        until = len(self.learned) - self.learned[::-1].index(False)
        asked = (*self.prefix, *self.suffix[:until])
        return Conversation(asked[:-1], asked[-1:], (False,), self.clip_at)

    def answered(self, ids: Sequence[int]) -> "Conversation":
        """This question with an answer, its end among its tokens."""
        return Conversation(self.prefix, (*self.suffix, *ids), (*self.learned, *[True] * len(ids)), self.clip_at)


@dataclass(frozen=True, slots=True)
class Speller:
    """Turns text into tokens; the four values are those of `core.vlm.words.Words`."""

    tokens: Callable[[str], list[int]]
    """With markers."""
    plain: Callable[[str], list[int]]
    """Without: a marker that is written out is words."""
    end: int
    """Of a turn."""

    def conversation(self, example: Example, *, clip_tokens: int) -> Conversation:
        """The example with a clip of that many visual tokens, 0 for words alone. Raises `UsageError` for words that
        hold a marker, `ValueError` where the assistant does not have the last word."""
        opening, answers, questions = _parts(example)
        clip = clip_text(clip_tokens) if clip_tokens else ""
        asked = self.tokens(prompt_text(opening, clip=clip))
        ids: list[int] = []
        learned: list[bool] = []
        for number, answer in enumerate(answers):
            if not answer.strip():
                raise UsageError(f"An answer is empty ({example.source}).", remedy="Leave the example out.")
            own = [*self.plain(answer), self.end]
            ids += own
            learned += [True] * len(own)
            if number < len(questions):
                # What follows an answer begins with the end of its turn, which is the model's to say.
                further = self.tokens(follow_up_text(questions[number]))[1:]
                ids += further
                learned += [False] * len(further)
        at = 0
        if clip_tokens:
            (closing,) = self.tokens(CLIP_ENDS)
            at = asked.index(closing) + 1
        clip_at = max(0, at - 1 - clip_tokens)
        whole = (False,) * (len(asked) - at) + tuple(learned)
        return Conversation(tuple(asked[:at]), (*asked[at:], *ids), whole, clip_at)


def _parts(example: Example) -> tuple[Sequence[Turn], list[str], list[str]]:
    """The turns before the first answer, all answers, and the questions between them."""
    first = next((place for place, turn in enumerate(example.turns) if turn.role == "assistant"), None)
    if first is None or example.turns[-1].role != "assistant":
        raise ValueError("the assistant has the last word in an example")
    rest = example.turns[first:]
    if [turn.role for turn in rest] != ["assistant", "user"] * (len(rest) // 2) + ["assistant"]:
        raise ValueError("user and assistant speak in turn")
    return example.turns[:first], [turn.text for turn in rest[::2]], [turn.text for turn in rest[1::2]]
