"""Our pictures against transformers' own processor and against the published chain (qwen-vl-utils 0.0.10)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vlm.frames import Vision, clip_of, frame_count, target_size
from core.vlm.patches import patches_of
from core.vlm.positions import prompt_positions

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")


@pytest.fixture(scope="module")
def video_processing():
    """transformers' processor needs torchvision, which needs a declaration beside a torch it was not built for."""
    from tests.tiny.torchvision_shim import declare_operators

    declare_operators()
    from transformers.models.qwen2_vl import video_processing_qwen2_vl

    return video_processing_qwen2_vl


def faces(count, height, width):
    """Smooth pictures with edges and noise, as crops are."""
    random = np.random.default_rng(3)
    y, x = np.mgrid[:height, :width]
    pictures = []
    for index in range(count):
        wave = 120 + 80 * np.sin((x + 3 * index) / 9) * np.cos(y / 7) + 40 * (x > width / 2)
        pictures.append(np.clip(wave[..., None] + random.normal(0, 12, (height, width, 3)), 0, 255).astype(np.uint8))
    return pictures


def theirs(video_processing, pictures, *, resize):
    processor = video_processing.Qwen2VLVideoProcessor(
        size={"shortest_edge": 128 * 28 * 28, "longest_edge": 100_352}, cap_pixels_per_frame=True
    )
    video = np.stack(pictures).transpose(0, 3, 1, 2)
    return processor([video], do_sample_frames=False, do_resize=resize, return_tensors="pt")


@pytest.mark.parametrize(("height", "width", "count"), [(336, 336, 4), (308, 336, 16), (28, 56, 2), (252, 392, 6)])
def test_patches_are_theirs_to_the_last_bit(video_processing, height, width, count):
    pictures = faces(count, height, width)
    patches, grid = patches_of(np.stack(pictures))
    expected = theirs(video_processing, pictures, resize=False)
    assert expected["video_grid_thw"].tolist() == [list(grid)]
    assert patches.dtype == np.float32
    assert (patches == expected["pixel_values_videos"].numpy()).all()


@given(st.integers(20, 1500), st.integers(20, 1500), st.integers(1, 8))
def test_sizes_are_theirs_with_the_published_cap(video_processing, height, width, pairs):
    largest = max(min(768 * 28 * 28, 100_352 * 2 / (2 * pairs)), int(128 * 28 * 28 * 1.05))
    size = video_processing.smart_resize(height, width, 28, 128 * 28 * 28, largest)
    assert target_size(height, width, 2 * pairs, Vision()) == size


@pytest.mark.parametrize(("height", "width"), [(200, 200), (640, 480), (97, 131), (1000, 1000)])
def test_resizing_is_theirs_but_for_rounding(video_processing, height, width):
    """Pillow rounds once more between rows and columns, torch's kernel weighs with sixteen bits."""
    pictures = faces(4, height, width)
    clip = clip_of(pictures, 2.0, Vision())
    expected = theirs(video_processing, pictures, resize=True)
    step = 1 / (255 * 0.26130258)
    difference = np.abs(patches_of(clip.frames)[0] - expected["pixel_values_videos"].numpy()) / step
    assert difference.max() < 2.1
    assert (difference > 0.5).mean() < 0.01


@given(st.integers(4, 2000), st.floats(5.0, 60.0))
def test_frame_counts_and_places_are_those_of_the_published_chain(total, rate):
    """smart_nframes of qwen-vl-utils 0.0.10 with FPS_MAX_FRAMES=16, and its torch.linspace."""
    limit = min(16, total) // 2 * 2
    count = int(min(max(total / rate * 2.0, 4), limit, total) // 2 * 2)
    ours = min(frame_count(total / rate, Vision()), total // 2 * 2)
    assert ours == count
    places = torch.linspace(0, total - 1, count).round().long().numpy()
    # A place midway between two pictures may round either way: torch counts in single precision.
    assert np.abs(np.round(np.linspace(0, total - 1, count)) - places).max() <= 1


@given(st.integers(1, 8), st.integers(1, 14), st.integers(1, 14), st.floats(0.1, 8.0), st.integers(1, 40))
def test_positions_are_theirs_while_time_stays_within_height_and_width(pairs, rows, columns, seconds, words):
    grid = (pairs, 2 * rows, 2 * columns)
    visual = pairs * rows * columns
    kinds = [0] * 5 + [2] * visual + [0] * words
    config = transformers.Qwen2_5_VLConfig(vision_config={"tokens_per_second": 2}, text_config={})

    class Model:
        get_vision_position_ids = transformers.Qwen2_5_VLModel.get_vision_position_ids

    model = Model()
    model.config = config
    expected = transformers.Qwen2_5_VLModel.get_rope_index(
        model,
        torch.zeros(1, len(kinds), dtype=torch.long),
        mm_token_type_ids=torch.tensor([kinds]),
        video_grid_thw=torch.tensor([grid]),
        second_per_grid_ts=torch.tensor([seconds]),
    )[0][:, 0].numpy()
    ours = prompt_positions(len(kinds), clip_at=5, grid=grid, seconds_per_grid=seconds, per_second=2.0)
    clip = slice(0, 5 + visual)
    assert (ours[:, clip] == expected[:, clip]).all()
    # What follows begins, as in training, behind the greatest position of the clip; with transformers 5 behind its
    # height and width.
    ahead = max(0, int(ours[:, clip].max()) - (5 + max(rows, columns) - 1))
    assert (ours[:, clip.stop :] == expected[:, clip.stop :] + ahead).all()


def test_patches_of_halves_are_a_fault():
    for shape in ((3, 28, 28, 3), (2, 27, 28, 3), (2, 28, 29, 3)):
        with pytest.raises(ValueError, match="in pairs"):
            patches_of(np.zeros(shape, np.uint8))
