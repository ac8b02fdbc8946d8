"""The file of recorded replies: what lies in it and how it is keyed.

It is JSON:

    {"format": "videmo-replies@1",
     "match": "exact" or "question",
     "about": the fields of `About` of the engine that was recorded,
     "conversations": [
       {"turns": [["system", "..."], ["user", "..."]],   # as they were asked
        "clip": "SHA-256 of the clip" or "" without one,
        "tokens": 1034,                                  # of the whole conversation
        "draws": [{"rule": the fields of `Sampling`,
                   "replies": [{"pieces": ["B", ...], "text": "B", "ids": [33], "log_probabilities": [...],
                                "ended": true}, ...]}],
        "scores": {"the answer": -0.31, ...}}]}

With "exact" a reply is given to the very conversation, clip and rule it was recorded with; with "question" to the last
question alone, so that the words of each level meet clips that another decoder cut out, as a demonstration needs. The
file holds what a model said of a person: it is as private as a report.

Must not know: who records or replays.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal, cast

from core.vlm.backend import About, Clip, Reply, Sampling, Turn

FORMAT = "videmo-replies@1"
Match = Literal["exact", "question"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One recorded reply and the pieces in which it was drawn."""

    pieces: tuple[str, ...]
    reply: Reply

    def upto(self, most_tokens: int) -> "Spoken":
        """The same reply, cut off earlier."""
        if len(self.pieces) <= most_tokens:
            return self
        pieces, told = self.pieces[:most_tokens], self.reply
        shorter = replace(
            told,
            text="".join(pieces),
            ids=told.ids[:most_tokens],
            log_probabilities=told.log_probabilities[:most_tokens],
            ended=False,
        )
        return Spoken(pieces, shorter)


@dataclass(slots=True)
class Conversation:
    """What was recorded of one conversation."""

    turns: tuple[Turn, ...]
    clip: str
    tokens: int
    draws: dict[Sampling, tuple[Spoken, ...]] = field(default_factory=dict[Sampling, tuple[Spoken, ...]])
    scores: dict[str, float] = field(default_factory=dict[str, float])


Key = tuple[tuple[Turn, ...], str]


def clip_digest(clip: Clip) -> str:
    """SHA-256 of a clip's pictures, size and time grid."""
    sha = hashlib.sha256(repr((clip.frames.shape, float(clip.seconds_per_grid))).encode())
    sha.update(clip.frames.tobytes())
    return sha.hexdigest()


def plain(one: Conversation) -> dict[str, Any]:
    """One conversation as the file holds it."""
    draws = [
        {"rule": asdict(rule), "replies": [{"pieces": said.pieces, **asdict(said.reply)} for said in spoken]}
        for rule, spoken in one.draws.items()
    ]
    turns = [[turn.role, turn.text] for turn in one.turns]
    return {"turns": turns, "clip": one.clip, "tokens": one.tokens, "draws": draws, "scores": one.scores}


def parsed(document: Any) -> tuple[Match, About, list[Conversation]]:  # noqa: ANN401 - what a JSON file holds
    """Raises `ValueError`, `KeyError` or `TypeError` where the form is not kept."""
    if document["format"] != FORMAT or document["match"] not in ("exact", "question"):
        raise ValueError(f"format {document['format']!r}, match {document['match']!r}")
    conversations: list[Conversation] = []
    for one in document["conversations"]:
        turns = tuple(Turn(role, str(text)) for role, text in one["turns"])
        if not turns or {turn.role for turn in turns} - {"system", "user", "assistant"}:
            raise ValueError("a conversation has turns of system, user and assistant")
        draws = {
            Sampling(**draw["rule"]): tuple(_spoken_of(cast("Mapping[str, Any]", said)) for said in draw["replies"])
            for draw in one["draws"]
        }
        scores = {str(answer): float(score) for answer, score in one["scores"].items()}
        conversations.append(Conversation(turns, str(one["clip"]), int(one["tokens"]), draws, scores))
    return document["match"], About(**document["about"]), conversations


def _spoken_of(said: Mapping[str, Any]) -> Spoken:
    ids, scores = tuple(map(int, said["ids"])), tuple(map(float, said["log_probabilities"]))
    return Spoken(tuple(map(str, said["pieces"])), Reply(str(said["text"]), ids, scores, bool(said["ended"])))
