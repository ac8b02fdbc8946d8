"""Words as the tokens of a model's own tokenizer, through transformers."""

from collections.abc import Sequence
from threading import Lock

from core.vlm.backend import EngineError
from core.vlm.chat import CLIP_TOKEN, END_OF_TEXT, END_OF_TURN
from core.vlm.checkpoint import Checkpoint
from core.vlm.torch_loading import Tokenizer, load_tokenizer

_one_at_a_time = Lock()
"""A tokenizer serves one thread at a time, and several engines may share it."""


class Words:
    """A tokenizer."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        self._tokenizer: Tokenizer = load_tokenizer(checkpoint)
        self.clip = self._one(CLIP_TOKEN)
        self.end = self._one(END_OF_TURN)
        self.ends = frozenset({self.end, self._one(END_OF_TEXT)})
        """An answer is over with any of these."""

    def tokens(self, text: str, *, markers: bool = True) -> list[int]:
        """The tokens of a text. Without `markers` a marker that is written out is words."""
        with _one_at_a_time:
            return list(self._tokenizer(text, split_special_tokens=not markers)["input_ids"])

    def text(self, tokens: Sequence[int]) -> str:
        """The text of tokens, with U+FFFD for the pieces of a letter that is not whole."""
        with _one_at_a_time:
            return str(self._tokenizer.decode(list(tokens), clean_up_tokenization_spaces=False))

    def never_said(self, vocabulary: int) -> list[int]:
        """The tokens below `vocabulary` that no answer may hold: markers but the ends, and tokens without a text."""
        markers = {*self._tokenizer.get_added_vocab().values(), *range(len(self._tokenizer), vocabulary)}
        return sorted(markers - self.ends)

    def _one(self, marker: str) -> int:
        tokens = self.tokens(marker)
        if len(tokens) != 1:
            raise EngineError(
                f"The model's tokenizer does not know the marker {marker}.", remedy="Choose a Qwen2.5-VL model."
            )
        return tokens[0]
