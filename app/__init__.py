"""The window of VidEmo Studio: widgets and words over `core`; no decoding, no model, no SQL."""
