import pytest


@pytest.fixture(scope="session")
def untaught_model(tmp_path_factory):
    """A small Qwen2.5-VL with random weights, as a Hugging Face folder."""
    from tests.tiny.build import build

    return build(tmp_path_factory.mktemp("tiny") / "untaught")
