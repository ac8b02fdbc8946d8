"""Teaches the small model on drawn faces to answer in the published forms and at the levels of the search.

`python -m tests.tiny.teach FOLDER` takes four minutes of one core. First the vision tower learns to see (look.py), then
the language model to speak, and only what is to be answered counts. Of the embedding's 151936 rows the lessons use some
hundreds: those are taught together with one row that stands for all others, which is exact as long as the others are
alike; they are laid out at the end.
"""

import functools
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from core.vlm.chat import END_OF_TURN, clip_text, follow_up_text, prompt_text
from tests.tiny import build, lessons
from tests.tiny.faces import Face, draw, some_face
from tests.tiny.look import look, patches

STEPS = 360
ROWS = 24
"""Conversations in one step, each about another clip."""
RATE = 3e-3
UNHEARD = 0.03
"""Share of the words of a question that are replaced by an unknown one, as its wording may change."""
SIZES = {(2, 112, 112): 2400, (4, 112, 112): 300, (8, 112, 112): 100, (2, 196, 168): 200, (2, 308, 336): 100}
"""Frames, height and width, and how many clips are drawn."""
TURNS = ((2, 112, 112),) * 5 + ((4, 112, 112), (2, 196, 168)) + ((2, 112, 112),) * 5 + ((8, 112, 112), (2, 308, 336))
"""The size of a step's clips, taken in turn."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A drawn clip after the vision tower."""

    face: Face
    tokens: torch.Tensor
    """(visual tokens, 64)."""
    grid: torch.Tensor
    """(1, 3) pairs of pictures, rows and columns of patches."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step learns from."""

    ids: torch.Tensor
    """(rows, length) places in the taught vocabulary."""
    real: torch.Tensor
    """(rows, length) the tokenizer's ids, which the positions are computed from."""
    taught: torch.Tensor
    """(rows, length) whether the token is to be answered."""
    seen: tuple[Seen, ...]
    """One for each row."""


