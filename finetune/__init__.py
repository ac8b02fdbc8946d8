"""Training of adapters on consented footage: imports `core`, never `app`; every run is a child process."""
