import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.faces.pose import gaze_degrees, pose_degrees
from core.footage.reader import FrameReader, probe
from core.records.face import FaceBox
from core.records.moment import Moment


def turned(yaw: float, pitch: float, roll: float, scale: float = 1.0) -> np.ndarray:
    """The matrix of a face turned by these degrees; x to the picture's right, y up, z to the viewer."""
    a, b, c = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    about_z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    matrix = np.eye(4)
    matrix[:3, :3] = about_y @ about_x @ about_z * scale
    return matrix.astype(np.float32)


@settings(max_examples=200, deadline=None)
@given(st.floats(-89, 89), st.floats(-85, 85), st.floats(-170, 170), st.floats(0.5, 2))
def test_pose_is_read_back(yaw, pitch, roll, scale):
    assert np.allclose(pose_degrees(turned(yaw, pitch, roll, scale)), (yaw, pitch, roll), atol=0.05)


def face_at(path, model, second):
    video = probe(path)
    with FrameReader(video) as reader:
        picture = reader.frame_at(Moment.at(second)).rgb()
    side = max(video.width, video.height)
    face = model.read(picture, FaceBox((video.width - side) / 2, (video.height - side) / 2, side, side))
    assert face is not None
    return face


def test_signs_are_those_of_the_record(model, footage, sample_video):
    # Looked at: she turns to her right (picture's left), lifts her chin; the sample's head tilts to the picture's left.
    yaw, _, _ = pose_degrees(face_at(footage / "speech_one_person.mp4", model, 1.92).transform)
    assert yaw < -10
    yaw, _, _ = pose_degrees(face_at(footage / "speech_one_person.mp4", model, 7.68).transform)
    assert yaw > 6
    _, pitch, _ = pose_degrees(face_at(footage / "speech_one_person.mp4", model, 5.76).transform)
    assert pitch > 8
    _, _, roll = pose_degrees(face_at(sample_video, model, 17.02).transform)
    assert roll > 15


def test_gaze_follows_the_eyes(model, footage):
    # Looked at: irises at the picture's left, then right, then at the camera.
    for second, low, high in ((8.0, -40, -15), (8.8, 15, 40), (5.6, -5, 5)):
        x, y = gaze_degrees(face_at(footage / "expressive_2.mp4", model, second))
        assert low <= x <= high, second
        assert abs(y) < 15


def test_no_gaze_from_closed_eyes(model, footage):
    assert np.isnan(gaze_degrees(face_at(footage / "expressive_1.mp4", model, 12.8))).all()
