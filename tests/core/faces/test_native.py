"""The arrays taken from the C library are those of MediaPipe's public call."""

import numpy as np

from core.faces.landmarker import FaceModel
from core.faces.native import first_face
from core.footage.reader import FrameReader, probe
from core.records.moment import Moment


def test_arrays_equal_the_public_call(face_model, sample_video):
    with FrameReader(probe(sample_video)) as reader, FaceModel(face_model) as model:
        for seconds in (1.0, 8.0, 14.0):
            image = model._image(reader.frame_at(Moment.at(seconds)).rgb())
            public = model._landmarker.detect(image)
            landmarks, blendshapes, transform = first_face(model._landmarker, image)
            points = [(point.x, point.y, point.z) for point in public.face_landmarks[0]]
            np.testing.assert_array_equal(landmarks, np.array(points, np.float32))
            scores = [category.score for category in public.face_blendshapes[0]]
            np.testing.assert_array_equal(blendshapes, np.array(scores, np.float32))
            np.testing.assert_array_equal(transform, np.asarray(public.facial_transformation_matrixes[0], np.float32))


def test_no_face_gives_none(face_model):
    with FaceModel(face_model) as model:
        assert first_face(model._landmarker, model._image(np.zeros((256, 256, 3), np.uint8))) is None
