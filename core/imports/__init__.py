"""What others coded, read into tracks of our own: ELAN, BORIS, py-feat, OpenFace, WebVTT, SubRip. Files come in, tracks
with their origin go out, whole or not at all. Nothing here opens a connection, follows a link or draws a conclusion."""
