"""The parts of the timeline: the visible span, lanes of one kind each, axis, mini-map, gestures, explanations."""