class School:
    """The network with a small vocabulary, and the lessons."""

    def __init__(self, *, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        torch.manual_seed(seed)
        self.words = build.tokenizer()
        self.network = build.model(seed)
        self.first = lessons.first_questions()
        heard = self._heard()
        self.place = torch.zeros(build.VOCABULARY, dtype=torch.long)  # 0: every word that is not taught
        self.place[heard] = torch.arange(1, len(heard) + 1)
        self.heard = heard
        self.rows = torch.nn.Parameter(torch.randn(len(heard) + 1, 64) * 0.1)
        self.others = float(np.log(build.VOCABULARY - len(heard)))

    @functools.cache  # noqa: B019 - one school lives as long as the process
    def _ids(self, text: str) -> tuple[int, ...]:
        return tuple(self.words(text, add_special_tokens=False).input_ids)

    def _heard(self) -> torch.Tensor:
        """Every id that occurs in enough lessons."""
        found: set[int] = set(self._ids(END_OF_TURN + clip_text(1)))
        for _ in range(40):
            face = some_face(self.rng)
            talks = [lessons.conversation(first, face, self.rng) for first in self.first]
            for talk in (*talks, lessons.search_conversation(face, self.rng)):
                for ids, _ in self._turns(talk, clip=""):
                    found |= set(ids)
        return torch.tensor(sorted(found))

    def _turns(self, talk: lessons.Conversation, *, clip: str) -> list[tuple[tuple[int, ...], bool]]:
        """Runs of ids, and whether they are the model's own."""
        asked = [prompt_text(talk.opening, clip=clip), *(follow_up_text(question) for question in talk.questions)]
        end = self._ids(END_OF_TURN)
        runs: list[tuple[tuple[int, ...], bool]] = []
        for question, answer in zip(asked, talk.answers, strict=True):
            # What follows an answer begins with the end of its turn, which is the model's to say.
            ids = self._ids(question)
            runs += [(ids[len(end) :] if runs else ids, False), (self._ids(answer) + end, True)]
        return runs

    def draw(self) -> dict[tuple[int, int, int], list[Seen]]:
        """The clips that are spoken of, seen once: the tower does not change any more."""
        return {size: [self._seen(size) for _ in range(count)] for size, count in SIZES.items()}

    @torch.no_grad()
    def _seen(self, size: tuple[int, int, int]) -> Seen:
        frames, height, width = size
        face = some_face(self.rng)
        drawn = draw(face, seed=int(self.rng.integers(2**31)), frames=frames, height=height, width=width)
        flat, grid = patches(drawn)
        return Seen(face, self.network.model.visual(flat, grid_thw=grid).pooler_output, grid)

    def batch(self, clips: list[Seen]) -> Batch:
        """Conversations about some of `clips`, which are all of one size: every third goes through the whole search."""
        seen = tuple(clips[number] for number in self.rng.choice(len(clips), ROWS, replace=False))
        rows = []
        for number, one in enumerate(seen):
            if number % 3 == 0:
                talk = lessons.search_conversation(one.face, self.rng)
            else:
                talk = lessons.conversation(self.first[self.rng.integers(len(self.first))], one.face, self.rng)
            rows.append(self._turns(talk, clip=clip_text(len(one.tokens))))
        length = max(sum(len(ids) for ids, _ in row) for row in rows)
        real = torch.full((len(rows), length), build.GENERATION["pad_token_id"])
        taught = torch.zeros((len(rows), length), dtype=torch.bool)
        for number, row in enumerate(rows):
            at = 0
            for ids, own in row:
                real[number, at : at + len(ids)] = torch.tensor(ids)
                taught[number, at : at + len(ids)] = own
                at += len(ids)
        return Batch(self.place[real], real, taught, seen)

    def loss(self, batch: Batch) -> torch.Tensor:
        """Mean negative log-probability of the tokens to be answered, in nats."""
        core = self.network.model
        clip = batch.real == self.network.config.video_token_id
        ids = torch.where((torch.rand(batch.ids.shape) < UNHEARD) & ~batch.taught & (batch.real < 151643), 0, batch.ids)
        inputs = self.rows[ids].masked_scatter(clip[..., None], torch.cat([one.tokens for one in batch.seen]))
        positions, _ = core.get_rope_index(
            batch.real,
            mm_token_type_ids=clip.int() * 2,
            video_grid_thw=torch.cat([one.grid for one in batch.seen]),
            second_per_grid_ts=torch.ones(len(batch.real)),
        )
        hidden = core.language_model(inputs_embeds=inputs, position_ids=positions, use_cache=False).last_hidden_state
        before = functional.pad(batch.taught[:, 1:], (0, 1))
        scores = hidden[before] @ self.rows.T
        scores = torch.cat([scores[:, :1] + self.others, scores[:, 1:]], dim=1)
        return functional.cross_entropy(scores, batch.ids[batch.taught])

    def teach(self, steps: int) -> None:
        """Runs the lessons."""
        self.network.train()
        words = self.network.model.language_model
        learning = [self.rows, *(one for one in words.parameters() if one is not words.embed_tokens.weight)]
        optimiser = torch.optim.AdamW(learning, lr=RATE, betas=(0.9, 0.98), weight_decay=0.01)
        rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
        drawn = self.draw()
        for step in range(steps):
            loss = self.loss(self.batch(drawn[TURNS[step % len(TURNS)]]))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(learning, 1.0)
            optimiser.step()
            rate.step()
            if step % 25 == 0:
                print(f"step {step}: {float(loss.detach()):.3f} nats, {time.process_time():.0f} s", flush=True)

    def graduate(self, folder: Path) -> Path:
        """Lays the taught rows out in the whole embedding and writes the model."""
        with torch.no_grad():
            embedding = self.network.model.language_model.embed_tokens.weight
            embedding.copy_(self.rows[0] + torch.randn_like(embedding) * 0.01)
            embedding[self.heard] = self.rows[1:]
        build.save(self.network.eval(), self.words, folder)
        return folder


def teach(folder: Path, *, seed: int = 2025) -> Path:
    """Writes a taught model into `folder`."""
    school = School(seed=seed)
    look(school.network.model.visual, school.rng)
    school.teach(STEPS)
    return school.graduate(folder)


if __name__ == "__main__":
    torch.set_num_threads(1)
    teach(Path(sys.argv[1]))
