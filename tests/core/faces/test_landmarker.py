import zipfile

import numpy as np
import pytest
from PIL import Image

from core.errors import ModelError
from core.faces.crops import square
from core.faces.landmarker import FaceModel
from core.records.face import FaceBox
from core.records.measurement import BLENDSHAPES


def rgb(path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB"))


def test_a_file_that_is_no_model_is_refused_with_a_sentence(tmp_path, face_model):
    text = tmp_path / "text.task"
    text.write_text("no model")
    other = tmp_path / "other.task"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme", "nothing")
    hollow = tmp_path / "hollow.task"
    with zipfile.ZipFile(face_model) as whole, zipfile.ZipFile(hollow, "w") as archive:
        archive.writestr("face_detector.tflite", whole.read("face_detector.tflite"))
    for path in (tmp_path / "missing.task", text, other, hollow):
        with pytest.raises(ModelError, match=path.stem):
            FaceModel(path)


def test_opening_and_closing_says_nothing(face_model, capfd):
    model = FaceModel(face_model)
    model.close()
    model.close()
    assert capfd.readouterr() == ("", "")


def test_a_face_in_picture_coordinates(model, footage):
    picture = rgb(footage / "single_face.jpg")
    (found,) = model.detect(picture)
    assert found.score > 0.8
    face = model.read(picture, square(found.box, margin=2.0))
    assert face.landmarks.shape == (478, 3)
    assert face.blendshapes.shape == (len(BLENDSHAPES),)
    assert 0 <= face.blendshapes.min() <= face.blendshapes.max() <= 1
    assert face.blendshapes[BLENDSHAPES.index("mouthSmileLeft")] > 0.4
    # The detector's eyes and nose lie on the mesh's.
    mesh = face.landmarks[[33, 263, 1], :2]
    assert np.linalg.norm(mesh - found.keypoints[:3], axis=1).max() < 0.12 * face.box.height
    low, high = face.landmarks[:, :2].min(axis=0), face.landmarks[:, :2].max(axis=0)
    assert np.allclose((face.box.x, face.box.y), low, atol=1e-3)
    assert np.allclose((face.box.x + face.box.width, face.box.y + face.box.height), high, atol=1e-3)


def test_a_small_or_border_face_is_found_in_its_window(model, footage):
    picture = rgb(footage / "single_face.jpg")
    whole = model.read(picture, FaceBox(0, 0, picture.shape[1], picture.shape[0]))
    small = np.asarray(Image.fromarray(picture).resize((143, 140), Image.Resampling.BICUBIC))
    room = np.full((720, 1280, 3), 120, np.uint8)
    room[580:720, 0:143] = small
    box = FaceBox(whole.box.x / 4, 580 + whole.box.y / 4, whole.box.width / 4, whole.box.height / 4)
    face = model.read(room, square(box, margin=2.0))
    assert np.allclose(face.box.centre, box.centre, atol=3)
    assert np.abs(face.blendshapes - whole.blendshapes).mean() < 0.05


def test_nobody_in_an_empty_picture(model):
    grey = np.full((300, 400, 3), 128, np.uint8)
    assert model.detect(grey) == ()
    assert model.read(grey, FaceBox(-50, -50, 200, 200)) is None


def test_a_result_depends_on_the_picture_alone(model, face_model, footage):
    picture, window = rgb(footage / "single_face.jpg"), FaceBox(100, 80, 360, 360)
    first = model.read(picture, window)
    model.read(rgb(footage / "multi_face.jpg"), FaceBox(300, 200, 250, 250))
    again = model.read(picture, window)
    with FaceModel(face_model) as other:
        elsewhere = other.read(picture, window)
    for face in (again, elsewhere):
        assert np.array_equal(face.blendshapes, first.blendshapes)
        assert np.array_equal(face.landmarks, first.landmarks)
        assert np.array_equal(face.transform, first.transform)
