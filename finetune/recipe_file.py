"""A recipe as a TOML file, both ways, and the presets. In: a file or its text. Out: a `Recipe`, or one sentence.

Every key is known with its kind, its unit and its limits; what is left out has the default of `finetune.recipe`.
Must not know: runs, models, data sets.
"""

import dataclasses
import difflib
import hashlib
import json
import math
import re
import tomllib
import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast

from core.assets import resource
from core.errors import UsageError
from core.project.codec import canonical, to_plain
from finetune.examples import LEVELS
from finetune.limits import LIMITS
from finetune.recipe import (
    Base,
    Data,
    Grpo,
    Judging,
    Keeping,
    Lora,
    Pictures,
    Recipe,
    Rewards,
    Sft,
    SplitRule,
    StageRule,  # fmt: skip
)

NAME = r"[a-z0-9][a-z0-9._-]{0,62}"
"""Of a run: also the name of its folder, on every system."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*\.")
_TABLES: Mapping[str, type] = {
    "base": Base,
    "data": Data,
    "split": SplitRule,
    "pictures": Pictures,
    "lora": Lora,
    "sft": Sft,
    "sft.stages": StageRule,
    "grpo": Grpo,
    "rewards": Rewards,
    "keeping": Keeping,
    "judging": Judging,
}


class RecipeError(UsageError):
    """A recipe that cannot be used as it stands; the sentence names the key and what is allowed."""


def read_recipe(path: Path) -> Recipe:
    """The recipe in a file; paths in it are taken from the file's folder. Raises `RecipeError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as failure:
        raise RecipeError(
            f"The recipe {path} cannot be read ({failure.strerror or failure}).",
            remedy="Look at its path; " + _presets_told(),
        ) from failure
    except UnicodeDecodeError as failure:
        raise RecipeError(f"The recipe {path} is no text in UTF-8.", remedy="Save it as UTF-8.") from failure
    return parse_recipe(text, what=f"The recipe {path.name}", folder=path.resolve().parent)


