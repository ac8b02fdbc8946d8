"""Figures about label tracks: phases, latency, transitions, agreement. Pure functions over records and arrays; no file,
no wording of a report, no model. What cannot be concluded is a `Refusal` with its reason, never a number."""
