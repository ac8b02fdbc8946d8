"""A recipe's file: whatever is wrong with it is one sentence that names the key and what is allowed."""

import subprocess
import sys
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finetune.examples import LEVELS
from finetune.limits import LIMITS
from finetune.recipe import Base, Data, Grpo, Recipe, Rewards, Sft, SplitRule, StageRule
from finetune.recipe_file import (
    RecipeError,
    check_recipe,
    parse_recipe,
    preset,
    presets,
    read_recipe,
    recipe_digest,
    recipe_text,
    with_data,
)

HERE = Path("/somewhere")


def parsed(text: str) -> Recipe:
    return parse_recipe('name = "r"\n' + text + ("" if "[base]" in text else '\n[base]\nmodel = "videmo-3b"\n'),
                        what="The recipe r.toml", folder=HERE)  # fmt: skip


def refused(text: str) -> str:
    with pytest.raises(RecipeError) as caught:
        parsed(text)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_is_left_out_is_as_usual():
    assert parsed("") == Recipe("r", Base("videmo-3b"))


@pytest.mark.parametrize("name", presets())
def test_each_preset_is_read_and_checked(name):
    recipe = preset(name)
    check_recipe(recipe)
    assert not recipe.data.study
    assert not recipe.data.files
    assert parse_recipe(recipe_text(recipe), what="it", folder=HERE) == recipe
    assert [stage.level for stage in recipe.sft.stages] == ["attribute", "expression", "emotion"]


