"""Teaches the small model on drawn faces to answer in the published forms and at the levels of the search.

`python -m tests.tiny.teach FOLDER` takes some minutes on one core. The whole network learns, vision tower included, and
only what is to be answered counts. Of the embedding's 151936 rows the lessons use some hundreds: those are taught
together with one row that stands for all others, which is exact as long as the others are alike; they are laid out at
the end.
"""

import functools
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from core.vlm.chat import END_OF_TURN, clip_text, follow_up_text, prompt_text
from tests.tiny import build, lessons
from tests.tiny.faces import HAIR, UNITS, Face, draw, some_face

LOOKS = 2500
"""Drawings of two pictures each from which the vision tower first learns to see, and how it does."""
LOOKING_STEPS, LOOKING_CLIPS, LOOKING_RATE = 600, 48, 2e-3
STEPS = 400
CLIPS = 6
"""In one step, each drawn anew."""
TALKS = 4
"""Conversations about each clip."""
RATE = 3e-3
SHOWN = (*UNITS, *sorted({unit for units in UNITS.values() for unit in units}), *HAIR)
"""What is asked of the visual tokens themselves: labels, action units, hair."""
UNHEARD = 0.03
"""Share of the words of a question that are replaced by an unknown one, as its wording may change."""
SIZES = ((2, 112, 112),) * 5 + ((4, 112, 112), (4, 140, 112), (2, 196, 168), (8, 112, 112), (2, 308, 336))
"""(frames, height, width) of a step's clips, taken in turn."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one step learns from."""

    ids: torch.Tensor
    """(rows, length) places in the taught vocabulary."""
    real: torch.Tensor
    """(rows, length) the tokenizer's ids, which the positions are computed from."""
    taught: torch.Tensor
    """(rows, length) whether the token is to be answered."""
    patches: torch.Tensor
    grid: torch.Tensor
    """(CLIPS, 3) pairs of pictures, rows and columns of patches."""
    units: torch.Tensor
    """(CLIPS, action units and labels) 1 where it is drawn."""


