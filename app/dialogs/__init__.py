"""Dialogs: they ask for what a verb needs and call it. Each can be left with Escape, and loses nothing then."""
