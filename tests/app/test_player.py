"""The player in the window: the frame on the screen is the one whose time is shown; faces are covered or all is."""

import itertools
import random
import threading
from fractions import Fraction

import numpy as np
import pytest

from core.footage.probe import probe
from core.project import sessions
from core.project.analyses import save_analysis
from core.project.face_boxes import faces_of
from core.project.media import add_recording
from core.project.opening import open_study
from core.project.people import correct_people
from core.project.reviews import set_rater
from core.records.measurement import Measurements, PersonTrack
from core.records.study import Exclude, Merge, Name
from tests import media
from tests.core.project.builders import PASSPHRASE, analysis, circumstances, new_study

CLIP = media.Clip("session.mp4", frames=300, gop=250, width=384, height=216, time_base=Fraction(1, 25), ticks=(1,))
"""12 s."""
BOXES = {"P1": (20.0, 20.0, 60.0, 60.0), "P2": (250.0, 90.0, 70.0, 80.0)}


def track(person: str, *, without: tuple[float, float] = (8.0, 9.5), length_s: float = 12.0) -> PersonTrack:
    """Ten boxes a second that stay, but for a hole."""
    times_s = np.arange(0, length_s, 0.1)
    times_s = times_s[(times_s < without[0]) | (times_s >= without[1])]
    count = len(times_s)
    return PersonTrack(
        person,
        Measurements(
            times_s=times_s,
            boxes=np.tile(np.array(BOXES[person], np.float32), (count, 1)),
            blendshapes=np.zeros((count, 52), np.float32),
            pose=np.zeros((count, 3), np.float32),
            quality=np.zeros(count, np.uint8),
            quality_values=np.zeros((count, 6), np.float32),
            observed=np.zeros((count, 0), np.float32),
            observed_names=(),
        ),
    )


