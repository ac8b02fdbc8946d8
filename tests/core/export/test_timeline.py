import io
import subprocess
import sys
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from core.export.extent import DENSE, Extent, display_patches, quality_patches
from core.export.look import FAILED_COLOUR, LOOKS
from core.export.timeline import DPI, WIDTH_IN, timeline_png


def picture(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def test_size_grows_with_the_people_and_the_bytes_are_the_same(analysis, nobody):
    first = timeline_png(analysis)
    assert first == timeline_png(analysis)
    two, none = picture(first), picture(timeline_png(nobody))
    assert two.width == none.width == round(WIDTH_IN * DPI)
    assert two.height > none.height
    assert "not a diagnosis" in two.info["Description"]


def test_it_draws_what_is_displayed(analysis):
    colours = {tuple(colour[:3]) for _, colour in picture(timeline_png(analysis)).convert("RGB").getcolors(1 << 20)}
    for label in ("happiness", "sadness", "anger", "unclear"):
        wanted = LOOKS[label].colour
        assert tuple(int(wanted[n : n + 2], 16) for n in (1, 3, 5)) in colours


def test_what_failed_is_hatched_in_a_colour_of_its_own(analysis, by_model):
    def drawn(one):
        return {tuple(c[:3]) for _, c in picture(timeline_png(one)).convert("RGB").getcolors(1 << 20)}

    wanted = tuple(int(FAILED_COLOUR[n : n + 2], 16) for n in (1, 3, 5))
    assert wanted in drawn(by_model)
    assert wanted not in drawn(analysis)


@pytest.mark.parametrize("count", [300, 2000])
def test_long_sessions(long_session, count):
    assert picture(timeline_png(long_session(count))).width == 1760


def test_still_short_and_many_people(still, analysis):
    assert picture(timeline_png(still)).height > 300
    crowd = tuple(replace(analysis.people[0], id=f"P{n}") for n in range(1, 20))
    twelve = picture(timeline_png(replace(analysis, people=crowd[:12])))
    assert picture(timeline_png(replace(analysis, people=crowd))).height == twelve.height


def test_a_name_in_any_script_raises_no_warning(analysis):
    named = replace(analysis, people=(replace(analysis.people[0], id="李雷 😀 $x^2$"),), segments=())
    assert picture(timeline_png(named)).width == 1760


def test_no_global_matplotlib_state():
    code = "import sys, core.export.timeline, core.export.write; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_quality_lane_keeps_every_share(analysis):
    person = analysis.people[1]
    patches = quality_patches(person, extent=Extent(0, 48), cells=48)
    area = {}
    for patch in patches:
        area[patch.key] = area.get(patch.key, 0) + (patch.right - patch.left) * (patch.high - patch.low)
    assert sum(area.values()) == pytest.approx(1)
    assert area["lost"] == pytest.approx(12 / 48, abs=0.02)
    assert area["occluded"] == pytest.approx(4.5 / 48, abs=0.02)


def test_a_dense_lane_keeps_every_second(long_session):
    session = long_session(1600)
    patches = display_patches(session.segments, extent=Extent(0, 36_000), columns=DENSE)
    missing = sum((p.right - p.left) * (p.high - p.low) for p in patches if p.key == "not assessable")
    assert missing == pytest.approx(1 / 8, abs=1e-6)


SIGHT = {
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(colour: str):
    values = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    matrix = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.clip(matrix @ rgb / np.array([0.9505, 1, 1.089]), 0.0089, None))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("sight", SIGHT)
def test_colours_stay_apart_for_every_sight(sight):
    seen = {label: lab(np.clip(np.array(SIGHT[sight]) @ linear(look.colour), 0, 1)) for label, look in LOOKS.items()}
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 14, (one, other)


def test_letters_can_be_read_on_their_colour():
    weights = np.array([0.2126, 0.7152, 0.0722])
    for look in LOOKS.values():
        light, dark = sorted((float(weights @ linear(c)) for c in (look.colour, look.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert len({look.letter for look in LOOKS.values()}) == len(LOOKS)
