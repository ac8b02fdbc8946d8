"""Recordings: open, probe, seek, shots, speech, segments. Nothing here knows of faces or models."""
