"""Evidence: from measurements to action units, a neutral baseline, and the built-in analyst."""
