"""Faces: find, follow, number, cut out and judge their quality. MediaPipe lives in `landmarker`, nowhere else."""
