"""The built-in analyst on faces made by hand: EMFACS displays, disagreement, talk, and trees that hang together."""

import numpy as np
import pytest

from core.evidence.action_units import codes
from core.evidence.grid import to_grid
from core.evidence.measured import MeasuredRules, analyse_person, measure_people, spans_of_presence, summarise
from core.evidence.movement import MovementRule, movements
from core.evidence.prototypes import unit_scores
from core.evidence.reading import ReadingRule, read_rows
from core.records.analysis import EMOTIONS, UNCLEAR
from core.records.measurement import Speech
from tests.core.evidence.builders import measured

RULES = MeasuredRules()
EVEN = dict.fromkeys(EMOTIONS, 1 / 7)


def segments(measurements, *, speech=None, cuts_s=(), end_s=None):
    end = float(measurements.times_s[-1]) + 0.1 if end_s is None else end_s
    grid = to_grid(measurements, person="P1", start_s=0.0, end_s=end)
    (person,) = measure_people([grid], speech=speech, rules=RULES)
    return analyse_person(person, cuts_s=cuts_s, end_s=end, rules=RULES, first_number=1, seed=7)


def display(seconds=3.0, *, appearance=None, shapes_given=None, **blendshapes):
    times = np.arange(0, seconds, 0.1)
    return measured(times, blendshapes=blendshapes, shapes_given=shapes_given, appearance=appearance or EVEN)


@pytest.mark.parametrize(
    ("emotion", "blendshapes", "shapes"),
    [
        ("happiness", {"mouthSmile*": 0.9, "eyeSquint*": 0.7}, {"lip corner height": 0.06}),
        ("surprise", {"browInnerUp": 0.9, "browOuterUp*": 0.9, "eyeWide*": 0.3, "jawOpen": 0.5}, {"lip gap": 0.1}),
        ("anger", {"browDown*": 0.85, "mouthPress*": 0.6}, {"brow height, inner": 0.165}),
        ("disgust", {"mouthUpperUp*": 0.4, "eyeSquint*": 0.6}, {"lip gap": 0.05}),
        ("neutral", {}, {}),
    ],
)
def test_prototypes_are_read_from_action_units_alone(emotion, blendshapes, shapes):
    (found,) = segments(display(shapes_given=shapes, **blendshapes))
    assert max(found.reading.signals["action units"], key=found.reading.signals["action units"].get) == emotion


def test_a_smile_with_shut_eyes_and_closed_lips_is_no_happiness_when_the_face_looks_sad():
    looks = {"sadness": 0.7, "happiness": 0.25}
    shapes = {"lip corner height": 0.035, "eye opening": 0.03}
    blend = {"mouthSmile*": 0.85, "eyeBlink*": 0.72, "eyeSquint*": 0.5}
    (found,) = segments(display(appearance=looks, shapes_given=shapes, **blend))
    assert found.reading.label != "happiness"


def test_a_short_clip_of_one_held_display_is_not_its_own_neutral():
    looks = {"neutral": 0.6, "sadness": 0.25}
    shapes = {"lip corner height": -0.04, "brow tilt": 0.09}
    (found,) = segments(display(appearance=looks, shapes_given=shapes, mouthShrugLower=0.5))
    assert found.reading.distribution["sadness"] > 0.7  # 0.54 when the clip counts as the own neutral


def test_rest_speaks_less_plainly_for_neutral_without_an_own_neutral():
    rest, quiet = np.zeros((1, len(codes()))), np.zeros(1, dtype=bool)
    neutral, sadness, happiness = (EMOTIONS.index(name) for name in ("neutral", "sadness", "happiness"))
    unknown, known = (unit_scores(rest, quiet, own=own)[0] for own in (0.0, 1.0))
    assert 0 < unknown[neutral] - unknown[sadness] < known[neutral] - known[sadness]
    assert unknown[neutral] - unknown[happiness] == known[neutral] - known[happiness]


@pytest.mark.parametrize(("jaw", "emotion"), [(0.0, "disgust"), (0.6, "anger")])
def test_bared_upper_teeth_under_lowered_brows_are_anger_when_the_jaw_drops(jaw, emotion):
    shapes = {"lip gap": 0.05 + 0.15 * jaw, "brow height, inner": 0.165}
    blend = {"mouthUpperUp*": 0.25, "browDown*": 0.85, "eyeSquint*": 0.6, "jawOpen": jaw}
    (found,) = segments(display(shapes_given=shapes, **blend))
    by_units = found.reading.signals["action units"]
    assert max(by_units, key=by_units.get) == emotion


def test_disagreement_of_the_two_signals_is_said_and_not_averaged_away():
    (found,) = segments(
        display(
            appearance={"anger": 0.9},
            shapes_given={"lip corner height": 0.06},
            **{"mouthSmile*": 0.9, "eyeSquint*": 0.6},
        )
    )
    assert "disagree" in found.reading.remark
    look = next(clue for clue in found.tree.clues if clue.name == "appearance of the whole face")
    assert look.value == "anger"


def test_talking_with_an_open_jaw_is_not_surprise():
    times = np.arange(0, 6, 0.1)
    jaw = 0.25 + 0.2 * np.sin(times * 14)
    moving = measured(
        times,
        blendshapes={"jawOpen": jaw, "mouthLowerDown*": jaw / 3},
        shapes_given={"lip gap": 0.06},
        appearance={"surprise": 0.3, "neutral": 0.3, "fear": 0.3},
    )
    for found in segments(moving, speech=Speech(((0.0, 6.0),), "made by hand")):
        assert found.speaking
        assert found.reading.label not in {"surprise", "fear"}