@pytest.fixture(scope="session")
def clips(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clips")
    return {
        "first": probe(media.build(folder, CLIP)),
        "second": probe(media.build(folder, CLIP, name="second.mp4", frames=100, gop=50)),
        "portrait": probe(media.build(folder, CLIP, name="portrait.mp4", frames=30, width=216, height=384)),
        "large": probe(media.build(folder, CLIP, name="large.mp4", frames=6, width=3840, height=2160)),
        "long": probe(
            media.build(folder, CLIP, name="long.mp4", frames=120, gop=7, time_base=Fraction(1, 10), ticks=(3000,))
        ),
        "one": probe(media.still(folder / "one.png", media.numbered(9, width=384, height=216))),
    }


@pytest.fixture
def make_study(tmp_path, clips):
    """Makes a study of one session with these clips, one after the other, and says where it is."""

    def make(*names: str, analysed: bool = True, blind: bool = False, change=lambda study, number: None):
        with new_study(tmp_path).study as study:
            session = sessions.add_session(study, "first")
            offset_s = 0.0
            for name in names:
                video = clips[name]
                recording = add_recording(
                    study, video.path, session=session, sha256=video.sha256, offset_s=offset_s, video=video
                )
                offset_s += video.duration_s
                if analysed:
                    people = ("P1", "P2")
                    made = analysis(length_s=12.0, people=people, every_s=2.0)
                    number = save_analysis(study, made, recording=recording, tracks=[track(one) for one in people])
                    change(study, number)
            if blind:
                set_rater(study, "anna", blind=True)
        return tmp_path / "study.vemo"

    return make


@pytest.fixture
def show(bench, qtbot):
    """Opens a study and shows its session in a player without a loudspeaker."""

    def open_(path, *, first: bool = True):
        from app.actions import Actions
        from app.panels.player import PlayerPanel

        bench.preferences.rater = "anna"
        panel = PlayerPanel(bench, Actions(bench), speaker=None)
        qtbot.addWidget(panel)
        panel.resize(640, 440)
        panel.show()
        with qtbot.waitSignal(bench.session.opened, check_params_cb=lambda: bench.session.scene is not None):
            bench.open(lambda: open_study(path, secret=PASSPHRASE, circumstances=circumstances()))
        if first:
            qtbot.waitUntil(lambda: panel.deck.current is not None, timeout=10_000)
        return panel

    return open_


def number_on(panel) -> int:
    """The number in the picture that is on the screen, as it is painted."""
    place = panel.view.place().toRect()
    image = panel.view.grab(place).toImage().convertToFormat(panel.view.image.format().Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return media.number_in(rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3))


def settle(panel, qtbot, number: int) -> None:
    qtbot.waitUntil(
        lambda: panel.deck.current is not None and round(panel.deck.current.shown.moment.seconds * 25) == number,
        timeout=10_000,
    )


def test_the_frame_on_the_screen_is_the_one_whose_time_is_shown(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    panel.actions_["view.boxes"].setChecked(False)
    seen = []
    bench.session.moved.connect(lambda time_s: seen.append((round(time_s * 25), number_on(panel))))
    draw = random.Random(3)
    for _ in range(12):
        time_s = draw.uniform(0, 11.9)
        bench.session.seek(time_s)
        settle(panel, qtbot, int(time_s * 25))
        panel.actions_.start(draw.choice(("play.frame_back", "play.frame_on")))
    qtbot.wait(100)
    panel.actions_.start("play.toggle")
    qtbot.waitUntil(lambda: len(seen) > 40, timeout=10_000)
    panel.actions_.start("play.toggle")
    qtbot.waitUntil(lambda: panel.deck.state == "paused")
    assert all(time == number for time, number in seen)
    assert panel.transport.clock.text() == f"00:00:{seen[-1][0] // 25:02}.{seen[-1][0] % 25 * 40:03}"


def test_steps_and_jumps_by_key(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    bench.session.seek(4.0)
    settle(panel, qtbot, 100)
    for name, number in (
        ("play.frame_back", 99), ("play.frame_on", 100), ("play.second_on", 125), ("play.second_back", 100),
        ("play.segment_on", 150), ("play.segment_on", 200), ("play.segment_back", 150), ("play.end", 299),
        ("play.start", 0),
    ):  # fmt: skip
        panel.actions_.start(name)
        settle(panel, qtbot, number)
    assert bench.session.row.start_s == 6.0


def test_a_time_that_is_written_is_gone_to(make_study, show, qtbot):
    panel = show(make_study("first"))
    panel.actions_.start("play.time")
    panel.transport.clock.setText("0:07.48")
    panel.transport.clock.returnPressed.emit()
    settle(panel, qtbot, 187)
    assert panel.transport.clock.text() == "00:00:07.480"


def test_the_selected_segment_loops(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    row = bench.session.scene.segments[2]
    bench.session.select(row)
    panel.transport.change_speed(8)
    seen = []
    panel.actions_.start("play.loop")
    assert bench.session.loop == (row.start_s, row.end_s)
    qtbot.waitUntil(lambda: panel.deck.state == "playing", timeout=10_000)
    bench.session.moved.connect(seen.append)
    qtbot.waitUntil(lambda: sum(b < a for a, b in itertools.pairwise(seen)) >= 2, timeout=20_000)
    inside = seen[1:]
    assert all(row.start_s <= time_s < row.end_s for time_s in inside)
    panel.actions_.start("play.loop")
    assert bench.session.loop is None
    assert not panel.actions_["play.loop"].isChecked()
    panel.actions_.start("play.toggle")


def test_recordings_follow_each_other(make_study, show, qtbot, bench):
    panel = show(make_study("first", "second", analysed=False))
    assert panel.transport.recordings.count() == 2
    bench.session.seek(13.0)
    qtbot.waitUntil(lambda: panel.deck.current is not None and panel.deck.current.time_s == 13.0, timeout=10_000)
    assert panel.deck.current.shown.moment.seconds == 1.0
    bench.session.seek(11.8)
    qtbot.waitUntil(lambda: bench.session.playhead_s == pytest.approx(11.8), timeout=10_000)
    panel.actions_.start("play.toggle")
    qtbot.waitUntil(lambda: bench.session.playhead_s > 12.2, timeout=10_000)
    panel.actions_.start("play.toggle")


def test_a_missing_file_says_so_and_comes_back(make_study, show, qtbot, bench, clips, tmp_path):
    import shutil

    copy = tmp_path / "copy.mp4"
    shutil.copy(clips["first"].path, copy)

    def add(study, number):
        session = study.rows("SELECT id FROM session")[0][0]
        add_recording(study, copy, session=session, sha256=clips["first"].sha256, video=clips["first"], offset_s=100.0)

    path = make_study("first", change=add)
    copy.unlink()
    panel = show(path)
    bench.session.seek(105.0)
    qtbot.waitUntil(lambda: panel.deck.missing, timeout=10_000)
    assert panel.relink.isVisible()
    assert "not where the study says" in panel.empty.text
    assert not panel.actions_["play.toggle"].isEnabled()
    assert panel.actions_["play.segment_on"].isEnabled()
    bench.session.seek(4.0)
    settle(panel, qtbot, 100)
    assert panel.actions_["play.toggle"].isEnabled()


def test_a_file_with_another_content_is_said(make_study, show, qtbot, clips, tmp_path):
    import shutil

    wrong = tmp_path / "wrong.mp4"
    shutil.copy(clips["second"].path, wrong)

    def swap(study, number):
        from core.project.media import recordings

        known = recordings(study)[0]
        with study.change("relink", "elsewhere") as pen:
            pen.insert("relink", {"recording": known.id, "path": str(wrong)})

    panel = show(make_study("first", change=swap))
    qtbot.waitUntil(lambda: panel.deck.changed and panel.warning.isVisible(), timeout=10_000)
    assert "content differs" in panel.warning.text()
    qtbot.waitUntil(lambda: panel.deck.current is not None and panel.deck.current.video.frames == 100, timeout=10_000)
    assert panel._boxes() == []


def test_a_file_that_is_no_video_is_a_sentence(make_study, show, qtbot, tmp_path, clips):
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"no video at all" * 100)

    def swap(study, number):
        with study.change("relink", "elsewhere") as pen:
            pen.insert("relink", {"recording": 1, "path": str(bad)})

    panel = show(make_study("first", change=swap), first=False)
    qtbot.waitUntil(lambda: panel.deck.failure is not None, timeout=10_000)
    assert "bad.mp4" in panel.empty.text


def test_ten_hours_are_gone_through_from_end_to_end(make_study, show, bench, qtbot):
    panel = show(make_study("long", analysed=False))
    assert bench.session.scene.length_s == pytest.approx(36_000.0)
    for number in (119, 60, 61, 60, 3, 118):
        bench.session.seek(number * 300.0 + 150.0)
        qtbot.waitUntil(lambda n=number: panel.deck.current.shown.moment.seconds == n * 300.0, timeout=10_000)
        assert number_on(panel) == number


@pytest.mark.parametrize(("name", "ratio"), [("portrait", 216 / 384), ("large", 16 / 9), ("one", 384 / 216)])
def test_odd_pictures_are_letterboxed(name, ratio, make_study, show, qtbot, bench):
    panel = show(make_study(name, analysed=False))
    place = panel.view.place()
    assert place.width() / place.height() == pytest.approx(ratio, rel=0.01)
    longest = max(place.width(), place.height()) + 1
    qtbot.waitUntil(lambda: max(panel.view.image.width(), panel.view.image.height()) <= longest, timeout=10_000)


def test_a_picture_is_as_sharp_as_the_screen(make_study, show, qtbot):
    panel = show(make_study("large", analysed=False))
    panel.resize(900, 640)
    wanted = round(panel.view.place().width() * panel.view.devicePixelRatioF())
    qtbot.waitUntil(lambda: panel.view.image.width() == wanted, timeout=10_000)


def as_array(image) -> np.ndarray:
    made = image.convertToFormat(image.Format.Format_RGB888)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    return rows[:, : made.width() * 3].reshape(made.height(), made.width(), 3).astype(int)


def changed(panel, box) -> bool:
    """Whether the place of a face looks different from the frame itself."""
    scale = panel.view.image.width() / 384
    x, y, width, height = (int(value * scale) for value in box)
    given = panel.deck.current.shown.pixels.astype(int)
    shown = as_array(panel.view.image)
    return bool(np.abs(given - shown)[y : y + height, x : x + width].max() > 8)


def wait_for_boxes(panel, qtbot):
    qtbot.waitUntil(lambda: panel._known() is not None, timeout=10_000)


def test_faces_are_covered_before_they_are_known_and_where_nobody_knows(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    bench.session.seek(4.0)
    settle(panel, qtbot, 100)
    panel.faces.forget()
    panel.actions_["view.blur"].setChecked(True)
    assert panel._all_covered
    assert changed(panel, (150, 10, 60, 60))
    wait_for_boxes(panel, qtbot)
    qtbot.waitUntil(lambda: not panel._all_covered)
    assert changed(panel, BOXES["P1"])
    assert changed(panel, BOXES["P2"])
    assert not changed(panel, (150, 10, 60, 60))
    bench.session.seek(8.8)
    settle(panel, qtbot, 220)
    assert panel._all_covered, "boxes are missing there, though the people are in the picture"
    panel.actions_["view.blur"].setChecked(False)
    assert not changed(panel, BOXES["P1"])


def test_all_but_the_selected_person_are_covered(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    bench.session.seek(4.0)
    settle(panel, qtbot, 100)
    wait_for_boxes(panel, qtbot)
    panel.actions_["view.blur_others"].setChecked(True)
    assert changed(panel, BOXES["P1"])
    assert changed(panel, BOXES["P2"])
    bench.session.select(next(row for row in bench.session.scene.segments if row.person == "P2"))
    assert changed(panel, BOXES["P1"])
    assert not changed(panel, BOXES["P2"])
    panel.actions_["view.blur"].setChecked(True)
    assert not panel.actions_["view.blur_others"].isChecked()
    assert changed(panel, BOXES["P2"])


def test_an_excluded_person_is_covered_too(make_study, show, qtbot, bench):
    def exclude(study, number):
        correct_people(study, number, Exclude("P2", 0.0, 100.0, "no consent"))

    panel = show(make_study("first", change=exclude))
    bench.session.seek(4.0)
    settle(panel, qtbot, 100)
    wait_for_boxes(panel, qtbot)
    bench.session.select(bench.session.scene.segments[0])
    panel.actions_["view.blur_others"].setChecked(True)
    qtbot.waitUntil(lambda: not panel._all_covered)
    assert changed(panel, BOXES["P2"])
    assert not changed(panel, BOXES["P1"])


def test_without_an_analysis_the_whole_picture_is_covered(make_study, show, qtbot):
    panel = show(make_study("first", analysed=False))
    panel.actions_["view.blur"].setChecked(True)
    qtbot.wait(50)
    assert panel._all_covered


def test_action_units_are_not_for_a_blind_rater(make_study, show, qtbot, bench):
    panel = show(make_study("first", blind=True))
    panel.actions_["view.units"].setChecked(True)
    wait_for_boxes(panel, qtbot)
    qtbot.waitUntil(lambda: bool(panel._boxes()), timeout=10_000)
    qtbot.wait(100)
    assert bench.session.scene.blind
    assert all(not face.units for face, _ in panel._boxes())


def test_action_units_come_where_they_are_wanted(make_study, show, qtbot):
    panel = show(make_study("first"))
    panel.actions_["view.units"].setChecked(True)
    qtbot.waitUntil(lambda: any(face.units for face, _ in panel._boxes()), timeout=10_000)
    face = panel._boxes()[0][0]
    assert set(face.units_at(1.0)) == {"AU12", "AU4"}


def test_boxes_carry_the_names_of_people_put_right(make_study):
    def rename(study, number):
        correct_people(study, number, Name("P1", "Alba"))
        correct_people(study, number, Merge("P1", "P2"))

    path = make_study("first", change=rename)
    with open_study(path, secret=PASSPHRASE, circumstances=circumstances()) as study:
        found = faces_of(study, 1, start_s=0.0, end_s=12.0, units=False)
    assert [face.person(3.0).name for face in found.faces] == ["Alba", "Alba"]
    first = found.faces[0]
    assert (first.box(3.03).x, first.box(3.03).width) == (20.0, 60.0)
    assert first.box(8.8) is None
    assert first.lost(8.8)
    assert not first.lost(8.3), "a box is held for half a second"
    assert not found.knows(12.5)


def test_landmarks_are_measured_on_the_frame_that_is_shown(bench, qtbot, sample_video, face_model):
    from app.player.deck import OnScreen
    from app.player.landmarks import Landmarks
    from core.faces.landmarker import FaceModel
    from core.footage.playback import Shown
    from core.footage.reader import FrameReader
    from core.records.moment import Moment
    from core.records.study import Recording

    video = probe(sample_video)
    with FrameReader(video) as reader:
        frame = reader.frame_at(Moment.at(12.0))
        pixels = frame.rgb(longest_side=480)
        with FaceModel(face_model) as model:
            box = model.detect(frame.rgb())[0].box
    shown = OnScreen(Recording(1, 1, "", "", 0.0, video), video, Shown(frame.moment, frame.moment, pixels, exact=True))
    landmarks = Landmarks(bench, failed=lambda failure: pytest.fail(str(failure)), model=lambda: face_model)
    landmarks.want(shown, (box,))
    qtbot.waitUntil(lambda: bool(landmarks.of(shown)), timeout=20_000)
    points = landmarks.of(shown)[0]
    middle = points[:, :2].mean(axis=0)
    assert box.x < middle[0] < box.x + box.width
    assert box.y < middle[1] < box.y + box.height
    landmarks.close()


def test_leaving_the_session_ends_its_threads(make_study, show, qtbot, bench):
    panel = show(make_study("first"))
    panel.actions_.start("play.toggle")
    qtbot.waitUntil(lambda: panel.deck.state == "playing", timeout=10_000)
    bench.close_study()
    assert panel.deck.playback is None
    panel.deck.close()
    assert not any(thread.name == "frames" for thread in threading.enumerate())


def test_a_missing_loudspeaker_is_said_once_and_it_plays(qtbot, bench, sample_video, tmp_path):
    from app.actions import Actions
    from app.panels.player import PlayerPanel
    from core.footage.speaker import SoundError

    def none():
        raise SoundError("No loudspeaker.", remedy="Connect one.")

    video = probe(sample_video)
    with new_study(tmp_path).study as study:
        session = sessions.add_session(study, "first")
        add_recording(study, sample_video, session=session, sha256=video.sha256, video=video)
    told = []
    bench.told.connect(lambda *what: told.append(what))
    panel = PlayerPanel(bench, Actions(bench), speaker=none)
    qtbot.addWidget(panel)
    bench.open(lambda: open_study(tmp_path / "study.vemo", secret=PASSPHRASE, circumstances=circumstances()))
    qtbot.waitUntil(lambda: panel.deck.current is not None, timeout=10_000)
    for _ in range(2):
        before = bench.session.playhead_s
        panel.actions_.start("play.toggle")
        qtbot.waitUntil(lambda before=before: bench.session.playhead_s > before + 0.2, timeout=10_000)
        panel.actions_.start("play.toggle")
        qtbot.waitUntil(lambda: panel.deck.state == "paused")
    assert [what[0] for what in told] == ["No loudspeaker."]
    assert panel.deck.failure is None