def test_presets_follow_the_memory_of_the_card():
    assert presets() == ("tiny", "8gb", "12gb", "16gb", "24gb", "40gb")
    assert preset("8gb").base == Base("videmo-3b", quantisation="nf4")
    assert preset("40gb").lora.rank == 64
    with pytest.raises(RecipeError, match="presets are tiny, 8gb"):
        preset("9gb")


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        ("seeds = 1", "unknown key, seeds", "seed"),
        ("[base]\nmodel = 'm'\nquantization = 'nf4'", "base.quantization", "base.quantisation"),
        ("[keeping]\nevery_seconds = 600", "keeping.every_seconds", "keeping.every_minutes meant (minutes)"),
        ("[sft]\nrank = 8", "sft.rank", "table lora"),
        ("[nothing]\n", "unknown key, nothing", "Allowed are: name, base"),
        ("[pictures]\ncache_gb = '40 GB'", "pictures.cache_gb = \"40 GB\"", "GB on the disk"),
        ("[pictures]\ncache_gb = 40_000_000_000", "pictures.cache_gb", "to 100000 (GB on the disk)"),
        ("[sft]\ntokens_per_row = '8k'", "sft.tokens_per_row", "8192 for 8 k"),
        ("[sft]\ntokens_per_row = 4096.5", "sft.tokens_per_row", "a whole number"),
        ("[split]\ntest_share = 20", "split.test_share = 20", "0.2 for 20 %"),
        ("[sft]\nreplay_share = true", "sft.replay_share", "a number"),
        ("[sft]\nreplay_share = nan", "sft.replay_share", "a number"),
        ("[sft]\nrecompute = 'yes'", "sft.recompute", "true or false"),
        ("[sft]\noptimiser = 'sgd'", "sft.optimiser", "'adamw', 'adamw_8bit'"),
        ("[sft]\nstages = 'all'", "sft.stages", "a list"),
        ("[sft]\nstages = []", "names no stage", "attribute, expression, emotion"),
        ("[[sft.stages]]\nlevel = 'emotion'\nlearning_rate = 5", "sft.stages.learning_rate = 5", "2e-4"),
        ("[[sft.stages]]\nlevel = 'emotion'\n[[sft.stages]]\nlevel = 'emotion'", "a stage twice", "once"),
        ("[[sft.stages]]\nepochs = 1.0", "lacks the key sft.stages.level", ""),
        ("[data]\nfiles = 'a.json'", "data.files", "a list"),
        ("[data]\nfiles = [1]", "data.files = 1", "a text in quotes"),
        ("[data]\nfiles = ['a']\nstudy = 's.vemo'", "both given", "not both"),
        ("[data]\nsessions = ['one']", "without data.study", "Name the study"),
        ("[split]\ntest_share = 0.6\nvalidate_share = 0.5", "nobody to learn from", "less than 1"),
        ("[pictures]\nmost_frames = 7", "most_frames = 7 is odd", "even"),
        ("[pictures]\nsmallest_pixels = 200000", "smallest_pixels", "no more"),
        ("[sft]\ntokens_per_row = 32768", "tokens_per_row = 32768 is more", "whole rows"),
        ("lora = 3", "lora = 3", "a table, [lora]"),
        ("[base]\nmodel = ''", "names no model", "videmo models list"),
        ("[base]\nmodel = 'm'\ndevice = 'remote'", "cannot be trained on", "'cuda'"),
        ("[base]\nquantisation = 'nf4'", "lacks the key base.model", ""),
        ("seed = -1", "seed = -1", "from 0"),
        ("[base\n", "is no TOML", "preset"),
        ("method = 'dpo'", "method = \"dpo\"", "'sft', 'grpo'"),
        ("[grpo]\nanswers = 1", "grpo.answers = 1", "from 2"),
        ("[grpo]\nlevels = []", "grpo.levels names no level", "attribute, expression, emotion"),
        ("[grpo]\nlevels = ['emotion', 'emotion']", "grpo.levels names a level twice", "once"),
        ("[grpo]\nlevels = ['mood']", "grpo.levels = \"mood\"", "'attribute'"),
        ("[grpo]\nclip_low = 1.0", "grpo.clip_low = 1.0", "to 0.999"),
        ("[grpo]\ntemperature = 0", "grpo.temperature = 0", "from 0.01"),
        ("[grpo]\nbeta = 0.1", "unknown key, grpo.beta", "kl_weight"),
        ("[grpo]\ngroup_size = 8", "unknown key, grpo.group_size", "answers"),
        ("[sft]\ntemperature = 1.0", "sft.temperature", "table grpo"),
        ("[base]\nmodel = 'm'\nmost_tokens = 9", "base.most_tokens", "table grpo or judging"),
        ("[grpo]\nloss = 'gspo'", "grpo.loss", "'grpo', 'dr_grpo', 'dapo'"),
        ("[rewards]\ntree_weight = -1", "rewards.tree_weight = -1", "0 leaves the reward out"),
        ("[rewards]\nsharpness = nan", "rewards.sharpness", "a number"),
        ("[rewards]\nentailment = 'nli'", "rewards.entailment = \"nli\" is no folder", "leave the key out"),
        ("[rewards]\nanswer_weight = 0\ntree_weight = 0\ncaption_weight = 0", "no reward of what is said", "above 0"),
        ("[rewards]\nanswer_weight = 0\ntree = 'none'\ncaption_weight = 0", "no reward of what is said", "above 0"),
        ("[rewards]\ntree = 'none'\nevidence_weight = 1", "rewards.evidence_weight is of trees", "Set it to 0"),
    ],
)  # fmt: skip
def test_a_mistake_is_a_sentence_that_names_the_key_and_what_is_allowed(text, key, allowed):
    told = refused(text)
    assert key in told
    assert allowed in told


@pytest.mark.parametrize("name", ["", "Clinic", "a b", "../x", "con", "nul.txt", "x.", "-x", "ä", "a" * 64])
def test_a_name_that_no_folder_could_bear_is_refused(name):
    with pytest.raises(RecipeError, match="no name for a run"):
        check_recipe(Recipe(name, Base("m")))


