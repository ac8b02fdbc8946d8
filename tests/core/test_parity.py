"""What is said of a quantised model against its base: figures that can be worked out by hand, and real engines."""

import numpy as np
import pytest

from core.models.importing import import_model
from core.models.quantising import quantise_model
from core.parity import compare_models, parity_of
from core.progress import finish


def logs(*rows):
    return np.log(np.array(rows, np.float32))


def test_the_figures_are_those_of_the_definition():
    base, other = logs([0.5, 0.5], [0.9, 0.1]), logs([0.25, 0.75], [0.9, 0.1])
    found = parity_of(base, other)
    expected = 0.5 * np.log(0.5 / 0.25) + 0.5 * np.log(0.5 / 0.75)
    assert found.places == 2
    assert found.worst == pytest.approx(expected, abs=1e-6)
    assert found.divergence == pytest.approx(expected / 2, abs=1e-6)
    assert found.agreement == 0.5
    assert "KL 0.0719 nats" in found.sentence


def test_two_vocabularies_are_not_held_against_one_another():
    with pytest.raises(ValueError, match="not the same places"):
        parity_of(logs([0.5, 0.5]), logs([0.2, 0.3, 0.5]))


@pytest.mark.slow
def test_a_small_model_hardly_changes_when_it_is_quantised(own_home, sample_video):
    from tests.tiny.models import untaught

    assert own_home
    base = finish(import_model(untaught(), name="small"))
    made = finish(quantise_model("small", to="q8_0"))
    found = finish(compare_models(base, made, video=sample_video))
    assert found.places >= 3
    assert 0 <= found.divergence < 0.01
    assert found.agreement > 0.9
