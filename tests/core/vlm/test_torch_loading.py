import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from core.progress import finish
from core.sealing import SealError, seal
from core.vlm.backend import EngineError
from core.vlm.checkpoint import adapter_at, model_at
from core.vlm.transformers_ import load
from tests.core.vlm.contract import LABELS, QUESTION, face
from tests.core.vlm.test_transformers import plan

torch = pytest.importorskip("torch")
# PEFT 0.21 asks transformers 5.23 by a name that it will drop.
pytestmark = pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated")
ROOT = Path(__file__).resolve().parents[3]


def scores(folder, **changes):
    engine = finish(load(plan(folder, **changes)))
    context = engine.prefill(QUESTION, clip=engine.encode(face(4, seconds=2.0)))
    result, about = engine.score(context, LABELS), engine.about
    engine.close()
    return result, about


@pytest.fixture(scope="module")
def unquantised(untaught_model):
    return scores(untaught_model)


@pytest.mark.parametrize(("quantisation", "linear"), [("nf4", "Linear4bit"), ("int8", "Linear8bitLt")])
def test_tower_and_head_are_never_quantised(untaught_model, unquantised, quantisation, linear):
    pytest.importorskip("bitsandbytes")
    from core.vlm.torch_loading import load_model

    model = load_model(plan(untaught_model, quantisation=quantisation), model_at(untaught_model), adapter=None)
    kinds = {
        (name.startswith("model.visual."), name == "lm_head", type(module).__name__)
        for name, module in model.named_modules()
        if isinstance(module, torch.nn.Linear)
    }
    assert kinds == {(True, False, "Linear"), (False, True, "Linear"), (False, False, linear)}
    assert model.lm_head.weight.dtype == torch.float32
    del model
    result, about = scores(untaught_model, quantisation=quantisation)
    assert about.quantisation == quantisation
    assert "bitsandbytes" in about.libraries
    # Near the unquantised model, and not it.
    assert 1e-6 < np.abs(result - unquantised[0]).max() < 2.0


@pytest.fixture(scope="module")
def adapter(untaught_model, tmp_path_factory):
    """A LoRA adapter with weights of its own, as PEFT writes it."""
    peft = pytest.importorskip("peft")
    from core.vlm.torch_loading import load_model

    model = load_model(plan(untaught_model), model_at(untaught_model), adapter=None)
    torch.manual_seed(1)
    targets = r".*language_model.*\.(q_proj|v_proj|down_proj)"
    adapted = peft.get_peft_model(model, peft.LoraConfig(r=4, target_modules=targets, init_lora_weights=False))
    folder = tmp_path_factory.mktemp("adapter") / "grown"
    adapted.save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def adapted(untaught_model, adapter):
    return scores(untaught_model, adapter=adapter)


def test_an_adapter_changes_the_answers_and_the_digest(unquantised, adapted):
    result, about = adapted
    assert about.adapter == "grown"
    assert "peft" in about.libraries
    assert about.digest != unquantised[1].digest
    assert np.abs(result - unquantised[0]).max() > 1e-3


def test_an_adapter_is_loaded_as_peft_loads_it(untaught_model, adapter):
    peft = pytest.importorskip("peft")
    from core.vlm.torch_loading import load_model

    chosen = plan(untaught_model, adapter=adapter)
    ours = load_model(chosen, model_at(untaught_model), adapter=adapter_at(adapter)).state_dict()
    plain = load_model(plan(untaught_model), model_at(untaught_model), adapter=None)
    theirs = peft.PeftModel.from_pretrained(plain, str(adapter)).get_base_model().state_dict()
    assert ours.keys() == theirs.keys()
    assert any("lora_B" in name for name in ours)
    for name, value in ours.items():
        assert value.dtype == theirs[name].dtype
        assert torch.equal(value, theirs[name]), name


