"""The headless engine of VidEmo Studio: recording in, affective trees out. No window code in here."""

__version__ = "0.1.0"