def parse_recipe(text: str, *, what: str, folder: Path) -> Recipe:
    """A recipe out of its text. `what`: its name at the beginning of a sentence. Raises `RecipeError`."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as failure:
        raise RecipeError(
            f"{what} is no TOML: {failure}.", remedy="Compare it with a preset's file; texts stand in quotes."
        ) from failure
    recipe = cast(Recipe, _table(tables, Recipe, place="", what=what))
    recipe = replace(
        recipe,
        data=_absolute(recipe.data, folder),
        base=_absolute_base(recipe.base, folder),
        rewards=_absolute_rewards(recipe.rewards, folder, what=what),
    )
    check_recipe(recipe, what=what)
    return recipe


def check_recipe(recipe: Recipe, *, what: str = "The recipe") -> None:
    """What no key tells by itself. Raises `RecipeError`."""

    def refuse(problem: str, remedy: str) -> None:
        raise RecipeError(f"{what}: {problem}.", remedy=remedy)

    if not re.fullmatch(NAME, recipe.name) or _RESERVED.fullmatch(recipe.name):
        refuse(
            f"name = {recipe.name!r} is no name for a run",
            "Use up to 63 lower-case letters, digits, `-`, `_` and `.`, a letter or digit first and last.",
        )
    if not recipe.base.model:
        refuse("base.model names no model", "Name a model of `videmo models list` or a folder.")
    if recipe.base.device == "remote":
        refuse("base.device = 'remote' cannot be trained on", "Use 'cuda', 'mps' or 'cpu', or leave it out.")
    if recipe.data.study and recipe.data.files:
        refuse("data.study and data.files are both given", "Name a study or files, not both.")
    if recipe.data.sessions and not recipe.data.study:
        refuse("data.sessions are named without data.study", "Name the study that they are of.")
    if recipe.split.test_share + recipe.split.validate_share >= 1:
        refuse("split.test_share and split.validate_share leave nobody to learn from", "Make their sum less than 1.")
    if recipe.pictures.most_frames % 2:
        refuse(f"pictures.most_frames = {recipe.pictures.most_frames} is odd", "Pictures go in pairs: make it even.")
    if recipe.pictures.smallest_pixels > recipe.pictures.largest_pixels:
        refuse("pictures.smallest_pixels is more than pictures.largest_pixels", "Make it no more than that.")
    for key, what_one, levels in (
        ("sft.stages", "stage", [stage.level for stage in recipe.sft.stages]),
        ("grpo.levels", "level", recipe.grpo.levels),
    ):
        if not levels or len(set(levels)) < len(levels):
            told = f"no {what_one}" if not levels else f"a {what_one} twice"
            refuse(f"{key} names {told}", f"Name each {what_one} once: " + ", ".join(LEVELS) + ".")
    if recipe.sft.tokens_per_row > recipe.sft.tokens_per_step:
        refuse(
            f"sft.tokens_per_row = {recipe.sft.tokens_per_row} is more than sft.tokens_per_step = "
            f"{recipe.sft.tokens_per_step}",
            "A step is made of whole rows: make the row smaller or the step larger.",
        )
    rewards = recipe.rewards
    if rewards.caption == "self" and (rewards.entailment or rewards.embedding):
        refuse(
            "rewards.entailment and rewards.embedding are measures of rewards.caption = 'mix', which is 'self'",
            "Set rewards.caption to 'mix', or leave the folders out.",
        )
    if rewards.tree == "none" and rewards.evidence_weight:
        refuse("rewards.evidence_weight is of trees, and rewards.tree is 'none'", "Set it to 0, or choose a tree.")
    if not (rewards.answer_weight or rewards.caption_weight or (rewards.tree != "none" and rewards.tree_weight)):
        refuse(
            "no reward of what is said has a weight",
            "Set rewards.answer_weight, rewards.tree_weight (with a rewards.tree) or rewards.caption_weight above 0.",
        )


def with_data(recipe: Recipe) -> Recipe:
    """The recipe itself, where it names what is learned from. Raises `RecipeError`."""
    if not recipe.data.study and not recipe.data.files:
        raise RecipeError(
            "The recipe names no data.",
            remedy="Give data.study or data.files in its file, or start it with --study FILE --preset NAME.",
        )
    return recipe


def recipe_text(recipe: Recipe) -> str:
    """The recipe as TOML, every key written out; `parse_recipe` gives the same recipe again."""
    lines = [f"name = {_spelled(recipe.name)}", f"method = {_spelled(recipe.method)}", f"seed = {recipe.seed}"]
    for section in (name for name in _TABLES if "." not in name):
        part = getattr(recipe, section)
        lines += ["", f"[{section}]"]
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if value is not None and field.name != "stages":
                lines.append(f"{field.name} = {_spelled(value)}")
        for stage in part.stages if isinstance(part, Sft) else ():
            lines += ["", "[[sft.stages]]"]
            lines += [f"{field.name} = {_spelled(getattr(stage, field.name))}" for field in dataclasses.fields(stage)]
    return "\n".join(lines) + "\n"


def recipe_digest(recipe: Recipe) -> str:
    """SHA-256 over every choice of a recipe."""
    return hashlib.sha256(canonical(to_plain(recipe)).encode()).hexdigest()


def presets() -> tuple[str, ...]:
    """The names of the presets, by the memory of the graphics card; the one for trying out first."""
    found = [path.stem for path in resource("recipes").glob("*.toml")]
    return tuple(sorted(found, key=lambda name: (int(re.sub(r"\D", "", name) or 0), name)))


def preset(name: str) -> Recipe:
    """A preset; it names no data. Raises `RecipeError` naming what there is."""
    if name not in presets():
        raise RecipeError(f"There is no preset {name!r}.", remedy=_presets_told())
    return read_recipe(resource(f"recipes/{name}.toml"))


def _presets_told() -> str:
    return "presets are " + ", ".join(presets()) + "."


def _table(given: Mapping[str, Any], kind: type, *, place: str, what: str) -> object:
    """A table as a record of `kind`; `place`: its path with a dot at its end."""
    hints = typing.get_type_hints(kind)
    for key in given:
        if key not in hints:
            raise RecipeError(f"{what} has an unknown key, {place}{key}.", remedy=_meant(place, key, hints))
    values: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        if field.name in given:
            values[field.name] = _value(given[field.name], hints[field.name], place=place + field.name, what=what)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise RecipeError(f"{what} lacks the key {place}{field.name}.", remedy="Write it down.")
    return kind(**values)


def _meant(place: str, key: str, hints: Mapping[str, Any]) -> str:
    """What an unknown key may have been: a misspelled one, one with another unit, or one of another table."""
    near = difflib.get_close_matches(key, list(hints), n=1, cutoff=0.6)
    near = near or [name for name in hints if name.split("_")[0] == key.split("_")[0]]
    if near:
        told = LIMITS.get(place + near[0])
        return f"Was {place}{near[0]} meant" + (f" ({told.unit})?" if told else "?")
    tables = [name for name, one in _TABLES.items() if key in (field.name for field in dataclasses.fields(one))]
    if tables:
        return f"It stands in the table {' or '.join(tables)}."
    return "Allowed are: " + ", ".join(hints) + "."


def _value(given: Any, hint: Any, *, place: str, what: str) -> Any:  # noqa: ANN401 - led by the type hint
    origin = typing.get_origin(hint)
    if origin is types.UnionType or origin is typing.Union:
        (hint,) = (one for one in typing.get_args(hint) if one is not type(None))
        origin = typing.get_origin(hint)
    if origin is Literal:
        options = [str(one) for one in typing.get_args(hint)]
        if given not in options:
            raise _wrong(given, place, what, "one of " + ", ".join(repr(one) for one in options))
        return given
    if origin is tuple:
        of = typing.get_args(hint)[0]
        if not isinstance(given, list):
            raise _wrong(given, place, what, "a list")
        return tuple(_value(one, of, place=place, what=what) for one in cast("list[Any]", given))
    if dataclasses.is_dataclass(hint):
        if not isinstance(given, dict):
            raise _wrong(given, place, what, f"a table, [{place}]")
        return _table(cast("dict[str, Any]", given), cast(type, hint), place=place + ".", what=what)
    if hint is bool:
        if not isinstance(given, bool):
            raise _wrong(given, place, what, "true or false")
        return given
    if hint is str:
        if not isinstance(given, str):
            raise _wrong(given, place, what, "a text in quotes")
        return given
    return _number(given, whole=hint is int, place=place, what=what)


def _number(given: Any, *, whole: bool, place: str, what: str) -> int | float:  # noqa: ANN401 - out of a TOML file
    limits = LIMITS[place]
    span = f"from {_short(limits.least)} to {_short(limits.most)} ({limits.unit})"
    allowed = f"a {'whole ' if whole else ''}number without quotes or unit, {span}"
    if isinstance(given, bool) or not isinstance(given, int | float) or (whole and not isinstance(given, int)):
        raise _wrong(given, place, what, allowed)
    if not math.isfinite(given) or not limits.least <= given <= limits.most:
        raise _wrong(given, place, what, allowed)
    return given if whole else float(given)


def _wrong(given: object, place: str, what: str, allowed: str) -> RecipeError:
    told = json.dumps(given, ensure_ascii=False, default=str)
    told = told if len(told) <= 60 else told[:60] + "…"
    return RecipeError(f"{what}: {place} = {told} is not allowed.", remedy=f"It is {allowed}.")


def _short(number: float) -> str:
    return f"{number:g}" if number < 1e6 or number != int(number) else f"{int(number):_}"


def _absolute(data: Data, folder: Path) -> Data:
    return replace(
        data,
        study=str(folder / data.study) if data.study else "",
        files=tuple(str(folder / one) for one in data.files),
    )


def _absolute_base(base: Base, folder: Path) -> Base:
    """A model that is a folder beside the recipe; a name of the catalogue stays one."""
    here = folder / base.model
    return replace(base, model=str(here)) if base.model and (here / "config.json").is_file() else base


def _absolute_rewards(rewards: Rewards, folder: Path, *, what: str) -> Rewards:
    """Models of the user's own, which are folders."""
    places = {name: getattr(rewards, name) for name in ("entailment", "embedding") if getattr(rewards, name)}
    for name, place in places.items():
        places[name] = str(folder / place)
        if not (folder / place).is_dir():
            raise RecipeError(
                f"{what}: rewards.{name} = {json.dumps(place)} is no folder.",
                remedy="Name the folder of a model as it was downloaded, or leave the key out.",
            )
    return replace(rewards, **places)


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        # A basic string of TOML is one of JSON but for DEL and for letters beyond 16 bits, which JSON would cut in two.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return "[" + ", ".join(_spelled(one) for one in cast("Sequence[object]", value)) + "]"