def test_a_sealed_adapter_answers_as_the_open_one_and_only_with_its_key(untaught_model, adapter, adapted, tmp_path):
    key = bytes(range(32))
    sealed = tmp_path / "grown"
    sealed.mkdir()
    shutil.copy(adapter / "adapter_config.json", sealed)
    (sealed / "adapter_model.sealed").write_bytes(seal(key, (adapter / "adapter_model.safetensors").read_bytes()))
    assert np.array_equal(scores(untaught_model, adapter=sealed, adapter_key=key)[0], adapted[0])
    for wrong in (None, bytes(32)):
        with pytest.raises(SealError):
            scores(untaught_model, adapter=sealed, adapter_key=wrong)


@pytest.mark.parametrize("spoil", ["shape", "lacking", "more"])
def test_an_adapter_of_another_model_is_refused(untaught_model, adapter, tmp_path, spoil):
    from safetensors.torch import load_file, save_file

    other = shutil.copytree(adapter, tmp_path / "other")
    tensors = load_file(other / "adapter_model.safetensors")
    first = sorted(tensors)[0]
    if spoil == "shape":
        tensors[first] = torch.zeros(3, 3)
    elif spoil == "more":
        tensors["base_model.model.model.elsewhere.lora_A.weight"] = torch.zeros(3, 3)
    else:
        del tensors[first]
    save_file(tensors, other / "adapter_model.safetensors")
    with pytest.raises(EngineError, match="does not fit the model"):
        scores(untaught_model, adapter=other)


def test_weights_that_are_lacking_are_not_made_up(untaught_model, tmp_path):
    from safetensors.torch import load_file, save_file

    folder = shutil.copytree(untaught_model, tmp_path / "lacking")
    tensors = load_file(folder / "model.safetensors")
    lost = next(name for name in tensors if "layers.0.mlp" in name)
    save_file({name: tensor for name, tensor in tensors.items() if name != lost}, folder / "model.safetensors")
    with pytest.raises(EngineError, match="lacks 1 of its weights"):
        scores(folder)


def test_weights_of_another_size_are_refused(untaught_model, tmp_path):
    folder = shutil.copytree(untaught_model, tmp_path / "resized")
    config = json.loads((folder / "config.json").read_text())
    config["text_config"]["intermediate_size"] *= 2
    (folder / "config.json").write_text(json.dumps(config))
    with pytest.raises(EngineError, match="cannot be loaded"):
        scores(folder)


def test_a_plan_that_cannot_run_here_is_refused(untaught_model):
    with pytest.raises(EngineError, match="q4_k_m"):
        scores(untaught_model, quantisation="q4_k_m")
    if not torch.cuda.is_available():
        with pytest.raises(EngineError, match="no device cuda"):
            scores(untaught_model, device="cuda")


SHORT_OF_MEMORY = """
import resource, sys
from pathlib import Path
import torch
from core.progress import finish
from core.vlm.backend import OutOfMemoryError
from core.vlm.transformers_ import load
from tests.core.vlm.contract import QUESTION, drawn, face, GREEDY
from tests.core.vlm.test_transformers import plan

torch.set_num_threads(1)
engine = finish(load(plan(Path(sys.argv[1]))))
small = engine.prefill(QUESTION, clip=engine.encode(face(4, seconds=2.0)))
before = drawn(engine, small, count=2, rule=GREEDY)[1]
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 60_000_000, resource.RLIM_INFINITY))
try:
    engine.score(small, [f"{number} {number * number}" for number in range(2000)])
except OutOfMemoryError as failure:
    print(failure)
assert drawn(engine, small, count=2, rule=GREEDY)[1] == before
resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
engine.close()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited through Linux's own means")
def test_out_of_memory_is_a_sentence_and_the_engine_lives_on(untaught_model):
    done = subprocess.run(
        [sys.executable, "-c", SHORT_OF_MEMORY, str(untaught_model)],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": "", "MALLOC_ARENA_MAX": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "There was not enough memory to score the answers." in done.stdout
