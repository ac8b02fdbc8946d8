import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from core.faces.discovery import DiscoveryRule, discover, overlap, same_place, tiles
from core.footage.reader import FrameReader, probe
from core.records.face import FaceBox

RULE = DiscoveryRule()
BOX = st.builds(FaceBox, st.floats(-50, 300), st.floats(-50, 300), st.floats(1, 200), st.floats(1, 200))


@settings(max_examples=200, deadline=None)
@given(st.integers(16, 4096), st.integers(16, 2160), st.data())
def test_tiles_cover_the_picture_and_cut_no_small_face_in_two(width, height, data):
    found = tiles(width, height, rule=RULE)
    side = round(RULE.tile_shares[0] * min(width, height))
    assert bool(found) == (side >= RULE.smallest_tile)
    if not found:
        return
    assert all(0 <= t.x <= t.x + t.width <= width and 0 <= t.y <= t.y + t.height <= height for t in found)
    face = int(RULE.overlap * side) - 2
    x, y = data.draw(st.integers(0, width - face)), data.draw(st.integers(0, height - face))
    assert any(t.x <= x and t.y <= y and x + face <= t.x + t.width and y + face <= t.y + t.height for t in found)


@settings(max_examples=200, deadline=None)
@given(BOX, BOX)
def test_overlap_is_a_symmetric_share(one, other):
    assert 0 <= overlap(one, other) <= 1 + 1e-9
    assert overlap(one, other) == overlap(other, one)
    assert abs(overlap(one, one) - 1) < 1e-9
    assert same_place(one, other, rule=RULE) == same_place(other, one, rule=RULE)


def test_five_people_where_one_call_sees_two(model, footage):
    picture = np.asarray(Image.open(footage / "multi_face.jpg").convert("RGB"))
    windows = tiles(picture.shape[1], picture.shape[0], rule=RULE)
    alone = discover(model, picture, windows=(), known=(), rule=RULE)
    everybody = discover(model, picture, windows=windows, known=(), rule=RULE)
    assert len(alone) < 5
    assert len(everybody) == 5
    # Looked at: from left to right, in pixels of the picture.
    centres = [(260, 124), (361, 302), (477, 266), (582, 378), (738, 363)]
    for face, (x, y) in zip(everybody, centres, strict=True):
        assert np.hypot(face.box.centre[0] - x, face.box.centre[1] - y) < 20
    rest = discover(model, picture, windows=windows, known=[face.box for face in everybody[1:]], rule=RULE)
    assert [same_place(face.box, everybody[0].box, rule=RULE) for face in rest] == [True]


def test_nobody_is_found_where_nobody_is(model, footage):
    video = probe(footage / "no_face.mp4")
    windows = tiles(video.width, video.height, rule=RULE)
    with FrameReader(video) as reader:
        for number, frame in enumerate(reader.frames()):
            if number % 24 == 0:
                assert discover(model, frame.rgb(), windows=windows, known=(), rule=RULE) == ()