def patches(frames: NDArray[np.uint8]) -> tuple[torch.Tensor, torch.Tensor]:
    """The flattened patches (n, 1176) of one clip (frames, height, width, 3), and its grid (1, 3)."""
    scaled = frames.astype(np.float32) / 255
    scaled = (scaled - np.float32(build.PICTURES["image_mean"])) / np.float32(build.PICTURES["image_std"])
    pairs, rows, columns = frames.shape[0] // 2, frames.shape[1] // 14, frames.shape[2] // 14
    split = scaled.reshape(pairs, 2, rows // 2, 2, 14, columns // 2, 2, 14, 3)
    flat = split.transpose(0, 2, 5, 3, 6, 8, 1, 4, 7).reshape(pairs * rows * columns, -1)
    return torch.from_numpy(np.ascontiguousarray(flat)), torch.tensor([[pairs, rows, columns]])


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
        self.seen = torch.nn.Linear(64, len(SHOWN))
        """Taught beside, and thrown away: what is drawn, from a clip's visual tokens. Without it the words are learned
        long before anything is looked at."""
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

    def look(self) -> None:
        """Teaches the vision tower what is drawn, before any word: from words alone it would learn to see too late."""
        tower, random = self.network.model.visual, torch.Generator().manual_seed(1)
        faces = [some_face(self.rng) for _ in range(LOOKS)]
        drawn = torch.stack(
            [patches(draw(face, seed=n, frames=2, height=112, width=112))[0].half() for n, face in enumerate(faces)]
        )
        shown = torch.tensor([_shown(face) for face in faces])
        parameters = [*tower.parameters(), *self.seen.parameters()]
        optimiser = torch.optim.AdamW(parameters, LOOKING_RATE, betas=(0.9, 0.98), weight_decay=0.05)
        rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, LOOKING_RATE, total_steps=LOOKING_STEPS, pct_start=0.1)
        grid = torch.tensor([[1, 8, 8]]).repeat(LOOKING_CLIPS, 1)
        for step in range(LOOKING_STEPS):
            chosen = torch.randint(LOOKS, (LOOKING_CLIPS,), generator=random)
            seen = tower(drawn[chosen].float().flatten(0, 1), grid_thw=grid).pooler_output
            loss = self._unseen(seen.reshape(LOOKING_CLIPS, -1, 64), shown[chosen])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            rate.step()
            if step % 50 == 0:
                print(f"looking {step}: {float(loss.detach()):.3f} nats, {time.process_time():.0f} s", flush=True)

    def _unseen(self, looked: torch.Tensor, shown: torch.Tensor) -> torch.Tensor:
        """How badly (clips, tokens, hidden) visual tokens tell what is drawn, in nats."""
        told, labels = self.seen(looked.mean(dim=1)), len(UNITS)
        beside = functional.binary_cross_entropy_with_logits(told[:, labels:], shown[:, labels:])
        return beside + functional.cross_entropy(told[:, :labels], shown[:, :labels])

    def batch(self, step: int) -> Batch:
        """Draws clips and conversations about them."""
        frames, height, width = SIZES[step % len(SIZES)]
        drawn, rows, shown = [], [], []
        for _ in range(CLIPS):
            face = some_face(self.rng)
            seed = int(self.rng.integers(2**31))
            shown.append(_shown(face))
            drawn.append(patches(draw(face, seed=seed, frames=frames, height=height, width=width)))
            clip = clip_text(frames // 2 * (height // 28) * (width // 28))
            talks = [lessons.search_conversation(face, self.rng)]
            for number in self.rng.choice(len(self.first), TALKS - 1, replace=False):
                talks.append(lessons.conversation(self.first[number], face, self.rng))
            rows += [self._turns(talk, clip=clip) for talk in talks]
        length = max(sum(len(ids) for ids, _ in row) for row in rows)
        real = torch.full((len(rows), length), build.GENERATION["pad_token_id"])
        taught = torch.zeros((len(rows), length), dtype=torch.bool)
        for number, row in enumerate(rows):
            at = 0
            for ids, own in row:
                real[number, at : at + len(ids)] = torch.tensor(ids)
                taught[number, at : at + len(ids)] = own
                at += len(ids)
        return Batch(
            ids=self.place[real],
            real=real,
            taught=taught,
            patches=torch.cat([one for one, _ in drawn]),
            grid=torch.cat([grid for _, grid in drawn]),
            units=torch.tensor(shown),
        )

    def loss(self, batch: Batch) -> torch.Tensor:
        """Mean negative log-probability of the tokens to be answered, in nats, and how badly the clips are seen."""
        core, video = self.network.model, self.network.config.video_token_id
        seen = batch.real == video
        ids = torch.where((torch.rand(batch.ids.shape) < UNHEARD) & ~batch.taught & (batch.real < 151643), 0, batch.ids)
        features = core.visual(batch.patches, grid_thw=batch.grid).pooler_output
        looked = features.reshape(CLIPS, -1, features.shape[-1])
        beside = self._unseen(looked, batch.units)
        clips = looked.repeat_interleave(TALKS, dim=0)
        inputs = self.rows[ids].masked_scatter(seen[..., None], clips.reshape(-1, features.shape[-1]))
        positions, _ = core.get_rope_index(
            batch.real,
            mm_token_type_ids=seen.int() * 2,
            video_grid_thw=batch.grid.repeat_interleave(TALKS, dim=0),
            second_per_grid_ts=torch.ones(len(batch.real)),
        )
        hidden = core.language_model(inputs_embeds=inputs, position_ids=positions, use_cache=False).last_hidden_state
        before = functional.pad(batch.taught[:, 1:], (0, 1))
        scores = hidden[before] @ self.rows.T
        scores = torch.cat([scores[:, :1] + self.others, scores[:, 1:]], dim=1)
        return functional.cross_entropy(scores, batch.ids[batch.taught]) + beside

    def teach(self, steps: int) -> None:
        """Runs the lessons."""
        self.network.train()
        tied = self.network.model.language_model.embed_tokens.weight
        learning = [one for one in self.network.parameters() if one is not tied]
        optimiser = torch.optim.AdamW(
            [*learning, self.rows, *self.seen.parameters()], lr=RATE, betas=(0.9, 0.98), weight_decay=0.01
        )
        rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.1)
        for step in range(steps):
            loss = self.loss(self.batch(step))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*learning, self.rows], 1.0)
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


def _shown(face: Face) -> list[float]:
    return [float(one == face.label or one in face.units or one == face.look.hair) for one in SHOWN]


def teach(folder: Path, *, seed: int = 2025) -> Path:
    """Writes a taught model into `folder`."""
    school = School(seed=seed)
    school.look()
    school.teach(STEPS)
    return school.graduate(folder)


if __name__ == "__main__":
    torch.set_num_threads(1)
    teach(Path(sys.argv[1]))
