"""A conversation as the text that Qwen2.5-VL was taught on (ChatML). Comes in: turns. Goes out: text with markers.

Markers (`<|im_end|>` and the like) steer the model, so words that hold one are refused: a question must not be able to
end its own turn.
"""

import re
from collections.abc import Sequence

from core.errors import UsageError
from core.vlm.backend import Turn

DEFAULT_SYSTEM = "You are a helpful assistant."
"""What the checkpoints were taught with where a task has no system line of its own."""
END_OF_TURN = "<|im_end|>"
END_OF_TEXT = "<|endoftext|>"
"""An answer may also end with this; it is never written into a conversation."""
CLIP_BEGINS, CLIP_ENDS = "<|vision_start|>", "<|vision_end|>"
CLIP_TOKEN = "<|video_pad|>"

_MARKER = re.compile(r"<\|[a-z_0-9]+\|>")


def prompt_text(turns: Sequence[Turn], *, clip: str = "") -> str:
    """The conversation up to where the assistant's answer begins; `clip`, as it is, before the first words of the user.

    Turns are: an optional system line, then user and assistant in turn, the user last; anything else is a `ValueError`.
    Raises `UsageError` for words that hold a marker.
    """
    spoken = list(turns)
    system = spoken.pop(0).text if spoken and spoken[0].role == "system" else DEFAULT_SYSTEM
    roles = [turn.role for turn in spoken]
    if len(roles) % 2 == 0 or roles != ["user", "assistant"] * (len(roles) // 2) + ["user"]:
        raise ValueError(f"user and assistant speak in turn and the user last, not {roles}")
    text = _turn("system", system)
    for place, turn in enumerate(spoken):
        text += _turn(turn.role, turn.text, before=clip if place == 0 else "")
    return text + _opening("assistant")


def follow_up_text(question: str) -> str:
    """What stands between the assistant's last word and the beginning of its next answer."""
    return f"{END_OF_TURN}\n{_turn('user', question)}{_opening('assistant')}"


def clip_text(tokens: int) -> str:
    """The place of a clip of that many visual tokens."""
    return CLIP_BEGINS + CLIP_TOKEN * tokens + CLIP_ENDS


def _opening(role: str) -> str:
    return f"<|im_start|>{role}\n"


def _turn(role: str, words: str, *, before: str = "") -> str:
    if marker := _MARKER.search(words):
        raise UsageError(
            f"The words for the model hold the marker {marker[0]}, which would steer it.",
            remedy="Leave the marker out.",
        )
    return f"{_opening(role)}{before}{words}{END_OF_TURN}\n"