def test_without_sound_nobody_is_said_to_speak():
    (found,) = segments(display(), speech=None)
    assert found.speaking is None


def test_silent_speech_track_means_not_speaking():
    (found,) = segments(display(), speech=Speech((), "made by hand"))
    assert found.speaking is False


def test_what_is_not_probable_or_not_stable_enough_is_unclear():
    units, looks = np.zeros((10, len(codes()))), np.full((10, 7), 1 / 7)
    quiet = np.zeros(10, dtype=bool)
    sure = read_rows(units, looks, talking=quiet, own=1.0, rule=ReadingRule(), seed=1)
    assert sure.label == "neutral"
    for name, value in (("least_probability", 0.99), ("least_lead", 0.99), ("least_stability", 1.01)):
        found = read_rows(units, looks, talking=quiet, own=1.0, rule=ReadingRule(**{name: value}), seed=1)
        assert found.label == UNCLEAR
        assert found.alternatives[0] == "neutral"
        assert found.distribution == sure.distribution


def test_a_bad_face_is_not_assessable_and_has_no_reading():
    (found,) = segments(measured(np.arange(0, 3, 0.1), quality=2))
    assert not found.assessable
    assert found.reading is None
    assert found.coverage == 0
    assert found.quality == {"occluded": 1.0}
    assert found.tree.clues == ()


def test_distributions_are_probabilities_and_the_same_input_gives_the_same_answer():
    first = segments(display(**{"mouthSmile*": 0.5, "browInnerUp": 0.6}))
    second = segments(display(**{"mouthSmile*": 0.5, "browInnerUp": 0.6}))
    assert first == second
    for found in first:
        assert sum(found.reading.distribution.values()) == pytest.approx(1)
        assert 0 <= found.reading.stability <= 1


def test_trees_hang_together():
    (found,) = segments(
        display(
            appearance={"happiness": 0.8},
            shapes_given={"lip corner height": 0.06, "lower lid height": 0.0},
            **{"mouthSmile*": 0.9, "eyeSquint*": 0.8},
        )
    )
    clues = {clue.id: clue for clue in found.tree.clues}
    assert len(clues) == len(found.tree.clues)
    order = ("attribute", "expression", "emotion")
    for edge in found.tree.edges:
        assert order.index(clues[edge.target].level) == order.index(clues[edge.source].level) + 1
        assert edge.why
    smile = next(clue for clue in found.tree.clues if clue.name == "AU12")
    assert smile.evidence[0].value >= smile.evidence[0].threshold
    assert smile.span.start_s >= found.span.start_s
    assert smile.span.end_s <= found.span.end_s + 1e-6
    top = found.tree.at("emotion")[0]
    assert (top.name, top.value, top.support) == ("happiness", "reading", "supported")
    assert any(edge.target == top.id for edge in found.tree.edges)


def test_claimed_happiness_without_a_smile_is_contradicted():
    (found,) = segments(display(appearance={"happiness": 0.95}))
    look = next(clue for clue in found.tree.clues if clue.name == "appearance of the whole face")
    assert (look.value, look.support) == ("happiness", "contradicted")


def test_nods_shakes_and_closed_eyes():
    times = np.arange(0, 4, 0.1)
    swing = 8 * np.sin(times * 2 * np.pi * 1.5)
    still = np.zeros_like(times)
    for place, name in ((1, "nod"), (0, "shake")):
        pose = np.stack([still, still, still], axis=1)
        pose[:, place] = swing
        grid = to_grid(measured(times, pose=pose), person="P1", start_s=0, end_s=4)
        found = movements(grid, MovementRule())
        assert getattr(found, name).mean() > 0.8
        assert not getattr(found, "shake" if name == "nod" else "nod").any()
    shut = to_grid(measured(times, blendshapes={"eyeBlink*": 0.8}), person="P1", start_s=0, end_s=4)
    assert movements(shut, MovementRule()).eyes_closed.all()


def test_a_slow_turn_is_no_shake():
    times = np.arange(0, 6, 0.1)
    pose = np.stack([30 * np.sin(times * 2 * np.pi / 6), 0 * times, 0 * times], axis=1)
    grid = to_grid(measured(times, pose=pose), person="P1", start_s=0, end_s=6)
    assert not movements(grid, MovementRule()).shake.any()


def test_opening_the_mouth_once_is_no_talk_and_syllables_are():
    times = np.arange(0, 4, 0.1)
    once = np.clip((times - 1.5) / 0.4, 0, 1) * 0.8
    syllables = 0.25 + 0.25 * np.sin(times * 2 * np.pi * 2.5)
    for jaw, talks in ((once, False), (syllables, True)):
        grid = to_grid(measured(times, blendshapes={"jawOpen": jaw}), person="P1", start_s=0, end_s=4)
        assert (movements(grid, MovementRule()).mouth_moves.mean() > 0.5) == talks


def test_summaries_are_missing_where_no_face_is():
    times = np.concatenate([np.arange(0, 1, 0.1), np.arange(2, 3, 0.1)])
    measurements = measured(times)
    grid = to_grid(measurements, person="P1", start_s=0, end_s=3)
    (person,) = measure_people([grid], speech=None, rules=RULES)
    spans = spans_of_presence(measurements, longest_gap_s=0.5, end_s=3.0)
    found = summarise(person, spans)
    assert [(round(s.start_s, 3), round(s.end_s, 3)) for s in spans] == [(0.0, 1.0), (2.0, 3.0)]
    assert found.coverage == 1.0
    for name in (*codes(), "yaw_deg", "nod"):
        assert np.isnan(found.curves[name][10:20]).all(), name
        assert np.isfinite(found.curves[name][:10]).all(), name