def test_paths_are_taken_from_the_recipes_folder(tmp_path):
    model = tmp_path / "model"
    model.mkdir()
    (model / "config.json").write_text("{}")
    path = tmp_path / "r.toml"
    path.write_text('name = "r"\n[base]\nmodel = "model"\n[data]\nfiles = ["a.json", "/b.csv"]\n')
    recipe = read_recipe(path)
    assert recipe.base.model == str(model)
    assert recipe.data.files == (str(tmp_path / "a.json"), "/b.csv")


def test_folders_of_rewards_are_taken_from_the_recipes_folder(tmp_path):
    (tmp_path / "nli").mkdir()
    path = tmp_path / "r.toml"
    path.write_text('name = "r"\n[base]\nmodel = "m"\n[rewards]\nentailment = "nli"\n')
    recipe = read_recipe(path)
    assert recipe.rewards.entailment == str(tmp_path / "nli")
    assert parse_recipe(recipe_text(recipe), what="it", folder=HERE) == recipe
    path.write_text(path.read_text() + 'caption = "self"\n')
    with pytest.raises(RecipeError, match="which is 'self'"):
        read_recipe(path)


def test_a_file_that_is_missing_or_no_text_is_a_sentence(tmp_path):
    with pytest.raises(RecipeError, match="cannot be read"):
        read_recipe(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RecipeError, match="no text in UTF-8"):
        read_recipe(tmp_path / "bytes.toml")


def test_a_recipe_without_data_is_not_started():
    with pytest.raises(RecipeError, match="names no data"):
        with_data(Recipe("r", Base("m")))


TEXTS = st.text(st.characters(blacklist_categories=("Cs",)), max_size=30)
NUMBERS = {name: st.floats(one.least, one.most) for name, one in LIMITS.items()}


@settings(deadline=None, max_examples=100)
@given(model=TEXTS.filter(bool), sessions=st.lists(TEXTS), rate=NUMBERS["sft.stages.learning_rate"],
       minutes=NUMBERS["keeping.every_minutes"], seed=st.integers(0, 2**32 - 1), clip=NUMBERS["grpo.clip_high"],
       weight=NUMBERS["rewards.form_weight"], levels=st.permutations(LEVELS))  # fmt: skip
def test_what_is_written_is_read_as_the_same_recipe(model, sessions, rate, minutes, seed, clip, weight, levels):
    recipe = Recipe(
        "r.1-x_y",
        Base("/m/" + model, device="cpu"),
        data=Data(study="/somewhere/s.vemo", sessions=tuple(sessions)),
        split=SplitRule(by="session"),
        sft=Sft(stages=(StageRule("emotion", learning_rate=rate),), mixed=True),
        method="grpo",
        grpo=Grpo(clip_high=clip, levels=tuple(levels[:2]), loss="dapo", ratio="sequence", advantage="each"),
        rewards=Rewards(tree="overlap", form_weight=weight, by_rarity=False),
        seed=seed,
    )
    recipe = replace(recipe, keeping=replace(recipe.keeping, every_minutes=minutes))
    again = parse_recipe(recipe_text(recipe), what="it", folder=HERE)
    assert again == recipe
    assert recipe_digest(again) == recipe_digest(recipe)
    assert recipe_digest(replace(recipe, seed=(seed + 1) % 2**32)) != recipe_digest(recipe)


def test_every_number_of_a_recipe_has_its_limits():
    def numbers(kind: type, place: str) -> set[str]:
        found: set[str] = set()
        for name, hint in get_type_hints(kind).items():
            (inner, *_) = get_args(hint) or (hint,)
            if hint in (int, float):
                found.add(place + name)
            elif is_dataclass(inner):
                found |= numbers(inner, f"{place}{name}.")
        return found

    assert numbers(Recipe, "") == set(LIMITS)


def test_it_needs_no_torch():
    script = "import sys; sys.modules['torch'] = None; import finetune.recipe_file, finetune.checkpoint"
    subprocess.run([sys.executable, "-c", script], check=True)
