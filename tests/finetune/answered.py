"""A run of a study whose held-out people were asked before and after, without a model: what was said is made up."""

import json
from dataclasses import replace

from core.progress import finish
from finetune.evaluate import Asked, evaluation_of
from finetune.material import FILE, gathered
from finetune.recipe import Data
from finetune.recipe_file import preset
from finetune.runs import make_run


def recipe_of_study(study, *, name, **changes):
    data = Data(study=str(study.path), sessions=("first",))
    return replace(preset("tiny"), name=name, data=data, **changes)


def answered_run(study, root, *, name="north-1", before="I cannot tell.", last="emotion", looks=None, **changes):
    """The run, and its data; after learning the true answer is said. `looks`: what was said of each example in each, by
    step, and whether that ended."""
    recipe = recipe_of_study(study, name=name, **changes)
    frozen = finish(gathered(recipe, study=study))
    run = make_run(root, recipe, key=study.training_key, files={FILE: frozen.to_bytes()})
    workspace = run.workspace(study.training_key)
    for when in ("before", last):
        said = [
            Asked(place, example.task, example.stage, example.person, 0.0 if when == "before" else 1.0, (), None, None,
                  before if when == "before" else example.answer)
            for place in frozen.split.test for example in (frozen.dataset.examples[place],)
        ]  # fmt: skip
        workspace.write(f"evaluations/{when}.json", json.dumps(evaluation_of(said).as_json()).encode())
    for step, (say, ended) in (looks or {}).items():
        told = [
            {"place": place, "said": say(frozen.dataset.examples[place]), "ended": ended, "reward": 0.5,
             "rewards": {"tree": 0.4, "form": 1.0}}
            for place in frozen.split.test
        ]  # fmt: skip
        workspace.write(f"samples/{step:06d}.json", json.dumps(told).encode())
    return run, frozen
