"""The nouns: frozen dataclasses over the standard library and numpy. Anything may import a record; a record imports
records only."""
