"""Which preset is recommended, and why."""

import tomllib

import pytest

from app.training.bases import Basis
from app.training.presets import WORDS, presets, recommended
from core.assets import resource
from core.vlm.computer import Computer
from finetune import recipe_file


def test_the_presets_are_those_of_training_in_its_order():
    assert tuple(one.name for one in presets()) == recipe_file.presets()
    assert set(WORDS) == {one.name for one in presets()}
    for one in presets():
        told = tomllib.loads(resource(f"recipes/{one.name}.toml").read_text(encoding="utf-8"))
        assert one.model == told["base"]["model"]


@pytest.mark.parametrize(
    ("computer", "name", "said"),
    [
        (Computer(int(16e9)), "tiny", "NVIDIA card with 8 GB"),
        (Computer(int(16e9), int(16e9), "mps", int(24e9), int(16e9)), "tiny", "no graphics card that training can use"),
        (Computer(int(16e9), int(5e9), "cuda", int(24e9), int(6.2e9)), "tiny", "has 6 GB; training takes 8 GB"),
        (Computer(int(16e9), int(7e9), "cuda", int(24e9), int(8.2e9)), "8gb", "7 GB of them free"),
        (Computer(int(16e9), int(11e9), "cuda", int(24e9), int(11.6e9)), "12gb", "has 12 GB"),
        (Computer(int(64e9), int(84e9), "cuda", int(64e9), int(85e9)), "40gb", "largest preset"),
        (Computer(int(16e9), None, "cuda", int(24e9), None), "8gb", "cannot be told"),
    ],
)
def test_the_largest_preset_that_the_card_is_made_for(computer, name, said):
    found, why = recommended(computer)
    assert found == name
    assert said in why


def test_a_large_model_needs_a_card():
    large, small = Basis("videmo-3b", int(7.5e9), 3.75e9), Basis("tiny", int(3e7), 1e7)
    processor, card = Computer(int(16e9)), Computer(int(16e9), int(7e9), "cuda", int(24e9), int(8e9))
    assert large.too_large(processor)
    assert "Too large to be trained without a graphics card" in large.words(processor)
    assert not large.too_large(card)
    assert not small.too_large(processor)
    assert "cannot be told" in Basis("odd", 10, 0.0).words(processor)
