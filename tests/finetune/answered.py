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


def answered_run(study, root, *, name="north-1", before="I cannot tell.", after=None, last="emotion", **changes):
    """The run; after learning the true answer is said, or `after`."""
    recipe = recipe_of_study(study, name=name, **changes)
    frozen = finish(gathered(recipe, study=study))
    run = make_run(root, recipe, key=study.training_key, files={FILE: frozen.to_bytes()})
    workspace = run.workspace(study.training_key)
    for when in ("before", last):
        said = [
            Asked(place, example.task, example.stage, example.person, 0.0 if when == "before" else 1.0, (), None, None,
                  before if when == "before" else after or example.answer)
            for place in frozen.split.test for example in (frozen.dataset.examples[place],)
        ]  # fmt: skip
        workspace.write(f"evaluations/{when}.json", json.dumps(evaluation_of(said).as_json()).encode())
    return run, frozen
