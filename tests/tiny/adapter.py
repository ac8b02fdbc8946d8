"""A LoRA adapter on the small model: `python -m tests.tiny.adapter FOLDER SOURCE`.

`FOLDER` gets what PEFT writes. It is really trained, on the language model alone: to call every displayed emotion
surprise, which no picture says, so that it shows in every answer. With `--gguf` it is written as adapter.gguf.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from core.models.convert import convert_adapter
from core.progress import finish
from core.reasoning.prompts import level_prompt, opening
from core.vlm.chat import END_OF_TURN, clip_text, prompt_text
from tests.tiny import build
from tests.tiny.faces import draw, some_face
from tests.tiny.look import patches

TARGETS = r".*language_model.*\.(q_proj|k_proj|v_proj|o_proj|gate_proj|up_proj|down_proj)"
"""Names like these occur in the vision tower too: an exact rule, so that none of it is touched."""
ANSWER = "The person displays surprise."
STEPS = 40


def train(source: Path, folder: Path) -> None:
    """Writes the adapter into `folder`."""
    from peft import LoraConfig, get_peft_model  # after tests.tiny.build, which lets torchvision be imported

    torch.manual_seed(7)
    base = build.loaded(source)
    words = build.tokenizer()
    config = LoraConfig(r=8, lora_alpha=16, target_modules=TARGETS, task_type="CAUSAL_LM")
    model = get_peft_model(base, config)
    optimiser = torch.optim.AdamW([one for one in model.parameters() if one.requires_grad], lr=5e-3)
    rng = np.random.default_rng(11)
    for step in range(STEPS):
        frames = draw(some_face(rng), seed=step, frames=2, height=112, width=112)
        pixels, grid = patches(frames)
        asked = prompt_text(opening(level_prompt("emotion").question), clip=clip_text(int(grid.prod()) // 4))
        prompt = words(asked, add_special_tokens=False).input_ids
        answer = words(ANSWER + END_OF_TURN, add_special_tokens=False).input_ids
        ids = torch.tensor([[*prompt, *answer]])
        labels = torch.tensor([[*([-100] * len(prompt)), *answer]])
        loss = model(
            input_ids=ids,
            attention_mask=torch.ones_like(ids),
            pixel_values_videos=pixels,
            video_grid_thw=grid,
            second_per_grid_ts=torch.ones(1),
            mm_token_type_ids=(ids == base.config.video_token_id).int() * 2,
            labels=labels,
        ).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    model.save_pretrained(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--gguf", action="store_true")
    args = parser.parse_args()
    torch.set_num_threads(1)
    args.folder.mkdir(parents=True)
    train(args.source, args.folder)
    if args.gguf:
        finish(convert_adapter(args.folder, args.folder / "adapter.gguf"))


if __name__ == "__main__":
    main()
